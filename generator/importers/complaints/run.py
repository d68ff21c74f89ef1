"""A workbook → `complaints/<year>.yml`, whole or not at all."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Rule, Words
from generator.frozen import frozen
from generator.importers import body, headers
from generator.importers.account import Fact
from generator.importers.body import ASIDE_TEXT, NOTES
from generator.importers.columns import Kind, folded
from generator.importers.complaints.columns import FLOW_FIELDS, FORM
from generator.importers.grid import text_of, whole
from generator.importers.headers import NOT_OURS
from generator.importers.procurement.context import about, fiscal_year
from generator.importers.values import Cells, is_nothing
from generator.importers.workbook import opened
from generator.load.records import BAD, read
from generator.load.scalars import THAI_DIGITS
from generator.model.complaints import (
    Answer,
    Answers,
    ByMedium,
    ByType,
    ComplaintPeriod,
    ComplaintReport,
    ComplaintType,
    Flow,
    Medium,
    Satisfaction,
)
from generator.source import read as read_source

if TYPE_CHECKING:
    from pathlib import Path

    from generator.importers.account import Account
    from generator.importers.body import Line
    from generator.importers.headers import Table
    from generator.model.base import Record
    from generator.model.eras import Day, FiscalYear

HEAD = "# yaml-language-server: $schema=../../.schema/complaints.json\n"
NUMBER = re.compile(r"[0-9]+(\.0+)?")
LONGEST = 6
"""Digits of the longest count; a longer number is a case number or a telephone number."""


@frozen(kw_only=True)
class Outcome:
    """A year's counts that can be written."""

    path: Path
    content: bytes
    periods: int

    @property
    def changes_nothing(self) -> bool:
        """Whether the file already has these bytes."""
        return self.path.exists() and self.path.read_bytes() == self.content


def complaints(
    path: Path, folder: Path, year: int | None, as_of: Day | None, account: Account
) -> Outcome | None:
    """The year that a workbook tells, merged with what is there; None where something is wrong."""
    tables = _tables(path, account)
    found = fiscal_year(tables, year, account) if tables else None
    if found is None:
        return None
    target = folder / f"{int(found)}.yml"
    there = before(target, account.problems)
    told = [period for table in tables for period in _periods(table, found, account)]
    _refuse_the_rest(account)
    days = [said.as_of for table in tables if (said := about(table, found, account))]
    day = as_of or next((d for d in days if d), None)
    if day is None:
        account.problems.append(NO_DAY.at(whole(path.name)))
    if not told and not account.problems:
        account.problems.append(body.NOTHING_FILLED_IN.at(whole(path.name)))
    if account.problems or day is None:
        return None
    report = _merged(there, found, day, told)
    content = as_yaml(report).encode("utf-8")
    return Outcome(path=target, content=content, periods=len(report.periods))


def _tables(path: Path, account: Account) -> list[Table]:
    book = opened(path)
    if isinstance(book, Diagnostic):
        account.problems.append(book)
        return []
    return headers.tables(book, FORM, account)


def before(path: Path, problems: list[Diagnostic]) -> ComplaintReport | None:
    """The year as it stands in its file; None where there is none yet, or it cannot be read."""
    if not path.exists():
        return None
    node, found = read_source(path, path.name)
    problems.extend(found)
    value = read(node, ComplaintReport, problems) if node else BAD
    return None if value is BAD else value


def _merged(
    old: ComplaintReport | None, year: FiscalYear, day: Day, told: list[ComplaintPeriod]
) -> ComplaintReport:
    """The workbook's periods take the place of those that they overlap."""
    kept = [
        period
        for period in (old.periods if old else ())
        if not any(new.from_ <= period.to and period.from_ <= new.to for new in told)
    ]
    periods = tuple(sorted((*kept, *told), key=lambda period: period.from_))
    if old:
        return replace(old, as_of=day, periods=periods)
    return ComplaintReport(fiscal_year=year, as_of=day, periods=periods)


def _periods(table: Table, year: FiscalYear, account: Account) -> list[ComplaintPeriod]:
    reading = _Reading(Cells(account, year))
    found = [reading.period(line) for line in body.lines(table, account)]
    periods = [period for period in found if period]
    told = Words(f"{len(periods)} ช่วงเวลา", f"{len(periods)} periods")
    account.facts.append(Fact(table.sheet.place(table.first_head, 1), told))
    return periods


def _refuse_the_rest(account: Account) -> None:
    """Text beside, below or between the counts is refused, and not repeated in any report."""
    words = (NOT_OURS, NOTES, ASIDE_TEXT)
    account.problems.extend(
        ONLY_COUNTS.at(left.place) for left in account.left if left.why in words
    )
    account.left[:] = [left for left in account.left if left.why not in words]


class _Reading:
    """Reads the lines of a table."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def period(self, line: Line) -> ComplaintPeriod | None:
        """One line; None where it cannot be read."""
        before = len(self.cells.account.problems)
        self._only_counts(line)
        if len(self.cells.account.problems) > before:
            return None
        first, last = self.cells.month(line, "first_month"), self.cells.month(line, "last_month")
        if first is None or last is None:
            if len(self.cells.account.problems) == before:
                empty = "first_month" if first is None else "last_month"
                told = body.missing_cell(line, line.column(empty))
                self.cells.account.problems.append(told)
            return None
        return ComplaintPeriod(
            from_=first,
            to=last,
            none=self.cells.choice(line, "none") == "none",
            by_type=self._by_type(line),
            by_channel=self._split(line, "channel", tuple(Medium), ByMedium),
            answers=self._split(line, "answer", tuple(Answer), Answers),
            satisfaction=self._satisfaction(line),
        )

    def _only_counts(self, line: Line) -> None:
        """Whether each cell for a count holds a count or nothing."""
        for column in line.table.form.columns:
            if column.kind is Kind.COUNT and not _is_count(line, column.key):
                place = line.place(column.key)
                self.cells.account.problems.append(ONLY_COUNTS.at(place))

    def _by_type(self, line: Line) -> ByType | None:
        flows: dict[str, Any] = {str(kind): self._flow(line, kind) for kind in ComplaintType}
        return ByType(**flows) if any(flows.values()) else None

    def _flow(self, line: Line, kind: ComplaintType) -> Flow | None:
        """The four counts of a type; a type that is left blank is not counted."""
        counts = {field: self._whole(line, f"{kind}/{field}") for field in FLOW_FIELDS}
        if all(count is None for count in counts.values()):
            return None
        for field, count in counts.items():
            if count is None:
                place = line.place(f"{kind}/{field}")
                self.cells.account.problems.append(BLANK_COUNT.at(place))
        told: dict[str, Any] = {field: count or 0 for field, count in counts.items()}
        return Flow(**told)

    def _split(self, line: Line, group: str, keys: tuple[str, ...], kind: Any) -> Any:
        counts = {str(key): self._whole(line, f"{group}/{key}") for key in keys}
        if all(count is None for count in counts.values()):
            return None
        return kind(**{key: count or 0 for key, count in counts.items()})

    def _satisfaction(self, line: Line) -> Satisfaction | None:
        measured = self.cells.choice(line, "measured")
        if measured is None:
            return None
        asked, content = self._whole(line, "asked"), self._whole(line, "satisfied")
        return Satisfaction(measured=measured == "true", asked=asked, satisfied=content)

    def _whole(self, line: Line, key: str) -> int | None:
        return self.cells.whole(line, key)


def _is_count(line: Line, key: str) -> bool:
    value = line.value(key)
    if isinstance(value, bool | date):
        return False
    text = folded(text_of(value)) if isinstance(value, str) else text_of(value)
    if is_nothing(text):
        return True
    plain = text.translate(THAI_DIGITS)
    return bool(NUMBER.fullmatch(plain)) and len(plain) <= LONGEST


def as_yaml(report: ComplaintReport) -> str:
    """A report as the content has it: the same bytes for the same counts."""
    lines = [f"fiscal_year: {int(report.fiscal_year)}", f"as_of: {report.as_of}"]
    if report.unit:
        lines.append(f"unit: {report.unit}")
    if "small_counts_below" in report.written:
        lines.append(f"small_counts_below: {report.small_counts_below}")
    lines.append("periods:")
    for period in report.periods:
        lines += _period_lines(period)
    return HEAD + "\n".join(lines) + "\n"


def _period_lines(period: ComplaintPeriod) -> list[str]:
    lines = [f"  - from: {period.from_}", f"    to: {period.to}"]
    if period.none:
        lines.append("    none: true")
    if period.by_type:
        lines.append("    by_type:")
        lines += [f"      {kind}: {_flat(flow)}" for kind, flow in period.flows.items()]
    parts = {
        "by_channel": period.by_channel,
        "answers": period.answers,
        "satisfaction": period.satisfaction,
    }
    return [*lines, *(f"    {name}: {_flat(part)}" for name, part in parts.items() if part)]


def _flat(record: Record) -> str:
    """{carried_over: 0, received: 2 …}; of channels only those that brought something."""
    values = {f.name: getattr(record, f.name) for f in fields(record) if f.name != "written"}
    shown = {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in values.items()
        if value is not None and (value or not isinstance(record, ByMedium))
    }
    return "{" + ", ".join(f"{name}: {value}" for name, value in shown.items()) + "}"


ONLY_COUNTS = Rule(
    code="only-counts",
    what=Words(
        "ช่องนี้ไม่ใช่จำนวน (ไม่แสดงสิ่งที่พบ)", "This cell holds no count (what it holds is not repeated)"
    ),
    why=Words(
        "ชื่อ ข้อความ วันที่ หรือเลขเรื่อง อาจทำให้รู้ตัวผู้ร้องเรียน จึงไม่รับเข้าระบบเลย",
        "A name, a text, a day or a case number could point to who complained; none is ever taken in",
    ),
    mend=Words(
        "ลบออกจากไฟล์ ในตารางนี้มีได้แต่จำนวนเรื่อง",
        "Delete it; this table holds nothing but counts",
    ),
)
BLANK_COUNT = Rule(
    code="blank-count",
    what=Words(
        "ช่องนี้ว่าง แต่ช่องอื่นของประเภทเดียวกันมีจำนวน",
        "This cell is blank, though the type's other cells are filled",
    ),
    why=Words("ว่างไม่ใช่ศูนย์", "A blank is not a zero"),
    mend=Words("พิมพ์จำนวน ถ้าไม่มีพิมพ์ 0", "Type the count; 0 if there was none"),
)
NO_DAY = Rule(
    code="no-day",
    what=Words("ไม่รู้ว่าข้อมูล ณ วันที่ใด", "The day that the data is of is not known"),
    why=Words("หน้าเว็บต้องบอกวันที่ของข้อมูล", "The page must tell it"),
    mend=Words("เพิ่ม --as-of เช่น --as-of 2026-04-09", "Add --as-of, such as --as-of 2026-04-09"),
)
RULES = (ONLY_COUNTS, BLANK_COUNT, NO_DAY)

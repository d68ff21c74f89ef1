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
from generator.importers.values import MONTH_WORDS, Cells, chosen, is_nothing
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
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.importers.account import Account
    from generator.importers.body import Line
    from generator.importers.columns import Column
    from generator.importers.headers import Table
    from generator.model.base import Record
    from generator.model.eras import Day, FiscalYear

HEAD = "# yaml-language-server: $schema=../../.schema/complaints.json\n"
NUMBER = re.compile(r"[0-9]+(\.0+)?")
NONE_OF_IT = frozenset({"ไม่มี", "none"})
"""What says, folded, that something was counted and there was none."""
AS_ZERO = Words("“ไม่มี” ในช่องจำนวนคือ 0", "“ไม่มี” (none) in a count's cell is 0")
MONTH_ALONE = re.compile(
    rf"(?:ประจำ)?(?:เดือน)?\s*(?:{MONTH_WORDS.pattern}|[0-9]{{4}}-[0-9]{{1,2}})"
)
"""A month and nothing beside it that a message could repeat."""
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
        problems = self.cells.account.problems
        before = len(problems)
        problems.extend(_foreign(line))
        if len(problems) > before:
            return None
        first, last = self.cells.month(line, "first_month"), self.cells.month(line, "last_month")
        if first is None or last is None:
            if len(problems) == before:
                empty = "first_month" if first is None else "last_month"
                problems.append(body.missing_cell(line, line.column(empty)))
            return None
        period = ComplaintPeriod(
            from_=first,
            to=last,
            none=self.cells.choice(line, "none") == "none",
            by_type=self._by_type(line),
            by_channel=self._by_channel(line),
            answers=self._answers(line),
            satisfaction=self._satisfaction(line),
        )
        if period.none and _came_in(period):
            problems.append(NONE_BESIDE_COUNTS.at(line.place("none")))
        return period

    def _by_type(self, line: Line) -> ByType | None:
        """The four counts of each type; a type that is left blank is not counted."""
        flows: dict[str, Any] = {}
        for kind in ComplaintType:
            counts = self._all_or_none(line, str(kind), FLOW_FIELDS)
            flows[str(kind)] = Flow(**counts) if counts else None
        return ByType(**flows) if any(flows.values()) else None

    def _answers(self, line: Line) -> Answers | None:
        counts = self._all_or_none(line, "answer", Answer)
        return Answers(**counts) if counts else None

    def _by_channel(self, line: Line) -> ByMedium | None:
        """The channels; one that is left blank beside others brought none."""
        counts = {str(medium): self._whole(line, f"channel/{medium}") for medium in Medium}
        if all(count is None for count in counts.values()):
            return None
        told: dict[str, Any] = {key: count or 0 for key, count in counts.items()}
        return ByMedium(**told)

    def _all_or_none(self, line: Line, group: str, keys: Iterable[str]) -> dict[str, Any]:
        """Counts that are filled in together; nothing where all are left blank."""
        counts = {str(key): self._whole(line, f"{group}/{key}") for key in keys}
        if all(count is None for count in counts.values()):
            return {}
        for key, count in counts.items():
            if count is None:
                self.cells.account.problems.append(BLANK_COUNT.at(line.place(f"{group}/{key}")))
        return {key: count or 0 for key, count in counts.items()}

    def _satisfaction(self, line: Line) -> Satisfaction | None:
        """Where nobody was asked, "ไม่มี" among those who answered is no count either."""
        measured = self.cells.choice(line, "measured")
        if measured == "true":
            asked, content = self._whole(line, "asked"), self._whole(line, "satisfied")
            return Satisfaction(measured=True, asked=asked, satisfied=content)
        for key in ("asked", "satisfied"):
            if not is_nothing(line.text(key)):
                place, column = line.place(key), line.column("measured")
                told = MEASURED_UNSAID.at(place, column=column.head, word=column.choices[0].word)
                self.cells.account.problems.append(told)
        return Satisfaction(measured=False) if measured else None

    def _whole(self, line: Line, key: str) -> int | None:
        """A count, or None where the cell is empty; "ไม่มี" says that there was none: 0."""
        if folded(line.text(key)) not in NONE_OF_IT:
            return self.cells.whole(line, key)
        self.cells.changed(line, key, "0", AS_ZERO)
        return 0


def _foreign(line: Line) -> Iterator[Diagnostic]:
    """Cells that hold what does not belong there; no message repeats what it is."""
    for column in line.table.form.columns:
        place = line.place(column.key)
        if column.kind is Kind.COUNT and not _is_count(line, column.key):
            yield (UNCLEAR_COUNT if _is_unclear(line, column.key) else ONLY_COUNTS).at(place)
        elif column.kind is Kind.MONTH and not _is_month(line, column.key):
            yield ONLY_MONTHS.at(place, column=column.head)
        elif column.kind is Kind.CHOICE and not _is_choice(line, column):
            words = ", ".join(choice.word for choice in column.choices)
            yield ONLY_WORDS.at(place, column=column.head, allowed=words)


def _is_unclear(line: Line, key: str) -> bool:
    """A dash, or words for what is not known: neither a count nor a cell left blank."""
    text = line.text(key)
    return bool(text) and is_nothing(text) and folded(text) not in NONE_OF_IT


def _is_month(line: Line, key: str) -> bool:
    if isinstance(line.value(key), date):
        return True
    text = line.text(key)
    return is_nothing(text) or bool(MONTH_ALONE.fullmatch(text.translate(THAI_DIGITS)))


def _is_choice(line: Line, column: Column) -> bool:
    text = line.text(column.key)
    return text in {"", "-"} or chosen(column, " ".join(text.split())) is not None


def _is_count(line: Line, key: str) -> bool:
    value = line.value(key)
    if isinstance(value, bool | date):
        return False
    if _is_unclear(line, key):
        return False
    text = folded(text_of(value)) if isinstance(value, str) else text_of(value)
    if is_nothing(text):
        return True
    plain = text.translate(THAI_DIGITS)
    return bool(NUMBER.fullmatch(plain)) and len(plain) <= LONGEST


def _came_in(period: ComplaintPeriod) -> int:
    """Complaints that a line counts as received, in whatever group."""
    splits = (split for split in (period.by_channel, period.answers) if split)
    return period.received + sum(sum(split.counts().values()) for split in splits)


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
ONLY_MONTHS = Rule(
    code="only-months",
    what=Words(
        'ใน "{column}" ไม่ใช่เดือนอย่างเดียว (ไม่แสดงสิ่งที่พบ)',
        '"{column}" holds something else than a month (what it holds is not repeated)',
    ),
    why=Words(
        "ไม่รู้ว่าจำนวนในแถวนี้เป็นของช่วงใด และข้อความอื่นอาจทำให้รู้ตัวผู้ร้องเรียน",
        "Which period the row counts is not known, and other text could point to who complained",
    ),
    mend=Words(
        "พิมพ์เดือนอย่างเดียว เช่น ต.ค. 2568 หรือ 2025-10",
        "Type a month and nothing else, such as 2025-10",
    ),
)
ONLY_WORDS = Rule(
    code="only-listed-words",
    what=Words(
        'ใน "{column}" ไม่ใช่คำในรายการ (ไม่แสดงสิ่งที่พบ)',
        '"{column}" holds no word of its list (what it holds is not repeated)',
    ),
    why=Words(
        "คำอื่นอาจหมายถึงอย่างใดก็ได้ และข้อความอาจทำให้รู้ตัวผู้ร้องเรียน",
        "Other words could mean anything, and a text could point to who complained",
    ),
    mend=Words(
        "เลือกจากรายการในช่อง: {allowed} หรือเว้นว่าง",
        "Choose from the cell's list: {allowed}; or leave it blank",
    ),
)
UNCLEAR_COUNT = Rule(
    code="unclear-count",
    what=Words(
        "ช่องจำนวนนี้เป็นขีด หรือบอกว่าไม่มีข้อมูล",
        "This cell for a count holds a dash, or says that nothing is known",
    ),
    why=Words(
        "อาจหมายถึงศูนย์ ไม่ได้นับ หรือไม่ทราบ ซึ่งเป็นคนละอย่างกัน",
        "It can mean zero, not counted or not known, and these are different things",
    ),
    mend=Words(
        "ถ้านับแล้วไม่มี พิมพ์ 0 ถ้าไม่ได้นับ ให้เว้นว่างทุกช่องของประเภทหรือชุดนั้น",
        "Type 0 if there was none; if it was not counted, leave every cell of that type or group blank",
    ),
)
NONE_BESIDE_COUNTS = Rule(
    code="none-beside-counts",
    what=Words(
        "แถวนี้ยืนยันว่าไม่มีเรื่องร้องเรียนใหม่ แต่ช่องอื่นนับว่ามีเรื่องเข้ามา",
        "This row states that no complaint came in, but other cells count some that did",
    ),
    why=Words("ทั้งสองอย่างเป็นจริงพร้อมกันไม่ได้", "Both cannot be true"),
    mend=Words(
        "ลบคำยืนยันในช่องนี้ หรือแก้จำนวนรับใหม่ ช่องทาง และการตอบในแถวเดียวกันเป็น 0",
        "Empty this cell; or write 0 in the row's cells of received complaints, channels and answers",
    ),
)
MEASURED_UNSAID = Rule(
    code="measured-unsaid",
    what=Words(
        "มีจำนวนผู้ตอบหรือผู้พอใจ แต่แถวนี้ไม่ได้ระบุว่าสำรวจ",
        "People are counted, though the row does not say that satisfaction was measured",
    ),
    why=Words(
        "ไม่ได้สำรวจกับสำรวจแล้วเป็นคนละอย่างกัน จึงเดาแทนไม่ได้",
        "Measured and not measured are different things, and neither can be guessed",
    ),
    mend=Words(
        'เลือก "{word}" ในช่อง "{column}" ของแถวเดียวกัน หรือลบจำนวนนี้',
        'Choose "{word}" in the row\'s column "{column}", or delete this count',
    ),
)
BLANK_COUNT = Rule(
    code="blank-count",
    what=Words(
        "ช่องนี้ว่าง แต่ช่องอื่นของประเภทหรือชุดเดียวกันมีจำนวน",
        "This cell is blank, though other cells of its type or group are filled",
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
RULES = (
    ONLY_COUNTS, ONLY_MONTHS, ONLY_WORDS, UNCLEAR_COUNT, NONE_BESIDE_COUNTS, MEASURED_UNSAID, BLANK_COUNT,
    NO_DAY,
)  # fmt: skip

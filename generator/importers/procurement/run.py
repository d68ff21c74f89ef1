"""From files to the year's tables: read all, understand all, then write all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Rule, Words
from generator.frozen import frozen
from generator.importers import headers
from generator.importers.account import Fact
from generator.importers.body import NOTHING_FILLED_IN
from generator.importers.grid import where, whole
from generator.importers.procurement import files as content
from generator.importers.procurement.columns import FORM
from generator.importers.procurement.context import about, fiscal_year
from generator.importers.procurement.lines import Gathered, Reading, together
from generator.importers.procurement.merge import Old, Wishes, merged
from generator.importers.values import Cells
from generator.importers.workbook import opened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.importers.account import Account
    from generator.importers.headers import Table
    from generator.importers.procurement.context import About
    from generator.model.eras import FiscalYear, Month
    from generator.model.procurement import Procurement


@frozen(kw_only=True)
class Outcome:
    """A year that can be written, and what was there before."""

    year: Procurement
    before: Procurement | None
    folder: Path
    files: dict[str, bytes]

    @property
    def changes_nothing(self) -> bool:
        """Whether every file already has these bytes."""
        there = (self.folder / name for name in self.files)
        return all(
            path.exists() and path.read_bytes() == new
            for path, new in zip(there, self.files.values(), strict=True)
        )


def procurement(
    paths: Sequence[Path], folder: Path, wishes: Wishes, account: Account
) -> Outcome | None:
    """The year that workbooks tell, merged with `folder`/<year>; None where something is wrong."""
    tables = _tables(paths, account)
    if not tables:
        return None
    year = fiscal_year(tables, wishes.year, account)
    if year is None:
        return None
    gathered = _gathered(tables, year, account)
    drafts = together(gathered, account)
    if not (drafts or gathered.months_without or account.problems):
        account.problems.append(NOTHING_FILLED_IN.at(whole(paths[0].name)))
    target = folder / str(int(year))
    old = content.before(target, account.problems)
    if account.problems:
        return None
    result = merged(gathered, drafts, Old.of(old), wishes, year, account)
    if result is None:
        return None
    return Outcome(year=result, before=old, folder=target, files=content.contents(result, target))


def _tables(paths: Sequence[Path], account: Account) -> list[Table]:
    found: list[Table] = []
    for path in paths:
        book = opened(path)
        if isinstance(book, Diagnostic):
            account.problems.append(book)
            continue
        found += headers.tables(book, FORM, account)
    return found


def _gathered(tables: list[Table], year: FiscalYear, account: Account) -> Gathered:
    gathered, cells = Gathered(), Cells(account, year)
    seen: dict[Month, About] = {}
    for table in tables:
        said = about(table, year, account)
        if said is None:
            continue
        if said.as_of:
            gathered.as_of.append(said.as_of)
        monthly = said.month and "month" not in table.columns
        if said.month and monthly:
            first = seen.setdefault(said.month, said)
            if first is not said:
                account.problems.append(
                    MONTH_TWICE.at(said.place, month=said.month, first=where(first.place))
                )
                continue
        reading = Reading(table, said, cells, gathered)
        reading.read()
        account.facts.append(_fact(table, len(reading.drafts)))
    return gathered


def _fact(table: Table, count: int) -> Fact:
    names = [table.form.column(key).head for key in table.columns]
    thai, english = ", ".join(n.th for n in names), ", ".join(n.en for n in names)
    kind = _form_name(table)
    return Fact(
        table.sheet.place(table.first_head, 1),
        Words(
            f"{kind.th}: {count} รายการ คอลัมน์ที่รู้จัก: {thai}",
            f"{kind.en}: {count} lines; columns: {english}",
        ),
    )


def _form_name(table: Table) -> Words:
    has = table.columns.keys()
    if table.template:
        return Words("แบบกรอกของระบบ", "our template")
    if has & {"award", "bids"}:
        return Words("แบบ สขร.1", "form SKR.1")
    if "project_price" in has:
        return Words("ข้อมูลเปิด e-GP", "e-GP open data")
    if has >= {"tax_id", "ends"}:
        return Words("แบบ ITA 18 คอลัมน์", "ITA list of 18 columns")
    if has >= {"budget_source", "status"}:
        return Words("แบบ ITA 16 คอลัมน์", "ITA list of 16 columns")
    return Words("ตารางอื่น", "another table")


MONTH_TWICE = Rule(
    code="month-twice",
    what=Words(
        "เดือน {month} มีสองแผ่นงาน อีกแผ่นอยู่ที่ {first}",
        "The month {month} stands in two sheets; the other is {first}",
    ),
    why=Words("ไม่รู้ว่าแผ่นใดเป็นฉบับจริง", "It is unclear which of them holds"),
    mend=Words(
        "ลบหรือซ่อนแผ่นที่ไม่ใช้ หรือแก้ชื่อเดือน", "Delete or hide the one that does not, or mend its month"
    ),
)
RULES = (MONTH_TWICE,)

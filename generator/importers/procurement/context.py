"""What a sheet says about itself above the table: its fiscal year, its month, the day it is of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.importers.account import Account, Fact
from generator.importers.columns import REMEMBERED, folded, tidy
from generator.importers.grid import Value, quoted, text_of, whole
from generator.importers.values import CENTURY, day_in, month_in
from generator.load.scalars import THAI_DIGITS
from generator.model import eras
from generator.model.eras import Day, FiscalYear, Month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.headers import Table

YEAR = re.compile(r"(?:ปีงบประมาณ|งบประมาณปี)\s*(?:พ\.?\s?ศ\.?)?\s*:?\s*(2[0-9]{3})")
OF_MONTH = re.compile(r"รอบเดือน|ประจำเดือน|^\s*เดือน")
AS_OF = re.compile(r"ข้อมูล\s*ณ\s*วันที่|ณ\s*วันที่")
LABELS = 6
"""Rows at the top in which a label may have its value in the cell to the right."""


class About(NamedTuple):
    """What a sheet says about itself."""

    month: Month | None
    place: Place
    """Where it says so."""
    as_of: Day | None


def titles(table: Table) -> Iterator[tuple[Place, str]]:
    """The texts above the head; a label and the cell beside it make one text."""
    for number in range(1, table.first_head):
        row = table.sheet.rows[number - 1]
        for column, value in enumerate(row, start=1):
            if value != "":
                yield table.sheet.place(number, column), " ".join(_with_next(row, column))


def _with_next(row: list[Value], column: int) -> list[str]:
    beside = next((value for value in row[column:] if value != ""), "")
    return [tidy(text_of(value)).translate(THAI_DIGITS) for value in (row[column - 1], beside)]


def years(table: Table) -> dict[FiscalYear, Place]:
    """Every fiscal year that a table names, above its head or in a column of its own."""
    found: dict[FiscalYear, Place] = {}
    for place, text in titles(table):
        named = YEAR.search(text)
        if named:
            found.setdefault(FiscalYear(int(named[1])), place)
    column = table.columns.get("fiscal_year")
    for row in range(table.last_head + 1, len(table.sheet.rows) + 1) if column else ():
        typed = tidy(text_of(table.sheet.value(row, column or 1))).translate(THAI_DIGITS)
        if re.fullmatch(r"2[0-9]{3}", typed):
            found.setdefault(FiscalYear(int(typed)), table.sheet.place(row, column or 1))
    return found or _years_of_months(table)


def _years_of_months(table: Table) -> dict[FiscalYear, Place]:
    """The fiscal years of the months that the titles and the sheet's name tell with their year."""
    texts = [*_month_texts(table), (table.sheet.place(1, 1), table.sheet.name)]
    for place, text in texts:
        if re.search("[0-9]{2}", text.translate(THAI_DIGITS)):
            month = month_in(text, FiscalYear(CENTURY))
            if month and month.fiscal_year > CENTURY:
                return {month.fiscal_year: place}
    return {}


def fiscal_year(tables: list[Table], stated: int | None, account: Account) -> FiscalYear | None:
    """The one year that all tables are of; what they name must be the year that was stated."""
    named = [(year, place) for table in tables for year, place in years(table).items()]
    wanted = FiscalYear(stated) if stated else next((year for year, _ in named), None)
    if wanted is None:
        account.problems.append(NO_YEAR.at(whole(tables[0].sheet.book)))
        return None
    strange = [(year, place) for year, place in named if year != wanted]
    account.problems.extend(
        OTHER_FISCAL_YEAR.at(place, found=int(year), wanted=int(wanted)) for year, place in strange
    )
    return None if strange else wanted


def about(table: Table, year: FiscalYear, account: Account) -> About | None:
    """The month of a sheet, if it is a month's, and the day that it is of."""
    as_of = _as_of(table)
    texts = [*_month_texts(table), (table.sheet.place(0, 0), table.sheet.name)]
    for place, text in texts:
        month = month_in(text, year)
        if month is None:
            continue
        if month.fiscal_year != year:
            account.problems.append(outside(place, text, year))
            return None
        on_tab = month_in(table.sheet.name, year)
        if on_tab and on_tab != month:
            tab = quoted(table.sheet.name)
            account.problems.append(TWO_MONTHS.at(place, title=quoted(text), tab=tab))
            return None
        told = Words(f"เดือน {month} จาก “{quoted(text)}”", f"month {month}, from “{quoted(text)}”")
        account.facts.append(Fact(place, told))
        return About(month, place, as_of)
    return About(None, table.sheet.place(0, 0), as_of)


def outside(place: Place, text: str, year: FiscalYear) -> Diagnostic:
    """The message for a month that does not lie in the fiscal year."""
    months = Words(
        f"ต.ค. {eras.buddhist_year(year.first_day.year)} – ก.ย. {int(year)}",
        f"{year.months[0]} to {year.months[-1]}",
    )
    return MONTH_OUTSIDE.at(place, value=quoted(text), year=int(year), months=months)


def _month_texts(table: Table) -> list[tuple[Place, str]]:
    return [(place, text) for place, text in titles(table) if OF_MONTH.search(text)]


def _as_of(table: Table) -> Day | None:
    """The day after "ข้อมูล ณ วันที่", where it is written without doubt."""
    for _, text in titles(table):
        if AS_OF.search(text) and (found := day_in(text)):
            year, month = found["y"], month_in(f"{found['m']} {found['y']}", FiscalYear(CENTURY))
            number = int(found["m"]) if found["m"].isdigit() else month.number if month else 0
            common = eras.common_year(int(year)) if int(year) > eras.LAST_COMMON_YEAR else int(year)
            try:
                return Day(common, number, int(found["d"]))
            except ValueError:
                return None
    return None


@lru_cache(maxsize=REMEMBERED)
def is_none_statement(text: str) -> bool:
    """Whether a text says that nothing was bought: the rule of form สขร.1 for such a month."""
    return bool(NOTHING_BOUGHT.fullmatch(folded(text)))


NOTHING_BOUGHT = re.compile(
    r"(ใน)?(รอบ)?(เดือน)?(นี้|[ก-๎]{2,12}[0-9]{0,4})?ไม่มี(รายการ|การดำเนินการ|การ)?(จัดซื้อ(หรือ|และ)?(จัด)?จ้าง|จัดซื้อจัดจ้าง|จัดหา(พัสดุ)?).{0,40}"
)

NO_YEAR = Rule(
    code="no-fiscal-year",
    what=Words("ไฟล์ไม่ได้บอกปีงบประมาณ", "The file does not tell its fiscal year"),
    why=Words("ไม่รู้ว่าจะเก็บไว้ในปีใด", "It is unclear to which year it belongs"),
    mend=Words("เพิ่ม --year เช่น --year 2569", "Add --year, such as --year 2569 (B.E.)"),
)
OTHER_FISCAL_YEAR = Rule(
    code="other-fiscal-year",
    what=Words(
        "ที่นี่ระบุปีงบประมาณ {found} ไม่ใช่ {wanted}", "The fiscal year here is {found}, not {wanted}"
    ),
    why=Words("ข้อมูลจะไปอยู่ผิดปี", "The data would be kept under another year"),
    mend=Words(
        "แก้ปีในไฟล์ หรือแยกไฟล์ตามปี แล้วใช้ --year {found}",
        "Mend the year in the file, or make a file of each year and use --year {found}",
    ),
)
MONTH_OUTSIDE = Rule(
    code="month-elsewhere",
    what=Words(
        '"{value}" ไม่อยู่ในปีงบประมาณ {year}', '"{value}" does not lie in fiscal year B.E. {year}'
    ),
    why=Words("ปีงบประมาณมีเดือน {months}", "Its months are {months}"),
    mend=Words(
        "แก้เดือนหรือปี หรือระบุ --year ที่ถูกต้อง", "Mend the month or the year, or name the right --year"
    ),
)
TWO_MONTHS = Rule(
    code="title-and-tab-differ",
    what=Words(
        'หัวเรื่องบอกว่า "{title}" แต่ชื่อแผ่นงานคือ "{tab}"',
        'The title says "{title}", but the sheet is called "{tab}"',
    ),
    why=Words(
        "มักคัดลอกแผ่นงานของเดือนก่อนแล้วแก้ไม่ครบ รายการจะไปอยู่ผิดเดือน",
        "A sheet is often copied from the month before; its lines would be told under a wrong month",
    ),
    mend=Words("แก้หัวเรื่องหรือชื่อแผ่นงานให้ตรงกัน", "Mend the title or the sheet's name"),
)
RULES = (NO_YEAR, OTHER_FISCAL_YEAR, MONTH_OUTSIDE, TWO_MONTHS)

"""The items of the plan with their money and time, who answers for them, and where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.plan.columns import (
    AMOUNT,
    ITEM,
    KIND,
    LINE,
    MONEY_STATUS,
    NODE,
    TITLE_EN,
    TITLE_TH,
    YEAR,
    whole,
)
from generator.exports.plan.words import LEVEL_WORDS
from generator.exports.table import Table, Unit, baht, choice, column, integer
from generator.formats import plain
from generator.model.disclosure import total
from generator.model.plan import AllocationStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item


def _items(edition: Edition) -> Iterator[tuple[str, ...]]:
    years = edition.disclosure.years
    for item in edition.disclosure.items:
        title, period = item.shown_title, item.period
        yield (
            item.id,
            whole(item.shown_number),
            item.shown_kind or "",
            item.top,
            item.node,
            title.th,
            title.en or "",
            " ".join(item.shown_responsible),
            whole(period.from_ if period else None),
            whole(period.to if period else None),
            " ".join(str(quarter) for quarter in period.quarters) if period else "",
            " ".join(str(month) for month in period.months) if period else "",
            _budget([item], years),
            whole(item.source.table),
            whole(item.source.detail),
        )


def _budget(items: Iterable[Item], years: tuple[FiscalYear, ...]) -> str:
    """Their money in all years; empty where none is set, which is not 0 baht."""
    planned = list(items)
    every = (money for item in planned for money in item.allocations(years).values())
    if all(money.status is not AllocationStatus.BUDGETED for money in every):
        return ""
    return plain(total(planned, years))


def _allocations(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        for year, money in item.allocations(edition.disclosure.years).items():
            yield item.id, str(int(year)), plain(money.amount), money.status


def _schedule(edition: Edition) -> Iterator[tuple[str, ...]]:
    rows = [(row, item) for item in edition.disclosure.items for row in item.schedule]
    for row, item in sorted(rows, key=lambda pair: (pair[0].fiscal_year, pair[0].line)):
        yield (
            item.id,
            str(int(row.fiscal_year)),
            str(row.number),
            row.node,
            " ".join(str(quarter) for quarter in row.quarters),
            plain(row.budget.amount),
            row.budget.status,
            str(row.line),
            row.title.th if row.title else "",
        )


def _units(edition: Edition) -> Iterator[tuple[str, ...]]:
    for unit in edition.disclosure.agency.units:
        sort = "group" if unit.collective else "position" if unit.position else "unit"
        items = str(len(edition.disclosure.items_of(unit.id)))
        yield unit.id, unit.name.th, unit.name.en or "", sort, items, whole(unit.line)


def _nodes(edition: Edition) -> Iterator[tuple[str, ...]]:
    plan = edition.disclosure.plan
    for node in plan.walk():
        inside = edition.disclosure.items_in(node)
        title = node.shown_title
        yield (
            node.code,
            plan.levels[node.code.count(".")],
            title.th,
            title.en or "",
            str(len(inside)),
            _budget(inside, edition.disclosure.years),
            whole(node.line),
        )


_BUDGET = baht(
    "budget_thb",
    "งบประมาณรวม (บาท) ว่างเมื่อไม่มีจำนวนเงิน",
    "Budget over all years in baht; empty where no amount is set",
)
ITEMS = Table(
    name="items",
    about=Words("รายการในแผน", "Items of the plan"),
    columns=(
        ITEM,
        integer("number", "ลำดับที่", "Sequence number"),
        KIND,
        column("dimension", "รหัสมิติ ประเด็น หรือเป้าหมาย", "Code of the dimension, issue or goal"),
        column("area", "รหัสภารกิจหรือตัวชี้วัด", "Code of the area or indicator"),
        TITLE_TH,
        TITLE_EN,
        column("unit_ids", "รหัสหน่วยงานรับผิดชอบ", "Ids of the responsible units"),
        integer(
            "first_year", "ปีงบประมาณแรก (พ.ศ.)", "First fiscal year (B.E.)", Unit.BUDDHIST_YEAR
        ),
        integer(
            "last_year", "ปีงบประมาณสุดท้าย (พ.ศ.)", "Last fiscal year (B.E.)", Unit.BUDDHIST_YEAR
        ),
        column("quarters", "ไตรมาส", "Quarters of the fiscal year"),
        column("months", "เดือน", "Months, 1 to 12"),
        _BUDGET,
        integer("line_table", "บรรทัดในตาราง", "Line of its row in the table"),
        integer("line_detail", "บรรทัดของรายละเอียด", "Line where its description begins"),
    ),
    rows=_items,
    key="item_id",
)


NODES = Table(
    name="nodes",
    about=Words(
        "มิติ ภารกิจ ประเด็น เป้าหมาย และตัวชี้วัด", "Dimensions, areas, issues, goals and indicators"
    ),
    columns=(
        column("code", "รหัส", "Code"),
        column("level", "ระดับ", "Level", values=LEVEL_WORDS.items()),
        TITLE_TH,
        TITLE_EN,
        integer("items", "จำนวนรายการ", "Number of items", Unit.ITEMS),
        _BUDGET,
        LINE,
    ),
    rows=_nodes,
    key="code",
)


ALLOCATIONS = Table(
    name="allocations",
    about=Words("งบประมาณของแต่ละรายการในแต่ละปี", "Budget of each item in each year"),
    columns=(ITEM, YEAR, AMOUNT, MONEY_STATUS),
    rows=_allocations,
    links=(("item_id", ITEMS),),
)


SCHEDULE = Table(
    name="schedule",
    about=Words("แถวของแผนรายปี", "Rows of the annual plans"),
    columns=(
        ITEM,
        YEAR,
        integer("number", "ลำดับที่ในปีนั้น", "Number in that year"),
        NODE,
        column("quarters", "ไตรมาสที่ทำเครื่องหมาย", "Quarters marked"),
        AMOUNT,
        MONEY_STATUS,
        LINE,
        column(
            "title_in_table",
            "ชื่อในตารางเมื่อต่างจากชื่อรายการ",
            "Title in the table, where it differs",
        ),
    ),
    rows=_schedule,
    links=(("item_id", ITEMS), ("node", NODES)),
)


UNITS = Table(
    name="units",
    about=Words("หน่วยงานและตำแหน่งที่รับผิดชอบ", "Responsible units and positions"),
    columns=(
        column("unit_id", "รหัสหน่วยงาน", "Id of the unit"),
        column("name_th", "ชื่อ", "Name in Thai"),
        column("name_en", "ชื่อภาษาอังกฤษ", "Name in English"),
        choice(
            "sort",
            "ชนิด",
            "Sort",
            unit=("หน่วยงาน", "a unit"),
            position=("ตำแหน่ง", "a position"),
            group=("หลายหน่วยงานรวมกัน", "several units together"),
        ),
        integer("items", "จำนวนรายการ", "Number of items", Unit.ITEMS),
        LINE,
    ),
    rows=_units,
    key="unit_id",
)

ITEM_TABLES = (ITEMS, ALLOCATIONS, SCHEDULE, UNITS, NODES)

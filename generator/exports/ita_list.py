"""The ITA list of sixteen columns, a purchase on each line, as CSV and as a workbook."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.about import told
from generator.exports.table import Column, Table, Type, Unit
from generator.exports.workbook import LINE_HEIGHT, Pen
from generator.formats import plain
from generator.forms import (
    ITA_LIST_HEADS,
    ITA_MINISTRY,
    METHOD_WORDS,
    SOURCE_WORDS,
    STATUS_WORDS,
    ita_type,
)
from generator.model.agency import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.agency import Agency
    from generator.model.eras import FiscalYear
    from generator.model.ledger import Ledger

LABELS = (
    "Number", "Fiscal year (B.E.)", "Agency", "District", "Province", "Ministry", "Type of agency",
    "What is bought or hired", "Budget in baht", "Source of the money", "Status", "Method",
    "Reference price in baht", "Price agreed in baht", "Suppliers chosen", "Project number in e-GP",
)  # fmt: skip
TYPES = {0: Type.INTEGER, 1: Type.INTEGER, 8: Type.NUMBER, 12: Type.NUMBER, 13: Type.NUMBER}
UNITS = {1: Unit.BUDDHIST_YEAR, 8: Unit.BAHT, 12: Unit.BAHT, 13: Unit.BAHT}
COLUMNS = tuple(
    Column(head, Words(head, label), TYPES.get(place, Type.STRING), UNITS.get(place))
    for place, (head, label) in enumerate(zip(ITA_LIST_HEADS, LABELS, strict=True))
)
WIDTHS = (6, 8, 30, 14, 14, 16, 22, 40, 16, 24, 20, 22, 16, 16, 40, 16)
INVENTED = {
    Standing.FICTIONAL: " (สมมติ)",
    Standing.DEMONSTRATION: " (เว็บสาธิต)",
    Standing.OFFICIAL: "",
}
"""Beside the agency's name: the form has no column that could say it."""
NOTES = (
    Words(
        "หัวคอลัมน์และลำดับเป็นของแบบรายการจัดซื้อจัดจ้าง 16 คอลัมน์ ปีงบประมาณ 2568 ตามสำเนาที่เผยแพร่ ยังไม่เคยเห็นแม่แบบจริง",
        "Heads and order are those of the list of 16 columns of fiscal year 2025 (B.E. 2568), as public copies "
        "have them; the template itself has not been seen.",
    ),
    Words(
        "หนึ่งแถวคืองานหนึ่งงาน ราคาที่ตกลงเป็นผลรวมของทุกสัญญาในงานนั้น เพื่อไม่ให้วงเงินถูกนับซ้ำ",
        "A line is a whole purchase, and its price the sum of its contracts, so that no budget is "
        "counted twice.",
    ),
)


def tables(edition: Edition) -> Iterator[Table]:
    """The list of each fiscal year in which something was bought."""
    for ledger in edition.ledgers:
        if ledger.purchases:
            yield Table(
                name=f"procurement/{int(ledger.year)}/ita-list",
                about=Words(
                    f"รายการจัดซื้อจัดจ้างตามแบบ ITA 16 คอลัมน์ ปีงบประมาณ {int(ledger.year)}",
                    f"ITA list of 16 columns, fiscal year B.E. {int(ledger.year)}",
                ),
                kind=Words("รายการจัดซื้อจัดจ้างตามแบบ ITA 16 คอลัมน์", "ITA list of 16 columns"),
                columns=COLUMNS,
                rows=partial(_rows, ledger),
                is_form=True,
            )


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The workbook of each list."""
    for table, ledger in zip(
        tables(edition), (one for one in edition.ledgers if one.purchases), strict=True
    ):
        yield list_file(ledger.year), _workbook(edition, ledger, table)


def list_file(year: FiscalYear) -> str:
    """Where the workbook of a year stands below the site's root."""
    return f"data/procurement/{int(year)}/ita-list.xlsx"


def _rows(ledger: Ledger, edition: Edition) -> Iterator[tuple[str, ...]]:
    whose = _whose(edition.disclosure.agency)
    for number, purchase in enumerate(ledger.purchases, 1):
        process = purchase.process
        suppliers = dict.fromkeys(contract.supplier for contract in purchase.contracts)
        yield (
            str(number),
            str(int(ledger.year)),
            *whose,
            process.title.th,
            plain(process.budget),
            SOURCE_WORDS[process.budget_source].th if process.budget_source else "",
            STATUS_WORDS[process.status].th if process.status else "",
            METHOD_WORDS[process.method].th,
            plain(process.reference_price),
            plain(purchase.price),
            ", ".join(suppliers),
            process.egp_number or "",
        )


def _whose(agency: Agency) -> tuple[str, ...]:
    said = INVENTED[agency.site.standing]
    return (
        agency.name.th.removesuffix(said) + said,
        agency.district.th if agency.district else "",
        agency.province.th if agency.province else "",
        ITA_MINISTRY,
        ita_type(agency.type),
    )


def _workbook(edition: Edition, ledger: Ledger, table: Table) -> bytes:
    """The list on the first sheet, its heads alone on the first row; what must be known behind."""
    pen = Pen.of(table.about.th, edition, ledger.procurement.report.as_of)
    sheet = pen.sheet("รายการจัดซื้อจัดจ้าง")
    for place, (column, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        pen.write(sheet, 0, place, column.name, pen.head)
    writes = [pen.writes(sheet, column) for column in COLUMNS]
    for row, cells in enumerate(table.rows(edition), 1):
        for place, (write, cell) in enumerate(zip(writes, cells, strict=True)):
            if cell:
                write(row, place, cell)
        pen.fit(sheet, row, zip(cells, WIDTHS, strict=True), LINE_HEIGHT)
    pen.fit(sheet, 0, zip(ITA_LIST_HEADS, WIDTHS, strict=True), LINE_HEIGHT)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    notes = pen.sheet("หมายเหตุ")
    notes.set_column(0, 2, 48)
    for row, (head, text) in enumerate(told(edition, NOTES)):
        said = (f"{head.th} · {head.en}", text.th, text.en)
        for place, words in enumerate(said):
            pen.write(notes, row, place, words, pen.wrapped)
        pen.fit(notes, row, ((words, 48) for words in said), LINE_HEIGHT)
    return pen.bytes()

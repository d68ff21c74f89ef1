"""Form สขร.1 as a workbook: a file for each month, and one for the year with a sheet for each month.

Heads, their order and the lines above them are the form's; what the data does not hold stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.exports.about import standing
from generator.exports.workbook import Pen
from generator.forms import SKR1, SKR1_HEADS, SKR1_NOTHING, SKR1_TITLE, method_said
from generator.frozen import frozen
from generator.model.agency import Standing
from generator.model.base import Lang
from generator.model.eras import buddhist_year
from generator.model.ledger import MonthState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.edition import Edition
    from generator.exports.drawing import Sheet, Style
    from generator.model.eras import FiscalYear, Month
    from generator.model.ledger import Ledger, Purchase
    from generator.model.procurement import Contract

WIDTHS = (7, 34, 16, 16, 18, 34, 34, 28, 28)
LINE, SMALLER = 24.0, 0.85
"""Points of a line in the form's typeface, and how much less of it than of the usual one fits."""
LAST = len(SKR1_HEADS) - 1
TYPEFACE = "TH SarabunPSK"
"""That of government documents; another stands in where it is not installed."""


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The workbooks of every fiscal year, by address."""
    for ledger in edition.ledgers:
        months = told_months(ledger)
        for month in months:
            yield month_file(month), _workbook(edition, ledger, (month,))
        if months:
            yield year_file(ledger.year), _workbook(edition, ledger, months)


def told_months(ledger: Ledger) -> tuple[Month, ...]:
    """Months of which the data says something: purchases, or that there were none."""
    told = {MonthState.REPORTED, MonthState.NOTHING}
    return tuple(month for month in ledger.year.months if ledger.state(month) in told)


def month_file(month: Month) -> str:
    """Where a month's form stands below the site's root."""
    return f"data/procurement/{int(month.fiscal_year)}/skr1-{month}.xlsx"


def year_file(year: FiscalYear) -> str:
    """Where the forms of all months of a year stand together."""
    return f"data/procurement/{int(year)}/skr1.xlsx"


@frozen
class Styles:
    """How the form is written."""

    right: Style
    middle: Style
    warning: Style
    head: Style
    words: Style
    baht: Style

    @classmethod
    def of(cls, pen: Pen) -> Styles:
        """The formats of a workbook, made once."""
        large = {"font_name": TYPEFACE, "font_size": 16, "bold": True}
        small = {"font_name": TYPEFACE, "font_size": 14, "border": 1, "text_wrap": True}
        return cls(
            right=pen.format(align="right", **large),
            middle=pen.format(align="center", **large),
            warning=pen.format(align="center", font_color="#8D2F2A", **large),
            head=pen.format(align="center", bold=True, **small),
            words=pen.format(**small),
            baht=pen.format(num_format="#,##0.00", **small),
        )


def _workbook(edition: Edition, ledger: Ledger, months: tuple[Month, ...]) -> bytes:
    pen = Pen.of(SKR1.th, edition, ledger.procurement.report.as_of)
    styles = Styles.of(pen)
    for month in months:
        sheet = pen.sheet(formats.month_of_year(month, Lang.TH))
        first = _head(pen, sheet, styles, list(_above(edition, ledger, month)))
        purchases = ledger.by_month.get(month, ())
        if not purchases:
            nothing = SKR1_NOTHING.format(month=formats.month_of_year(month, Lang.TH))
            _across(pen, sheet, first, nothing, styles.middle)
        for number, purchase in enumerate(purchases, 1):
            _line(pen, sheet, styles, number, first + number - 1, purchase)
    return pen.bytes()


def _above(edition: Edition, ledger: Ledger, month: Month) -> Iterator[str]:
    """What the form is of, whose it is, and the day of the data."""
    day = ledger.procurement.report.as_of
    yield SKR1_TITLE.format(month=formats.month_of_year(month, Lang.TH))
    yield edition.disclosure.agency.name.th
    yield f"วันที่ {day.day} เดือน {formats.month(day.month, Lang.TH)} พ.ศ. {buddhist_year(day.year)}"
    if edition.disclosure.agency.site.standing is not Standing.OFFICIAL:
        yield standing(edition).th


def _head(pen: Pen, sheet: Sheet, styles: Styles, above: list[str]) -> int:
    """The lines above the table and its heads; the row at which the table begins."""
    for number, width in enumerate(WIDTHS):
        sheet.set_column(number, number, width)
    sheet.set_row(0, LINE)
    pen.write(sheet, 0, LAST, SKR1.th, styles.right)
    for row, line in enumerate(above, 1):
        _across(pen, sheet, row, line, styles.warning if row > 3 else styles.middle)
    row = len(above) + 1
    for number, words in enumerate(SKR1_HEADS):
        pen.write(sheet, row, number, words, styles.head)
    pen.fit(sheet, row, zip(SKR1_HEADS, WIDTHS, strict=True), LINE)
    sheet.freeze_panes(row + 1, 0)
    sheet.repeat_rows(row)
    return row + 1


def _across(pen: Pen, sheet: Sheet, row: int, text: str, style: Style) -> None:
    sheet.set_row(row, LINE)
    sheet.merge_range(row, 0, row, LAST, data="", cell_format=style)
    pen.write(sheet, row, 0, text, style)


def _line(
    pen: Pen, sheet: Sheet, styles: Styles, number: int, row: int, purchase: Purchase
) -> None:
    process = purchase.process
    sheet.write_number(row, 0, number, styles.words)
    for column, amount in ((2, process.budget), (3, process.reference_price)):
        if amount is None:
            sheet.write_blank(row, column, None, styles.words)
        else:
            sheet.write_number(row, column, float(amount), styles.baht)
    texts = list(_words(purchase))
    for column, text in texts:
        pen.write(sheet, row, column, text, styles.words)
    pen.fit(sheet, row, ((text, WIDTHS[column] * SMALLER) for column, text in texts), LINE)


def _words(purchase: Purchase) -> Iterator[tuple[int, str]]:
    """The columns that hold words; two bidders or contracts stand on two lines of a cell."""
    process = purchase.process
    yield 1, process.title.th
    yield 4, method_said(process)
    yield 5, "\n".join(_priced(bid.bidder, bid.price) for bid in purchase.bids)
    yield 6, "\n".join(_priced(one.supplier, one.price) for one in purchase.contracts)
    yield 7, process.reason.th if process.reason else ""
    yield 8, "\n".join(filter(None, map(_signed, purchase.contracts)))


def _priced(name: str, price: Decimal | None) -> str:
    return name if price is None else f"{name} ราคา {formats.baht(price)} บาท"


def _signed(contract: Contract) -> str:
    day = f"ลงวันที่ {formats.day(contract.signed, Lang.TH)}" if contract.signed else ""
    return " ".join(filter(None, (contract.number, day)))

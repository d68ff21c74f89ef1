"""Proofs from a year's procurement: its months, its lines, its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.model.base import Text
from generator.model.eras import FiscalYear
from generator.model.ledger import Ledger, MonthState
from generator.model.procurement import ContractStatus, SupplierKind
from generator.proofs.proof import Means, Proof

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.disclosure import Disclosure
    from generator.model.eras import Month
    from generator.model.ledger import Purchase
    from generator.model.procurement import Contract
    from generator.proofs.proof import Months, Nothing, Prove

EIGHTEEN_COLUMNS = FiscalYear(2566)
"""Fiscal year whose list the form of 2567 asked for in eighteen columns; later ones ask for nine."""


def ledger_of(disclosure: Disclosure, year: FiscalYear) -> Ledger | None:
    """The purchases of a fiscal year, if its procurement is told."""
    found = (p for p in disclosure.procurement if p.fiscal_year == year)
    return next((Ledger.of(procurement) for procurement in found), None)


def months(disclosure: Disclosure, year: FiscalYear) -> frozenset[Month]:
    """Months of which purchases are listed, or of which it is said that there was none."""
    ledger = ledger_of(disclosure, year)
    return frozenset(year.months) - set(ledger.months_lacking) if ledger else frozenset()


def nothing_in_six_months(disclosure: Disclosure, year: FiscalYear) -> Text | None:
    """The sentence, where the data says of each of the first six months that there was nothing."""
    return _nothing(disclosure, year, year.months[:6])


def nothing_in_the_year(disclosure: Disclosure, year: FiscalYear) -> Text | None:
    """The sentence, where the data says of all twelve months that there was nothing."""
    return _nothing(disclosure, year, year.months)


def _nothing(disclosure: Disclosure, year: FiscalYear, period: tuple[Month, ...]) -> Text | None:
    ledger = ledger_of(disclosure, year)
    if ledger is None or any(ledger.state(month) is not MonthState.NOTHING for month in period):
        return None
    return Text(
        th=f"ไม่มีการจัดซื้อจัดจ้างในช่วงเวลาที่ต้องรายงานของปีงบประมาณ {int(year)}",
        en=f"Nothing was bought or hired in the months to report of fiscal year B.E. {int(year)}",
    )


def _report(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    ledger = ledger_of(disclosure, year)
    if ledger is None:
        return None
    told = 12 - len(ledger.months_lacking)
    return _proof(
        ledger,
        "months",
        Words(
            f"{len(ledger.purchases)} รายการ มีข้อมูล {told} เดือน",
            f"purchases: {len(ledger.purchases)}, months told: {told}",
        ),
    )


def _six_months(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Each of the first six months, those without procurement in words."""
    ledger = ledger_of(disclosure, year)
    if ledger is None or set(year.months[:6]) & set(ledger.months_lacking):
        return None
    empty = sum(ledger.state(month) is MonthState.NOTHING for month in year.months[:6])
    return _proof(
        ledger,
        "months",
        Words(
            f"ครบ 6 เดือนแรก (ระบุว่าไม่มีการจัดซื้อจัดจ้าง {empty} เดือน)",
            f"all of the first six months ({empty} stated to be without procurement)",
        ),
    )


def _lines(fits: Callable[[Purchase], bool], what: Words) -> Prove:
    """A proof that every purchase of the year states what a form asks of a line."""

    def prove(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
        ledger = ledger_of(disclosure, year)
        if ledger and nothing_in_six_months(disclosure, year) and not ledger.purchases:
            return _proof(ledger, "months", _NONE)
        if ledger is None or not ledger.purchases or not all(map(fits, ledger.purchases)):
            return None
        number = len(ledger.purchases)
        month = next(iter(ledger.by_month))
        return _proof(
            ledger,
            "list",
            Words(f"{what.th} ครบ {number} รายการ", f"{what.en} of every purchase ({number})"),
            month,
        )

    return prove


def _in_skr1(purchase: Purchase) -> bool:
    """The nine columns of form สขร.1; a purchase without a contract yet states what there is."""
    process = purchase.process
    stated = process.budget is not None and process.reference_price is not None
    if not purchase.contracts or not purchase.is_counted:
        return stated and process.status in {ContractStatus.PENDING, ContractStatus.CANCELLED}
    numbered = all(contract.number and contract.signed for contract in purchase.contracts)
    return stated and bool(purchase.bids) and process.reason is not None and numbered


def _in_the_plan(purchase: Purchase) -> bool:
    """Work, amount, reference price and method; the month tells when it was done."""
    return purchase.process.budget is not None and purchase.process.reference_price is not None


def _in_nine_columns(purchase: Purchase) -> bool:
    """Work, budget, its source, status, method, two prices, supplier, e-GP number.

    A purchase so small that it never enters e-GP has no number there.
    """
    process = purchase.process
    is_open = process.status in {ContractStatus.PENDING, ContractStatus.CANCELLED}
    stated = None not in (
        process.budget, process.budget_source, process.status, process.reference_price,
    )  # fmt: skip
    return stated and (bool(purchase.contracts) or is_open)


def _in_progress(purchase: Purchase) -> bool:
    process = purchase.process
    signed = all(contract.number and contract.signed for contract in purchase.contracts)
    return _in_the_plan(purchase) and process.status is not None and signed


def _in_eighteen_columns(purchase: Purchase) -> bool:
    """As nine, with the days of the contracts and juristic suppliers' tax numbers.

    A natural person's tax number is the national ID, which no form may ask to publish.
    """
    return _in_nine_columns(purchase) and all(map(_has_days_and_number, purchase.contracts))


def _has_days_and_number(contract: Contract) -> bool:
    numbered = contract.kind is SupplierKind.NATURAL or contract.tax_id is not None
    return numbered and contract.signed is not None and contract.ends is not None


def _item_columns(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """The columns of a year's list; there were eighteen of them once."""
    if year == EIGHTEEN_COLUMNS:
        words = Words("ข้อมูลตาม 18 คอลัมน์", "the eighteen columns")
        return _lines(_in_eighteen_columns, words)(disclosure, year)
    return _lines(_in_nine_columns, Words("ข้อมูลตาม 9 คอลัมน์", "the nine columns"))(disclosure, year)


def _leading_columns(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """The workbook of the year's list, which leads each line with the agency's own columns."""
    ledger = ledger_of(disclosure, year)
    if ledger is None or not ledger.purchases:
        return None
    number = len(ledger.purchases)
    return Proof(
        f"data/procurement/{int(year)}/ita-list.xlsx",
        "",
        Words(f"ไฟล์รายการ 16 คอลัมน์ {number} แถว", f"list of 16 columns, {number} rows"),
        Means.FILE,
        as_of=ledger.procurement.report.as_of,
    )


def _summary(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Number and money by method, problems, recommendations, of a whole year."""
    ledger = ledger_of(disclosure, year)
    if ledger is None or ledger.months_lacking:
        return None
    if not ledger.purchases:
        return _proof(ledger, "months", _NONE)
    report = ledger.procurement.report
    if not report.problems or not report.recommendations:
        return None
    counts = len(report.problems), len(report.recommendations)
    return _proof(
        ledger,
        "analysis",
        Words(
            f"จำแนกตามวิธี ปัญหา {counts[0]} ข้อ ข้อเสนอแนะ {counts[1]} ข้อ",
            f"by method; problems: {counts[0]}, recommendations: {counts[1]}",
        ),
    )


def _proof(ledger: Ledger, anchor: str, seen: Words, month: Month | None = None) -> Proof:
    path = f"procurement/{int(ledger.year)}" + (f"/{month}" if month else "")
    return Proof(path, anchor, seen, as_of=ledger.procurement.report.as_of)


_NONE = Words("ระบุว่าไม่มีการจัดซื้อจัดจ้าง", "it is stated that there was none")
PROOFS: dict[tuple[str, str], Prove] = {
    ("procurement-monthly", "report"): _report,
    ("procurement-monthly", "procurement-details"): _lines(
        _in_skr1, Words("รายละเอียดตามแบบ สขร. 1", "the details of form SKR.1")
    ),
    ("procurement-monthly", "first-six-months"): _six_months,
    ("procurement-list", "item-columns"): _item_columns,
    ("procurement-list", "leading-columns"): _leading_columns,
    ("procurement-list", "list-details"): _lines(
        _in_the_plan, Words("งาน วงเงิน ราคากลาง วิธี", "work, amount, reference price, method")
    ),
    ("procurement-progress", "progress"): _lines(
        _in_progress, Words("ความก้าวหน้าและสัญญา", "progress and contracts")
    ),
    ("procurement-report", "summary"): _summary,
    ("procurement-report", "item-columns"): _item_columns,
}
"""What the data cannot show has no proof here: that a list is of the investment budget alone, that a
PDF and a workbook were filed beside the page, that the commission's own template was not altered."""
MONTHS: dict[str, Months] = {
    "procurement-monthly": months,
    "procurement-list": months,
    "procurement-progress": months,
    "procurement-report": months,
}
NOTHING: dict[str, Nothing] = {
    "procurement-monthly": nothing_in_six_months,
    "procurement-list": nothing_in_six_months,
    "procurement-progress": nothing_in_six_months,
    "procurement-report": nothing_in_the_year,
}

"""Proofs from a year's No Gift Policy: declaration, culture, reports of what was received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.model.base import Text
from generator.proofs.proof import Proof
from generator.published.gifts import GIFTS, PROPERTY, receipts_of

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear, Month
    from generator.model.gifts import GiftReport
    from generator.proofs.proof import Months, Nothing, Prove


def report_of(disclosure: Disclosure, year: FiscalYear) -> GiftReport | None:
    """The No Gift Policy of a fiscal year, if it is told."""
    return next((r for r in disclosure.gifts if r.fiscal_year == year), None)


def _proof(report: GiftReport, anchor: str, seen: Words) -> Proof:
    return Proof(f"no-gift/{int(report.fiscal_year)}", anchor, seen, as_of=report.as_of)


def _declaration(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Its words, its day in the year, and the position of who signed it."""
    report = report_of(disclosure, year)
    if report is None or report.declaration is None:
        return None
    told = report.declaration
    both = told.text.en is not None
    return _proof(
        report,
        "declaration",
        Words(
            "ประกาศลงนามโดยผู้บริหาร" + (" ทั้งภาษาไทยและภาษาอังกฤษ" if both else ""),
            "the signed declaration" + (" in Thai and English" if both else ""),
        ),
    )


def _activities(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    report = report_of(disclosure, year)
    if report is None or not report.activities:
        return None
    number = len(report.activities)
    return _proof(report, "activities", Words(f"กิจกรรม {number} ครั้ง", f"{number} activities"))


def _both(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """The declaration, and activities that build the culture."""
    return _declaration(disclosure, year) if _activities(disclosure, year) else None


def _received(subject: str, anchor: str) -> Prove:
    """A report of what was received, or the statement that there was nothing."""

    def prove(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
        report = report_of(disclosure, year)
        told = receipts_of(report, subject) if report else ()
        if report is None or not told:
            return None
        empty = sum(receipts.none for receipts in told)
        seen = Words(
            f"รายงาน {len(told)} ช่วงเวลา (ระบุว่าไม่มีการรับ {empty} ช่วง)",
            f"a report of {len(told)} periods ({empty} stated to be without any)",
        )
        return _proof(report, anchor, seen)

    return prove


def _months(subject: str) -> Months:
    """The months that a report covers."""

    def months(disclosure: Disclosure, year: FiscalYear) -> frozenset[Month]:
        report = report_of(disclosure, year)
        told = receipts_of(report, subject) if report else ()
        return frozenset(month for receipts in told for month in receipts.months)

    return months


def _nothing(subject: str, th: str, en: str) -> Nothing:
    """The sentence, where it is stated of every period that nothing was received."""

    def nothing(disclosure: Disclosure, year: FiscalYear) -> Text | None:
        report = report_of(disclosure, year)
        told = receipts_of(report, subject) if report else ()
        if not told or not all(receipts.none for receipts in told):
            return None
        return Text(
            th=f"{th} ในช่วงเวลาที่รายงานของปีงบประมาณ {int(year)}",
            en=f"{en} in the reported months of fiscal year B.E. {int(year)}",
        )

    return nothing


PROOFS: dict[tuple[str, str], Prove] = {
    ("no-gift-declaration", "signed-declaration"): _declaration,
    ("no-gift-declaration", "no-gifts"): _declaration,
    ("no-gift-declaration", "current-year"): _declaration,
    ("no-gift-declaration", "declaration-and-activity"): _both,
    ("no-gift-culture", "activity"): _activities,
    ("no-gift-culture", "activity-form"): _activities,
    ("no-gift-culture", "current-year"): _activities,
    ("no-gift-report", "gift-report"): _received(GIFTS, "gifts"),
    ("property-received", "property-report"): _received(PROPERTY, "property"),
}
MONTHS: dict[str, Months] = {
    "no-gift-report": _months(GIFTS),
    "property-received": _months(PROPERTY),
}
NOTHING: dict[str, Nothing] = {
    "no-gift-report": _nothing(GIFTS, "ไม่มีการรับของขวัญหรือของกำนัล", "No gift was received"),
    "property-received": _nothing(
        PROPERTY,
        "ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยา",
        "No property or benefit was received on moral grounds",
    ),
}

"""Proofs from the ways to complain and a year's complaints, as far as these are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import path_of_complaints
from generator.diagnostics import Words
from generator.disclosure_control.cells import Mark
from generator.model.base import Text
from generator.model.complaints import ComplaintType, Concern
from generator.proofs.proof import Proof
from generator.published import published
from generator.published.complaints import COMPLETED, RECEIVED, whole_span
from generator.published.facts import ALL, AT_END

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.complaints import ComplaintGuide, ComplaintReport
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear, Month
    from generator.proofs.proof import Months, Nothing, Prove

GUIDE = "complaints"
"""The page of the ways to complain."""
ASKED = {ComplaintType.CORRUPTION, ComplaintType.MISCONDUCT}
"""What the form asks statistics of; general complaints do not count for it."""


def report_of(disclosure: Disclosure, year: FiscalYear) -> ComplaintReport | None:
    """The counts of a fiscal year, if any are told."""
    return next((r for r in disclosure.complaints if r.fiscal_year == year and r.periods), None)


def months(disclosure: Disclosure, year: FiscalYear) -> frozenset[Month]:
    """Months that are counted, those without a complaint included."""
    report = report_of(disclosure, year)
    return frozenset(m for p in report.periods for m in p.months) if report else frozenset()


def nothing(disclosure: Disclosure, year: FiscalYear) -> Text | None:
    """The sentence, where it is stated of every counted period that no complaint came in."""
    report = report_of(disclosure, year)
    if report is None or not all(period.none for period in report.periods):
        return None
    return Text(
        th=f"ไม่มีเรื่องร้องเรียนในช่วงเวลาที่รายงานของปีงบประมาณ {int(year)}",
        en=f"No complaint was received in the reported months of fiscal year B.E. {int(year)}",
    )


def _guided(anchor: str, what: Callable[[ComplaintGuide], Words | None]) -> Prove:
    """A proof that the guide says something."""

    def prove(disclosure: Disclosure, _year: FiscalYear) -> Proof | None:
        guide = disclosure.complaint_guide
        seen = what(guide) if guide else None
        if guide is None or seen is None:
            return None
        return Proof(GUIDE, anchor, seen, as_of=guide.as_of)

    return prove


def _number(of: int, th: str, en: str) -> Words | None:
    return Words(f"{th} {of} ข้อ", f"{en}: {of} points") if of else None


def _how(guide: ComplaintGuide) -> Words | None:
    return _number(len(guide.how), "วิธีร้องเรียน", "how to complain")


def _steps(guide: ComplaintGuide) -> Words | None:
    return _number(len(guide.steps), "ขั้นตอน", "steps")


def _unit(_guide: ComplaintGuide) -> Words:
    return Words("ส่วนงานที่รับผิดชอบ", "the responsible unit")


def _time(guide: ComplaintGuide) -> Words:
    return Words(f"ภายใน {guide.answer_days} วัน", f"within {guide.answer_days} days")


def _whole_guide(guide: ComplaintGuide) -> Words | None:
    if not (guide.how and guide.steps):
        return None
    return Words(
        "วิธีร้องเรียน ขั้นตอน ส่วนงานที่รับผิดชอบ และระยะเวลา",
        "how to complain, the steps, the responsible unit and the time taken",
    )


def _channel(guide: ComplaintGuide) -> Words | None:
    """An online channel for corruption; a rule sees to it that no general one has its address."""
    online = [channel for channel in guide.of(Concern.CORRUPTION) if channel.url]
    if not online:
        return None
    return Words(
        f"ช่องทางออนไลน์แจ้งทุจริต {len(online)} ช่องทาง แยกจากเรื่องทั่วไป",
        f"online channels for corruption, apart from general complaints: {len(online)}",
    )


def _linked(guide: ComplaintGuide) -> Words | None:
    """Every page of the site leads to the channels' page."""
    if _channel(guide) is None:
        return None
    return Words("เข้าถึงได้จากเมนูของทุกหน้า", "reached from the menu of every page")


def _counted(measures: tuple[str, ...], what: Words) -> Prove:
    """A proof that the year's totals of some measures are published, whole or as small."""

    def prove(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
        report = report_of(disclosure, year)
        if report is None or not set(report.types) >= ASKED:
            return None
        now, span = published(disclosure), whole_span(report)
        cells = [now.shown(measure, span, ALL) for measure in measures]
        if any(cell.mark is Mark.WITHHELD for cell in cells):
            return None
        return Proof(path_of_complaints(report), "periods", what, as_of=report.as_of)

    return prove


def _statistics(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    report = report_of(disclosure, year)
    if report is None or not set(report.types) >= ASKED:
        return None
    number = len(report.periods)
    seen = Words(
        f"สถิติเรื่องทุจริตและประพฤติมิชอบ {number} ช่วงเวลา",
        f"figures on corruption and misconduct, {number} periods",
    )
    return Proof(path_of_complaints(report), "types", seen, as_of=report.as_of)


def _six_months(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    report = report_of(disclosure, year)
    if report is None or set(year.months[:6]) - months(disclosure, year):
        return None
    seen = Words("ครบ 6 เดือนแรก", "all of the first six months")
    return Proof(path_of_complaints(report), "periods", seen, as_of=report.as_of)


def _none_stated(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Wherever no complaint came in, it is said in words."""
    report = report_of(disclosure, year)
    if report is None or any(not period.received and not period.none for period in report.periods):
        return None
    empty = sum(period.none for period in report.periods)
    seen = Words(
        f"ระบุว่าไม่มีเรื่องร้องเรียน {empty} ช่วงเวลา ช่วงอื่นมีเรื่องร้องเรียน",
        f"{empty} periods stated to be without complaints; in all others there were some",
    )
    return Proof(path_of_complaints(report), "periods", seen, as_of=report.as_of)


_ALL_THREE = _counted(
    (RECEIVED, COMPLETED, AT_END),
    Words("จำนวนทั้งหมด แล้วเสร็จ และอยู่ระหว่างดำเนินการ", "all, completed, and in progress"),
)


def _progress(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """The three counts, and that there was none wherever that is so."""
    return _ALL_THREE(disclosure, year) if _none_stated(disclosure, year) else None


PROOFS: dict[tuple[str, str], Prove] = {
    ("complaint-guideline", "guideline"): _guided("procedure", _whole_guide),
    ("complaint-guideline", "guideline-details"): _guided("how-to-complain", _whole_guide),
    ("complaint-guideline", "how-to-complain"): _guided("how-to-complain", _how),
    ("complaint-guideline", "procedure"): _guided("procedure", _steps),
    ("complaint-guideline", "responsible-unit"): _guided("responsible-unit", _unit),
    ("complaint-guideline", "timeframe"): _guided("timeframe", _time),
    ("complaint-channel", "channel"): _guided("channel", _channel),
    ("complaint-channel", "linked-from-main-site"): _guided("channel", _linked),
    ("complaint-statistics", "statistics"): _statistics,
    ("complaint-statistics", "progress-counts"): _progress,
    ("complaint-statistics", "received"): _counted(
        (RECEIVED,), Words("จำนวนเรื่องทั้งหมด", "the number of all complaints")
    ),
    ("complaint-statistics", "completed"): _counted(
        (COMPLETED,), Words("จำนวนเรื่องที่แล้วเสร็จ", "the number completed")
    ),
    ("complaint-statistics", "in-progress"): _counted(
        (AT_END,), Words("จำนวนเรื่องที่อยู่ระหว่างดำเนินการ", "the number in progress")
    ),
    ("complaint-statistics", "first-six-months"): _six_months,
    ("complaint-statistics", "none-stated"): _none_stated,
}
MONTHS: dict[str, Months] = {"complaint-statistics": months}
NOTHING: dict[str, Nothing] = {"complaint-statistics": nothing}

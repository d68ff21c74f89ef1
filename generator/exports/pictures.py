"""The numbers behind the pictures of the site: a table for each kind of picture, of all its years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.count_words import FLOW_WORDS, MEDIUM_WORDS
from generator.diagnostics import Words
from generator.exports.counts import COUNT, SPAN, count_cells
from generator.exports.results import PROGRESS_WORDS
from generator.exports.table import (
    Book,
    Table,
    Type,
    Unit,
    baht,
    choice,
    column,
    fiscal_year,
    integer,
    two_languages,
)
from generator.formats import plain
from generator.forms import METHOD_WORDS
from generator.model.disclosure import total
from generator.model.grades import grade
from generator.model.quarters import quarters
from generator.model.results import Progress, reached
from generator.model.spending import by_method, by_month
from generator.published.complaints import (
    CHANNEL,
    COMPLETED,
    RECEIVED,
    counted_months,
    span_of,
    split_tables,
    whole_span,
)
from generator.published.facts import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure_control.cells import Shown
    from generator.edition import Edition
    from generator.model.complaints import ComplaintReport
    from generator.model.results import Outcome, YearResults
    from generator.published.facts import Span


def books(edition: Edition) -> Iterator[Book]:
    """One workbook of the pictures that the site has."""
    tables = tuple(table for table in TABLES if any(True for _row in table.rows(edition)))
    if tables:
        yield Book(
            name="pictures/pictures",
            about=Words("ตัวเลขในภาพของเว็บไซต์", "The numbers behind the pictures"),
            tables=tables,
        )


def _budget(edition: Edition) -> Iterator[tuple[str, ...]]:
    disclosure = edition.disclosure
    if not total(disclosure.items, disclosure.years):
        return
    for year in disclosure.years:
        for node in disclosure.plan.nodes:
            title, inside = node.shown_title, disclosure.items_in(node)
            amount = plain(total(inside, disclosure.years, year))
            yield str(int(year)), node.code, title.th, title.en or "", amount


def _quarters(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.years:
        for one in quarters(edition.disclosure, year):
            told = one.by_progress
            counts = ["" if told is None else str(told[status]) for status in Progress]
            untold = "" if one.untold is None else str(one.untold)
            yield str(int(year)), str(one.quarter), str(one.planned), *counts, untold


def _risks(edition: Edition) -> Iterator[tuple[str, ...]]:
    risk = edition.disclosure.risk
    names = {level.id: level.name for level in risk.levels} if risk else {}
    for row in sorted(risk.matrix, key=lambda row: -row.likelihood) if risk else ():
        for impact, level in enumerate(row.levels, 1):
            inside = risk.at(row.likelihood, impact) if risk else ()
            name, numbers = names[level], " ".join(str(one.number) for one in inside)
            yield (
                str(row.likelihood), str(impact), level, name.th, name.en or "", str(len(inside)),
                numbers,
            )  # fmt: skip


def _results(edition: Edition) -> Iterator[tuple[str, ...]]:
    for result in edition.disclosure.results_of_ita:
        stated = result.grade
        worked_out = grade(result.fiscal_year, result.total, result.instruments)
        yield (
            str(int(result.fiscal_year)),
            plain(result.total),
            stated.th if stated else worked_out.th,
            (stated.en or "") if stated else worked_out.en,
            "yes" if stated else "no",
            result.source.th,
            result.source.en or "",
        )


def _reached(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.results:
        for name, outcomes in parts_of(year):
            counts = (str(reached(outcomes, status)) for status in Progress)
            yield str(int(year.fiscal_year)), name, *counts, str(len(outcomes))


def parts_of(year: YearResults) -> tuple[tuple[str, tuple[Outcome, ...]], ...]:
    """The parts of a year's results that tell of anything, by the words of the data."""
    parts: tuple[tuple[str, tuple[Outcome, ...]], ...] = (
        ("items", year.items), ("risks", year.risks), ("measures", year.measures),
    )  # fmt: skip
    return tuple((name, outcomes) for name, outcomes in parts if outcomes)


def _months(edition: Edition) -> Iterator[tuple[str, ...]]:
    for ledger in edition.ledgers:
        for one in by_month(ledger):
            year = str(int(ledger.year))
            yield year, str(one.month), one.method, str(one.number), plain(one.baht)


def _methods(edition: Edition) -> Iterator[tuple[str, ...]]:
    for ledger in edition.ledgers:
        for group in by_method(ledger.purchases):
            number = str(len(group.purchases))
            yield str(int(ledger.year)), group.key, number, plain(group.baht)


def _complaints(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.complaints:
        for period in report.periods:
            for measure in (RECEIVED, COMPLETED):
                shown = edition.published.shown(measure, span_of(period), ALL)
                yield _counted(report, span_of(period), measure, shown)


def _complaint_years(edition: Edition) -> Iterator[tuple[str, ...]]:
    told = [report for report in edition.disclosure.complaints if report.periods]
    for report in told if len(told) > 1 else ():
        for measure in (RECEIVED, COMPLETED):
            shown = edition.published.shown(measure, whole_span(report), ALL)
            cells = _counted(report, whole_span(report), measure, shown)
            yield *cells[:3], str(counted_months(report)), *cells[3:]


def _channels(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.complaints:
        if report.periods and CHANNEL in split_tables(report):
            for medium in MEDIUM_WORDS:
                shown = edition.published.shown(CHANNEL, whole_span(report), medium)
                yield _counted(report, whole_span(report), medium, shown)


def _counted(report: ComplaintReport, span: Span, name: str, shown: Shown) -> tuple[str, ...]:
    """A published count, as all tables of counts have it."""
    return (
        str(int(report.fiscal_year)), str(span.first), str(span.last), name, *count_cells(shown),
    )  # fmt: skip


_PROGRESS = tuple(
    integer(status, words.th, words.en, Unit.ITEMS) for status, words in PROGRESS_WORDS.items()
)
_METHOD = column("method", "วิธีซื้อหรือจ้าง", "Method", values=METHOD_WORDS.items())
_PRICE = baht("contract_price_thb", "มูลค่าตามสัญญา (บาท)", "Contract value in baht")
_PURCHASES = integer("purchases", "จำนวนงานที่จัดซื้อจัดจ้าง", "Number of purchases", Unit.ITEMS)
BUDGET = Table(
    name="pictures/budget",
    about=Words("งบประมาณตามแผน รายปีและรายมิติ", "Planned budget by year and part of the plan"),
    columns=(
        fiscal_year(),
        column("code", "รหัสมิติ ประเด็น หรือเป้าหมาย", "Code of the dimension, issue or goal"),
        *two_languages("title", "ชื่อ", "Title"),
        baht("amount_thb", "งบประมาณ (บาท)", "Budget in baht"),
    ),
    rows=_budget,
)
QUARTERS = Table(
    name="pictures/quarters",
    about=Words("แผนรายไตรมาสและผล", "What is planned for each quarter, and how far it is"),
    columns=(
        fiscal_year(),
        integer("quarter", "ไตรมาส", "Quarter"),
        integer("planned", "จำนวนที่วางแผนไว้", "How many are planned", Unit.ITEMS),
        *_PROGRESS,
        integer("untold", "ไม่มีผลรายงาน", "Of which the results say nothing", Unit.ITEMS),
    ),
    rows=_quarters,
)
RISKS = Table(
    name="pictures/risk_matrix",
    about=Words("ตารางระดับความเสี่ยงและความเสี่ยงในแต่ละช่อง", "The risk matrix with its risks"),
    columns=(
        integer("likelihood", "โอกาสเกิด (1–5)", "Likelihood, 1 to 5"),
        integer("impact", "ผลกระทบ (1–5)", "Impact, 1 to 5"),
        column("level", "รหัสระดับ", "Id of the level"),
        *two_languages("level_name", "ระดับ", "Level"),
        integer("risks", "จำนวนความเสี่ยงในช่อง", "Number of risks in the cell", Unit.ITEMS),
        column("numbers", "ลำดับที่ของความเสี่ยงในช่อง", "Numbers of the risks in the cell"),
    ),
    rows=_risks,
)
ITA_RESULTS = Table(
    name="pictures/ita_results",
    about=Words("ผลการประเมิน ITA ทุกปีที่ทราบ", "ITA results of every year that is known"),
    columns=(
        fiscal_year(),
        column("total", "คะแนนรวม (เต็ม 100)", "Total of 100", Type.NUMBER, Unit.POINTS),
        *two_languages("grade", "ระดับ", "Grade"),
        column(
            "grade_stated",
            "เอกสารระบุระดับไว้ (ถ้าไม่ ระบบคำนวณจากคะแนน)",
            "Whether a document states the grade; else it is worked out from the points",
            Type.FLAG,
        ),
        *two_languages("source", "เอกสารที่ระบุ", "The document that states it"),
    ),
    rows=_results,
)
REACHED = Table(
    name="pictures/progress",
    about=Words("ผลการดำเนินการแยกตามสถานะ", "How much of a year's work is done"),
    columns=(
        fiscal_year(),
        choice(
            "part",
            "ส่วนของผล",
            "Part of the results",
            items=("รายการในแผน", "items of the plan"),
            risks=("ความเสี่ยง", "risks"),
            measures=("มาตรการส่งเสริมคุณธรรม", "integrity measures"),
        ),
        *_PROGRESS,
        integer("all", "ทั้งหมด", "All", Unit.ITEMS),
    ),
    rows=_reached,
)
MONTHS = Table(
    name="pictures/procurement_months",
    about=Words("การจัดซื้อจัดจ้างรายเดือนและรายวิธี", "Procurement by month and method"),
    columns=(
        fiscal_year(),
        column("month", "เดือน (ปี ค.ศ.-เดือน)", "Month (C.E.)", Type.MONTH),
        _METHOD,
        _PURCHASES,
        _PRICE,
    ),
    rows=_months,
)
METHODS = Table(
    name="pictures/procurement_methods",
    about=Words("การจัดซื้อจัดจ้างรายวิธี", "Procurement by method"),
    columns=(fiscal_year(), _METHOD, _PURCHASES, _PRICE),
    rows=_methods,
)
_FLOW = choice(
    "measure",
    "นับอะไร",
    "What is counted",
    **{m: (FLOW_WORDS[m].th, FLOW_WORDS[m].en) for m in (RECEIVED, COMPLETED)},
)
COMPLAINTS = Table(
    name="pictures/complaints",
    about=Words("เรื่องร้องเรียนรายช่วงเวลา", "Complaints over time"),
    columns=(*SPAN, _FLOW, *COUNT),
    rows=_complaints,
)
COMPLAINT_YEARS = Table(
    name="pictures/complaint_years",
    about=Words("เรื่องร้องเรียนรายปีงบประมาณ", "Complaints by fiscal year"),
    columns=(
        *SPAN,
        integer(
            "months",
            "จำนวนเดือนที่นับ จาก 12 เดือน ปีที่ไม่มีสถิติไม่อยู่ในตาราง",
            "Months that are counted, of 12; a year without statistics has no row",
            Unit.MONTHS,
        ),
        _FLOW,
        *COUNT,
    ),
    rows=_complaint_years,
)
CHANNELS = Table(
    name="pictures/complaint_channels",
    about=Words("เรื่องร้องเรียนรายช่องทาง", "Complaints by channel"),
    columns=(
        *SPAN,
        choice(
            "channel",
            "ช่องทาง",
            "Channel",
            **{str(medium): (words.th, words.en) for medium, words in MEDIUM_WORDS.items()},
        ),
        *COUNT,
    ),
    rows=_channels,
)
TABLES = (
    BUDGET, QUARTERS, RISKS, ITA_RESULTS, REACHED, MONTHS, METHODS, COMPLAINTS, COMPLAINT_YEARS,
    CHANNELS,
)  # fmt: skip
"""One for each kind of picture."""

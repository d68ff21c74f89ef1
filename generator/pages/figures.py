"""The three figures that a citizen asks for first: what each counts, as of when, by which document."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from generator import formats
from generator.addresses import path_of_complaints
from generator.charts.minis import columns, shares
from generator.coverage import Status
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.model.ledger import spent
from generator.model.plan import DocumentType, Figure
from generator.pages import complaint_year
from generator.pages.base import Link
from generator.pages.counts import cell, in_words, span_name
from generator.pages.money import lost
from generator.published.complaints import COMPLETED, RECEIVED, whole_span
from generator.published.facts import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.eras import FiscalYear
    from generator.pages.base import Here

NUMBER = 3


@frozen(kw_only=True)
class Answer:
    """A figure with the sentence that says what it counts."""

    figure: str
    unit: str
    sentence: str
    basis: str
    """As of when, and by which document."""
    link: Link
    mini: Markup | str = ""
    """A small drawing of the same."""


def answers(here: Here, edition: Edition) -> tuple[Answer, ...]:
    """Three figures of those that the agency has: what is planned, what is open, what is spent."""
    return tuple(islice(_asked(here, edition), NUMBER))


def _asked(here: Here, edition: Edition) -> Iterator[Answer]:
    """In the order in which a citizen asks.

    A plan's money stands apart where nothing is told of what was spent or found.
    """
    told = [*_procurement(here, edition), *_complaints(here, edition), *_results(here, edition)]
    second = told or list(_budget(here, edition))
    yield _plan(here, edition, with_money=bool(told))
    yield from second[:1]
    yield from _published(here, edition)
    yield from second[1:]
    yield from _units(here, edition)
    yield from _contradictions(here, edition)


def _plan(here: Here, edition: Edition, *, with_money: bool) -> Answer:
    _, disclosure = here.words, edition.disclosure
    plan, number = disclosure.plan, len(disclosure.items)
    is_report = plan.type is DocumentType.RESULT_REPORT
    money = total(disclosure.items, disclosure.years) if with_money else Decimal(0)
    slots = {"years": _years(here, edition), "baht": formats.baht(money)}
    span = len(disclosure.years)
    if is_report:
        sentence = _("Measures of fiscal year {years} whose results the report tells", **slots)
    elif money:
        sentence = _.count(
            "Projects, measures and activities against corruption in fiscal year {years}, with {baht} baht",
            "Projects, measures and activities against corruption in fiscal years {years}, with {baht} baht",
            span,
            **slots,
        )
    else:
        sentence = _.count(
            "Projects, measures and activities against corruption in fiscal year {years}",
            "Projects, measures and activities against corruption in fiscal years {years}",
            span,
            **slots,
        )
    return Answer(
        figure=formats.number(number),
        unit=_.count("item", "items", number),
        sentence=sentence,
        basis=_in_the_text(here, edition, Figure.ITEMS),
        link=Link(_("See the results") if is_report else _("See the plan"), here.to("plan")),
        mini=_yearly(edition) if money else "",
    )


def _years(here: Here, edition: Edition) -> str:
    span = edition.disclosure.plan.fiscal_years
    return formats.fiscal_years(span.from_, span.to, here.lang)


def _document(here: Here, edition: Edition) -> str:
    """The plan, and the day on which it was announced where that is stated."""
    _, plan = here.words, edition.disclosure.plan
    name = here.text(plan.short_title)
    if plan.announcement is None:
        return _("Document: {document}", document=name)
    day = formats.day(plan.announcement.date, here.lang)
    return _("Document: {document}, announced on {day}", document=name, day=day)


def _in_the_text(here: Here, edition: Edition, counted: Figure) -> str:
    """The plan, and what it says there is where less of that could be read."""
    doubts = [said for what, said in lost(here, edition.disclosure) if what is counted]
    return " · ".join((_document(here, edition), *doubts))


def _yearly(edition: Edition) -> Markup | str:
    disclosure = edition.disclosure
    sums = [total(disclosure.items, disclosure.years, year) for year in disclosure.years]
    return columns(sums) if len(sums) > 1 else ""


def _budget(here: Here, edition: Edition) -> Iterator[Answer]:
    _, disclosure = here.words, edition.disclosure
    money = total(disclosure.items, disclosure.years)
    if money:
        yield Answer(
            figure=formats.baht(money),
            unit=_("baht"),
            sentence=_.count(
                "Planned budget of fiscal year {years}, added up from every item",
                "Planned budget of fiscal years {years}, added up from every item",
                len(disclosure.years),
                years=_years(here, edition),
            ),
            basis=_in_the_text(here, edition, Figure.BUDGET),
            link=Link(_("See the budget"), here.to("plan", "budget")),
            mini=_yearly(edition),
        )


def _procurement(here: Here, edition: Edition) -> Iterator[Answer]:
    _ = here.words
    for ledger in edition.ledgers[-1:]:
        year = formats.fiscal_year(ledger.year, here.lang)
        yield Answer(
            figure=formats.baht(spent(ledger.purchases)),
            unit=_("baht"),
            sentence=_.count(
                "Contracts of fiscal year {year}, added up from {n} purchase",
                "Contracts of fiscal year {year}, added up from {n} purchases",
                len(ledger.purchases),
                year=year,
                n=formats.number(len(ledger.purchases)),
            ),
            basis=_(
                "Summaries of form SKR.1; data as of {day}",
                day=formats.day(ledger.procurement.report.as_of, here.lang),
            ),
            link=Link(_("See contracts and suppliers"), here.to(f"procurement/{int(ledger.year)}")),
            mini=columns([spent(ledger.by_month.get(m, ())) for m in ledger.year.months]),
        )


def _complaints(here: Here, edition: Edition) -> Iterator[Answer]:
    _ = here.words
    for report in complaint_year.told(edition)[-1:]:
        span = whole_span(report)
        received, completed = (
            edition.published.shown(measure, span, ALL) for measure in (RECEIVED, COMPLETED)
        )
        yield Answer(
            figure=cell(here, received).text,
            unit=_("complaints"),
            sentence=_(
                "Received in {span}; {completed} were completed",
                span=span_name(here, span),
                completed=in_words(here, completed),
            ),
            basis=_(
                "Complaint statistics; data as of {day}", day=formats.day(report.as_of, here.lang)
            ),
            link=Link(_("See the complaints in figures"), here.to(path_of_complaints(report))),
        )


def _results(here: Here, edition: Edition) -> Iterator[Answer]:
    _ = here.words
    for result in edition.disclosure.results_of_ita[-1:]:
        yield Answer(
            figure=formats.number(result.total),
            unit=_("points of 100"),
            sentence=_("ITA result of fiscal year {year}", year=_year(here, result.fiscal_year)),
            basis=_("Document: {document}", document=here.text(result.source)),
            link=Link(_("See the ITA results"), here.to("ita/results")),
        )


def _published(here: Here, edition: Edition) -> Iterator[Answer]:
    """How much of the newest form is open; as of the newest day that its data is of."""
    _ = here.words
    for form in edition.coverage[-1:]:
        part, none = form.count(Status.INCOMPLETE), form.count(Status.NOT_PUBLISHED)
        year = _year(here, form.year)
        days = [c.dates.as_of for c in form.items if c.dates.as_of]
        basis = _(
            "Counted from the data of this site against the form of fiscal year {year}", year=year
        )
        if days:
            basis += " · " + _("newest data of {day}", day=formats.day(max(days), here.lang))
        yield Answer(
            figure=formats.number(form.whole),
            unit=_("of {n} ITA items", n=len(form.items)),
            sentence=_whole(here, part, none),
            basis=basis,
            link=Link(_("See the ITA index"), here.to(f"ita/{int(form.year)}")),
            mini=shares(
                "published", (form.whole, part, none, len(form.items) - form.whole - part - none)
            ),
        )


def _whole(here: Here, part: int, none: int) -> str:
    _ = here.words
    if not part and not none:
        return _("All that the assessment asks for is published here in full")
    if not part:
        return _("Published here in full; {none} not at all", none=none)
    if not none:
        return _("Published here in full; {part} in part", part=part)
    return _(
        "Published here in full; {part} in part, {none} not at all",
        part=part,
        none=none,
    )


def _year(here: Here, year: FiscalYear) -> str:
    return formats.fiscal_year(year, here.lang)


def _units(here: Here, edition: Edition) -> Iterator[Answer]:
    _, disclosure = here.words, edition.disclosure
    number = sum(bool(disclosure.items_of(unit.id)) for unit in disclosure.agency.units)
    yield Answer(
        figure=formats.number(number),
        unit=_.count("unit", "units", number),
        sentence=_("Units and positions that answer for the items"),
        basis=_document(here, edition),
        link=Link(_("See who answers for what"), here.to("units")),
    )


def _contradictions(here: Here, edition: Edition) -> Iterator[Answer]:
    _, number = here.words, len(edition.contradictions)
    yield Answer(
        figure=formats.number(number),
        unit=_.count("contradiction", "contradictions", number),
        sentence=_("Places in which the document says two things; both are shown"),
        basis=_document(here, edition),
        link=Link(_("See both sides"), here.to("discrepancies")),
    )

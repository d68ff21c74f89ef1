"""The home page: what this is, who answers for it, the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.coverage import Status
from generator.model.disclosure import total
from generator.model.ledger import spent
from generator.model.plan import DocumentType
from generator.pages.base import Here, Link, Page
from generator.pages.money import BudgetTable, budget_chart, budget_finding, budget_table, lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A figure with the sentence that says what it counts."""

    figure: str
    unit: str
    sentence: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One of the main things, with what is found there."""

    link: Link
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """An agency's first page."""

    template: ClassVar[str] = "home.html"

    plan_title: Phrase
    lead: str
    answers: tuple[Answer, ...]
    chart: Markup | None
    finding: str
    budget: BudgetTable | None
    ways: tuple[Way, ...]
    missing: tuple[Link, ...]
    owner: Link | None
    signed: str


def pages(edition: Edition, lang: Lang) -> Iterator[HomePage]:
    """The home page."""
    here = Here(lang, "")
    _, disclosure = here.words, edition.disclosure
    plan, has_money = disclosure.plan, bool(total(disclosure.items, disclosure.years))
    yield HomePage(
        here=here,
        title=here.text(disclosure.agency.name),
        description=_(
            "{plan}: {number} items, who answers for them, what they cost, and what the ITA asks for",
            plan=here.text(plan.short_title),
            number=len(disclosure.items),
        ),
        plan_title=here.text(plan.title),
        lead=_lead(here, edition),
        answers=answers(here, edition),
        finding=budget_finding(here, disclosure),
        chart=budget_chart(here, disclosure) if has_money else None,
        budget=budget_table(here, disclosure) if has_money else None,
        ways=tuple(_ways(here, edition)),
        missing=tuple(_missing(here, edition)),
        owner=_owner(here, edition),
        signed=_signed(here, edition),
    )


def _lead(here: Here, edition: Edition) -> str:
    _, plan = here.words, edition.disclosure.plan
    return _(
        "What {agency} does against corruption in fiscal years {years}: every item, its budget and the unit that answers for it.",
        agency=here.text(edition.disclosure.agency.short_name),
        years=formats.fiscal_years(plan.fiscal_years.from_, plan.fiscal_years.to, here.lang),
    )


def answers(here: Here, edition: Edition) -> tuple[Answer, ...]:
    """The figures that say most, each with its sentence."""
    return tuple(_answers(here, edition))


def _answers(here: Here, edition: Edition) -> Iterator[Answer]:
    _, disclosure = here.words, edition.disclosure
    years = disclosure.plan.fiscal_years
    is_report = disclosure.plan.type is DocumentType.RESULT_REPORT
    yield Answer(
        figure=str(len(disclosure.items)),
        unit=_.count("item", "items", len(disclosure.items)),
        sentence=_("Measures whose results the report tells")
        if is_report
        else _("Projects, measures and activities in the plan"),
        link=Link(_("See the results") if is_report else _("See the plan"), here.to("plan")),
    )
    if any(item.allocations(disclosure.years) for item in disclosure.items):
        yield Answer(
            figure=formats.baht(total(disclosure.items, disclosure.years)),
            unit=_("baht"),
            sentence=_(
                "Planned budget of fiscal years {years}, added up from every item",
                years=formats.fiscal_years(years.from_, years.to, here.lang),
            ),
            link=Link(_("See the budget"), here.to("plan", "budget")),
        )
    for ledger in edition.ledgers[-1:]:
        yield Answer(
            figure=formats.baht(spent(ledger.purchases)),
            unit=_("baht"),
            sentence=_(
                "Contracts of fiscal year {year}, added up from {n} purchases",
                year=formats.fiscal_year(ledger.year, here.lang),
                n=formats.number(len(ledger.purchases)),
            ),
            link=Link(_("See who was paid what"), here.to(f"procurement/{int(ledger.year)}")),
        )
    for result in disclosure.plan.ita_results:
        yield Answer(
            figure=formats.number(result.score),
            unit=_("points of 100"),
            sentence=_(
                "ITA result of fiscal year {year}: {grade}",
                year=formats.fiscal_year(result.fiscal_year, here.lang),
                grade=here.text(result.grade),
            ),
            link=Link(_("See the results"), here.to("plan")),
        )
    for form in edition.coverage[-1:]:
        yield Answer(
            figure=f"{form.whole}/{len(form.items)}",
            unit=_("ITA items"),
            sentence=_(
                "Items of the ITA form of fiscal year {year} that this site holds whole",
                year=formats.fiscal_year(form.year, here.lang),
            ),
            link=Link(_("See the ITA index"), here.to(f"ita/{int(form.year)}")),
        )


def _ways(here: Here, edition: Edition) -> Iterator[Way]:
    _, disclosure = here.words, edition.disclosure
    yield Way(
        link=Link(_("Declaration of integrity"), here.to("declaration")),
        sentence=_("Who put the plan into force, when, and what the agency commits to"),
    )
    if disclosure.plan.type is DocumentType.RESULT_REPORT:
        yield Way(
            link=Link(_("Results"), here.to("plan")),
            sentence=_("Every measure with its steps, what was done and what came of it"),
        )
    else:
        yield Way(
            link=Link(_("Plan"), here.to("plan")),
            sentence=_("Every item with its objectives, steps, budget and targets"),
        )
    yield Way(
        link=Link(_("Responsible units"), here.to("units")),
        sentence=_("Which unit answers for which item"),
    )
    if disclosure.risk:
        yield Way(
            link=Link(_("Corruption risk"), here.to("risk")),
            sentence=_("What could go wrong, how likely it is, and what is done about it"),
        )
    if edition.ledgers:
        yield Way(
            link=Link(_("Procurement"), here.to("procurement")),
            sentence=_("What was bought and hired, from whom and for how much, month by month"),
        )
    if disclosure.complaint_guide or disclosure.complaints:
        yield Way(
            link=Link(_("Complaints"), here.to("complaints")),
            sentence=_("How to complain, how to follow a case, and how many there were"),
        )
    yield Way(
        link=Link(_("Open data"), here.to("data")),
        sentence=_("Everything as CSV and JSON, for anyone to use"),
    )


def _missing(here: Here, edition: Edition) -> Iterator[Link]:
    _ = here.words
    for form in edition.coverage[-1:]:
        number = form.count(Status.NOT_PUBLISHED)
        if number:
            text = _("{number} ITA items are not published on this site", number=number)
            yield Link(text, here.to(f"ita/{int(form.year)}"))
    for sentence in lost(here, edition.disclosure):
        yield Link(sentence, here.to("plan", "printed"))
    number = len(edition.contradictions)
    if number:
        text = _(
            "The document contradicts itself in {number} places; both sides are shown",
            number=number,
        )
        yield Link(text, here.to("discrepancies"))


def _owner(here: Here, edition: Edition) -> Link | None:
    disclosure = edition.disclosure
    if disclosure.plan.owner is None:
        return None
    unit = disclosure.unit(disclosure.plan.owner)
    return Link(here.text(unit.name), here.to(f"units/{unit.id}"))


def _signed(here: Here, edition: Edition) -> str:
    announcement = edition.disclosure.plan.announcement
    if announcement is None:
        return ""
    return here.words(
        "{name}, {position}, {day}",
        name=here.text(announcement.signatory.name),
        position=here.text(announcement.signatory.position),
        day=formats.day(announcement.date, here.lang),
    )

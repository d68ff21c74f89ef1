"""The ITA index of a year: every item of the form with its computed status."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.coverage import Status, due_days
from generator.exports.calendar import file_name
from generator.frozen import frozen
from generator.model.catalogue import Period
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.ita_facets import ita_marks, ita_narrowing
from generator.pages.sources import SourceRow, source_rows
from generator.pages.standing import (
    Light,
    carried,
    doubt,
    element_doubt,
    elements_shown,
    href,
    lacking,
    lights,
    status_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.demands import Demand
    from generator.model.eras import FiscalYear
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class ElementRow:
    """An element with its proof, or without."""

    text: Phrase
    doubt: str
    """Why its wording is not known to be official; empty where it was seen."""
    proof: Link | None
    seen: str


@frozen(kw_only=True)
class OitRow:
    """An item of the form."""

    code: str
    page: str
    """Address of its own page."""
    title: Phrase
    thai_title: str
    status: str
    status_name: str
    lights: tuple[Light, ...]
    summary: str
    period: str
    measured: str
    """That it is measured against another year's form; empty where its own is known."""
    lacking: str
    doubt: str
    note: Phrase | None
    elements: tuple[ElementRow, ...]
    marks: Marks


@frozen(kw_only=True)
class Group:
    """A sub-indicator with its items."""

    code: str
    indicator: str
    title: Phrase
    items: tuple[OitRow, ...]
    published: str


@frozen(kw_only=True)
class ItaPage(Page):
    """A year's form, answered."""

    template: ClassVar[str] = "ita.html"
    searched: ClassVar[Searched] = "headings"

    known: Phrase
    counts: tuple[tuple[str, str, str], ...]
    """Status, its name, how many items have it."""
    groups: tuple[Group, ...]
    narrowing: Narrowing | None
    sources: tuple[SourceRow, ...]
    years: tuple[Link, ...]
    crosswalk: Link
    points: str
    results: Link | None
    """Results of past years, where any is known."""
    calendar: Link | None
    """Due dates for the officer's own calendar program."""
    views: tuple[Link, ...]
    """By indicator, by responsible unit, by status."""


def pages(edition: Edition, lang: Lang) -> Iterator[ItaPage]:
    """A page for each year that the agency answers."""
    for form in edition.coverage:
        yield _page(edition, Here(lang, f"ita/{int(form.year)}"), form)


def _page(edition: Edition, here: Here, form: Coverage) -> ItaPage:
    _ = here.words
    year = formats.fiscal_year(form.year, here.lang)
    groups = tuple(_groups(here, edition, form))
    rows = [row.marks for group in groups for row in group.items]
    return ItaPage(
        here=here,
        title=_("ITA index of fiscal year {year}", year=year),
        description=_(
            "{published} of {number} items of the ITA form of fiscal year {year} are published here; each status is computed from the data",
            published=form.whole,
            number=len(form.items),
            year=year,
        ),
        known=here.text(form.catalogue.status),
        counts=tuple(
            (str(s), status_name(_, s), str(form.count(s))) for s in Status if form.count(s)
        ),
        groups=groups,
        narrowing=ita_narrowing(here, edition, form, rows, "status", "indicator", "unit"),
        sources=source_rows(here, form.catalogue),
        views=views(here, form),
        crosswalk=Link(_("ITA items through the years"), here.to("ita/crosswalk")),
        results=Link(_("ITA results of past years"), here.to("ita/results"))
        if edition.disclosure.results_of_ita
        else None,
        calendar=Link(_("Due dates as a calendar (.ics)"), here.shared(file_name(here.lang)))
        if any(due_days(edition.disclosure, edition.coverage))
        else None,
        points=_(
            "About {points} of the 40 points of this form, estimated",
            points=formats.number(form.points().quantize(formats.HUNDREDTH)),
        ),
        years=tuple(
            Link(
                formats.fiscal_year(other.year, here.lang),
                here.to(f"ita/{int(other.year)}"),
                other is form,
            )
            for other in edition.coverage
        ),
    )


def views(here: Here, form: Coverage) -> tuple[Link, ...]:
    """The ways to look at a year's form."""
    _, base = here.words, f"ita/{int(form.year)}"
    named = (
        (_("By indicator"), base),
        (_("By responsible unit"), f"{base}/units"),
        (_("By status"), f"{base}/status"),
    )
    return tuple(Link(text, here.to(path), path == here.path) for text, path in named)


def _groups(here: Here, edition: Edition, form: Coverage) -> Iterator[Group]:
    by_code = {covered.item.code: covered for covered in form.items}
    for indicator, sub, items in form.catalogue.by_sub_indicator():
        rows = tuple(_row(here, edition, form, by_code[item.code]) for item in items)
        published = sum(by_code[row.code].status.is_whole for row in rows)
        yield Group(
            code=sub.code,
            indicator=f"{indicator.code} {here.text(indicator.title)}",
            title=here.text(sub.title),
            items=rows,
            published=here.words(
                "{published} of {number} published", published=published, number=len(rows)
            ),
        )


def _row(here: Here, edition: Edition, form: Coverage, covered: ItemCoverage) -> OitRow:
    _, item, year = here.words, covered.item, form.year
    title = here.text(item.title)
    return OitRow(
        code=item.code,
        page=here.to(f"ita/{int(year)}/{item.code.lower()}"),
        title=title,
        thai_title=item.title.th if here.lang == "en" and title.lang == "en" else "",
        status=covered.status,
        status_name=status_name(_, covered.status),
        lights=lights(here, covered),
        summary=elements_shown(_, covered),
        measured=carried(here, covered.demand),
        lacking=lacking(here, covered.lacking),
        period=period_words(here, item.period, year) if item.period else "",
        doubt=doubt(_, item.confidence),
        note=here.text(item.note) if item.note else None,
        elements=tuple(element_row(here, covered.demand, element) for element in covered.elements),
        marks=ita_marks(edition, form, covered),
    )


def element_row(here: Here, demand: Demand, covered: ElementCoverage) -> ElementRow:
    """An element in the words of a language, with its proof."""
    part = next((p for p in covered.element.parts if p.key == covered.part), None)
    proof = covered.proof
    return ElementRow(
        text=here.text(part or covered.element),
        doubt=element_doubt(here, demand, covered),
        proof=Link(here.say(proof.seen), href(here, proof)) if proof else None,
        seen=here.say(proof.seen) if proof else "",
    )


def period_words(here: Here, period: Period, year: FiscalYear) -> str:
    """The time that an item must cover, in dates."""
    _, before = here.words, type(year)(year - 1)
    last_of_six_months = year.first_day.replace(year=year.first_day.year + 1, month=3, day=31)
    spans = {
        Period.FISCAL_YEAR: (year.first_day, year.last_day),
        Period.FIRST_SIX_MONTHS: (year.first_day, last_of_six_months),
        Period.PREVIOUS_FISCAL_YEAR: (before.first_day, before.last_day),
    }
    if period is Period.IN_FORCE:
        return _("in force in fiscal year {year}", year=formats.fiscal_year(year, here.lang))
    first, last = spans[period]
    return _(
        "{first} to {last}", first=formats.day(first, here.lang), last=formats.day(last, here.lang)
    )

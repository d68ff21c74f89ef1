"""One page for each item of an ITA form, at an address that stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.coverage import Status, worth
from generator.pages.base import Here, Link, Page
from generator.pages.ita import ElementRow, doubt, element_row, period_words, status_name
from generator.pages.ways import click_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementPlace:
    """An element with the way to it in words."""

    row: ElementRow
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OitPage(Page):
    """What an item asks for, where each element is, and how that is known."""

    template: ClassVar[str] = "oit.html"

    code: str
    name: Phrase
    thai_name: str
    status: str
    status_name: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    elements: tuple[ElementPlace, ...]
    doubt: str
    note: Phrase | None
    known: Phrase
    other_years: tuple[Link, ...]
    worth: str
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """A page for each item of each form that the agency answers."""
    for form in edition.coverage:
        for number, covered in enumerate(form.items):
            before = form.items[number - 1] if number else None
            after = form.items[number + 1] if number + 1 < len(form.items) else None
            here = Here(lang, path_of(form, covered))
            yield _page(edition, here, form, covered, (before, after))


def path_of(form: Coverage, covered: ItemCoverage) -> str:
    """The folder of an item's page: `ita/2566/o36`."""
    return f"ita/{int(form.year)}/{covered.item.code.lower()}"


def _page(
    edition: Edition,
    here: Here,
    form: Coverage,
    covered: ItemCoverage,
    neighbours: tuple[ItemCoverage | None, ItemCoverage | None],
) -> OitPage:
    _, item = here.words, covered.item
    year = formats.fiscal_year(form.year, here.lang)
    name = here.text(item.title)
    points = formats.number(worth(form.catalogue, item).quantize(formats.HUNDREDTH))
    return OitPage(
        here=here,
        title=_("{code} {title}, fiscal year {year}", code=item.code, title=name, year=year),
        description=_(
            "{status}: {proven} of {number} elements of ITA item {code} are on this site",
            status=status_name(_, covered.status),
            proven=covered.proven,
            number=len(covered.elements),
            code=item.code,
        ),
        trail=(
            Link(_("ITA index of fiscal year {year}", year=year), here.to(f"ita/{int(form.year)}")),
        ),
        code=item.code,
        name=name,
        thai_name=item.title.th if here.lang == "en" and name.lang == "en" else "",
        status=covered.status,
        status_name=status_name(_, covered.status),
        summary=_(
            "{proven} of {number} elements", proven=covered.proven, number=len(covered.elements)
        ),
        facts=tuple(_facts(here, edition, form, covered)),
        elements=tuple(_place(here, edition, element) for element in covered.elements),
        doubt=doubt(_, item.confidence),
        note=here.text(item.note) if item.note else None,
        known=here.text(form.catalogue.status),
        other_years=tuple(_other_years(here, edition, form, item.topic)),
        worth=_("{points} points", points=points),
        previous=_neighbour(here, form, neighbours[0]),
        next=_neighbour(here, form, neighbours[1]),
    )


def _facts(
    here: Here, edition: Edition, form: Coverage, covered: ItemCoverage
) -> Iterator[tuple[str, str]]:
    _, item, plan = here.words, covered.item, edition.disclosure.plan
    for indicator, sub, items in form.catalogue.by_sub_indicator():
        if item in items:
            yield _("Indicator"), f"{indicator.code} {here.text(indicator.title)}"
            yield _("Sub-indicator"), f"{sub.code} {here.text(sub.title)}"
    yield _("Fiscal year of the form"), formats.fiscal_year(form.year, here.lang)
    if item.period:
        yield _("Time to cover"), period_words(here, item.period, form.year)
    if covered.status is not Status.NOT_PUBLISHED and plan.announcement:
        yield _("Data as of"), formats.day(plan.announcement.date, here.lang)


def _place(here: Here, edition: Edition, covered: ElementCoverage) -> ElementPlace:
    way = click_path(here, edition, covered.proof.path) if covered.proof else ""
    return ElementPlace(row=element_row(here, covered), way=way)


def _other_years(here: Here, edition: Edition, form: Coverage, topic: str) -> Iterator[Link]:
    answered = {other.year: other for other in edition.coverage}
    for catalogue in edition.disclosure.catalogues:
        item = next((i for i in catalogue.items if i.topic == topic), None)
        if item and catalogue.fiscal_year != form.year:
            text = f"{item.code} ({formats.fiscal_year(catalogue.fiscal_year, here.lang)})"
            path = f"ita/{int(catalogue.fiscal_year)}/{item.code.lower()}"
            yield Link(
                text, here.to(path if catalogue.fiscal_year in answered else "ita/crosswalk")
            )


def _neighbour(here: Here, form: Coverage, covered: ItemCoverage | None) -> Link | None:
    if covered is None:
        return None
    return Link(
        f"{covered.item.code} {here.text(covered.item.title)}", here.to(path_of(form, covered))
    )

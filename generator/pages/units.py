"""Responsible units: all of them, and one page for each with its items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.pages.base import Here, Link, Page
from generator.pages.ita_facets import ita_narrowing
from generator.pages.ita_views import ViewRow, view_row
from generator.pages.items import ItemRow, item_narrowing, item_rows, no_money
from generator.pages.narrowing import Way, marks, narrowing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.agency import Unit
    from generator.model.base import Lang
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class UnitRow:
    """A unit with what it answers for."""

    link: Link
    items: str
    budget: str
    note: str
    marks: Marks


@frozen(kw_only=True)
class UnitsPage(Page):
    """All units."""

    template: ClassVar[str] = "units.html"

    rows: tuple[UnitRow, ...]
    narrowing: Narrowing | None


@frozen(kw_only=True)
class UnitPage(Page):
    """One unit with its items."""

    template: ClassVar[str] = "unit.html"

    thai_name: str
    summary: str
    note: str
    also_written: tuple[str, ...]
    line: int | None
    items: tuple[ItemRow, ...]
    narrowing: Narrowing | None
    ita: tuple[ViewRow, ...]
    """Items of the newest ITA form for which the unit answers."""
    ita_title: str
    ita_narrowing: Narrowing | None


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """The list, then each unit."""
    units = edition.disclosure.agency.units
    here = Here(lang, "units")
    _ = here.words
    rows = tuple(_row(here, edition, unit) for unit in units)
    yield UnitsPage(
        here=here,
        title=_("Responsible units"),
        description=_(
            "Which unit of {agency} answers for which item of the plan",
            agency=here.text(edition.disclosure.agency.short_name),
        ),
        rows=rows,
        narrowing=_narrowing(here, rows),
    )
    for unit in units:
        yield _page(Here(lang, f"units/{unit.id}"), edition, unit)


ASKED, UNASKED = "yes", "no"
"""Whether any item of the plan names a unit."""


def _narrowing(here: Here, rows: tuple[UnitRow, ...]) -> Narrowing | None:
    _ = here.words
    words = {ASKED: _("With items of the plan"), UNASKED: _("Without items of the plan")}
    way = Way(name="items", label=_("Items of the plan"), values=words)
    return narrowing(here, [row.marks for row in rows], [way])


def _note(here: Here, unit: Unit) -> str:
    _ = here.words
    if unit.collective:
        return _("Several units together, as the document writes it")
    return _("A position") if unit.position else ""


def _row(here: Here, edition: Edition, unit: Unit) -> UnitRow:
    items, years = edition.disclosure.items_of(unit.id), edition.disclosure.years
    baht = total(items, years)
    return UnitRow(
        link=Link(here.text(unit.name), here.to(f"units/{unit.id}")),
        items=str(len(items)),
        budget=formats.baht(baht) if baht else no_money(here.words, items, years) or "–",
        note=_note(here, unit),
        marks=marks(items=ASKED if items else UNASKED),
    )


def _page(here: Here, edition: Edition, unit: Unit) -> UnitPage:
    _, disclosure = here.words, edition.disclosure
    items = disclosure.items_of(unit.id)
    name, rows = here.text(unit.name), item_rows(here, edition, items)
    ita = _ita_rows(here, edition, unit)
    number = _.count("{n} item", "{n} items", len(items), n=len(items))
    baht = total(items, disclosure.years)
    return UnitPage(
        here=here,
        title=name,
        description=_(
            "{number} of the plan for which this unit answers: {unit}", number=number, unit=name
        ),
        trail=(Link(_("Responsible units"), here.to("units")),),
        thai_name=unit.name.th if here.lang == "en" and name.lang == "en" else "",
        summary=_(
            "{number}, {baht} baht planned over all years",
            number=number,
            baht=formats.baht(baht),
        )
        if baht
        else " · ".join(filter(None, (number, no_money(_, items, disclosure.years)))),
        note=_note(here, unit),
        also_written=unit.also_written,
        line=unit.line,
        items=rows,
        narrowing=item_narrowing(here, edition, rows, "dimension", "year", "kind", "budget"),
        ita=ita,
        ita_narrowing=_ita_narrowing(here, edition, ita),
        ita_title=_ita_title(here, edition),
    )


def _ita_rows(here: Here, edition: Edition, unit: Unit) -> tuple[ViewRow, ...]:
    return tuple(
        view_row(here, edition, form, covered)
        for form in edition.coverage[-1:]
        for covered in form.items
        if edition.disclosure.unit_for(covered.item.topic) == unit
    )


def _ita_narrowing(here: Here, edition: Edition, rows: tuple[ViewRow, ...]) -> Narrowing | None:
    if not edition.coverage:
        return None
    found = [row.marks for row in rows]
    form = edition.coverage[-1]
    made = ita_narrowing(here, edition, form, found, "status", "indicator", prefix="ita")
    return replace(made, label=f"{made.label}: {_ita_title(here, edition)}") if made else None


def _ita_title(here: Here, edition: Edition) -> str:
    if not edition.coverage:
        return ""
    year = formats.fiscal_year(edition.coverage[-1].year, here.lang)
    return here.words("ITA items of fiscal year {year}", year=year)

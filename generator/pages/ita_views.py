"""The ITA form of a year seen from two more sides: by responsible unit, and by status."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.coverage import Status
from generator.frozen import frozen
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.ita import views
from generator.pages.ita_facets import ita_marks, ita_narrowing
from generator.pages.standing import elements_shown, status_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.coverage import Coverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class ViewRow:
    """An item on one line."""

    code: str
    page: str
    title: Phrase
    status: str
    status_name: str
    elements: str
    unit: Link | None
    marks: Marks


@frozen(kw_only=True)
class ViewGroup:
    """The items of a unit or of a status."""

    anchor: str
    title: Phrase | str
    count: str
    rows: tuple[ViewRow, ...]


@frozen(kw_only=True)
class ItaViewPage(Page):
    """A year's items in groups, one line each, for eyes that run down a column."""

    template: ClassVar[str] = "ita_view.html"
    searched: ClassVar[Searched] = "headings"

    lead: str
    known: Phrase | None
    """For a year whose form is not known, that another stands in; None where it is."""
    names_units: bool
    """Whether each row names its unit: not where the units are the groups."""
    views: tuple[Link, ...]
    narrowing: Narrowing | None
    groups: tuple[ViewGroup, ...]


def pages(edition: Edition, lang: Lang) -> Iterator[ItaViewPage]:
    """Both views of each form that the agency answers."""
    for form in edition.coverage:
        yield _by_unit(edition, Here(lang, f"ita/{int(form.year)}/units"), form)
        yield _by_status(edition, Here(lang, f"ita/{int(form.year)}/status"), form)


def _by_unit(edition: Edition, here: Here, form: Coverage) -> ItaViewPage:
    _, agency = here.words, edition.disclosure.agency
    year = formats.fiscal_year(form.year, here.lang)
    answers = {c.item.code: edition.disclosure.unit_for(c.item.topic) for c in form.items}
    groups = [
        _group(here, edition, form, (unit.id, here.text(unit.name)), found)
        for unit in agency.units
        if (found := [c for c in form.items if answers[c.item.code] == unit])
    ]
    nobody = [c for c in form.items if answers[c.item.code] is None]
    if nobody:
        groups.append(_group(here, edition, form, ("nobody", _("No unit is named")), nobody))
    return ItaViewPage(
        here=here,
        title=_("ITA items of fiscal year {year} by responsible unit", year=year),
        description=_(
            "{about}, fiscal year {year}",
            about=_("Which unit answers for which ITA item, with the item's computed status"),
            year=year,
        ),
        trail=_trail(here, form),
        names_units=False,
        lead=_("Which unit answers for which ITA item, with the item's computed status"),
        known=here.text(form.catalogue.status) if form.catalogue.taken_from else None,
        views=views(here, form),
        narrowing=ita_narrowing(here, edition, form, _all_marks(groups), "status", "indicator"),
        groups=tuple(groups),
    )


def _by_status(edition: Edition, here: Here, form: Coverage) -> ItaViewPage:
    _ = here.words
    year = formats.fiscal_year(form.year, here.lang)
    groups = [
        _group(here, edition, form, (str(status), status_name(_, status)), found)
        for status in Status
        if (found := [c for c in form.items if c.status is status])
    ]
    return ItaViewPage(
        here=here,
        title=_("ITA items of fiscal year {year} by status", year=year),
        description=_(
            "{about}, fiscal year {year}",
            about=_("What of the ITA form is published in full, in part or not at all"),
            year=year,
        ),
        trail=_trail(here, form),
        names_units=True,
        lead=_("What of the ITA form is published in full, in part or not at all"),
        known=here.text(form.catalogue.status) if form.catalogue.taken_from else None,
        views=views(here, form),
        narrowing=ita_narrowing(here, edition, form, _all_marks(groups), "indicator", "unit"),
        groups=tuple(groups),
    )


def _all_marks(groups: Sequence[ViewGroup]) -> list[Marks]:
    return [row.marks for group in groups for row in group.rows]


def _trail(here: Here, form: Coverage) -> tuple[Link, ...]:
    year = formats.fiscal_year(form.year, here.lang)
    title = here.words("ITA index of fiscal year {year}", year=year)
    return (Link(title, here.to(f"ita/{int(form.year)}")),)


def _group(
    here: Here,
    edition: Edition,
    form: Coverage,
    named: tuple[str, Phrase | str],
    items: Sequence[ItemCoverage],
) -> ViewGroup:
    return ViewGroup(
        anchor=named[0],
        title=named[1],
        count=here.words.count("{n} ITA item", "{n} ITA items", len(items), n=len(items)),
        rows=tuple(view_row(here, edition, form, covered) for covered in items),
    )


def view_row(here: Here, edition: Edition, form: Coverage, covered: ItemCoverage) -> ViewRow:
    """An item on one line, with the unit that answers for it."""
    _, unit = here.words, edition.disclosure.unit_for(covered.item.topic)
    return ViewRow(
        code=covered.item.code,
        page=here.to(f"ita/{int(form.year)}/{covered.item.code.lower()}"),
        title=here.text(covered.item.title),
        status=covered.status,
        status_name=status_name(_, covered.status),
        elements=elements_shown(_, covered),
        unit=Link(here.text(unit.name), here.to(f"units/{unit.id}")) if unit else None,
        marks=ita_marks(edition, form, covered),
    )

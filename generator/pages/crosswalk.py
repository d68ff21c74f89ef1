"""The crosswalk: which code a topic had in which year's ITA form, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.catalogue import Confidence
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.narrowing import Way, marks, narrowing
from generator.pages.standing import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.catalogue import OitCatalogue, OitItem
    from generator.pages.narrowing import Marks, Narrowing

MARKS = {
    Confidence.SEEN: "",
    Confidence.SEEN_QUALIFIED: "~",
    Confidence.INFERRED: "≈",
    Confidence.RECALLED: "?",
}
"""Beside a code whose title is not known to be the form's own wording."""


@frozen(kw_only=True)
class Cell:
    """A topic in one year's form."""

    code: str
    """Empty where the form does not have the topic."""
    href: str
    into: bool
    """Whether the code is that of an item which took the topic over."""
    mark: str
    doubt: str


@frozen(kw_only=True)
class TopicRow:
    """A topic with its code in each year."""

    title: Phrase
    cells: tuple[Cell, ...]
    marks: Marks


@frozen(kw_only=True)
class KnownYear:
    """How well a year's list is known, and what would confirm it."""

    year: str
    items: str
    known: Phrase


@frozen(kw_only=True)
class CrosswalkPage(Page):
    """Which code a topic had in which year."""

    template: ClassVar[str] = "crosswalk.html"
    searched: ClassVar[Searched] = "headings"

    years: tuple[str, ...]
    rows: tuple[TopicRow, ...]
    narrowing: Narrowing | None
    marks: tuple[tuple[str, str], ...]
    known: tuple[KnownYear, ...]


def pages(edition: Edition, lang: Lang) -> Iterator[CrosswalkPage]:
    """The crosswalk, where the agency answers a form."""
    if edition.coverage:
        yield _page(edition, Here(lang, "ita/crosswalk"))


def _page(edition: Edition, here: Here) -> CrosswalkPage:
    _, forms = here.words, edition.disclosure.catalogues
    newest_first = (item.topic for form in reversed(forms) for item in form.items)
    rows = tuple(_row(here, edition, topic) for topic in dict.fromkeys(newest_first))
    years = {str(int(f.fiscal_year)): f.fiscal_year for f in reversed(forms)}
    named = {key: formats.fiscal_year(year, here.lang) for key, year in years.items()}
    way = Way(name="year", label=_("In the form of fiscal year"), values=named)
    return CrosswalkPage(
        here=here,
        title=_("ITA items through the years"),
        description=_(
            "The codes of ITA items move every year; a topic stays. Which code it had in which year"
        ),
        trail=(Link(_("ITA index"), here.to(f"ita/{int(edition.coverage[-1].year)}")),),
        years=tuple(formats.fiscal_year(f.fiscal_year, here.lang) for f in reversed(forms)),
        rows=rows,
        narrowing=narrowing(here, [row.marks for row in rows], [way]),
        marks=tuple((MARKS[sure], doubt(_, sure)) for sure in Confidence if sure.is_doubtful),
        known=tuple(_known(here, form) for form in reversed(forms)),
    )


def _known(here: Here, form: OitCatalogue) -> KnownYear:
    return KnownYear(
        year=formats.fiscal_year(form.fiscal_year, here.lang),
        items=here.words.count("{n} item", "{n} items", len(form.items), n=len(form.items)),
        known=here.text(form.status),
    )


def _row(here: Here, edition: Edition, topic: str) -> TopicRow:
    forms = edition.disclosure.catalogues
    newest = next(i for form in reversed(forms) for i in form.items if i.topic == topic)
    cells = (_cell(here, edition, form, topic) for form in reversed(forms))
    own = (form for form in forms if any(item.topic == topic for item in form.items))
    return TopicRow(
        title=here.text(newest.title),
        cells=tuple(cells),
        marks=marks(year=(str(int(form.fiscal_year)) for form in own)),
    )


def _cell(here: Here, edition: Edition, form: OitCatalogue, topic: str) -> Cell:
    item, into = _found(form, topic)
    if item is None:
        return Cell(code="", href="", into=False, mark="", doubt="")
    answered = form.fiscal_year in {other.year for other in edition.coverage}
    return Cell(
        code=item.code,
        href=here.to(f"ita/{int(form.fiscal_year)}/{item.code.lower()}") if answered else "",
        into=into,
        mark=MARKS[item.confidence],
        doubt=doubt(here.words, item.confidence),
    )


def _found(form: OitCatalogue, topic: str) -> tuple[OitItem | None, bool]:
    """The item of a topic, or the one that took it over in this year."""
    for item in form.items:
        if item.topic == topic:
            return item, False
    return next((item for item in form.items if topic in item.takes_over), None), True

"""What an agency tells as records beside its plan, as tables: posts, results, operations, services."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.pages.base import Here, Link, Page
from generator.pages.narrowing import narrowing
from generator.pages.records.operations import operations
from generator.pages.records.results import results
from generator.pages.records.services import services
from generator.pages.records.structure import structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.narrowing import Narrowing
    from generator.pages.records.tables import Block, Told


@frozen(kw_only=True)
class RecordsPage(Page):
    """A page of tables."""

    template: ClassVar[str] = "records.html"

    as_of: str
    blocks: tuple[Block, ...]
    narrowing: Narrowing | None
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[RecordsPage]:
    """Posts, then each year's results, operations and services."""
    disclosure = edition.disclosure
    if disclosure.people:
        yield _page(structure(lang, disclosure.people))
    yield from _in_order(results(edition, lang, year) for year in disclosure.results)
    yield from _in_order(operations(edition, lang, year) for year in disclosure.operations)
    yield from _in_order(services(lang, year) for year in disclosure.services)


def _page(told: Told) -> RecordsPage:
    here, found = told.here, [one for block in told.blocks for one in block.marks if block.is_told]
    return RecordsPage(
        here=here,
        title=told.title,
        description=told.about,
        trail=(Link(here.words("Agency information"), here.to("pages")),),
        as_of=formats.day(told.as_of, here.lang),
        blocks=tuple(block for block in told.blocks if block.is_told),
        narrowing=narrowing(here, found, told.ways, sums=told.sums) if told.ways else None,
        previous=None,
        next=None,
    )


def _in_order(years: Iterable[Told]) -> Iterator[RecordsPage]:
    """Pages of one kind, each with the years beside it."""
    row = tuple(map(_page, years))
    for before, page, after in zip((None, *row), row, (*row[1:], None), strict=False):
        yield replace(page, previous=_link(page.here, before), next=_link(page.here, after))


def _link(here: Here, page: RecordsPage | None) -> Link | None:
    return Link(page.title, here.to(page.here.path)) if page else None

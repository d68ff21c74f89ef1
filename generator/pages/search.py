"""The page on which a reader searches the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.frozen import frozen
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.frame import navigation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang


@frozen(kw_only=True)
class SearchPage(Page):
    """A field, the results, and the main pages for those whose browser runs no script."""

    template: ClassVar[str] = "search.html"
    searched: ClassVar[Searched] = "no"

    index: str
    """Address of what is searched, which is fetched when the reader begins to type."""
    other_index: str
    ways: tuple[Link, ...]


def pages(edition: Edition, lang: Lang) -> Iterator[SearchPage]:
    """The page of search."""
    here = Here(lang, "search")
    _ = here.words
    yield SearchPage(
        here=here,
        title=_("Search"),
        description=_("Find a page of this site by the words on it"),
        index=here.shared(f"search/{lang}.js"),
        other_index=here.shared(f"search/{lang.other}.js"),
        ways=navigation(here.level, edition),
    )

"""Finished pages → chapters of the book: headings one step lower, addresses and ids of their own.

Nothing is rendered twice: the book is put together from the fragments that the pages are made of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.pages.base import Here
from generator.pages.book import PATH, WHERE_BODY, BookPage, Chapter, book
from generator.render import render

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.disclosure import Disclosure
    from generator.pages.base import Page

_SCREEN = re.compile(r'<nav class="pager".*?</nav>|<form class="narrowing".*?</form>', re.DOTALL)
"""What is of use on a screen alone."""
DEEPEST = 6
"""The lowest heading that HTML knows."""
_NAMING = ("id", "aria-labelledby", "aria-describedby", "for", "headers")
_ID = re.compile('="(?:' + "|".join(rf'(?<=\s{name}=")' for name in _NAMING) + ')([^"]+)')
_HERE = re.compile(r'="#(?<=\shref="#)')
"""Both begin with plain characters, which Python seeks quickly, and then look back."""


class Book:
    """The book of one language: its chapters, put in as pages are finished.

    Of a page only what the book needs is held, since all pages of a plan are in memory at once.
    """

    def __init__(self, edition: Edition, lang: Lang) -> None:
        self._edition, self._lang = edition, lang
        self._titles: dict[str, Phrase | str] = {}
        self._bodies: dict[str, str] = {}

    def add(self, page: Page, fragment: str) -> None:
        """A finished page; those that are no chapter are left out."""
        path = page.here.path
        if _belongs(path):
            self._titles[path] = page.title
            self._bodies[path] = _body(page.here, fragment)

    def finished(self) -> tuple[BookPage, str]:
        """The page and its HTML: cover and contents, with the chapters, which are finished, between."""
        paths = list(_order(self._edition.disclosure, self._titles))
        chapters = (self._chapter(path, number) for path, number in paths)
        page = book(self._edition, self._lang, tuple(chapters))
        around = render(page).split(WHERE_BODY)
        parts = [around.pop(0)]
        for path, _number in paths:
            parts += (self._bodies.pop(path), around.pop(0))
        return page, "".join(parts)

    def _chapter(self, path: str, number: str) -> Chapter:
        anchor, depth = _place(path)
        return Chapter(anchor=anchor, number=number, title=self._titles[path], depth=depth)


def _belongs(path: str) -> bool:
    """Whether a page goes into the book."""
    return path in {"declaration", "risk"} or path.startswith(("dimensions/", "items/"))


def _order(disclosure: Disclosure, finished: Container[str]) -> Iterator[tuple[str, str]]:
    """Paths and numbers: the declaration, each part of the plan followed by its items, the risks."""
    if "declaration" in finished:
        yield "declaration", ""
    for node in disclosure.plan.nodes:
        yield f"dimensions/{node.code}", ""
        for item in disclosure.items_in(node):
            yield f"items/{item.id}", "" if item.shown_number is None else str(item.shown_number)
    if "risk" in finished:
        yield "risk", ""


def _place(path: str) -> tuple[str, int]:
    """The anchor of a page's chapter, and how deep it stands: an item below a part of the plan."""
    first, _, rest = path.partition("/")
    if first == "items":
        return rest, 2
    return f"part-{rest}" if rest else first, 1


def _body(here: Here, fragment: str) -> str:
    anchor, depth = _place(here.path)
    body = _SCREEN.sub("", fragment)
    for level in range(DEEPEST - 1, 0, -1):
        lower = min(DEEPEST, level + depth)
        body = body.replace(f"<h{level}", f"<h{lower}").replace(f"</h{level}", f"</h{lower}")
    body = _ID.sub(lambda found: f'="{_own(anchor, found[1])}', body)
    body = _HERE.sub(f'="#{anchor}-', body)
    return body.replace(f'="{here.root}', f'="{Here(here.lang, PATH).root}')


def _own(anchor: str, ids: str) -> str:
    return " ".join(f"{anchor}-{one}" for one in ids.split())

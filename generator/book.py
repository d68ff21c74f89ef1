"""Finished pages → chapters of the book: headings one step lower, addresses and ids of their own.

Nothing is rendered twice: the book is put together from the fragments that the pages are made of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.base import Here
from generator.pages.book import PATH, BookPage, Chapter, book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.base import Page

    Finished = dict[str, tuple[Page, str]]
    """Pages of one language by their paths, with their fragments."""

_SCREEN = re.compile(r'<nav class="pager".*?</nav>|<form class="narrowing".*?</form>', re.DOTALL)
"""What is of use on a screen alone."""
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ID = re.compile(r'(\s(?:id|aria-labelledby|aria-describedby|for|headers)=")([^"]+)"')
_HERE = re.compile(r'(\shref=")#')


def belongs(path: str) -> bool:
    """Whether a page goes into the book."""
    return path in {"declaration", "risk"} or path.startswith(("dimensions/", "items/"))


def bound(edition: Edition, lang: Lang, finished: Finished) -> BookPage:
    """The book of one language."""
    return book(edition, lang, tuple(_chapters(edition, lang, finished)))


def _chapters(edition: Edition, lang: Lang, finished: Finished) -> Iterator[Chapter]:
    """The declaration, each part of the plan followed by its items, the risks."""
    if "declaration" in finished:
        yield _chapter(lang, finished["declaration"], "declaration", 1)
    for node in edition.disclosure.plan.nodes:
        yield _chapter(lang, finished[f"dimensions/{node.code}"], f"part-{node.code}", 1)
        for item in edition.disclosure.items_in(node):
            number = "" if item.shown_number is None else str(item.shown_number)
            yield _chapter(lang, finished[f"items/{item.id}"], str(item.id), 2, number)
    if "risk" in finished:
        yield _chapter(lang, finished["risk"], "risk", 1)


def _chapter(
    lang: Lang, finished: tuple[Page, str], anchor: str, depth: int, number: str = ""
) -> Chapter:
    page, fragment = finished
    body = _SCREEN.sub("", fragment)
    body = _HEADING.sub(lambda tag: f"<{tag[1]}h{min(6, int(tag[2]) + depth)}", body)
    body = _ID.sub(lambda found: f'{found[1]}{_own(anchor, found[2])}"', body)
    body = _HERE.sub(rf"\1#{anchor}-", body)
    body = body.replace(f'="{page.here.root}', f'="{Here(lang, PATH).root}')
    return Chapter(
        anchor=anchor,
        number=number,
        title=page.title,
        depth=depth,
        body=Markup(body),  # noqa: S704 - fragments of ours
    )


def _own(anchor: str, ids: str) -> str:
    return " ".join(f"{anchor}-{one}" for one in ids.split())

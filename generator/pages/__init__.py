"""One dataclass for each kind of page: finished strings in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages import (
    accessibility,
    articles,
    complaint_year,
    complaints,
    crosswalk,
    data,
    declaration,
    design,
    dictionary,
    discrepancies,
    home,
    ita,
    ita_views,
    item,
    month,
    moved,
    no_gift,
    node,
    oit,
    plan,
    poster,
    procurement,
    procurement_years,
    prose,
    records,
    results,
    risk,
    rules,
    search,
    units,
    year,
    year_purchases,
)
from generator.pages.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.base import Page

KINDS = (
    home,
    declaration,
    plan,
    year,
    node,
    item,
    units,
    risk,
    procurement_years,
    procurement,
    year_purchases,
    month,
    ita,
    ita_views,
    crosswalk,
    results,
    complaints,
    complaint_year,
    no_gift,
    articles,
    records,
    discrepancies,
    data,
    dictionary,
    prose,
    accessibility,
    rules,
    design,
    search,
    poster,
)
"""Modules with a function `pages(edition, lang)`, in the order of the site."""


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """Every page of an agency in a language, and at last what stands at addresses no longer used."""
    in_use = set()
    for page in _in_use(edition, lang):
        in_use.add(page.here.path)
        yield page
    yield from moved.pages(edition, lang, in_use)


def _in_use(edition: Edition, lang: Lang) -> Iterator[Page]:
    """The ITA items come last: they tell the ways to all others."""
    ways = Ways(edition, lang)
    for kind in KINDS:
        for page in kind.pages(edition, lang):
            ways.add(page)
            yield page
    yield from oit.pages(edition, lang, ways)


def page_at(edition: Edition, lang: Lang, path: str) -> Page | None:
    """The page at a path, if it can be made without all the others.

    A page of an ITA item cannot: it tells the ways to them. Nor can that of open data, which weighs
    every file.
    """
    if path.startswith("items/"):
        return item.page_at(edition, lang, path)
    if path.startswith(("ita/", "data")):
        return None
    every = (page for kind in KINDS for page in kind.pages(edition, lang))
    return next((page for page in every if page.here.path == path), None)


def all_ways(edition: Edition, lang: Lang) -> Ways:
    """The ways to the pages of an agency, in words."""
    found = Ways(edition, lang)
    for page in _unweighed(edition, lang):
        found.add(page)
    return found


def _unweighed(edition: Edition, lang: Lang) -> Iterator[Page]:
    """Pages without that of open data, which is made of every data file and names its size."""
    for kind in KINDS:
        if kind is not data:
            yield from kind.pages(edition, lang)

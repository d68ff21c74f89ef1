"""One dataclass for each kind of page: finished strings in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.base import Lang
from generator.pages import (
    complaint_year,
    complaints,
    crosswalk,
    data,
    declaration,
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
    procurement,
    procurement_years,
    prose,
    risk,
    rules,
    search,
    units,
    year,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
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
    month,
    ita,
    ita_views,
    oit,
    crosswalk,
    complaints,
    complaint_year,
    no_gift,
    discrepancies,
    data,
    dictionary,
    prose,
    rules,
    search,
)
"""Modules with a function `pages(edition, lang)`, in the order of the site."""


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """Every page of an agency in a language, and at last what stands at addresses no longer used."""
    in_use = set()
    for kind in KINDS:
        for page in kind.pages(edition, lang):
            in_use.add(page.here.path)
            yield page
    yield from moved.pages(edition, lang, in_use)


def addresses(edition: Edition) -> frozenset[str]:
    """Where pages stand that are in use: their folders below the site's root, "" the home page."""
    return frozenset(page.here.path for kind in KINDS for page in kind.pages(edition, Lang.TH))

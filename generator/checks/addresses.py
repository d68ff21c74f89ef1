"""Where links of hand-written pages can lead: other such pages, files, and pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.article import NEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

ALWAYS = (
    "",
    "about",
    "accessibility",
    "contact",
    "data",
    "declaration",
    "licence",
    "plan",
    "units",
)
"""Pages that every site has."""


def site_paths(disclosure: Disclosure) -> frozenset[str]:
    """Folders of pages that a link such as `/plan` can lead to."""
    return frozenset((*ALWAYS, *_of_records(disclosure), *_of_forms(disclosure)))


def _of_records(disclosure: Disclosure) -> Iterator[str]:
    yield from (f"units/{unit.id}" for unit in disclosure.agency.units)
    yield from (f"items/{item.id}" for item in disclosure.items)
    yield from (f"dimensions/{node.code}" for node in disclosure.plan.nodes)
    yield from (f"results/{int(year.fiscal_year)}" for year in disclosure.results)
    yield from (f"operations/{int(year.fiscal_year)}" for year in disclosure.operations)
    yield from (f"services/{int(year.fiscal_year)}" for year in disclosure.services)
    if disclosure.risk:
        yield "risk"
    if disclosure.articles:
        yield "pages"
    if any(article.head.topic == NEWS for article in disclosure.articles):
        yield "news"
    if disclosure.people:
        yield "structure"


def _of_forms(disclosure: Disclosure) -> Iterator[str]:
    for form in disclosure.answered:
        yield f"ita/{int(form.fiscal_year)}"
        yield from (f"ita/{int(form.fiscal_year)}/{item.code.lower()}" for item in form.items)

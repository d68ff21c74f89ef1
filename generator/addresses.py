"""Where an agency's pages stand: their folders below the site's root, "" the home page.

The data alone says it, so that a check need not make a single page. A contract test holds it
against the pages themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.article import NEWS
from generator.model.ledger import Ledger, MonthState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.complaints import ComplaintReport
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear, Month
    from generator.model.ledger import Purchase

ALWAYS = (
    "", "about", "accessibility", "contact", "data", "data/dictionary", "declaration",
    "design", "discrepancies", "licence", "plan", "poster", "print", "rules", "search", "units",
)  # fmt: skip
"""Pages of every agency."""
LINES = 100
"""Purchases on one page of a month; a phone can still scroll through them."""
LIST_LINES = 400
"""Purchases on one page of a year's list, a line each: as much as a slow line brings at once."""


def addresses(disclosure: Disclosure) -> frozenset[str]:
    """Where pages stand that are in use."""
    parts = (_plan, _procurement, _counts, _records, _articles, _ita)
    return frozenset([*ALWAYS, *(path for part in parts for path in part(disclosure))])


def path_of_month(month: Month, part: int = 1) -> str:
    """The folder of a month's summary, or of a further part of it."""
    folder = f"procurement/{int(month.fiscal_year)}/{month}"
    return folder if part == 1 else f"{folder}/{part}"


def parts_of(ledger: Ledger, month: Month) -> int:
    """How many pages a month takes; one that is still to come has none."""
    if ledger.state(month) is MonthState.TO_COME:
        return 0
    return max(1, -(-len(ledger.by_month.get(month, ())) // LINES))


def path_of_list(year: FiscalYear, part: int = 1) -> str:
    """The folder of the list of a year's purchases, or of a further part of it."""
    folder = f"procurement/{int(year)}/purchases"
    return folder if part == 1 else f"{folder}/{part}"


def list_parts_of(ledger: Ledger) -> int:
    """How many pages the list of a year takes; none where nothing was bought."""
    return -(-len(ledger.purchases) // LIST_LINES)


def part_of_list(ledger: Ledger, part: int) -> tuple[int, tuple[Purchase, ...]]:
    """The purchases of a part of the list, with the number of the first."""
    first = (part - 1) * LIST_LINES
    return first + 1, ledger.purchases[first : first + LIST_LINES]


def path_of_complaints(report: ComplaintReport) -> str:
    """The folder of a year's complaints."""
    return f"complaints/{int(report.fiscal_year)}"


def _plan(disclosure: Disclosure) -> Iterator[str]:
    yield from (f"items/{item.id}" for item in disclosure.items)
    yield from (f"dimensions/{node.code}" for node in disclosure.plan.nodes)
    yield from (f"units/{unit.id}" for unit in disclosure.agency.units)
    if any(item.schedule for item in disclosure.items):
        yield from (f"plan/{int(year)}" for year in disclosure.years)
    if disclosure.risk:
        yield "risk"


def _procurement(disclosure: Disclosure) -> Iterator[str]:
    if disclosure.procurement:
        yield "procurement"
    for ledger in map(Ledger.of, disclosure.procurement):
        yield f"procurement/{int(ledger.year)}"
        for part in range(1, list_parts_of(ledger) + 1):
            yield path_of_list(ledger.year, part)
        for month in ledger.year.months:
            for part in range(1, parts_of(ledger, month) + 1):
                yield path_of_month(month, part)


def _counts(disclosure: Disclosure) -> Iterator[str]:
    counted = [report for report in disclosure.complaints if report.periods]
    if disclosure.complaint_guide or counted:
        yield "complaints"
    yield from map(path_of_complaints, counted)
    yield from (f"no-gift/{int(report.fiscal_year)}" for report in disclosure.gifts)


def _records(disclosure: Disclosure) -> Iterator[str]:
    if disclosure.people:
        yield "structure"
    yield from (f"results/{int(year.fiscal_year)}" for year in disclosure.results)
    yield from (f"operations/{int(year.fiscal_year)}" for year in disclosure.operations)
    yield from (f"services/{int(year.fiscal_year)}" for year in disclosure.services)


def _articles(disclosure: Disclosure) -> Iterator[str]:
    articles = disclosure.articles
    if articles or any(_records(disclosure)):
        yield "pages"
    if any(article.head.topic == NEWS for article in articles):
        yield "news"
    yield from (article.path for article in articles)


def _ita(disclosure: Disclosure) -> Iterator[str]:
    if disclosure.answered:
        yield "ita/crosswalk"
    if disclosure.results_of_ita:
        yield "ita/results"
    for form in disclosure.answered:
        year = f"ita/{int(form.fiscal_year)}"
        yield from (year, f"{year}/units", f"{year}/status")
        yield from (f"{year}/{item.code.lower()}" for item in form.items)

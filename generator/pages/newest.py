"""What is new: facts of the data that have a day, the newest first; nothing is written for this list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.addresses import path_of_complaints, path_of_month
from generator.frozen import frozen
from generator.model.article import NEWS
from generator.model.ledger import MonthState, spent
from generator.pages import complaint_year
from generator.pages.base import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.eras import Day
    from generator.pages.base import Here

MOST = 6
"""How many the home page tells."""
CODES = 4
"""How many codes of items are named; more are counted."""


@frozen(kw_only=True)
class Event:
    """Something that happened on a day, or data of that day."""

    on: Day
    day: str
    sort: str
    """News, published, procurement …"""
    link: Link


def newest(here: Here, edition: Edition) -> tuple[Event, ...]:
    """The newest facts; of one day, in the order in which they are found."""
    found = (_news, _released, _procurement, _complaints, _reports, _announced)
    events = [event for tell in found for event in tell(here, edition)]
    return tuple(sorted(events, key=lambda event: event.on, reverse=True)[:MOST])


def _event(here: Here, on: Day, sort: str, link: Link) -> Event:
    return Event(on=on, day=formats.day(on, here.lang), sort=sort, link=link)


def _news(here: Here, edition: Edition) -> Iterator[Event]:
    for article in edition.disclosure.articles:
        if article.head.topic == NEWS:
            link = Link(article.title(here.lang), here.to(article.path))
            yield _event(here, article.head.as_of, here.words("News"), link)


def _released(here: Here, edition: Edition) -> Iterator[Event]:
    """ITA items by the day of the release that published or changed them."""
    _, ledger = here.words, edition.disclosure.ledger
    answered = {form.year for form in edition.coverage}
    first: dict[tuple[Day, int], list[str]] = {}
    changed: dict[tuple[Day, int], list[str]] = {}
    for item in ledger.items if ledger else ():
        if item.year in answered and item.first and item.changed:
            kept = first if item.changed == item.first else changed
            kept.setdefault((item.changed, item.year), []).append(item.item)
    for told, sort in ((first, _("Published")), (changed, _("Changed"))):
        for (day, year), codes in told.items():
            link = Link(_items(here, codes), here.to(f"ita/{int(year)}"))
            yield _event(here, day, sort, link)


def _items(here: Here, codes: list[str]) -> str:
    _, named = here.words, ", ".join(codes[:CODES])
    if len(codes) <= CODES:
        return _.count("ITA item {codes}", "ITA items {codes}", len(codes), codes=named)
    return _("ITA items {codes} and {n} more", codes=named, n=len(codes) - CODES)


def _procurement(here: Here, edition: Edition) -> Iterator[Event]:
    """The newest month that is told to its end."""
    _ = here.words
    for ledger in edition.ledgers[-1:]:
        told = [m for m in ledger.year.months if ledger.state(m) is MonthState.REPORTED]
        for month in told[-1:]:
            bought = ledger.by_month[month]
            words = _.count(
                "Procurement of {month}: {n} purchase, {baht} baht",
                "Procurement of {month}: {n} purchases, {baht} baht",
                len(bought),
                month=formats.month_of_year(month, here.lang),
                n=formats.number(len(bought)),
                baht=formats.baht(spent(bought)),
            )
            link = Link(words, here.to(path_of_month(month)))
            yield _event(here, ledger.procurement.report.as_of, _("Procurement"), link)


def _complaints(here: Here, edition: Edition) -> Iterator[Event]:
    for report in complaint_year.told(edition)[-1:]:
        link = Link(complaint_year.year_title(here, report), here.to(path_of_complaints(report)))
        yield _event(here, report.as_of, here.words("Complaints"), link)


def _reports(here: Here, edition: Edition) -> Iterator[Event]:
    """The newest results and operations."""
    _, disclosure = here.words, edition.disclosure
    for results in disclosure.results[-1:]:
        year = formats.fiscal_year(results.fiscal_year, here.lang)
        link = Link(
            _("Results of fiscal year {year}", year=year),
            here.to(f"results/{int(results.fiscal_year)}"),
        )
        yield _event(here, results.as_of, _("Results"), link)
    for told in disclosure.operations[-1:]:
        year = formats.fiscal_year(told.fiscal_year, here.lang)
        link = Link(
            _("Operations of fiscal year {year}", year=year),
            here.to(f"operations/{int(told.fiscal_year)}"),
        )
        yield _event(here, told.as_of, _("Operations"), link)


def _announced(here: Here, edition: Edition) -> Iterator[Event]:
    plan = edition.disclosure.plan
    if plan.announcement:
        link = Link(here.text(plan.short_title), here.to("declaration"))
        yield _event(here, plan.announcement.date, here.words("Announced"), link)

"""Items of the plan as lists show them: a row each, what narrows them, what is said of their money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.model.plan import AllocationStatus, Kind, Level
from generator.pages.base import Link
from generator.pages.narrowing import Way, band, bands, by_unit, marks, narrowing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.edition import Edition
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, Money
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks, Narrowing
    from generator.wording import Wording

UNSTATED = "unstated"
"""Stands in addresses for a kind that the document does not state."""


@frozen(kw_only=True)
class ItemRow:
    """A plan item in a list."""

    number: str
    link: Link
    kind: str
    units: tuple[Link, ...]
    budget: str
    """Baht over all years, or the words that stand in its place."""
    has_budget: bool
    doubtful: bool
    """Whether the document contradicts itself about the item."""
    marks: Marks


def item_rows(here: Here, edition: Edition, items: Iterable[Item]) -> tuple[ItemRow, ...]:
    """Items as rows of a list."""
    doubtful = {c.subject for c in edition.contradictions}
    return tuple(_item_row(here, edition, item, item.id in doubtful) for item in items)


def _item_row(here: Here, edition: Edition, item: Item, doubtful: bool) -> ItemRow:
    years = edition.disclosure.years
    baht = total([item], years)
    return ItemRow(
        number="" if item.shown_number is None else str(item.shown_number),
        link=Link(here.text(item.shown_title), here.to(f"items/{item.id}")),
        kind=kind_name(here.words, item.shown_kind),
        units=tuple(unit_link(here, edition, unit_id) for unit_id in item.shown_responsible),
        budget=formats.baht(baht) if baht else no_money(here.words, (item,), years),
        has_budget=bool(baht),
        doubtful=doubtful,
        marks=marks(
            baht,
            dimension=item.top,
            kind=item.shown_kind or UNSTATED,
            unit=item.shown_responsible,
            year=_years(item, years),
            budget=band(baht or None),
        ),
    )


def _years(item: Item, years: tuple[FiscalYear, ...]) -> Iterator[str]:
    """The fiscal years in which the plan sets an item, with money or without."""
    for year, money in item.allocations(years).items():
        if money.status is not AllocationStatus.NOT_SCHEDULED:
            yield str(int(year))


def item_narrowing(
    here: Here, edition: Edition, rows: Sequence[ItemRow], *names: str
) -> Narrowing | None:
    """What a list of items can be narrowed by: the facets of these names, in their order."""
    ways = item_ways(here, edition)
    has_money = any(row.has_budget for row in rows)
    return narrowing(
        here,
        [row.marks for row in rows],
        [ways[name] for name in names],
        sums=(here.words("Planned over all years"),) if has_money else (),
    )


def item_ways(here: Here, edition: Edition) -> dict[str, Way]:
    """By what items are found."""
    _, disclosure = here.words, edition.disclosure
    return {
        "dimension": Way(
            name="dimension",
            label=level_name(_, disclosure.plan.levels[0]),
            values={
                node.code: f"{node.code} {here.text(node.shown_title)}"
                for node in disclosure.plan.nodes
            },
        ),
        "year": Way(
            name="year",
            label=_("Fiscal year"),
            values={str(int(y)): formats.fiscal_year(y, here.lang) for y in disclosure.years},
        ),
        "unit": by_unit(here, disclosure.agency.units),
        "kind": Way(
            name="kind",
            label=_("Kind"),
            values={kind or UNSTATED: kind_name(_, kind) for kind in (*Kind, None)},
        ),
        "budget": bands(here, "budget", _("Budget")),
    }


def no_money(_: Wording, items: Iterable[Item], years: tuple[FiscalYear, ...]) -> str:
    """What a page says of items that cost nothing; empty where the document speaks of no money."""
    statuses = {money.status for item in items for money in item.allocations(years).values()}
    if AllocationStatus.BUDGETED in statuses:
        return _("0 baht")
    if AllocationStatus.NO_BUDGET in statuses:
        return _("No budget used")
    return _("Not scheduled") if statuses else ""


def unit_link(here: Here, edition: Edition, unit_id: str) -> Link:
    """A responsible unit."""
    unit = next(u for u in edition.disclosure.agency.units if u.id == unit_id)
    return Link(here.text(unit.name), here.to(f"units/{unit.id}"))


def kind_name(_: Wording, kind: Kind | None) -> str:
    """Project, measure or activity."""
    names = {
        Kind.PROJECT: _("Project"),
        Kind.MEASURE: _("Measure"),
        Kind.ACTIVITY: _("Activity"),
    }
    return _("Kind not stated") if kind is None else names[kind]


def level_name(_: Wording, level: Level) -> str:
    """Dimension, area, issue, goal, indicator."""
    return {
        Level.DIMENSION: _("Dimension"),
        Level.AREA: _("Area"),
        Level.SUB_AREA: _("Sub-area"),
        Level.ISSUE: _("Issue"),
        Level.GOAL: _("Goal"),
        Level.INDICATOR: _("Indicator"),
    }[level]


@frozen(kw_only=True)
class MoneyCell:
    """What a plan says about money in a year."""

    year: str
    text: str
    is_amount: bool


def money_cell(here: Here, year: FiscalYear, money: Money) -> MoneyCell:
    """An amount, or which of the reasons why there is none."""
    _ = here.words
    words = {
        AllocationStatus.BUDGETED: formats.baht(money.baht),
        AllocationStatus.NO_BUDGET: _("No budget used"),
        AllocationStatus.NOT_SCHEDULED: _("Not in this year"),
    }
    return MoneyCell(
        year=formats.fiscal_year(year, here.lang),
        text=words[money.status],
        is_amount=money.status is AllocationStatus.BUDGETED,
    )

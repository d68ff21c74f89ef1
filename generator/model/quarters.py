"""What the plan set for each quarter of a fiscal year, and how far it is by the year's results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.plan import DocumentType
from generator.model.results import Progress

if TYPE_CHECKING:
    from generator.model.base import Id
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item

QUARTERS = (1, 2, 3, 4)
"""Of a fiscal year; the first is October to December."""


@frozen(kw_only=True)
class QuarterSum:
    """A quarter with how many items the plan set for it; one of two quarters counts in both."""

    fiscal_year: FiscalYear
    quarter: int
    planned: int
    by_progress: dict[Progress, int] | None
    """How far the items are by the year's results; None where no results of the year are told."""

    @property
    def untold(self) -> int | None:
        """How many of them the results say nothing about; None as above."""
        told = self.by_progress
        return None if told is None else self.planned - sum(told.values())


def quarters(disclosure: Disclosure, year: FiscalYear) -> tuple[QuarterSum, ...]:
    """The four quarters of a year; none where the plan sets no quarters for it.

    A report of results (รายงานผล) tells when something was done, not for when it was planned.
    """
    if disclosure.plan.type is DocumentType.RESULT_REPORT:
        return ()
    planned = {quarter: _planned(disclosure, year, quarter) for quarter in QUARTERS}
    if not any(planned.values()):
        return ()
    results = next((one for one in disclosure.results if one.fiscal_year == year), None)
    reached = {one.item: one.status for one in results.items} if results else None
    return tuple(
        QuarterSum(
            fiscal_year=year,
            quarter=quarter,
            planned=len(items),
            by_progress=None if reached is None else _progress(items, reached),
        )
        for quarter, items in planned.items()
    )


def _planned(disclosure: Disclosure, year: FiscalYear, quarter: int) -> tuple[Item, ...]:
    """The items of a quarter; one that the annual plan lists twice counts twice, as in its table."""
    return tuple(
        item for item in disclosure.items for marked in _marked(item, year) if quarter in marked
    )


def _marked(item: Item, year: FiscalYear) -> tuple[tuple[int, ...], ...]:
    """The quarters of each of its rows in an annual plan; else of its period, in each of its years."""
    if item.schedule:
        return tuple(row.quarters for row in item.rows_of(year))
    period = item.period
    return (period.quarters,) if period and year in period.years else ()


def _progress(items: tuple[Item, ...], reached: dict[Id, Progress]) -> dict[Progress, int]:
    return {status: sum(reached.get(item.id) is status for item in items) for status in Progress}

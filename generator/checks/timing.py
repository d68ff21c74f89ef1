"""Years, quarters and months that do not fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.contradictions import Contradiction, Said, to_decide
from generator.checks.statements import ORIGIN_WORDS
from generator.diagnostics import Rule, Words
from generator.model.base import Origin
from generator.model.plan import AllocationStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.plan import Item, Period

MONTHS_IN_QUARTER = 3
MONTHS = 12


def months_before(month: int) -> int:
    """Months of the fiscal year before a month: none before October, eleven before September."""
    return (month - 10) % MONTHS


def quarter_of(month: int) -> int:
    """Quarter of the fiscal year: October to December is 1, July to September is 4."""
    return months_before(month) // MONTHS_IN_QUARTER + 1


def quarters_of(months: tuple[int, ...]) -> tuple[int, ...]:
    """Quarters from the first printed month to the last, in the order of the fiscal year.

    A span that would end before it begins, such as January to December, is the whole year.
    """
    if not months:
        return ()
    first, last = months[0], months[-1]
    if months_before(last) < months_before(first):
        return (1, 2, 3, 4)
    return tuple(range(quarter_of(first), quarter_of(last) + 1))


def months_against_quarters(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Printed months against the quarter columns that a table marks."""
    for item in disclosure.items:
        period = item.period
        if period and period.months and period.marked:
            named = quarters_of(period.months)
            marked = tuple(range(min(period.marked), max(period.marked) + 1))
            if named != marked:
                yield _months(item, period, named, marked)


def _months(
    item: Item, period: Period, named: tuple[int, ...], marked: tuple[int, ...]
) -> Contradiction:
    return Contradiction(
        rule=MONTHS_DIFFER,
        place=period.locate("months"),
        subject=item.id,
        about="months",
        said=(
            Said(where=_MONTHS, value=_quarters(named), line=period.line),
            Said(where=_MARKS, value=_quarters(marked), line=period.line),
        ),
    )


def _quarters(quarters: tuple[int, ...]) -> Words:
    numbers = ", ".join(str(quarter) for quarter in quarters)
    return Words(f"ไตรมาส {numbers}", f"quarter{'s' * (len(quarters) > 1)} {numbers}")


def years_against_period(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Years in which a table schedules an item against the period that its description gives."""
    for item in disclosure.items:
        running = [
            year
            for year, money in item.allocations(disclosure.years).items()
            if money.status is not AllocationStatus.NOT_SCHEDULED
        ]
        if item.period and running and tuple(running) != item.period.years:
            yield Contradiction(
                rule=YEARS_DIFFER,
                place=item.period.locate(),
                subject=item.id,
                about="period",
                said=(
                    Said(
                        where=ORIGIN_WORDS[Origin.DETAIL],
                        value=_years(item.period.years),
                        line=item.period.line,
                    ),
                    Said(
                        where=ORIGIN_WORDS[Origin.TABLE],
                        value=_years(tuple(running)),
                        line=item.source.table,
                    ),
                ),
            )


def _years(years: tuple[int, ...]) -> Words:
    text = ", ".join(str(int(year)) for year in years)
    return Words(text, f"B.E. {text}")


_MONTHS = Words("เดือนที่พิมพ์", "printed months")
_MARKS = Words("ช่องไตรมาสที่ทำเครื่องหมาย", "marked quarters")
MONTHS_DIFFER = Rule(
    code="months-differ",
    what=Words(
        "{subject}: เดือนไม่ตรงกับไตรมาส · {said}",
        "{subject}: months and quarters do not fit · {said}",
    ),
    why=Words("ไม่รู้ว่าจะทำเมื่อใด", "Nobody can tell when it will be done"),
    mend=to_decide("months-differ"),
)
YEARS_DIFFER = Rule(
    code="years-differ",
    what=Words(
        "{subject}: ปีในตารางไม่ตรงกับระยะเวลา · {said}",
        "{subject}: the years scheduled are not those of its period · {said}",
    ),
    why=Words("ไม่รู้ว่าจะทำในปีใดบ้าง", "Nobody can tell in which years it will be done"),
    mend=to_decide("years-differ"),
)

CONTRADICTIONS = (months_against_quarters, years_against_period)
RULES = (MONTHS_DIFFER, YEARS_DIFFER)

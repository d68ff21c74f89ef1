"""Findings: what a picture shows, in a sentence that is worked out from its numbers and no more.

A sentence never claims more than the numbers say: equal is said to be equal, a lone number is not
compared, and where a count is hidden no other count is called the highest unless it must be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.disclosure_control.cells import Shown
    from generator.pages.base import Here
    from generator.wording import Wording

NEAR = Decimal("0.015")
"""How far a share may lie from a half or a third to be called nearly that: 1.5 in a hundred."""


@frozen
class Named:
    """A number with the name of what it is of."""

    name: str
    value: Decimal


def share(here: Here, part: Decimal, whole: Decimal) -> str:
    """A part of a whole as people say it: half, about two thirds, 37.4%."""
    _, ratio = here.words, part / whole
    if part == whole:
        return _("All")
    for fraction, exact, about in (
        (Decimal(1) / 2, _("Half"), _("About half")),
        (Decimal(1) / 3, _("A third"), _("About a third")),
        (Decimal(2) / 3, _("Two thirds"), _("About two thirds")),
        (Decimal(1) / 4, _("A quarter"), _("About a quarter")),
        (Decimal(3) / 4, _("Three quarters"), _("About three quarters")),
    ):
        if abs(ratio - fraction) < Decimal("0.0005"):
            return exact
        if abs(ratio - fraction) <= NEAR:
            return about
    return formats.percent(part, whole)


def listed(here: Here, names: Sequence[str]) -> str:
    """Names in a row: A, B and C."""
    if len(names) == 1:
        return names[0]
    return here.words("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def highest(numbers: Sequence[Named]) -> tuple[Named, ...]:
    """Those with the highest number, all of them where several have it; none where all are zero."""
    most = max((one.value for one in numbers), default=Decimal(0))
    return tuple(one for one in numbers if most and one.value == most)


def budget_parts(here: Here, parts: Sequence[Named]) -> str:
    """Which part of the plan gets most of its budget."""
    _, whole = here.words, sum((part.value for part in parts), Decimal(0))
    top = highest(parts)
    if not top:
        return _("No part of the plan has a budget")
    if len(top) > 1:
        return _(
            "{names} have the largest budgets, the same for each: {share} of the whole",
            names=listed(here, [one.name for one in top]),
            share=formats.percent(top[0].value, whole),
        )
    return _(
        "{share} of the planned budget goes to {name}",
        share=share(here, top[0].value, whole),
        name=top[0].name,
    )


def budget_years(here: Here, years: Sequence[Named]) -> str:
    """How the budget of a year changes over the years; of one year, how much it is."""
    _, values = here.words, [year.value for year in years]
    least, most = min(values), max(values)
    if len(years) == 1:
        return _("{baht} baht in {year}", baht=formats.baht(most), year=years[0].name)
    if least == most:
        return _("{baht} baht in each year", baht=formats.baht(most))
    return _(
        "From {least} baht in {low} to {most} baht in {high}",
        least=formats.baht(least),
        low=_years_of(here, years, least),
        most=formats.baht(most),
        high=_years_of(here, years, most),
    )


def _years_of(here: Here, years: Sequence[Named], value: Decimal) -> str:
    return listed(here, [year.name for year in years if year.value == value])


def month_money(here: Here, months: Sequence[Named]) -> str:
    """In which month most was contracted, with its share of the year."""
    _, slots = here.words, _most(here, months)
    if slots is None:
        return _("No contract has a value")
    if slots.pop("tied"):
        return _("Most was contracted in {names}: {baht} baht in each ({share})", **slots)
    return _("Most was contracted in {names}: {baht} baht, {share} of the year’s value", **slots)


def method_money(here: Here, methods: Sequence[Named]) -> str:
    """By which method most was contracted, with its share of the year."""
    _, slots = here.words, _most(here, methods)
    if slots is None:
        return _("No contract has a value")
    if slots.pop("tied"):
        return _("{names} have the highest contract value, {baht} baht each ({share})", **slots)
    return _("{share} of the contract value, {baht} baht, came through {names}", **slots)


def _most(here: Here, numbers: Sequence[Named]) -> dict[str, str] | None:
    """The highest of amounts, its share, and whether several have it; None where all are zero."""
    top, whole = highest(numbers), sum((one.value for one in numbers), Decimal(0))
    if not top:
        return None
    return {
        "names": listed(here, [one.name for one in top]),
        "baht": formats.baht(top[0].value),
        "share": formats.percent(top[0].value, whole),
        "tied": "yes" if len(top) > 1 else "",
    }


def points(here: Here, years: Sequence[Named], grade: str) -> str:
    """The newest total, and what changed since the one before it."""
    _, newest = here.words, years[-1]
    slots = {"points": formats.number(newest.value), "year": newest.name, "grade": grade}
    if len(years) == 1:
        return _("{points} points in {year}: {grade}", **slots)
    before = years[-2]
    change = newest.value - before.value
    slots |= {"by": formats.number(abs(change)), "before": before.name}
    if change == 0:
        return _("{points} points in {year}, as in {before}: {grade}", **slots)
    if change > 0:
        return _("{points} points in {year}, {by} more than in {before}: {grade}", **slots)
    return _("{points} points in {year}, {by} fewer than in {before}: {grade}", **slots)


def quarter_plan(here: Here, quarters: Sequence[Named]) -> str:
    """In which quarter most is planned."""
    _, top = here.words, highest(quarters)
    if not top:
        return _("Nothing is planned for a quarter")
    number = int(top[0].value)
    if len(top) == len(quarters):
        return _("As much is planned in each quarter: {n}", n=number)
    names = listed(here, [t.name for t in top])
    if len(top) > 1:
        return _("Most items are planned for {names}: {n} each", names=names, n=number)
    return _("Most items are planned for {names}: {n}", names=names, n=number)


def quarter_results(here: Here, planned: int, done: int) -> str:
    """How much of what was planned for the quarters of a year is done."""
    _ = here.words
    slots = {"n": done, "planned": planned, "share": formats.percent(done, planned)}
    if done == planned:
        return _("All {planned} that were planned for the quarters are done", **slots)
    if not done:
        return _("None of the {planned} that were planned for the quarters is done", **slots)
    return _("{n} of the {planned} that were planned for the quarters are done ({share})", **slots)


def progress(here: Here, done: int, of: int) -> str:
    """How much of a year's work is done."""
    _ = here.words
    slots = {"n": done, "all": of, "share": formats.percent(done, of)}
    if done == of:
        return _("All {all} are done", **slots)
    if not done:
        return _("None of {all} is done", **slots)
    return _("{n} of {all} are done ({share})", **slots)


def most_counted(here: Here, counts: Sequence[tuple[str, Shown]]) -> str:
    """Where most complaints came in, of periods or channels.

    A hidden count must not be able to reach the one that is called the highest.
    """
    _ = here.words
    known = [Named(name, Decimal(s.value)) for name, s in counts if s.value is not None]
    top = highest(known)
    if not top:
        return _("No number above zero is shown")
    number = int(top[0].value)
    slots = {"n": number, "names": listed(here, [one.name for one in top])}
    if any(could_reach(shown, number) for _name, shown in counts if shown.value is None):
        return _("The highest of the numbers that are shown: {names}, {n} received", **slots)
    return _.count(
        "Most complaints: {names}, {n} received",
        "Most complaints: {names}, {n} received in each",
        len(top),
        **slots,
    )


def could_reach(shown: Shown, number: int) -> bool:
    """Whether a hidden count may be as high as a number; one below a limit may not."""
    _least, most = shown.bounds
    return most is None or most >= number


def risk_levels(_: Wording, counts: Sequence[tuple[str, int]], numbers: str) -> str:
    """How many of the risks stand at the highest level that any has; levels lowest first."""
    whole = sum(number for _level, number in counts)
    level, number = next((c for c in reversed(counts) if c[1]), ("", 0))
    slots = {"n": number, "all": whole, "level": level, "numbers": numbers}
    if whole == 1:
        return _("The one assessed risk is at level {level}", **slots)
    if number == whole:
        return _("All {all} assessed risks are at level {level}", **slots)
    return _.count(
        "{n} of {all} risks is at the highest level found, {level}: risk {numbers}",
        "{n} of {all} risks are at the highest level found, {level}: risks {numbers}",
        number,
        **slots,
    )

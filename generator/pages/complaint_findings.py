"""What complaints over the years show, in a sentence that never compares unlike spans of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.frozen import frozen
from generator.pages.counts import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.disclosure_control.cells import Shown
    from generator.pages.base import Here


@frozen
class YearCount:
    """What came in during the counted months of a fiscal year, as it is published."""

    name: str
    months: int
    received: Shown

    @property
    def is_whole(self) -> bool:
        """Whether all twelve months are counted."""
        return self.months == 12


def over_years(here: Here, years: Sequence[YearCount]) -> str:
    """The newest whole year beside the whole year before it; what is known of a newer part follows.

    A hidden count is compared with nothing, and a part of a year with no whole one.
    """
    whole, newest = [year for year in years if year.is_whole], years[-1]
    if not whole:
        return _alone(here, newest)
    told = _compared(here, whole[-2], whole[-1]) if len(whole) > 1 else _alone(here, whole[-1])
    if newest.is_whole:
        return told
    return here.words("{finding}; {rest}", finding=told, rest=_part(here, newest))


def _alone(here: Here, year: YearCount) -> str:
    _ = here.words
    if not year.is_whole:
        return _part(here, year)
    slots = {"n": in_words(here, year.received), "year": year.name}
    return _.count(
        "{n} complaint in {year}", "{n} complaints in {year}", year.received.value or 0, **slots
    )


def _part(here: Here, year: YearCount) -> str:
    return here.words(
        "{n} in the {months} months of {year} that are counted",
        n=in_words(here, year.received),
        months=year.months,
        year=year.name,
    )


def _compared(here: Here, before: YearCount, year: YearCount) -> str:
    _, old, new = here.words, before.received.value, year.received.value
    if old is None or new is None:
        return _alone(here, year)
    slots = {
        "told": _alone(here, year),
        "by": formats.number(abs(new - old)),
        "before": before.name,
    }
    if new == old:
        return _("{told}, as many as in {before}", **slots)
    if new > old:
        return _("{told}, {by} more than in {before}", **slots)
    return _("{told}, {by} fewer than in {before}", **slots)

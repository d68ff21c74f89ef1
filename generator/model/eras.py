"""Thai time: the Buddhist era, the fiscal year, its quarters. +543 stands here and nowhere else."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

BUDDHIST_ERA = 543
"""Years by which the Buddhist era (พุทธศักราช, พ.ศ.) is ahead of the common era."""

FIRST_BUDDHIST_YEAR = 2400
LAST_BUDDHIST_YEAR = 2700
"""A four-digit year between these can only be meant in the Buddhist era."""
FIRST_COMMON_YEAR = 1850
LAST_COMMON_YEAR = 2150
"""A four-digit year between these can only be meant in the common era."""


def buddhist_year(common_year: int) -> int:
    """2025 → 2568."""
    return common_year + BUDDHIST_ERA


def common_year(buddhist_year: int) -> int:
    """2568 → 2025."""
    return buddhist_year - BUDDHIST_ERA


class FiscalYear(int):
    """A Thai fiscal year (ปีงบประมาณ) in the Buddhist era: 2569 runs 1 Oct 2025 – 30 Sep 2026."""

    __slots__ = ()

    @property
    def common(self) -> int:
        """The common-era year in which it ends: 2569 → 2026."""
        return common_year(self)

    @property
    def first_day(self) -> date:
        """1 October of the year before."""
        return date(self.common - 1, 10, 1)

    @property
    def last_day(self) -> date:
        """30 September."""
        return date(self.common, 9, 30)

    @property
    def months(self) -> tuple[Month, ...]:
        """October to September."""
        first, last = self.common - 1, self.common
        return (
            *(Month(first, number) for number in (10, 11, 12)),
            *(Month(last, number) for number in range(1, 10)),
        )

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year that a day falls in."""
        first_month_of_next_year = 10
        return cls(buddhist_year(day.year) + (day.month >= first_month_of_next_year))


class Month(NamedTuple):
    """A calendar month, in the common era; written 2025-10."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """The day it begins with."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The day it ends with."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def fiscal_year(self) -> FiscalYear:
        """The fiscal year that it lies in."""
        return FiscalYear.of(self.first_day)

    @property
    def next(self) -> Month:
        """The month after it."""
        last = 12
        return Month(self.year + 1, 1) if self.number == last else Month(self.year, self.number + 1)

    def up_to(self, last: Month) -> tuple[Month, ...]:
        """The months from this one to another of its fiscal year."""
        return tuple(month for month in self.fiscal_year.months if self <= month <= last)

    @classmethod
    def of(cls, day: date) -> Month:
        """The month of a day."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        """2025-10."""
        return f"{self.year:04}-{self.number:02}"


Day = date
"""A calendar day, always in the common era."""

"""Grades of the Integrity and Transparency Assessment (ITA), which changed in fiscal year 2566.

Sources: letters up to 2565 and bands from 2566 as a university's assessment system has them in its
code; 85 as the pass mark and 95 as excellent in the press of August 2023. The letter D is recalled.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.frozen import frozen
from generator.model.eras import FiscalYear

if TYPE_CHECKING:
    from collections.abc import Sequence

NEW_BANDS = FiscalYear(2566)
"""First fiscal year with bands in words in place of letters."""


@frozen
class Band:
    """A grade, with the least total that it takes."""

    least: Decimal
    name: Words


LETTERS = tuple(
    Band(Decimal(least), Words(name, name))
    for least, name in (
        (95, "AA"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F"),
    )
)  # fmt: skip
BANDS = (
    Band(Decimal(95), Words("ผ่านดีเยี่ยม", "Pass, excellent")),
    Band(Decimal(85), Words("ผ่านดี", "Pass, good")),
    Band(Decimal(70), Words("ต้องปรับปรุง", "Needs improvement")),
    Band(Decimal(0), Words("ต้องปรับปรุงโดยด่วน", "Needs urgent improvement")),
)
PASS = Words("ผ่าน", "Pass")
"""At least 85 in total, but less in one of the three instruments."""
HIGH = 2
"""How many of the bands also ask for their least points in each instrument."""


def bands_of(year: FiscalYear) -> tuple[Band, ...]:
    """The grades of a year, the best first."""
    return LETTERS if year < NEW_BANDS else BANDS


def grade(year: FiscalYear, total: Decimal, instruments: Sequence[Decimal]) -> Words:
    """The grade of a total; the high bands of the new kind ask for it in each instrument too.

    Where the instruments are not all known, a total of 85 or more is a pass of a degree not known.
    """
    found = next(band for band in bands_of(year) if total >= band.least)
    if year < NEW_BANDS or found not in BANDS[:HIGH]:
        return found.name
    if len(instruments) < 3:
        return PASS
    lowest = min(total, *instruments)
    reached = (band for band in BANDS[:HIGH] if lowest >= band.least)
    return next((band.name for band in reached), PASS)

"""The counts of a table: which are to be published, and how each is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from generator.frozen import frozen

Atom = str
Relation = Mapping[Atom, int]
"""Coefficients of atoms whose sum is always zero."""


class Mark(StrEnum):
    """How a cell is shown."""

    SHOWN = "shown"
    SMALL = "small"
    """Below the limit and not zero: `<3` says 1 or 2. Zero is shown, because "none" is about nobody."""
    WITHHELD = "withheld"
    """Hidden so that it does not give another cell away; any count, and in need also a zero."""


@frozen(kw_only=True)
class Cell:
    """A count that is to be published."""

    key: str
    atoms: tuple[Atom, ...]
    limit: int
    """Counts from 1 up to below this are small."""
    rank: int = 0
    """What may rather be hidden: the inside of a table before its margins, a total last."""
    least: int = 0
    """What a reader knows it to be at least, from what is said in words."""
    stated: bool = False
    """Whether its count is said in words, so that hiding it would be in vain."""


@frozen(kw_only=True)
class Shown:
    """A cell as it is published."""

    key: str
    atoms: tuple[Atom, ...]
    mark: Mark
    limit: int
    value: int | None = None
    """The count, where it is shown."""
    least: int = 0
    """What a reader may take a withheld one to be at least: that it is not small, if it is not."""

    @property
    def bounds(self) -> tuple[int, int | None]:
        """Between which counts a reader knows it to lie."""
        if self.value is not None:
            return self.value, self.value
        return (1, self.limit - 1) if self.mark is Mark.SMALL else (self.least, None)

    def withheld(self, value: int) -> Shown:
        """The same cell withheld. Who reads it may well guess that a small count would say so."""
        floor = self.limit if value >= self.limit else min(value, 1)
        return replace(self, mark=Mark.WITHHELD, value=None, least=max(self.least, floor))

    def admits(self, value: int) -> bool:
        """Whether a count could have been shown so."""
        low, high = self.bounds
        return low <= value and (high is None or value <= high)

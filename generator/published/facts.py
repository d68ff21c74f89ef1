"""Counts as atoms of linked tables, and the names of the cells that are made of them.

A cell is named `measure/span/category`: `received/2025-10..2025-12/corruption`. The name says all
that it is made of, so that what an edition published can be understood years later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure_control.cells import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.eras import Month

ALL = "all"
"""The category of a total over the categories."""


class Span(NamedTuple):
    """Months from one to another, both included."""

    first: Month
    last: Month

    def __str__(self) -> str:
        """2025-10..2025-12."""
        return f"{self.first}..{self.last}"

    def within(self, other: Span) -> bool:
        """Whether it lies inside another."""
        return other.first <= self.first and self.last <= other.last

    def meets(self, other: Span) -> bool:
        """Whether they have a month in common."""
        return self.first <= other.last and other.first <= self.last


AT_START, AT_END = "carried", "open"
"""Measures that are counted at the beginning and at the end of a span; all others add up."""


TOLD_IN_WORDS = {"received", "gift", "property"}
"""Measures of which the pages say in words that there was none in a period."""


def key(measure: str, span: Span, category: str) -> str:
    """The name of a cell."""
    return f"{measure}/{span}/{category}"


@dataclass(slots=True)
class Facts:
    """All that is counted, told apart as finely as it is written down."""

    truth: dict[str, int] = field(default_factory=dict)
    relations: list[dict[str, int]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    silent: set[tuple[str, Span]] = field(default_factory=set)
    """Measures and periods of which it is said in words that there was none."""
    _atoms: dict[tuple[str, Span], dict[str, str]] = field(default_factory=dict)

    def count(self, measure: str, span: Span, counts: Mapping[str, int]) -> None:
        """The counts of a measure in a period, by category."""
        atoms = {category: key(measure, span, category) for category in counts}
        self.truth |= {atoms[category]: number for category, number in counts.items()}
        self._atoms[measure, span] = atoms

    def carry(self, before: Span, span: Span, categories: list[str]) -> None:
        """A period carries over what the one before left open: the same atoms under both names."""
        left = self._atoms[AT_END, before]
        self._atoms[AT_START, span] = {c: left[c] for c in categories if c in left}

    def has(self, measure: str, span: Span) -> bool:
        """Whether a measure is counted in a period."""
        return (measure, span) in self._atoms

    def of(self, measure: str, span: Span) -> dict[str, str]:
        """Atoms of a measure in a period, by category."""
        return self._atoms.get((measure, span), {})

    def equal(self, left: list[str], right: list[str]) -> None:
        """Two sums of atoms are the same."""
        self.relations.append({**dict.fromkeys(left, 1), **dict.fromkeys(right, -1)})

    def cell(self, measure: str, span: Span, category: str, *, rank: int, limit: int) -> None:
        """A cell that is to be published, once."""
        name = key(measure, span, category)
        atoms = self.atoms(measure, span, category)
        if atoms is None or name in {cell.key for cell in self.cells}:
            return
        self.cells.append(
            Cell(
                key=name,
                atoms=atoms,
                rank=rank,
                limit=limit,
                least=self.least(measure, span, category),
                stated=(measure, span) in self.silent,
            )
        )

    def least(self, measure: str, span: Span, category: str) -> int:
        """What a reader knows a cell to be at least: one for each period not said to be empty."""
        if measure not in TOLD_IN_WORDS or category != ALL:
            return 0
        within = [s for m, s in self._atoms if m == measure and s.within(span)]
        busy = [s for s in within if any(self.truth[a] for a in self._atoms[measure, s].values())]
        return sum((measure, s) not in self.silent for s in busy)

    def atoms(self, measure: str, span: Span, category: str) -> tuple[str, ...] | None:
        """What a cell is made of; None where the periods are not counted apart as it needs."""
        met = [s for m, s in self._atoms if m == measure and s.meets(span)]
        if measure == AT_START:
            met = [s for s in met if s.first == span.first]
        elif measure == AT_END:
            met = [s for s in met if s.last == span.last]
        if not met or not all(s.within(span) for s in met):
            return None
        return tuple(
            atom
            for s in met
            for name, atom in self._atoms[measure, s].items()
            if category in {ALL, name}
        )

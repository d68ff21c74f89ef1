"""Disclosure control: which counts of linked tables are shown, so that none gives another away.

A *cell* is a sum of *atoms*, the counts that are told apart at all. A reader knows the cells that
are shown, that atoms are whole and not negative, what the *relations* between them are, and of a
hidden cell what its mark says. Small counts are hidden first. Then, for each hidden cell, another
set of atoms is sought that would have been published in just the same way although that cell has
another value: a *witness*. Whoever reads the tables cannot tell the truth from it. Where none is
found, more is hidden, until every hidden cell has its witness. A search that gives up too early
hides too much, never too little.

What earlier editions published is part of what a reader knows, and what they hid stays hidden. So is
the guess that a withheld count is not small, since a small one would be called so. It is not promised
that nobody narrows a count down who runs this program over every possible set of counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.disclosure_control.cells import Atom, Cell, Mark, Relation, Shown
from generator.disclosure_control.search import Known, Search
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@frozen(kw_only=True)
class Protected:
    """The cells as they are published; `exposed` names those that nothing could protect."""

    cells: Mapping[str, Shown]
    exposed: tuple[str, ...] = ()


def protect(
    truth: Mapping[Atom, int],
    relations: Iterable[Relation],
    cells: Sequence[Cell],
    published: Sequence[Shown] = (),
) -> Protected:
    """How to show each cell. What was published before is kept to, and never made worse."""
    before = {shown.key: shown for shown in published}
    alike = {frozenset(shown.atoms): shown for shown in published if shown.atoms}
    first = {cell.key: _at_first(cell, truth, before, alike) for cell in cells}
    costs = {
        cell.key: _cost(cell, first[cell.key])
        for cell in cells
        if cell.key not in before and frozenset(cell.atoms) not in alike and not cell.stated
    }
    tables = _Tables(truth, tuple(relations), tuple(published), dict(first), costs, first)
    found = [tables.protected_somehow(shown) for shown in tables.hidden()]
    if not all(found):
        tables.withhold_all()
    exposed = [shown.key for shown in tables.hidden() if not tables.protect(shown)]
    return Protected(cells=tables.now, exposed=tuple(dict.fromkeys(exposed)))


def witness(
    truth: Mapping[Atom, int],
    relations: Iterable[Relation],
    seen: Iterable[Shown],
    target: Shown,
) -> dict[Atom, int] | None:
    """Other atoms that fit all that is seen and give a cell another value; None if not found."""
    known = Known(truth=truth, relations=tuple(relations), seen=tuple(seen), costs={})
    found = Search(known).witness(target)
    return None if found is None else {a: n + found[0].get(a, 0) for a, n in truth.items()}


def _at_first(
    cell: Cell,
    truth: Mapping[Atom, int],
    before: Mapping[str, Shown],
    alike: Mapping[frozenset[Atom], Shown],
) -> Shown:
    """As it was published before, under this name or another; else shown unless it is small."""
    value = sum(truth[atom] for atom in cell.atoms)
    known = before.get(cell.key) or alike.get(frozenset(cell.atoms))
    small = 0 < value < cell.limit
    shown = Shown(
        key=cell.key,
        atoms=cell.atoms,
        mark=Mark.SMALL if small else Mark.SHOWN,
        limit=cell.limit,
        value=None if small else value,
        least=cell.least,
    )
    if known is None:
        return shown
    least = max(known.least, shown.least)
    return replace(shown, mark=known.mark, limit=known.limit, value=known.value, least=least)


BLURRING = 4
"""What it costs to say less than `<3` of a small cell: more than to withhold inside a table."""


NOTHING = 9
"""What it costs to withhold a zero, which hides no one and says much."""


def _cost(cell: Cell, shown: Shown) -> int:
    """What it costs to withhold a cell; the choice follows the tables' order, not the counts."""
    if shown.value == 0:
        return cell.rank + NOTHING
    return cell.rank + (BLURRING if shown.mark is Mark.SMALL else 1)


@dataclass(slots=True)
class _Tables:
    """The tables as they are published so far, and which hidden cells are known to be safe."""

    truth: Mapping[Atom, int]
    relations: tuple[Relation, ...]
    published: tuple[Shown, ...]
    now: dict[str, Shown]
    costs: Mapping[str, int]
    """What it costs to withhold each cell that can be."""
    first: Mapping[str, Shown]
    """The cells before anything was withheld."""
    safe: set[tuple[str, Mark]] = field(default_factory=set)
    """Hidden cells with a witness. Hiding more never takes a witness away."""
    search: Search | None = None
    """Set up once until more is withheld."""

    def everything(self) -> list[Shown]:
        """All that a reader sees: this edition and those before."""
        return [*self.published, *self.now.values()]

    def known(self) -> Known:
        """From which a witness is sought."""
        return Known(
            truth=self.truth,
            relations=self.relations,
            seen=tuple(self.everything()),
            costs=self.costs,
        )

    def hidden(self) -> Iterator[Shown]:
        """The hidden cells, those included that are hidden while we go through them."""
        done: set[str] = set()
        while following := next(
            (s for s in self.everything() if s.mark is not Mark.SHOWN and s.key not in done), None
        ):
            done.add(following.key)
            yield following

    def protect(self, target: Shown) -> bool:
        """Find a witness for a hidden cell, and withhold what it takes; False if there is none."""
        if (target.key, target.mark) in self.safe:
            return True
        self.search = self.search or Search(self.known())
        found = self.search.witness(target)
        if found is None:
            return False
        move, to_withhold = found
        self.withhold(to_withhold)
        self.safe |= {
            (shown.key, shown.mark)
            for shown in self.everything()
            if shown.mark is not Mark.SHOWN and sum(move.get(atom, 0) for atom in shown.atoms) != 0
        }
        return True

    def protected_somehow(self, target: Shown) -> bool:
        """The same; where no witness was found in time, all that is near the cell is withheld."""
        if self.protect(target):
            return True
        atoms = set(target.atoms)
        around = [set(shown.atoms) for shown in self.everything() if atoms & set(shown.atoms)]
        near = atoms.union(*around)
        self.withhold(key for key in self.costs if near & set(self.now[key].atoms))
        return self.protect(target)

    def withhold_all(self) -> None:
        """Say nothing of any cell; that even zeros are hidden says nothing of their sizes."""
        for key in self.costs:
            self.now[key] = replace(self.first[key], mark=Mark.WITHHELD, value=None)
        self.safe.clear()
        self.search = None

    def withhold(self, keys: Iterable[str]) -> None:
        """Say nothing of these cells."""
        for key in keys:
            shown = self.now[key]
            self.now[key] = shown.withheld(sum(self.truth[atom] for atom in shown.atoms))
            self.search = None

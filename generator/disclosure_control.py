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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256

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
    tables = _Tables(truth, tuple(relations), tuple(seen), {}, {}, {})
    found = _Search(tables).witness(target)
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
    search: _Search | None = None
    """Set up once until more is withheld."""

    def everything(self) -> list[Shown]:
        """All that a reader sees: this edition and those before."""
        return [*self.published, *self.now.values()]

    def hidden(self) -> Iterator[Shown]:
        """The hidden cells, those included that are hidden while we go through them."""
        done: set[str] = set()
        while rest := [
            s for s in self.everything() if s.mark is not Mark.SHOWN and s.key not in done
        ]:
            done.add(rest[0].key)
            yield rest[0]

    def protect(self, target: Shown) -> bool:
        """Find a witness for a hidden cell, and withhold what it takes; False if there is none."""
        if (target.key, target.mark) in self.safe:
            return True
        self.search = self.search or _Search(self)
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


DEEPEST = 24
"""Changes of one count by one that a witness may consist of."""
PATIENCE = 1500
"""Steps after which the search for a witness at a cost is given up."""
TURNS, TURNS_WITHOUT_COST = 4, 60
"""How often a search is begun anew in another order: it goes astray early or not at all."""
DEAREST = 20
"""The highest cost that is tried."""
FAR = 10**9


@dataclass(slots=True, eq=False)
class _Limit:
    """A sum of changes of atoms that must stay between two bounds."""

    terms: tuple[tuple[Atom, int], ...]
    low: int
    high: int
    keys: tuple[str, ...] = ()
    """Cells that set the bounds and can be withheld; then the looser bounds hold."""
    cost: int = FAR
    loose: tuple[int, int] = (-FAR, FAR)
    sum: int = 0

    @property
    def short(self) -> int:
        """By how much the sum is too low (positive) or too high (negative)."""
        return max(self.low - self.sum, 0) or min(self.high - self.sum, 0)

    def breaks(self, by: int) -> bool:
        """Whether a change of its sum would leave it broken."""
        return not self.low <= self.sum + by <= self.high


class _Search:
    """The search for a witness: limits on how far atoms may move away from the truth."""

    def __init__(self, tables: _Tables) -> None:
        self.low = {atom: -value for atom, value in tables.truth.items()}
        self.high = dict.fromkeys(tables.truth, FAR)
        self.limits = [_Limit(tuple(sorted(r.items())), 0, 0) for r in tables.relations]
        self.limits += _limits(tables)
        self._tighten()
        for limit in self.limits:
            limit.terms = tuple((a, c) for a, c in limit.terms if self.low[a] < self.high[a])
        self.limits_of: dict[Atom, list[tuple[_Limit, int]]] = {a: [] for a in tables.truth}
        for limit in self.limits:
            self._watch(limit)
        self.change: dict[Atom, int] = {}
        self.broken: dict[int, _Limit] = {}
        self.withheld: list[str] = []
        self.steps = 0
        self.turn = 0

    def witness(self, target: Shown) -> tuple[dict[Atom, int], list[str]] | None:
        """Changes that give a cell another value, and the cells to withhold for it; the cheapest."""
        wanted = [
            _Limit(tuple((atom, direction) for atom in target.atoms), 1, FAR)
            for direction in (1, -1)
        ]
        costs = sorted({0, *(limit.cost for limit in self.limits if limit.cost < FAR)})
        highest = min(DEAREST, sum(costs))
        for cost in range(highest + 1):
            if self._turns(wanted, cost, TURNS if highest else TURNS_WITHOUT_COST):
                return self._found()
        return None

    def _found(self) -> tuple[dict[Atom, int], list[str]]:
        """The changes and what is withheld for them; then the counts stand at the truth again."""
        move, withheld = {a: by for a, by in self.change.items() if by}, self.withheld
        self._forget(self.limits[-1])
        for atom, by in move.items():
            self._step(atom, -by)
        return move, withheld

    def _turns(self, wanted: list[_Limit], cost: int, turns: int) -> bool:
        """Search at a cost, in other orders while the search was given up and not exhausted."""
        for self.turn in range(turns):
            given_up = False
            for limit in wanted:
                if self._search(limit, cost):
                    return True
                given_up = given_up or self.steps > PATIENCE
            if not given_up:
                return False
        return False

    def _search(self, wanted: _Limit, cost: int) -> bool:
        """Whether there is a witness at a cost; if not, everything stands as before."""
        self.limits.append(wanted)
        self._watch(wanted)
        self.broken[id(wanted)] = wanted
        self.steps = 0
        if self._repair(DEEPEST, cost):
            return True
        self._forget(wanted)
        return False

    def _forget(self, wanted: _Limit) -> None:
        self.limits.pop()
        for atom, _ in wanted.terms:
            self.limits_of[atom].pop()
        self.broken.pop(id(wanted), None)

    def _watch(self, limit: _Limit) -> None:
        for atom, coefficient in limit.terms:
            self.limits_of[atom].append((limit, coefficient))

    def _tighten(self) -> None:
        """Narrow what each atom may do, by each limit, until nothing narrows any more."""
        while [limit for limit in self.limits if self._narrow(limit)]:
            pass

    def _narrow(self, limit: _Limit) -> bool:
        low_bound, high_bound = limit.loose if limit.keys else (limit.low, limit.high)
        ends = [self._ends(atom, coefficient) for atom, coefficient in limit.terms]
        least, most = sum(low for low, _ in ends), sum(high for _, high in ends)
        narrowed = False
        for (atom, coefficient), (low, high) in zip(limit.terms, ends, strict=True):
            top, bottom = high_bound - (least - low), low_bound - (most - high)
            if coefficient < 0:
                top, bottom = -bottom, -top
            if top < self.high[atom]:
                self.high[atom], narrowed = top, True
            if bottom > self.low[atom]:
                self.low[atom], narrowed = bottom, True
        return narrowed

    def _ends(self, atom: Atom, coefficient: int) -> tuple[int, int]:
        low, high = self.low[atom], self.high[atom]
        return (low, high) if coefficient > 0 else (-high, -low)

    def _repair(self, depth: int, cost: int) -> bool:
        """Change atoms one by one, or withhold cells, until no limit is broken."""
        self.steps += 1
        if not self.broken:
            return True
        if len(self.broken) > 2 * depth or self.steps > PATIENCE:
            return False
        choices = [(self._choices(limit), limit) for limit in self.broken.values()]
        few, limit = min(choices, key=lambda c: len(c[0]) + (c[1].cost <= cost))
        if limit.cost <= cost and self._withholding(limit, depth, cost):
            return True
        for atom, by in sorted(few, key=self._order):
            self._step(atom, by)
            if self._repair(depth - 1, cost):
                return True
            self._step(atom, -by)
        return False

    def _withholding(self, limit: _Limit, depth: int, cost: int) -> bool:
        """Whether it helps to withhold the cells that set a limit."""
        kept = (limit.low, limit.high, limit.cost)
        (limit.low, limit.high), limit.cost = limit.loose, FAR
        self._judge(limit)
        self.withheld += limit.keys
        if self._repair(depth, cost - kept[2]):
            return True
        limit.low, limit.high, limit.cost = kept
        self._judge(limit)
        del self.withheld[len(self.withheld) - len(limit.keys) :]
        return False

    def _choices(self, limit: _Limit) -> list[tuple[Atom, int]]:
        """Changes by one that bring a broken limit nearer to being kept; none is taken back."""
        way = 1 if limit.short > 0 else -1
        return [
            (atom, by)
            for atom, coefficient in limit.terms
            if (by := way * coefficient) * self.change.get(atom, 0) >= 0
            and self.low[atom] <= self.change.get(atom, 0) + by <= self.high[atom]
        ]

    def _order(self, choice: tuple[Atom, int]) -> tuple[int, str]:
        """The least harmful first; among equals another one each turn, always the same ones."""
        again = f"{self.turn}{choice}" if self.turn else ""
        return self._harm(choice), sha256(again.encode()).hexdigest() if again else ""

    def _harm(self, choice: tuple[Atom, int]) -> int:
        """How many limits a change would leave broken."""
        atom, by = choice
        return sum(limit.breaks(by * coefficient) for limit, coefficient in self.limits_of[atom])

    def _step(self, atom: Atom, by: int) -> None:
        self.change[atom] = self.change.get(atom, 0) + by
        for limit, coefficient in self.limits_of[atom]:
            limit.sum += coefficient * by
            self._judge(limit)

    def _judge(self, limit: _Limit) -> None:
        if limit.short:
            self.broken[id(limit)] = limit
        else:
            self.broken.pop(id(limit), None)


def _limits(tables: _Tables) -> Iterator[_Limit]:
    """One limit for each sum of atoms of which something is seen, perhaps in several cells."""
    by_terms: dict[tuple[Atom, ...], list[Shown]] = {}
    for shown in tables.everything():
        by_terms.setdefault(tuple(sorted(shown.atoms)), []).append(shown)
    for atoms, cells in by_terms.items():
        value = sum(tables.truth[atom] for atom in atoms)
        low, high = _tightest(cells, value)
        can = [s for s in cells if s.key in tables.costs and s.mark is not Mark.WITHHELD]
        rest = [s.withheld(value) if s in can else s for s in cells]
        yield _Limit(
            tuple((atom, 1) for atom in atoms),
            low,
            high,
            keys=tuple(s.key for s in can),
            cost=sum(tables.costs[s.key] for s in can) or FAR,
            loose=_tightest(rest, value),
        )


def _tightest(cells: Iterable[Shown], value: int) -> tuple[int, int]:
    """How far a sum may move, by all that is seen of it."""
    low, high = -FAR, FAR
    for shown in cells:
        least, most = shown.bounds
        low, high = max(low, least - value), high if most is None else min(high, most - value)
    return low, high

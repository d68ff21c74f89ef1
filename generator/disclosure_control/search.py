"""The search for a witness: other counts that fit all that is seen, and the cells to withhold for it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.disclosure_control.cells import Atom, Mark, Relation, Shown
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DEEPEST = 24
"""Changes of one count by one that a witness may consist of."""
PATIENCE = 1500
"""Steps after which the search for a witness at a cost is given up."""
TURNS, TURNS_WITHOUT_COST = 4, 60
"""How often a search is begun anew in another order: it goes astray early or not at all."""
DEAREST = 20
"""The highest cost that is tried."""
FAR = 10**9


@frozen(kw_only=True)
class Known:
    """The true counts, what holds between them, and all that a reader sees of them."""

    truth: Mapping[Atom, int]
    relations: tuple[Relation, ...]
    seen: tuple[Shown, ...]
    """The cells of this edition and of those before."""
    costs: Mapping[str, int]
    """What it costs to withhold each cell that can be."""


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

    def breaks(self, by: int) -> bool:
        """Whether a change of its sum would leave it broken."""
        return not self.low <= self.sum + by <= self.high


class Search:
    """The search for a witness: limits on how far atoms may move away from the truth."""

    def __init__(self, known: Known) -> None:
        self.low = {atom: -value for atom, value in known.truth.items()}
        self.high = dict.fromkeys(known.truth, FAR)
        self.limits = [_Limit(tuple(sorted(r.items())), 0, 0) for r in known.relations]
        self.limits += _limits(known)
        self._tighten()
        for limit in self.limits:
            limit.terms = tuple((a, c) for a, c in limit.terms if self.low[a] < self.high[a])
        self.limits_of: dict[Atom, list[tuple[_Limit, int]]] = {a: [] for a in known.truth}
        for limit in self.limits:
            self._watch(limit)
        self.change = dict.fromkeys(known.truth, 0)
        self.broken: dict[_Limit, None] = {}
        """In the order in which they broke."""
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
        self.broken[wanted] = None
        self.steps = 0
        if self._repair(DEEPEST, cost):
            return True
        self._forget(wanted)
        return False

    def _forget(self, wanted: _Limit) -> None:
        self.limits.pop()
        for atom, _ in wanted.terms:
            self.limits_of[atom].pop()
        self.broken.pop(wanted, None)

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
        choices = [(self._choices(limit), limit) for limit in self.broken]
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
        way = 1 if limit.sum < limit.low else -1
        change, low, high = self.change, self.low, self.high
        return [
            (atom, by)
            for atom, coefficient in limit.terms
            if (by := way * coefficient) * (now := change[atom]) >= 0
            and low[atom] <= now + by <= high[atom]
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
        self.change[atom] += by
        for limit, coefficient in self.limits_of[atom]:
            limit.sum += coefficient * by
            self._judge(limit)

    def _judge(self, limit: _Limit) -> None:
        if limit.low <= limit.sum <= limit.high:
            self.broken.pop(limit, None)
        else:
            self.broken[limit] = None


def _limits(known: Known) -> Iterator[_Limit]:
    """One limit for each sum of atoms of which something is seen, perhaps in several cells."""
    by_terms: dict[tuple[Atom, ...], list[Shown]] = {}
    for shown in known.seen:
        by_terms.setdefault(tuple(sorted(shown.atoms)), []).append(shown)
    for atoms, cells in by_terms.items():
        value = sum(known.truth[atom] for atom in atoms)
        low, high = _tightest(cells, value)
        can = [s for s in cells if s.key in known.costs and s.mark is not Mark.WITHHELD]
        rest = [s.withheld(value) if s in can else s for s in cells]
        yield _Limit(
            tuple((atom, 1) for atom in atoms),
            low,
            high,
            keys=tuple(s.key for s in can),
            cost=sum(known.costs[s.key] for s in can) or FAR,
            loose=_tightest(rest, value),
        )


def _tightest(cells: Iterable[Shown], value: int) -> tuple[int, int]:
    """How far a sum may move, by all that is seen of it."""
    low, high = -FAR, FAR
    for shown in cells:
        least, most = shown.bounds
        low, high = max(low, least - value), high if most is None else min(high, most - value)
    return low, high

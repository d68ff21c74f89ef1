"""Whoever holds every published table, of this edition and of those before, wins nothing back.

The attacker here shares no code with the generator: he knows what is shown, what a mark says, how
the counts hang together, and tries every set of counts that fits.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.disclosure_control import protect, witness
from generator.disclosure_control.cells import Cell, Mark, Shown
from generator.edition import Edition
from generator.load import load
from generator.model.complaints import (
    Answers,
    ByMedium,
    ByType,
    ComplaintPeriod,
    ComplaintReport,
    ComplaintType,
    Flow,
    PublishedCounts,
)
from generator.model.eras import FiscalYear, Month
from generator.published import Published, published, written
from generator.published.complaints import add_facts
from generator.published.facts import Facts
from generator.published.gifts import add_facts as add_gifts
from generator.site import SitePage, site

MINIMAL = Path(__file__).parent / "samples" / "minimal"
QUARTERS = [
    (Month(2025, 10), Month(2025, 12)),
    (Month(2026, 1), Month(2026, 3)),
    (Month(2026, 4), Month(2026, 6)),
]


class Attacker:
    """Whole, non-negative counts that fit all that he sees; found by trying, with pruning."""

    def __init__(
        self, near: dict[str, int], equations: list[tuple[dict[str, int], int, int]]
    ) -> None:
        self.atoms = sorted(near)
        self.near = near
        """Where he begins to try; it only makes him quicker."""
        self.equations = equations
        self.most = 60

    def other_value(self, cell: tuple[str, ...], truth: int) -> dict[str, int] | None:
        """Counts that fit and give a cell another value than the true one."""
        ones = dict.fromkeys(cell, 1)
        for low, high in ((truth + 1, truth + 6), (max(truth - 6, 0), truth - 1)):
            if low <= high:
                found = self._fitting([*self.equations, (ones, low, high)])
                if found:
                    return found
        return None

    def _fitting(self, equations: list[tuple[dict[str, int], int, int]]) -> dict[str, int] | None:
        low, high = dict.fromkeys(self.atoms, 0), dict.fromkeys(self.atoms, self.most)
        self.tries = 0
        return self._fit(equations, low, high)

    def _fit(self, equations, low, high):
        self.tries += 1
        if self.tries > 4000:
            return None
        low, high = dict(low), dict(high)
        if not self._propagate(equations, low, high):
            return None
        open_ = [atom for atom in self.atoms if low[atom] < high[atom]]
        if not open_:
            return low
        atom = min(open_, key=lambda a: (high[a] - low[a], a))
        values = range(low[atom], high[atom] + 1)
        for value in sorted(values, key=lambda v: abs(v - self.near[atom])):
            found = self._fit(equations, {**low, atom: value}, {**high, atom: value})
            if found:
                return found
        return None

    @staticmethod
    def _propagate(equations, low, high) -> bool:
        changed = True
        while changed:
            changed = False
            for terms, least, most in equations:
                small = sum(c * (low[a] if c > 0 else high[a]) for a, c in terms.items())
                large = sum(c * (high[a] if c > 0 else low[a]) for a, c in terms.items())
                if small > most or large < least:
                    return False
                for a, c in terms.items():
                    own_small, own_large = (low[a], high[a]) if c > 0 else (-high[a], -low[a])
                    top, bottom = most - (small - own_small), least - (large - own_large)
                    if c < 0:
                        top, bottom = -bottom, -top
                    if top < high[a]:
                        high[a], changed = top, True
                    if bottom > low[a]:
                        low[a], changed = bottom, True
                    if low[a] > high[a]:
                        return False
                    if changed:
                        break
        return True


def seen_by_attacker(facts: Facts, seen: list[Shown]) -> Attacker:
    equations = [(dict(relation), 0, 0) for relation in facts.relations]
    for shown in seen:
        low, high = shown.bounds
        equations.append((dict.fromkeys(shown.atoms, 1), low, 60 if high is None else high))
    return Attacker(dict(facts.truth), [e for e in equations if e[0]])


@st.composite
def years(draw: st.DrawFn) -> tuple[ComplaintPeriod, ...]:
    """Two or three quarters of a small agency, carried over from one to the next."""
    kinds = [ComplaintType.CORRUPTION, ComplaintType.GENERAL]
    left = {kind: draw(st.integers(0, 3)) for kind in kinds}
    told = []
    for first, last in QUARTERS[: draw(st.integers(2, 3))]:
        flows = {}
        for kind in kinds:
            received = draw(st.integers(0, 3 if kind is ComplaintType.CORRUPTION else 9))
            completed = draw(st.integers(0, left[kind] + received))
            flow = Flow(
                carried_over=left[kind],
                received=received,
                completed=completed,
                in_progress=left[kind] + received - completed,
            )
            left[kind] = flow.in_progress
            flows[str(kind)] = flow
        total = sum(flow.received for flow in flows.values())
        phone = draw(st.integers(0, total))
        late = draw(st.integers(0, total))
        told.append(
            ComplaintPeriod(
                from_=first,
                to=last,
                none=total == 0,
                by_type=ByType(**flows),
                by_channel=ByMedium(phone=phone, website=total - phone) if total else None,
                answers=Answers(within=total - late, explained=late) if total else None,
            )
        )
    return tuple(told)


def report_of(periods: tuple[ComplaintPeriod, ...]) -> ComplaintReport:
    return ComplaintReport(
        fiscal_year=FiscalYear(2569), as_of=periods[-1].to.last_day, unit=None, periods=periods
    )


def disclosure_of(periods, editions=()):
    disclosure, problems = load(MINIMAL)
    assert disclosure is not None, problems
    return replace(disclosure, complaints=(report_of(periods),), published_counts=tuple(editions))


def recorded(now: Published, report: ComplaintReport) -> PublishedCounts:
    return PublishedCounts(
        fiscal_year=report.fiscal_year,
        as_of=report.as_of,
        subject="complaints",
        cells={key: written(shown) for key, shown in now.of(report).items()},
    )


def both_editions(periods) -> tuple[Facts, list[Shown], Published, PublishedCounts]:
    """What a reader holds who kept the edition before the last quarter and reads today's."""
    before = disclosure_of(periods[:-1])
    first = recorded(published(before), before.complaints[0])
    now = published(disclosure_of(periods, [first]))
    assert now.exposed == ()
    facts = Facts()
    add_facts(facts, (report_of(periods),))
    seen = [told.shown for told in now.told if told.shown] + list(now.cells.values())
    assert len(seen) == len(now.told) + len(now.cells)
    return facts, seen, now, first


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(years())
def test_nothing_is_won_back_from_two_editions(periods: tuple[ComplaintPeriod, ...]) -> None:
    """For each hidden cell of either edition other counts fit everything, with another value."""
    facts, seen, _now, _first = both_editions(periods)
    attacker = seen_by_attacker(facts, seen)

    for shown in seen:
        truth = sum(facts.truth[atom] for atom in shown.atoms)
        assert shown.admits(truth)
        if shown.mark is Mark.SHOWN:
            assert truth == 0 or truth >= 3
        else:
            assert attacker.other_value(shown.atoms, truth) is not None, shown


def test_without_its_memory_a_later_edition_would_give_counts_away() -> None:
    """The attacker is a real one: editions that do not know of each other fall to him."""
    for seed in range(12):
        chance = random.Random(seed)
        periods = quarters(chance)
        before, after = disclosure_of(periods[:-1]), disclosure_of(periods)
        facts = Facts()
        add_facts(facts, (report_of(periods),))
        seen = [*published(before).cells.values(), *published(after).cells.values()]
        attacker = seen_by_attacker(facts, seen)
        lost = [
            s.key
            for s in seen
            if s.mark is not Mark.SHOWN
            and attacker.other_value(s.atoms, sum(facts.truth[a] for a in s.atoms)) is None
        ]
        if lost:
            return

    pytest.fail("no edition gave anything away")


def test_without_further_hiding_small_counts_fall() -> None:
    """Hiding small counts alone protects nothing: a total gives them away."""
    truth = {"a": 2, "b": 9}
    small = Shown(key="a", atoms=("a",), mark=Mark.SMALL, limit=3)
    rest = [
        Shown(key="b", atoms=("b",), mark=Mark.SHOWN, limit=3, value=9),
        Shown(key="t", atoms=("a", "b"), mark=Mark.SHOWN, limit=3, value=11),
    ]
    assert seen_by_attacker(Facts(truth=truth), [small, *rest]).other_value(("a",), 2) is None

    cells = [
        Cell(key="a", atoms=("a",), limit=3),
        Cell(key="b", atoms=("b",), limit=3),
        Cell(key="t", atoms=("a", "b"), limit=3, rank=5),
    ]
    marks = {key: shown.mark for key, shown in protect(truth, (), cells).cells.items()}

    assert marks == {"a": Mark.SMALL, "b": Mark.WITHHELD, "t": Mark.SHOWN}


def test_three_small_counts_that_add_up_are_not_all_called_small() -> None:
    """1 + 1 = 2: were all three shown as <3, only one answer would fit."""
    truth = {"done": 1, "open": 1}
    cells = [
        Cell(key="done", atoms=("done",), limit=3),
        Cell(key="open", atoms=("open",), limit=3),
        Cell(key="all", atoms=("done", "open"), limit=3, rank=5),
    ]

    found = protect(truth, (), cells)

    assert found.exposed == ()
    assert Mark.WITHHELD in {shown.mark for shown in found.cells.values()}
    attacker = seen_by_attacker(Facts(truth=truth), list(found.cells.values()))
    for shown in found.cells.values():
        assert attacker.other_value(shown.atoms, sum(truth[a] for a in shown.atoms)) is not None


def test_nobody_gains_from_guessing_that_what_is_withheld_is_not_small() -> None:
    """Of 1 + 3 = 4, to withhold the 3 alone would not do: with 3 or more, only 1 is left."""
    truth = {"a": 1, "b": 3}
    cells = [
        Cell(key="a", atoms=("a",), limit=3),
        Cell(key="b", atoms=("b",), limit=3),
        Cell(key="t", atoms=("a", "b"), limit=3, rank=5),
    ]

    found = protect(truth, (), cells)

    assert found.exposed == ()
    assert found.cells["t"].mark is Mark.WITHHELD
    assert found.cells["t"].bounds == (3, None)


def test_zero_is_shown_and_counts_from_the_limit_up_where_nothing_is_small() -> None:
    """Nothing is hidden without need."""
    truth = {"a": 0, "b": 3, "c": 12}
    cells = [Cell(key=atom, atoms=(atom,), limit=3) for atom in truth]

    found = protect(truth, (), cells)

    assert [shown.value for shown in found.cells.values()] == [0, 3, 12]


def test_where_nothing_helps_what_was_said_stands() -> None:
    """Published under this name or another, or said in words, it is not taken back; the rest is withheld."""
    truth = {"a": 2, "b": 9, "c": 4, "d": 7}
    cells = [
        Cell(key="a", atoms=("a",), limit=3),
        Cell(key="b", atoms=("b",), limit=3),
        Cell(key="t", atoms=("a", "b"), limit=3),
        Cell(key="c", atoms=("c",), limit=3),
        Cell(key="said", atoms=("c", "d"), limit=3, stated=True),
    ]
    published = [
        Shown(key="a", atoms=("a",), mark=Mark.SMALL, limit=3),
        Shown(key="b", atoms=("b",), mark=Mark.SHOWN, limit=3, value=9),
        Shown(key="older", atoms=("b", "a"), mark=Mark.SHOWN, limit=3, value=11),
    ]

    found = protect(truth, (), cells, published)

    assert found.exposed == ("a",)
    assert {key: shown.mark for key, shown in found.cells.items()} == {
        "a": Mark.SMALL, "b": Mark.SHOWN, "t": Mark.SHOWN, "c": Mark.WITHHELD, "said": Mark.SHOWN,
    }  # fmt: skip


def test_what_an_edition_published_stays_as_it_was() -> None:
    """A later edition neither takes a number back nor shows one that was hidden."""
    for seed in range(6):
        periods = quarters(random.Random(seed))
        _facts, _seen, now, first = both_editions(periods)

        again = {key: written(now.cells[key]) for key in first.cells if key in now.cells}

        assert again == {key: first.cells[key] for key in again}
        assert again


def quarters(chance: random.Random) -> tuple[ComplaintPeriod, ...]:
    left = {"corruption": 1, "misconduct": 0, "general": 2}
    told = []
    for first, last in QUARTERS:
        flows = {}
        for kind, most in (("corruption", 2), ("misconduct", 4), ("general", 15)):
            received = chance.randint(0, most)
            completed = chance.randint(0, left[kind] + received)
            rest = left[kind] + received - completed
            flows[kind] = Flow(
                carried_over=left[kind], received=received, completed=completed, in_progress=rest
            )
            left[kind] = rest
        total = sum(flow.received for flow in flows.values())
        phone = chance.randint(0, total)
        told.append(
            ComplaintPeriod(
                from_=first,
                to=last,
                none=total == 0,
                by_type=ByType(**flows),
                by_channel=ByMedium(phone=phone, email=total - phone),
                answers=Answers(within=phone, explained=total - phone),
            )
        )
    return tuple(told)


@pytest.mark.parametrize("seed", range(3))
def test_the_whole_site_is_the_same_for_other_counts(seed: int) -> None:
    """Every page, chart, sentence and file is byte for byte the same for counts that differ.

    So nothing that the site publishes, in whatever form, can tell which counts are true: for each
    hidden cell the attacker's other counts are put in the place of the true ones, and published by
    the same record.
    """
    periods = quarters(random.Random(seed))
    facts, seen, now, first = both_editions(periods)
    editions = [first, recorded(now, report_of(periods))]
    attacker = seen_by_attacker(facts, seen)
    true_site = whole_site(periods, editions)
    hidden = {s.key: s for s in seen if s.mark is not Mark.SHOWN}
    assert hidden

    tried = 0
    for shown in list(hidden.values())[:6]:
        truth = sum(facts.truth[atom] for atom in shown.atoms)
        other = attacker.other_value(shown.atoms, truth)
        assert other is not None
        tried += 1

        assert whole_site(with_counts(periods, other), editions) == true_site
    assert tried


def with_counts(periods, atoms: dict[str, int]) -> tuple[ComplaintPeriod, ...]:
    """The periods with other counts in the places of their own."""
    told = []
    before = {}
    for number, period in enumerate(periods):
        span = f"{period.from_}..{period.to}"
        flows = {}
        for kind in period.flows:
            start = atoms[f"carried/{span}/{kind}"] if number == 0 else before[kind]
            before[kind] = atoms[f"open/{span}/{kind}"]
            flows[str(kind)] = Flow(
                carried_over=start,
                received=atoms[f"received/{span}/{kind}"],
                completed=atoms[f"completed/{span}/{kind}"],
                in_progress=before[kind],
            )
        media = {m: atoms[f"channel/{span}/{m}"] for m in period.by_channel.counts()}
        answers = {a: atoms[f"answer/{span}/{a}"] for a in period.answers.counts()}
        told.append(
            replace(
                period,
                by_type=ByType(**flows),
                by_channel=ByMedium(**{str(k): v for k, v in media.items()}),
                answers=Answers(**{str(k): v for k, v in answers.items()}),
            )
        )
    return tuple(told)


def whole_site(periods, editions) -> dict[str, bytes]:
    disclosure = disclosure_of(periods, editions)
    files = {}
    for file in site(Edition.of(disclosure)):
        content = file.html.encode() if isinstance(file, SitePage) else file.content
        files[file.src_uri] = content
    assert any(name.startswith("complaints/2569") for name in files)
    assert any(name.startswith("data/complaints/") for name in files)
    return files


def test_the_invented_agency_withstands_as_well() -> None:
    """Its committed record and today's tables, two years of complaints, leave every cell open."""
    disclosure, problems = load(Path(__file__).parent.parent / "content" / "example-sao")
    assert disclosure is not None, problems
    now = published(disclosure)
    facts = Facts()
    add_facts(facts, disclosure.complaints)
    add_gifts(facts, disclosure.gifts)
    seen = [*(t.shown for t in now.told), *now.cells.values()]
    assert now.exposed == ()
    assert {t.edition.as_of for t in now.told} >= {date(2026, 1, 9), date(2026, 4, 9)}
    hidden = {shown.key: shown for shown in seen if shown.mark is not Mark.SHOWN}

    for shown in hidden.values():
        other = witness(facts.truth, facts.relations, seen, shown)
        assert other is not None, shown.key
        assert_fits(facts, seen, other)
        assert total(other, shown.atoms) != total(facts.truth, shown.atoms)
    assert len(hidden) >= 20


def total(counts: dict[str, int], atoms: tuple[str, ...]) -> int:
    return sum(counts[atom] for atom in atoms)


def assert_fits(facts: Facts, seen: list[Shown], counts: dict[str, int]) -> None:
    """By plain arithmetic: these counts could be the true ones for all that is seen."""
    assert min(counts.values()) >= 0
    for relation in facts.relations:
        assert sum(counts[atom] * by for atom, by in relation.items()) == 0
    for shown in seen:
        assert shown.admits(total(counts, shown.atoms)), shown

"""What is published of counted complaints and gifts: the only way from the counts to the site.

Pages and files take their numbers from here and never from the reports themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.cache import kept
from generator.cache.once import once
from generator.disclosure_control import protect
from generator.disclosure_control.cells import Mark, Shown
from generator.frozen import frozen
from generator.model.complaints import ComplaintReport
from generator.model.eras import Month
from generator.published import complaints, gifts
from generator.published.facts import Facts, Span, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.disclosure_control.cells import Cell
    from generator.model.complaints import PublishedCounts
    from generator.model.disclosure import Disclosure
    from generator.model.gifts import GiftReport

    Report = ComplaintReport | GiftReport


def subject_of(report: Report) -> str:
    """How a record calls what a report is about."""
    return "complaints" if isinstance(report, ComplaintReport) else "gifts"


@frozen(kw_only=True)
class Told:
    """A cell as an earlier edition published it, held against the counts of today."""

    edition: PublishedCounts
    key: str
    shown: Shown | None
    """None where the periods of today cannot tell the cell any more."""
    revised: bool
    """Whether the counts of today could not have been shown so."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """Every published count of an agency."""

    cells: Mapping[str, Shown]
    exposed: tuple[str, ...]
    """Cells that nothing could protect; with any of these nothing may be built."""
    told: tuple[Told, ...]
    """What earlier editions published."""

    def shown(self, measure: str, span: Span, category: str) -> Shown:
        """A cell by what it counts."""
        return self.cells[key(measure, span, category)]

    def of(self, report: Report) -> dict[str, Shown]:
        """The cells of one report."""
        return {name: self.cells[name] for name in _keys_of(report)}

    @cached_property
    def hides(self) -> bool:
        """Whether any cell is hidden."""
        return any(shown.mark is not Mark.SHOWN for shown in self.cells.values())


@once
def published(disclosure: Disclosure) -> Published:
    """What is published, given all that earlier editions published."""
    return _published(disclosure.complaints, disclosure.gifts, disclosure.published_counts)


@kept
def _published(
    complaint_reports: tuple[ComplaintReport, ...],
    gift_reports: tuple[GiftReport, ...],
    editions: tuple[PublishedCounts, ...],
) -> Published:
    facts = Facts()
    complaints.add_facts(facts, complaint_reports)
    gifts.add_facts(facts, gift_reports)
    told = tuple(_told(facts, editions))
    known = [t.shown for t in told if t.shown and not t.revised]
    cells: dict[str, Shown] = {}
    exposed: list[str] = []
    reports: tuple[Report, ...] = (*complaint_reports, *gift_reports)
    for report in reports:
        asked = _cells(facts, report)
        done = protect(facts.truth, facts.relations, asked, [*known, *cells.values()])
        cells |= done.cells
        exposed += done.exposed
    return Published(cells=cells, exposed=tuple(dict.fromkeys(exposed)), told=told)


@once
def _keys_of(report: Report) -> tuple[str, ...]:
    return tuple(cell.key for cell in _cells(_facts_of(report), report))


def _facts_of(report: Report) -> Facts:
    facts = Facts()
    if isinstance(report, ComplaintReport):
        complaints.add_facts(facts, (report,))
    else:
        gifts.add_facts(facts, (report,))
    return facts


def _cells(facts: Facts, report: Report) -> list[Cell]:
    """The cells that a report asks for."""
    facts.cells = []
    if isinstance(report, ComplaintReport):
        if report.periods:
            complaints.add_cells(facts, report)
    else:
        gifts.add_cells(facts, report)
    return facts.cells


WITHHELD = "withheld"


def written(shown: Shown) -> str:
    """How a record writes a cell: `12`, `<3` or `withheld`."""
    if shown.mark is Mark.SMALL:
        return f"<{shown.limit}"
    return WITHHELD if shown.mark is Mark.WITHHELD else str(shown.value)


def _told(facts: Facts, editions: tuple[PublishedCounts, ...]) -> Iterator[Told]:
    for edition in editions:
        for name, text in edition.cells.items():
            shown = _read(facts, name, text)
            value = sum(facts.truth[atom] for atom in shown.atoms) if shown else 0
            revised = shown is not None and not shown.admits(value)
            yield Told(edition=edition, key=name, shown=shown, revised=revised)


def _read(facts: Facts, name: str, text: str) -> Shown | None:
    """A cell of a record, made of the atoms of today."""
    found = re.fullmatch(r"([a-z-]+)/(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)/([a-z0-9_]+)", name)
    said = re.fullmatch(r"<(\d+)|(\d+)|withheld", text)
    if not found or not said:
        return None
    first, last = Month(int(found[2]), int(found[3])), Month(int(found[4]), int(found[5]))
    atoms = facts.atoms(found[1], Span(first, last), found[6])
    if atoms is None:
        return None
    mark = Mark.SMALL if said[1] else Mark.SHOWN if said[2] else Mark.WITHHELD
    limit, value = int(said[1] or 3), int(said[2]) if said[2] else None
    least = facts.least(found[1], Span(first, last), found[6])
    shown = Shown(key=name, atoms=atoms, mark=mark, limit=limit, value=value, least=least)
    truth = sum(facts.truth[atom] for atom in atoms)
    return shown.withheld(truth) if mark is Mark.WITHHELD else shown

"""Disclosure × form → the status of every item and element of the ITA. Nothing here is typed.

An element is bound to what proves it: a function that looks into the data and gives the page where
the proof stands, a section of a hand-written page, a file, an address; or nothing. What nothing
proves is not published, however the page looks.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.coverage.dates import dates
from generator.coverage.due import DueDay, due_days
from generator.coverage.score import INSTRUMENT_POINTS, worth
from generator.coverage.status import Checked, Dates, ElementCoverage, ItemCoverage, Status
from generator.fingerprint import fingerprint
from generator.frozen import frozen
from generator.model.catalogue import Period
from generator.proofs import MONTHS, Subject, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.catalogue import OitCatalogue
    from generator.model.demands import Demand
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear, Month
    from generator.model.evidence import PersonsCheck, Waiver

__all__ = [
    "INSTRUMENT_POINTS", "Checked", "Coverage", "Dates", "DueDay", "ElementCoverage", "ItemCoverage",
    "Status", "coverage", "due_days", "worth",
]  # fmt: skip


@frozen(kw_only=True)
class Coverage:
    """All items of one year's form."""

    catalogue: OitCatalogue
    items: tuple[ItemCoverage, ...]

    @property
    def year(self) -> FiscalYear:
        """Fiscal year of the form."""
        return self.catalogue.fiscal_year

    @property
    def whole(self) -> int:
        """How many items lack nothing that the form demands."""
        return sum(item.status.is_whole for item in self.items)

    def count(self, status: Status) -> int:
        """How many items have a status."""
        return sum(item.status is status for item in self.items)

    def points(self) -> Decimal:
        """Estimated points of the items that are published whole."""
        whole = (c for c in self.items if c.status.is_whole)
        return sum((worth(self.catalogue, covered.item) for covered in whole), Decimal(0))

    def missing(self) -> list[ItemCoverage]:
        """Items that are neither whole nor waived, the most costly first."""
        waived = Status.NOT_APPLICABLE
        rest = [c for c in self.items if not c.status.is_whole and c.status is not waived]
        return sorted(rest, key=lambda c: (-worth(self.catalogue, c.item), self.items.index(c)))


def coverage(disclosure: Disclosure, catalogue: OitCatalogue) -> Coverage:
    """What a disclosure holds of a form."""
    return Coverage(
        catalogue=catalogue,
        items=tuple(_item(Subject.of(disclosure, catalogue, item)) for item in catalogue.items),
    )


def _item(subject: Subject) -> ItemCoverage:
    disclosure, form, item = subject.disclosure, subject.form, subject.item
    elements = tuple(_elements(subject))
    return ItemCoverage(
        item=item,
        demand=subject.demand,
        elements=elements,
        lacking=_lacking(disclosure, subject.demand),
        waiver=_waiver(subject),
        nothing=subject.nothing,
        fingerprint=_fingerprint(subject, elements),
        dates=dates(disclosure, form, item, elements),
        check=_check(subject),
    )


def _elements(subject: Subject) -> Iterator[ElementCoverage]:
    for element in subject.demand.elements:
        parts: list[str | None] = [part.key for part in element.parts] or [None]
        for part in parts:
            yield ElementCoverage(element=element, part=part, proof=find(subject, element, part))


def _lacking(disclosure: Disclosure, demand: Demand) -> tuple[Month, ...]:
    """Months to cover of which the data of a topic that is told by month says nothing."""
    months = MONTHS.get(demand.item.topic)
    covered = months(disclosure, demand.covers) if months else frozenset()
    if not covered:
        return ()
    return tuple(month for month in _period(demand) if month not in covered)


def _period(demand: Demand) -> tuple[Month, ...]:
    months = demand.covers.months
    return months[:6] if demand.item.period is Period.FIRST_SIX_MONTHS else months


def _waiver(subject: Subject) -> Waiver | None:
    """The waiver, if it reaches to the day on which the form's answers are due."""
    waivers = (w for w in subject.disclosure.evidence.waivers if subject.names(w.year, w.item))
    return next((waiver for waiver in waivers if waiver.until >= subject.form.answered_by), None)


def _check(subject: Subject) -> PersonsCheck | None:
    checks = [c for c in subject.disclosure.persons_checks if subject.names(c.year, c.item)]
    return max(checks, key=lambda check: check.on, default=None)


def _fingerprint(subject: Subject, elements: tuple[ElementCoverage, ...]) -> str:
    asked = [subject.item.title.th, *(element.th for element in subject.demand.elements)]
    found = [
        (e.key, e.proof.means, e.proof.path, e.proof.anchor, e.proof.digest)
        if e.proof
        else (e.key,)
        for e in elements
    ]
    return fingerprint(asked, found, _waiver(subject), subject.nothing)

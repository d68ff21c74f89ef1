"""Disclosure × form → the status of every item and element of the ITA. Nothing here is typed.

An element is bound to what proves it: a function that looks into the data and gives the page where
the proof stands, or nothing. What no function proves is not published, however the page looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model.catalogue import Period
from generator.model.eras import FiscalYear
from generator.proofs import PROOFS, Proof

if TYPE_CHECKING:
    from generator.model.catalogue import Element, Indicator, OitCatalogue, OitItem
    from generator.model.disclosure import Disclosure


class Status(StrEnum):
    """What the site holds of an item."""

    PUBLISHED = "published"
    INCOMPLETE = "incomplete"
    NOT_PUBLISHED = "not_published"
    UNKNOWN = "unknown"
    """The form asks for something, but no copy that was read says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementCoverage:
    """An element, or a numbered part of one, with its proof."""

    element: Element
    part: str | None
    """Key of the part; None where the element is one thing."""
    proof: Proof | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCoverage:
    """An item of the form with the proofs of its elements."""

    item: OitItem
    elements: tuple[ElementCoverage, ...]

    @property
    def proven(self) -> int:
        """How many of its elements the site holds."""
        return sum(element.proof is not None for element in self.elements)

    @property
    def status(self) -> Status:
        """All elements, some, or none; unknown where no demand of the item is known."""
        if not self.elements:
            return Status.UNKNOWN
        if self.proven == 0:
            return Status.NOT_PUBLISHED
        return Status.PUBLISHED if self.proven == len(self.elements) else Status.INCOMPLETE


INSTRUMENT_POINTS = Decimal(40)
"""Points of the ITA's total that the disclosure form (OIT) gives."""


def worth(catalogue: OitCatalogue, item: OitItem) -> Decimal:
    """Points of the ITA's total that an item is estimated to be worth.

    The form gives 40 points, half for each of its indicators; an indicator is the mean of its
    sub-indicators, a sub-indicator the mean of its items, an item all or nothing. This was worked
    out from nine agencies' results of 2564, which it gives exactly; later years are assumed to be
    alike. Source: report of group 6 on ITA 2564, page 138.
    """
    indicator = next(i for i in catalogue.indicators if item.sub_indicator in _codes(i))
    subs = [code for code in _codes(indicator) if _size(catalogue, code)]
    share = INSTRUMENT_POINTS / len(catalogue.indicators) / len(subs)
    return share / _size(catalogue, item.sub_indicator)


def _codes(indicator: Indicator) -> list[str]:
    return [sub.code for sub in indicator.sub_indicators]


def _size(catalogue: OitCatalogue, sub_indicator: str) -> int:
    return sum(item.sub_indicator == sub_indicator for item in catalogue.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All items of one year's form."""

    catalogue: OitCatalogue
    items: tuple[ItemCoverage, ...]

    @property
    def year(self) -> FiscalYear:
        """Fiscal year of the form."""
        return self.catalogue.fiscal_year

    def count(self, status: Status) -> int:
        """How many items have a status."""
        return sum(item.status is status for item in self.items)

    def points(self) -> Decimal:
        """Estimated points of the items that are published whole."""
        whole = (c for c in self.items if c.status is Status.PUBLISHED)
        return sum((worth(self.catalogue, covered.item) for covered in whole), Decimal(0))

    def missing(self) -> list[ItemCoverage]:
        """Items that are not published whole, the most costly first."""
        rest = [covered for covered in self.items if covered.status is not Status.PUBLISHED]
        return sorted(rest, key=lambda c: (-worth(self.catalogue, c.item), self.items.index(c)))


def coverage(disclosure: Disclosure, catalogue: OitCatalogue) -> Coverage:
    """What a disclosure holds of a form."""
    return Coverage(
        catalogue=catalogue,
        items=tuple(_item(disclosure, catalogue, item) for item in catalogue.items),
    )


FILED = "filed"
"""Keys that begin so tell what one agency filed under an item; that is no demand of the form."""


def _year_to_cover(catalogue: OitCatalogue, item: OitItem) -> FiscalYear:
    """The fiscal year that the item's data must be of."""
    year = catalogue.fiscal_year
    return FiscalYear(year - 1) if item.period is Period.PREVIOUS_FISCAL_YEAR else year


def _item(disclosure: Disclosure, catalogue: OitCatalogue, item: OitItem) -> ItemCoverage:
    year = _year_to_cover(catalogue, item)
    elements = []
    for element in item.elements:
        if element.key.startswith(FILED):
            continue
        parts: list[str | None] = [part.key for part in element.parts] or [None]
        for part in parts:
            prove = PROOFS.get((item.topic, part or element.key))
            proof = prove(disclosure, year) if prove else None
            elements.append(ElementCoverage(element=element, part=part, proof=proof))
    return ItemCoverage(item=item, elements=tuple(elements))

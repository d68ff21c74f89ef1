"""What an item is estimated to be worth in points."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.catalogue import Indicator, OitCatalogue, OitItem

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

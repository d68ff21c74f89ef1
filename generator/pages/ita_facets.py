"""By what the items of an ITA form are found: status, indicator, responsible unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.coverage import Status
from generator.pages.narrowing import Marks, Narrowing, Way, marks, narrowing
from generator.pages.standing import status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.coverage import Coverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Phrase
    from generator.pages.base import Here

NOBODY = "nobody"
"""Stands in addresses for items that no unit answers for."""


def ita_marks(edition: Edition, form: Coverage, covered: ItemCoverage) -> Marks:
    """What an item of a form is found by."""
    unit = edition.disclosure.unit_for(covered.item.topic)
    indicator = next(
        indicator.code
        for indicator in form.catalogue.indicators
        if any(sub.code == covered.item.sub_indicator for sub in indicator.sub_indicators)
    )
    return marks(status=covered.status, indicator=indicator, unit=unit.id if unit else NOBODY)


def ita_narrowing(
    here: Here,
    edition: Edition,
    form: Coverage,
    rows: Sequence[Marks],
    *names: str,
    prefix: str = "",
) -> Narrowing | None:
    """What a list of a form's items can be narrowed by: the facets of these names."""
    _ = here.words
    indicators: dict[str, str | Phrase] = {
        str(indicator.code): f"{indicator.code} {here.text(indicator.title)}"
        for indicator in form.catalogue.indicators
    }
    units: dict[str, str | Phrase] = {
        unit.id: here.text(unit.name) for unit in edition.disclosure.agency.units
    }
    ways = {
        "status": Way(
            name="status",
            label=_("Status"),
            values={status: status_name(_, status) for status in Status},
        ),
        "indicator": Way(name="indicator", label=_("Indicator"), values=indicators),
        "unit": Way(
            name="unit",
            label=_("Responsible unit"),
            values={**units, NOBODY: _("No unit is named")},
        ),
    }
    label = _("Narrow the ITA items") if prefix else ""
    return narrowing(here, rows, [ways[name] for name in names], prefix=prefix, label=label)

"""The four dates of an item, from its proofs, the ledger of releases and the form's calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.coverage.status import Dates
from generator.model.catalogue import Confidence

if TYPE_CHECKING:
    from datetime import date

    from generator.coverage.status import ElementCoverage
    from generator.model.catalogue import OitCatalogue, OitItem
    from generator.model.disclosure import Disclosure
    from generator.model.evidence import ReleasedItem


def dates(
    disclosure: Disclosure,
    form: OitCatalogue,
    item: OitItem,
    elements: tuple[ElementCoverage, ...],
) -> Dates:
    """When an item's data is of, was published, was changed, and is next due."""
    known = [e.proof.as_of for e in elements if e.proof and e.proof.as_of]
    as_of = min(known, default=None)
    released = _released(disclosure, form, item)
    due, inferred = _due(disclosure, form, item, as_of)
    return Dates(
        as_of=as_of,
        published=released.first if released else None,
        changed=released.changed if released else None,
        due=due,
        due_inferred=inferred,
    )


def _released(disclosure: Disclosure, form: OitCatalogue, item: OitItem) -> ReleasedItem | None:
    if disclosure.ledger is None:
        return None
    wanted = (form.fiscal_year, item.code)
    entries = (entry for entry in disclosure.ledger.items if (entry.year, entry.item) == wanted)
    return next(entries, None)


def _due(
    disclosure: Disclosure, form: OitCatalogue, item: OitItem, as_of: date | None
) -> tuple[date | None, bool]:
    """The next day after the data's own; the agency's dates go before the form's."""
    own = sorted(
        due.on
        for due in disclosure.evidence.due
        if due.year == form.fiscal_year and due.item in (None, item.code)
    )
    if own:
        return next((day for day in own if as_of is None or day > as_of), None), False
    if form.answers is None or (as_of and as_of > form.answers.last):
        return None, False
    return form.answers.last, form.answers.confidence is Confidence.INFERRED

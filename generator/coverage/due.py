"""The days on which items of a form are due: the agency's own, or the last of the form's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.catalogue import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.coverage import Coverage
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear


@frozen
class DueDay:
    """A day on which items of a form are due."""

    year: FiscalYear
    on: date
    codes: tuple[str, ...]
    """In the order of the form."""
    inferred: bool


def due_days(disclosure: Disclosure, forms: Iterable[Coverage]) -> Iterator[DueDay]:
    """The agency's own due days; for items without one the last day of the form's answers."""
    for form in forms:
        own = [due for due in disclosure.evidence.due if due.year == form.year]
        for day in sorted({due.on for due in own}):
            named = {due.item for due in own if due.on == day}
            codes = [c.item.code for c in form.items if None in named or c.item.code in named]
            yield DueDay(form.year, day, tuple(codes), inferred=False)
        yield from _window(form, {due.item for due in own})


def _window(form: Coverage, named: set[str | None]) -> Iterator[DueDay]:
    window = form.catalogue.answers
    codes = tuple(c.item.code for c in form.items if c.item.code not in named)
    if window and codes and None not in named:
        inferred = window.confidence is Confidence.INFERRED
        yield DueDay(form.year, window.last, codes, inferred)

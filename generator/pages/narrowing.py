"""Lists that a reader can narrow: what marks a row, and the choices that follow from the marks.

A row says by what it is found (its unit, its kind, its year) and what it adds to a sum. The choices
are those that the rows of the list make possible, so that none leads to an empty list by itself.
The script `narrow.js` compares the two; without it the whole list stands there.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from generator import formats
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.agency import Unit
    from generator.model.base import Phrase
    from generator.pages.base import Here

LEAST = 8
"""A list with fewer rows is seen at a glance and needs no help."""
STEPS = (10_000, 100_000, 500_000)
"""Baht at which one band of amounts ends and the next begins."""
SATANG = 100
WITH, WITHOUT = "yes", "no"


@frozen
class Marks:
    """What a row is found by, and what it adds to the sums of its list."""

    facets: tuple[tuple[str, str], ...]
    """Name of each facet with the row's values, parted by blanks; one without values is left out."""
    sums: str = ""
    """Satang, so that the browser adds up whole numbers; parted by blanks, a dash for none."""


def marks(*sums: Decimal | None, **facets: str | Iterable[str]) -> Marks:
    """The marks of a row: amounts of baht in the order of the list's sums, values by facet."""
    told = (
        (name, values if isinstance(values, str) else " ".join(values))
        for name, values in facets.items()
    )
    return Marks(
        facets=tuple((name, values) for name, values in told if values),
        sums=" ".join("-" if baht is None else str(int(baht * SATANG)) for baht in sums),
    )


@frozen(kw_only=True)
class Way:
    """Something that a list may be narrowed by: its name in addresses, and its values in words."""

    name: str
    label: str
    values: Mapping[str, str | Phrase]
    """In the order in which they are offered."""


@frozen(kw_only=True)
class Choice:
    """A value with its words and the number of rows that have it."""

    value: str
    text: str
    lang: str
    """Of the words, where it is not the page's."""
    number: int


@frozen(kw_only=True)
class Facet:
    """A drop-down list of choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@frozen(kw_only=True)
class Narrowing:
    """What a list can be narrowed by, and what is added up of the rows that are shown."""

    label: str
    prefix: str
    """Before the names in the address, where a page has more than one such list."""
    facets: tuple[Facet, ...]
    sums: tuple[str, ...]
    """What each of the amounts in a row's marks is."""
    rest: str = ""
    """Address of the script that holds the rows of all pages, where the list takes more than one."""


def narrowing(
    here: Here,
    rows: Sequence[Marks],
    ways: Iterable[Way] = (),
    *,
    sums: tuple[str, ...] = (),
    prefix: str = "",
    label: str = "",
) -> Narrowing | None:
    """The choices of a list; None where it is short. A second one of a page has a prefix and a label."""
    if len(rows) < LEAST:
        return None
    facets = (_facet(rows, way) for way in ways)
    return Narrowing(
        label=label or here.words("Narrow the list"),
        prefix=f"{prefix}-" if prefix else "",
        facets=tuple(facet for facet in facets if _tells_apart(facet, len(rows))),
        sums=sums,
    )


def _facet(rows: Sequence[Marks], way: Way) -> Facet:
    found = Counter(
        value for row in rows for name, told in row.facets if name == way.name for value in told.split()
    )  # fmt: skip
    return Facet(
        name=way.name,
        label=way.label,
        choices=tuple(
            Choice(value=value, text=str(words), lang=_lang(words), number=found[value])
            for value, words in way.values.items()
            if found[value]
        ),
    )


def _tells_apart(facet: Facet, number: int) -> bool:
    """Whether a choice leaves anything out."""
    return any(choice.number < number for choice in facet.choices)


def _lang(words: str | Phrase) -> str:
    return "" if isinstance(words, str) or words.lang is words.page else str(words.lang)


def by_unit(here: Here, units: Iterable[Unit]) -> Way:
    """The units that answer for the rows."""
    names: dict[str, str | Phrase] = {unit.id: here.text(unit.name) for unit in units}
    return Way(name="unit", label=here.words("Responsible"), values=names)


def band(baht: Decimal | None) -> str:
    """The values of an amount: that there is one, and the band in which it lies."""
    if baht is None:
        return WITHOUT
    step = next((str(step) for step in STEPS if baht <= step), "more")
    return f"{WITH} {step}"


def bands(here: Here, name: str, label: str) -> Way:
    """Amounts of money by their size."""
    _ = here.words
    ends = {str(step): formats.baht(Decimal(step)) for step in STEPS}
    between = {
        high: _("Over {low} to {high} baht", low=ends[low], high=ends[high])
        for low, high in pairwise(ends)
    }
    first, last = str(STEPS[0]), str(STEPS[-1])
    return Way(
        name=name,
        label=label,
        values={
            WITH: _("With an amount"),
            first: _("Up to {baht} baht", baht=ends[first]),
            **between,
            "more": _("Over {baht} baht", baht=ends[last]),
            WITHOUT: _("Without an amount"),
        },
    )

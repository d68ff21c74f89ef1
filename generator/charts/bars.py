"""Horizontal bars: parts of a whole in one bar, or several measures below each other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.charts.drawing import (
    LETTER,
    LINE,
    PHONE,
    Spoken,
    Spot,
    broken,
    framed,
    painted,
    patterns,
    percent,
    words,
)
from generator.charts.typeface import width
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.base import Phrase

BAR, GAP = 18, 12
"""Pixels: the height of a bar, and what is left below it."""
BELOW = 3
"""Pixels between a label and its bar, into which ุ and ู would reach."""
ASIDE = 16
"""Pixels between a label and the value at the other end of its line."""
LONGEST = 78
"""Percent of the width that the longest of bars with a value behind it takes."""


@frozen
class Bar:
    """One row: a label, parts in the order of the legend, and their sum in words."""

    label: str | Phrase
    parts: tuple[Decimal, ...]
    total: str


@frozen
class Measured:
    """One row of several bars: a label, and of each measure its value and that in words.

    No value is a count that is not shown; its words say so.
    """

    label: str | Phrase
    values: tuple[tuple[Decimal | None, str], ...]


def stacked_bars(bars: tuple[Bar, ...], spoken: Spoken) -> Markup:
    """A bar for each row, parted; the longest fills the picture. A row of nothing says so in words."""
    most = max((sum(bar.parts, Decimal(0)) for bar in bars), default=Decimal(0)) or Decimal(1)
    used = {number for bar in bars for number, part in enumerate(bar.parts) if part}
    drawn, top = [patterns(spoken.id, used)], 0
    for bar in bars:
        empty = not any(bar.parts)
        head, top = _head(bar.label, "" if empty else bar.total, top)
        drawn.append(head)
        if empty:
            drawn.append(words(bar.total, "nothing", Spot(0, top + BAR - 4)))
        drawn += _parts(bar.parts, most, top, spoken.id)
        top += BAR + GAP
    return framed(spoken, top - GAP + 1, *drawn)


def told(bars: Iterable[Bar]) -> str:
    """Each bar with its total, for who hears the picture."""
    return "; ".join(f"{bar.label}: {bar.total}" for bar in bars)


def measured_bars(rows: tuple[Measured, ...], spoken: Spoken) -> Markup:
    """A bar for each measure of each row, its value behind it."""
    shown = [value for row in rows for value, _words in row.values if value is not None]
    most = max(shown, default=Decimal(0)) or Decimal(1)
    used = {number for row in rows for number, (value, _) in enumerate(row.values) if value}
    drawn, top = [patterns(spoken.id, used)], 0
    for row in rows:
        head, top = _head(row.label, "", top)
        drawn.append(head)
        for number, (value, told) in enumerate(row.values):
            share = float((value or Decimal(0)) / most) * LONGEST
            drawn += _value(number, share, told, top, spoken.id)
            top += BAR + 4
        top += GAP - 4
    return framed(spoken, top - GAP + 1, *drawn)


def _head(label: str | Phrase, total: str, top: int) -> tuple[Markup, int]:
    """The line above a bar, label and value, and where the bar begins."""
    room = PHONE - (width(total, LETTER, bold=True) + ASIDE if total else 0)
    drawn, base = Markup(""), top
    for line in broken(label, LETTER, room):
        base += LINE
        drawn += words(line, "label", Spot(0, base - 5))
    if total:
        drawn += words(total, "value", Spot(100, base - 5, "end"))
    return drawn, base + BELOW


def _parts(parts: tuple[Decimal, ...], most: Decimal, top: int, picture: str) -> Iterator[Markup]:
    """The parts side by side, the ground showing between them."""
    left, seams = Decimal(0), []
    for number, part in enumerate(parts):
        if part:
            share = part * 100 / most
            seams += [left] if left else []
            yield _rect(number, float(left), float(share), top, picture)
            left += share
    for seam in seams:
        at = percent(float(seam))
        yield Markup('<line class="seam" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
            at, top - 1, at, top + BAR + 1
        )


def _value(number: int, share: float, told: str, top: int, picture: str) -> Iterator[Markup]:
    if share:
        yield _rect(number, 0, share, top, picture)
    yield words(told, "value", Spot(share, top + BAR - 4, shift=8 if share else 0))


def _rect(number: int, left: float, share: float, top: int, picture: str) -> Markup:
    return Markup('<rect {} x="{}" y="{}" width="{}" height="{}"/>').format(
        painted(picture, number), percent(left), top, percent(share), BAR
    )

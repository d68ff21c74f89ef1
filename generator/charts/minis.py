"""Small drawings beside a figure: they repeat what its words say, so they are hidden from readers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.charts.drawing import painted, patterns, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT, BAR, LEAST = 36, 12, 3
"""Pixels: of columns, of a bar, and of a column that is not zero."""
WIDEST = 9.0
"""Percent of the width that a column takes at most."""


def columns(values: Sequence[Decimal]) -> Markup:
    """A column for each value, as high as it is; zero is a line on the ground."""
    most = max(values, default=Decimal(0)) or Decimal(1)
    slot = min(100 / max(1, len(values)), WIDEST / 0.7)
    drawn = []
    for place, value in enumerate(values):
        tall = max(LEAST, round(float(value / most) * HEIGHT)) if value else 1
        drawn.append(
            Markup('<rect class="part part-0" x="{}" y="{}" width="{}" height="{}"/>').format(
                percent(place * slot), HEIGHT - tall, percent(slot * 0.7), tall
            )
        )
    return _hidden(HEIGHT, *drawn)


def shares(name: str, values: Sequence[int]) -> Markup:
    """A bar of parts of a whole, each with its pattern."""
    whole, left = sum(values) or 1, 0.0
    drawn = [patterns(name, (number for number, value in enumerate(values) if value))]
    for number, value in enumerate(values):
        if value:
            wide = value * 100 / whole
            drawn.append(
                Markup('<rect {} x="{}" y="1" width="{}" height="{}"/>').format(
                    painted(name, number), percent(left), percent(wide), BAR
                )
            )
            left += wide
    return _hidden(BAR + 2, *drawn)


def _hidden(height: int, *drawn: Markup) -> Markup:
    return Markup('<svg class="mini" width="100%" height="{}" aria-hidden="true">{}</svg>').format(
        height, Markup("").join(drawn)
    )

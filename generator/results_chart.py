"""A picture of ITA results through the years: points over the grades of their time.

The line breaks where the grades changed, because the totals of the two kinds are not the same thing.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH, HEIGHT = 460, 320
LEFT, RIGHT, TOP, BOTTOM = 34, 136, 12, 44
"""Units of the picture's own grid, near the pixels of a phone."""
NAME_LETTERS = 20
"""Letters of a grade's name that stand on one line."""
FEWEST_YEARS = 3
"""Room is left for at least so many years, so that a lone result does not fill the picture."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year's total."""

    year: str
    total: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """The least total of a grade, and its name."""

    least: Decimal
    name: str
    mood: str
    """good, part or none: how the grade is coloured."""


@dataclass(frozen=True, slots=True)
class Series:
    """Results that can be compared, with the grades of their time, the best first."""

    points: tuple[Point, ...]
    steps: tuple[Step, ...]


def results_chart(series: tuple[Series, ...], title: str, description: str) -> Markup:
    """Years from left to right, points upward, grades as bands behind."""
    count = sum(len(one.points) for one in series)
    lowest = min(point.total for one in series for point in one.points)
    room = Decimal(WIDTH - LEFT - RIGHT)
    scale = _Scale(floor=_floor(lowest), slot=room / max(FEWEST_YEARS, count))
    parts, first = [], 0
    for one in series:
        last_one = one is series[-1]
        names = scale.x(max(FEWEST_YEARS, count)) + 8 if last_one else None
        slots = len(one.points) + (max(0, FEWEST_YEARS - count) if last_one else 0)
        parts += [*_bands(one, scale, (first, slots), names), *_line(one, scale, first)]
        first += len(one.points)
        if not last_one:
            parts.append(_break(scale, first))
    parts += _axis(scale)
    return Markup(
        '<svg class="chart chart--results" viewBox="0 0 {} {}" role="img" aria-label="{}. {}">{}</svg>'
    ).format(WIDTH, HEIGHT, title, description, Markup("").join(parts))


@dataclass(frozen=True, slots=True)
class _Scale:
    floor: int
    slot: Decimal

    def x(self, number: int) -> Decimal:
        """The left edge of a year."""
        return LEFT + self.slot * number

    def y(self, total: Decimal) -> Decimal:
        """The height of a total."""
        room = Decimal(HEIGHT - TOP - BOTTOM)
        return TOP + room * (100 - max(total, Decimal(self.floor))) / (100 - self.floor)


def _floor(lowest: Decimal) -> int:
    """Ten below the lowest total, on a round number, and low enough to show the grades below 85."""
    return max(0, min(60, int(lowest) // 10 * 10 - 10))


def _bands(
    one: Series, scale: _Scale, span: tuple[int, int], names: Decimal | None
) -> Iterator[Markup]:
    """Bands behind the years; the names of the newest stand beside the picture, where there is room."""
    left = scale.x(span[0])
    top = Decimal(100)
    for step in one.steps:
        if top <= scale.floor:
            break
        upper, lower = scale.y(top), scale.y(step.least)
        yield Markup(
            '<rect class="band band-{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>'
            "{}"
        ).format(
            step.mood, left, upper, scale.slot * span[1], lower - upper,
            _name(step.name, left + 4 if names is None else names, (upper + lower) / 2 + 5),
        )  # fmt: skip
        top = step.least


def _name(name: str, x: Decimal, y: Decimal) -> Markup:
    """A grade's name, on two lines where one would leave the picture."""
    lines = textwrap.wrap(name, NAME_LETTERS, break_long_words=False)
    top = y - (len(lines) - 1) * 8
    return Markup("").join(
        Markup('<text class="band-name" x="{:.1f}" y="{:.1f}">{}</text>').format(
            x, top + number * 16, line
        )
        for number, line in enumerate(lines)
    )


def _line(one: Series, scale: _Scale, first: int) -> Iterator[Markup]:
    places = [
        (scale.x(first + number) + scale.slot / 2, scale.y(point.total))
        for number, point in enumerate(one.points)
    ]
    if len(places) > 1:
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield Markup('<polyline class="trend" points="{}"/>').format(drawn)
    for (x, y), point in zip(places, one.points, strict=True):
        yield Markup(
            '<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="6"/>'
            '<text class="value" text-anchor="middle" x="{:.1f}" y="{:.1f}">{}</text>'
            '<text class="label" text-anchor="middle" x="{:.1f}" y="{}">{}</text>'
        ).format(
            x,
            y,
            x,
            y - 12 if y > TOP + 24 else y + 24,
            point.words,
            x,
            HEIGHT - BOTTOM + 20,
            point.year,
        )


def _break(scale: _Scale, first: int) -> Markup:
    x = scale.x(first)
    return Markup('<line class="break" x1="{:.1f}" y1="{}" x2="{:.1f}" y2="{}"/>').format(
        x, TOP - 8, x, HEIGHT - BOTTOM + 28
    )


def _axis(scale: _Scale) -> Iterator[Markup]:
    for total in range(scale.floor, 101, 10):
        yield Markup('<text class="tick" text-anchor="end" x="{}" y="{:.1f}">{}</text>').format(
            LEFT - 6, scale.y(Decimal(total)) + 5, total
        )

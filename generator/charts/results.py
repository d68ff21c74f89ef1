"""A picture of ITA results through the years: points over the grades of their time.

The line breaks where the grades changed, because the totals of the two kinds are not the same thing.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.charts.drawing import Spoken, Spot, framed, percent, words
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

HEIGHT, TOP, BOTTOM = 300, 10, 30
"""Pixels: the whole, and what is left above and below the grades."""
LEFT = 11.0
"""Percent of the width for the points at which the grades begin."""
FEWEST_YEARS = 3
"""Room is left for at least so many years, so that a lone result does not fill the picture."""
ROOM = 17
"""Pixels that two names at the side need between them."""


@frozen
class Point:
    """A year's total."""

    year: str
    total: Decimal
    words: str


@frozen
class Step:
    """The least total of a grade."""

    least: Decimal
    mood: str
    """best, good, part or none: how the grade is coloured."""
    short: str = ""
    """A name that has room in the picture, such as A; empty where the legend names it."""


@frozen
class Series:
    """Results that can be compared, with the grades of their time, the best first."""

    points: tuple[Point, ...]
    steps: tuple[Step, ...]


def results_chart(series: tuple[Series, ...], spoken: Spoken) -> Markup:
    """Years from left to right, points upward, grades as bands behind."""
    count = sum(len(one.points) for one in series)
    lowest = min(point.total for one in series for point in one.points)
    slot = (100 - LEFT) / max(FEWEST_YEARS, count)
    scale = _Scale(floor=_floor(lowest), slot=slot)
    bands, lines, first = [], [], 0
    for one in series:
        slots = len(one.points)
        if one is series[-1]:
            slots += max(0, FEWEST_YEARS - count)
        bands += list(_bands(one, scale, (first, slots)))
        lines += list(_line(one, scale, first))
        first += len(one.points)
        if one is not series[-1]:
            lines.append(_break(scale, first))
    return framed(spoken, HEIGHT, *bands, *_axis(series, scale), *lines)


@frozen
class _Scale:
    floor: int
    slot: float

    def x(self, number: float) -> float:
        """The left edge of a year, in percent."""
        return LEFT + self.slot * number

    def y(self, total: Decimal) -> float:
        """The height of a total, in pixels."""
        room = Decimal(HEIGHT - TOP - BOTTOM)
        return float(TOP + room * (100 - max(total, Decimal(self.floor))) / (100 - self.floor))


def _floor(lowest: Decimal) -> int:
    """Ten below the lowest total, on a round number, and low enough to show the grades below 85."""
    return max(0, min(60, int(lowest) // 10 * 10 - 10))


def _bands(one: Series, scale: _Scale, span: tuple[int, int]) -> Iterator[Markup]:
    """Bands behind the years, a line where each begins; letters stand in the band."""
    left, wide, top = scale.x(span[0]), scale.slot * span[1], Decimal(100)
    for step in one.steps:
        if top <= scale.floor:
            break
        upper, lower = scale.y(top), scale.y(step.least)
        yield Markup(
            '<rect class="band band-{}" x="{}" y="{:.1f}" width="{}" height="{:.1f}"/>'
        ).format(step.mood, percent(left), upper, percent(wide), lower - upper)
        yield _across("band-edge", (left, left + wide), lower)
        if step.short and lower - upper >= ROOM:
            yield words(step.short, "tick", Spot(left, (upper + lower) / 2 + 5, shift=4))
        top = step.least


def _across(look: str, ends: tuple[float, float], y: float) -> Markup:
    return Markup('<line class="{}" x1="{}" y1="{:.1f}" x2="{}" y2="{:.1f}"/>').format(
        look, percent(ends[0]), y, percent(ends[1]), y
    )


def _line(one: Series, scale: _Scale, first: int) -> Iterator[Markup]:
    """The years' points, joined; a point's value stands above it, or below where that is the edge."""
    places = [
        (scale.x(first + number + 0.5), scale.y(point.total))
        for number, point in enumerate(one.points)
    ]
    for (x1, y1), (x2, y2) in pairwise(places):
        yield Markup('<line class="trend" x1="{}" y1="{:.1f}" x2="{}" y2="{:.1f}"/>').format(
            percent(x1), y1, percent(x2), y2
        )
    for (x, y), point in zip(places, one.points, strict=True):
        above = y - 12 if y > TOP + 26 else y + 24
        yield Markup('<circle class="dot" cx="{}" cy="{:.1f}" r="6"/>').format(percent(x), y)
        yield words(point.words, "halo", Spot(x, round(above, 1), "middle"))
        yield words(point.words, "point", Spot(x, round(above, 1), "middle"))
        yield words(point.year, "tick", Spot(x, HEIGHT - 10, "middle"))


def _break(scale: _Scale, first: int) -> Markup:
    x = percent(scale.x(first))
    return Markup('<line class="break" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
        x, 0, x, HEIGHT - BOTTOM + 24
    )


def _axis(series: tuple[Series, ...], scale: _Scale) -> Iterator[Markup]:
    """The points at which the grades of the newest years begin, as far as there is room for them."""
    taken: list[float] = []
    marks = [Decimal(100), *(step.least for step in series[-1].steps), Decimal(scale.floor)]
    for mark in marks:
        y = scale.y(mark)
        if mark >= scale.floor and all(abs(y - other) >= ROOM for other in taken):
            taken.append(y)
            yield words(f"{mark:f}", "tick", Spot(LEFT, round(y + 5, 1), "end", shift=-6))


def band_swatch(mood: str) -> Markup:
    """A small square with the colour of a grade, for the legend."""
    return Markup(
        '<svg class="key__look" width="18" height="18" aria-hidden="true">'
        '<rect class="band band-{}" x="1" y="1" width="16" height="16"/></svg>'
    ).format(mood)

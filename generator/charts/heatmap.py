"""A risk matrix as a map: the level of each cell in words and shade, the risks where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.charts.drawing import (
    LINE,
    PHONE,
    SMALL,
    Spoken,
    Spot,
    broken,
    framed,
    percent,
    words,
)
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Phrase

AXIS = 11
"""Percent of the width for the numbers of the likelihood."""
TOP = 26
"""Pixels above the map, where it says which way the likelihood grows."""
PIN = 22
"""Height of the plate that names the risks of a cell."""
ABREAST = 2
"""Risks that stand side by side on a plate."""
SEAM = 0.6
"""Percent of the width between cells."""


@frozen
class HeatCell:
    """A cell: its level, the level's place from the lowest, and the risks that stand in it."""

    level: str | Phrase
    rank: int
    risks: tuple[str, ...]


@frozen
class HeatRow:
    """The cells of one likelihood, the least impact first."""

    likelihood: str
    cells: tuple[HeatCell, ...]


@frozen
class Axes:
    """What the two ways of the map are called."""

    up: str
    along: str
    steps: tuple[str, ...]


def heat_map(rows: tuple[HeatRow, ...], axes: Axes, spoken: Spoken) -> Markup:
    """The map, the highest likelihood at the top."""
    share = (100 - AXIS) / max(1, len(axes.steps))
    drawn = [words(f"↑ {axes.up}", "tick", Spot(0, 15))]
    top = TOP
    for row in rows:
        height = _height(row, share)
        drawn.append(words(row.likelihood, "label", Spot(AXIS / 2, top + height / 2 + 5, "middle")))
        for place, cell in enumerate(row.cells):
            drawn += _cell(cell, AXIS + share * place, share - SEAM, (top, height))
        top += height + 3
    for place, step in enumerate(axes.steps):
        x = AXIS + share * place + (share - SEAM) / 2
        drawn.append(words(step, "label", Spot(x, top + LINE - 4, "middle")))
    drawn.append(words(f"{axes.along} →", "tick", Spot(100, top + 2 * LINE - 4, "end")))
    return framed(spoken, top + 2 * LINE + 4, *drawn)


def _height(row: HeatRow, share: float) -> int:
    """As high as its fullest cell."""
    return max(_filled(cell, share)[0] for cell in row.cells)


def _filled(cell: HeatCell, share: float) -> tuple[int, list[str | Phrase], list[str]]:
    """Height of a cell with its lines of words and its plates."""
    lines = broken(cell.level, SMALL, PHONE * share / 100 - 4)
    plates = [" · ".join(cell.risks[n : n + ABREAST]) for n in range(0, len(cell.risks), ABREAST)]
    return max(48, len(lines) * 18 + len(plates) * (PIN + 3) + 10), lines, plates


def _cell(cell: HeatCell, left: float, share: float, span: tuple[int, int]) -> Iterator[Markup]:
    top, height = span
    _own, lines, plates = _filled(cell, share + SEAM)
    here = " here" if cell.risks else ""
    yield Markup(
        '<rect class="heat heat-{}{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>'
    ).format(cell.rank, here, percent(left), top, percent(share), height)
    used = len(lines) * 18 + len(plates) * (PIN + 3)
    base = top + (height - used) / 2
    for line in lines:
        base += 18
        yield words(line, "cell", Spot(left + share / 2, base - 4, "middle"))
    for plate in plates:
        yield Markup('<rect class="pin" x="{}" y="{:g}" width="{}" height="{}" rx="4"/>').format(
            percent(left + share * 0.12), base + 3, percent(share * 0.76), PIN
        )
        yield words(plate, "pin-words", Spot(left + share / 2, base + 19, "middle"))
        base += PIN + 3

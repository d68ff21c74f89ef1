"""Pictures drawn at build time as SVG; each stands beside a table of the same numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart: a label, parts in the order of the legend, and their sum in words."""

    label: str
    parts: tuple[Decimal, ...]
    total: str


WIDTH = 460
ROW = 50
BAR = 20
RIGHT = 74
LETTER = 9
KEY = 24
"""Units of the picture's own grid, near the pixels of a phone, so that its words stay legible."""


def stacked_bars(
    bars: tuple[Bar, ...], legend: tuple[str, ...], title: str, description: str
) -> Markup:
    """Horizontal bars of parts, told apart by pattern as well as by colour."""
    most = max((sum(bar.parts, Decimal(0)) for bar in bars), default=Decimal(1)) or Decimal(1)
    totals = [len(bar.total) for bar in bars if any(bar.parts)]
    right = max(RIGHT, LETTER * (max(totals, default=0) + 1))
    scale = Decimal(WIDTH - right) / most
    used = [n for n in range(len(legend)) if legend[n] and any(bar.parts[n] for bar in bars)]
    rows = Markup("").join(_row(bar, number, scale) for number, bar in enumerate(bars))
    key_top = len(bars) * ROW + 8
    key = Markup("").join(_key(legend[n], n, key_top + place * KEY) for place, n in enumerate(used))
    return Markup(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}. {}">{}{}{}</svg>'
    ).format(WIDTH, key_top + len(used) * KEY, title, description, _patterns(bars), rows, key)


def _patterns(bars: tuple[Bar, ...]) -> Markup:
    """The patterns, where a part is drawn with one: their ids may stand once on a page."""
    patterned = any(
        part for bar in bars for number, part in enumerate(bar.parts) if number % PARTS >= PLAIN
    )
    return _PATTERNS if patterned else Markup("")


def _row(bar: Bar, number: int, scale: Decimal) -> Markup:
    top = number * ROW
    left = Decimal(0)
    drawn = Markup("")
    for part_number, part in enumerate(bar.parts):
        if part:
            width = part * scale
            drawn += Markup(
                '<rect class="part part-{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>'
            ).format(part_number % PARTS, left, top + 20, width, BAR)
            left += width
    return Markup(
        '<text class="label" x="0" y="{}">{}</text>{}'
        '<text class="value" x="{:.1f}" y="{}">{}</text>'
    ).format(top + 14, bar.label, drawn, left + 8, top + 35, bar.total)


def _key(label: str, number: int, top: int) -> Markup:
    return Markup(
        '<rect class="part part-{}" x="0" y="{}" width="14" height="14"/>'
        '<text class="label" x="22" y="{}">{}</text>'
    ).format(number % PARTS, top, top + 12, label)


PARTS = 4
"""How many looks of parts the theme knows; a fifth part looks like the first."""
PLAIN = 2
"""How many of them are plain colours; the others are patterns."""

_PATTERNS = Markup(
    '<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect class="pattern-ground" width="6" height="6"/>'
    '<rect class="pattern-mark" width="2.5" height="6"/></pattern>'
    '<pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect class="pattern-ground" width="7" height="7"/>'
    '<circle class="pattern-mark" cx="3.5" cy="3.5" r="1.8"/></pattern></defs>'
)

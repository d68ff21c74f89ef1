"""Pictures drawn at build time as SVG; each stands beside a table of the same numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2s

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
    key = blake2s(f"{title}\n{description}".encode(), digest_size=4).hexdigest()
    rows = Markup("").join(_row(bar, number, scale, key) for number, bar in enumerate(bars))
    legend_top = len(bars) * ROW + 8
    names = Markup("").join(
        _key(legend[n], n, legend_top + place * KEY, key) for place, n in enumerate(used)
    )
    return Markup(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}. {}">{}{}{}</svg>'
    ).format(
        WIDTH,
        legend_top + len(used) * KEY,
        title,
        description,
        _patterns(bars, key),
        rows,
        names,
    )


def _patterns(bars: tuple[Bar, ...], key: str) -> Markup:
    """The patterns, where a part is drawn with one; their ids are this picture's own."""
    patterned = any(
        part for bar in bars for number, part in enumerate(bar.parts) if number % PARTS >= PLAIN
    )
    return _PATTERNS.format(key, key) if patterned else Markup("")


def _row(bar: Bar, number: int, scale: Decimal, key: str) -> Markup:
    top = number * ROW
    left = Decimal(0)
    drawn = Markup("")
    for part_number, part in enumerate(bar.parts):
        if part:
            width = part * scale
            drawn += Markup('<rect {} x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
                _look(part_number, key), left, top + 20, width, BAR
            )
            left += width
    return Markup(
        '<text class="label" x="0" y="{}">{}</text>{}'
        '<text class="value" x="{:.1f}" y="{}">{}</text>'
    ).format(top + 14, bar.label, drawn, left + 8, top + 35, bar.total)


def _key(label: str, number: int, top: int, key: str) -> Markup:
    return Markup(
        '<rect {} x="0" y="{}" width="14" height="14"/><text class="label" x="22" y="{}">{}</text>'
    ).format(_look(number, key), top, top + 12, label)


def _look(number: int, key: str) -> Markup:
    """How a part is told apart: a colour of the theme's, or a pattern of this picture."""
    look = number % PARTS
    pattern = Markup(' fill="url(#{}-{})"').format(_NAMES[look], key) if look >= PLAIN else ""
    return Markup('class="part part-{}"{}').format(look, pattern)


PARTS = 4
"""How many looks of parts the theme knows; a fifth part looks like the first."""
PLAIN = 2
"""How many of them are plain colours; the others are patterns."""

_NAMES = {2: "stripes", 3: "dots"}
_PATTERNS = Markup(
    '<defs><pattern id="stripes-{}" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect class="pattern-ground" width="6" height="6"/>'
    '<rect class="pattern-mark" width="2.5" height="6"/></pattern>'
    '<pattern id="dots-{}" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect class="pattern-ground" width="7" height="7"/>'
    '<circle class="pattern-mark pattern-mark--dots" cx="3.5" cy="3.5" r="1.8"/></pattern></defs>'
)

"""What every picture is made of: its frame with the words for who cannot see it, text, patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.charts.typeface import lines
from generator.frozen import frozen
from generator.model.base import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

PHONE = 288
"""Pixels that a picture has at least: a screen of 320 less the margins of the page."""
LETTER = 15
"""Size of the words in pixels, as the stylesheet has it for `.chart .label` and `.chart .value`."""
SMALL = 13
"""Size of the words that stand in a picture's cells and at its axes; nothing is smaller."""
LINE = 21
"""Pixels from one line of words to the next; Thai needs room above and below its letters."""
SLACK = 1.06
"""How much wider than ours the typeface of a device may be before its own arrives."""


@frozen
class Spoken:
    """What a picture is for who does not see it."""

    id: str
    """Name of the picture on its page; the ids of its parts begin with it."""
    title: str
    """What kind of picture of what it is."""
    description: str
    """What it shows, number by number."""


def framed(spoken: Spoken, height: int, *drawn: Markup) -> Markup:
    """The whole picture."""
    return Markup(
        '<svg class="chart" width="100%" height="{}" role="img" aria-labelledby="{}-name"'
        ' aria-describedby="{}-told"><title id="{}-name">{}</title><desc id="{}-told">{}</desc>'
        "{}</svg>"
    ).format(
        height, spoken.id, spoken.id, spoken.id, spoken.title, spoken.id, spoken.description,
        Markup("").join(drawn),
    )  # fmt: skip


@frozen
class Spot:
    """Where words stand: percent of the width, pixels from the top, and which end is there."""

    x: float
    y: float
    anchor: str = "start"
    shift: int = 0
    """Pixels to the side."""


def words(text: str | Phrase, look: str, spot: Spot) -> Markup:
    """A line of words, marked where their language is not the page's."""
    foreign = isinstance(text, Phrase) and text.lang is not text.page
    lang = Markup(' lang="{}"').format(text.lang) if foreign else ""  # type: ignore[union-attr]
    anchor = Markup(' text-anchor="{}"').format(spot.anchor) if spot.anchor != "start" else ""
    shift = Markup(' dx="{}"').format(spot.shift) if spot.shift else ""
    return Markup('<text class="{}" x="{}" y="{:g}"{}{}{}>{}</text>').format(
        look, percent(spot.x), spot.y, anchor, shift, lang, str(text)
    )


def percent(share: float) -> str:
    """Of the picture's width: 45.25%."""
    return f"{share:.3f}".rstrip("0").rstrip(".") + "%"


def broken(text: str | Phrase, size: int, room: float) -> list[str | Phrase]:
    """A text in lines that a phone has room for."""
    found = lines(str(text), size, room / SLACK)
    if isinstance(text, Phrase):
        return [Phrase(line, text.lang, text.page) for line in found]
    return list(found)


LOOKS = ("solid", "stripes", "dots", "lines", "cross", "hollow")
"""How parts look, each with a colour of its own as far as the theme has them; a seventh looks like
the first."""
PATTERNS = {
    "stripes": '<pattern id="{}" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect class="hole" width="7" height="7"/>'
    '<rect class="mark-{}" width="3.5" height="7"/></pattern>',
    "dots": '<pattern id="{}" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect class="hole" width="7" height="7"/><circle class="mark-{}" cx="3.5" cy="3.5" r="2"/>'
    "</pattern>",
    "lines": '<pattern id="{}" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect class="hole" width="6" height="6"/><rect class="mark-{}" y="2" width="6" height="2"/>'
    "</pattern>",
    "cross": '<pattern id="{}" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect class="hole" width="7" height="7"/><path class="mark-{}" d="M0 3h7v1.5H0zM3 0h1.5v7H3z"/>'
    "</pattern>",
}


def look(number: int) -> str:
    """The look of a part by its place in the legend."""
    return LOOKS[number % len(LOOKS)]


def patterns(picture: str, numbers: Iterable[int]) -> Markup:
    """The patterns of the parts that are drawn, named for the picture so that no name stands twice."""
    drawn = sorted({number % len(LOOKS) for number in numbers if look(number) in PATTERNS})
    if not drawn:
        return Markup("")
    made = (
        Markup(PATTERNS[LOOKS[n]]).format(f"{picture}-{LOOKS[n]}", n)  # noqa: S704 - our own
        for n in drawn
    )
    return Markup("<defs>{}</defs>").format(Markup("").join(made))


def painted(picture: str, number: int) -> Markup:
    """The attributes that give a shape the look of a part."""
    style = look(number)
    fill = Markup(' fill="url(#{}-{})"').format(picture, style) if style in PATTERNS else ""
    return Markup('class="part part-{}"{}').format(number % len(LOOKS), fill)


def swatch(picture: str, number: int) -> Markup:
    """A small square with the look of a part, for the legend."""
    return Markup(
        '<svg class="key__look" width="18" height="18" aria-hidden="true">'
        '<rect {} x="1" y="1" width="16" height="16"/></svg>'
    ).format(painted(picture, number))

"""The picture of a page for messengers, drawn: its title, large, and whose it is.

Drawn while building, with the site's own typeface. Pillow shapes Thai with HarfBuzz, so vowels and
tone marks stand where they belong.
"""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from icu4py.breakers import LineBreaker
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from generator.site.card import Card

FONTS = Path(__file__).parents[2] / "theme" / "assets" / "fonts"
SIZE = (1200, 630)
"""Pixels; the shape that Open Graph asks for."""
MARGIN = 72
GROUND, INK, GOLD = (12, 74, 87), (255, 255, 255), (217, 166, 56)
WHITE, SOFT, LINE = 250, 205, 255
"""Places in the palette, which runs from the ground to the ink; the last one is the gold line."""
TITLE_SIZES = (76, 66, 56, 48, 42)
"""The largest at which the title fits in four lines."""
LINE_HEIGHT = 1.5
MOST_LINES = 4
_RUN = re.compile(r"[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")


def drawn(content: Card) -> bytes:
    """The picture as PNG, the same bytes for the same words."""
    image = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, SIZE[1] - 18, SIZE[0], SIZE[1]), fill=LINE)
    _write(draw, (MARGIN, MARGIN - 8), content.agency, 36, SOFT)
    size, lines = _fitted(content.title)
    top = MARGIN + 84
    for number, line in enumerate(lines):
        _write(draw, (MARGIN, top + int(number * size * LINE_HEIGHT)), line, size, WHITE, bold=True)
    if content.notice:
        _write(draw, (MARGIN, SIZE[1] - 96), content.notice, 28, SOFT)
    file = io.BytesIO()
    image.putpalette(_palette())
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


@cache
def _palette() -> list[int]:
    """From the ground to the ink in steps, and gold."""
    steps = [
        round(low + (high - low) * min(step, WHITE) / WHITE)
        for step in range(LINE)
        for low, high in zip(GROUND, INK, strict=True)
    ]
    return [*steps, *GOLD]


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size at which a title fits, and its lines; a longer one ends with an ellipsis."""
    for size in TITLE_SIZES:
        lines = _lines(title, size)
        if len(lines) <= MOST_LINES:
            return size, lines
    kept = lines[:MOST_LINES]
    kept[-1] = kept[-1].rstrip() + "…"
    return size, kept


def _lines(text: str, size: int) -> list[str]:
    """Words in lines that are not too wide, broken where Thai may be broken."""
    lines = [""]
    for piece in LineBreaker(text, "th"):
        if lines[-1] and _width(lines[-1] + piece.rstrip(), size) > SIZE[0] - 2 * MARGIN:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _width(text: str, size: int) -> float:
    return sum(_font(run, size, bold=True).getlength(run) for run in _RUN.findall(text))


def _write(
    draw: ImageDraw.ImageDraw,
    place: tuple[int, int],
    text: str,
    size: int,
    shade: int,
    *,
    bold: bool = False,
) -> None:
    x: float = place[0]
    base = place[1] + size
    for run in _RUN.findall(text):
        font = _font(run, size, bold=bold)
        draw.text((x, base), run, font=font, fill=shade, anchor="ls")
        x += font.getlength(run)


def _font(run: str, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    return _opened("thai" if "\u0e00" <= run[0] <= "\u0e7f" else "latin", size, bold=bold)


@cache
def _opened(script: str, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    """The site's typeface; its Thai and its Latin letters are files of their own."""
    path = FONTS / f"sarabun-{script}-{700 if bold else 400}-normal.woff2"
    return ImageFont.truetype(io.BytesIO(path.read_bytes()), size)

"""Addresses as QR codes, drawn as lines in a page, for paper."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Literal

from markupsafe import Markup

from generator.cache import kept

BORDER = 2
"""Width of the white around the code, in dots."""
_STROKE = re.compile(b"[^\0]*\0+")
"""Dark dots and the white before them, which may begin in a row above."""


@kept
def qr(address: str, spare: Literal["M", "Q"] = "M") -> Markup:
    """An address as a picture that a telephone reads; who hears the page hears the address beside it.

    `spare` is how much of it may be dirty or torn: an eighth, or a quarter for what hangs on a wall.
    """
    library = import_module("zxingcpp")  # addresses seldom change
    code = library.create_barcode(address, library.BarcodeFormat.QRCode, ec_level=spare)
    dots = memoryview(code.to_image(scale=1, add_quiet_zones=False))
    size = len(dots) + 2 * BORDER
    return Markup(  # noqa: S704 - numbers alone
        f'<svg aria-hidden="true" viewBox="0 0 {size} {size}">'
        f'<path stroke="#000" d="{_lines(dots.tobytes(), len(dots))}"/></svg>'
    )


def _lines(dots: bytes, width: int) -> str:
    """The dark dots as lines from left to right, each begun where the one before ended."""
    rows = b"\n".join([dots[at : at + width] for at in range(0, len(dots), width)])
    drawn = map(_strokes(width).__getitem__, _STROKE.findall(rows))
    return f"M{BORDER} {BORDER}.5" + "".join(drawn)


class _Strokes(dict[bytes, str]):
    """How a stroke is drawn from where the one before ended; codes are made of the same few hundred."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, stroke: bytes) -> str:
        white = stroke.rstrip(b"\0")
        above, *below = white.split(b"\n")
        right = len(below[-1]) + len(above) - self._width if below else len(above)
        drawn = self[stroke] = f"m{right} {len(below)}h{len(stroke) - len(white)}"
        return drawn


@cache
def _strokes(width: int) -> _Strokes:
    return _Strokes(width)

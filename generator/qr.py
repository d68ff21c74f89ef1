"""Addresses as QR codes, drawn as lines in a page, for paper."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Literal

from markupsafe import Markup

from generator.cache import kept

BORDER = 2
"""Width of the white around the code, in dots."""
_DARK = re.compile(b"\0+")


@kept
def qr(address: str, spare: Literal["M", "Q"] = "M") -> Markup:
    """An address as a picture that a telephone reads; who hears the page hears the address beside it.

    `spare` is how much of it may be dirty or torn: an eighth, or a quarter for what hangs on a wall.
    """
    library = import_module("zxingcpp")  # addresses seldom change
    code = library.create_barcode(address, library.BarcodeFormat.QRCode, ec_level=spare)
    dots = code.to_image(scale=1, add_quiet_zones=False)
    rows: list[list[int]] = memoryview(dots).tolist()  # type: ignore[assignment]
    size = len(rows) + 2 * BORDER
    return Markup(  # noqa: S704 - numbers alone
        f'<svg aria-hidden="true" viewBox="0 0 {size} {size}">'
        f'<path stroke="#000" d="{_lines(rows)}"/></svg>'
    )


def _lines(rows: list[list[int]]) -> str:
    """The dark dots as lines from left to right, each begun where the one before ended."""
    drawn = [f"M{BORDER} {BORDER}.5"]
    x = y = 0
    for number, row in enumerate(rows):
        for run in _DARK.finditer(bytes(row)):
            begin, end = run.span()
            drawn.append(f"m{begin - x} {number - y}h{end - begin}")
            x, y = end, number
    return "".join(drawn)

"""How wide words are in the site's typeface, Sarabun, and where their lines break.

The widths are those of the font's own letters, noted here so that no build has to open the font; a
test holds them against it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

THAI = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะาำ฿เแโใไๅๆ๏๐๑๒๓๔๕๖๗๘๙๚๛"
LATIN = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    "\u00a0·×–’“”…"
)
THAI_WIDTHS = """
58 59 61 60 61 64 45 56 57 61 62 81 83 61 61 54 71 83 83 59 61 58 66 54 64 64 66 62 62 72 72
62 61 57 48 58 58 61 51 60 68 58 64 72 59 56 55 53 48 48 59 31 58 38 38 39 29 62 62 66 68 68
69 68 68 68 74 67 69 77 102
"""
LATIN_WIDTHS = """
24 24 35 69 53 90 67 19 32 32 45 61 25 34 25 42 55 55 55 55 55 55 55 55 55 55 25 25 61 61 61
45 80 60 59 58 62 55 55 64 68 29 44 60 55 80 68 66 57 66 58 53 56 66 60 83 60 57 57 31 38 31
58 32 40 51 54 47 54 52 33 54 56 24 25 49 29 84 55 56 54 54 35 42 38 55 48 67 46 46 45 32 24
32 61 24 25 61 54 34 53 53 72
"""
"""Of each letter in hundredths of the size; a vowel above or below and a tone mark take no room."""
ABOVE = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
OTHER = 75
"""The width that any other letter is taken to have."""
BOLD = 1.06
"""How much wider bold words are."""


@cache
def _widths() -> dict[str, int]:
    known = dict(zip(THAI, map(int, THAI_WIDTHS.split()), strict=True))
    known |= zip(LATIN, map(int, LATIN_WIDTHS.split()), strict=True)
    return known | dict.fromkeys(ABOVE, 0)


def width(text: str, size: int, *, bold: bool = False) -> float:
    """Pixels that a text takes in one line."""
    known = _widths()
    return sum(known.get(letter, OTHER) for letter in text) * size / 100 * (BOLD if bold else 1)


def lines(text: str, size: int, room: float, *, bold: bool = False) -> list[str]:
    """A text in lines that are not wider than the room, broken where Thai may be broken."""
    if width(text, size, bold=bold) <= room:
        return [text]
    breakers = import_module("icu4py.breakers")  # heavy, and most words fit
    found = [""]
    for piece in breakers.LineBreaker(text, "th"):
        if found[-1] and width(found[-1] + piece.rstrip(), size, bold=bold) > room:
            found.append("")
        found[-1] += piece
    return [line.rstrip() for line in found]

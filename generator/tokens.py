"""The theme's tokens, read from its stylesheet, and the contrast of those that meet on a page.

The page of the design and the tests both start here, so that what is shown, what is measured and
what a browser is sent cannot differ.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import kept
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLESHEET = Path(__file__).parent.parent / "theme" / "assets" / "css" / "site.css"


class Scheme(StrEnum):
    """A set of colours: what the reader chose, or what the device asks for."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    """Black ground; also what a device gets that asks for the dark and for more contrast."""
    SHARP = "sharp"
    """Light, for a device that asks for more contrast."""


@frozen
class Block:
    """A rule of a stylesheet."""

    at: str
    """The condition around it, `@media print`; empty where there is none."""
    selector: str
    declarations: dict[str, str]


ROOT = ("", ":root")
PLACES: dict[Scheme, tuple[tuple[str, str], ...]] = {
    Scheme.LIGHT: (ROOT,),
    Scheme.DARK: (ROOT, ("@media screen", ':root[data-scheme="dark"]')),
    Scheme.CONTRAST: (ROOT, ("@media screen", ':root[data-scheme="contrast"]')),
    Scheme.SHARP: (ROOT, ("@media (prefers-contrast: more)", ":root")),
}
"""Where each scheme's tokens stand; the later place overrides the earlier."""


def stylesheet() -> str:
    """The theme's stylesheet as it is now."""
    return STYLESHEET.read_text(encoding="utf-8")


@kept
def tokens(css: str, scheme: Scheme) -> dict[str, str]:
    """Every token with its value in a scheme, in the order of the stylesheet."""
    found: dict[str, str] = {}
    for place in PLACES[scheme]:
        for block in blocks(css):
            if (block.at, block.selector) == place:
                found |= {
                    name.removeprefix("--"): value
                    for name, value in block.declarations.items()
                    if name.startswith("--")
                }
    return found


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"""((?:"[^"]*"|'[^']*'|[^{}"'])*)([{}])""", re.DOTALL)


@lru_cache(maxsize=1)
def blocks(css: str) -> tuple[Block, ...]:
    """Every rule with the conditions around it; each scheme asks for those of the same stylesheet."""
    return tuple(_blocks(css))


def _blocks(css: str) -> Iterator[Block]:
    around: list[str] = []
    for words, brace in _PIECE.findall(_COMMENT.sub("", css)):
        if brace == "{":
            around.append(" ".join(words.split()))
            continue
        selector = around.pop()
        declarations = dict(_declarations(words))
        if declarations:
            yield Block(" ".join(around), selector, declarations)


def _declarations(words: str) -> Iterator[tuple[str, str]]:
    for declaration in words.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), " ".join(value.split())


WORDS = 7.0
"""WCAG 2.2, success criterion 1.4.6 (AAA): contrast of words."""
MARKS = 3.0
"""WCAG 2.2, success criterion 1.4.11 (AA): contrast of marks, borders of fields and focus."""


@frozen
class Pair:
    """Two tokens that meet on a page, and the contrast that they must have."""

    front: str
    ground: str
    least: float


GROUNDS = ("ground", "sheet", "tint")
PAIRS = (
    *(Pair(word, on, WORDS) for word in ("ink", "soft", "link") for on in GROUNDS),
    *(Pair(word, on, WORDS) for word in ("good", "part", "none") for on in GROUNDS),
    *(Pair(word, f"{word}-tint", WORDS) for word in ("good", "part", "none")),
    *(Pair(word, "part-tint", WORDS) for word in ("ink", "soft", "link")),
    *(Pair("ink", f"level-{level}", WORDS) for level in range(4)),
    Pair("brand-ink", "brand", WORDS),
    Pair("mark-ink", "mark", WORDS),
    Pair("ground", "part-0", WORDS),
    *(Pair("line-strong", on, MARKS) for on in GROUNDS),
    *(Pair("ring", on, MARKS) for on in (*GROUNDS, "part-tint")),
    *(Pair("mark", on, MARKS) for on in GROUNDS),
    *(Pair("gold", on, MARKS) for on in GROUNDS),
    *(Pair(f"part-{look}", on, MARKS) for look in range(4) for on in ("ground", "sheet")),
    *(Pair("part-0", f"{band}-tint", MARKS) for band in ("good", "part", "none")),
    *(Pair("line-strong", f"{band}-tint", MARKS) for band in ("good", "part", "none")),
    *(Pair("soft", f"level-{level}", MARKS) for level in range(4)),
    Pair("ground", "ink", WORDS),
)
"""Every pair in use; a test holds the stylesheet's own rules against this list."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 to 21, as WCAG 2 defines it."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

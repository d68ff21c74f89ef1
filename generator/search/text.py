"""A finished page → the text that a reader can search, and its words.

Thai is written without spaces. ICU, the same library that browsers cut words with, finds the words
while building, so that a word inside a sentence is found as surely as one between spaces.
"""

from __future__ import annotations

import html
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

_DROPPED = re.compile(r"<(svg|nav|form|script|template|h1)\b.*?</\1>", re.DOTALL)
"""Parts that repeat another page or are no running text."""
UNSEARCHED = "data-unsearched"
_UNSEARCHED = re.compile(rf"<(\w+)\b[^>]*\b{UNSEARCHED}\b[^>]*>.*?</\1>", re.DOTALL)
"""What templates mark as not to be searched; few pages have it, and looking at each tag takes long."""
_BLOCK = re.compile(
    r"</?(?:p|li|h[2-6]|t[dhr]|d[tdl]|div|section|table|[ou]l|caption|summary|details|br|figure|aside)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")
_HEADING = re.compile(r"<(h[23])\b[^>]*>(.*?)</\1>", re.DOTALL)
_SPACES = re.compile("  +")
OTHER_SPACES = "\t\u00a0\u200b"


def running_text(fragment: str) -> str:
    """The words of a page without its h1, one line for each block."""
    kept = _UNSEARCHED.sub("\n", fragment) if UNSEARCHED in fragment else fragment
    lines = _BLOCK.sub("\n", _DROPPED.sub("\n", kept))
    return _folded(_TAG.sub("", lines))


def headings(fragment: str) -> str:
    """The headings below the h1, one on each line; of a list, they are what is its own."""
    return _folded("\n".join(_TAG.sub("", found[2]) for found in _HEADING.finditer(fragment)))


def _folded(text: str) -> str:
    plain = html.unescape(text).replace("\r", "")
    for space in OTHER_SPACES:
        plain = plain.replace(space, " ")
    return "\n".join(filter(None, map(str.strip, _SPACES.sub(" ", plain).split("\n"))))


def words(text: str) -> Iterable[str]:
    """A text cut into words, spaces, marks and ends of lines; joined again they are the text.

    A whole page is cut at once: for a line alone, ICU takes longer to begin than to cut.
    """
    breaker: Iterable[str] = _breakers().WordBreaker(text, "th")
    return breaker


@cache
def _breakers() -> ModuleType:
    """ICU, which is loaded when the first new page is cut."""
    return import_module("icu4py.breakers")

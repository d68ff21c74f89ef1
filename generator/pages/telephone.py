"""Telephone numbers as offices write them: each can be dialled by a tap, the words beside them stay.

Officers write "0-3242-5573-4", "032-401234 ต่อ 101" or "๐๘๑ ๒๓๔ ๕๖๗๘". How many digits a Thai number
has follows from how it begins (ten for mobiles, nine for lines, three or four for short numbers that
begin with 1, as is generally known; no document of the numbering plan was at hand), so the last digit
of a range and an extension are words.
"""

from __future__ import annotations

import re

from generator.load.scalars import THAI_DIGITS
from generator.pages.base import Here, Link

_NEXT = "[ .()-]{0,2}"
_MORE = f"(?:{_NEXT}[0-9])"
_LONG = re.compile(
    rf"(?<![0-9+])(?:(?:\+66{_NEXT}(?:\(0\))?{_NEXT}|0{_NEXT})(?:[689]{_MORE}{{8}}|[2-57]{_MORE}{{7}})"
    rf"|1{_NEXT}[89]00{_MORE}{{6}}|00{_MORE}{{8}})(?![0-9])"
)
"""The last begins no number anywhere: it is how the sample agency's numbers are known to reach nobody."""
_SHORT = re.compile(r"(?<![0-9+-])1[0-9]{2,3}(?![0-9-])")
_EXTENSION = re.compile(r"(?:(?<![ก-๎])ต่อ|\bext\b\.?|\bextension\b)(?= ?[0-9])")
_NOT_DIALLED = re.compile(r"\(0\)|[^0-9+]")


def dialled(here: Here, written: str) -> tuple[Link, ...]:
    """What is written, cut into numbers with their tel: address and words that lead nowhere.

    A short number counts only before the first long one: behind it stand extensions.
    """
    text = written.translate(THAI_DIGITS)
    long = list(_LONG.finditer(text))
    numbers = [*_SHORT.finditer(text, 0, long[0].start() if long else len(text)), *long]
    parts, place = [], 0
    for number in numbers:
        parts.append(_beside(here, text[place : number.start()]))
        parts.append(Link(number[0], f"tel:{_NOT_DIALLED.sub('', number[0])}"))
        place = number.end()
    parts.append(_beside(here, text[place:]))
    return tuple(part for part in parts if str(part.text))


def _beside(here: Here, text: str) -> Link:
    return Link(here.written(_EXTENSION.sub(here.words("ext."), text)), "")

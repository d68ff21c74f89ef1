"""Number and day of contracts that stand together in one cell, as form สขร.1 wants them."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importers.columns import tidy
from generator.importers.values import DAY_ISO, DAY_NUMBERS, DAY_WORDS, is_nothing

_MARKED = re.compile(r"[\s,;/(–-]*(?:ลงวันที่|ลงวัน|ลว\.?|เมื่อวันที่|วันที่|ลงนาม)?\s*[:.]?[\s,;(]*$")
"""What stands between a number and its day."""
_BEFORE = re.compile(r"^[\s,;/).–-]*(?:และ)?\s*(?:สัญญาเลขที่|เลขที่สัญญา|เลขที่)?\s*[:.]?\s*")


LONGEST_NUMBER = 200
"""Characters of a contract's number with the words around it; what is longer is none."""


class Agreement(NamedTuple):
    """A contract's number and the match of its day, either of which may be missing."""

    number: str
    day: re.Match[str] | None


def agreements(cell: str) -> list[Agreement]:
    """Every contract that a cell names: each day closes the number before it."""
    text = tidy(cell)
    if is_nothing(text):
        return []
    found, start = [], 0
    for day in _days(text):
        found.append(Agreement(_number(text[start : day.start()]), day))
        start = day.end()
    rest = [_number(part) for part in text[start:].split("\n")]
    found.extend(Agreement(number, None) for number in rest if number)
    return _paired(found)


def _days(text: str) -> list[re.Match[str]]:
    """All days, from the left; a part of a day that was found is no other day."""
    found = sorted(
        (day for pattern in (DAY_ISO, DAY_WORDS, DAY_NUMBERS) for day in pattern.finditer(text)),
        key=lambda day: (day.start(), -day.end()),
    )
    days: list[re.Match[str]] = []
    for day in found:
        if not days or day.start() >= days[-1].end():
            days.append(day)
    return days


def _number(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) > LONGEST_NUMBER:
        return plain
    number = _BEFORE.sub("", _MARKED.sub("", plain))
    return "" if is_nothing(number) else number.strip(" ,;")


def _paired(found: list[Agreement]) -> list[Agreement]:
    """A day that stands before its number belongs to it, where there is one of each."""
    if len(found) == 2 and not found[0].number and found[1].day is None:
        return [Agreement(found[1].number, found[0].day)]
    return [agreement for agreement in found if agreement.number or agreement.day]

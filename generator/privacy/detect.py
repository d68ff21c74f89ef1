"""A text → the personal data in it, whatever its disguise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.privacy import contacts, homes, numbers, persons
from generator.privacy.finding import Finding
from generator.privacy.plain import Plain
from generator.privacy.setting import PLAIN, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Detector = Callable[[str, Setting], Iterator[Finding]]

DETECTORS: tuple[Detector, ...] = (
    numbers.national_ids,
    numbers.passports,
    numbers.bank_accounts,
    contacts.phones,
    contacts.lost_zeros,
    contacts.emails,
    contacts.line_ids,
    homes.licence_plates,
    homes.addresses,
    persons.names,
    persons.rolls,
    persons.birth_dates,
    persons.registered,
)
"""In the order of their certainty: where two find the same characters, the first is believed."""


def detect(
    text: str, setting: Setting = PLAIN, detectors: Iterable[Detector] = DETECTORS
) -> tuple[Finding, ...]:
    """Everything personal in a text that its setting does not make public, in order."""
    plain = Plain(text)
    found = _apart(f for detector in detectors for f in detector(plain.text, setting))
    shown = [
        Finding(f.kind, plain.source(f.start), plain.source(f.end - 1) + 1, f.value)
        for f in found
        if not setting.knows(f)
    ]
    if any(BARE.fullmatch(inside) is None for _, inside in plain.aside):
        starts, texts = zip(*plain.aside, strict=True)
        for number, f in _in_each(texts, setting, detectors):
            shown.append(Finding(f.kind, f.start + starts[number], f.end + starts[number], f.value))
    return tuple(sorted(shown, key=lambda f: f.start))


BARE = re.compile(r"/?[a-zA-Z0-9]+ ?/?")
"""A tag that says nothing but its name; what else stands in angle brackets is read by itself."""


def detect_each(texts: Iterable[str], setting: Setting = PLAIN) -> dict[str, list[Finding]]:
    """The same for many short texts: those in which something is personal, with what it is."""
    whole = tuple(dict.fromkeys(texts))
    found: dict[str, list[Finding]] = {}
    for number, one in _in_each(whole, setting, DETECTORS):
        found.setdefault(whole[number], []).append(one)
    return found


def _in_each(
    texts: tuple[str, ...], setting: Setting, detectors: Iterable[Detector]
) -> Iterator[tuple[int, Finding]]:
    """All texts read at once, which takes a fraction of the time: the number of each, and what is in it."""
    starts = [0, *accumulate(len(text) + len(APART) for text in texts)]
    for f in detect(APART.join(texts), setting, detectors):
        number = bisect_right(starts, f.start) - 1
        yield number, Finding(f.kind, f.start - starts[number], f.end - starts[number], f.value)


APART = "\n\x1e\n"
"""Over which nothing is read together."""


def _apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Findings without those that lie in one found before."""
    taken: list[tuple[int, int]] = []
    for one in found:
        place = bisect_left(taken, (one.start, one.end))
        before = place > 0 and taken[place - 1][1] > one.start
        after = place < len(taken) and taken[place][0] < one.end
        if not before and not after:
            taken.insert(place, (one.start, one.end))
            yield one

"""A text → the personal data in it, whatever its disguise."""

from __future__ import annotations

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
    return tuple(
        Finding(f.kind, plain.source(f.start), plain.source(f.end - 1) + 1, f.value)
        for f in sorted(found, key=lambda f: f.start)
        if not setting.knows(f)
    )


def _apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Findings without those that lie in one found before."""
    taken: list[tuple[int, int]] = []
    for one in found:
        if not any(start < one.end and one.start < end for start, end in taken):
            taken.append((one.start, one.end))
            yield one

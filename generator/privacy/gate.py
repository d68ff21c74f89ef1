"""The last gate: no ID number in anything that is about to be published, wherever it came from.

Every source was read before; this asks the finished pages and files once more, for the one kind of
number that its last digit proves and that no page may hold for any reason. A pass over a site of
seven megabytes costs a tenth of a CPU second.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Place, Rule, Words
from generator.privacy.finding import Finding, Kind, masked
from generator.privacy.numbers import checks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.disclosure import Disclosure

WHOLE = re.compile(
    r"[1-8๑-๘](?<![A-Za-z0-9๐-๙_.\-].)(?:\d{12}|([- .\u00a0])\d{4}\1\d{5}\1\d{2}\1\d)(?![A-Za-z0-9๐-๙_\-]|\.\d)"
)
"""Thirteen digits in one piece, or as the card prints them, also where a Thai word stands close by.

A pattern is found fastest by its first digit.
"""

NUMBERS = (Kind.NATIONAL_ID, Kind.TAX_ID)


def gate(address: str, text: str, disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Every ID number of a person in a page or a file that nobody released."""
    for found in WHOLE.finditer(text):
        number = re.sub(r"\D", "", found[0])
        if checks(number) and not _is_released(number, disclosure):
            yield ID_PUBLISHED.at(Place(address), shape=masked(found[0]))


def _is_released(number: str, disclosure: Disclosure) -> bool:
    agency = disclosure.agency.id
    prints = {(k, Finding(k, 0, 0, number).fingerprint(agency)) for k in NUMBERS}
    return any((release.kind, release.fingerprint) in prints for release in disclosure.releases)


ID_PUBLISHED = Rule(
    code="id-published",
    what=Words(
        "หน้าเว็บที่กำลังจะเผยแพร่มีเลขประจำตัวประชาชน {shape}",
        "What is about to be published holds a national ID number {shape}",
    ),
    why=Words("ไม่มีเหตุใดให้เผยแพร่เลขนี้", "There is no ground on which it may be published"),
    mend=Words("ลบเลขออกจากข้อมูลต้นทาง", "Take the number out of the data that the page is made of"),
)
RULES = (ID_PUBLISHED,)

"""Both languages, each in its own letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cache.once import once_each
from generator.checks.walk import records, texts
from generator.diagnostics import Rule, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.base import Record, Text
    from generator.model.disclosure import Disclosure

THAI_LETTER = re.compile("[\u0e01-\u0e2e]")


def both_languages(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """English beside every Thai text, in English letters.

    The title of a purchase and the reason for its choice are the e-GP system's own official Thai
    words, thousands of them: English pages show them as Thai, with English where it is given, and
    nobody is asked to translate them.
    """
    official = {id(text) for year in disclosure.procurement for text in texts(year.processes)}
    for text in (text for record in records(disclosure) for text in _doubtful(record)):
        if text.en is not None:
            yield THAI_IN_ENGLISH.at(text.locate("en"), text=_short(text.en))
        elif id(text) not in official:
            yield MISSING_ENGLISH.at(text.locate(), thai=_short(text.th))


@once_each
def _doubtful(record: Record) -> list[Text]:
    """Texts without English, or with Thai letters in it."""
    return [text for text in texts(record) if text.en is None or THAI_LETTER.search(text.en)]


def _short(text: str) -> str:
    most = 40
    return text if len(text) <= most else text[:most] + "…"


MISSING_ENGLISH = Rule(
    code="missing-english",
    severity=Severity.WARNING,
    what=Words('ไม่มีภาษาอังกฤษของ "{thai}"', 'There is no English for "{thai}"'),
    why=Words("หน้าภาษาอังกฤษจะแสดงภาษาไทยแทน", "The English page shows the Thai in its place"),
    mend=Words("เพิ่ม en:", "Add en:"),
)
THAI_IN_ENGLISH = Rule(
    code="thai-in-english",
    severity=Severity.WARNING,
    what=Words('ข้อความภาษาอังกฤษมีอักษรไทย: "{text}"', 'The English text has Thai letters: "{text}"'),
    why=Words(
        "ผู้อ่านภาษาอังกฤษและโปรแกรมอ่านหน้าจอจะสะดุด", "A reader and a screen reader stumble over them"
    ),
    mend=Words("แปล หรือถอดเป็นอักษรโรมัน", "Translate them, or write them in Latin letters"),
)

CHECKS = (both_languages,)
RULES = (MISSING_ENGLISH, THAI_IN_ENGLISH)

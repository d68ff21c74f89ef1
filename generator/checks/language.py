"""Both languages, each in its own letters."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule, Severity, Words
from generator.model.base import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.disclosure import Disclosure

THAI_LETTER = re.compile("[\u0e01-\u0e2e]")


def texts(value: Any) -> Iterator[Text]:
    """Every text below a value of the model."""
    if isinstance(value, Text):
        yield value
    for part in _parts(value):
        yield from texts(part)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, dict):
        return value.values()
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, f.name) for f in fields(value) if f.name != "written"]
    return ()


def both_languages(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """English beside every Thai text, in English letters."""
    for text in texts(disclosure):
        if text.en is None:
            yield MISSING_ENGLISH.at(text.locate(), thai=_short(text.th))
        elif THAI_LETTER.search(text.en):
            yield THAI_IN_ENGLISH.at(text.locate("en"), text=_short(text.en))


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

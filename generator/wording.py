"""Words of the interface, through gettext. The English sentence is the key; Thai is a catalogue."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path

from generator.cache import kept
from generator.frozen import frozen
from generator.model.base import Lang

LOCALES = Path(__file__).parent / "locales"


@frozen
class Wording:
    """Translations of one language."""

    lang: Lang
    messages: dict[str, str]

    def __call__(self, message: str, **slots: object) -> str:
        """The message in this language with its slots filled; an unknown one is a bug."""
        words = self.messages[message] if self.lang is Lang.TH else message
        return words.format_map(slots) if slots else words

    def count(self, one: str, many: str, number: int, **slots: object) -> str:
        """The message for a number of things; Thai has one form for all numbers."""
        return self(one if number == 1 else many, **slots)


@cache
def wording(lang: Lang) -> Wording:
    """The words of a language."""
    if lang is Lang.EN:
        return Wording(lang, {})
    return Wording(lang, messages((LOCALES / lang / "LC_MESSAGES" / "messages.po").read_bytes()))


@kept
def messages(catalogue: bytes) -> dict[str, str]:
    """Each message of a catalogue with its translation."""
    read_po = import_module("babel.messages.pofile").read_po  # it takes long to load
    found: dict[str, str] = {}
    for message in read_po(BytesIO(catalogue)):
        if not message.id:
            continue  # the catalogue's own head
        if isinstance(message.id, str):
            found[message.id] = str(message.string)
        elif message.string:
            found |= dict.fromkeys(message.id, message.string[0])
    return found

"""Words of the interface, through gettext. The English sentence is the key; Thai is a catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from generator.model.base import Lang

LOCALES = Path(__file__).parent / "locales"


@dataclass(frozen=True, slots=True)
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
    path = LOCALES / lang / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=lang)
    messages: dict[str, str] = {}
    for message in catalogue:
        if not message.id:
            continue  # the catalogue's own head
        if isinstance(message.id, str):
            messages[message.id] = str(message.string)
        elif message.string:
            messages |= dict.fromkeys(message.id, message.string[0])
    return Wording(lang, messages)

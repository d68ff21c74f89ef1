"""What is wrong, said without repeating what must not be published: messages outlive a mended file.

They stand in terminals, in the page over a preview, and in the logs of whoever checks a change.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Words
from generator.privacy.detect import detect_each
from generator.privacy.finding import Kind
from generator.privacy.setting import CALLED_PUBLIC
from generator.privacy.tables import CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.diagnostics import Diagnostic, Place

    Said = Callable[[str, Place], str]

OPENLY: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("agency.yml", "people.yml", "channels.yml"), CALLED_PUBLIC),
    **dict.fromkeys(("plan.yml", "procurement"), frozenset({Kind.NAME})),
}
"""What is public in which file or folder: names of officials and of suppliers, and contacts."""
LETTER = re.compile(r"[^\W_]|[\u0e30-\u0e4e]")


class Discretion:
    """Points for whatever is personal in what some problems repeat, and in lines that are shown too."""

    def __init__(
        self, diagnostics: Iterable[Diagnostic], lines: Iterable[tuple[str, Place]] = ()
    ) -> None:
        said = [*lines]

        def note(text: str, place: Place) -> str:
            said.append((text, place))
            return text

        for diagnostic in diagnostics:
            _retold(diagnostic, note)
        self._personal = detect_each(_read(text, place) for text, place in said)

    def hides(self, diagnostic: Diagnostic) -> Diagnostic:
        """The same problem, discreetly."""
        return _retold(diagnostic, self.hidden)

    def hidden(self, text: str, place: Place) -> str:
        """A text as long as it was, with points for what is personal in it."""
        for found in self._personal.get(_read(text, place), ()):
            if found.kind not in _public(place):
                said = LETTER.sub("•", text[found.start : found.end])
                text = text[: found.start] + said + text[found.end :]
        return text


def _public(place: Place) -> frozenset[Kind]:
    parts = PurePosixPath(place.file).parts
    return frozenset().union(*(OPENLY.get(part, frozenset()) for part in parts))


def _read(text: str, place: Place) -> str:
    """A text as its file divides it."""
    return text.replace(",", CELL) if place.file.endswith(".csv") else text


def _retold(diagnostic: Diagnostic, said: Said) -> Diagnostic:
    """The same problem with each of its texts as it is said."""
    place = diagnostic.place
    slots = {name: _each(slot, place, said) for name, slot in diagnostic.slots.items()}
    details = {name: _each(told, place, said) for name, told in diagnostic.details.items()}
    if slots == diagnostic.slots and details == diagnostic.details:
        return diagnostic
    return replace(diagnostic, slots=slots, details=details)


def _each(value: Any, place: Place, said: Said) -> Any:
    if isinstance(value, Words):
        return Words(said(value.th, place), said(value.en, place))
    if isinstance(value, str):
        return said(value, place)
    if isinstance(value, dict):
        return {name: _each(part, place, said) for name, part in value.items()}
    return [_each(part, place, said) for part in value] if isinstance(value, list) else value

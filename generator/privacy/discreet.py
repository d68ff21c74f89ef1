"""What is wrong, said without repeating what must not be published: messages outlive a mended file.

They stand in terminals, in the page over a preview, and in the logs of whoever checks a change.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Words
from generator.privacy.detect import detect
from generator.privacy.finding import Kind
from generator.privacy.setting import CALLED_PUBLIC, PLAIN
from generator.privacy.tables import CELL

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Place

OPENLY: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("agency.yml", "people.yml", "channels.yml"), CALLED_PUBLIC),
    **dict.fromkeys(("plan.yml", "procurement"), frozenset({Kind.NAME})),
}
"""What is public in which file or folder: names of officials and of suppliers, and contacts."""
LETTER = re.compile(r"[^\W_]|[\u0e30-\u0e4e]")


def discreet(diagnostic: Diagnostic) -> Diagnostic:
    """The same problem, with points for whatever is personal in what was typed."""
    place = diagnostic.place
    slots = {name: _hidden(slot, place) for name, slot in diagnostic.slots.items()}
    details = {name: _hidden(told, place) for name, told in diagnostic.details.items()}
    if slots == diagnostic.slots and details == diagnostic.details:
        return diagnostic
    return replace(diagnostic, slots=slots, details=details)


def hidden(text: str, place: Place) -> str:
    """A text as long as it was, with points for what is personal in it."""
    public = {kind for part in PurePosixPath(place.file).parts for kind in OPENLY.get(part, ())}
    read = text.replace(",", CELL) if place.file.endswith(".csv") else text
    for found in detect(read, PLAIN) if text else ():
        if found.kind not in public:
            said = LETTER.sub("•", text[found.start : found.end])
            text = text[: found.start] + said + text[found.end :]
    return text


def _hidden(value: Any, place: Place) -> Any:
    if isinstance(value, Words):
        return Words(hidden(value.th, place), hidden(value.en, place))
    if isinstance(value, str):
        return hidden(value, place)
    if isinstance(value, dict):
        return {name: _hidden(part, place) for name, part in value.items()}
    return [_hidden(part, place) for part in value] if isinstance(value, list) else value

"""An agency's folder → every personal datum that would be published, as diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.walk import below
from generator.model.base import Record, Text
from generator.privacy.detect import detect
from generator.privacy.files import written
from generator.privacy.releases import judged
from generator.privacy.setting import CALLED_PUBLIC, Setting
from generator.source import read_text
from generator.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.disclosure import Disclosure
    from generator.privacy.finding import Kind

DECLARING = ("agency.yml", "people.yml")
"""Files in which an agency says how it and its executives are reached; that is what they are for."""


def exposed(disclosure: Disclosure, folder: Path) -> list[Diagnostic]:
    """What must not be published, and releases that are expired or left behind."""
    name = _shown(disclosure)
    setting = _setting(disclosure, folder)
    found = (one for piece in written(folder, name) for one in piece.found(setting))
    return list(judged(found, disclosure.releases, disclosure.agency.id, today()))


def _shown(disclosure: Disclosure) -> str:
    """How diagnostics call the agency's folder."""
    return disclosure.agency.locate().file.rpartition("/")[0]


def _setting(disclosure: Disclosure, folder: Path) -> Setting:
    declared = set(_officials(disclosure))
    for file in DECLARING:
        text = read_text(folder / file, file)[0] if (folder / file).exists() else None
        declared |= {
            (found.kind, found.value) for found in detect(text or "") if found.kind in CALLED_PUBLIC
        }
    return Setting(declared=frozenset(declared))


def _officials(disclosure: Disclosure) -> Iterator[tuple[Kind, str]]:
    """Who signed, with a position beside the name."""
    for record in below(disclosure.plan.announcement, Record):
        name, position = getattr(record, "name", None), getattr(record, "position", None)
        if isinstance(name, Text) and isinstance(position, Text):
            for found in detect(f"{name.th}\n{name.en or ''}"):
                yield found.kind, found.value

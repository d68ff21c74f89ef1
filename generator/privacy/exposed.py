"""An agency's folder → every personal datum that would be published, as diagnostics."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.attachments import Cleaned, attached, cleaned
from generator.attachments.refusal import FILE_CLEANED
from generator.cache.served import unless_touched
from generator.checks.walk import below
from generator.diagnostics import Diagnostic, Place, Words
from generator.model.base import Record, Text
from generator.privacy.attached import attached_pieces, is_clean
from generator.privacy.detect import detect
from generator.privacy.files import found_in, holds_nothing, texts
from generator.privacy.finding import Kind
from generator.privacy.persons import named
from generator.privacy.plain import Plain
from generator.privacy.releases import judged
from generator.privacy.setting import CALLED_PUBLIC, Setting
from generator.source.files import read_text
from generator.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.privacy.pieces import Found

DECLARING = ("agency.yml", "people.yml", "complaints/channels.yml")
"""Files in which an agency says how it and its executives are reached; that is what they are for."""


def exposed(disclosure: Disclosure, folder: Path) -> list[Diagnostic]:
    """What must not be published, and releases that are expired or left behind."""
    name = _shown(disclosure)
    setting = setting_of(disclosure, folder)
    problems: list[Diagnostic] = []
    found = (*found_in(folder, name, setting), *_attached(folder, name, setting, problems))
    problems += judged(found, disclosure.releases, disclosure.agency.id, today())
    return problems


def look_through(folder: Path) -> None:
    """Does ahead, and keeps, what of this search needs no record: texts that hold nothing, clean files."""
    for where, file in texts(folder):
        text = read_text(Path(where), file)[0]
        if text is not None:
            holds_nothing(text, file)
    for path in attached(folder):
        cleaned(path, path.name)


def _attached(
    folder: Path, name: str, setting: Setting, problems: list[Diagnostic]
) -> Iterator[Found]:
    """The attached files as they would be published, and what is to be said of their cleaning."""
    for path in attached(folder):
        file = PurePosixPath(path.relative_to(folder).as_posix())
        shown = f"{name}/{file}"
        clean = cleaned(path, shown)
        if isinstance(clean, Cleaned):
            if clean.removed:
                problems.append(FILE_CLEANED.at(Place(shown), removed=_listed(clean.removed)))
            if not is_clean(str(file), clean.content, shown, setting.listed):
                pieces = attached_pieces(file, clean.content, shown)
                yield from (one for piece in pieces for one in piece.found(setting))
        else:
            problems.append(clean)


def _listed(removed: tuple[Words, ...]) -> Words:
    return Words(", ".join(words.th for words in removed), ", ".join(words.en for words in removed))


def _shown(disclosure: Disclosure) -> str:
    """How diagnostics call the agency's folder."""
    return disclosure.agency.locate().file.rpartition("/")[0]


def setting_of(disclosure: Disclosure, folder: Path) -> Setting:
    """What an agency declares as its own: contacts, and officials by name."""
    declared = set(_officials(disclosure))
    for file in DECLARING:
        declared |= _contacts(folder / file, file)
    return Setting(declared=frozenset(declared))


@unless_touched
def _contacts(path: Path, file: str) -> frozenset[tuple[Kind, str]]:
    """How an agency's own file says that it is reached."""
    text = read_text(path, file)[0] if path.exists() else None
    found = detect(text or "")
    return frozenset((one.kind, one.value) for one in found if one.kind in CALLED_PUBLIC)


def _officials(disclosure: Disclosure) -> Iterator[tuple[Kind, str]]:
    """Who signed, and who holds a post: everybody with a position beside the name."""
    for record in below((disclosure.plan.announcement, disclosure.people), Record):
        name, position = getattr(record, "name", None), getattr(record, "position", None)
        if isinstance(name, Text) and isinstance(position, Text):
            for typed in (name.th, name.en or ""):
                found = named(Plain(typed).text)
                yield from ((Kind.NAME, value) for value in found or [" ".join(typed.split())])

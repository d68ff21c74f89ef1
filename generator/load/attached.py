"""The files that `evidence.yml` names: whether they are there, and whether a machine can read them.

A scanned document is a picture of words: search engines, screen readers and the assessor's tools find
nothing in it. Source: the introduction of the ITA form of 2569 asks for data in machine-readable form.
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from typing import TYPE_CHECKING

from generator.model.evidence import AttachedFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.evidence import Evidence

FOLDER = "files"
TEXT = {".csv", ".docx", ".html", ".json", ".ods", ".odt", ".txt", ".xlsx", ".xml"}
"""Kinds of files that hold words as words."""
LARGEST = 100 * 1024 * 1024
"""Bytes; a larger file is not read, and proves nothing."""


def attached(folder: Path, evidence: Evidence) -> tuple[AttachedFile, ...]:
    """Each file once, in the order of its name; what points out of `files/` is not there."""
    names = sorted({entry.file for entry in evidence.files})
    return tuple(_found(folder / FOLDER, names))


def _found(files: Path, names: list[str]) -> Iterator[AttachedFile]:
    for name in names:
        path = files / name
        if path.is_file() and path.resolve().is_relative_to(files.resolve()):
            yield _file(path, name)


def _file(path: Path, name: str) -> AttachedFile:
    if path.stat().st_size > LARGEST:
        return AttachedFile(name, "", readable=False)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return AttachedFile(name, digest, readable=_readable(path))


def _readable(path: Path) -> bool:
    kind = path.suffix.lower()
    if kind != ".pdf":
        return kind in TEXT
    words = import_module("generator.attachments.words")  # its library is heavy, and seldom needed
    return bool(words.has_words(path))

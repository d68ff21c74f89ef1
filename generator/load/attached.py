"""The files that `evidence.yml` names: whether they are there, and whether a machine can read them.

A scanned document is a picture of words: search engines, screen readers and the assessor's tools find
nothing in it. Source: the introduction of the ITA form of 2569 asks for data in machine-readable form.
"""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.model.evidence import AttachedFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.evidence import Evidence

FOLDER = "files"
TEXT = {".csv", ".docx", ".html", ".json", ".ods", ".odt", ".txt", ".xlsx", ".xml"}
"""Kinds of files that hold words as words."""
ENOUGH = 40
"""Letters that a PDF must hold to be more than stamps and page numbers on a scan."""
LARGEST = 100 * 1024 * 1024
"""Bytes; a larger file is not read, and proves nothing."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


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
    return kind in TEXT or (kind == ".pdf" and _has_words(path))


def _has_words(path: Path) -> bool:
    """Whether the pages of a PDF hold text; a damaged or locked one holds none for us."""
    letters = 0
    try:
        for page in PdfReader(path).pages:
            letters += sum(character.isalpha() for character in page.extract_text())
            if letters >= ENOUGH:
                return True
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return False
    return False

"""Attached files as they would be published → pieces to look through."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.cache import kept
from generator.privacy.files import csv_table
from generator.privacy.pieces import Cells, Lines, Piece, Whole
from generator.privacy.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

    from generator.privacy.finding import Kind


@kept
def is_clean(file: str, content: bytes, name: str, declared: tuple[tuple[Kind, str], ...]) -> bool:
    """Whether a file holds nothing personal; what it holds is never kept."""
    setting = Setting(declared=frozenset(declared))
    pieces = attached_pieces(PurePosixPath(file), content, name)
    return not any(True for piece in pieces for _ in piece.found(setting))


def attached_pieces(file: PurePath, content: bytes, name: str) -> Iterator[Piece]:
    """Everything that can be read in a file; its name and its folders' are read too."""
    shown, suffix = file.as_posix(), file.suffix.lower()
    yield Whole(re.sub(r"[_+]", " ", "\n\n".join(file.with_suffix("").parts)), name, shown)
    if suffix == ".csv":
        yield Cells(csv_table(content.decode("utf-8-sig"), name), shown)
    elif suffix == ".svg":
        yield Lines(content.decode(), name, shown)
    elif suffix in READERS:
        yield from import_module(f"generator.privacy.{READERS[suffix]}").pieces(
            content, name, shown
        )


READERS = {".pdf": "pdf", ".xlsx": "workbook"}
"""Modules whose libraries are loaded when needed. Of a picture nothing is left but its pixels, at
which a person has to look."""

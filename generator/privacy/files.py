"""Every file of an agency's folder whose words can reach a page → pieces to look through."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from generator.diagnostics import Place
from generator.privacy.pieces import Cells, Lines, Piece, Whole
from generator.privacy.tables import Table
from generator.source import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = {".yml", ".yaml", ".md", ".csv", ".json", ".txt"}
ATTACHED = "files"
"""The folder of files that are published as they are, after cleaning."""


def written(folder: Path, name: str) -> Iterator[Piece]:
    """What officers wrote: records, tables, pages; and the names of these files."""
    for path in sorted(folder.rglob("*")):
        file = path.relative_to(folder).as_posix()
        if path.suffix.lower() in TEXTS and path.is_file() and not file.startswith(f"{ATTACHED}/"):
            yield from _text(path, f"{name}/{file}", file)


def _text(path: Path, name: str, file: str) -> Iterator[Piece]:
    """A file that is no text is told by the loader, and reaches no page."""
    text, _ = read_text(path, name)
    if text is None:
        return
    yield Whole(path.stem.replace("_", " "), name, file)
    if path.suffix.lower() == ".csv":
        yield Cells(csv_table(text, name), file)
    else:
        yield Lines(text, name, file, wrapped=path.suffix.lower() == ".md")


def csv_table(text: str, name: str) -> Table:
    """The cells of a CSV text, each with the line of its row and the column where it begins."""
    reader = csv.reader(StringIO(text, newline=""))
    rows: list[list[str]] = []
    lines: list[int] = []
    line = 1
    for cells in reader:
        rows.append(cells)
        lines.append(line)
        line = reader.line_num + 1

    def place(row: int, column: int) -> Place:
        before = sum(len(cell) + 1 for cell in rows[row][:column])
        return Place(name, lines[row], before + 1)

    return Table(rows, place)

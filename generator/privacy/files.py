"""Every file of an agency's folder whose words can reach a page → pieces to look through."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.cache import kept
from generator.cache.served import unless_touched
from generator.diagnostics import Place
from generator.privacy.pieces import Cells, Lines, Piece, Whole
from generator.privacy.setting import PLAIN, Setting
from generator.privacy.tables import Table
from generator.source.files import names_below, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.finding import Kind
    from generator.privacy.pieces import Found

TEXTS = (".yml", ".yaml", ".md", ".csv", ".json", ".txt")
ATTACHED = "files"
"""The folder of files that are published as they are, after cleaning."""


def found_in(folder: Path, name: str, setting: Setting) -> Iterator[Found]:
    """The personal data in what officers wrote: records, tables, pages; and these files' names.

    A file that is no text is told by the loader, and reaches no page.
    """
    declared = setting.listed
    for path, file in texts(folder):
        shown = f"{name}/{file}"
        if not _is_clean_file(path, shown, file, declared):
            text = read_text(Path(path), shown)[0] or ""
            yield from (one for piece in _pieces(text, shown, file) for one in piece.found(setting))


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """What officers wrote: where each file is, and its name below the folder."""
    root = folder.as_posix()
    for file in names_below(folder):
        if file.lower().endswith(TEXTS) and not file.startswith(f"{ATTACHED}/"):
            yield f"{root}/{file}", file


@unless_touched
def _is_clean_file(path: str, name: str, file: str, declared: tuple[tuple[Kind, str], ...]) -> bool:
    text, _ = read_text(Path(path), name)
    return text is None or holds_nothing(text, file) or is_clean(text, file, declared)


@kept
def holds_nothing(text: str, file: str) -> bool:
    """Whether nothing in a text is personal whatever the agency declares, as in nearly all."""
    return _is_clean(text, file, PLAIN)


@kept
def is_clean(text: str, file: str, declared: tuple[tuple[Kind, str], ...]) -> bool:
    """Whether a text holds nothing personal; what it holds is never kept."""
    return _is_clean(text, file, Setting(declared=frozenset(declared)))


def _is_clean(text: str, file: str, setting: Setting) -> bool:
    return not any(True for piece in _pieces(text, file, file) for _ in piece.found(setting))


def _pieces(text: str, name: str, file: str) -> Iterator[Piece]:
    path = PurePosixPath(file)
    yield Whole("\n\n".join(path.with_suffix("").parts).replace("_", " "), name, file)
    if path.suffix.lower() == ".csv":
        try:
            yield Cells(csv_table(text, name), file)
        except (
            csv.Error
        ):  # told by whoever reads the table; what stands in it is searched all the same
            yield Lines(text, name, file)
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

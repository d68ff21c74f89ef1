"""What can be read in an XLSX workbook: cells, and the words around them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineWorkbook

from generator.diagnostics import Place
from generator.privacy.pieces import Cells, Piece, Whole
from generator.privacy.tables import ROW, Table

if TYPE_CHECKING:
    from collections.abc import Iterator


def pieces(content: bytes, name: str, file: str) -> Iterator[Piece]:
    """Sheets by cell, then properties, drawings, headers and links."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    for title in book.sheet_names:
        sheet = book.get_sheet_by_name(title)
        yield Whole(title, f"{name}#{title}", file)
        yield Cells(_sheet(sheet, f"{name}#{title}"), file)
    yield from _other_parts(content, name, file)


def _sheet(sheet: Any, name: str) -> Table:
    first_row, first_column = sheet.start or (0, 0)

    def place(row: int, column: int) -> Place:
        return Place(f"{name}!{_letters(first_column + column)}{first_row + row + 1}")

    rows = [[_shown(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
    return Table(rows, place)


def _shown(cell: object) -> str:
    """A cell as its reader sees it: whole numbers without decimals."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


CELL_PARTS = re.compile(
    r"xl/(?:sharedStrings|theme/.*|worksheets/.*)\.xml$|\.(?:rels|png|jpe?g|webp|gif|emf|wmf)$"
)
"""Parts that are read as cells, or hold no words."""
AROUND = re.compile(
    r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)<|<formula\d?>([^<]*)<|<(?:f|customF)ilter [^>]*?val=\"([^\"]*)\"|"
    r"(?:location|display|tooltip|ref:?|codeName)=\"([^\"]*)\""
)
"""What a sheet says beside its cells: at the head and foot of its pages, in rules, filters and links."""
PLACED = re.compile(r"&amp;(?:[LCR]|\"[^\"]*\")")
"""What says where words stand in a head, and in which typeface."""
FORMATS = re.compile(r"(?:formatCode|name)=\"([^\"]*)\"")
SAID = re.compile(r">([^<]+)<|=\"([^\"]*)\"")
"""Words between tags, and those of attributes: of tables, descriptions of pictures."""


def _other_parts(content: bytes, name: str, file: str) -> Iterator[Piece]:
    """Words of a workbook that stand in no cell: properties, drawings, charts, headers, links."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        for part in packed.namelist():
            if part.endswith((".xml", ".rels")):
                text = packed.read(part).decode("utf-8", errors="replace")
                said = ROW.join(PLACED.sub("\n", one) for one in _said(part, text))
                if said.strip():
                    yield Whole(said, f"{name}#{part}", file)


def _said(part: str, text: str) -> Iterator[str]:
    """The words of a part, each by itself."""
    if part.endswith(".rels"):
        yield from re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', text)
    elif part == "xl/styles.xml":
        yield from FORMATS.findall(text)
    elif part.startswith("xl/worksheets/"):
        yield from map("".join, AROUND.findall(text))
    elif not CELL_PARTS.search(part):
        yield from map("".join, SAID.findall(text))

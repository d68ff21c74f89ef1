"""What a workbook holds beside its values: formulas without a value, hidden rows, far cells.

The reader of values does not tell these; they are found in one pass over the XML of each sheet.
A document type declaration ends the reading, so no entity can unfold.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from generator.importers.grid import Area

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import IO

    Attributes = dict[str, str]


@dataclass(slots=True)
class Structure:
    """One sheet, without its values."""

    stale: set[tuple[int, int]] = field(default_factory=set)
    faulty: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    """The last row and the last column that hold something."""
    values: int = 0


@dataclass(slots=True)
class Contents:
    """A packed workbook: its sheets by name, and what else is in it."""

    sheets: dict[str, Structure]
    macros: bool = False
    pivots: bool = False
    date1904: bool = False


class Suspicious(Exception):
    """The XML declares a document type, which no workbook does."""


def xlsx(path: Path) -> Contents:
    """What an XLSX or XLSM holds beside its values."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.namelist()
        book = _Book()
        _parse(archive.open("xl/workbook.xml"), book.start)
        targets: dict[str, str] = {}
        _parse(archive.open("xl/_rels/workbook.xml.rels"), _targets(targets))
        sheets = {}
        for name, relation in book.sheets:
            part = _part(targets.get(relation, ""))
            scan = _XlsxSheet()
            if part in parts and "/worksheets/" in part:
                _parse(archive.open(part), scan.start, scan.characters)
                scan.end_cell()
            sheets[name] = scan.found
        return Contents(
            sheets,
            macros=any(part.endswith("vbaProject.bin") for part in parts),
            pivots=any(part.startswith("xl/pivotCache/") for part in parts),
            date1904=book.date1904,
        )


def ods(path: Path) -> Contents:
    """What an ODS holds beside its values."""
    scan = _Ods()
    with zipfile.ZipFile(path) as archive:
        _parse(archive.open("content.xml"), scan.start, end=scan.end)
        macros = any(part.startswith("Basic/") for part in archive.namelist())
    return Contents(scan.sheets, macros=macros, pivots=scan.pivots)


def _parse(
    stream: IO[bytes],
    start: Callable[[str, Attributes], None],
    characters: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    parser: Any = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    with stream:
        parser.ParseFile(stream)


def _refuse(*_: object) -> None:
    raise Suspicious


def _targets(found: dict[str, str]) -> Callable[[str, Attributes], None]:
    def start(name: str, attributes: Attributes) -> None:
        if name.endswith("Relationship"):
            found[attributes["Id"]] = attributes["Target"]

    return start


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


class _Book:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.date1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        name = name.rpartition(":")[2]
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), relation))
        elif name == "workbookPr":
            self.date1904 = attributes.get("date1904", "0") in {"1", "true"}


class _XlsxSheet:
    """Cells come in the order of the sheet; a cell ends where the next element begins."""

    def __init__(self) -> None:
        self.found = Structure()
        self.row = 0
        self.column = 0
        self.formula = self.in_value = self.filled = self.is_text = False
        self.handlers = {
            "c": self.cell, "row": self.begin_row, "f": self.begin_formula, "v": self.begin_value,
            "is": self.begin_value, "col": self.columns, "mergeCell": self.merge,
        }  # fmt: skip

    def start(self, name: str, attributes: Attributes) -> None:
        handler = self.handlers.get(name) or self.handlers.get(name.rpartition(":")[2])
        if handler:
            handler(attributes)

    def characters(self, text: str) -> None:
        if self.in_value and not self.filled and text.strip():
            self.filled = True

    def end_cell(self) -> None:
        """What a cell turned out to hold."""
        found = self.found
        if self.filled:
            found.values += 1
            found.last_row = max(found.last_row, self.row)
            found.last_column = max(found.last_column, self.column)
        elif self.formula and not self.is_text:
            found.stale.add((self.row, self.column))
        self.formula = self.in_value = self.filled = False

    def begin_row(self, attributes: Attributes) -> None:
        self.end_cell()
        self.row = int(attributes.get("r", self.row + 1))
        self.column = 0
        if attributes.get("hidden") in {"1", "true"}:
            self.found.hidden_rows.add(self.row)

    def cell(self, attributes: Attributes) -> None:
        self.end_cell()
        reference = attributes.get("r")
        self.column = _column(reference) if reference else self.column + 1
        self.is_text = attributes.get("t") == "str"
        if attributes.get("t") == "e":
            self.found.faulty.add((self.row, self.column))

    def begin_formula(self, _: Attributes) -> None:
        self.formula, self.in_value = True, False

    def begin_value(self, _: Attributes) -> None:
        self.in_value = True

    def columns(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in {"1", "true"}:
            last = min(int(attributes["max"]), 16384)
            self.found.hidden_columns.update(range(int(attributes["min"]), last + 1))

    def merge(self, attributes: Attributes) -> None:
        self.end_cell()
        first, _, last = attributes.get("ref", "A1").partition(":")
        top, bottom = _row(first), _row(last or first)
        self.found.merged.append(Area(top, _column(first), bottom, _column(last or first)))


def _column(reference: str) -> int:
    number = 0
    for character in reference:
        if not character.isalpha():
            break
        number = number * 26 + ord(character.upper()) - 64
    return number


def _row(reference: str) -> int:
    return int(re.sub("[^0-9]", "", reference) or 1)


class _Ods:
    """ODS repeats equal rows and cells by a number instead of writing them out."""

    def __init__(self) -> None:
        self.sheets: dict[str, Structure] = {}
        self.found = Structure()
        self.row = self.row_repeat = 0
        self.column = self.columns = 0
        self.pivots = False
        self.handlers = {
            "table:table": self.table, "table:table-column": self.define,
            "table:table-row": self.begin_row, "table:table-cell": self.cell,
            "table:covered-table-cell": self.cell, "table:data-pilot-table": self.pivot,
        }  # fmt: skip

    def start(self, name: str, attributes: Attributes) -> None:
        if name in self.handlers:
            self.handlers[name](attributes)

    def end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.row_repeat - 1

    def table(self, attributes: Attributes) -> None:
        self.found = self.sheets.setdefault(attributes.get("table:name", ""), Structure())
        self.row = self.columns = 0

    def pivot(self, _: Attributes) -> None:
        self.pivots = True

    def define(self, attributes: Attributes) -> None:
        number = int(attributes.get("table:number-columns-repeated", "1"))
        if attributes.get("table:visibility") in {"collapse", "filter"}:
            last = min(self.columns + number, 16384)
            self.found.hidden_columns.update(range(self.columns + 1, last + 1))
        self.columns += number

    def begin_row(self, attributes: Attributes) -> None:
        self.row += 1
        self.column = 0
        self.row_repeat = int(attributes.get("table:number-rows-repeated", "1"))
        if attributes.get("table:visibility") in {"collapse", "filter"}:
            last = min(self.row + self.row_repeat, 1_048_577)
            self.found.hidden_rows.update(range(self.row, last))

    def cell(self, attributes: Attributes) -> None:
        first, found = self.column + 1, self.found
        repeat = int(attributes.get("table:number-columns-repeated", "1"))
        self.column += repeat
        down = int(attributes.get("table:number-rows-spanned", "1"))
        across = int(attributes.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            found.merged.append(Area(self.row, first, self.row + down - 1, first + across - 1))
        if "office:value-type" in attributes or "calcext:value-type" in attributes:
            found.values += repeat * self.row_repeat
            found.last_row = max(found.last_row, self.row + self.row_repeat - 1)
            found.last_column = max(found.last_column, self.column)
            if attributes.get("calcext:value-type") == "error":
                found.faulty.add((self.row, first))
        elif "table:formula" in attributes:
            found.stale.add((self.row, first))

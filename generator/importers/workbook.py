"""A file → a workbook of visible sheets, or one message why not. Formulas and macros never run."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    ZipError,
)

from generator.diagnostics import Diagnostic, Rule, Words
from generator.importers import structure, text
from generator.importers.archive import BROKEN_WORKBOOK, PROTECTED, Format, recognized
from generator.importers.grid import Area, Sheet, Workbook, letters, whole
from generator.importers.structure import Contents, Structure

if TYPE_CHECKING:
    from pathlib import Path

CELLS_LIMIT = 5_000_000
"""Cells of the rectangle from A1 to the last value: 200,000 lines of 25 columns."""


def opened(path: Path) -> Workbook | Diagnostic:
    """The visible sheets of a file with their values and places."""
    name = path.name
    format_ = recognized(path, name)
    if isinstance(format_, Diagnostic):
        return format_
    if format_ is Format.CSV:
        return text.table(path.read_bytes(), name)
    try:
        contents = _contents(path, format_)
        far = _too_far(contents, name)
        return far or _values(path, name, contents, format_)
    except PasswordError:
        return PROTECTED.at(whole(name))
    except structure.Suspicious:
        return BROKEN_WORKBOOK.at(whole(name))
    except (CalamineError, ZipError, zipfile.BadZipFile, ExpatError, OSError, KeyError, ValueError):
        return BROKEN_WORKBOOK.at(whole(name))


def _contents(path: Path, format_: Format) -> Contents:
    if format_ is Format.XLSX:
        return structure.xlsx(path)
    return structure.ods(path) if format_ is Format.ODS else Contents({})


def _too_far(contents: Contents, name: str) -> Diagnostic | None:
    """Values far from all others make a rectangle that no memory holds."""
    for sheet, found in contents.sheets.items():
        if found.last_row * found.last_column > CELLS_LIMIT or found.values > CELLS_LIMIT:
            place = Sheet(book=name, name=sheet, rows=[]).place(found.last_row, found.last_column)
            last = f"{letters(found.last_column)}{found.last_row}"
            return FAR_CELL.at(place, cell=last, rows=found.last_row, columns=found.last_column)
    return None


def _values(path: Path, name: str, contents: Contents, format_: Format) -> Workbook | Diagnostic:
    sheets, hidden = [], []
    with CalamineWorkbook.from_path(path) as book:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            if about.visible is not SheetVisibleEnum.Visible:
                hidden.append(about.name)
                continue
            sheets.append(_sheet(book, name, about.name, contents))
    return Workbook(
        name=name,
        sheets=tuple(sheets),
        hidden_sheets=tuple(hidden),
        macros=contents.macros,
        pivots=contents.pivots,
        blind=format_ is Format.XLS,
    )


def _sheet(book: CalamineWorkbook, file: str, name: str, contents: Contents) -> Sheet:
    read = book.get_sheet_by_name(name)
    found = contents.sheets.get(name) or Structure()
    merged = [
        Area(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in read.merged_cell_ranges or ()
    ]
    return Sheet(
        book=file,
        name=name,
        rows=[list(row) for row in read.to_python(skip_empty_area=False)],
        merged=tuple(found.merged or merged),
        stale=frozenset(found.stale),
        faulty=frozenset(found.faulty),
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
        date1904=contents.date1904,
    )


FAR_CELL = Rule(
    code="far-cell",
    what=Words(
        "ตารางกว้างถึงช่อง {cell} ({rows} แถว {columns} คอลัมน์)",
        "The sheet reaches to the cell {cell} ({rows} rows, {columns} columns)",
    ),
    why=Words(
        "มักมีค่าหลุดไปอยู่ไกลจากตาราง และเครื่องจะอ่านไม่ไหว",
        "A value has probably slipped far from the table, and no computer could hold it all",
    ),
    mend=Words(
        "ลบแถวและคอลัมน์ว่างใต้และขวาของตาราง แล้วบันทึกใหม่",
        "Delete the rows below and the columns beside the table, and save it again",
    ),
)
RULES = (FAR_CELL,)

"""A workbook as a neutral grid: sheets of plain values, whatever program wrote the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from generator.diagnostics import Place

Value = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds; an empty cell holds an empty text."""

LONG_NUMBER = re.compile(r"[0-9๐-๙](?:[\s.\-–—_]{0,3}[0-9๐-๙]){12,}")
"""Thirteen digits or more, however they are spaced: a tax number, which is a person's national ID."""


class Area(NamedTuple):
    """A rectangle of cells, all four edges included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One visible sheet; row 1 of the sheet is `rows[0]`, also where it is empty."""

    book: str
    """The file as messages call it."""
    name: str
    """Empty for CSV, which has no sheets."""
    rows: list[list[Value]]
    merged: tuple[Area, ...] = ()
    stale: frozenset[tuple[int, int]] = frozenset()
    """Cells with a formula that nobody calculated, so that their value is unknown."""
    faulty: frozenset[tuple[int, int]] = frozenset()
    """Cells whose value is an error such as #REF!."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    date1904: bool = False
    """Whether days are counted from 1904, as old Macintosh workbooks do."""

    def value(self, row: int, column: int) -> Value:
        """What a cell holds."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]

    def place(self, row: int, column: int) -> Place:
        """Where a cell is: the file with the sheet, the row as line, the column."""
        return Place(_named(self.book, self.name), row, column)


@lru_cache(maxsize=64)
def _named(book: str, sheet: str) -> str:
    """The file with the sheet; one text for all of its places."""
    return f"{book} › {sheet}" if sheet else book


@dataclass(slots=True, kw_only=True)
class Workbook:
    """The visible sheets of a file, and what was seen in it but never read."""

    name: str
    sheets: tuple[Sheet, ...]
    hidden_sheets: tuple[str, ...] = ()
    macros: bool = False
    pivots: bool = False
    blind: bool = False
    """The format does not tell hidden rows and columns or errors from others (XLS)."""
    encoding: str = ""
    """How a text file was encoded, where it was not UTF-8."""


def letters(column: int) -> str:
    """The name of a column: 1 → A, 28 → AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_name(place: Place) -> str:
    """B7; empty for a place that is a whole file."""
    return f"{letters(place.column)}{place.line}" if place.column and place.line else ""


def where(place: Place) -> str:
    """File › sheet › B7."""
    return " › ".join(part for part in (place.file, cell_name(place)) if part)


def whole(file: str) -> Place:
    """A place that is the file itself."""
    return Place(file, 0, 0)


def text_of(value: Value) -> str:
    """A value as a person would type it: whole numbers without a point, days in ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    return str(value)


def quoted(value: Value) -> str:
    """A value for messages and reports: short, on one line, and never a thirteen-digit number."""
    shown = LONG_NUMBER.sub("#" * 13, " ".join(text_of(value).split()))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


LONGEST = 160
"""Characters of a cell that a message quotes."""

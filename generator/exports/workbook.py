"""Tables as an XLSX workbook: a sheet to read first, then a sheet for each table.

No cell holds a formula: words are written as words, whatever they begin with. The same content
gives the same bytes, since the only date in the file is that of the data.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from math import ceil
from typing import TYPE_CHECKING

from generator.cache import kept
from generator.exports.about import standing, told
from generator.exports.drawing import Drawing, Noted
from generator.exports.table import UNIT_WORDS, Type, Unit
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.diagnostics import Words
    from generator.edition import Edition
    from generator.exports.drawing import Sheet, Style
    from generator.exports.table import Book, Column, Table

FIRST_SHEET = "อ่านก่อน Read first"
NO_DAY = date(2000, 1, 1)
"""Stands as a workbook's date where the data has none; a clock would change the file daily."""
A4 = 9
"""XlsxWriter's number of the paper."""
LONGEST_CELL = 32_767
"""Characters that Excel holds in a cell."""
CUT = "… (ข้อความเต็มอยู่ในไฟล์ CSV · the whole text is in the CSV file)"
WIDEST, NARROWEST = 60, 8
LINE_HEIGHT, TALLEST = 15.0, 400.0
"""Points: of a line in the usual typeface, and of the tallest row (Excel's own limit is 409)."""
NO_WIDTH = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
"""Thai vowels and marks above and below a letter."""
"""Widths of columns, in characters."""
LOOKED_AT = 200
"""Rows by which a column's width is chosen."""


class Pen:
    """A new workbook with the formats that its sheets share."""

    def __init__(
        self,
        title: str,
        author: str,
        said: Words,
        day: date | None = None,
        drawing: type[Drawing] = Noted,
    ) -> None:
        self.notice = f"{said.th} · {said.en}"
        self.drawing = drawing(
            {
                "title": title,
                "author": author,
                "comments": self.notice,
                "created": datetime.combine(day or NO_DAY, time()),
            }
        )
        self.head = self.format(bold=True, text_wrap=True, bg_color="#DCE9EA", border=1)
        self.title = self.format(bold=True, font_size=14)
        self.bold = self.format(bold=True, text_wrap=True)
        self.warning = self.format(bold=True, font_color="#8D2F2A", text_wrap=True)
        self.wrapped = self.format(text_wrap=True)
        self.link = self.format(underline=1, font_color="#0B5566")
        self.baht = self.format(num_format="#,##0.00")
        self.number = self.format()
        self.plain = self.format(num_format="0")
        self.day = self.format(num_format="yyyy-mm-dd", align="left")

    @classmethod
    def of(cls, title: str, edition: Edition, day: date | None = None) -> Pen:
        """For a workbook of an agency, which says what its data is."""
        return cls(title, edition.disclosure.agency.name.th, standing(edition), day)

    def format(self, **properties: object) -> Style:
        """A format, its text at the top of the cell."""
        return self.drawing.style(valign="top", **properties)

    def sheet(self, name: str) -> Sheet:
        """A sheet that prints across A4, as wide as the paper, with what the data is at its foot."""
        sheet = self.drawing.sheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&8{self.notice.replace('&', '&&')[:200]}&R&P/&N")
        return sheet

    def write(self, sheet: Sheet, row: int, column: int, text: str, style: Style) -> None:
        """Words as words."""
        whole = text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT
        sheet.write_string(row, column, whole, style)

    def writes(self, sheet: Sheet, column: Column) -> Callable[[int, int, str], object]:
        """What writes a table's cells: a number as a number, a day as a day, words as words."""
        style = _style(self, column)
        if column.type in {Type.INTEGER, Type.NUMBER}:
            return lambda row, at, text: sheet.write_number(row, at, float(text), style)
        if column.type is Type.DATE:
            return lambda row, at, text: sheet.write_datetime(
                row, at, datetime.fromisoformat(text), style
            )
        return lambda row, at, text: self.write(sheet, row, at, text, style)

    def fit(self, sheet: Sheet, row: int, texts: Iterable[tuple[str, float]], line: float) -> None:
        """Makes a row tall enough for texts in columns of certain widths.

        Excel would do it by itself when it opens the file; other programs would not.
        """
        _heighten(sheet, row, max((lines_of(*text) for text in texts), default=1), line)

    def bytes(self) -> bytes:
        """The finished file."""
        return self.drawing.file()


def _heighten(sheet: Sheet, row: int, lines: int, line: float) -> None:
    if lines > 1 or line > LINE_HEIGHT:
        sheet.set_row(row, min(TALLEST, lines * line))


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width, at most: words do not break evenly."""
    if len(text) <= width * 0.8 and "\n" not in text:
        return 1
    room = width * 0.9
    return sum(
        1 if len(part) <= room else max(1, ceil(len(NO_WIDTH.sub("", part)) / room))
        for part in text.split("\n")
    )


@frozen
class Filled:
    """A table with its rows."""

    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, table: Table, edition: Edition) -> Filled:
        """A table of an agency."""
        return cls(table.sheet, table.every_column, tuple(table.lines(edition)))


@frozen(kw_only=True)
class Contents:
    """All that a workbook says."""

    about: Words
    agency: str
    standing: Words
    told: tuple[tuple[Words, Words], ...]
    """What must be known before the figures, each under its head."""
    as_of: date | None
    tables: tuple[Filled, ...]


def workbook(book: Book, edition: Edition) -> bytes:
    """The workbook of tables that belong together; one without rows has no sheet."""
    tables = (Filled.of(table, edition) for table in book.tables)
    contents = Contents(
        about=book.about,
        agency=edition.disclosure.agency.name.th,
        standing=standing(edition),
        told=tuple(told(edition, book.notes)),
        as_of=book.as_of,
        tables=tuple(table for table in tables if table.rows),
    )
    return _file(contents)


@kept
def _file(contents: Contents) -> bytes:
    """Cells are quickly compared, and drawn only where one changed."""
    pen = Pen(contents.about.th, contents.agency, contents.standing, contents.as_of, Drawing)
    _read_first(pen, pen.sheet(FIRST_SHEET), contents)
    for table in contents.tables:
        _table(pen, table)
    return pen.bytes()


def _read_first(pen: Pen, sheet: Sheet, contents: Contents) -> None:
    """What must be known before the figures, and what each column holds."""
    for column, width in enumerate(FRONT_WIDTHS):
        sheet.set_column(column, column, width)
    pen.write(sheet, 0, 0, contents.about.th, pen.title)
    pen.write(sheet, 1, 0, contents.about.en, pen.title)
    row = 3
    for head, text in contents.told:
        style = pen.warning if text == contents.standing else pen.wrapped
        said = (f"{head.th} · {head.en}", text.th, text.en)
        for column, words in enumerate(said):
            pen.write(sheet, row, column, words, style if column else pen.bold)
        pen.fit(sheet, row, zip(said, FRONT_WIDTHS, strict=False), LINE_HEIGHT)
        row += 1
    if contents.as_of:
        pen.write(sheet, row, 0, "ข้อมูล ณ วันที่ · Data as of", pen.bold)
        sheet.write_datetime(row, 1, datetime.combine(contents.as_of, time()), pen.day)
        row += 1
    _dictionary(pen, sheet, row + 1, contents.tables)


FRONT_WIDTHS = (26, 48, 48, 22, 12, 26, 60)
DICTIONARY_HEADS = (
    "แผ่นงาน · Sheet", "คอลัมน์", "Column", "ชื่อใน CSV · Name in CSV",
    "ชนิด · Type", "หน่วย · Unit", "ค่าที่ใช้ได้ · Allowed values",
)  # fmt: skip


def _dictionary(pen: Pen, sheet: Sheet, row: int, tables: tuple[Filled, ...]) -> None:
    for number, head in enumerate(DICTIONARY_HEADS):
        pen.write(sheet, row, number, head, pen.head)
    for table in tables:
        for column in table.columns:
            row += 1
            unit = both(UNIT_WORDS[column.unit]) if column.unit else ""
            values = "\n".join(f"{value} = {both(words)}" for value, words in column.values)
            said = (column.label.th, column.label.en, column.name, column.type, unit, values)
            sheet.write_url(row, 0, f"internal:'{table.sheet}'!A1", pen.link, table.sheet)
            for number, text in enumerate(said, 1):
                pen.write(sheet, row, number, text, pen.wrapped)
            pen.fit(sheet, row, zip(said, FRONT_WIDTHS[1:], strict=True), LINE_HEIGHT)


def both(words: Words) -> str:
    """Thai, and English where it says something else."""
    return words.th if words.th == words.en else f"{words.th} · {words.en}"


def _table(pen: Pen, table: Filled) -> None:
    sheet = pen.sheet(table.sheet)
    columns, rows = table.columns, table.rows
    shown = [
        _shown(column, cells)
        for column, cells in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    widths = [_width(column, cells) for column, cells in zip(columns, shown, strict=True)]
    heads = [f"{column.label.th}\n{column.label.en}" for column in columns]
    for at, (column, cells) in enumerate(zip(columns, shown, strict=True)):
        sheet.set_column(at, at, widths[at])
        pen.write(sheet, 0, at, heads[at], pen.head)
        write = pen.writes(sheet, column)
        for row, cell in enumerate(cells, 1):
            if cell:
                write(row, at, cell)
    pen.fit(sheet, 0, zip(heads, widths, strict=True), LINE_HEIGHT)
    lines = [_lines(cells, width) for cells, width in zip(shown, widths, strict=True)]
    for row, most in enumerate(map(max, zip(*lines, strict=True)), 1):
        _heighten(sheet, row, most, LINE_HEIGHT)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _shown(column: Column, cells: tuple[str, ...]) -> tuple[str, ...]:
    """Codes stand behind the words that explain them."""
    if not column.values:
        return cells
    said = {value: f"{words.th} · {value}" for value, words in column.values}
    return tuple(said.get(cell, cell) for cell in cells)


def _lines(cells: tuple[str, ...], width: float) -> list[int]:
    """How many lines each cell of a column takes; many say the same."""
    known = {cell: lines_of(cell, width) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _style(pen: Pen, column: Column) -> Style:
    if column.unit is Unit.BAHT:
        return pen.baht
    if column.type is Type.DATE:
        return pen.day
    if column.type is Type.NUMBER:
        return pen.number
    return pen.plain if column.type is Type.INTEGER else pen.wrapped


def _width(column: Column, cells: tuple[str, ...]) -> int:
    longest = max((len(cell) for cell in cells[:LOOKED_AT]), default=0)
    least = {Type.DATE: 12, Type.NUMBER: 16}.get(column.type, NARROWEST)
    head = min(18, len(NO_WIDTH.sub("", column.label.th)))
    return min(WIDEST, max(least, head, longest) + 2)

"""Workbooks, drawn step by step.

Pages are quick to make and workbooks are not: most of a site's time went into drawing tables that
had not changed. Steps are plain values: they can be noted first, and the file is then kept as long as
they are the same. A workbook that is kept by what it says is drawn at once, since the steps of a large
one take as much memory as itself.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.cache import kept
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    Step = tuple[int, str, tuple[Any, ...], int | None, tuple[tuple[str, Any], ...]]
    """Of which sheet, what is done, with what, in which format, and with what that has a name."""


@frozen
class Style:
    """A format of cells by its place among those of the workbook."""

    number: int


class Sheet:
    """A sheet that is drawn in steps, by the names that XlsxWriter gives them."""

    def __init__(self, number: int, do: Callable[[Step], None]) -> None:
        self._number, self._do = number, do

    def _note(
        self, name: str, *values: object, style: Style | None = None, **named: object
    ) -> None:
        number = style.number if style else None
        self._do((self._number, name, values, number, tuple(named.items())))

    def write_string(self, row: int, column: int, text: str, style: Style) -> None:
        """Words, whatever they begin with."""
        self._note("write_string", row, column, text, style=style)

    def write_number(self, row: int, column: int, number: float, style: Style) -> None:
        """A number."""
        self._note("write_number", row, column, number, style=style)

    def write_datetime(self, row: int, column: int, day: datetime, style: Style) -> None:
        """A day."""
        self._note("write_datetime", row, column, day, style=style)

    def write_blank(self, row: int, column: int, nothing: None, style: Style) -> None:
        """An empty cell with its frame."""
        self._note("write_blank", row, column, nothing, style=style)

    def write_url(self, row: int, column: int, url: str, style: Style, string: str) -> None:
        """Words that lead somewhere."""
        self._note("write_url", row, column, url, style=style, string=string)

    def merge_range(self, *where: int, text: str, style: Style) -> None:
        """One cell from one corner to the other: first row, first column, last row, last column."""
        self._note("merge_range", *where, text, style=style)

    def set_row(self, row: int, height: float) -> None:
        """The height of a row, in points."""
        self._note("set_row", row, height)

    def set_column(self, first: int, last: int, width: float) -> None:
        """The width of columns, in characters."""
        self._note("set_column", first, last, width)

    def freeze_panes(self, row: int, column: int) -> None:
        """What stays in view: the rows above and the columns before."""
        self._note("freeze_panes", row, column)

    def repeat_rows(self, row: int) -> None:
        """The row that each printed page begins with."""
        self._note("repeat_rows", row)

    def autofilter(self, *where: int) -> None:
        """Where rows can be narrowed: first row, first column, last row, last column."""
        self._note("autofilter", *where)

    def print_on_a4(self, footer: str) -> None:
        """Across, as wide as the paper, with words at the foot."""
        self._note("set_landscape")
        self._note("set_paper", A4)
        self._note("fit_to_pages", 1, 0)
        self._note("set_footer", footer)


A4 = 9
"""XlsxWriter's number of the paper."""


class Drawing:
    """A workbook that is drawn at once, step by step; the same bytes for the same steps."""

    def __init__(self, properties: dict[str, object]) -> None:
        library = import_module("xlsxwriter")  # it takes long to load, and is seldom needed
        self._file = BytesIO()
        self._book = library.Workbook(self._file, {"in_memory": True})
        self._book.set_properties(properties)
        self._formats: list[Any] = []
        self._made: list[Any] = []

    def style(self, **properties: object) -> Style:
        """A format of cells."""
        self._formats.append(self._book.add_format(properties))
        return Style(len(self._formats) - 1)

    def sheet(self, name: str) -> Sheet:
        """The next sheet."""
        self._made.append(self._book.add_worksheet(name))
        return Sheet(len(self._made) - 1, self.do)

    def do(self, step: Step) -> None:
        """The next step."""
        number, name, values, style, named = step
        given = values if style is None else (*values, self._formats[style])
        getattr(self._made[number], name)(*given, **dict(named))

    def file(self) -> bytes:
        """The finished file."""
        self._book.close()
        for part in (self._book, *self._made):  # they hold each other, and all cells
            vars(part).clear()
        return self._file.getvalue()


class Noted(Drawing):
    """A workbook whose steps are noted, so that its file is kept as long as they are the same."""

    def __init__(self, properties: dict[str, object]) -> None:
        self._properties = properties
        self._styles: list[dict[str, object]] = []
        self._sheets: list[str] = []
        self._steps: list[Step] = []

    def style(self, **properties: object) -> Style:
        """A format of cells."""
        self._styles.append(properties)
        return Style(len(self._styles) - 1)

    def sheet(self, name: str) -> Sheet:
        """The next sheet."""
        self._sheets.append(name)
        return Sheet(len(self._sheets) - 1, self._steps.append)

    def file(self) -> bytes:
        """The finished file, which is kept."""
        return _drawn(self._properties, self._styles, self._sheets, self._steps)


@kept
def _drawn(
    properties: dict[str, object],
    styles: list[dict[str, object]],
    sheets: list[str],
    steps: list[Step],
) -> bytes:
    drawing = Drawing(properties)
    for style in styles:
        drawing.style(**style)
    for name in sheets:
        drawing.sheet(name)
    for step in steps:
        drawing.do(step)
    return drawing.file()

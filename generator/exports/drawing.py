"""Workbooks, drawn by XlsxWriter.

Pages are quick to make and workbooks are not: most of a site's time went into drawing tables that
had not changed. What is drawn can be noted first, in plain values, and the file is then kept as long as
they are the same. A workbook that is kept by what it says is drawn at once, since the steps of a large
one take as much memory as itself.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, NewType, Protocol

from generator.cache import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    Step = tuple[int, str, tuple[object, ...], tuple[tuple[str, object], ...]]
    """Of which sheet, what is done, with what, and with what that has a name."""

Style = NewType("Style", object)
"""A format of cells, as the workbook knows it that it was made for."""


class Sheet(Protocol):
    """A sheet, by the names that XlsxWriter gives to what is done with it."""

    def write_string(self, row: int, column: int, text: str, style: Style, /) -> object:
        """Words, whatever they begin with."""

    def write_number(self, row: int, column: int, number: float, style: Style, /) -> object:
        """A number."""

    def write_datetime(self, row: int, column: int, day: datetime, style: Style, /) -> object:
        """A day."""

    def write_blank(self, row: int, column: int, nothing: None, style: Style, /) -> object:
        """An empty cell with its frame."""

    def write_url(self, row: int, column: int, url: str, style: Style, /, string: str) -> object:
        """Words that lead somewhere."""

    def merge_range(self, *where: int, data: str, cell_format: Style) -> object:
        """One cell from one corner to the other: first row, first column, last row, last column."""

    def set_row(self, row: int, height: float, /) -> object:
        """The height of a row, in points."""

    def set_column(self, first: int, last: int, width: float, /) -> object:
        """The width of columns, in characters."""

    def freeze_panes(self, row: int, column: int, /) -> object:
        """What stays in view: the rows above and the columns before."""

    def repeat_rows(self, row: int, /) -> object:
        """The row that each printed page begins with."""

    def autofilter(self, *where: int) -> object:
        """Where rows can be narrowed: first row, first column, last row, last column."""

    def set_landscape(self) -> object:
        """Paper lies across."""

    def set_paper(self, number: int, /) -> object:
        """The paper, by XlsxWriter's number."""

    def fit_to_pages(self, across: int, down: int, /) -> object:
        """How many pages it takes; down, 0 stands for as many as needed."""

    def set_footer(self, words: str, /) -> object:
        """What stands at the foot of a page."""


class Drawing:
    """A workbook that is drawn at once; the same bytes for the same steps."""

    def __init__(self, properties: dict[str, object]) -> None:
        library = import_module("xlsxwriter")  # it takes long to load, and is seldom needed
        self._file = BytesIO()
        self._book = library.Workbook(self._file, {"in_memory": True})
        self._book.set_properties(properties)

    def style(self, **properties: object) -> Style:
        """A format of cells."""
        return Style(self._book.add_format(properties))

    def sheet(self, name: str) -> Sheet:
        """The next sheet."""
        sheet: Sheet = self._book.add_worksheet(name)
        return sheet

    def file(self) -> bytes:
        """The finished file."""
        self._book.close()
        for part in (*self._book.worksheets(), self._book):  # they hold each other, and all cells
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
        """A format of cells, which stands in a step as its place among all, in a tuple of its own."""
        self._styles.append(properties)
        return Style((len(self._styles) - 1,))

    def sheet(self, name: str) -> Sheet:
        """The next sheet."""
        self._sheets.append(name)
        sheet: Any = _NotedSheet(len(self._sheets) - 1, self._steps)
        return sheet  # type: ignore[no-any-return]

    def file(self) -> bytes:
        """The finished file, which is kept."""
        return _drawn(self._properties, self._styles, self._sheets, self._steps)


class _NotedSheet:
    """Notes what would be done with a sheet."""

    def __init__(self, number: int, steps: list[Step]) -> None:
        self._number, self._steps = number, steps

    def __getattr__(self, name: str) -> Callable[..., None]:
        def note(*given: object, **named: object) -> None:
            self._steps.append((self._number, name, given, tuple(named.items())))

        return note


@kept
def _drawn(
    properties: dict[str, object],
    styles: list[dict[str, object]],
    sheets: list[str],
    steps: list[Step],
) -> bytes:
    drawing = Drawing(properties)
    formats = [drawing.style(**style) for style in styles]
    made = [drawing.sheet(name) for name in sheets]

    def meant(value: object) -> object:
        return formats[value[0]] if isinstance(value, tuple) else value

    for number, name, given, named in steps:
        do = getattr(made[number], name)
        do(*map(meant, given), **{key: meant(value) for key, value in named})
    return drawing.file()

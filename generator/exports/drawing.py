"""A workbook as a list of steps, and the file that is made of them.

Pages are quick to make and workbooks are not: most of a site's time went into drawing tables that
had not changed. Steps are plain values, so that the file is kept as long as they are the same.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.cache import kept
from generator.frozen import frozen

if TYPE_CHECKING:
    from datetime import datetime

    Step = tuple[int, str, tuple[Any, ...], int | None, tuple[tuple[str, Any], ...]]
    """Of which sheet, what is done, with what, in which format, and with what that has a name."""


@frozen
class Style:
    """A format of cells by its place among those of the workbook."""

    number: int


class Sheet:
    """A sheet on which steps are noted, by the names that XlsxWriter gives them."""

    def __init__(self, number: int, steps: list[Step]) -> None:
        self._number, self._steps = number, steps

    def _note(
        self, name: str, *values: object, style: Style | None = None, **named: object
    ) -> None:
        number = style.number if style else None
        self._steps.append((self._number, name, values, number, tuple(named.items())))

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
    """The steps of a workbook."""

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
        return Sheet(len(self._sheets) - 1, self._steps)

    def file(self) -> bytes:
        """The finished file, which is kept."""
        return _kept(self._properties, self._styles, self._sheets, self._steps)

    def made(self) -> bytes:
        """The finished file, where its contents are kept already."""
        return drawn(self._properties, self._styles, self._sheets, self._steps)


def drawn(
    properties: dict[str, object],
    styles: list[dict[str, object]],
    sheets: list[str],
    steps: list[Step],
) -> bytes:
    """The XLSX file of these steps, the same bytes for the same steps."""
    library = import_module("xlsxwriter")  # it takes long to load, and is seldom needed
    file = BytesIO()
    book = library.Workbook(file, {"in_memory": True})
    book.set_properties(properties)
    formats = [book.add_format(style) for style in styles]
    made = [book.add_worksheet(name) for name in sheets]
    for number, name, values, style, named in steps:
        given = values if style is None else (*values, formats[style])
        getattr(made[number], name)(*given, **dict(named))
    book.close()
    return file.getvalue()


_kept = kept(drawn)

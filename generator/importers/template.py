"""A form as a workbook to fill in: drop-downs, help at each cell, its version; always the same bytes.

All words come from the form's columns, which also give the errors theirs. Rows that are handed over
are filled in, so a year can be taken out, corrected and imported again.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter

from generator.importers.columns import Column, Form, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Cell = str | Decimal | date | None
    Row = Mapping[str, Cell]

CREATED = datetime(2025, 10, 1, tzinfo=UTC)
"""A fixed day, so that the file depends on nothing but the form."""
HEAD_ROW = 3
"""Rows above the table: the title, what the data is of, a blank one. Counted from 0."""
FURTHER_ROWS = 2000
"""Rows below the head that have drop-downs and formats."""
INPUT_TITLE, INPUT_TEXT = 32, 255
"""Characters that Excel shows in the message of a cell."""

_FORMATS: dict[Kind, dict[str, Any]] = {
    Kind.MONEY: {"num_format": "#,##0.00"},
    Kind.COUNT: {"num_format": "#,##0"},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "align": "left"},
    Kind.CODE: {"num_format": "@"},
    Kind.MONTH: {"num_format": "@"},
    Kind.TEXT: {"num_format": "@", "text_wrap": True},
    Kind.CHOICE: {"num_format": "@"},
    Kind.YEAR: {"num_format": "0"},
}


def workbook(form: Form, about: Sequence[tuple[str, Cell]] = (), rows: Iterable[Row] = ()) -> bytes:
    """The template of a form; `about` are labels with values above the table."""
    target = BytesIO()
    book = xlsxwriter.Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": form.mark, "subject": form.title.th, "created": CREATED})
    sheet = book.add_worksheet(form.title.th[:31])
    _guide(book, form)
    lists = _lists(book, form)
    _titles(book, sheet, form, about)
    for at, column in enumerate(form.offered):
        _column(book, sheet, at, column, lists)
    _fill(book, sheet, form, rows)
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    book.close()
    return target.getvalue()


def _titles(book: Any, sheet: Any, form: Form, about: Sequence[tuple[str, Cell]]) -> None:
    bold, faint = (
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"font_color": "#666666"}),
    )
    sheet.write_string(0, 0, f"{form.title.th} · {form.title.en}", bold)
    sheet.write_string(0, len(form.offered) - 1, form.mark, faint)
    for at, (label, value) in enumerate(about):
        sheet.write_string(1, at * 2, label, bold)
        _write(
            sheet,
            1,
            at * 2 + 1,
            value,
            book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        )


def _guide(book: Any, form: Form) -> None:
    """The second sheet: how to fill in, and what each column means."""
    sheet = book.add_worksheet("วิธีกรอก")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 60)
    for row, words in enumerate(form.guide):
        sheet.write_string(row, 0, str(row + 1), wrap)
        sheet.write_string(row, 1, words.th, wrap)
        sheet.write_string(row, 2, words.en, wrap)
    below = len(form.guide) + 1
    for row, column in enumerate(form.offered, start=below):
        sheet.write_string(row, 0, column.head.th + (" *" if column.required else ""), bold)
        sheet.write_string(row, 1, column.help.th, wrap)
        sheet.write_string(row, 2, f"{column.head.en}: {column.help.en}", wrap)


def _lists(book: Any, form: Form) -> dict[str, str]:
    """The drop-downs' words on a hidden sheet: in the cell's own rule Excel allows 255 characters."""
    sheet = book.add_worksheet("รายการ")
    sheet.hide()
    ranges = {}
    with_choices = [column for column in form.offered if column.choices]
    for at, column in enumerate(with_choices):
        for row, choice in enumerate(column.choices):
            sheet.write_string(row, at, choice.word)
        letter = chr(65 + at)
        ranges[column.key] = f"='รายการ'!${letter}$1:${letter}${len(column.choices)}"
    return ranges


def _column(book: Any, sheet: Any, at: int, column: Column, lists: dict[str, str]) -> None:
    colour = "#1F4E5F" if column.required else "#5B7F8C"
    head = {
        "bold": True,
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "font_color": "#FFFFFF",
        "bg_color": colour,
    }
    sheet.set_column(
        at, at, column.width, book.add_format({"valign": "top", **_FORMATS[column.kind]})
    )
    sheet.write_string(HEAD_ROW, at, column.head.th, book.add_format(head))
    sheet.write_comment(
        HEAD_ROW, at, f"{column.help.th}\n{column.help.en}", {"author": "", "x_scale": 2}
    )
    rule: dict[str, Any] = {
        "validate": "any",
        "input_title": column.head.th[:INPUT_TITLE],
        "input_message": column.help.th[:INPUT_TEXT],
    }
    if column.key in lists:
        rule |= {
            "validate": "list",
            "source": lists[column.key],
            "error_title": column.head.th[:INPUT_TITLE],
            "error_message": column.help.th[:INPUT_TEXT],
        }
    sheet.data_validation(HEAD_ROW + 1, at, HEAD_ROW + FURTHER_ROWS, at, rule)


def _fill(book: Any, sheet: Any, form: Form, rows: Iterable[Row]) -> None:
    formats = {
        column.key: book.add_format({"valign": "top", **_FORMATS[column.kind]})
        for column in form.offered
    }
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        for at, column in enumerate(form.offered):
            _write(sheet, number, at, row.get(column.key), formats[column.key])


def _write(sheet: Any, row: int, column: int, value: Cell, format_: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), format_)  # noqa: DTZ001 - a spreadsheet's days have no zone
    elif isinstance(value, Decimal):
        sheet.write_number(row, column, float(value), format_)
    elif value:
        sheet.write_string(row, column, value, format_)

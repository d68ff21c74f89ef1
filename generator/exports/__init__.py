"""Open data: projections of the model at addresses that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports import ita_list, skr1
from generator.exports.calendar import calendars
from generator.exports.datapackage import datapackage
from generator.exports.files import EXCEL_MARK, csv_file, json_file
from generator.exports.index import index_file
from generator.exports.index_schema import SCHEMA_FILE, index_schema
from generator.exports.ocds import packages
from generator.exports.plan import PLAN
from generator.exports.server import server_files
from generator.exports.tables import books, tables
from generator.exports.workbook import workbook
from generator.model.base import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.table import Book


def exports(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Each data file of an agency: its address below the site's root, and its bytes."""
    for half in HALVES.values():
        yield from half(edition)


def _large(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The plan's workbook, the official forms, and the index, which tells of every other file."""
    yield from _workbooks(edition, [book for book in books(edition) if book.name == PLAN])
    yield from skr1.files(edition)
    yield from ita_list.files(edition)
    yield "disclosure-index.json", index_file(edition)


def _all_else(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield from _tables(edition)
    yield from _workbooks(edition, [book for book in books(edition) if book.name != PLAN])
    yield from packages.files(edition)
    yield "data/disclosure.json", json_file(edition)
    yield SCHEMA_FILE, index_schema()
    yield from calendars(edition)
    yield from server_files(edition)


HALVES = {Lang.TH: _large, Lang.EN: _all_else}
"""Which data files are made beside the pages of which language, where two processes share the work.

They are chosen so that both take about as long: each then waits for the sizes of the other's files.
"""


def _tables(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`data/NAME.csv` in plain UTF-8, `data/excel/NAME.csv` with the mark that Excel needs for Thai."""
    csv_files = {
        table.name: csv_file([table.names, *table.lines(edition)]) for table in tables(edition)
    }
    for name, content in csv_files.items():
        yield f"data/{name}.csv", content
        yield f"data/excel/{name}.csv", EXCEL_MARK + content
    yield "data/datapackage.json", datapackage(edition, csv_files)


def _workbooks(edition: Edition, wanted: list[Book]) -> Iterator[tuple[str, bytes]]:
    for book in wanted:
        yield f"data/{book.name}.xlsx", workbook(book, edition)


def size_of(edition: Edition, address: str) -> int:
    """Bytes of a data file; where nobody made them yet, all are made and let go."""
    if address not in edition.sizes:
        edition.sizes.update((name, len(content)) for name, content in exports(edition))
    return edition.sizes[address]

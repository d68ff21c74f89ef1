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
from generator.exports.server import server_files
from generator.exports.tables import books, tables
from generator.exports.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.edition import Edition


def exports(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Each data file of an agency: its address below the site's root, and its bytes.

    `data/NAME.csv` is plain UTF-8; `data/excel/NAME.csv` is the same with the mark that Excel needs
    to see Thai letters.
    """
    csv_files = {
        table.name: csv_file([table.names, *table.lines(edition)]) for table in tables(edition)
    }
    for name, content in csv_files.items():
        yield f"data/{name}.csv", content
        yield f"data/excel/{name}.csv", EXCEL_MARK + content
    yield "data/datapackage.json", datapackage(edition, csv_files)
    for book in books(edition):
        yield f"data/{book.name}.xlsx", workbook(book, edition)
    yield from skr1.files(edition)
    yield from ita_list.files(edition)
    yield from packages.files(edition)
    yield "data/disclosure.json", json_file(edition)
    yield "disclosure-index.json", index_file(edition)
    yield SCHEMA_FILE, index_schema()
    yield from calendars(edition)
    yield from server_files(edition)


_MADE: list[tuple[Edition, dict[str, bytes]]] = []
"""The last edition's files."""


def exported(edition: Edition) -> Mapping[str, bytes]:
    """The data files of an edition by address, made once for the site and for pages that tell sizes."""
    found = next((files for of, files in _MADE if of is edition), None)
    if found is None:
        found = dict(exports(edition))
        _MADE[:] = [(edition, found)]
    return found

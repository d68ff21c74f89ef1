"""Open data: every file with what it holds, its size and its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.exports import ita_list, size_of, skr1
from generator.exports.about import CONVENTIONS
from generator.exports.datapackage import resource_name
from generator.exports.index_schema import SCHEMA_FILE
from generator.exports.ocds import packages
from generator.exports.ocds.ocid import is_registered
from generator.exports.tables import books, numbers
from generator.frozen import frozen
from generator.pages.base import Here, Link, Page
from generator.pages.narrowing import Way, marks, narrowing
from generator.seal import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.table import Book, Table
    from generator.model.base import Lang
    from generator.model.eras import FiscalYear
    from generator.model.ledger import Ledger
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class FileRow:
    """A file with its size."""

    link: Link
    form: str
    """Excel, CSV, JSON."""
    size: str
    about: str
    marks: Marks


@frozen(kw_only=True)
class TableRow:
    """A table that has rows: its CSV file, and where its columns are explained."""

    anchor: str
    about: str
    rows: str
    file: FileRow
    columns: Link
    marks: Marks


@frozen(kw_only=True)
class BookRow:
    """Tables that belong together, with the workbook that holds them all."""

    anchor: str
    about: str
    workbook: FileRow
    tables: tuple[TableRow, ...]


@frozen(kw_only=True)
class FormsRow:
    """The official forms of a fiscal year."""

    year: str
    files: tuple[FileRow, ...]


@frozen(kw_only=True)
class DataPage(Page):
    """All data files."""

    template: ClassVar[str] = "data.html"

    notes: tuple[str, ...]
    dictionary: Link
    books: tuple[BookRow, ...]
    narrowing: Narrowing | None
    forms: tuple[FormsRow, ...]
    contracting: tuple[FileRow, ...]
    provisional: bool
    """Whether the names of purchases in the open contracting files are provisional."""
    explained: Link
    whole: tuple[FileRow, ...]
    file_narrowing: Narrowing | None
    """Of the files beside the tables: official forms, open contracting, everything in one."""


def pages(edition: Edition, lang: Lang) -> Iterator[DataPage]:
    """The page of open data."""
    here = Here(lang, "data")
    _ = here.words
    found = tuple(row for book in books(edition) if (row := _book(here, edition, book)))
    subjects = {book.anchor: book.about for book in found}
    forms = tuple(year for ledger in edition.ledgers if (year := _forms(here, edition, ledger)))
    contracting, whole = tuple(_contracting(here, edition)), tuple(_whole(here, edition))
    yield DataPage(
        here=here,
        title=_("Open data"),
        description=_("Every figure of this site as Excel, CSV and JSON at addresses that stay"),
        notes=tuple(here.say(words) for words in CONVENTIONS),
        dictionary=Link(_("What every column means"), here.to(DICTIONARY)),
        books=found,
        narrowing=narrowing(
            here,
            [table.marks for book in found for table in book.tables],
            [Way(name="subject", label=_("Subject"), values=subjects)],
        ),
        forms=forms,
        contracting=contracting,
        provisional=not is_registered(edition.disclosure.agency),
        explained=Link(_("How purchases are described in OCDS"), here.to(DICTIONARY, "ocds")),
        whole=whole,
        file_narrowing=_file_narrowing(
            here, edition, (*(file for year in forms for file in year.files), *contracting, *whole)
        ),
    )


def _whole(here: Here, edition: Edition) -> Iterator[FileRow]:
    """Files that hold everything, and what describes them."""
    _ = here.words
    for address, about in (
        ("data/disclosure.json", _("the whole disclosure in one file")),
        (
            "data/datapackage.json",
            _("description of all CSV files for programs (Frictionless Data Package)"),
        ),
        (
            INDEX,
            _("what each ITA item is proven by, for programs that check sites"),
        ),
        (SCHEMA_FILE, _("the form of that file (JSON Schema)")),
    ):
        yield _file(here, edition, address, about)


def _file_narrowing(here: Here, edition: Edition, files: tuple[FileRow, ...]) -> Narrowing | None:
    """By year and by form, for the files that have one."""
    _ = here.words
    years = {
        str(int(one.year)): formats.fiscal_year(one.year, here.lang) for one in edition.ledgers
    }
    return narrowing(
        here,
        [file.marks for file in files],
        (
            Way(name="year", label=_("Fiscal year"), values=years),
            Way(name="form", label=_("Form of the file"), values={f.form: f.form for f in files}),
        ),
        prefix="file",
        label=_("Narrow the files"),
    )


DICTIONARY = "data/dictionary"
"""Path of the page that explains the columns."""


def _file(
    here: Here, edition: Edition, address: str, about: str = "", year: FiscalYear | None = None
) -> FileRow:
    """A file by its address below the site's root."""
    name, ending = address.rpartition("/")[2], address.rpartition(".")[2]
    form = "Excel" if ending == "xlsx" else ending.upper()
    return FileRow(
        link=Link(name, here.shared(address)),
        form=form,
        size="" if address == INDEX else formats.size(size_of(edition, address)),
        about=about,
        marks=marks(form=form, year="" if year is None else str(int(year))),
    )


def _book(here: Here, edition: Edition, book: Book) -> BookRow | None:
    """A workbook with its tables; nothing where none of them has a row."""
    anchor = f"book-{resource_name(book.name)}"
    own = marks(subject=anchor)
    tables = tuple(row for table in book.tables if (row := _table(here, edition, table, own)))
    if not tables:
        return None
    return BookRow(
        anchor=anchor,
        about=here.say(book.about),
        workbook=_file(here, edition, f"data/{book.name}.xlsx"),
        tables=tables,
    )


def _table(here: Here, edition: Edition, table: Table, own: Marks) -> TableRow | None:
    number, name = numbers(edition)[table.name], resource_name(table.name)
    if not number:
        return None
    return TableRow(
        anchor=name,
        about=here.say(table.about),
        rows=formats.number(number),
        file=_file(here, edition, f"data/{table.name}.csv"),
        columns=Link(here.words("Columns"), here.to(DICTIONARY, table.anchor)),
        marks=own,
    )


def _forms(here: Here, edition: Edition, ledger: Ledger) -> FormsRow | None:
    _, months = here.words, skr1.told_months(ledger)
    if not months:
        return None
    files = [
        _file(
            here,
            edition,
            skr1.year_file(ledger.year),
            _("form SKR.1 of all months, one sheet each"),
            ledger.year,
        )
    ]
    if ledger.purchases:
        about = _("ITA list of 16 columns")
        csv_file = ita_list.list_file(ledger.year).replace(".xlsx", ".csv")
        files += [
            _file(here, edition, address, about, ledger.year)
            for address in (ita_list.list_file(ledger.year), csv_file)
        ]
    files += [
        _file(
            here,
            edition,
            skr1.month_file(month),
            _("form SKR.1, {month}", month=formats.month_of_year(month, here.lang)),
            ledger.year,
        )
        for month in months
    ]
    return FormsRow(year=formats.fiscal_year(ledger.year, here.lang), files=tuple(files))


def _contracting(here: Here, edition: Edition) -> Iterator[FileRow]:
    _ = here.words
    for ledger in edition.ledgers:
        if ledger.purchases:
            year = formats.fiscal_year(ledger.year, here.lang)
            yield _file(
                here,
                edition,
                packages.address(ledger.year, "releases"),
                _("releases of fiscal year {year}", year=year),
                ledger.year,
            )
            yield _file(
                here,
                edition,
                packages.address(ledger.year, "records"),
                _("records of fiscal year {year}, with compiled releases", year=year),
                ledger.year,
            )

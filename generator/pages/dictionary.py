"""The data dictionary: every table, every column, with type, unit, era and allowed values."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.exports.about import CONVENTIONS, LICENCE_TITLE
from generator.exports.ocds.ocid import PROVISIONAL
from generator.exports.ocds.parties import TAX_NUMBER
from generator.exports.ocds.release import METHODS
from generator.exports.table import STANDING, UNIT_WORDS, Type
from generator.exports.tables import tables
from generator.forms import METHOD_WORDS
from generator.frozen import frozen
from generator.model.base import Lang, Phrase
from generator.pages.base import Here, Link, Page
from generator.pages.data import DICTIONARY
from generator.pages.narrowing import Way, marks, narrowing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.table import Column, Table
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class ColumnRow:
    """A column."""

    name: Phrase
    """Of an official form it is Thai."""
    about: str
    type: str
    unit: str
    values: tuple[tuple[str, str], ...]
    """Each word that can stand in it, with its meaning."""


@frozen(kw_only=True)
class TableRow:
    """A table, with the files of that kind that there are."""

    anchor: str
    about: str
    files: tuple[Link, ...]
    key: str
    links: tuple[str, ...]
    columns: tuple[ColumnRow, ...]
    marks: Marks
    """Of each of its columns."""


@frozen(kw_only=True)
class DictionaryPage(Page):
    """What every column means."""

    template: ClassVar[str] = "dictionary.html"

    notes: tuple[str, ...]
    standing: ColumnRow
    """The column that all tables have."""
    tables: tuple[TableRow, ...]
    narrowing: Narrowing | None
    jumps: tuple[Link, ...]
    has_contracting: bool
    methods: tuple[tuple[str, str], ...]
    """How suppliers are found, in Thai law and in OCDS."""
    prefix: str
    """The registered prefix; empty where there is none."""
    provisional: str
    scheme: str
    licence: str
    data: Link


def pages(edition: Edition, lang: Lang) -> Iterator[DictionaryPage]:
    """The page."""
    here = Here(lang, DICTIONARY)
    _, site = here.words, edition.disclosure.agency.site
    groups: dict[str, list[Table]] = {}
    for table in tables(edition):
        groups.setdefault(table.anchor, []).append(table)
    rows = tuple(_table(here, group) for group in groups.values())
    data = Link(_("Open data"), here.to("data"))
    yield DictionaryPage(
        here=here,
        title=_("Data dictionary"),
        description=_("What every table and column of the open data means, with units and eras"),
        trail=(data,),
        notes=tuple(here.say(words) for words in CONVENTIONS),
        standing=_column(here, STANDING),
        tables=rows,
        narrowing=_narrowing(here, rows),
        jumps=tuple(Link(row.about, f"#{row.anchor}") for row in rows),
        has_contracting=any(ledger.purchases for ledger in edition.ledgers),
        methods=tuple((here.say(METHOD_WORDS[own]), code) for own, code in METHODS.items()),
        prefix=site.ocds_prefix or "",
        provisional=PROVISIONAL,
        scheme=TAX_NUMBER,
        licence=LICENCE_TITLE,
        data=data,
    )


def _table(here: Here, group: list[Table]) -> TableRow:
    """Tables of one kind, one for each fiscal year, are explained once."""
    table = group[0]
    return TableRow(
        anchor=table.anchor,
        about=here.say(table.kind or table.about),
        files=tuple(Link(f"{one.name}.csv", here.shared(f"data/{one.name}.csv")) for one in group),
        key=table.key,
        links=tuple(f"{column} → {other.sheet}.{other.key}" for column, other in table.links),
        columns=tuple(_column(here, column, is_thai=table.is_form) for column in table.columns),
        marks=marks(table=table.anchor),
    )


def _narrowing(here: Here, tables: tuple[TableRow, ...]) -> Narrowing | None:
    """All columns of all tables are one list: who looks for one need not know its table."""
    words = {table.anchor: table.about for table in tables}
    columns = [table.marks for table in tables for _column in table.columns]
    return narrowing(here, columns, [Way(name="table", label=here.words("Table"), values=words)])


def _column(here: Here, column: Column, *, is_thai: bool = False) -> ColumnRow:
    return ColumnRow(
        name=Phrase(column.name, Lang.TH if is_thai else here.lang, here.lang),
        about=here.say(column.label),
        type=type_words(here, column.type),
        unit=here.say(UNIT_WORDS[column.unit]) if column.unit else _era(here, column.type),
        values=tuple((value, here.say(words)) for value, words in column.values),
    )


def type_words(here: Here, kind: Type) -> str:
    """The type of a column in words."""
    _ = here.words
    return {
        Type.STRING: _("text"),
        Type.INTEGER: _("whole number"),
        Type.NUMBER: _("number"),
        Type.DATE: _("day, year-month-day"),
        Type.MONTH: _("month, year-month"),
        Type.FLAG: _("yes or no"),
    }[kind]


def _era(here: Here, kind: Type) -> str:
    return here.words("common era") if kind in {Type.DATE, Type.MONTH} else ""

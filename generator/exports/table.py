"""What a table of open data is: its columns with type, unit and allowed values, and its rows."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.frozen import frozen
from generator.model.agency import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.edition import Edition
    from generator.model.eras import Day

    Rows = Callable[[Edition], Iterator[tuple[str, ...]]]


class Type(StrEnum):
    """What the cells of a column hold, in the words of the Data Package standard."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    """Year-month-day in the common era."""
    MONTH = "yearmonth"
    """Year-month in the common era."""
    FLAG = "boolean"
    """yes or no."""


class Unit(StrEnum):
    """What a number counts, or the era of a year."""

    BAHT = "baht"
    BUDDHIST_YEAR = "buddhist_year"
    PERCENT = "percent"
    ITEMS = "items"
    PEOPLE = "people"
    DAYS = "days"
    CASES = "cases"
    POINTS = "points"
    TIMES = "times"
    MONTHS = "months"
    LINE = "line"


UNIT_WORDS = {
    Unit.BAHT: Words("บาท", "baht"),
    Unit.BUDDHIST_YEAR: Words("ปี พ.ศ.", "year, Buddhist era"),
    Unit.PERCENT: Words("ร้อยละ", "per cent"),
    Unit.ITEMS: Words("รายการ", "items"),
    Unit.PEOPLE: Words("คน", "people"),
    Unit.DAYS: Words("วัน", "days"),
    Unit.CASES: Words("เรื่อง", "cases"),
    Unit.POINTS: Words("คะแนน", "points"),
    Unit.TIMES: Words("ครั้ง", "times"),
    Unit.MONTHS: Words("เดือน", "months"),
    Unit.LINE: Words("บรรทัด", "line"),
}


@frozen
class Column:
    """A column: its name in the file, what it holds, and what its cells can be."""

    name: str
    label: Words
    type: Type = Type.STRING
    unit: Unit | None = None
    values: tuple[tuple[str, Words], ...] = ()
    """The words that alone can stand in it, each explained; none where any can."""


@frozen(kw_only=True)
class Table:
    """Rows of one kind; a CSV file and a sheet of a workbook."""

    name: str
    """Its address below data/, without the ending: `items`, `procurement/2569/contracts`."""
    about: Words
    columns: tuple[Column, ...]
    rows: Rows
    key: str = ""
    """The column in which no value stands twice, if there is one."""
    links: tuple[tuple[str, Table], ...] = ()
    """Columns that name a row of another table by its key."""
    kind: Words | None = None
    """What it is of, without the year, where each fiscal year has a table of its own."""
    is_form: bool = False
    """Whether it is an official form, whose columns are exactly the form's."""

    @property
    def every_column(self) -> tuple[Column, ...]:
        """Its own columns and the one that all files have."""
        return self.columns if self.is_form else (*self.columns, STANDING)

    @property
    def names(self) -> tuple[str, ...]:
        """The first line of the file."""
        return tuple(column.name for column in self.every_column)

    def lines(self, edition: Edition) -> Iterator[tuple[str, ...]]:
        """The rows as a file has them, each marked with what the site is."""
        if self.is_form:
            return self.rows(edition)
        standing = edition.disclosure.agency.site.standing
        return ((*row, standing) for row in self.rows(edition))

    @property
    def anchor(self) -> str:
        """Where its columns are explained, once for all fiscal years: `procurement-contracts`."""
        parts = self.name.split("/")
        return "-".join(part for part in parts if not (self.kind and part.isdigit()))

    @property
    def sheet(self) -> str:
        """The last part of its name."""
        return self.name.rpartition("/")[2]


@frozen(kw_only=True)
class Book:
    """Tables that belong together: a CSV file each, and one workbook with a sheet for each."""

    name: str
    """Its address below data/, without the ending: `plan`, `procurement/2569/procurement`."""
    about: Words
    tables: tuple[Table, ...]
    notes: tuple[Words, ...] = ()
    """What a reader must know of these figures, beside what holds for all."""
    as_of: Day | None = None
    """The day that the data is of, where the source states one."""


def column(
    name: str,
    th: str,
    en: str,
    type: Type = Type.STRING,  # noqa: A002 - the standard's own word
    unit: Unit | None = None,
    values: Iterable[tuple[str, Words]] = (),
) -> Column:
    """A column with what it holds in Thai and English."""
    return Column(name, Words(th, en), type, unit, tuple(values))


def integer(name: str, th: str, en: str, unit: Unit | None = None) -> Column:
    """A column of whole numbers."""
    return column(name, th, en, Type.INTEGER, unit)


def baht(name: str, th: str, en: str) -> Column:
    """A column of amounts in baht."""
    return column(name, th, en, Type.NUMBER, Unit.BAHT)


def two_languages(name: str, th: str, en: str) -> tuple[Column, Column]:
    """A text's column in Thai and its twin in English."""
    return column(f"{name}_th", th, f"{en}, in Thai"), column(
        f"{name}_en", f"{th} ภาษาอังกฤษ", f"{en}, in English"
    )


def choice(name: str, th: str, en: str, **values: tuple[str, str]) -> Column:
    """A column in which only certain words can stand."""
    known = ((value, Words(*words)) for value, words in values.items())
    return column(name, th, en, values=known)


def fiscal_year() -> Column:
    """The fiscal year of a row."""
    return integer("fiscal_year", "ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)", unit=Unit.BUDDHIST_YEAR)


STANDING_WORDS = (
    (Standing.OFFICIAL, Words("ข้อมูลทางการของหน่วยงาน", "the agency's own official data")),
    (
        Standing.DEMONSTRATION,
        Words("เว็บสาธิตจากเอกสารที่เผยแพร่", "a demonstration from published documents"),
    ),
    (Standing.FICTIONAL, Words("ข้อมูลสมมติ", "invented, of an agency that does not exist")),
)
STANDING = column("standing", "ฐานะของข้อมูล", "What the data is", values=STANDING_WORDS)
"""Last in every file. A line before the head would break what reads the file, and a note beside it
is lost when the file is passed on; a column stays with each row."""

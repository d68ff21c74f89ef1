"""Open data: every file with its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator.exports.tables import tables
from generator.pages.base import Here, Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A data file with its columns."""

    link: Link
    about: str
    rows: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page):
    """All data files."""

    template: ClassVar[str] = "data.html"

    files: tuple[FileRow, ...]
    whole: Link


def pages(edition: Edition, lang: Lang) -> Iterator[DataPage]:
    """The page of open data."""
    here = Here(lang, "data")
    _ = here.words
    yield DataPage(
        here=here,
        title=_("Open data"),
        description=_("The whole plan as CSV and JSON at addresses that stay"),
        files=tuple(
            FileRow(
                link=Link(f"{table.name}.csv", here.shared(f"data/{table.name}.csv")),
                about=here.say(table.about),
                rows=_.count("{n} row", "{n} rows", number, n=number),
                columns=tuple(
                    (column.name, here.say(column.label)) for column in table.every_column
                ),
            )
            for table in tables(edition)
            if (number := sum(1 for _row in table.rows(edition)))
        ),
        whole=Link("disclosure.json", here.shared("data/disclosure.json")),
    )

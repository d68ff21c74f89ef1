"""What an agency writes beside its plan: pages, files, people, and what was done year by year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.frozen import frozen
from generator.load.articles import page_files, read_articles
from generator.load.attachments import read_attachments
from generator.load.counts import YEAR_IN_NAME
from generator.model.people import People
from generator.model.results import Operations, YearResults
from generator.model.services import ServiceYear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.article import Article, Attachment
    from generator.model.base import Record

    R = TypeVar("R", bound=Record)

    class Read(Protocol):
        """Reads one file as a record of a kind; the reasons why not go to the problems."""

        def __call__(self, path: Path, kind: type[R], problems: list[Diagnostic]) -> R | None:
            """The record, or None."""


PEOPLE = "people.yml"
YearKind = YearResults | Operations | ServiceYear
SUBJECTS: dict[str, type[YearKind]] = {
    "results": YearResults,
    "operations": Operations,
    "services": ServiceYear,
}
"""Folders with one file for each fiscal year: `results/2568.yml`."""


@frozen(kw_only=True)
class Written:
    """What was found; empty where the agency has no such file."""

    articles: tuple[Article, ...]
    attachments: tuple[Attachment, ...]
    people: People | None
    results: tuple[YearResults, ...]
    operations: tuple[Operations, ...]
    services: tuple[ServiceYear, ...]


def written_files(folder: Path) -> Iterator[Path]:
    """Every file of data that is read here."""
    yield from page_files(folder)
    yield folder / PEOPLE
    yield from _year_files(folder)


def read_written(folder: Path, read: Read, problems: list[Diagnostic]) -> Written | None:
    """All of it, or None where a part cannot be read."""
    articles = read_articles(folder, problems)
    attachments = read_attachments(folder, problems)
    has_people = (folder / PEOPLE).exists()
    people = read(folder / PEOPLE, People, problems) if has_people else None
    years = [_year(path, read, problems) for path in _year_files(folder)]
    if articles is None or None in years or (has_people and people is None):
        return None
    return Written(
        articles=tuple(articles),
        attachments=tuple(attachments),
        people=people,
        results=tuple(year for year in years if isinstance(year, YearResults)),
        operations=tuple(year for year in years if isinstance(year, Operations)),
        services=tuple(year for year in years if isinstance(year, ServiceYear)),
    )


def _year_files(folder: Path) -> list[Path]:
    found = (path for name in SUBJECTS for path in sorted((folder / name).glob("*.yml")))
    return [path for path in found if re.fullmatch(r"2\d{3}\.yml", path.name)]


def _year(path: Path, read: Read, problems: list[Diagnostic]) -> YearKind | None:
    kind = SUBJECTS[path.parent.name]
    found = read(path, kind, problems)
    if found is None or str(int(found.fiscal_year)) == path.stem:
        return found
    place = found.locate("fiscal_year")
    problems.append(YEAR_IN_NAME.at(place, year=int(found.fiscal_year), name=path.name))
    return None

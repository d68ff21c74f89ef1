"""Complaints and gifts: files by fiscal year, and what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.diagnostics import Diagnostic, Rule, Words
from generator.frozen import frozen
from generator.model.complaints import ComplaintGuide, ComplaintReport, PublishedRecord
from generator.model.gifts import GiftReport

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.base import Record

    R = TypeVar("R", bound=Record)

    class Read(Protocol):
        """Reads one file as a record of a kind; the reasons why not go to the problems."""

        def __call__(self, path: Path, kind: type[R], problems: list[Diagnostic]) -> R | None:
            """The record, or None."""


GUIDE = "complaints/channels.yml"
PUBLISHED = "complaints/published.yml"
SUBJECTS: dict[str, type[ComplaintReport | GiftReport]] = {
    "complaints": ComplaintReport,
    "gifts": GiftReport,
}
"""Folders with one file for each fiscal year: `complaints/2569.yml`."""


@frozen(kw_only=True)
class Counts:
    """What an agency counts of complaints and gifts; empty where it has no such file."""

    complaints: tuple[ComplaintReport, ...] = ()
    gifts: tuple[GiftReport, ...] = ()
    guide: ComplaintGuide | None = None
    published: PublishedRecord | None = None


def count_files(folder: Path) -> Iterator[Path]:
    """Every file of counts that an agency has, by year."""
    for subject in SUBJECTS:
        found = (folder / subject).glob("*.yml") if (folder / subject).is_dir() else ()
        yield from sorted(path for path in found if re.fullmatch(r"2\d{3}\.yml", path.name))
    yield from (folder / name for name in (GUIDE, PUBLISHED) if (folder / name).exists())


def read_counts(folder: Path, read: Read, problems: list[Diagnostic]) -> Counts | None:
    """The counts of an agency, or None where a file of them cannot be read."""
    reports: dict[str, list[ComplaintReport | GiftReport]] = {subject: [] for subject in SUBJECTS}
    rest: dict[str, ComplaintGuide | PublishedRecord | None] = {}
    whole = True
    for path in count_files(folder):
        found = read(path, _kind(path), problems)
        whole = whole and found is not None
        if isinstance(found, ComplaintReport | GiftReport):
            whole = _in_its_year(found, path, problems) and whole
            reports[path.parent.name].append(found)
        elif isinstance(found, ComplaintGuide | PublishedRecord):
            rest[path.name] = found
    if not whole:
        return None
    return Counts(
        complaints=tuple(r for r in reports["complaints"] if isinstance(r, ComplaintReport)),
        gifts=tuple(r for r in reports["gifts"] if isinstance(r, GiftReport)),
        guide=next((g for g in rest.values() if isinstance(g, ComplaintGuide)), None),
        published=next((p for p in rest.values() if isinstance(p, PublishedRecord)), None),
    )


def _kind(path: Path) -> type[ComplaintReport | GiftReport | ComplaintGuide | PublishedRecord]:
    beside = {"channels.yml": ComplaintGuide, "published.yml": PublishedRecord}
    return beside.get(path.name) or SUBJECTS[path.parent.name]


def _in_its_year(
    report: ComplaintReport | GiftReport, path: Path, problems: list[Diagnostic]
) -> bool:
    if str(int(report.fiscal_year)) == path.stem:
        return True
    place = report.locate("fiscal_year")
    problems.append(YEAR_IN_NAME.at(place, year=int(report.fiscal_year), name=path.name))
    return False


YEAR_IN_NAME = Rule(
    code="year-in-name",
    what=Words(
        "ไฟล์ระบุปี {year} แต่ชื่อไฟล์คือ {name}", "The file says B.E. {year} but its name is {name}"
    ),
    why=Words("ตัวเลขจะแสดงผิดปีงบประมาณ", "The counts would be shown under another fiscal year"),
    mend=Words("แก้ fiscal_year หรือชื่อไฟล์ให้ตรงกัน", "Mend fiscal_year, or rename the file"),
)
RULES = (YEAR_IN_NAME,)

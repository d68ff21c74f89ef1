"""Texts of files, each with its setting and a way from a character to the place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol

from generator.diagnostics import Place
from generator.frozen import frozen
from generator.privacy.detect import detect
from generator.privacy.finding import Finding, Kind
from generator.privacy.numbers import national_ids
from generator.privacy.persons import rolls as lists
from generator.privacy.tables import CELL, rolls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting
    from generator.privacy.tables import Table


@frozen
class Found:
    """A finding with its place and its shape; the data itself stays in the finding."""

    finding: Finding
    place: Place
    typed: str
    file: str
    """The file below the agency's folder, as a release names it."""


def unwrapped(text: str, setting: Setting) -> tuple[Finding, ...]:
    """Findings in prose whose lines are joined again, and what the ends of lines make: lists."""
    joined = WRAP.sub(" ", text)
    found = detect(joined, setting)
    listed = detect(text, setting, BY_LINES) if joined != text else ()
    return (*found, *(finding for finding in listed if finding not in found))


BY_LINES = (national_ids, lists)
WRAP = re.compile(r"(?<=[^\n|])\n(?![\n\s|#*\-]|\d{1,3}[.)] )")
"""The end of a line that another follows, which begins no list, no heading and no table."""


class Piece(Protocol):
    """Something that can be looked through."""

    def found(self, setting: Setting) -> Iterator[Found]:
        """The personal data in it."""


@frozen
class Lines:
    """A text file, with lines and columns."""

    text: str
    name: str
    """How diagnostics call it."""
    file: str
    wrapped: bool = False
    """Whether it is prose, whose lines end where the page does and not where a thought ends."""

    def found(self, setting: Setting) -> Iterator[Found]:
        """Findings by line and column; the line itself is not repeated."""
        findings = unwrapped(self.text, setting) if self.wrapped else detect(self.text, setting)
        starts = [0, *(end.end() for end in re.finditer("\n", self.text))] if findings else []
        for finding in findings:
            line = bisect_right(starts, finding.start)
            place = Place(self.name, line, finding.start - starts[line - 1] + 1)
            yield Found(finding, place, self.text[finding.start : finding.end], self.file)


@frozen
class Whole:
    """A text that has no lines of its own: a page of a PDF, a property, a file's name."""

    text: str
    name: str
    file: str

    def found(self, setting: Setting) -> Iterator[Found]:
        """Findings, all at the one place that there is."""
        for finding in unwrapped(self.text, setting):
            yield Found(
                finding, Place(self.name), self.text[finding.start : finding.end], self.file
            )


@frozen
class Cells:
    """A table: a CSV file or a sheet, each cell with its place."""

    table: Table
    file: str

    def found(self, setting: Setting) -> Iterator[Found]:
        """Findings by cell; suppliers' names pass in the columns that list suppliers."""
        for finding in (*detect(self.table.text, setting), *rolls(self.table)):
            row, column = self.table.at(finding.start)
            public = self.table.lists_suppliers(column) or self.table.tells_post(row)
            if finding.kind in {Kind.NAME, Kind.ROLL} and public:
                continue
            typed = self.table.text[finding.start : finding.end].replace(CELL, " ")
            yield Found(finding, self.table.place(row, column), typed, self.file)

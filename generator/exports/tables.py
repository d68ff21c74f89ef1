"""Every table of an agency's open data, in workbooks of what belongs together.

A subject's tables stand in a module of their own with a function `books(edition)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cache.once import once
from generator.exports import counts, ita_list, pictures, plan, procurement, results, services

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.table import Book, Table

SUBJECTS = (plan, results, procurement, counts, services, pictures)
"""Modules with a function `books(edition)`, in the order of the data page."""


@once
def books(edition: Edition) -> tuple[Book, ...]:
    """Every workbook; pages of ITA items ask for them one after the other."""
    return tuple(book for subject in SUBJECTS for book in subject.books(edition))


def tables(edition: Edition) -> Iterator[Table]:
    """Every table; one without rows is still written, so that its address answers."""
    for book in books(edition):
        yield from book.tables
    yield from ita_list.tables(edition)


@once
def numbers(edition: Edition) -> dict[str, int]:
    """How many rows each table of a workbook has, by its name; pages of both languages tell it."""
    return {
        table.name: sum(1 for _row in table.rows(edition))
        for book in books(edition)
        for table in book.tables
    }

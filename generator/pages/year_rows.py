"""The rows of a year's list that takes several pages, as a script that the reader's browser narrows.

A page holds a part of the list. Whoever narrows it means the year, so the rows of all parts come with
the first choice: as a script, because a page that is opened from a disk may run one but not fetch.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.model.base import Phrase
from generator.pages.year_purchases import FACETS, YearPurchasesPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.base import Here, Page
    from generator.pages.year_purchases import ListedPurchase


class YearRows:
    """The rows of one language's lists, page by page as they are made."""

    def __init__(self) -> None:
        self._rows: dict[str, list[str]] = {}

    def add(self, page: Page) -> None:
        """The rows of a page, where it is a part of a list."""
        if isinstance(page, YearPurchasesPage) and page.narrowing and page.narrowing.rest:
            address = page.narrowing.rest.removeprefix(page.here.root)
            rows = self._rows.setdefault(address, [])
            rows += [_written(_cells(page.here, row)) for row in page.rows]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each list's script with its address below the site's root."""
        for address, rows in self._rows.items():
            head = _written({"root": "../" * address.count("/"), "facets": FACETS})
            body = ",\n".join(rows)
            yield address, f"disclosureRows({head},[\n{body}\n]);\n".encode()


def _cells(here: Here, row: ListedPurchase) -> list[object]:
    """A row as `narrow.js` reads it; words in another language than the page's come with theirs."""
    values = dict(row.marks.facets)
    return [
        row.number,
        row.link.href.removeprefix(here.root),
        _said(row.link.text),
        " · ".join(row.meta),
        [_said(name) for name in row.suppliers],
        here.words("{baht} baht", baht=row.price) if row.is_price else row.price,
        int(row.is_price),
        [values.get(name, "") for name in FACETS],
        row.marks.sums,
    ]


def _said(words: str | Phrase) -> str | list[str]:
    if isinstance(words, Phrase) and words.lang is not words.page:
        return [str(words), str(words.lang)]
    return str(words)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

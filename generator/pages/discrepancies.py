"""All places where the source contradicts itself, on one page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from generator.frozen import frozen
from generator.pages.base import Here, Page, Searched
from generator.pages.contradictions import Discrepancy, decided, discrepancies
from generator.pages.money import PrintedRow, printed_narrowing, printed_rows
from generator.pages.narrowing import Way, narrowing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.narrowing import Narrowing


@frozen(kw_only=True)
class DiscrepancyGroup:
    """Contradictions of one sort."""

    code: str
    about: str
    rows: tuple[Discrepancy, ...]


@frozen(kw_only=True)
class DiscrepanciesPage(Page):
    """Both sides of every contradiction, and each printed total beside the computed one."""

    template: ClassVar[str] = "discrepancies.html"
    searched: ClassVar[Searched] = "headings"

    summary: str
    groups: tuple[DiscrepancyGroup, ...]
    narrowing: Narrowing | None
    printed: tuple[PrintedRow, ...]
    printed_narrowing: Narrowing | None
    agreeing: str


def _summary(here: Here, found: int, still_open: int) -> str:
    """How many there are, and how many wait for a decision of the agency."""
    _ = here.words
    if not found:
        return _("No discrepancy was found in the document")
    if not still_open:
        return _.count(
            "{n} discrepancy; it is decided which statement is shown",
            "{n} discrepancies; of each it is decided which statement is shown",
            found,
            n=found,
        )
    return _.count(
        "{n} discrepancy, {open} not decided",
        "{n} discrepancies, {open} of them not decided",
        found,
        n=found,
        open=still_open,
    )


def pages(edition: Edition, lang: Lang) -> Iterator[DiscrepanciesPage]:
    """The page of discrepancies."""
    here = Here(lang, "discrepancies")
    _ = here.words
    found = sorted(discrepancies(here, edition, edition.contradictions), key=lambda row: row.code)
    printed = printed_rows(here, edition.disclosure)
    still_open = sum(row.is_open for row in found)
    yield DiscrepanciesPage(
        here=here,
        title=_("Discrepancies"),
        description=_(
            "Where the source document contradicts itself, with both statements and what is shown"
        ),
        summary=_summary(here, len(found), still_open),
        groups=tuple(
            DiscrepancyGroup(code=code, about=rows[0].about, rows=tuple(rows))
            for code, rows in ((c, list(g)) for c, g in groupby(found, key=lambda row: row.code))
        ),
        narrowing=narrowing(
            here,
            [row.marks for row in found],
            (
                Way(name="sort", label=_("Kind"), values={row.code: row.about for row in found}),
                Way(name="shown", label=_("What is shown"), values=decided(_)),
            ),
        ),
        printed=printed,
        printed_narrowing=printed_narrowing(here, edition.disclosure, printed),
        agreeing=_(
            "{agree} of {number} printed totals agree with the data",
            agree=sum(r.agrees for r in printed),
            number=len(printed),
        ),
    )

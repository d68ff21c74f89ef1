"""The whole plan on one page, for paper: cover, contents, and every page of the plan in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.notice import notice
from generator.pages.base import Here, Page, Searched

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase

PATH = "print"
"""Folder of the page."""
WHERE_BODY = "\x1e"
"""Stands where a chapter's finished HTML is put in; no text has it."""


@frozen(kw_only=True)
class Chapter:
    """A page of the site as a part of the book."""

    anchor: str
    number: str
    """Number in the contents; empty for parts that have none."""
    title: Phrase | str
    depth: int
    """1 for a part, 2 for an item below it."""
    body: str = WHERE_BODY


@frozen(kw_only=True)
class BookPage(Page):
    """A document of many sheets."""

    template: ClassVar[str] = "book.html"
    searched: ClassVar[Searched] = "no"

    agency: Phrase
    notice: str
    facts: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]


def book(edition: Edition, lang: Lang, chapters: tuple[Chapter, ...]) -> BookPage:
    """The book of an agency's plan, made of pages that are already finished."""
    here = Here(lang, PATH)
    _, disclosure = here.words, edition.disclosure
    return BookPage(
        here=here,
        title=here.text(disclosure.plan.title),
        description=_(
            "The whole plan of {agency} on one page, for paper",
            agency=here.text(disclosure.agency.short_name),
        ),
        agency=here.text(disclosure.agency.name),
        notice=notice(disclosure.agency, lang),
        facts=_facts(here, edition),
        chapters=chapters,
    )


def _facts(here: Here, edition: Edition) -> tuple[tuple[str, str], ...]:
    _, plan = here.words, edition.disclosure.plan
    years = formats.fiscal_years(plan.fiscal_years.from_, plan.fiscal_years.to, here.lang)
    facts = [(_.count("Fiscal year", "Fiscal years", len(edition.disclosure.years)), years)]
    facts.append((_("Items"), str(len(edition.disclosure.items))))
    if plan.announcement:
        facts.append((_("Announced"), formats.day(plan.announcement.date, here.lang)))
    facts.append((_("Source"), str(here.text(plan.source.title))))
    return tuple(facts)

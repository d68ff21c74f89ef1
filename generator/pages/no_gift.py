"""The No Gift Policy of a fiscal year: declaration, culture, what was offered and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.count_words import FORM_WORDS, GIVER_WORDS, HANDLING_WORDS, VALUE_WORDS
from generator.frozen import frozen
from generator.pages.base import Here, Link, Page
from generator.pages.counts import (
    CountRow,
    CountTable,
    DataFile,
    Method,
    cell,
    in_words,
    method,
    name,
    span_name,
)
from generator.pages.items import unit_link
from generator.pages.narrowing import Way, marks, narrowing
from generator.published.facts import ALL, Span
from generator.published.gifts import GIFTS, PROPERTY, receipts_of, ways_of, whole_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Words
    from generator.disclosure_control.cells import Shown
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.gifts import CultureActivity, GiftReport
    from generator.pages.narrowing import Marks, Narrowing

WAY_WORDS: dict[str, dict[str, Words]] = {
    "giver": {str(key): words for key, words in GIVER_WORDS.items()},
    "handling": {str(key): words for key, words in HANDLING_WORDS.items()},
    "value": {str(key): words for key, words in VALUE_WORDS.items()},
}


@frozen(kw_only=True)
class Declaration:
    """The declaration, in the page's language and in the other."""

    text: Phrase
    other_text: str
    other_lang: str
    position: Phrase
    date: str


@frozen(kw_only=True)
class ActivityRow:
    """A culture activity."""

    title: Phrase
    form: str
    date: str
    participants: str
    marks: Marks


@frozen(kw_only=True)
class ReceiptsPart:
    """What was received of one sort: in a sentence, by period, and each way of splitting."""

    sentence: str
    tables: tuple[CountTable, ...]


@frozen(kw_only=True)
class NoGiftPage(Page):
    """A fiscal year's No Gift Policy."""

    template: ClassVar[str] = "no_gift.html"

    declaration: Declaration | None
    activities: tuple[ActivityRow, ...]
    narrowing: Narrowing | None
    """Of the activities."""
    gifts: ReceiptsPart | None
    property: ReceiptsPart | None
    unit: Link | None
    as_of: str
    method: Method
    files: tuple[DataFile, ...]
    previous: Link | None
    next: Link | None


def address(report: GiftReport) -> str:
    """Where a year's page stands."""
    return f"no-gift/{int(report.fiscal_year)}"


def year_title(here: Here, report: GiftReport) -> str:
    """What a year's page is called."""
    year = formats.fiscal_year(report.fiscal_year, here.lang)
    return here.words("No Gift Policy of fiscal year {year}", year=year)


def pages(edition: Edition, lang: Lang) -> Iterator[NoGiftPage]:
    """A page for each year."""
    for report in edition.disclosure.gifts:
        yield _page(edition, report, Here(lang, address(report)))


def _page(edition: Edition, report: GiftReport, here: Here) -> NoGiftPage:
    _ = here.words
    title = year_title(here, report)
    activities = tuple(_activity(here, activity) for activity in report.activities)
    return NoGiftPage(
        here=here,
        title=title,
        description=_("{title}: declaration, activities, what was received", title=title),
        trail=_trail(here, edition),
        declaration=_declaration(here, report),
        activities=activities,
        narrowing=_narrowing(here, activities),
        gifts=_part(here, edition, report, GIFTS),
        property=_part(here, edition, report, PROPERTY),
        unit=unit_link(here, edition, report.unit) if report.unit else None,
        as_of=formats.day(report.as_of, here.lang),
        method=method(here, edition.published.of(report).values()),
        files=(
            DataFile(
                Link("counts.csv", here.shared("data/no-gift/counts.csv")),
                _("Every number of these pages, all years; a hidden one is empty and flagged"),
            ),
        ),
        previous=_neighbour(here, edition, report, -1),
        next=_neighbour(here, edition, report, 1),
    )


def _trail(here: Here, edition: Edition) -> tuple[Link, ...]:
    disclosure = edition.disclosure
    if disclosure.complaint_guide is None and not disclosure.complaints:
        return ()
    return (Link(here.words("Complaints"), here.to("complaints")),)


def _declaration(here: Here, report: GiftReport) -> Declaration | None:
    told = report.declaration
    if told is None:
        return None
    other = told.text.phrase(here.lang.other)
    return Declaration(
        text=here.text(told.text),
        other_text=str(other) if other.lang is here.lang.other else "",
        other_lang=here.lang.other,
        position=here.text(told.position),
        date=formats.day(told.date, here.lang),
    )


def _activity(here: Here, activity: CultureActivity) -> ActivityRow:
    _ = here.words
    people = activity.participants
    return ActivityRow(
        title=here.text(activity.title),
        form=name(here, FORM_WORDS[activity.form]),
        date=formats.day(activity.date, here.lang),
        participants="–"
        if people is None
        else _.count("{n} person", "{n} people", people, n=people),
        marks=marks(form=activity.form),
    )


def _narrowing(here: Here, rows: tuple[ActivityRow, ...]) -> Narrowing | None:
    forms = {str(form): name(here, words) for form, words in FORM_WORDS.items()}
    way = Way(name="form", label=here.words("Form"), values=forms)
    return narrowing(here, [row.marks for row in rows], [way])


def _part(here: Here, edition: Edition, report: GiftReport, subject: str) -> ReceiptsPart | None:
    told = receipts_of(report, subject)
    if not told:
        return None
    whole = whole_span(told)
    total = edition.published.shown(subject, whole, ALL)
    tables = [_by_period(here, edition, report, subject)] if total.value != 0 else []
    for way in ways_of(told):
        shown = {
            category: edition.published.shown(f"{subject}-{way}", whole, category)
            for category in WAY_WORDS[way]
        }
        tables.append(_split(here, way, shown, total))
    return ReceiptsPart(sentence=_sentence(here, subject, whole, total), tables=tuple(tables))


def _sentence(here: Here, subject: str, span: Span, total: Shown) -> str:
    _ = here.words
    slots = {"span": span_name(here, span), "n": in_words(here, total)}
    if subject == GIFTS:
        if total.value == 0:
            return _("In {span} no gift of any kind was received.", **slots)
        return _("In {span} gifts were offered or received {n} times.", **slots)
    if total.value == 0:
        return _("In {span} no property or benefit was received on moral grounds.", **slots)
    return _("In {span} property or benefits were received on moral grounds {n} times.", **slots)


def _by_period(here: Here, edition: Edition, report: GiftReport, subject: str) -> CountTable:
    _ = here.words
    rows = []
    for receipts in receipts_of(report, subject):
        span = Span(receipts.from_, receipts.to)
        shown = edition.published.shown(subject, span, ALL)
        note = _("Nothing was received in this period.") if receipts.none else ""
        rows.append(CountRow(name=span_name(here, span), cells=(cell(here, shown),), note=note))
    return CountTable(
        caption=_("By period"), head=(_("Period"), _("Times")), rows=tuple(rows), foot=None
    )


def _split(here: Here, way: str, shown: dict[str, Shown], total: Shown) -> CountTable:
    _ = here.words
    captions = {
        "giver": (_("By who gave"), _("Giver")),
        "handling": (_("By what was done"), _("What was done")),
        "value": (_("By value"), _("Value")),
    }
    caption, first = captions[way]
    return CountTable(
        caption=caption,
        head=(first, _("Times")),
        rows=tuple(
            CountRow(name=name(here, WAY_WORDS[way][category]), cells=(cell(here, one),))
            for category, one in shown.items()
        ),
        foot=CountRow(name=_("Total"), cells=(cell(here, total),)),
    )


def _neighbour(here: Here, edition: Edition, report: GiftReport, step: int) -> Link | None:
    reports = edition.disclosure.gifts
    at = reports.index(report) + step
    if not 0 <= at < len(reports):
        return None
    return Link(year_title(here, reports[at]), here.to(address(reports[at])))

"""The home page: three figures, the main things, what is new, what is missing."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.plan import DocumentType
from generator.pages.base import Here, Link, Page
from generator.pages.figures import Answer, answers
from generator.pages.money import lost
from generator.pages.newest import Event, newest
from generator.pages.standing import status_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.coverage import Coverage
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase

WAYS = 5
"""Main things that the home page leads to."""
GAPS = 5
"""Missing ITA items that it names; the index has them all."""


@frozen(kw_only=True)
class Way:
    """One of the main things, with what is found there."""

    icon: str
    link: Link
    sentence: str


@frozen(kw_only=True)
class Gap:
    """An ITA item that is not there, or not whole."""

    code: str
    link: Link
    status: str
    status_name: str


@frozen(kw_only=True)
class Missing:
    """What is missing of the newest ITA form, in a sentence and item by item."""

    sentence: str
    named: str
    """Which of them are named, where not all are."""
    gaps: tuple[Gap, ...]
    """The most costly first."""
    all: Link


@frozen(kw_only=True)
class HomePage(Page):
    """An agency's first page."""

    template: ClassVar[str] = "home.html"

    question: str
    """What the site answers."""
    plan_title: Phrase
    answers: tuple[Answer, ...]
    ways: tuple[Way, ...]
    events: tuple[Event, ...]
    missing: Missing | None
    doubts: tuple[Link, ...]
    """What is lost or contradicted in the document itself."""
    owner: Link | None
    signed: str


def pages(edition: Edition, lang: Lang) -> Iterator[HomePage]:
    """The home page."""
    here = Here(lang, "")
    _, disclosure = here.words, edition.disclosure
    plan = disclosure.plan
    yield HomePage(
        here=here,
        title=here.text(disclosure.agency.name),
        description=_description(here, edition),
        question=_(
            "What {agency} does against corruption", agency=here.text(disclosure.agency.short_name)
        ),
        plan_title=here.text(plan.title),
        answers=answers(here, edition),
        ways=tuple(islice(_ways(here, edition), WAYS)),
        events=newest(here, edition),
        missing=_missing(here, edition.coverage[-1]) if edition.coverage else None,
        doubts=tuple(_doubts(here, edition)),
        owner=_owner(here, edition),
        signed=_signed(here, edition),
    )


def _description(here: Here, edition: Edition) -> str:
    """What the site tells, and nothing that it does not."""
    _, disclosure = here.words, edition.disclosure
    slots = {"plan": here.text(disclosure.plan.short_title), "number": len(disclosure.items)}
    if disclosure.plan.type is DocumentType.RESULT_REPORT:
        return _(
            "{plan}: {number} measures, who answers for them, what came of them, and what the ITA asks for",
            **slots,
        )
    if not edition.coverage:
        return _("{plan}: {number} items, who answers for them and what they cost", **slots)
    return _(
        "{plan}: {number} items, who answers for them, what they cost, and what the ITA asks for",
        **slots,
    )


def _ways(here: Here, edition: Edition) -> Iterator[Way]:
    """The things that people come for, as far as the agency has them, and then the others."""
    _ = here.words
    yield _plan(here, edition)
    yield from _told(here, edition)
    for form in edition.coverage[-1:]:
        yield Way(
            icon="list",
            link=Link(_("ITA index"), here.to(f"ita/{int(form.year)}")),
            sentence=_("What must be published, what has been, and where to find it"),
        )
    yield from _about(here, edition)
    yield from _declared(here, edition)
    for icon, name, path, sentence in (
        ("people", _("Responsible units"), "units", _("Which unit answers for which item")),
        ("file", _("Open data"), "data", _("Everything as CSV and JSON, for anyone to use")),
        (
            "scales",
            _("Discrepancies"),
            "discrepancies",
            _("Where the document says two things, and which one is shown"),
        ),
        (
            "file",
            _("About this site"),
            "about",
            _("What this site is, where its facts come from, and what it does not say"),
        ),
    ):
        yield Way(icon=icon, link=Link(name, here.to(path)), sentence=sentence)


def _plan(here: Here, edition: Edition) -> Way:
    _ = here.words
    if edition.disclosure.plan.type is DocumentType.RESULT_REPORT:
        return Way(
            icon="plan",
            link=Link(_("Results"), here.to("plan")),
            sentence=_("Every measure with its steps, what was done and what came of it"),
        )
    return Way(
        icon="plan",
        link=Link(_("Plan"), here.to("plan")),
        sentence=_("Every item with its objectives, steps, budget and targets"),
    )


def _told(here: Here, edition: Edition) -> Iterator[Way]:
    """What was bought, and the way to complain."""
    _, disclosure = here.words, edition.disclosure
    if edition.ledgers:
        yield Way(
            icon="cart",
            link=Link(_("Procurement"), here.to("procurement")),
            sentence=_("What was bought and hired, from whom and for how much, month by month"),
        )
    if disclosure.complaint_guide or disclosure.complaints:
        yield Way(
            icon="voice",
            link=Link(_("Complaints"), here.to("complaints")),
            sentence=_("How to complain, how to follow a case, and how many there were"),
        )


def _about(here: Here, edition: Edition) -> Iterator[Way]:
    _, disclosure = here.words, edition.disclosure
    if disclosure.articles:
        yield Way(
            icon="news",
            link=Link(_("Agency information"), here.to("pages")),
            sentence=_("News, services, manuals and reports of the agency"),
        )
    if disclosure.risk:
        yield Way(
            icon="risk",
            link=Link(_("Corruption risk"), here.to("risk")),
            sentence=_("What could go wrong, how likely it is, and what is done about it"),
        )


def _declared(here: Here, edition: Edition) -> Iterator[Way]:
    """Who signed, where the document has an announcement; else what it commits to, if anything."""
    _, plan = here.words, edition.disclosure.plan
    if plan.announcement:
        sentence = _("Who put the plan into force, when, and what the agency commits to")
    elif plan.objectives or plan.policy:
        sentence = _("What the agency commits to; the document names no signatory")
    else:
        return
    yield Way(
        icon="pen",
        link=Link(_("Declaration of integrity"), here.to("declaration")),
        sentence=sentence,
    )


def _missing(here: Here, form: Coverage) -> Missing:
    _, year = here.words, formats.fiscal_year(form.year, here.lang)
    lacking = form.missing()
    folder = f"ita/{int(form.year)}"
    return Missing(
        sentence=_.count(
            "{n} of {all} items of the ITA form of fiscal year {year} is missing or incomplete",
            "{n} of {all} items of the ITA form of fiscal year {year} are missing or incomplete",
            len(lacking),
            n=len(lacking),
            all=len(form.items),
            year=year,
        )
        if lacking
        else _("Nothing is missing of the ITA form of fiscal year {year}", year=year),
        named=_("The {n} that weigh most", n=GAPS) if len(lacking) > GAPS else "",
        gaps=tuple(
            Gap(
                code=covered.item.code,
                link=Link(
                    here.text(covered.item.title), here.to(f"{folder}/{covered.item.code.lower()}")
                ),
                status=covered.status,
                status_name=status_name(_, covered.status),
            )
            for covered in lacking[:GAPS]
        ),
        all=Link(_("All items by status"), here.to(f"{folder}/status")),
    )


def _doubts(here: Here, edition: Edition) -> Iterator[Link]:
    _ = here.words
    for _what, sentence in lost(here, edition.disclosure):
        yield Link(sentence, here.to("plan", "printed"))
    number = len(edition.contradictions)
    if number:
        text = _(
            "The document contradicts itself in {number} places; both sides are shown",
            number=number,
        )
        yield Link(text, here.to("discrepancies"))


def _owner(here: Here, edition: Edition) -> Link | None:
    disclosure = edition.disclosure
    if disclosure.plan.owner is None:
        return None
    unit = disclosure.unit(disclosure.plan.owner)
    return Link(here.text(unit.name), here.to(f"units/{unit.id}"))


def _signed(here: Here, edition: Edition) -> str:
    announcement = edition.disclosure.plan.announcement
    if announcement is None:
        return ""
    return here.words(
        "{name}, {position}, {day}",
        name=here.text(announcement.signatory.name),
        position=here.text(announcement.signatory.position),
        day=formats.day(announcement.date, here.lang),
    )

"""The declaration of integrity (เจตจำนงสุจริต): what the source says of it, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.pages.base import Here, Page
from generator.pages.passages import PassageRow, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase


@frozen(kw_only=True)
class Fact:
    """A label and what the document says, with its line."""

    label: str
    value: Phrase | str
    line: int | None = None


@frozen(kw_only=True)
class DeclarationPage(Page):
    """Announcement, signatory, approval, and the commitments of the plan."""

    template: ClassVar[str] = "declaration.html"

    statement: Phrase | None
    announcement: Phrase | None
    facts: tuple[Fact, ...]
    signatory: Phrase | None
    position: Phrase | None
    day: str
    commitments: tuple[PassageRow, ...]
    policy: tuple[PassageRow, ...]
    foreword: Phrase | None


def pages(edition: Edition, lang: Lang) -> Iterator[DeclarationPage]:
    """The declaration page."""
    here = Here(lang, "declaration")
    _, plan = here.words, edition.disclosure.plan
    announcement = plan.announcement
    yield DeclarationPage(
        here=here,
        title=_("Declaration of integrity"),
        description=_description(here, edition),
        statement=here.text(announcement.statement) if announcement else None,
        announcement=here.text(announcement.title) if announcement else None,
        facts=tuple(_facts(here, edition)),
        signatory=here.text(announcement.signatory.name) if announcement else None,
        position=here.text(announcement.signatory.position) if announcement else None,
        day=formats.day(announcement.date, lang) if announcement else "",
        commitments=passages(here, plan.objectives),
        policy=passages(here, plan.policy),
        foreword=here.text(plan.foreword.statement) if plan.foreword else None,
    )


def _description(here: Here, edition: Edition) -> str:
    _, agency = here.words, here.text(edition.disclosure.agency.short_name)
    if edition.disclosure.plan.announcement is None:
        return _(
            "What the document of {agency} says of integrity; it has no announcement and no signatory",
            agency=agency,
        )
    return _(
        "What {agency} declares about integrity in its plan, who signed it and when", agency=agency
    )


def _facts(here: Here, edition: Edition) -> Iterator[Fact]:
    _, disclosure = here.words, edition.disclosure
    plan = disclosure.plan
    if plan.announcement:
        yield Fact(
            label=_("Announced"),
            value=formats.day(plan.announcement.date, here.lang),
            line=plan.announcement.line,
        )
    if plan.approval:
        yield Fact(
            label=_("Approved by"), value=here.text(plan.approval.body), line=plan.approval.line
        )
        yield Fact(
            label=_("Approved on"),
            value=formats.day(plan.approval.date, here.lang),
            line=plan.approval.line,
        )
    span = plan.fiscal_years
    yield Fact(
        label=_.count("In force in fiscal year", "In force in fiscal years", len(disclosure.years)),
        value=formats.fiscal_years(span.from_, span.to, here.lang),
        line=span.line,
    )
    if plan.owner:
        unit = disclosure.unit(plan.owner)
        yield Fact(label=_("Responsible for the plan"), value=here.text(unit.name), line=unit.line)

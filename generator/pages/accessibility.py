"""The accessibility statement, in the form that governments give it (W3C's and the EU's model)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.formats import day
from generator.frozen import frozen
from generator.model.agency import Standing
from generator.pages.base import Here, Link, Page
from generator.pages.telephone import dialled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.agency import Agency
    from generator.model.base import Lang, Phrase


@frozen(kw_only=True)
class CheckRow:
    """What was tried by hand, when and how, and what came of it."""

    day: str
    what: Phrase
    how: Phrase
    result: Phrase


@frozen(kw_only=True)
class AccessibilityPage(Page):
    """Whom the site shuts out, how that was found out, and whom to tell."""

    template: ClassVar[str] = "accessibility.html"

    agency: Phrase
    standing: Standing
    address: str
    """Of the site on the internet; empty where the agency has not said it."""
    files: str
    """How many files the agency attached, which are not part of what was checked; empty if none."""
    prepared: str
    judges: tuple[tuple[Phrase, str], ...]
    """Programs that look at the pages, each with its command."""
    checks: tuple[CheckRow, ...]
    limits: tuple[Phrase, ...]
    ways: tuple[tuple[str, tuple[Link, ...]], ...]
    """How the agency is reached, as its data says: kind of way, and the way."""
    channels: tuple[tuple[Phrase, Phrase], ...]
    """Ways on which it answers, with what its data says of them."""
    contact: Link
    design: Link


def pages(edition: Edition, lang: Lang) -> Iterator[AccessibilityPage]:
    """The statement."""
    here, disclosure = Here(lang, "accessibility"), edition.disclosure
    _, review, agency = here.words, disclosure.review, disclosure.agency
    files = len(disclosure.attachments)
    yield AccessibilityPage(
        here=here,
        title=_("Accessibility statement"),
        description=_(
            "By what standard everyone can use this site, how that was checked, and what is not yet so"
        ),
        agency=here.text(agency.name),
        standing=agency.site.standing,
        address=agency.site.address or "",
        files=_.count("{n} file", "{n} files", files, n=files) if files else "",
        prepared=day(review.prepared, lang),
        judges=tuple((here.text(judge.name), judge.command) for judge in review.judges),
        checks=tuple(
            CheckRow(
                day=day(check.on, lang),
                what=here.text(check.what),
                how=here.text(check.how),
                result=here.text(check.result),
            )
            for check in review.checks
        ),
        limits=tuple(here.text(limit) for limit in review.limits),
        ways=tuple(_ways(here, agency)),
        channels=tuple(_channels(here, agency)),
        contact=Link(_("Contact"), here.to("contact")),
        design=Link(
            _("Colours with their contrast, type, spaces and parts of this site"), here.to("design")
        ),
    )


def _ways(here: Here, agency: Agency) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The office's telephone and e-mail, or those of the unit that answers for the plan."""
    if agency.site.standing is Standing.DEMONSTRATION:
        return
    _ = here.words
    source = agency.office or next(iter(agency.contacts), None)
    if source and source.phone:
        yield _("Telephone"), dialled(here, source.phone)
    if source and source.email:
        yield _("E-mail"), (Link(source.email, f"mailto:{source.email}"),)


def _channels(here: Here, agency: Agency) -> Iterator[tuple[Phrase, Phrase]]:
    if agency.site.standing is Standing.DEMONSTRATION or not agency.office:
        return
    for channel in agency.office.channels:
        if channel.two_way:
            yield here.text(channel.name), here.text(channel.about)

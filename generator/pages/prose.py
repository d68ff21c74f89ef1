"""About, contact and licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.formats import day
from generator.frozen import frozen
from generator.model.agency import Standing
from generator.pages.base import Here, Link, Page
from generator.pages.telephone import dialled
from generator.privacy.finding import LABELS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.agency import Agency
    from generator.model.base import Lang, Phrase


@frozen(kw_only=True)
class ReleaseRow:
    """Something about a person that is published nevertheless, and who answers for it."""

    kind: str
    why: Phrase
    who: Phrase
    until: str


@frozen(kw_only=True)
class AboutPage(Page):
    """What this site is, where its facts come from, what it does not say."""

    template: ClassVar[str] = "about.html"

    agency: Phrase
    standing: Standing
    document: Phrase
    text_file: str
    numbers: str
    releases: tuple[ReleaseRow, ...]


@frozen(kw_only=True)
class ContactRow:
    """How to reach a unit."""

    unit: Link
    phone: tuple[Link, ...]
    email: str
    line: int | None


@frozen(kw_only=True)
class ChannelRow:
    """A way to ask the agency."""

    link: Link
    about: Phrase
    answers: bool
    """Whether the agency answers through it, as a two-way channel does."""


@frozen(kw_only=True)
class ContactPage(Page):
    """How to reach the agency, as its document says."""

    template: ClassVar[str] = "contact.html"

    office: tuple[tuple[str, tuple[Link, ...]], ...]
    """What each fact of the office is called, and its words: address, hours, telephone, the way there."""
    channels: tuple[ChannelRow, ...]
    rows: tuple[ContactRow, ...]
    standing: Standing


@frozen(kw_only=True)
class LicencePage(Page):
    """What may be done with data, words, generator and typeface."""

    template: ClassVar[str] = "licence.html"

    data: Link
    is_invented: bool


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """The three pages."""
    yield _about(edition, Here(lang, "about"))
    yield _contact(edition, Here(lang, "contact"))
    here = Here(lang, "licence")
    _ = here.words
    yield LicencePage(
        here=here,
        title=_("Licence"),
        description=_("What you may do with the data, the texts and the program"),
        data=Link(_("Open data"), here.to("data")),
        is_invented=edition.disclosure.agency.site.standing is Standing.FICTIONAL,
    )


def _about(edition: Edition, here: Here) -> AboutPage:
    _, disclosure = here.words, edition.disclosure
    plan = disclosure.plan
    return AboutPage(
        here=here,
        title=_("About this site"),
        description=_("What this site is, where its facts come from, and what it does not say"),
        agency=here.text(disclosure.agency.name),
        standing=disclosure.agency.site.standing,
        document=here.text(plan.source.title),
        text_file=plan.source.text or "",
        numbers=_.count("{n} item", "{n} items", len(disclosure.items), n=len(disclosure.items)),
        releases=tuple(
            ReleaseRow(
                kind=here.say(LABELS[Kind(release.kind)]),
                why=here.text(release.why),
                who=here.text(release.who),
                until=day(release.until, here.lang),
            )
            for release in disclosure.releases
        ),
    )


def _contact(edition: Edition, here: Here) -> ContactPage:
    _, disclosure = here.words, edition.disclosure
    rows = []
    for contact in disclosure.agency.contacts:
        unit = disclosure.unit(contact.unit)
        rows.append(
            ContactRow(
                unit=Link(here.text(unit.name), here.to(f"units/{unit.id}")),
                phone=dialled(here, contact.phone or ""),
                email=contact.email or "",
                line=contact.line,
            )
        )
    return ContactPage(
        here=here,
        title=_("Contact"),
        description=_("How to reach {agency}", agency=here.text(disclosure.agency.short_name)),
        office=tuple(_office(here, disclosure.agency)),
        channels=tuple(_channels(here, disclosure.agency)),
        rows=tuple(rows),
        standing=disclosure.agency.site.standing,
    )


def _office(here: Here, agency: Agency) -> Iterator[tuple[str, tuple[Link, ...]]]:
    _, office = here.words, agency.office
    if office is None:
        return
    yield _("Address"), (Link(here.text(office.address), ""),)
    if office.hours:
        yield _("Office hours"), (Link(here.text(office.hours), ""),)
    if office.phone:
        yield _("Telephone"), dialled(here, office.phone)
    if office.email:
        yield _("E-mail"), (Link(office.email, f"mailto:{office.email}"),)
    if office.directions:
        yield _("How to get there"), (Link(here.text(office.directions), ""),)


def _channels(here: Here, agency: Agency) -> Iterator[ChannelRow]:
    for channel in agency.office.channels if agency.office else ():
        yield ChannelRow(
            link=Link(here.text(channel.name), channel.address or ""),
            about=here.text(channel.about),
            answers=channel.two_way,
        )

"""One sheet for the notice board: the figures, the ways to complain, the way to the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.frozen import frozen
from generator.model.complaints import Concern
from generator.notice import notice
from generator.pages.base import Here, Page, Searched
from generator.pages.figures import Answer, answers
from generator.qr import qr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase


@frozen(kw_only=True)
class Way:
    """A way to reach the agency, as it stands on the sheet."""

    name: Phrase | str
    value: str


@frozen(kw_only=True)
class PosterPage(Page):
    """A sheet of A4."""

    template: ClassVar[str] = "poster.html"
    searched: ClassVar[Searched] = "no"

    agency: Phrase
    plan: Phrase
    notice: str
    answers: tuple[Answer, ...]
    heading: str
    """What the ways below it are for."""
    ways: tuple[Way, ...]
    address: str
    qr: Markup | str


def pages(edition: Edition, lang: Lang) -> Iterator[PosterPage]:
    """The sheet."""
    here = Here(lang, "poster")
    _, disclosure = here.words, edition.disclosure
    base = disclosure.agency.site.address or ""
    address = base and base + here.file.removesuffix("poster/index.html")
    complain = tuple(_corruption_channels(here, edition))
    yield PosterPage(
        here=here,
        title=_("A sheet for the notice board"),
        plan=here.text(disclosure.plan.short_title),
        description=_(
            "One sheet of {agency} for the notice board",
            agency=here.text(disclosure.agency.short_name),
        ),
        agency=here.text(disclosure.agency.name),
        notice=notice(disclosure.agency, lang),
        answers=answers(here, edition),
        heading=_("Report corruption") if complain else _("Contact"),
        ways=complain or tuple(_contacts(here, edition)),
        address=address,
        qr=qr(address, "Q") if address else "",
    )


def _corruption_channels(here: Here, edition: Edition) -> Iterator[Way]:
    guide = edition.disclosure.complaint_guide
    for channel in guide.of(Concern.CORRUPTION) if guide else ():
        place = str(here.text(channel.address)) if channel.address else ""
        value = channel.phone or channel.url or channel.email or place
        yield Way(name=here.text(channel.name), value=value)


def _contacts(here: Here, edition: Edition) -> Iterator[Way]:
    for contact in edition.disclosure.agency.contacts:
        unit = edition.disclosure.unit(contact.unit)
        value = " · ".join(part for part in (contact.phone, contact.email) if part)
        yield Way(name=here.text(unit.name), value=value)

"""How to complain and follow a case, what is published of it, and who protects those who report."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.addresses import path_of_complaints
from generator.count_words import MEDIUM_WORDS
from generator.frozen import frozen
from generator.model.complaints import Concern
from generator.pages import complaint_year
from generator.pages.base import Here, Link, Page
from generator.pages.complaint_years import years_picture
from generator.pages.counts import name
from generator.pages.items import unit_link
from generator.pages.narrowing import Way, by_unit, marks, narrowing
from generator.pages.no_gift import address as gift_address
from generator.pages.no_gift import year_title as gift_title
from generator.pages.passages import passages
from generator.pages.telephone import dialled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.complaints import Channel, ComplaintGuide
    from generator.pages.narrowing import Marks, Narrowing
    from generator.pages.passages import PassageRow
    from generator.pages.picture import Picture

NACC = "https://wbs.nacc.go.th/"
PACC = "https://www.pacc.go.th/e-service/index.html"
"""Where the NACC and the PACC take reports; seen among the links that an assessed agency filed."""


@frozen(kw_only=True)
class ChannelRow:
    """A way to complain, as a citizen uses it."""

    name: Phrase
    medium: str
    url: str
    phone: tuple[Link, ...]
    email: str
    address: Phrase | None
    hours: Phrase | None
    unit: Link | None
    marks: Marks


@frozen(kw_only=True)
class Guide:
    """What the agency says of complaining."""

    corruption: tuple[ChannelRow, ...]
    general: tuple[ChannelRow, ...]
    corruption_narrowing: Narrowing | None
    general_narrowing: Narrowing | None
    how: tuple[PassageRow, ...]
    steps: tuple[PassageRow, ...]
    follow: tuple[PassageRow, ...]
    unit: Link
    days: str
    as_of: str


@frozen(kw_only=True)
class ComplaintsPage(Page):
    """The way in for whoever has something to report."""

    template: ClassVar[str] = "complaints.html"

    guide: Guide | None
    years: Picture | None
    """Complaints over the years, where more than one is counted."""
    statistics: tuple[Link, ...]
    gifts: tuple[Link, ...]
    outside: tuple[Link, ...]
    days: str
    limit: str


def pages(edition: Edition, lang: Lang) -> Iterator[ComplaintsPage]:
    """One page, where there is anything to say."""
    here = Here(lang, "complaints")
    _, disclosure = here.words, edition.disclosure
    guide, years = disclosure.complaint_guide, complaint_year.told(edition)
    if guide is None and not years:
        return
    limits = {report.small_counts_below for report in years} or {3}
    yield ComplaintsPage(
        here=here,
        title=_("Complaints"),
        description=_(
            "How to complain to {agency}, how to follow a case, and how you are protected",
            agency=here.text(disclosure.agency.short_name),
        ),
        guide=_guide(here, edition, guide) if guide else None,
        years=years_picture(here, edition),
        statistics=tuple(
            Link(complaint_year.year_title(here, r), here.to(path_of_complaints(r)))
            for r in reversed(years)
        ),
        gifts=tuple(
            Link(gift_title(here, r), here.to(gift_address(r))) for r in reversed(disclosure.gifts)
        ),
        outside=(
            Link(_("National Anti-Corruption Commission (NACC)"), NACC),
            Link(_("Office of Public Sector Anti-Corruption Commission (PACC)"), PACC),
        ),
        days=str(guide.answer_days) if guide else "",
        limit=str(max(limits)),
    )


def _guide(here: Here, edition: Edition, guide: ComplaintGuide) -> Guide:
    def rows(concern: Concern) -> tuple[ChannelRow, ...]:
        return tuple(_channel(here, edition, channel) for channel in guide.of(concern))

    _ = here.words
    corruption, general = rows(Concern.CORRUPTION), rows(Concern.GENERAL)
    return Guide(
        corruption=corruption,
        general=general,
        corruption_narrowing=_narrowing(
            here, edition, corruption, "corruption", _("Narrow the ways to report corruption")
        ),
        general_narrowing=_narrowing(
            here, edition, general, "general", _("Narrow the ways to complain")
        ),
        how=passages(here, guide.how),
        steps=passages(here, guide.steps),
        follow=passages(here, guide.follow),
        unit=unit_link(here, edition, guide.unit),
        days=str(guide.answer_days),
        as_of=formats.day(guide.as_of, here.lang),
    )


def _channel(here: Here, edition: Edition, channel: Channel) -> ChannelRow:
    return ChannelRow(
        name=here.text(channel.name),
        medium=here.say(MEDIUM_WORDS[channel.medium]),
        url=channel.url or "",
        phone=dialled(here, channel.phone or ""),
        email=channel.email or "",
        address=here.text(channel.address) if channel.address else None,
        hours=here.text(channel.hours) if channel.hours else None,
        unit=unit_link(here, edition, channel.unit) if channel.unit else None,
        marks=marks(medium=channel.medium, unit=channel.unit or ""),
    )


def _narrowing(
    here: Here, edition: Edition, rows: tuple[ChannelRow, ...], prefix: str, label: str
) -> Narrowing | None:
    media = {str(medium): name(here, words) for medium, words in MEDIUM_WORDS.items()}
    ways = (
        Way(name="medium", label=here.words("Channel"), values=media),
        by_unit(here, edition.disclosure.agency.units),
    )
    return narrowing(here, [row.marks for row in rows], ways, prefix=prefix, label=label)

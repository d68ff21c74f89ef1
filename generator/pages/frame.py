"""The frame around every page: head, notice, navigation, language switch, foot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.cache.once import once
from generator.frozen import frozen
from generator.model.base import Lang
from generator.model.plan import DocumentType
from generator.notice import notice
from generator.pages.base import Here, Level, Link
from generator.qr import qr
from generator.wording import wording

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.base import Phrase
    from generator.pages.base import Page


LEVELS = 1024
"""How many surroundings are kept: languages × sections × depths are far fewer."""


@frozen(kw_only=True)
class Surroundings:
    """What is the same around all pages of a section that stand equally deep, in one language."""

    lang: Lang
    agency: Phrase
    agency_short: Phrase
    subtitle: str
    home: str
    root: str
    notice: str
    """That this is a demonstration or invented; empty on an agency's own site."""
    notice_link: Link
    skip: str
    menu: str
    search: Link
    navigation: tuple[Link, ...]
    scheme: str
    """Label of the switch between light, dark and high contrast."""
    schemes: tuple[tuple[str, str], ...]
    """What it then says, by the scheme's name in the stylesheet."""
    foot: tuple[Link, ...]
    foot_label: str
    source: str
    top: str
    digits: str
    """Label of the switch between Thai and Arabic digits; empty in English."""


@frozen(kw_only=True)
class Frame:
    """What surrounds the page's own content; the theme's `main.html` prints it."""

    around: Surroundings
    title: str
    """For the browser's tab: page and agency."""
    description: str
    address: str
    """Of the page on the internet; empty where the agency has not said where its site will be."""
    picture: str
    """Address of the picture that messengers show; empty as above."""
    trail: tuple[Link, ...]
    trail_label: str
    other: Link
    other_lang: str
    alternates: tuple[tuple[str, str], ...]
    """Language code and whole address of each version of the page, for search engines, which take no
    other; empty where the agency has not said where its site will be."""
    moved_to: str
    """Where the browser goes at once; empty on every page that is in use."""
    copy: tuple[str, str]
    """Label of the button that copies the page's address, and what it says when that is done."""
    qr: Markup | str
    """The page's address as a QR code, for paper."""


def frame(page: Page, edition: Edition) -> Frame:
    """The frame of a page."""
    here, _ = page.here, page.here.words
    around = surroundings(here, edition)
    address = public_address(here, edition)
    return Frame(
        around=around,
        title=f"{page.title} · {around.agency_short}" if here.path else str(around.agency),
        description=page.description,
        address=address,
        picture=_picture(page, edition),
        trail=(Link(_("Home"), around.home), *page.trail) if here.path else (),
        trail_label=_("You are here"),
        other=Link("English" if here.lang == "th" else "ภาษาไทย", here.other()),
        other_lang=here.lang.other,
        alternates=_alternates(here, edition),
        moved_to=page.moved_to,
        copy=(_("Copy this page's address"), _("Copied")),
        qr=qr(address) if address else "",
    )


def surroundings(here: Here, edition: Edition) -> Surroundings:
    """What surrounds a page and those beside it."""
    return _surroundings(edition, here.level, section(here, edition))


@partial(once, most=LEVELS)
def _surroundings(edition: Edition, level: Level, current: str | None) -> Surroundings:
    agency, lang, _ = edition.disclosure.agency, level.lang, level.words
    return Surroundings(
        lang=lang,
        agency=agency.name.phrase(lang),
        agency_short=agency.short_name.phrase(lang),
        subtitle=_("Anti-corruption and transparency disclosure"),
        home=level.to(""),
        root=level.root,
        notice=notice(agency, lang),
        notice_link=Link(_("About this site"), level.to("about")),
        skip=_("Skip to the content"),
        menu=_("Menu"),
        search=Link(_("Search"), level.to("search")),
        navigation=navigation(level, edition, current),
        scheme=_("Light, dark or high contrast"),
        schemes=(("light", _("Light")), ("dark", _("Dark")), ("contrast", _("High contrast"))),
        foot=foot(level),
        foot_label=_("About this site"),
        source=_("Source: {document}", document=edition.disclosure.plan.source.title.phrase(lang)),
        top=_("Back to top"),
        digits=_("Thai digits") if lang is Lang.TH else "",
    )


def public_address(here: Here, edition: Edition, lang: Lang | None = None) -> str:
    """Where a page will be on the internet; empty where the agency has not said where its site is."""
    base = edition.disclosure.agency.site.address
    file = Here(lang or here.lang, here.path).file
    return base + file.removesuffix("index.html") if base else ""


def _picture(page: Page, edition: Edition) -> str:
    """The picture of the page's section."""
    base = edition.disclosure.agency.site.address
    if not base:
        return ""
    return base + card_file(page.here.lang, section(page.here, edition) or "")


def card_file(lang: Lang, path: str) -> str:
    """The picture of a main page."""
    return f"cards/{lang}-{path.replace('/', '-') or 'home'}.png"


def main_pages(here: Here, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Path and name of each, the same on every page of a language."""
    return _main_pages(edition, here.lang)


@once
def _main_pages(edition: Edition, lang: Lang) -> tuple[tuple[str, str], ...]:
    _, disclosure = wording(lang), edition.disclosure
    is_report = disclosure.plan.type is DocumentType.RESULT_REPORT
    pages = [("", _("Home")), ("declaration", _("Declaration of integrity"))]
    pages.append(("plan", _("Results") if is_report else _("Plan")))
    pages.append(("units", _("Responsible units")))
    if disclosure.risk:
        pages.append(("risk", _("Corruption risk")))
    if disclosure.procurement:
        pages.append(("procurement", _("Procurement")))
    if disclosure.complaint_guide or disclosure.complaints:
        pages.append(("complaints", _("Complaints")))
    elif disclosure.gifts:
        newest = int(disclosure.gifts[-1].fiscal_year)
        pages.append((f"no-gift/{newest}", _("No Gift Policy")))
    tables = (disclosure.people, disclosure.results, disclosure.operations, disclosure.services)
    if disclosure.articles or any(tables):
        pages.append(("pages", _("Agency information")))
    pages += [(f"ita/{int(f.fiscal_year)}", _("ITA index")) for f in disclosure.answered[-1:]]
    pages.append(("data", _("Open data")))
    return tuple(pages)


def navigation(level: Level, edition: Edition, current: str | None = None) -> tuple[Link, ...]:
    """The main pages."""
    return tuple(
        Link(text, level.to(path), path == current)
        for path, text in _main_pages(edition, level.lang)
    )


def section(here: Here, edition: Edition) -> str | None:
    """The main page to which a page belongs; None if it belongs to none."""
    subject = _subject(here.path)
    ways = main_pages(here, edition)
    return next((path for path, _name in ways if _subject(path) == subject), None)


def _subject(path: str) -> str:
    """The first part of the main page's address to which a page belongs."""
    first = path.split("/", maxsplit=1)[0]
    return BELONGS.get(first, first)


BELONGS = {
    "items": "plan",
    "dimensions": "plan",
    "discrepancies": "plan",
    "no-gift": "complaints",
    "news": "pages",
    "structure": "pages",
    "results": "pages",
    "operations": "pages",
    "services": "pages",
}
"""Subjects that stand below another's main page."""


def _alternates(here: Here, edition: Edition) -> tuple[tuple[str, str], ...]:
    if not edition.disclosure.agency.site.address:
        return ()
    pair = {lang: public_address(here, edition, lang) for lang in Lang}
    return (
        *((str(lang), pair[lang]) for lang in sorted(pair)),
        ("x-default", pair[Lang.TH]),
    )


def foot(level: Level) -> tuple[Link, ...]:
    """The pages about the site itself."""
    _ = level.words
    return (
        Link(_("About"), level.to("about")),
        Link(_("Contact"), level.to("contact")),
        Link(_("The plan on paper"), level.to("print")),
        Link(_("A sheet for the notice board"), level.to("poster")),
        Link(_("Discrepancies"), level.to("discrepancies")),
        Link(_("Accessibility"), level.to("accessibility")),
        Link(_("Licence"), level.to("licence")),
        Link(_("Rules for data"), level.to("rules")),
    )

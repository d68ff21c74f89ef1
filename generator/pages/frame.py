"""The frame around every page: head, notice, navigation, language switch, foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.base import Lang
from generator.model.plan import DocumentType
from generator.notice import notice
from generator.once import once
from generator.pages.base import Here, Link
from generator.qr import qr
from generator.wording import wording

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.base import Phrase
    from generator.pages.base import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds the page's own content; the theme's `main.html` prints it."""

    lang: str
    title: str
    """For the browser's tab: page and agency."""
    description: str
    agency: Phrase
    agency_short: Phrase
    subtitle: str
    home: str
    root: str
    address: str
    """Of the page on the internet; empty where the agency has not said where its site will be."""
    picture: str
    """Address of the picture that messengers show; empty as above."""
    notice: str
    """That this is a demonstration or invented; empty on an agency's own site."""
    notice_link: Link
    skip: str
    menu: str
    search: Link
    navigation: tuple[Link, ...]
    trail: tuple[Link, ...]
    trail_label: str
    other: Link
    other_lang: str
    alternates: tuple[tuple[str, str], ...]
    """Language code and whole address of each version of the page, for search engines, which take no
    other; empty where the agency has not said where its site will be."""
    scheme: str
    """Label of the switch between light, dark and high contrast."""
    schemes: tuple[tuple[str, str], ...]
    """What it then says, by the scheme's name in the stylesheet."""
    moved_to: str
    """Where the browser goes at once; empty on every page that is in use."""
    foot: tuple[Link, ...]
    foot_label: str
    source: str
    top: str
    digits: str
    """Label of the switch between Thai and Arabic digits; empty in English."""
    copy: tuple[str, str]
    """Label of the button that copies the page's address, and what it says when that is done."""
    qr: Markup | str
    """The page's address as a QR code, for paper."""


def frame(page: Page, edition: Edition) -> Frame:
    """The frame of a page."""
    here, agency = page.here, edition.disclosure.agency
    _ = here.words
    name = here.text(agency.name)
    is_home = not here.path
    address = public_address(here, edition)
    return Frame(
        lang=here.lang,
        title=str(name) if is_home else f"{page.title} · {here.text(agency.short_name)}",
        description=page.description,
        agency=name,
        agency_short=here.text(agency.short_name),
        subtitle=_("Anti-corruption and transparency disclosure"),
        home=here.to(""),
        root=here.root,
        address=address,
        picture=_picture(page, edition),
        notice=notice(agency, here.lang),
        notice_link=Link(_("About this site"), here.to("about")),
        skip=_("Skip to the content"),
        menu=_("Menu"),
        search=Link(_("Search"), here.to("search")),
        navigation=navigation(here, edition),
        trail=() if is_home else (Link(_("Home"), here.to("")), *page.trail),
        trail_label=_("You are here"),
        other=Link("English" if here.lang == "th" else "ภาษาไทย", here.other()),
        other_lang=here.lang.other,
        alternates=_alternates(here, edition),
        scheme=_("Light, dark or high contrast"),
        schemes=(("light", _("Light")), ("dark", _("Dark")), ("contrast", _("High contrast"))),
        moved_to=page.moved_to,
        foot=foot(here),
        foot_label=_("About this site"),
        source=_("Source: {document}", document=here.text(edition.disclosure.plan.source.title)),
        top=_("Back to top"),
        digits=_("Thai digits") if here.lang is Lang.TH else "",
        copy=(_("Copy this page's address"), _("Copied")),
        qr=qr(address) if address else "",
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
    ways = [path for path, _name in main_pages(page.here, edition)]
    section = next((path for path in ways[1:] if _is_current(page.here.path, path)), "")
    return base + card_file(page.here.lang, section)


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


def navigation(here: Here, edition: Edition) -> tuple[Link, ...]:
    """The main pages."""
    return tuple(
        Link(text, here.to(path), _is_current(here.path, path))
        for path, text in main_pages(here, edition)
    )


def _is_current(path: str, section: str) -> bool:
    belongs = {
        "items": "plan",
        "dimensions": "plan",
        "discrepancies": "plan",
        "ita": "ita",
        "no-gift": "complaints",
        "news": "pages",
        "structure": "pages",
        "results": "pages",
        "operations": "pages",
        "services": "pages",
    }
    first, section_first = path.split("/", maxsplit=1)[0], section.split("/", maxsplit=1)[0]
    return belongs.get(first, first) == belongs.get(section_first, section_first)


def _alternates(here: Here, edition: Edition) -> tuple[tuple[str, str], ...]:
    if not edition.disclosure.agency.site.address:
        return ()
    pair = {lang: public_address(here, edition, lang) for lang in Lang}
    return (
        *((str(lang), pair[lang]) for lang in sorted(pair)),
        ("x-default", pair[Lang.TH]),
    )


def foot(here: Here) -> tuple[Link, ...]:
    """The pages about the site itself."""
    _ = here.words
    return (
        Link(_("About"), here.to("about")),
        Link(_("Contact"), here.to("contact")),
        Link(_("The plan on paper"), here.to("print")),
        Link(_("A sheet for the notice board"), here.to("poster")),
        Link(_("Discrepancies"), here.to("discrepancies")),
        Link(_("Accessibility"), here.to("accessibility")),
        Link(_("Licence"), here.to("licence")),
        Link(_("Rules for data"), here.to("rules")),
    )

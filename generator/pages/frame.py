"""The frame around every page: head, notice, navigation, language switch, foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.base import Lang
from generator.model.plan import DocumentType
from generator.notice import notice
from generator.pages.base import Link

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.model.base import Phrase
    from generator.pages.base import Here, Page


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
    """Language code and address of each version of the page."""
    scheme: str
    """Label of the switch between light and dark."""
    moved_to: str
    """Where the browser goes at once; empty on every page that is in use."""
    foot: tuple[Link, ...]
    foot_label: str
    source: str
    top: str


def frame(page: Page, edition: Edition) -> Frame:
    """The frame of a page."""
    here, agency = page.here, edition.disclosure.agency
    _ = here.words
    name = here.text(agency.name)
    is_home = not here.path
    return Frame(
        lang=here.lang,
        title=str(name) if is_home else f"{page.title} · {here.text(agency.short_name)}",
        description=page.description,
        agency=name,
        agency_short=here.text(agency.short_name),
        subtitle=_("Anti-corruption and transparency disclosure"),
        home=here.to(""),
        root=here.root,
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
        alternates=_alternates(here),
        scheme=_("Light or dark"),
        moved_to=page.moved_to,
        foot=_foot(here),
        foot_label=_("About this site"),
        source=_("Source: {document}", document=here.text(edition.disclosure.plan.source.title)),
        top=_("Back to top"),
    )


def navigation(here: Here, edition: Edition) -> tuple[Link, ...]:
    """The main pages."""
    _, disclosure = here.words, edition.disclosure
    is_report = disclosure.plan.type is DocumentType.RESULT_REPORT
    pages = [("", _("Home")), ("declaration", _("Declaration of integrity"))]
    pages.append(("plan", _("Results") if is_report else _("Plan")))
    pages.append(("units", _("Responsible units")))
    if disclosure.risk:
        pages.append(("risk", _("Corruption risk")))
    pages += [(f"ita/{int(c.year)}", _("ITA index")) for c in edition.coverage[-1:]]
    pages.append(("data", _("Open data")))
    return tuple(Link(text, here.to(path), _is_current(here.path, path)) for path, text in pages)


def _is_current(path: str, section: str) -> bool:
    belongs = {"items": "plan", "dimensions": "plan", "discrepancies": "plan", "ita": "ita"}
    first, section_first = path.split("/", maxsplit=1)[0], section.split("/", maxsplit=1)[0]
    return belongs.get(first, first) == section_first


def _alternates(here: Here) -> tuple[tuple[str, str], ...]:
    own = here.root + here.file
    pair = {here.lang: own, here.lang.other: here.other()}
    return (
        *((str(lang), pair[lang]) for lang in sorted(pair)),
        ("x-default", pair[Lang.TH]),
    )


def _foot(here: Here) -> tuple[Link, ...]:
    _ = here.words
    return (
        Link(_("About"), here.to("about")),
        Link(_("Contact"), here.to("contact")),
        Link(_("Discrepancies"), here.to("discrepancies")),
        Link(_("Accessibility"), here.to("accessibility")),
        Link(_("Licence"), here.to("licence")),
        Link(_("Rules for data"), here.to("rules")),
    )

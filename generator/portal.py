"""The page before the sites of many agencies, which lists them. It ranks nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.frozen import frozen
from generator.model.base import Lang, Phrase
from generator.pages.base import Here
from generator.pages.narrowing import Way, marks, narrowing
from generator.render import environment
from generator.typography import unbroken
from generator.wording import wording

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class Entry:
    """An agency on the portal page."""

    href: str
    name: Phrase | str
    province: Phrase | str
    plan: Phrase | str
    years: str
    items: str
    published: str
    date: str
    marks: Marks


def portal(lang: Lang, entries: list[Entry]) -> str:
    """The portal page."""
    template = environment().get_template("portal.html")
    html = template.render(
        lang=str(lang),
        root=_root(lang),
        other=lang.other,
        other_href=("../" if lang is Lang.EN else "en/") + "index.html",
        _=wording(lang),
        entries=entries,
        narrowing=_narrowing(lang, entries),
    )
    head, main, rest = html.partition("<main")
    return head + main + unbroken(rest)


def _narrowing(lang: Lang, entries: list[Entry]) -> Narrowing | None:
    """By province; each agency's words are found as well."""
    here = Here(lang, "")
    provinces = {value: entry.province for entry in entries for _name, value in entry.marks.facets}
    way = Way(name="province", label=here.words("Province"), values=provinces)
    return narrowing(here, [entry.marks for entry in entries], [way])


def _root(lang: Lang) -> str:
    return "../" if lang is Lang.EN else ""


def entry(lang: Lang, name: str, edition: Edition | None) -> Entry:
    """An agency in one language; without an edition its data has errors, and its former site stays."""
    _ = wording(lang)
    href = f"{_root(lang)}{name}/{'en/' if lang is Lang.EN else ''}index.html"
    if edition is None:
        former = _("Its data has errors; the former site is shown")
        return Entry(
            href=href, name=name, province="", plan=former, years="", items="", published="",
            date="", marks=marks(),
        )  # fmt: skip
    disclosure = edition.disclosure
    plan = disclosure.plan
    form = edition.coverage[-1] if edition.coverage else None
    province = disclosure.agency.province
    announced = plan.announcement.date if plan.announcement else None
    return Entry(
        href=href,
        name=disclosure.agency.name.phrase(lang),
        province=province.phrase(lang) if province else "",
        plan=plan.short_title.phrase(lang),
        years=formats.fiscal_years(plan.fiscal_years.from_, plan.fiscal_years.to, lang),
        items=_.count("{n} item", "{n} items", len(disclosure.items), n=len(disclosure.items)),
        published=_(
            "{published} of {number} ITA items of fiscal year {year}",
            published=form.whole,
            number=len(form.items),
            year=formats.fiscal_year(form.year, lang),
        )
        if form
        else _("No ITA form of its year is known here"),
        date=formats.day(announced, lang) if announced else _("Not stated"),
        marks=marks(province="-".join(province.th.split()) if province else ""),
    )

"""Each item of a form in both languages, as reports and answer sheets print it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import formats
from generator.coverage import Status, worth
from generator.diagnostics import Words
from generator.frozen import frozen
from generator.model.base import Lang
from generator.notice import notice
from generator.pages import all_ways
from generator.pages.base import Here
from generator.pages.ita import period_words
from generator.pages.standing import carried, doubt, element_doubt, lacking, lights, status_name
from generator.proofs import Means

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Text
    from generator.model.catalogue import Confidence
    from generator.pages.ways import Ways
    from generator.proofs import Proof


@frozen(kw_only=True)
class Place:
    """Where an element stands: its address, the way to it, and what was seen there."""

    element: Words
    address: str
    """Below the site's root, with its anchor; or an address of another site."""
    way: Words
    """What a visitor presses to come there; empty for files and other sites."""
    seen: Words


@frozen(kw_only=True)
class Light:
    """One of the three lights of an item, which are never one."""

    is_on: bool
    name: Words
    words: Words


@frozen(kw_only=True)
class Finding:
    """An item of the form in both languages."""

    code: str
    title: Words
    status: Status
    status_name: Words
    points: str
    proven: int
    number: int
    missing: tuple[Words, ...]
    """Elements that are not there, and months without data."""
    doubt: Words
    """Why title and code are not known to be official; empty where they were seen."""
    measured: Words
    """That the item is measured against the form of another year; empty where its own is known."""
    statement: Words
    """Why it does not apply, or the public sentence that there is nothing to report."""
    unit: Words
    """Who answers for it; empty where the agency names nobody."""
    lights: tuple[Light, ...]
    told_lights: dict[str, bool | str]
    """The same for programs."""
    dates: dict[str, str | bool | None]
    """Data as of, published, last changed, next due, as ISO days."""
    days: Words
    """The same for people; what is not known is left out."""
    page: str
    """Address of the item's page below the site's root."""
    period: Words
    places: tuple[Place, ...]

    @property
    def is_shown(self) -> bool:
        """Whether the site has something to show for it."""
        return self.told_lights["published"] is True


@frozen(kw_only=True)
class Assessment:
    """A year's form, the most costly gaps first."""

    agency: Words
    notice: Words
    """That the site is a demonstration, or that all is invented; empty on the agency's own."""
    year: int
    points: str
    published: int
    number: int
    counts: tuple[tuple[Words, int], ...]
    """How many items have which status."""
    missing: tuple[Finding, ...]
    whole: tuple[Finding, ...]

    @property
    def everything(self) -> tuple[Finding, ...]:
        """All items in the order of the form."""
        return tuple(sorted((*self.missing, *self.whole), key=lambda f: int(f.code[1:])))


def assessment(edition: Edition, form: Coverage) -> Assessment:
    """What is missing of a form, and what is there."""
    agency = edition.disclosure.agency
    both = {lang: all_ways(edition, lang) for lang in Lang}
    found = {c.item.code: _finding(edition, form, c, both) for c in form.items}
    missing = [found[covered.item.code] for covered in form.missing()]
    gaps = {finding.code for finding in missing}
    return Assessment(
        agency=_text(agency.name),
        notice=_in_both(lambda lang: notice(agency, lang)),
        year=int(form.year),
        points=_points(form.points()),
        published=form.whole,
        number=len(found),
        counts=tuple((_status(s), form.count(s)) for s in Status if form.count(s)),
        missing=tuple(missing),
        whole=tuple(finding for finding in found.values() if finding.code not in gaps),
    )


def _in_both(told: Callable[[Lang], str]) -> Words:
    return Words(told(Lang.TH), told(Lang.EN))


def _text(text: Text | None) -> Words:
    return Words(text.th, text.en or text.th) if text else Words("", "")


def _here(lang: Lang) -> Here:
    return Here(lang, "")


def _status(status: Status) -> Words:
    return _in_both(lambda lang: status_name(_here(lang).words, status))


def _points(points: Decimal) -> str:
    return formats.number(points.quantize(formats.HUNDREDTH))


def _finding(
    edition: Edition, form: Coverage, covered: ItemCoverage, both: dict[Lang, Ways]
) -> Finding:
    item, unit = covered.item, edition.disclosure.unit_for(covered.item.topic)
    return Finding(
        code=item.code,
        title=_text(item.title),
        status=covered.status,
        status_name=_status(covered.status),
        points=_points(worth(form.catalogue, item)),
        proven=covered.proven,
        number=len(covered.elements),
        missing=tuple(_gaps(covered)),
        doubt=_in_both(lambda lang: _doubt(lang, item.confidence)),
        measured=_in_both(lambda lang: carried(_here(lang), covered.demand)),
        statement=_text(covered.waiver.why if covered.waiver else covered.nothing),
        unit=_text(unit.name if unit else None),
        lights=tuple(_lights(covered)),
        told_lights={
            "published": covered.is_shown,
            "complete": covered.is_complete,
            "checked": str(covered.checked),
        },
        dates=_dates(covered),
        days=_in_both(partial(_days, covered)),
        page=f"ita/{int(form.year)}/{item.code.lower()}/index.html",
        period=_in_both(lambda lang: _period(lang, form, covered)),
        places=tuple(_place(covered, e, e.proof, both) for e in covered.elements if e.proof),
    )


def _doubt(lang: Lang, confidence: Confidence) -> str:
    _ = _here(lang).words
    said = doubt(_, confidence)
    return _("Title and code: {doubt}", doubt=said) if said else ""


def _period(lang: Lang, form: Coverage, covered: ItemCoverage) -> str:
    period = covered.item.period
    return period_words(_here(lang), period, form.year) if period else ""


def _gaps(covered: ItemCoverage) -> list[Words]:
    gaps = [_element(covered, element) for element in covered.missing]
    if covered.lacking:
        gaps.append(_in_both(lambda lang: lacking(_here(lang), covered.lacking)))
    return gaps


def _element(item: ItemCoverage, covered: ElementCoverage) -> Words:
    """The element, saying where its wording is not known to be official."""
    part = next((p for p in covered.element.parts if p.key == covered.part), covered.element)
    marks = _in_both(lambda lang: element_doubt(_here(lang), item.demand, covered))
    th, en = (f" ({mark})" if mark else "" for mark in (marks.th, marks.en))
    return Words(part.th + th, (part.en or part.th) + en)


def _place(
    item: ItemCoverage, covered: ElementCoverage, proof: Proof, both: dict[Lang, Ways]
) -> Place:
    on_page = proof.means not in {Means.FILE, Means.ADDRESS}
    anchor = f"#{proof.anchor}" if proof.anchor else ""
    generated = proof.means in {Means.DATA, Means.SECTION}
    return Place(
        element=_element(item, covered),
        address=f"{proof.path}/index.html{anchor}" if on_page else proof.path,
        way=_in_both(lambda lang: both[lang].to(proof.path) if generated else ""),
        seen=proof.seen,
    )


def _lights(covered: ItemCoverage) -> list[Light]:
    th, en = (lights(_here(lang), covered) for lang in Lang)
    return [
        Light(
            is_on=thai.state == "yes",
            name=Words(thai.name, english.name),
            words=Words(thai.words, english.words),
        )
        for thai, english in zip(th, en, strict=True)
    ]


def _named_days(covered: ItemCoverage) -> dict[str, date | None]:
    dates = covered.dates
    return {
        "as_of": dates.as_of,
        "published": dates.published,
        "changed": dates.changed,
        "due": dates.due,
    }


def _dates(covered: ItemCoverage) -> dict[str, str | bool | None]:
    told: dict[str, str | bool | None] = {"due_inferred": covered.dates.due_inferred}
    for name, day in _named_days(covered).items():
        told[name] = day.isoformat() if day else None
    return told


def _days(covered: ItemCoverage, lang: Lang) -> str:
    _ = _here(lang).words
    names = {
        "as_of": _("Data as of"),
        "published": _("Published"),
        "changed": _("Last changed"),
        "due": _("Next due"),
    }
    days = _named_days(covered).items()
    return " · ".join(f"{names[name]} {formats.day(day, lang)}" for name, day in days if day)

"""How an item of the ITA form stands, in words: doubts, lights, gaps, where a proof leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.coverage import Checked, Status
from generator.frozen import frozen
from generator.model.catalogue import Confidence
from generator.proofs import Means

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.coverage import ElementCoverage, ItemCoverage
    from generator.model.demands import Demand
    from generator.model.eras import FiscalYear, Month
    from generator.pages.base import Here
    from generator.proofs import Proof
    from generator.wording import Wording


@frozen(kw_only=True)
class Light:
    """One of the three lights of an item."""

    name: str
    state: str
    """yes, no, or again."""
    words: str


def doubt(_: Wording, confidence: Confidence) -> str:
    """Why a wording is not known to be the form's own."""
    return {
        Confidence.SEEN: "",
        Confidence.SEEN_QUALIFIED: _("seen in a copy of the form that may differ"),
        Confidence.RECALLED: _("recalled, not checked against the official manual"),
        Confidence.INFERRED: _("inferred from other years"),
    }[confidence]


def element_doubt(here: Here, demand: Demand, covered: ElementCoverage) -> str:
    """The same for an element, which may be taken from the form of an earlier year."""
    _, element = here.words, covered.element
    parts = [doubt(_, element.confidence)]
    if demand.carried:
        parts.insert(0, _("from the form of {year}, inferred", year=_year(here, demand.of)))
        if reading := demand.reading(element.th):
            parts.append(_("years in it are read {years}", years=reading))
    return "; ".join(part for part in parts if part)


def carried(here: Here, demand: Demand) -> str:
    """That an item is measured against an earlier form, and what would confirm it; or nothing."""
    if not demand.carried or not demand.elements:
        return ""
    return here.words(
        "What the form of {year} requires here is not known. The item is measured against the form of {of}, which is inferred; the commission's manual for {year} would confirm it.",
        year=_year(here, demand.year),
        of=_year(here, demand.of),
    )


def _year(here: Here, year: FiscalYear) -> str:
    return formats.fiscal_year(year, here.lang)


def href(here: Here, proof: Proof) -> str:
    """The address of a proof, from a page."""
    if proof.means is Means.ADDRESS:
        return proof.path
    if proof.means is Means.FILE:
        return here.shared(proof.path)
    return here.to(proof.path, proof.anchor)


def verified(_: Wording, means: Means) -> str:
    """What was looked at to know that an element is there."""
    return {
        Means.DATA: _("found in the data that the page shows"),
        Means.SECTION: _("a section of a page written by the agency"),
        Means.FILE: _("a file whose text can be read; its words were not judged"),
        Means.ADDRESS: _("an outside address that the agency names; not opened while building"),
        Means.STATEMENT: _("the agency's statement that there is nothing to report"),
    }[means]


def elements_shown(_: Wording, covered: ItemCoverage) -> str:
    """How many of an item's elements the site holds."""
    number = len(covered.elements)
    return _.count(
        "{proven} of {n} element",
        "{proven} of {n} elements",
        number,
        n=number,
        proven=covered.proven,
    )


def lights(here: Here, covered: ItemCoverage) -> tuple[Light, ...]:
    """Published, complete, checked by a person: three things that are never one."""
    _ = here.words
    shown, complete = covered.is_shown, covered.is_complete
    return (
        Light(
            name=_("Published"),
            state="yes" if shown else "no",
            words=_("at least part of it is on this site") if shown else _("none of it is here"),
        ),
        Light(
            name=_("Complete against the catalogue"),
            state="yes" if complete else "no",
            words=elements_shown(_, covered),
        ),
        Light(name=_("Checked by a person"), state=covered.checked, words=_checked(here, covered)),
    )


def _checked(here: Here, covered: ItemCoverage) -> str:
    _, check = here.words, covered.check
    by = here.text(check.by) if check else ""
    if check is None:
        return _("not yet")
    day = formats.day(check.on, here.lang)
    if covered.checked is Checked.AGAIN:
        return _("check again: changed since {by} checked it on {day}", by=by, day=day)
    return _("{by}, {day}", by=by, day=day)


def lacking(here: Here, months: Iterable[Month]) -> str:
    """Months that the data says nothing about, or nothing."""
    names = ", ".join(formats.month_of_year(month, here.lang) for month in months)
    return here.words("Months without data: {months}", months=names) if names else ""


def status_name(_: Wording, status: Status) -> str:
    """A status in words."""
    return {
        Status.PUBLISHED: _("Published"),
        Status.INCOMPLETE: _("Incomplete"),
        Status.NOT_PUBLISHED: _("Not published"),
        Status.NOTHING_TO_REPORT: _("Nothing to report"),
        Status.NOT_APPLICABLE: _("Not applicable"),
        Status.UNKNOWN: _("Requirement not known"),
    }[status]

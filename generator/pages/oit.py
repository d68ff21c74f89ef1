"""One page for each item of an ITA form, at an address that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.coverage import worth
from generator.exports.tables import books
from generator.frozen import frozen
from generator.model.catalogue import Confidence
from generator.pages.base import Here, Link, Page
from generator.pages.ita import ElementRow, element_row, period_words
from generator.pages.sources import SourceRow, source_anchor, sources_of
from generator.pages.standing import (
    Light,
    carried,
    doubt,
    elements_shown,
    lacking,
    lights,
    status_name,
    verified,
)
from generator.proofs import Means

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.eras import Day
    from generator.pages.ways import Ways
    from generator.wording import Wording


@frozen(kw_only=True)
class ElementPlace:
    """An element with the way to it in words."""

    row: ElementRow
    way: str
    verified: str
    """What was looked at to know it."""
    source: Link | None
    """Where its wording was read; None where it is recalled."""


@frozen(kw_only=True)
class LawRow:
    """A law that asks for what the item shows."""

    name: Phrase
    doubt: str
    confirm: Phrase


@frozen(kw_only=True)
class OitPage(Page):
    """What an item asks for, where each element is, and how that is known."""

    template: ClassVar[str] = "oit.html"

    code: str
    name: Phrase
    thai_name: str
    status: str
    status_name: str
    summary: str
    lights: tuple[Light, ...]
    facts: tuple[tuple[str, str], ...]
    measured: str
    """That it is measured against another year's form; empty where its own is known."""
    waiver: Phrase | None
    waiver_by: str
    nothing: Phrase | None
    lacking: str
    elements: tuple[ElementPlace, ...]
    dates: tuple[tuple[str, str], ...]
    files: tuple[Link, ...]
    laws: tuple[LawRow, ...]
    doubt: str
    note: Phrase | None
    known: Phrase
    sources: tuple[SourceRow, ...]
    other_years: tuple[Link, ...]
    worth: str
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang, ways: Ways) -> Iterator[Page]:
    """A page for each item of each form that the agency answers."""
    for form in edition.coverage:
        for number, covered in enumerate(form.items):
            before = form.items[number - 1] if number else None
            after = form.items[number + 1] if number + 1 < len(form.items) else None
            here = Here(lang, path_of(form, covered))
            yield _page(edition, here, form, covered, (before, after), ways)


def path_of(form: Coverage, covered: ItemCoverage) -> str:
    """The folder of an item's page: `ita/2566/o36`."""
    return f"ita/{int(form.year)}/{covered.item.code.lower()}"


def _page(
    edition: Edition,
    here: Here,
    form: Coverage,
    covered: ItemCoverage,
    neighbours: tuple[ItemCoverage | None, ItemCoverage | None],
    ways: Ways,
) -> OitPage:
    _, item = here.words, covered.item
    year = formats.fiscal_year(form.year, here.lang)
    name, status = here.text(item.title), status_name(_, covered.status)
    points = formats.number(worth(form.catalogue, item).quantize(formats.HUNDREDTH))
    return OitPage(
        here=here,
        title=_("{code} {title}, fiscal year {year}", code=item.code, title=name, year=year),
        description=_.count(
            "{status}: {proven} of {all} element of ITA item {code} of fiscal year {year} is on this site",
            "{status}: {proven} of {all} elements of ITA item {code} of fiscal year {year} are on this site",
            len(covered.elements),
            year=year,
            status=status,
            proven=covered.proven,
            all=len(covered.elements),
            code=item.code,
        ),
        trail=(
            Link(_("ITA index of fiscal year {year}", year=year), here.to(f"ita/{int(form.year)}")),
        ),
        code=item.code,
        name=name,
        thai_name=item.title.th if here.lang == "en" and name.lang == "en" else "",
        status=covered.status,
        status_name=status_name(_, covered.status),
        summary=elements_shown(_, covered),
        lights=lights(here, covered),
        facts=tuple(_facts(here, edition, form, covered)),
        measured=carried(here, covered.demand),
        waiver=here.text(covered.waiver.why) if covered.waiver else None,
        waiver_by=_waiver_by(here, covered),
        nothing=here.text(covered.nothing) if covered.nothing else None,
        lacking=lacking(here, covered.lacking),
        elements=tuple(_place(here, ways, covered, element) for element in covered.elements),
        dates=tuple(_dates(here, covered, released=edition.disclosure.ledger is not None)),
        files=_files(here, edition, covered),
        laws=tuple(_laws(here, edition, item.topic)),
        doubt=doubt(_, item.confidence),
        note=here.text(item.note) if item.note else None,
        known=here.text(form.catalogue.status),
        sources=sources_of(here, edition, form, covered),
        other_years=tuple(_other_years(here, edition, form, item.topic)),
        worth=_.count("{points} point", "{points} points", int(points == "1"), points=points),
        previous=_neighbour(here, form, neighbours[0]),
        next=_neighbour(here, form, neighbours[1]),
    )


def _facts(
    here: Here, edition: Edition, form: Coverage, covered: ItemCoverage
) -> Iterator[tuple[str, str]]:
    _, item = here.words, covered.item
    for indicator, sub, items in form.catalogue.by_sub_indicator():
        if item in items:
            yield _("Indicator"), f"{indicator.code} {here.text(indicator.title)}"
            yield _("Sub-indicator"), f"{sub.code} {here.text(sub.title)}"
    yield _("Fiscal year of the form"), formats.fiscal_year(form.year, here.lang)
    if item.period:
        yield _("Time to cover"), period_words(here, item.period, form.year)
    unit = edition.disclosure.unit_for(item.topic)
    if unit:
        yield _("Responsible unit"), str(here.text(unit.name))


def _laws(here: Here, edition: Edition, topic: str) -> Iterator[LawRow]:
    for law in edition.disclosure.laws:
        if topic in law.topics:
            yield LawRow(
                name=here.text(law),
                doubt=_law_doubt(here.words, law.confidence),
                confirm=here.text(law.confirm),
            )


def _law_doubt(_: Wording, confidence: Confidence) -> str:
    return {
        Confidence.SEEN: "",
        Confidence.SEEN_QUALIFIED: _("named on a public site; the text of the law was not read"),
        Confidence.RECALLED: _("recalled, not checked against the text of the law"),
        Confidence.INFERRED: _("inferred, not checked against the text of the law"),
    }[confidence]


def _dates(here: Here, covered: ItemCoverage, *, released: bool) -> Iterator[tuple[str, str]]:
    """Four dates, each by its own name; one that is not known says so."""
    _, dates = here.words, covered.dates

    def shown(day: Day | None, otherwise: str) -> str:
        return formats.day(day, here.lang) if day else otherwise

    unreleased = (
        _("not published yet") if released else _("no release of this site is on record yet")
    )
    silent = _("the records do not say") if covered.is_shown else _("nothing is shown")
    yield _("Data as of"), shown(dates.as_of, silent)
    yield _("Published"), shown(dates.published, unreleased)
    yield _("Last changed"), shown(dates.changed, unreleased)
    due = shown(dates.due, _("nothing more is due for this form"))
    if dates.due and dates.due_inferred:
        due = _("{day}, inferred from other years", day=due)
    yield _("Next due"), due


def _waiver_by(here: Here, covered: ItemCoverage) -> str:
    waiver = covered.waiver
    if waiver is None:
        return ""
    return here.words(
        "Decided by {who}; valid until {day}",
        who=here.text(waiver.who),
        day=formats.day(waiver.until, here.lang),
    )


def _files(here: Here, edition: Edition, covered: ItemCoverage) -> tuple[Link, ...]:
    """Data files that hold what the item's pages show."""
    proofs = [e.proof for e in covered.elements if e.proof and e.proof.means is Means.DATA]
    names = [table.name for book in books(edition) for table in book.tables]
    paths = dict.fromkeys(proof.path for proof in proofs)
    found = dict.fromkeys(name for path in paths for name in _tables_of(path, names))
    return tuple(Link(f"{name}.csv", here.shared(f"data/{name}.csv")) for name in found)


def _tables_of(path: str, names: list[str]) -> list[str]:
    """Tables with a page's data: of its year where there are such, else of its subject."""
    subject, _, below = path.partition("/")
    year = f"{subject}/{below.partition('/')[0]}/"
    own = [name for name in names if name.startswith(year)]
    own = own or [name for name in names if name.startswith(f"{subject}/")]
    return own or [name for name in names if name in DATA_FILES.get(subject, ())]


DATA_FILES = {"plan": ("items", "allocations", "schedule"), "risk": ("risks", "controls")}
"""Tables of the plan's book with a page's data, by the first part of its address."""


def _place(here: Here, ways: Ways, covered: ItemCoverage, element: ElementCoverage) -> ElementPlace:
    proof = element.proof
    row = element_row(here, covered.demand, element)
    anchor = source_anchor(element.element.source)
    source = Link(element.element.source, f"#{anchor}") if anchor else None
    if proof is None:
        return ElementPlace(row=row, way="", verified="", source=source)
    on_site = proof.means in {Means.DATA, Means.SECTION}
    return ElementPlace(
        row=row,
        way=ways.to(proof.path) if on_site else "",
        verified=verified(here.words, proof.means),
        source=source,
    )


def _other_years(here: Here, edition: Edition, form: Coverage, topic: str) -> Iterator[Link]:
    answered = {other.year: other for other in edition.coverage}
    for catalogue in edition.disclosure.catalogues:
        item = next((i for i in catalogue.items if i.topic == topic), None)
        if item and catalogue.fiscal_year != form.year:
            text = f"{formats.fiscal_year(catalogue.fiscal_year, here.lang)}: {item.code}"
            path = f"ita/{int(catalogue.fiscal_year)}/{item.code.lower()}"
            yield Link(
                text, here.to(path if catalogue.fiscal_year in answered else "ita/crosswalk")
            )


def _neighbour(here: Here, form: Coverage, covered: ItemCoverage | None) -> Link | None:
    if covered is None:
        return None
    return Link(
        f"{covered.item.code} {here.text(covered.item.title)}", here.to(path_of(form, covered))
    )

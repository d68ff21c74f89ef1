"""Deleting any one record of the invented agency makes exactly the right elements of 2569 fall.

Every record is taken away once. What must fall with it is stated here, by the record's way; of every
other record nothing may fall. And every element that is proven falls with some record: no proof that
rests on nothing.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from generator.coverage import coverage
from generator.model.article import NEWS
from generator.published import published
from tests.conftest import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

AGENCY = "example-sao"
LISTS = (
    "items", "procurement", "complaints", "gifts", "articles", "attached", "results", "operations",
    "services",
)  # fmt: skip
"""Fields of the disclosure whose records are taken away one by one, with what lies below them."""
ALONE = ("risk", "complaint_guide", "people")
"""Records that there is one of."""
DEEPER = {
    "risk": ("risks",),
    "complaint_guide": ("channels", "how", "steps"),
    "complaints": ("periods",),
    "gifts": ("activities",),
    "procurement": ("processes", "bids", "contracts"),
}
"""Lists below those, whose records are taken away one by one too."""


@pytest.fixture(autouse=True, scope="module")
def _quickly() -> Iterator[None]:
    """What is proven depends on no fingerprint; counts are published alike where they are alike."""
    kept: dict[tuple[int, ...], Any] = {}

    def published_once(disclosure: Disclosure) -> Any:
        parts = (disclosure.complaints, disclosure.gifts, disclosure.published_counts)
        key = tuple(id(part) for part in parts)
        if key not in kept:
            kept[key] = (parts, published(disclosure))
        return kept[key][1]

    with pytest.MonkeyPatch.context() as patch:
        finding = sys.modules["generator.proofs.find"]
        patch.setattr(finding, "behind", lambda _disclosure, proof: proof)
        for name in ("generator.proofs.complaints", "generator.published.gifts"):
            if hasattr(sys.modules[name], "published"):
                patch.setattr(sys.modules[name], "published", published_once)
        yield


def shown(disclosure: Disclosure) -> frozenset[tuple[str, str]]:
    """Item and key of every proven element of the newest form."""
    form = disclosure.answered[-1]
    return frozenset(
        (covered.item.code, element.key)
        for covered in coverage(disclosure, form).items
        for element in covered.elements
        if element.proof
    )


def lacking(disclosure: Disclosure) -> frozenset[str]:
    """Items whose data lacks months."""
    covered = coverage(disclosure, disclosure.answered[-1]).items
    return frozenset(c.item.code for c in covered if c.lacking)


def deletions(disclosure: Disclosure) -> Iterator[tuple[str, Disclosure]]:
    """The way of each record, and the disclosure without it."""
    for name in LISTS:
        records = getattr(disclosure, name)
        for number, record in enumerate(records):
            rest = records[:number] + records[number + 1 :]
            yield f"{name}/{_name(record)}", replace(disclosure, **{name: rest})
            for way, shorter in _below(name, record):
                changed = (*records[:number], shorter, *records[number + 1 :])
                yield f"{name}/{_name(record)}/{way}", replace(disclosure, **{name: changed})
    for name in ALONE:
        record = getattr(disclosure, name)
        if record is not None:
            yield name, replace(disclosure, **{name: None})
            for way, shorter in _below(name, record):
                yield f"{name}/{way}", replace(disclosure, **{name: shorter})
    yield from _sections(disclosure)


def _below(name: str, record: Any) -> Iterator[tuple[str, Any]]:
    for inner in DEEPER.get(name, ()):
        parts = getattr(record, inner)
        for number, part in enumerate(parts):
            rest = parts[:number] + parts[number + 1 :]
            yield f"{inner}/{_name(part)}", replace(record, **{inner: rest})


def _sections(disclosure: Disclosure) -> Iterator[tuple[str, Disclosure]]:
    for number, article in enumerate(disclosure.articles):
        for section in article.thai.sections:
            rest = tuple(s for s in article.thai.sections if s is not section)
            shorter = replace(article, thai=replace(article.thai, sections=rest))
            articles = (*disclosure.articles[:number], shorter, *disclosure.articles[number + 1 :])
            way = f"articles/{article.slug}/sections/{section.key}"
            yield way, replace(disclosure, articles=articles)


def _name(record: Any) -> str:
    names = ("id", "slug", "process", "fiscal_year", "from_", "name", "th")
    return str(next((getattr(record, name) for name in names if hasattr(record, name)), "?"))


@cache
def _found() -> dict[str, tuple[frozenset[tuple[str, str]], frozenset[str]]]:
    """For each record what falls and what is lacking without it."""
    disclosure = edition_of(AGENCY).disclosure
    whole, gaps = shown(disclosure), lacking(disclosure)
    assert gaps == frozenset()
    found = {}
    for way, shorter in deletions(disclosure):
        after = shown(shorter)
        assert after <= whole, way
        key = way if way not in found else f"{way}#{len(found)}"
        found[key] = (whole - after, lacking(shorter))
    return found


PAGES = {
    "structure": {("O1", "chart-positions-and-powers"), ("O1", "not-whole-law")},
    "contact-us": {("O3", "contact-and-enquiry")},
    "development-plan": {("O5", "in-force")},
    "work-manual": {("O8", "manual")},
    "service-manual": {("O9", k) for k in ("name", "procedure", "timeframe", "channels", "fees", "documents", "related-laws")},
    "e-service": {("O10", "online-service")},
    "hr-plan-2569": {("O13", "plan")},
    "hr-report-2568": {("O14", "report")},
    "ethics": {("O15", "code-and-promotion")},
    "participation-2569": {("O19", "participation-details")},
    "ita-findings-2569": {("O25", "analysis")},
}  # fmt: skip
"""What each hand-written page proves; a section of its proves the element of its own key."""
MONTHLY = {("O11", key) for key in ("report", "procurement-details", "first-six-months")}
YEARLY = {("O12", key) for key in ("item-columns", "summary")}
RISK = {("O21", "assessment")}
GUIDE = {("O16", "guideline-details"), ("O17", "channel")}


def expected(way: str) -> set[tuple[str, str]] | None:
    """What must fall without a record; None where the rule is told by a test of its own."""
    kind, _, rest = way.partition("/")
    name, _, inner = rest.partition("/")
    if kind == "articles":
        falls = PAGES.get(name, set())
        key = inner.removeprefix("sections/") if inner else ""
        return {pair for pair in falls if not key or pair[1] == key}
    simple = {
        "attached": {("O12", "unaltered-template")},
        "procurement/2569": MONTHLY,
        "procurement/2568": YEARLY,
        "risk": RISK | {("O22", "results")},
        "results/2568": {("O22", "results"), ("O24", "report"), ("O26", "results")},
        "people": {("O2", "executives-and-details")},
        "operations/2569": {("O6", "plan-and-progress")},
        "operations/2568": {("O7", "results")},
        "complaint_guide": GUIDE,
        "complaints/2568": {("O18", "progress-counts")},
        "gifts/2569": {("O20", "declaration-and-activity")},
    }
    whole = simple.get(way) or (simple["attached"] if kind == "attached" else None)
    if whole:
        return whole
    return None if inner or kind in ALONE else set()


def test_a_record_takes_its_own_elements_with_it_and_no_other() -> None:
    """Every record of every list, every page, every section."""
    whole = shown(edition_of(AGENCY).disclosure)
    wrong = {
        way: (sorted(falls), sorted(wanted & whole))
        for way, (falls, _gaps) in _found().items()
        if (wanted := expected(way)) is not None and falls != wanted & whole
    }

    assert wrong == {}


def test_a_line_of_procurement_takes_only_what_it_states() -> None:
    """Without its bids or its contract a purchase no longer states what form SKR.1 asks of a line."""
    found = _found()
    for way, (falls, _gaps) in found.items():
        kind, year, *inner = [*way.split("/"), ""][:3]
        if kind != "procurement" or not inner[0]:
            continue
        if year == "2569":
            assert falls <= MONTHLY, way
        else:
            assert falls <= YEARLY, way
    bids = Counter(b.process for p in edition_of(AGENCY).disclosure.procurement for b in p.bids)
    lone = [way for way in found if "/bids/" in way and bids[way.split("/")[3].split("#")[0]] == 1]
    assert lone
    for way in lone:
        wanted = {("O11", "procurement-details")} if "/2569/" in way else set()
        assert found[way][0] == wanted, way


def test_parts_of_guide_complaints_gifts_and_risk_take_only_their_own() -> None:
    """A step, a channel, a period, an activity, a risk: never an element of another item."""
    own = {
        "complaint_guide": {"O16", "O17"},
        "complaints/2568": {"O18"},
        "complaints/2569": set(),
        "gifts/2568": set(),
        "gifts/2569": {"O20"},
        "risk": {"O21", "O22"},
    }
    for way, (falls, gaps) in _found().items():
        kind = way.split("/")[0]
        name = kind if kind in ALONE else "/".join(way.split("/")[:2])
        if name in own:
            assert {code for code, _key in falls} <= own[name], way
            assert gaps <= own[name], way


def test_a_missing_month_of_complaints_is_told() -> None:
    """Without a period its months lack, and the item is whole no more."""
    periods = [way for way in _found() if way.startswith("complaints/2568/periods/")]

    assert periods
    for way in periods:
        falls, gaps = _found()[way]
        assert gaps == {"O18"}, way
        assert falls <= {("O18", "progress-counts")}, way


def test_every_element_falls_with_some_record() -> None:
    """No proof stands when all is gone that it could rest on."""
    disclosure = edition_of(AGENCY).disclosure
    fallen = set().union(*(falls for falls, _gaps in _found().values()))
    whole = shown(disclosure)
    rest_on_many = {pair for pair in whole if pair not in fallen}
    emptied = replace(
        disclosure,
        items=(),
        people=None,
        articles=tuple(a for a in disclosure.articles if a.head.topic not in {NEWS, "structure"}),
    )

    assert rest_on_many == {("O1", "political-and-permanent"), ("O4", "news"), ("O23", "plan")}
    assert rest_on_many <= whole - shown(emptied)
    assert len(whole) >= 30

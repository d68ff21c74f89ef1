"""The home page: three figures that say what they count, facts with their days, five ways."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import formats
from generator.coverage import Status
from generator.model.base import Lang
from generator.model.ledger import spent
from generator.pages import home, pages, poster
from generator.pages.home import GAPS, WAYS, HomePage
from generator.pages.newest import MOST
from generator.render import render
from tests.conftest import AGENCIES, edition_of

if TYPE_CHECKING:
    from generator.edition import Edition


def page_of(edition: Edition, lang: Lang) -> HomePage:
    """The home page."""
    (page,) = home.pages(edition, lang)
    return page


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("agency", AGENCIES)
def test_three_figures_and_five_ways(agency: str, lang: Lang) -> None:
    """Each figure with its unit, its sentence, its document or day, and the way to it."""
    edition = edition_of(agency)
    page = page_of(edition, lang)
    paths = {made.here.path for made in pages(edition, lang)}

    assert len(page.answers) == 3
    assert len(page.ways) == WAYS
    for answer in page.answers:
        assert re.search(r"\d", answer.figure)
        assert answer.unit
        assert len(answer.sentence) > 15
        assert (
            re.search(r"\d", answer.basis)
            or "document" in answer.basis.lower()
            or ("เอกสาร" in answer.basis)
        )
    for link in (*(a.link for a in page.answers), *(w.link for w in page.ways)):
        path = link.href.partition("#")[0].removesuffix("index.html").strip("/")
        assert path.removeprefix("../").removeprefix("en/") in paths, link.href
    links = [way.link.href for way in page.ways]
    assert len(set(links)) == WAYS
    html = render(page)
    assert html.count("<h1") == 1
    assert html.index('id="ways"') < html.index('id="new"') < html.index('id="missing"')


def test_a_figure_says_how_much_of_the_document_was_lost() -> None:
    """One year is one year, and beside what could be read stands what the document says there is."""
    items, budget, _published = page_of(edition_of("phetchaburi-province"), Lang.EN).answers

    assert items.sentence.endswith("in fiscal year 2023 (B.E. 2566)")
    assert items.basis.endswith("The document states 39 items; its text holds 20")
    assert "fiscal year 2023 (B.E. 2566)," in budget.sentence
    assert "The document states 457,180 baht" in budget.basis


def test_nothing_is_promised_that_the_document_does_not_have() -> None:
    """Din Daeng's report declares nothing and names no costs; the plans of two others, no signatory."""
    sentences = {
        agency: {way.link.href.split("/")[-2]: way.sentence for way in page.ways}
        for agency in AGENCIES
        if (page := page_of(edition_of(agency), Lang.EN))
    }

    assert "declaration" not in sentences["din-daeng"]
    assert "declaration" not in sentences["chom-prathat"]
    assert "no signatory" in sentences["phetchaburi-province"]["declaration"]
    assert "Who put the plan into force" in sentences["phetchaburi-pao"]["declaration"]
    assert "cost" not in page_of(edition_of("din-daeng"), Lang.EN).description
    assert "ITA" not in page_of(edition_of("chom-prathat"), Lang.EN).description


def test_figures_are_those_of_the_data() -> None:
    """What the sample plans, what it spent, and how much of the form is open."""
    edition = edition_of("example-sao")
    plan, spending, published = page_of(edition, Lang.EN).answers
    ledger, form = edition.ledgers[-1], edition.coverage[-1]

    assert plan.figure == str(len(edition.disclosure.items))
    assert "1,001,000 baht" in plan.sentence
    assert spending.figure == formats.baht(spent(ledger.purchases))
    assert "9 April 2026" in spending.basis
    assert (published.figure, published.unit) == (
        str(form.whole),
        f"of {len(form.items)} ITA items",
    )


def test_what_is_missing_is_named_with_the_way_there() -> None:
    """How many, the most costly first, and the status of each as it was computed."""
    edition = edition_of("luang-nuea")
    page, form = page_of(edition, Lang.EN), edition.coverage[-1]
    missing = form.missing()

    assert page.missing
    assert page.missing.sentence.startswith(f"{len(missing)} of {len(form.items)} items")
    assert [gap.code for gap in page.missing.gaps] == [c.item.code for c in missing[:GAPS]]
    for gap in page.missing.gaps:
        assert gap.link.href.endswith(f"/{gap.code.lower()}/index.html")
        assert gap.status in {Status.NOT_PUBLISHED, Status.INCOMPLETE, Status.UNKNOWN}


def test_nothing_is_missing_where_nothing_is() -> None:
    """The sample answers its form whole, and the page says so."""
    page = page_of(edition_of("example-sao"), Lang.EN)
    assert page.missing
    assert page.missing.gaps == ()
    assert page.missing.sentence.startswith("Nothing is missing")


@pytest.mark.parametrize("agency", AGENCIES)
def test_what_is_new_has_a_day_of_the_data(agency: str) -> None:
    """The newest first; each day stands in the agency's own data; without any, the page says that."""
    edition = edition_of(agency)
    page = page_of(edition, Lang.EN)
    disclosure = edition.disclosure
    days: set[date] = {article.head.as_of for article in disclosure.articles}
    days |= {entry.changed for entry in disclosure.ledger.items} if disclosure.ledger else set()
    days |= {ledger.procurement.report.as_of for ledger in edition.ledgers}
    for told in (disclosure.complaints, disclosure.results, disclosure.operations):
        days |= {one.as_of for one in told}
    if disclosure.plan.announcement:
        days.add(disclosure.plan.announcement.date)

    on = [event.on for event in page.events]
    assert on == sorted(on, reverse=True)
    assert len(on) <= MOST
    assert set(on) <= days
    assert bool(on) is bool(days)
    assert ("has a day: no news" in render(page)) is (not on)


def test_the_sheet_has_the_same_figures() -> None:
    """The notice board and the home page do not differ."""
    edition = edition_of("example-sao")
    (sheet,) = poster.pages(edition, Lang.TH)
    assert [a.figure for a in sheet.answers] == [
        a.figure for a in page_of(edition, Lang.TH).answers
    ]

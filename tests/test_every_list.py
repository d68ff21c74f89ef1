"""Every list of eight rows and more can be narrowed, or stands here with the reason why it need not.

The pages of all agencies are looked at as they are rendered, so a list that a new kind of page brings, or
that grows with an agency's data, is found by itself.
"""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.edition import Edition
from generator.model.base import Lang, Text
from generator.model.complaints import (
    ByType,
    ComplaintPeriod,
    ComplaintReport,
    Concern,
    Flow,
)
from generator.pages import pages
from generator.pages.narrowing import LEAST, Narrowing, marks
from generator.portal import Entry, portal
from generator.render import render
from tests.conftest import AGENCIES, ROOT, edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

NEED_NOT = {
    ("complaint_year.html", "types"): "the months of one year, twelve at most",
    (
        "crosswalk.html",
        "known",
    ): "one line for each year's form, in words; the table above is narrowed",
    ("design.html", "colours"): "the few colours of the site",
    ("design.html", "contrast"): "measured pairs for who checks the design, each with its ratio",
    ("design.html", "spaces"): "the few spaces of the site",
    ("dictionary.html", "ocds"): "the few fields of a purchase in OCDS, in the order of its life",
    ("ita.html", "sources"): "notes that each item above leads to",
    ("item.html", "steps"): "what is done one after the other; a step alone says nothing",
    ("plan.html", ""): "the plan's key figures",
    ("procurement.html", "months"): "the twelve months of the year",
    ("procurement.html", "indicators"): "no more than twenty are named, behind a line that opens",
    ("procurement.html", "data"): "the files of one year; the page of open data narrows all",
    ("procurement_years.html", "months"): "the twelve months of the year",
    ("search.html", "ways"): "the ways to the main pages, below what finds every page",
    ("year_purchases.html", "data"): "the files of one year; the page of open data narrows all",
}
"""Template and the heading below which the list stands."""
ROWS = {"tbody": {"tr"}, "ul": {"li"}, "ol": {"li"}, "dl": {"dt"}}
APART = {"details", "div", "section", "article"}
"""What a list may be made of beside rows of a table and points."""
VOID = {"area", "br", "circle", "hr", "img", "input", "line", "link", "meta", "path", "rect", "wbr"}
LEFT_OUT = {"figure", "nav", "select", "svg"}
"""Pictures with their tables, ways between pages, choices: no lists to be narrowed."""


@dataclass
class Open:
    """An element that is not closed yet."""

    tag: str
    is_out: bool
    """Whether its rows need not be looked at: in a list that can be narrowed, or left out."""
    below: str
    rows: Counter[str] = field(default_factory=Counter)


class Lists(HTMLParser):
    """The headings below which a long list cannot be narrowed."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Open("", is_out=False, below="")]
        self.heading = ""
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row of what is around it; a heading names what follows."""
        told, around = dict(attrs), self.open[-1]
        if tag in {"h1", "h2", "h3", "h4"} and (tag == "h2" or told.get("id")):
            self.heading = told.get("id") or ""
        if tag in ROWS.get(around.tag, ()) or (around.tag not in ROWS and tag in APART):
            around.rows[f"{tag}.{told.get('class') or ''}"] += 1
        if tag not in VOID:
            is_out = around.is_out or tag in LEFT_OUT or "data-list" in told
            self.open.append(Open(tag, is_out=is_out, below=self.heading))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A shape of a drawing holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        """A list ends; it is long or not."""
        while len(self.open) > 1:
            closed = self.open.pop()
            if not closed.is_out and any(number >= LEAST for number in closed.rows.values()):
                self.found.add(closed.below)
            if closed.tag == tag:
                break


def long_lists(html: str) -> set[str]:
    """The headings of long lists that cannot be narrowed."""
    lists = Lists()
    lists.feed(html)
    lists.close()
    return lists.found


def unnarrowed(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Template, heading and page of each long list that cannot be narrowed."""
    for page in pages(edition, Lang.EN):
        if not page.moved_to:
            for heading in long_lists(render(page)):
                yield page.template, heading, page.here.path


def test_what_a_long_list_is() -> None:
    """Rows, points, terms and boxes are; what is short, narrowed or a picture's table is not."""
    rows = "<tr><th>a</th></tr>" * LEAST
    table = f"<h2 id=x>x</h2><table><tbody>{rows}</tbody></table>"
    assert long_lists(table) == {"x"}
    assert long_lists(f"<ul>{'<li>a<br>b' + '</li>'}</ul>" * LEAST) == set()
    assert long_lists(f"<h2 id=y>y</h2><ul>{'<li>a</li>' * LEAST}</ul>") == {"y"}
    assert long_lists(f"<dl>{'<dt>a</dt><dd>b</dd>' * LEAST}</dl>") == {""}
    assert long_lists(f"<div>{'<div class=box>a</div>' * LEAST}</div>") == {""}
    assert long_lists(f"<div data-list>{table}</div>") == set()
    assert long_lists(f"<figure>{table}</figure>") == set()


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_long_list_can_be_narrowed(agency: str) -> None:
    """Of every page of every agency, or the reason why not is written down."""
    left = {(t, h, p) for t, h, p in unnarrowed(edition_of(agency)) if (t, h) not in NEED_NOT}
    assert left == set()


def test_no_reason_is_left_over() -> None:
    """Each list that need not be narrowed is on a page of some agency."""
    found = {(t, h) for agency in AGENCIES for t, h, _p in unnarrowed(edition_of(agency))}
    found |= {(t, h) for t, h, _p in unnarrowed(grown())}
    assert set(NEED_NOT) - found == set()


def monthly(report: ComplaintReport) -> ComplaintReport:
    """A year of complaints that is counted month by month; as many came in as were completed."""
    flow = Flow(carried_over=0, received=20, completed=20, in_progress=0)
    periods = tuple(
        ComplaintPeriod(from_=month, to=month, by_type=ByType(general=flow, misconduct=flow))
        for month in report.fiscal_year.months
    )
    return replace(report, periods=periods)


def grown() -> Edition:
    """The invented agency with many ways to complain, months and activities against gifts."""
    disclosure = edition_of("example-sao").disclosure
    guide, gifts = disclosure.complaint_guide, disclosure.gifts
    assert guide
    channels = tuple(
        replace(one, name=Text(th=f"{one.name.th} {n}", en=f"{one.name.en} {n}"))
        for n in range(LEAST)
        for one in guide.channels
    )
    return Edition.of(
        replace(
            disclosure,
            complaint_guide=replace(guide, channels=channels),
            complaints=tuple(monthly(one) for one in disclosure.complaints),
            published_counts=(),
            gifts=tuple(replace(one, activities=one.activities * LEAST) for one in gifts),
        )
    )


def test_lists_that_grow_can_be_narrowed() -> None:
    """Ways to complain by channel, activities by form, each in words; none is left out."""
    edition = grown()
    left = {(t, h) for t, h, _p in unnarrowed(edition)} - set(NEED_NOT)
    assert left == set()
    by_path = {page.here.path: page for page in pages(edition, Lang.EN)}
    guide = edition.disclosure.complaint_guide
    assert guide
    for concern in Concern:
        made = getattr(by_path["complaints"].guide, f"{concern}_narrowing")  # type: ignore[attr-defined]
        assert isinstance(made, Narrowing)
        (medium,) = (facet for facet in made.facets if facet.name == "medium")
        assert sum(choice.number for choice in medium.choices) == len(guide.of(concern))
    gift = by_path["no-gift/2568"].narrowing  # type: ignore[attr-defined]
    assert isinstance(gift, Narrowing)
    assert {facet.name for facet in gift.facets} == {"form"}


def test_the_page_of_many_agencies_can_be_narrowed() -> None:
    """By province and by words, with as many rows as agencies."""
    entries = many()
    html = portal(Lang.EN, entries)
    assert long_lists(html) == set()
    assert html.count("data-row") == LEAST
    assert "Province 1 (4)" in html
    assert '<span class="nb">(B.E. 2566–2570)</span>' in html
    assert long_lists(portal(Lang.EN, entries[1:])) == set()


def many() -> list[Entry]:
    """Agencies of two provinces."""
    return [
        Entry(
            href=f"a{n}/index.html", name=f"Agency {n}", province=f"Province {n % 2}", plan="Plan",
            years="2023–2027 (B.E. 2566–2570)", items="1 item", published="", date="", marks=marks(province=f"p{n % 2}"),
        )
        for n in range(LEAST)
    ]  # fmt: skip


@pytest.mark.browser
def test_agencies_are_narrowed_from_a_disk(page: Page, tmp_path: Path) -> None:
    """By province, with the choice in the address; one line on a phone, none at all without need."""
    shutil.copytree(ROOT / "theme" / "assets", tmp_path / "assets")
    (tmp_path / "index.html").write_text(portal(Lang.TH, many()), encoding="utf-8")
    file = (tmp_path / "index.html").as_uri()
    page.goto(f"{file}?province=p1")
    assert page.locator("tbody tr:visible").count() == LEAST // 2
    assert not page.locator(".narrowing summary").is_visible()
    page.locator("select[name=province]").select_option("")
    expect(page).to_have_url(file)
    expect(page.locator("tbody tr:visible")).to_have_count(LEAST)
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".narrowing summary")).to_be_visible()
    expect(page.locator("select[name=province]")).not_to_be_visible()

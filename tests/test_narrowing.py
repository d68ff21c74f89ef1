"""Lists that a reader narrows: the choices follow from the rows, and Chromium does what they say."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.model.base import Lang
from generator.model.disclosure import total
from generator.model.ledger import spent
from generator.pages import pages
from generator.pages.base import Here
from generator.pages.narrowing import (
    LEAST,
    Narrowing,
    Way,
    band,
    bands,
    marks,
    narrowing,
)
from generator.pages.plan import PlanPage, all_rows
from generator.pages.plan import pages as plan_pages
from generator.pages.year_purchases import pages as list_pages
from tests.conftest import ROOT, built, edition_of, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from generator.edition import Edition

HERE = Here(Lang.EN, "plan")


def test_only_pages_with_such_lists_fetch_the_script(site: Path) -> None:
    """A page that has none is lighter on a slow line; the book for paper has all lists and no choices."""
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("index.html")}
    fetching = {path for path, text in pages.items() if "js/narrow.js" in text}
    assert fetching == {
        path for path, text in pages.items() if "<form" in text and "data-narrow" in text
    }
    assert site / "plan" / "index.html" in fetching
    assert not {site / "index.html", site / "print" / "index.html"} & fetching


def rows_of(page: Page) -> Locator:
    """The rows of a page's first list that a reader sees."""
    return page.locator("[data-list]").first.locator("[data-row]:visible")


def number_said(page: Page) -> int:
    """How many rows of it the page says are shown; they stand there when this returns."""
    output = page.locator(".narrowing output").first
    expect(output).to_contain_text(re.compile("[0-9]"))
    said = re.search("[0-9]+", output.inner_text())
    assert said
    expect(rows_of(page)).to_have_count(int(said[0]))
    return int(said[0])


def plan_of(edition: Edition) -> PlanPage:
    """The English plan page."""
    return next(plan_pages(edition, Lang.EN))


def test_a_short_list_needs_no_help() -> None:
    """Fewer rows than a screen holds are seen at a glance."""
    rows = [marks(kind="project")] * (LEAST - 1)
    assert narrowing(HERE, rows) is None
    assert narrowing(HERE, [*rows, marks(kind="measure")])


def test_choices_are_those_of_the_rows() -> None:
    """A value that no row has is not offered, nor is one thing that all have; each says how many."""
    rows = [marks(kind="project", unit=["a", "b"])] * 5 + [marks(kind="measure", unit=["b"])] * 4
    kinds = Way(name="kind", label="Kind", values={"project": "P", "measure": "M", "activity": "A"})
    units = Way(name="unit", label="Unit", values={"b": "Unit b", "a": "Unit a"})
    only = Way(name="level", label="Level", values={"x": "X"})
    made = narrowing(HERE, rows, (kinds, units, only))
    assert made
    told = {f.name: [(c.value, c.number) for c in f.choices] for f in made.facets}
    assert told == {"kind": [("project", 5), ("measure", 4)], "unit": [("b", 9), ("a", 5)]}


def test_all_rows_alike_are_no_choice() -> None:
    """A drop-down list that cannot leave anything out is not shown."""
    rows = [marks(kind="project")] * LEAST
    made = narrowing(HERE, rows, [Way(name="kind", label="Kind", values={"project": "P"})])
    assert made
    assert made.facets == ()


@pytest.mark.parametrize(
    ("baht", "values"),
    [
        (None, "no"), ("0.25", "yes 10000"), ("10000", "yes 10000"), ("10000.01", "yes 100000"),
        ("500000", "yes 500000"), ("500000.01", "yes more"),
    ],
)  # fmt: skip
def test_an_amount_lies_in_one_band(baht: str | None, values: str) -> None:
    """The upper end belongs to the band; every value of a row is among those that are offered."""
    found = band(None if baht is None else Decimal(baht))
    assert found == values
    assert set(found.split()) <= set(bands(HERE, "budget", "Budget").values)


def test_amounts_are_whole_satang() -> None:
    """So that a browser adds them up without rounding; no amount is told apart from zero."""
    assert marks(Decimal("1234.50"), None, Decimal(0)).sums == "123450 - 0"


def test_the_rows_of_a_plan_add_up_to_its_budget(edition: Edition) -> None:
    """What the browser adds up of the whole list is what the page says of the plan."""
    page = plan_of(edition)
    rows = all_rows(page.branches)
    satang = sum(int(row.marks.sums) for row in rows)
    planned = total(edition.disclosure.items, edition.disclosure.years)
    assert Decimal(satang) / 100 == planned
    assert len(rows) == len(edition.disclosure.items)


def test_every_choice_of_a_plan_is_in_words(edition: Edition) -> None:
    """No value of a row is missing from the choices, whatever the plan."""
    page = plan_of(edition)
    offered = {
        f.name: {c.value for c in f.choices}
        for f in (page.narrowing.facets if page.narrowing else ())
    }
    for row in all_rows(page.branches):
        for name, values in row.marks.facets:
            assert set(values.split()) <= offered.get(name, set(values.split()))


def test_a_year_of_purchases_adds_up() -> None:
    """What the browser adds up of the list is what the agency agreed, cancelled ones left out."""
    edition = edition_of("example-sao")
    for ledger in edition.ledgers:
        found = [
            page
            for page in list_pages(edition, Lang.EN)
            if f"/{int(ledger.year)}/" in page.here.path
        ]
        prices = [row.marks.sums.split(" ")[2] for page in found for row in page.rows]
        assert len(prices) == len(ledger.purchases)
        assert Decimal(sum(int(price) for price in prices if price != "-")) / 100 == spent(
            ledger.purchases
        )


def test_every_name_in_an_address_is_one_control() -> None:
    """Two lists of a page never share a name; no name is one that the search uses."""
    for page in pages(edition_of("example-sao"), Lang.EN):
        forms = [
            getattr(page, name)
            for name in page.__slots__
            if isinstance(getattr(page, name), Narrowing)
        ]
        names = [
            form.prefix + name
            for form in forms
            for name in ("words", *(f.name for f in form.facets))
        ]
        assert len(names) == len(set(names)), page.here.path
        assert len({form.label for form in forms}) == len(forms), page.here.path
        assert "q" not in names


LISTS = (
    "plan", "units", "units/chief-administrator", "risk", "ita/2569", "ita/2569/units",
    "ita/2569/status", "ita/crosswalk", "procurement/2568", "procurement/2568/purchases",
    "procurement/2568/2025-01", "pages", "results/2568", "data", "data/dictionary", "rules", "design",
)  # fmt: skip
"""Pages of the invented agency whose lists are long enough."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented agency's site."""
    folder = built(ROOT, "example-sao", tmp_path_factory.mktemp("example") / "site")
    with serving(folder) as found:
        yield found


@pytest.mark.browser
@pytest.mark.parametrize("path", LISTS)
def test_every_choice_does_what_it_says(path: str, page: Page, example: str) -> None:
    """As many rows as the choice names, no heading without a row, and the whole list again."""
    page.goto(f"{example}en/{path}/")
    for form in page.locator("form[data-narrow]").all():
        rows = form.locator("xpath=..").locator("[data-row]")
        whole = rows.count()
        for field in form.locator("select").all():
            choice = field.locator("option").nth(1)
            number = re.search(r"\((\d+)\)$", choice.inner_text())
            assert number, path
            field.select_option(index=1)
            expect(rows.and_(page.locator(":not([hidden])"))).to_have_count(int(number[1]))
            expect(form.locator("output")).to_contain_text(
                re.compile(rf"^\s*{number[1]} of {whole} shown")
            )
            groups = form.locator("xpath=..").locator("[data-group]:visible").all()
            assert all(group.locator("[data-row]:not([hidden])").count() for group in groups), path
            form.locator("[data-all]").click()
            expect(rows.and_(page.locator(":not([hidden])"))).to_have_count(whole)
    assert page.locator("form[data-narrow]").count(), path


@pytest.mark.browser
def test_a_supplier_leads_to_what_it_sold(page: Page, example: str) -> None:
    """The number of contracts opens the year's list with the supplier's name."""
    page.goto(f"{example}procurement/2568/#suppliers")
    link = page.locator("#suppliers ~ div tbody a").first
    number = int(re.sub("[^0-9].*", "", link.inner_text(), flags=re.DOTALL))
    link.click()
    page.wait_for_url("**/purchases/**words=**")
    assert 1 <= number_said(page) <= number


@pytest.mark.browser
def test_the_plan_can_be_narrowed(page: Page, address: str) -> None:
    """By unit, money and words; what was chosen stands in the address and survives a reload."""
    page.goto(address + "en/plan/index.html")
    expect(rows_of(page)).to_have_count(48)
    page.locator("select[name=unit]").select_option("finance")
    expect(rows_of(page)).to_have_count(2)
    expect(page).to_have_url(f"{address}en/plan/?unit=finance")
    expect(page.locator(".narrowing output").first).to_contain_text(
        re.compile(r"^\s*2 of 48 shown")
    )
    expect(page.locator("#node-1\\.1")).not_to_be_visible()
    page.reload()
    expect(rows_of(page)).to_have_count(2)
    page.get_by_role("button", name="Show all").click()
    page.locator("select[name=budget]").select_option("yes")
    expect(rows_of(page)).to_have_count(8)
    page.locator("input[name=words]").fill("integrity")
    assert 1 <= number_said(page) < 8
    page.get_by_role("button", name="Show all").click()
    expect(rows_of(page)).to_have_count(48)
    expect(page).to_have_url(f"{address}en/plan/")


@pytest.mark.browser
def test_two_lists_of_a_page_are_narrowed_apart(page: Page, address: str) -> None:
    """The plan's items and its printed totals: each has its own names in the address and its own count."""
    page.goto(address + "en/plan/?unit=finance")
    printed = page.locator("[data-list]").nth(1)
    whole = printed.locator("[data-row]:visible").count()
    assert whole == 43
    page.locator("select[name=printed-year]").select_option("2568")
    expect(page).to_have_url(f"{address}en/plan/?unit=finance&printed-year=2568")
    expect(printed.locator("[data-row]:visible")).to_have_count(5)
    expect(rows_of(page)).to_have_count(2)
    page.reload()
    expect(printed.locator("[data-row]:visible")).to_have_count(5)
    page.go_back()
    expect(printed.locator("[data-row]:visible")).to_have_count(whole)
    expect(rows_of(page)).to_have_count(2)


@pytest.mark.browser
def test_the_sum_of_what_is_shown_is_exact(page: Page, address: str) -> None:
    """It is that of the amounts that stand in the rows."""
    page.goto(address + "en/plan/?budget=yes")
    rows = page.locator(".items > li:visible .sum").all_inner_texts()
    baht = sum(int(re.sub("[^0-9]", "", text)) for text in rows)
    assert f"Planned over all years: {baht:,} baht" in page.locator("output").first.inner_text()


@pytest.mark.browser
def test_back_undoes_one_choice(page: Page, address: str) -> None:
    """Each choice is a step; a word that is typed is one, however many its letters."""
    page.goto(address + "plan/")
    page.locator("select[name=budget]").select_option("yes")
    page.locator("input[name=words]").press_sequentially("สุจริต")
    narrowed = number_said(page)
    assert narrowed < 8
    page.go_back()
    expect(page.locator("input[name=words]")).to_have_value("")
    expect(rows_of(page)).to_have_count(8)
    page.go_back()
    expect(rows_of(page)).to_have_count(48)
    page.go_forward()
    page.go_forward()
    expect(rows_of(page)).to_have_count(narrowed)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("first", "second"),
    [("งบประมาณ 40", "งบประมาณ ๔๐"), ("จัดทํา", "จัดทำ"), ("50000", "๕๐,๐๐๐")],
)
def test_words_are_found_however_they_are_typed(
    first: str, second: str, page: Page, address: str
) -> None:
    """Inside a sentence, with the digits of either script, the marks in either order."""
    page.goto(address + "plan/")
    found = []
    for words in (first, second):
        page.locator("input[name=words]").fill(words)
        found.append(number_said(page))
    assert found[0] == found[1] > 0


@pytest.mark.browser
def test_the_address_opens_narrowed_from_a_disk(page: Page, site: Path) -> None:
    """The same list stands there, and the address follows the next choice."""
    file = (site / "en" / "plan" / "index.html").as_uri()
    page.goto(file + "?unit=finance")
    expect(rows_of(page)).to_have_count(2)
    page.locator("select[name=unit]").select_option("")
    expect(rows_of(page)).to_have_count(48)
    expect(page).to_have_url(file)


@pytest.mark.browser
def test_a_link_to_a_hidden_place_shows_it(page: Page, address: str) -> None:
    """The address names a heading that the choices leave out: the heading wins."""
    page.goto(address + "plan/?unit=finance#node-1.1")
    expect(page.locator("#node-1\\.1")).to_be_visible()
    expect(page).to_have_url(f"{address}plan/#node-1.1")


@pytest.mark.browser
def test_the_link_that_is_copied_opens_the_same_list(page: Page, address: str) -> None:
    """What was chosen is part of the address that people send on."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}en/plan/?unit=finance")
    page.click("[data-copy]")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/plan/?unit=finance"


@pytest.mark.browser
def test_without_scripts_the_list_is_whole(browser: Browser, address: str) -> None:
    """No control that does nothing, and every row."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "plan/index.html?unit=finance")
    assert page.locator(".items > li:visible").count() == 48
    assert not page.locator(".narrowing").first.is_visible()
    context.close()


@pytest.mark.browser
def test_a_phone_folds_the_choices(page: Page, address: str) -> None:
    """One line stands above the list, opens by keyboard, and says what is narrowed while closed."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + "en/plan/?unit=finance")
    choices = page.locator(".narrowing__choices").first
    assert not choices.is_visible()
    assert "Finance" in page.locator("[data-by]").first.inner_text()
    page.locator(".narrowing summary").first.focus()
    page.keyboard.press("Enter")
    expect(choices).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "words"


@pytest.mark.browser
def test_paper_shows_what_is_narrowed_and_says_so(page: Page, address: str) -> None:
    """The rows that are left, the count and the choices; no controls."""
    page.goto(address + "en/plan/?unit=finance")
    page.emulate_media(media="print")
    expect(rows_of(page)).to_have_count(2)
    assert "2 of 48 shown" in page.locator(".narrowing").first.inner_text()
    assert "Finance" in page.locator(".narrowing").first.inner_text()
    assert not page.locator("select[name=unit]").is_visible()
    page.goto(address + "en/plan/")
    assert not page.locator(".narrowing").first.is_visible()


LONG = """
() => {
  const list = document.querySelector('.items');
  const rows = [...list.children];
  for (const group of document.querySelectorAll('[data-group]')) group.removeAttribute('data-group');
  for (let number = rows.length; number < 5000; number += 1) {
    list.append(rows[number % rows.length].cloneNode(true));
  }
}
"""
HELD = """
() => {
  window.following = [];
  window.requestAnimationFrame = (follow) => window.following.push(follow);
}
"""
TYPED = """
words => {
  const rows = [...document.querySelector('[data-list]').querySelectorAll('[data-row]')];
  const before = rows.map((row) => row.hidden);
  const turned = () => rows.filter((row, place) => row.hidden !== before[place]).length;
  const field = document.querySelector('[data-words]');
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  const frames = [turned()];
  while (window.following.length) {
    window.following.shift()();
    frames.push(turned() - frames.reduce((sum, one) => sum + one, 0));
  }
  return frames;
}
"""
SCREENFUL, FRAME = 30, 500
"""Rows that are turned while the reader types, and in each frame that follows; `bench --narrow` times it."""


@pytest.mark.browser
def test_a_long_list_follows_frame_by_frame(page: Page, address: str) -> None:
    """Of 5,000 rows a screenful answers a word at once; the rest comes in pieces, and the list is right."""
    page.add_init_script(f"document.addEventListener('DOMContentLoaded', {LONG})")
    page.goto(address + "dimensions/1/")
    left = page.locator("[data-list]").first.locator("[data-row]:not([hidden])")
    assert left.count() >= 5000
    page.evaluate(HELD)
    for words in ("โครงการ", "โครงการอบรม", "จริยธรรม", "มาตรการ", ""):
        before = left.count()
        at_once, *then = page.evaluate(TYPED, words)
        assert at_once <= SCREENFUL
        assert all(turned <= FRAME for turned in then)
        assert at_once + sum(then) >= abs(left.count() - before) > 0
        assert left.count() == said(page)


def said(page: Page) -> int:
    """How many rows the list says that it shows."""
    told = page.locator(".narrowing output").first.inner_text()
    if not told:
        return page.locator("[data-list]").first.locator("[data-row]").count()
    number = re.search("[0-9,]+", told)
    return int(number[0].replace(",", "")) if number else 0


def test_a_list_of_one_agency_has_both_languages() -> None:
    """The choices are in the language of the page."""
    for lang, word in ((Lang.TH, "หน่วยงานรับผิดชอบ"), (Lang.EN, "Responsible")):
        made = next(plan_pages(edition_of("example-sao"), lang)).narrowing
        assert made
        assert word in {facet.label for facet in made.facets}

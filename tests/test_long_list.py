"""A year's list of several pages: whoever narrows it narrows the whole year, from every page of it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.addresses import LINES, LIST_LINES
from generator.edition import Edition
from generator.load import load
from generator.model.base import Lang
from generator.model.eras import Month
from generator.model.ledger import spent
from generator.pages.year_purchases import pages, rows_file
from generator.pages.year_rows import YearRows
from tests.bench.heavy import many_purchases
from tests.conftest import ROOT, built, edition_of, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NUMBER = 2 * LIST_LINES + 50
LIST = "procurement/2566/purchases/"
ROWS = "ul.items:visible > li:visible"
WHOLE = re.compile(r"([0-9,]+) of 850 shown")


@pytest.fixture(scope="module")
def long_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small agency with a year of three pages; two of its suppliers are named in English."""
    folder = tmp_path_factory.mktemp("long")
    many_purchases(folder, NUMBER)
    shutil.copytree(ROOT / "theme", folder / "theme")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        config.replace("phetchaburi-pao", "minimal"), encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def edition(long_project: Path) -> Edition:
    """What the agency's data says."""
    disclosure, problems = load(long_project / "content" / "minimal")
    assert disclosure is not None, problems
    return Edition.of(disclosure)


@pytest.fixture(scope="module")
def folder(long_project: Path) -> Path:
    """The agency's site."""
    return built(long_project, "minimal", long_project / "site")


@pytest.fixture(scope="module")
def long_site(folder: Path) -> Iterator[str]:
    """Its address."""
    with serving(folder) as found:
        yield found


def rows_in(content: bytes) -> tuple[dict[str, object], list[list[object]]]:
    """Head and rows of a list's script."""
    inside = content.decode("utf-8").strip().removeprefix("disclosureRows(").removesuffix(");")
    head, rows = json.loads(f"[{inside}]")
    return head, rows


@pytest.mark.parametrize("lang", Lang)
def test_the_script_holds_every_row_of_the_pages(edition: Edition, lang: Lang) -> None:
    """Each purchase once, in order, with the marks of its row; the sums are the year's to the satang."""
    (ledger,) = edition.ledgers
    listed, held = list(pages(edition, lang)), YearRows()
    for page in listed:
        held.add(page)
    ((address, content),) = held.files()
    head, rows = rows_in(content)
    assert len(listed) == 3
    assert address == rows_file(lang, ledger.year)
    shown = [row for page in listed for row in page.rows]
    assert [row[0] for row in rows] == [row.number for row in shown]
    assert [row[8] for row in rows] == [row.marks.sums for row in shown]
    facets = head["facets"]
    assert isinstance(facets, list)
    for row, own in zip(rows, shown, strict=True):
        values = {name: value for name, value in zip(facets, row[7], strict=True) if value}
        assert values == dict(own.marks.facets)
    prices = [str(row[8]).split(" ")[2] for row in rows]
    satang = sum(int(price) for price in prices if price != "-")
    assert Decimal(satang) / 100 == spent(ledger.purchases)


@pytest.mark.parametrize("lang", Lang)
def test_choices_count_the_whole_year_on_every_page(edition: Edition, lang: Lang) -> None:
    """The same on the first page and the last."""
    found = [page.narrowing for page in pages(edition, lang)]
    assert all(one and one.rest for one in found)
    assert len({replace(one, rest="") for one in found if one}) == 1
    method = next(f for f in found[0].facets if f.name == "amount") if found[0] else None
    assert method
    assert method.choices[0].number == NUMBER or sum(c.number for c in method.choices) >= NUMBER


def test_a_list_of_one_page_needs_no_script() -> None:
    """Nothing is written, and its form names none."""
    held = YearRows()
    for page in pages(edition_of("example-sao"), Lang.TH):
        held.add(page)
        assert page.narrowing is None or not page.narrowing.rest
    assert list(held.files()) == []


def number_of(page: Page) -> int:
    """How many rows of the whole year the page says it shows."""
    expect(page.locator("output")).to_contain_text(WHOLE)
    found = WHOLE.search(page.locator("output").inner_text())
    assert found
    return int(found[1].replace(",", ""))


@pytest.mark.browser
@pytest.mark.parametrize("part", ["", "3/"])
def test_narrowing_looks_at_the_whole_year(part: str, page: Page, long_site: str) -> None:
    """As many rows as the choice names, from the first part as from the last; links lead to the rows."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{long_site}en/{LIST}{part}index.html")
    assert not [url for url in asked if url.endswith("rows.js")]
    field = page.locator("select[name=month]")
    for choice in (2, 7, 12):
        field.select_option(index=choice)
        said = re.search(r"\((\d+)\)$", field.locator("option").nth(choice).inner_text())
        assert said
        assert number_of(page) == int(said[1])
        expect(page.locator(ROWS)).to_have_count(int(said[1]))
    assert len([url for url in asked if url.endswith("rows.js")]) == 1
    assert not page.locator(".part-links").first.is_visible()
    link = page.locator(f"{ROWS} a").first
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/procurement/2566/2023-09/**")
    assert title in page.locator("tr:target, tr[id]").first.inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("month", [Month(2022, 11), Month(2023, 2)])
def test_the_sum_is_exact(month: Month, page: Page, long_site: str, edition: Edition) -> None:
    """What the page adds up of a month is what the ledger holds of it, also across two parts."""
    (ledger,) = edition.ledgers
    wanted = ledger.by_month[month]
    page.goto(
        f"{long_site}en/{LIST}2/index.html?month={month}&words=%E0%B8%A3%E0%B9%89%E0%B8%B2%E0%B8%99"
    )
    expect(page.locator("output")).to_contain_text(f"{len(wanted)} of 850 shown")
    assert f"Price agreed: {spent(wanted):,.0f} baht" in page.locator("output").inner_text()


@pytest.mark.browser
def test_state_reload_back_and_the_part_again(page: Page, long_site: str) -> None:
    """The address holds the choice; back and the button bring the part's own rows back."""
    page.goto(f"{long_site}en/{LIST}2/index.html")
    own = page.locator(ROWS).first.inner_text()
    page.locator("select[name=month]").select_option("2023-09")
    number = number_of(page)
    assert page.url.endswith("/2/?month=2023-09")
    page.reload()
    assert number_of(page) == number
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(LIST_LINES)
    assert page.locator(ROWS).first.inner_text() == own
    assert page.locator(".part-links").first.is_visible()
    page.go_forward()
    assert number_of(page) == number
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(ROWS)).to_have_count(LIST_LINES)
    assert page.locator("output").inner_text() == ""


@pytest.mark.browser
def test_very_many_are_counted_and_the_first_stand_there(page: Page, long_site: str) -> None:
    """All that fit are counted and added up; the page says that it holds the first of them."""
    page.goto(f"{long_site}en/{LIST}index.html?words=nowhere")
    expect(page.locator("output")).to_contain_text("Nothing in the list fits")
    expect(page.locator(ROWS)).to_have_count(0)
    page.locator("input[name=words]").fill("ร้าน")
    expect(page.locator("output")).to_contain_text("850 of 850 fit, the first 400 are shown")
    expect(page.locator(ROWS)).to_have_count(LIST_LINES)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["", "en/"])
def test_it_works_from_a_disk(language: str, page: Page, folder: Path) -> None:
    """The rows are a script, which a page on a disk may run; the links lead to files."""
    file = (folder / language / LIST / "2" / "index.html").as_uri()
    page.goto(f"{file}?month=2022-10")
    expect(page.locator("output")).to_contain_text("850")
    expect(page.locator(ROWS)).to_have_count(71)
    page.locator(f"{ROWS} a").first.click()
    expect(page.locator("tr[id=a-00000]")).to_be_visible()


@pytest.mark.browser
def test_what_cannot_be_fetched_is_said(browser: Browser, long_site: str) -> None:
    """The part alone is narrowed then, and the page does not pretend that it was the year."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/rows.js", lambda route: route.abort())
    page.goto(f"{long_site}en/{LIST}index.html?month=2022-10")
    expect(page.locator("output")).to_contain_text("of 400 shown")
    expect(page.locator("output")).to_contain_text(
        "of this part alone: the others could not be fetched"
    )
    page.locator("select[name=month]").select_option("")
    expect(page.locator(ROWS)).to_have_count(LIST_LINES)
    assert page.locator("output").inner_text() == ""
    context.close()


@pytest.mark.browser
def test_thai_digits_reach_the_rows_that_were_fetched(page: Page, long_site: str) -> None:
    """The reader's digits stand in them as in all others, and go again."""
    page.goto(f"{long_site}{LIST}index.html?month=2022-11")
    expect(page.locator("output")).to_contain_text("850")
    page.locator("[data-digits-switch]").click()
    expect(page.locator(ROWS).first).not_to_contain_text(re.compile("[0-9]"))
    page.locator("[data-digits-switch]").click()
    expect(page.locator(ROWS).first).not_to_contain_text(re.compile("[๐-๙]"))


@pytest.mark.browser
def test_without_scripts_every_part_can_be_read(browser: Browser, long_site: str) -> None:
    """All rows over the parts, the ways between them, and no control that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    seen = 0
    for part in ("", "2/", "3/"):
        page.goto(f"{long_site}{LIST}{part}index.html?month=2022-10")
        seen += page.locator(ROWS).count()
        assert page.locator(".part-links").first.is_visible()
        assert not page.locator(".narrowing").first.is_visible()
    assert seen == NUMBER
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(scheme: str, width: int, page: Page, long_site: str, axe: str) -> None:
    """In a list that was narrowed: names in Thai say so on an English page, nothing hangs over."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{long_site}en/{LIST}2/index.html?month=2022-11")
    expect(page.locator("output")).to_contain_text(WHOLE)
    expect(page.locator(ROWS)).to_have_count(71)
    expect(page.locator(f"{ROWS} [lang=th]")).to_have_count(2 * 71)
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_paper_has_all_that_is_shown(page: Page, long_site: str) -> None:
    """Also the rows that were still to come when the reader prints, and what the list was narrowed by."""
    page.goto(f"{long_site}en/{LIST}index.html?words=2022")
    expect(page.locator("output")).to_contain_text("of 850")
    page.evaluate("window.requestAnimationFrame = () => {}")
    page.locator("input[name=words]").fill("2023")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == min(number_fit(page), LIST_LINES)
    page.emulate_media(media="print")
    assert "2023" in page.locator(".narrowing").inner_text()
    assert page.locator(ROWS).count()


def number_fit(page: Page) -> int:
    """How many rows of the year fit, whether all of them stand there or not."""
    found = re.match("[0-9,]+", page.locator("output").inner_text())
    assert found
    return int(found[0].replace(",", ""))


@pytest.mark.browser
def test_the_keyboard_is_enough(page: Page, long_site: str) -> None:
    """From the field of words over the choices to the button that shows all, and back to the field."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{long_site}en/{LIST}index.html")
    page.locator(".narrowing summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("2022")
    expect(page.locator("output")).to_contain_text("of 850")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "month"
    for _step in range(3):
        if page.evaluate("document.activeElement.matches('[data-all]')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=words]")).to_be_focused()
    expect(page.locator(ROWS)).to_have_count(LIST_LINES)


@pytest.mark.browser
def test_a_month_of_several_pages_leads_to_all_of_it(
    page: Page, long_project: Path, tmp_path: Path
) -> None:
    """Its pages narrow a part each, and say so; one link narrows the year's list to the month."""
    folder = tmp_path / "busy"
    many_purchases(folder, 12 * LINES + 600)
    shutil.copytree(long_project / "theme", folder / "theme")
    shutil.copy(long_project / "mkdocs.yml", folder / "mkdocs.yml")
    site = built(folder, "minimal", tmp_path / "site")
    page.goto((site / "en/procurement/2566/2022-11/2/index.html").as_uri())
    assert page.get_by_role("search", name="Narrow this part of the list").is_visible()
    page.get_by_role("link", name="All purchases of the month on one list").click()
    expect(page.locator("output")).to_contain_text("150 of 1,800 shown")
    expect(page.locator(ROWS)).to_have_count(150)

"""The page that an officer sees while writing, in Chromium: new words come into it, and it stays where it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
NUMBER = 12
"""Items of the agency; its list is long enough to be narrowed."""
PATIENCE = 60_000
"""Milliseconds in which a site is built, however busy the computer is: its build stands back for other programs."""
DRAWN = 300
"""Milliseconds in which a page that is loaded has lost its mark."""
OLD, NEW = "โครงการตัวอย่าง 1", "ชื่อที่เขียนใหม่"
PARTS = """() => [document.title, ...document.querySelectorAll("header, main, footer, meta")]
    .map((part) => part.outerHTML || part)"""


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The address of `disclosure serve`, once its site is built."""
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=project,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as server:
        try:
            lines = iter(server.stdout or ())
            address = next(line.split()[0] for line in lines if line.startswith("http"))
            assert any(line.startswith("✓") for line in lines)
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample with more items, served once."""
    folder = small(tmp_path_factory.mktemp("grown") / "project")
    first = text_of(folder)
    for number in range(3, NUMBER + 1):
        told = first.replace("id: p-01", f"id: p-{number:02}").replace(
            "number: 1\n", f"number: {number}\n"
        )
        item(folder, number).write_text(told.replace(OLD, f"{OLD[:-1]}{number}"), encoding="utf-8")
    with served(folder):
        return folder


@pytest.fixture
def project(grown: Path, tmp_path: Path) -> Path:
    """A copy for each test, with what was kept of the build."""
    shutil.copytree(grown, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The site of a project of its own."""
    with served(project) as found:
        yield found


def item(project: Path, number: int = 1) -> Path:
    """The file of an item."""
    return project / "content" / "minimal" / "items" / f"p-{number:02}.yml"


def text_of(project: Path) -> str:
    """What the first item says."""
    return item(project).read_text(encoding="utf-8")


def say(project: Path, before: str, after: str) -> None:
    """Other words in the first item."""
    item(project).write_text(text_of(project).replace(before, after), encoding="utf-8")


def open_marked(page: Page, address: str) -> None:
    """A page with a mark, which is gone once the page is loaded anew."""
    page.goto(address)
    page.evaluate("window.mark = true")


def is_marked(page: Page) -> bool:
    """Whether it still is the page that was opened."""
    return page.evaluate("window.mark === true")


def test_new_words_come_into_the_page_that_stands_there(
    project: Path, address: str, page: Page
) -> None:
    """It is not loaded, it keeps its place and its focus, and it is what loading it would give."""
    page.set_viewport_size({"width": 400, "height": 300})
    open_marked(page, f"{address}items/p-01/")
    page.evaluate("scrollTo(0, 200)")
    page.locator(".foot a").first.evaluate("link => link.focus({ preventScroll: true })")

    say(project, OLD, NEW)
    expect(page.locator("h1")).to_contain_text(NEW, timeout=PATIENCE)
    say(project, "objectives:", "objectives:\n  - {th: ข้อที่เพิ่ม, en: One more}")
    expect(page.locator("main")).to_contain_text("ข้อที่เพิ่ม", timeout=PATIENCE)
    say(project, NEW, "ชื่อที่สาม")
    expect(page.locator("h1")).to_contain_text("ชื่อที่สาม", timeout=PATIENCE)

    assert is_marked(page)
    assert page.evaluate("scrollY") == 200
    assert page.evaluate("document.activeElement.matches('.foot a')")
    assert page.title().startswith("ชื่อที่สาม")
    there = page.evaluate(PARTS)
    page.reload()
    assert there == page.evaluate(PARTS)


@pytest.mark.parametrize("path", ["", "en/", "items/p-01/"])
def test_the_site_that_follows_is_no_news(
    project: Path, address: str, page: Page, path: str
) -> None:
    """Its page is what stands there already, and is not loaded for it; any other waits for the site."""
    open_marked(page, address + path)
    agency = project / "content" / "minimal" / "agency.yml"
    text = agency.read_text(encoding="utf-8")

    agency.write_text(text.replace("ตัวอย่าง", "ใหม่").replace("Example", "New"), encoding="utf-8")

    expect(page).to_have_title(re.compile("ใหม่|New"), timeout=PATIENCE)
    with page.expect_response("**/items/p-02/", timeout=PATIENCE):
        page.evaluate(f"fetch('{address}items/p-02/')")
    page.wait_for_timeout(DRAWN)
    assert is_marked(page)


def test_switches_work_on_after_new_words(project: Path, address: str, page: Page) -> None:
    """Light and dark, Thai digits, the slash that goes to the search."""
    open_marked(page, f"{address}items/p-01/")
    say(project, OLD, NEW)
    expect(page.locator("h1")).to_contain_text(NEW, timeout=PATIENCE)

    page.locator("[data-scheme-switch]").click()
    page.keyboard.press("/")

    assert is_marked(page)
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate("document.activeElement.id") == "find"


def test_a_page_with_thai_digits_is_loaded(project: Path, address: str, page: Page) -> None:
    """Its script writes the digits of the new words too."""
    open_marked(page, f"{address}items/p-01/")
    page.locator("[data-digits-switch]").click()

    say(project, OLD, f"{NEW} 2570")

    expect(page.locator("h1")).to_contain_text(f"{NEW} ๒๕๗๐", timeout=PATIENCE)
    assert not is_marked(page)


def test_a_list_that_is_narrowed_is_loaded(project: Path, address: str, page: Page) -> None:
    """Its script knows the new row, and narrows it as the address says."""
    open_marked(page, f"{address}plan/")
    place = page.locator("[data-list]").first
    field, rows = place.locator("[data-words]"), place.locator("[data-row]:visible")
    field.fill(NEW)
    expect(rows).to_have_count(0)

    say(project, OLD, NEW)

    expect(rows).to_have_count(1, timeout=PATIENCE)
    expect(field).to_have_value(NEW)
    assert not is_marked(page)


def test_what_was_altered_in_the_browser_is_loaded(project: Path, address: str, page: Page) -> None:
    """An extension may write into a page; what it left is not taken for what was served."""
    open_marked(page, f"{address}items/p-01/")
    page.locator("h1").evaluate("title => { title.textContent = 'X'; }")

    say(project, OLD, NEW)

    expect(page.locator("h1")).to_contain_text(NEW, timeout=PATIENCE)
    assert not is_marked(page)


def test_problems_are_laid_over_the_page_and_go(project: Path, address: str, page: Page) -> None:
    """A fault is told above the last good page; the page that comes when it is mended has none."""
    page.goto(f"{address}items/p-01/")

    say(project, "2567: no_budget", "2567: 1.200")
    expect(page.locator(".workbench")).to_contain_text("number-ambiguous", timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text(OLD)
    say(project, "2567: 1.200", "2567: 1200")
    expect(page.locator(".workbench")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator("main")).to_contain_text("1,200", timeout=PATIENCE)


def test_a_new_style_is_loaded(project: Path, address: str, page: Page) -> None:
    """The page itself stays as it is."""
    open_marked(page, f"{address}items/p-01/")
    sheet = project / "theme" / "assets" / "css" / "site.css"

    with sheet.open("a", encoding="utf-8") as style:
        style.write("h1 { letter-spacing: 7px !important; }\n")

    expect(page.locator("h1")).to_have_css("letter-spacing", "7px", timeout=PATIENCE)
    assert not is_marked(page)

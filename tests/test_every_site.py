"""All agencies' sites and the page before them, as a disk and a strict server give them to a browser."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.audit.serving import serving
from tests.conftest import AGENCIES
from tests.seen import Seen, broken_links, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

KINDS = (
    "", "plan/", "procurement/2568/", "procurement/2568/2025-06/", "complaints/", "complaints/2568/", "risk/",
    "ita/2569/", "data/", "search/", "print/", "poster/", "accessibility/",
)  # fmt: skip


@pytest.fixture(scope="module", params=AGENCIES)
def agency_site(request: pytest.FixtureRequest, sites: Path) -> Path:
    """The folder of each agency, which may be uploaded alone."""
    return sites / request.param


@pytest.fixture(scope="module")
def pages(agency_site: Path) -> dict[str, Seen]:
    """Every page of an agency."""
    return pages_of(agency_site)


def test_every_address_leads_somewhere_on_a_disk(pages: dict[str, Seen], agency_site: Path) -> None:
    """Links, pictures, scripts, forms and redirects, on every page: to a file of the same site."""
    assert len(pages) > 50
    assert broken_links(agency_site, pages) == []


def test_style_sheets_name_files_that_are_there(agency_site: Path) -> None:
    """Typefaces and pictures in them, also relative."""
    for sheet in agency_site.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^)\"']+)", sheet.read_text(encoding="utf-8")):
            if not address.startswith(("data:", "#")):
                assert (sheet.parent / address).is_file(), (sheet, address)


def test_every_page_exists_in_both_languages(pages: dict[str, Seen]) -> None:
    """The same tree twice, each page in the language that it names, its twin one link away."""
    thai = {name for name in pages if not name.startswith("en/")}
    assert thai == {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    for name, page in pages.items():
        assert page.html_lang == ("en" if name.startswith("en/") else "th"), name
        assert page.foreign == [], name
        assert page.twin[1], name


def test_nothing_is_asked_of_a_foreign_host(pages: dict[str, Seen]) -> None:
    """No page loads or sends anything elsewhere."""
    for name, page in pages.items():
        assert [address for address in page.loads if urlsplit(address).netloc] == [], name


def test_the_page_before_the_sites_leads_to_each(sites: Path) -> None:
    """The portal's own links, in both languages."""
    for name in ("index.html", "en/index.html"):
        page = Seen()
        page.feed((sites / name).read_text(encoding="utf-8"))
        found = [((sites / name).parent / address.partition("#")[0]) for address in page.links]
        assert all(path.is_file() or path == (sites / name).parent for path in found), name
        assert {path.resolve().parent.name for path in found} >= set(
            AGENCIES
        ) or name != "index.html"


@pytest.fixture(scope="module")
def unscripted(browser: Browser) -> Iterator[Page]:
    """A reader whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("agency", AGENCIES)
def test_without_scripts_a_disk_is_enough(agency: str, sites: Path, unscripted: Page) -> None:
    """From the first page to every main one, to the other language and back, to a file to keep."""
    home = (sites / agency / "index.html").as_uri()
    unscripted.goto(home)
    unscripted.locator(".menu summary").click()
    ways = [way.get_attribute("href") for way in unscripted.locator(".ways a").all()]
    assert ways
    for way in ways:
        unscripted.goto(_absolute(home, way))
        thai = unscripted.locator("h1").inner_text()
        assert thai
        unscripted.locator(".head__tools a[hreflang=en]").click()
        expect(unscripted.locator("html")).to_have_attribute("lang", "en")
        assert unscripted.locator("h1").inner_text() != thai
        unscripted.locator(".head__tools a[hreflang=th]").click()
        expect(unscripted.locator("html")).to_have_attribute("lang", "th")
        assert unscripted.locator("h1").inner_text() == thai
    with unscripted.expect_download() as kept:
        unscripted.locator('a[href$=".xlsx"]').first.click()
    assert kept.value.suggested_filename.endswith(".xlsx")


def _absolute(page: str, address: str | None) -> str:
    from urllib.parse import urljoin

    return urljoin(page, address)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_policy_as_a_header_blocks_nothing_of_ours(
    language: str, sites: Path, page: Page
) -> None:
    """Served with the headers of the site's own files: styles, typefaces and scripts work, nothing complains."""
    with serving(sites) as base:
        for kind in KINDS:
            answer = page.goto(f"{base}example-sao/{language}{kind}")
            assert answer, kind
            assert answer.status == 200, kind
            assert "frame-ancestors" in answer.headers["content-security-policy"], kind
            assert (
                page.evaluate("getComputedStyle(document.querySelector('.head')).backgroundColor")
                != "rgba(0, 0, 0, 0)"
            ), kind
            assert page.locator("[data-scheme-switch]").is_visible(), kind
        page.goto(f"{base}example-sao/{language}search/?q=ITA")
        page.wait_for_selector("article a mark, article mark")
        assert page.evaluate("document.fonts.check('16px Sarabun')")


@pytest.mark.browser
def test_the_policy_as_a_header_blocks_what_is_not_ours(sites: Path, browser: Browser) -> None:
    """A script or style that found its way into a page is not run, and no file comes from elsewhere."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serving(sites) as base, serving(sites) as elsewhere:
        page.goto(f"{base}example-sao/data/disclosure.json")
        page.goto(f"{base}example-sao/")
        page.evaluate(
            """(elsewhere) => {
              const add = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
              add('script', {textContent: 'window.ran = 1'});
              add('style', {textContent: 'h1 { color: rgb(1, 2, 3) }'});
              add('button', {id: 'b'}).setAttribute;
              document.body.setAttribute('onclick', 'window.ran = 2');
              document.body.click();
              add('img', {src: elsewhere + 'example-sao/assets/icon.svg'});
            }""".replace("add('button', {id: 'b'}).setAttribute;\n", ""),
            elsewhere,
        )
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None
        colour = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    context.close()
    assert colour != "rgb(1, 2, 3)"
    blocked = [text for text in said if "Content Security Policy" in text]
    assert {word for word in ("script", "style", "image") for text in blocked if word in text} == {
        "script", "style", "image",
    }  # fmt: skip


@pytest.mark.browser
def test_a_folder_can_be_moved(sites: Path, tmp_path: Path, page: Page) -> None:
    """Below any path, with spaces and Thai letters in it."""
    place = tmp_path / "เว็บ ของเรา" / "ita 1"
    shutil.copytree(sites / "chom-prathat", place)
    with serving(tmp_path) as base:
        page.goto(f"{base}เว็บ ของเรา/ita 1/")
        page.locator(".ways a").nth(2).click()
        page.locator(".head__tools a[hreflang=en]").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.goto(f"{base}เว็บ ของเรา/ita 1/en/search/?q=budget")
        page.wait_for_selector("article mark")

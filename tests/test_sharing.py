"""What leaves the site: its address, its picture, the headers that servers send with it."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from generator.exports.server import HEADERS, POLICY, server_files
from generator.model.base import Lang
from generator.pages.base import Here
from generator.pages.frame import public_address
from generator.site import SiteFile, SitePage, site
from generator.site.card import Card, card
from generator.site.drawn_card import MOST_LINES
from generator.site.drawn_card import _fitted as fitted
from generator.site.theme import Theme
from generator.typography import unbroken
from tests.conftest import ROOT, built, edition_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from generator.edition import Edition

ADDRESS = "https://www.example.com/ita/"


@pytest.fixture(scope="module")
def placed() -> Edition:
    """A real agency that has said where its site will be."""
    edition = edition_of("chom-prathat")
    agency = edition.disclosure.agency
    settled = replace(agency, site=replace(agency.site, address=ADDRESS))
    return replace(edition, disclosure=replace(edition.disclosure, agency=settled))


@pytest.fixture(scope="module")
def files(placed: Edition) -> dict[str, SitePage | SiteFile]:
    """All that its site consists of."""
    return {file.src_uri: file for file in site(placed)}


def test_every_page_has_a_picture_that_is_there(files: dict[str, SitePage | SiteFile]) -> None:
    """Of Open Graph's shape, and light."""
    pages = [file for file in files.values() if isinstance(file, SitePage)]
    pictures = {page.frame.picture.removeprefix(ADDRESS) for page in pages}
    assert len(pictures) > 8
    for name in pictures:
        drawn = files[name]
        assert isinstance(drawn, SiteFile)
        assert Image.open(io.BytesIO(drawn.content)).size == (1200, 630)
        assert len(drawn.content) < 60_000


def test_the_head_of_every_page_names_its_address_and_picture(
    files: dict[str, SitePage | SiteFile],
) -> None:
    """What messengers and search engines read is in the document, not only in the frame."""
    theme = Theme(ROOT / "theme")
    for page in files.values():
        if isinstance(page, SitePage) and not page.frame.moved_to:
            head = theme.document(page.frame, "").partition("</head>")[0]
            assert f'<link rel="canonical" href="{page.frame.address}">' in head
            assert f'<meta property="og:url" content="{page.frame.address}">' in head
            assert f'<meta property="og:image" content="{page.frame.picture}">' in head


def test_the_words_around_a_page_stay_whole(files: dict[str, SitePage | SiteFile]) -> None:
    """The notice above it and the source below it are running text like the page itself."""
    home = files["index.md"]
    assert isinstance(home, SitePage)
    document = Theme(ROOT / "theme").document(home.frame, "")
    (notice,) = re.findall(r'<aside class="notice".*?</aside>', document)
    (source,) = re.findall(r'<p class="foot__source">.*?</p>', document)
    assert unbroken(notice) == notice != re.sub("</?span[^>]*>", "", notice)
    assert unbroken(source) == source != re.sub("</?span[^>]*>", "", source)


def test_the_page_of_404_works_at_any_address(files: dict[str, SitePage | SiteFile]) -> None:
    """Its links begin at the root of the site, wherever that is on its server, and name no host."""
    theme, home = Theme(ROOT / "theme"), files["index.md"]
    assert isinstance(home, SitePage)
    root = urlsplit(home.frame.address).path
    (lost,) = (f.content.decode() for f in theme.files(home.frame) if f.src_uri == "404.html")
    assert re.findall(r'(?:href|src)="([^"]+)"', lost)
    assert all(re.findall(rf'(?:href|src)="{root}(?!/)', lost))
    assert "//" not in "".join(re.findall(r'(?:href|src)="([^"]+)"', lost))


def test_a_title_of_any_length_fits() -> None:
    """A long one is set smaller, and cut at a word if it must be."""
    size, lines = fitted("มาตรการส่งเสริมคุณธรรมและความโปร่งใส " * 12)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")
    assert size < fitted("แผน")[0]
    assert card(Card("แผน", "อบต.", "")) == card.__wrapped__(Card("แผน", "อบต.", ""))


def test_the_sitemap_names_every_page_once(files: dict[str, SitePage | SiteFile]) -> None:
    """With its twin in the other language, at the address on the internet."""
    drawn = files["sitemap.xml"]
    assert isinstance(drawn, SiteFile)
    root = ET.fromstring(drawn.content)  # noqa: S314 - our own bytes
    found = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = [file for file in files.values() if isinstance(file, SitePage)]
    assert sorted(found) == sorted(page.frame.address for page in pages)
    assert ADDRESS in found
    assert not any("index.html" in str(address) for address in found)


def test_without_an_address_nothing_is_claimed() -> None:
    """No sitemap, picture or QR code leads to a place that the agency has not named."""
    edition = edition_of("chom-prathat")
    made = {file.src_uri: file for file in site(edition)}
    assert not [name for name in made if name.startswith("cards/") or name == "sitemap.xml"]
    page = made["index.md"]
    assert isinstance(page, SitePage)
    assert (page.frame.address, page.frame.picture, page.frame.qr) == ("", "", "")


def test_headers_say_what_the_pages_say(placed: Edition) -> None:
    """The policy as a header is that of the pages, without the disk, and forbids foreign frames."""
    meta = re.search(
        r'Policy" content="([^"]+)"', (ROOT / "theme" / "main.html").read_text(encoding="utf-8")
    )
    assert meta
    assert meta[1].replace(" file:", "") + "; frame-ancestors 'self'" == POLICY
    for name, content in server_files(placed):
        text = content.decode()
        assert all(header in text for header in HEADERS), name
        assert "/ita/" in text or name == "web.config"


def test_the_iis_file_is_well_formed(placed: Edition) -> None:
    """IIS shows an error page for the whole site if it is not."""
    ET.fromstring(dict(server_files(placed))["web.config"])  # noqa: S314 - our own bytes


def test_files_whose_names_begin_with_a_dot_are_published(site: Path) -> None:
    """MkDocs leaves them out unless it is told."""
    assert (site / ".htaccess").exists()
    assert (site / "_headers").exists()


def test_public_addresses_are_tidy(files: dict[str, SitePage | SiteFile]) -> None:
    """They end with a slash, as servers show them."""
    page = files["en/plan/index.md"]
    assert isinstance(page, SitePage)
    assert page.frame.address == f"{ADDRESS}en/plan/"
    assert dict(page.frame.alternates)["th"] == f"{ADDRESS}plan/"


@pytest.mark.browser
def test_the_reader_chooses_digits(page: Page, address: str) -> None:
    """Thai digits on every page from then on, and back; codes in files' names stay."""
    page.goto(f"{address}items/p-39/")
    before = page.locator("article").inner_text()
    page.click("[data-digits-switch]")
    expect(page.locator("h1")).not_to_contain_text(re.compile("[0-9]"))
    assert not re.search("[0-9]", page.locator(".facts").first.inner_text())
    page.goto(f"{address}data/")
    assert "๒" in page.locator("article").inner_text()
    page.goto(f"{address}data/dictionary/")
    assert not re.search("[๐-๙]", page.locator("article code").first.inner_text())
    page.goto(f"{address}items/p-39/")
    page.click("[data-digits-switch]")
    expect(page.locator("article")).to_have_text(before, use_inner_text=True)
    assert "๒๕๖๖" in before


@pytest.mark.browser
def test_the_address_can_be_copied(page: Page, address: str) -> None:
    """One press, and the button says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}en/plan/")
    page.click("[data-copy]")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/plan/"


@pytest.mark.browser
def test_paper_shows_the_way_back(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A printed page carries its address and a QR code."""
    folder = tmp_path_factory.mktemp("placed") / "site"
    built(ROOT, "example-sao", folder)
    page.goto((folder / "plan" / "index.html").as_uri())
    code = page.locator(".foot__code")
    assert not code.is_visible()
    page.emulate_media(media="print")
    assert code.is_visible()
    expected = public_address(_plan(), edition_of("example-sao"))
    assert code.inner_text().strip() == expected


def _plan() -> Here:

    return Here(Lang.TH, "plan")

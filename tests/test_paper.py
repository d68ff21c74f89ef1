"""The plan as a book and the sheet for the notice board, as Chromium prints them."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.conftest import AGENCIES, edition_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from pypdf.generic import Destination

pytestmark = pytest.mark.browser


def printed(page: Page, address: str) -> PdfReader:
    """A page on paper."""
    page.goto(address)
    paper = page.pdf(prefer_css_page_size=True, tagged=True, outline=True, print_background=True)
    return PdfReader(io.BytesIO(paper))


def bookmarks(outline: list[Destination | list[object]]) -> list[str]:
    """Titles of the bookmarks, whatever their depth."""
    found: list[str] = []
    for entry in outline:
        found += bookmarks(entry) if isinstance(entry, list) else [str(entry.title)]  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_book_is_whole(language: str, page: Page, address: str) -> None:
    """Every item of the plan, with a bookmark, tags for who listens, and a number on each sheet."""
    reader = printed(page, f"{address}{language}print/")
    titles = " ".join(bookmarks(reader.outline)).replace("\x00", "")
    items = edition_of("phetchaburi-pao").disclosure.items

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(bookmarks(reader.outline)) > len(items)
    assert "No Gift Policy".lower() in titles.lower()
    assert f"2 / {len(reader.pages)}" in reader.pages[1].extract_text()
    assert not re.search(r"\d+ / \d+", reader.pages[0].extract_text())
    assert page.locator(".book__chapter").count() == len(items) + 6


def test_the_words_of_the_book_can_be_copied(page: Page, address: str) -> None:
    """Thai letters are text in the PDF, in the order in which they are read."""
    reader = printed(page, f"{address}print/")
    text = "".join(part.extract_text() for part in reader.pages[8:12])
    assert "งบประมาณ" in text
    assert "หลักการและเหตุผล" in text


def test_the_book_has_no_id_twice_and_no_dead_link(site: Path) -> None:
    """Chapters come from pages whose ids were alike."""
    html = (site / "print" / "index.html").read_text(encoding="utf-8")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    inside = re.findall(r'href="#([^"]+)"', html)
    assert set(inside) <= set(ids)
    for href in set(re.findall(r'href="(\.\./[^"#]+)', html)):
        assert (site / "print" / href).resolve().exists(), href


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_sheet_is_one_sheet(language: str, page: Page, address: str) -> None:
    """Of A4, with the figures and a way to reach the agency."""
    reader = printed(page, f"{address}{language}poster/")
    assert len(reader.pages) == 1
    assert "378,000" in reader.pages[0].extract_text()
    assert "032-425987" in reader.pages[0].extract_text()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("agency", AGENCIES)
def test_every_agency_s_sheet_is_one_sheet(
    agency: str, language: str, page: Page, sites: Path
) -> None:
    """However long its channels are, and with a code to scan or without."""
    sheet = sites / agency / language / "poster" / "index.html"
    assert len(printed(page, sheet.as_uri()).pages) == 1

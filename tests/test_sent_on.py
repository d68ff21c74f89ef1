"""Pages that people send on: what a search engine, a messenger and paper tell of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.model.base import Lang
from generator.pages import pages
from generator.pages.base import Link
from generator.pages.moved import RedirectPage, WithdrawnPage
from generator.site import SiteFile, SitePage, site
from tests import telephone
from tests.conftest import AGENCIES, edition_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as Window

ADDRESS = "https://www.example.com/ita/"
LONGEST_TITLE, LONGEST_DESCRIPTION, SHORTEST = 300, 320, 15
"""Characters. Titles of plans' items are those of the document; engines cut them at their end."""
SEQUENCES = {
    "items", "dimensions", "plan", "complaints", "no-gift", "results", "operations", "services", "news",
    "pages",
}  # fmt: skip
"""Folders whose pages stand in one row."""


@cache
def made(agency: str) -> tuple[tuple[SitePage, ...], frozenset[str]]:
    """The pages in use of an agency that has said where its site will be, and its other files."""
    edition = edition_of(agency)
    head = edition.disclosure.agency
    placed = replace(head, site=replace(head.site, address=ADDRESS))
    files = list(site(replace(edition, disclosure=replace(edition.disclosure, agency=placed))))
    found = (f for f in files if isinstance(f, SitePage) and not f.frame.moved_to)
    return tuple(found), frozenset(f.src_uri for f in files if isinstance(f, SiteFile))


def of_language(agency: str, lang: Lang) -> list[SitePage]:
    """Its pages in one language."""
    return [page for page in made(agency)[0] if page.frame.around.lang == lang]


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(
    "told", [lambda page: page.frame.title, lambda page: page.frame.description], ids=["title", "description"]
)  # fmt: skip
def test_no_two_pages_say_the_same(
    told: Callable[[SitePage], str], lang: Lang, agency: str
) -> None:
    """Each page of a language has a title and a description of its own."""
    said = Counter(told(page) for page in of_language(agency, lang))
    assert [words for words, number in said.items() if number > 1] == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_titles_and_descriptions_tell_enough(agency: str) -> None:
    """Neither empty nor a paragraph; a title ends with whose page it is."""
    for page in made(agency)[0]:
        title, description = page.frame.title, page.frame.description
        assert SHORTEST <= len(title) <= LONGEST_TITLE, page.src_uri
        assert SHORTEST <= len(description) <= LONGEST_DESCRIPTION, page.src_uri
        assert page.src_uri.endswith("index.md")
        assert str(page.frame.around.agency_short) in title or title == str(
            page.frame.around.agency
        )


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_page_has_its_way_picture_address_and_code(agency: str) -> None:
    """A trail from home, a picture that exists, a QR code, a button that copies."""
    found, files = made(agency)
    for page in found:
        frame = page.frame
        is_home = page.src_uri in {"index.md", "en/index.md"}
        assert bool(frame.trail) is not is_home, page.src_uri
        assert frame.picture.removeprefix(ADDRESS) in files, page.src_uri
        assert frame.address.startswith(ADDRESS)
        assert telephone.read(frame.qr) == frame.address, page.src_uri
        assert all(frame.copy)


@pytest.mark.parametrize("agency", AGENCIES)
def test_sequences_lead_from_one_to_the_next(agency: str) -> None:
    """From the first of a kind, "next" reaches all others, and "previous" leads back the same way."""
    beside = {}
    for page in pages(edition_of(agency), Lang.TH):
        if isinstance(page, RedirectPage | WithdrawnPage):
            continue
        near = [getattr(page, name, None) for name in ("previous", "next")]
        beside[page.here.path] = [_path(page.here.root, link) for link in near]
    for kind, paths in _kinds(list(beside)).items():
        first = [path for path in paths if beside[path][0] is None]
        assert len(first) == 1, (kind, first)
        walked = [first[0]]
        while following := beside[walked[-1]][1]:
            assert beside[following][0] == walked[-1]
            walked.append(following)
        assert sorted(walked) == sorted(paths), kind


def _path(root: str, link: Link | None) -> str | None:
    return link.href.removeprefix(root).removesuffix("/index.html") if link else None


def _kinds(paths: list[str]) -> dict[str, list[str]]:
    """Pages that stand in a row: items, parts of the plan, years, months, ITA items, articles."""
    rows: dict[str, list[str]] = {}
    for path in paths:
        folder, _slash, last = path.rpartition("/")
        top, deep = path.split("/")[0], path.count("/")
        if (top in SEQUENCES and deep == 1) or (top == "ita" and last[:1] == "o" and deep == 2):
            rows.setdefault(folder, []).append(path)
        elif top == "procurement" and (deep == 1 or last == "purchases"):
            rows.setdefault(f"procurement {deep}", []).append(path)
        elif top == "procurement" and last[4:5] == "-":
            rows.setdefault(folder, []).append(path)
    return rows


@pytest.mark.browser
@pytest.mark.parametrize("path", ["items/p-06/", "ita/2566/o36/", "data/dictionary/", "contact/"])
def test_any_page_can_be_copied(path: str, page: Window, address: str) -> None:
    """The button stands on each page and copies the address that stands above."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}en/{path}")
    page.click("[data-copy]")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/{path}"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1060, 1100, 1280])
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_menu_is_one_row(width: int, language: str, page: Window, address: str) -> None:
    """Where the menu is not behind its button, all main pages stand beside each other."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{language}risk/")
    tops = {box["y"] for item in page.locator(".ways li").all() if (box := item.bounding_box())}
    assert len(tops) == 1

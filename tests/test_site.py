"""The built site as a browser and a link checker see it."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.seen import Seen, broken_links, pages_of


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Seen]:
    """Every page by its address."""
    return pages_of(site)


def test_every_page_exists_in_both_languages(pages: dict[str, Seen]) -> None:
    """The same tree at / and at /en/."""
    thai = {name for name in pages if not name.startswith("en/")}
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}

    assert thai == english
    assert sum(name.startswith("items/") for name in thai) == 48
    assert {
        "index.html",
        "declaration/index.html",
        "plan/index.html",
        "risk/index.html",
        "ita/2566/index.html",
        "data/index.html",
        "about/index.html",
        "contact/index.html",
        "accessibility/index.html",
        "licence/index.html",
        "rules/index.html",
        "discrepancies/index.html",
    } <= thai


def test_language_is_said_and_kept(pages: dict[str, Seen]) -> None:
    """`<html lang>` is right, and no Thai stands on an English page unmarked."""
    for name, page in pages.items():
        assert ("en" if name.startswith("en/") else "th") == page.html_lang, name
        assert page.foreign == [], name


def test_the_switch_leads_to_the_same_page(pages: dict[str, Seen], site: Path) -> None:
    """The other language is one link away: this page's twin."""
    for name, page in pages.items():
        is_english = name.startswith("en/")
        lang, address = page.twin
        assert lang == ("th" if is_english else "en"), name
        twin = name.removeprefix("en/") if is_english else "en/" + name
        assert (site / twin).resolve() == ((site / name).parent / address).resolve()


def test_titles_are_there_and_differ(pages: dict[str, Seen]) -> None:
    """Every page has a title of its own within its language."""
    for english in (True, False):
        titles = [p.title for name, p in pages.items() if name.startswith("en/") is english]
        assert all(titles)
        repeated = {t for t in titles if titles.count(t) > 1}
        assert set() == {t for t in repeated if "ผลประโยชน์ทับซ้อน" not in t and "conflict" not in t}


def test_no_link_is_broken(pages: dict[str, Seen], site: Path) -> None:
    """Every address inside the site leads to a file, every anchor to an id."""
    assert broken_links(site, pages) == []


def test_nothing_is_asked_of_a_foreign_host(pages: dict[str, Seen], site: Path) -> None:
    """Pages load from their own site alone; style sheets and scripts name no other host."""
    for name, page in pages.items():
        assert [address for address in page.loads if urlsplit(address).netloc] == [], name
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"url\(\s*[\"']?(?:https?:)?//", text) == [], path
        assert path.suffix == ".css" or "//" not in re.sub(
            r"(^|\s)//\s.*$", "", text, flags=re.MULTILINE
        ), path


def test_every_page_says_what_the_site_is(site: Path) -> None:
    """The notice stands on every page of both languages."""
    for path in site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        assert 'class="notice"' in text, path


def test_a_strict_policy_and_nothing_that_it_would_block(site: Path) -> None:
    """Every page allows its own host alone, and no script or style stands within a page."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert policy, path
        assert policy[1].startswith("default-src 'self' file:;"), path
        assert "unsafe" not in policy[1], path
        assert not re.search(r"<style|\sstyle=", text), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path
        assert not re.search(r"\son[a-z]+=", text), path


def test_an_agencys_own_site_has_no_notice(project: Path) -> None:
    """The notice is a setting: off, no page carries it, and the about page says nothing of a demonstration."""
    from generator.building.files import made
    from generator.site import SitePage

    path = project / "content" / "minimal" / "agency.yml"
    text = path.read_text(encoding="utf-8")
    assert all(p.frame.around.notice for p in made(path.parent) if isinstance(p, SitePage))
    path.write_text(text.replace("standing: fictional", "standing: official"), encoding="utf-8")

    pages = [p for p in made(path.parent) if isinstance(p, SitePage)]

    assert not any(p.frame.around.notice for p in pages)
    assert not any("invented" in p.html for p in pages if p.src_uri == "en/about/index.md")


@pytest.mark.parametrize("standing", ["fictional", "demonstration", "official"])
def test_every_data_file_says_what_it_is(project: Path, standing: str) -> None:
    """Each row of every table ends with the standing; the JSON files carry the notice in words."""
    from generator.building.files import made
    from generator.site import SiteFile

    path = project / "content" / "minimal" / "agency.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("standing: fictional", f"standing: {standing}"), encoding="utf-8")

    files = {f.src_uri: f.content for f in made(path.parent) if isinstance(f, SiteFile)}

    tables = {name: content for name, content in files.items() if name.endswith(".csv")}
    for name, content in tables.items():
        head, *rows = csv.reader(StringIO(content.decode("utf-8-sig")))
        assert head[-1] == "standing", name
        assert {row[-1] for row in rows} <= {standing}, name
    for name in ("data/disclosure.json", "disclosure-index.json"):
        data = json.loads(files[name])
        assert data["standing"] == standing
        assert bool(data["notice"]["th"] and data["notice"]["en"]) is (standing != "official")

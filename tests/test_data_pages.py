"""The pages of open data: every file is there with its size, every column is explained."""

from __future__ import annotations

import csv
import io
import re

import pytest

from generator.exports import exports
from generator.exports.tables import tables
from generator.formats import size
from generator.model.base import Lang
from generator.pages.base import Here
from generator.site import SitePage, site_pages
from tests.conftest import edition_of
from tests.purchases import SMALL, edition_with
from tests.seen import Seen


def pages(lang: Lang, **site: object) -> dict[str, str]:
    """The two pages of the small year."""
    made = [p for p in site_pages(edition_with(SMALL, **site), lang) if isinstance(p, SitePage)]
    unbroken = re.compile('<span class="nb">(.*?)</span>')
    return {page.src_uri.removeprefix("en/"): unbroken.sub(r"\1", page.html) for page in made}


@pytest.mark.parametrize("lang", list(Lang))
def test_every_data_file_is_on_the_page_of_open_data(lang: Lang) -> None:
    """But for empty tables and Excel's copies of CSV files, with the size that it has."""
    edition = edition_with(SMALL)
    html = pages(lang)["data/index.md"]
    here = Here(lang, "data")
    empty = {f"data/{t.name}.csv" for t in tables(edition) if not any(t.rows(edition))}
    for name, content in exports(edition):
        if name.startswith("data/") and "/excel/" not in name and name not in empty:
            assert re.search(
                rf'href="{re.escape(here.shared(name))}"[^<]*</a> <span class="small">'
                rf"(Excel|CSV|JSON), {size(len(content))}</span>",
                html,
            ), name


@pytest.mark.parametrize("lang", list(Lang))
def test_every_column_is_explained(lang: Lang) -> None:
    """Every table and column, its unit and every allowed word, below an anchor that is linked to."""
    edition = edition_with(SMALL)
    found = pages(lang)
    html = found["data/dictionary/index.md"]
    for table in tables(edition):
        _, after = html.split(f'<h2 id="{table.anchor}">')
        section = after.split("<h2")[0]
        for column in table.columns:
            assert re.search(rf"<code>(<span lang=\"th\">)?{re.escape(column.name)}<", section)
            for value, _words in column.values:
                assert f"<code>{value}</code>" in section
    for anchor in re.findall(r'dictionary/index\.html#([\w-]+)"', found["data/index.md"]):
        assert f'id="{anchor}"' in html


def test_no_thai_stands_unmarked_on_the_english_pages() -> None:
    """The official forms have Thai heads."""
    found = pages(Lang.EN)
    for name in ("data/index.md", "data/dictionary/index.md"):
        seen = Seen()
        seen.feed(f'<html lang="en">{found[name]}</html>')
        assert seen.foreign == []


def test_unregistered_ids_say_so_on_both_pages() -> None:
    """And a registered prefix is named instead."""
    for lang, words in ((Lang.TH, "ยังไม่ได้จดทะเบียน"), (Lang.EN, "not registered")):
        provisional, registered = pages(lang), pages(lang, ocds_prefix="ocds-a1b2c3")
        for name in ("data/index.md", "data/dictionary/index.md"):
            assert words in provisional[name]
            assert words not in registered[name]
        assert "ocds-a1b2c3" in registered["data/dictionary/index.md"]


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (45_321, "45 KB"), (1_250_000, "1.2 MB")],
)
def test_sizes_are_said_as_shops_say_them(count: int, said: str) -> None:
    """Thousands of bytes, and from a million on with one decimal."""
    assert size(count) == said


@pytest.mark.parametrize("lang", list(Lang))
def test_pages_of_procurement_offer_their_files(lang: Lang) -> None:
    """Each month its form, the year all forms and the list; every file that is offered exists."""
    offered: dict[str, set[str]] = {}
    for name, html in pages(lang).items():
        if name.startswith("procurement/2569"):
            offered[name] = set(re.findall(r'href="(?:\.\./)*(data/[^"]+\.\w+)"', html))
    there = {*dict(exports(edition_with(SMALL))), "data/index.html", "data/dictionary/index.html"}

    assert all(files <= there for files in offered.values())
    year = offered["procurement/2569/index.md"]
    folder = "data/procurement/2569"
    assert {f"{folder}/skr1.xlsx", f"{folder}/ita-list.xlsx"} <= year
    months = [files for files in offered.values() if f"{folder}/skr1.xlsx" not in files]
    forms = {file for files in months for file in files if "/skr1-" in file}
    assert forms == {
        f"{folder}/skr1-{m}.xlsx" for m in ("2025-10", "2025-11", "2025-12", "2026-01")
    }


def test_ita_titles_say_how_they_are_known() -> None:
    """The wording of a form that nobody saw is marked in the table too, not on pages alone."""
    edition = edition_of("luang-nuea")
    rows = csv.DictReader(io.StringIO(dict(exports(edition))["data/ita.csv"].decode()))
    known = {(row["fiscal_year"], row["code"]): row["title_wording"] for row in rows}
    assert known == {
        (str(int(form.year)), one.item.code): str(one.item.confidence)
        for form in edition.coverage
        for one in form.items
    }
    assert {"seen", "seen_qualified"} < set(known.values())

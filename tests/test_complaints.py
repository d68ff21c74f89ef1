"""Pages and files of complaints and the No Gift Policy say what is known, and no more."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest

from generator.edition import Edition
from generator.exports import exports
from generator.model.base import Lang
from generator.model.complaints import Satisfaction
from generator.model.eras import FiscalYear
from generator.proofs import MONTHS, NOTHING, PROOFS
from generator.site import SitePage, site_pages
from tests.conftest import AGENCIES, edition_of

SAMPLE = "example-sao"


@pytest.fixture(scope="module")
def sample() -> Edition:
    """The invented agency, the only one with counts."""
    return edition_of(SAMPLE)


def html(edition: Edition, path: str, lang: Lang = Lang.TH) -> str:
    """The content of a page."""
    prefix = "en/" if lang is Lang.EN else ""
    found = {page.src_uri: page.html for page in pages_of(edition, lang)}
    return found[f"{prefix}{path}/index.md"]


def pages_of(edition: Edition, lang: Lang) -> list[SitePage]:
    """The pages, without the files that are written beside them."""
    return [page for page in site_pages(edition, lang) if isinstance(page, SitePage)]


def words(page: str) -> str:
    """A page without its marks."""
    whole = re.sub(r'<span class="nb">(.*?)</span>', r"\1", page)
    return " ".join(re.sub(r"<[^>]*>", " ", whole).split())


def with_report(edition: Edition, **changes: object) -> Edition:
    """The edition with its newest complaint report changed, and no record of earlier ones."""
    *others, newest = edition.disclosure.complaints
    reports = (*others, replace(newest, **changes))
    return Edition.of(replace(edition.disclosure, complaints=reports, published_counts=()))


@pytest.mark.parametrize("agency", [name for name in AGENCIES if name != SAMPLE])
def test_agencies_whose_documents_state_nothing_have_no_such_page(agency: str) -> None:
    """No empty page, no way to one, no file."""
    edition = edition_of(agency)
    pages = pages_of(edition, Lang.TH)

    assert not [p for p in pages if re.match("complaints|no-gift", p.src_uri)]
    assert not [p for p in pages for link in p.frame.around.navigation if "complaints" in link.href]
    assert not [name for name, _ in exports(edition) if re.search("complaints|no-gift", name)]


def test_none_is_said_in_words_and_unknown_is_not_zero(sample: Edition) -> None:
    """A quiet month has its statement; a month of which nothing is known says that."""
    newest = sample.disclosure.complaints[-1]
    gap = replace(newest.periods[1], from_=newest.fiscal_year.months[4])
    edition = with_report(sample, periods=(newest.periods[0], gap))

    assert "ไม่มีเรื่องร้องเรียนในช่วงนี้" in words(html(sample, "complaints/2568"))
    assert "มกราคม 2569 ไม่มีข้อมูลของเดือนนี้" in words(html(edition, "complaints/2569"))
    assert "January 2026 Nothing is known of this month." in words(
        html(edition, "complaints/2569", Lang.EN)
    )


def test_a_year_without_any_complaint(sample: Edition) -> None:
    """The key sentence says so."""
    newest = sample.disclosure.complaints[-1]
    first = replace(
        newest.periods[0], none=True, by_type=None, by_channel=None, answers=None, satisfaction=None
    )
    edition = with_report(sample, periods=(first,))

    said = words(html(edition, "complaints/2569", Lang.EN))

    assert "No complaint was received in October–December 2025." in said
    assert "Nothing is stated about satisfaction." in said


@pytest.mark.parametrize(("asked", "shown"), [(12, True), (2, False)])
def test_a_mean_score_of_few_is_not_shown(sample: Edition, asked: int, shown: bool) -> None:
    """Two people's mean is nearly each one's answer."""
    newest = sample.disclosure.complaints[-1]
    told = Satisfaction(measured=True, asked=asked, score=Decimal("4.2"), out_of=5)
    periods = tuple(replace(period, satisfaction=told) for period in newest.periods)

    said = words(html(with_report(sample, periods=periods), "complaints/2569", Lang.EN))

    assert ("Mean score 4.2 out of 5" in said) is shown
    assert ("A mean score is not shown" in said) is not shown


def test_percentages_stand_only_where_both_numbers_do(sample: Edition) -> None:
    """A rate of a hidden number would give it back."""
    now = sample.published
    for report in sample.disclosure.complaints:
        page = words(html(sample, f"complaints/{int(report.fiscal_year)}", Lang.EN))
        span = f"{report.periods[0].from_}..{report.periods[-1].to}"
        answers = [now.cells[f"answer/{span}/{a}"] for a in ("within", "explained", "unexplained")]
        hidden = any(cell.value is None for cell in answers)
        assert ("was answered in time." in page) is not hidden


def test_files_leave_a_hidden_count_empty_and_flag_it(sample: Edition) -> None:
    """Null with a flag in data: empty in CSV, null in JSON."""
    files = dict(exports(sample))
    text = files["data/complaints/counts.csv"].decode("utf-8")
    rows = list(csv.DictReader(StringIO(text)))
    counts = json.loads(files["data/disclosure.json"])["counts"]

    assert {row["flag"] for row in rows} == {"shown", "small", "withheld"}
    assert all((row["count"] == "") == (row["flag"] != "shown") for row in rows)
    assert all((cell["count"] is None) == (cell["flag"] != "shown") for cell in counts)
    assert len(rows) < len(counts) == len(sample.published.cells)
    assert "small" not in {row["flag"] for row in rows if row["count"] in {"1", "2"}}
    assert not [row for row in rows if row["count"] in {"1", "2"}]


def test_outside_addresses_are_links_and_nothing_else(sample: Edition) -> None:
    """No page of complaints asks another host for anything."""
    for path in ("complaints", "complaints/2568", "no-gift/2569"):
        page = html(sample, path)
        assert re.findall(r'(?:src|action|data|srcset)="https?:', page) == []
    assert 'href="https://wbs.nacc.go.th/"' in html(sample, "complaints")


def test_the_corruption_channel_stands_apart(sample: Edition) -> None:
    """Before and apart from the general ones, and with its own address."""
    page = html(sample, "complaints", Lang.EN)

    assert page.index('id="channel"') < page.index('id="general"')
    first, second = page.split('id="general"')
    assert "report-corruption" in first
    assert "report-corruption" not in second


def test_what_the_forms_ask_is_proven(sample: Edition) -> None:
    """Guide, channel, statistics, declaration and property of the year, each on its page."""
    year = FiscalYear(2569)
    keys = [key for key in PROOFS if re.match("complaint-|no-gift|property", key[0])]
    pages = {page.src_uri: page.html for page in pages_of(sample, Lang.TH)}

    for key in keys:
        proof = PROOFS[key](sample.disclosure, year)
        assert proof is not None, key
        assert f'id="{proof.anchor}"' in pages[f"{proof.path}/index.md"], key
    assert len(keys) >= 20
    assert len(MONTHS["complaint-statistics"](sample.disclosure, year)) == 6
    assert NOTHING["complaint-statistics"](sample.disclosure, year) is None
    assert NOTHING["no-gift-report"](sample.disclosure, year) is not None


@pytest.mark.parametrize("agency", [name for name in AGENCIES if name != SAMPLE])
def test_nothing_is_proven_of_agencies_that_state_nothing(agency: str) -> None:
    """No proof without data."""
    disclosure = edition_of(agency).disclosure
    keys = [key for key in PROOFS if re.match("complaint-|no-gift|property", key[0])]

    assert not [k for k in keys for y in disclosure.years if PROOFS[k](disclosure, y)]

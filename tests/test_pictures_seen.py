"""Pictures in Chromium: words of 12 pixels and more on the narrowest phone, none cut off, none covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PICTURED = (
    "example-sao/plan/", "example-sao/risk/", "example-sao/results/2568/",
    "example-sao/procurement/2568/", "example-sao/complaints/", "example-sao/complaints/2568/", "example-sao/ita/results/",
    "luang-nuea/plan/", "luang-nuea/plan/2567/", "phetchaburi-province/plan/", "phetchaburi-pao/risk/",
    "din-daeng/ita/results/",
)  # fmt: skip
LEAST = 12
"""Pixels of a letter that a phone must show at least."""
SEEN = """
() => [...document.querySelectorAll('svg.chart')].map((chart) => {
  const frame = chart.getBoundingClientRect();
  const words = [...chart.querySelectorAll('text:not(.halo)')].map((text) => {
    const box = text.getBoundingClientRect();
    return {words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize),
      left: box.left - frame.left, right: box.right - frame.left, top: box.top, bottom: box.bottom,
      under: box.bottom - frame.top};
  });
  return {wide: frame.width, high: frame.height, name: chart.querySelector('title').textContent, words};
})
"""


@pytest.fixture(scope="module")
def every(sites: Path) -> Iterator[str]:
    """The address of all agencies' sites."""
    with serving(sites) as found:
        yield found


def overlap(one: dict, other: dict) -> bool:
    """Whether two words stand on each other; lines of Thai may touch by their marks."""
    beside = one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return not beside and shared > 0.5 * min(
        one["bottom"] - one["top"], other["bottom"] - other["top"]
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["", "en/"])
def test_words_of_pictures_can_be_read(width: int, language: str, page: Page, every: str) -> None:
    """As large as they were drawn, inside the picture, beside each other."""
    page.set_viewport_size({"width": width, "height": 800})
    for path in PICTURED:
        agency, _slash, rest = path.partition("/")
        page.goto(f"{every}{agency}/{language}{rest}index.html")
        charts = page.evaluate(SEEN)
        assert charts, path
        for chart in charts:
            assert chart["wide"] <= width
            for word in chart["words"]:
                assert word["size"] >= LEAST, (path, word)
                assert word["left"] >= -1, (path, word)
                assert word["right"] <= chart["wide"] + 1, (path, word)
                assert word["under"] <= chart["high"] + 2, (path, word)
            for number, one in enumerate(chart["words"]):
                for other in chart["words"][number + 1 :]:
                    assert not overlap(one, other), (path, one["words"], other["words"])


def test_paper_has_the_numbers(page: Page, every: str) -> None:
    """In print the table of a picture stands open, and the ways to files are gone."""
    page.goto(f"{every}example-sao/plan/index.html")
    table = page.locator("#budget-picture table")
    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.is_visible()
    for way in (".picture__files", "summary"):
        assert not page.locator(f"#budget-picture {way}").is_visible()


def test_reader_s_own_colours_keep_parts_apart(page: Page, every: str) -> None:
    """With forced colours a plain part is drawn in the colour of words, a pattern keeps its shape."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{every}example-sao/plan/index.html")
    fill = "(selector) => getComputedStyle(document.querySelector(selector)).fill"
    ink = page.evaluate("getComputedStyle(document.body).color")

    assert page.evaluate(fill, "#budget-picture .part-0") == ink
    assert page.evaluate(fill, "#budget-picture .part-1").startswith("url(")
    assert page.evaluate(fill, "#budget-picture .mark-1") == ink
    assert page.evaluate(fill, "#budget-picture .hole") != ink


def test_the_table_and_the_file_are_one_step_away(page: Page, every: str) -> None:
    """The line below a picture opens its numbers by keyboard; the file beside it is there."""
    page.goto(f"{every}example-sao/en/procurement/2568/index.html")
    summary = page.locator("#months-picture summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#months-picture table")).to_be_visible()
    link = page.locator("#months-picture .picture__files a").first
    answer = page.request.get(f"{every}example-sao/data/pictures/procurement_months.csv")
    assert link.get_attribute("href").endswith("data/pictures/procurement_months.csv")
    assert answer.ok
    assert answer.text().startswith("fiscal_year,month,method,purchases,contract_price_thb")

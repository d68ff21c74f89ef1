"""The procurement pages in Chromium: a month on a phone, the way to a purchase, pictures, print."""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.conftest import DEMONSTRATED, ROOT, built, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = ("", "/2566", "/2566/2022-10", "/2566/2022-12")


@pytest.fixture(scope="module")
def bought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small agency's site with its year of procurement."""
    folder = tmp_path_factory.mktemp("bought")
    samples = ROOT / "tests" / "samples"
    content = folder / "content" / "minimal"
    shutil.copytree(samples / "minimal", content)
    shutil.copytree(samples / "procurement", content / "procurement")
    report = content / "procurement/2566/report.yml"
    text = report.read_text(encoding="utf-8") + "show_indicators: true\n"
    report.write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(ROOT / "theme", folder / "theme")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace(DEMONSTRATED, "minimal")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8", newline="\n")
    built(folder, "minimal", folder / "site")
    with serving(folder / "site") as address:
        yield address


@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_runs_over_the_edge(language: str, page: Page, bought: str) -> None:
    """The nine columns fold into cards before they would be wider than the screen."""
    for kind in KINDS:
        page.goto(f"{bought}{language}procurement{kind}/index.html")
        for width in (320, 800, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wide <= 0, (kind, width, wide)


@pytest.mark.parametrize(("width", "language"), [(360, ""), (1280, "en/")])
def test_axe_finds_nothing(width: int, language: str, page: Page, bought: str, axe: str) -> None:
    """No violation of WCAG A and AA, in both languages, on a phone and on a desk."""
    page.set_viewport_size({"width": width, "height": 800})
    for kind in KINDS:
        page.goto(f"{bought}{language}procurement{kind}/index.html")
        page.evaluate(axe)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = page.evaluate("axe.run({resultTypes: ['violations']})")
            assert [one["id"] for one in found["violations"]] == [], (kind, scheme)


def test_a_card_names_each_of_the_nine_columns(page: Page, bought: str) -> None:
    """On a phone the heads are out of sight, and each cell says its own."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{bought}procurement/2566/2022-10/index.html")

    labels = page.evaluate(
        """() => [...document.querySelectorAll('#a-01 td')].map(
            cell => getComputedStyle(cell, '::before').content.replaceAll('"', ''))"""
    )

    assert [label[:9] for label in labels] == [
        "ลำดับ", "วงเงินที่", "ราคากลาง", "วิธีซื้อห", "รายชื่อผู", "ผู้ได้รับ", "เหตุผลที่", "เลขที่และ",
    ]  # fmt: skip
    assert page.locator("#a-01 th").is_visible()
    assert page.locator(".skr thead").bounding_box()["height"] <= 1


def test_the_price_above_the_reference_leads_to_its_line(page: Page, bought: str) -> None:
    """From the reconciliation of the year to the very line of the month, with its explanation."""
    page.goto(f"{bought}en/procurement/2566/index.html")
    page.locator("#over + table a").click()
    page.wait_for_url("**/2022-11/**#a-04")

    line = page.locator("#a-04")

    assert line.evaluate("line => getComputedStyle(line).outlineStyle") == "solid"
    assert "Fuel rose after the reference price was set" in line.inner_text()


def test_pictures_have_their_numbers_beside_them(page: Page, bought: str) -> None:
    """Each value that a picture prints stands in the table below it; nothing is cut off."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{bought}procurement/2566/index.html")
    for picture, table in (("#months", "#months ~ table"), ("#methods", "#method-table")):
        chart = page.locator(f"{picture} ~ figure svg").first
        cells = page.locator(table).first.inner_text()
        values = chart.locator("text.value").all()
        assert values, picture
        for value in values:
            assert value.text_content().strip() in cells
            edge = value.bounding_box()
            assert edge["x"] + edge["width"] <= 320


def test_everything_can_be_read_without_scripts(browser: Browser, bought: str) -> None:
    """Months, indicators and files, with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{bought}en/procurement/2566/index.html")
    page.locator("#indicators ~ ul summary").first.click()
    page.get_by_role("link", name="October 2022").first.click()

    expect(page.locator("h1")).to_contain_text("October 2022")
    expect(page.locator("#a-01")).to_contain_text("1,800,000")
    context.close()


def test_a_month_prints_as_the_form(page: Page, bought: str) -> None:
    """On paper the nine columns stay a table, on landscape sheets, under the title."""
    page.goto(f"{bought}procurement/2566/2022-10/index.html")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.emulate_media(media="print")

    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    assert "1,950,000" in sheets[0].extract_text()
    assert page.locator("#a-01").evaluate("row => getComputedStyle(row).display") == "table-row"

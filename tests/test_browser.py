"""The built site in Chromium: what a reader sees, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = [
    "", "declaration/", "plan/", "dimensions/2/", "items/p-06/", "items/p-16/", "units/", "units/finance/",
    "risk/", "ita/2566/", "ita/2566/units/", "ita/2566/status/", "ita/2566/o36/", "ita/crosswalk/", "discrepancies/", "data/", "data/dictionary/", "about/", "contact/", "accessibility/", "licence/", "rules/", "design/",
]  # fmt: skip

OVER_THE_EDGE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_runs_over_the_edge(language: str, page: Page, address: str) -> None:
    """No page is wider than the screen, from 320 pixels up."""
    for kind in KINDS:
        page.goto(address + language + kind + "index.html")
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(OVER_THE_EDGE) <= 0, (kind, width)


@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_runs_over_the_edge_before_the_typefaces_come(
    language: str, browser: Browser, address: str
) -> None:
    """On a slow line words stand first in a face of the device, here one that is far wider than ours."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    context.route("**/*.woff2", lambda route: route.abort())
    page = context.new_page()
    for kind in KINDS:
        page.goto(address + language + kind + "index.html")
        assert page.evaluate(OVER_THE_EDGE) <= 0, kind
    assert not page.evaluate("document.fonts.check('16px Sarabun')")
    context.close()


LUMINANCE = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (c) => { canvas.clearRect(0,0,1,1); canvas.fillStyle = c; canvas.fillRect(0,0,1,1); return [...canvas.getImageData(0,0,1,1).data]; };
  const lum = (c) => { const f = (v) => { v /= 255; return v <= .04045 ? v/12.92 : ((v+.055)/1.055)**2.4; };
    return .2126*f(c[0]) + .7152*f(c[1]) + .0722*f(c[2]); };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return [255,255,255,255]; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const s = getComputedStyle(e); const box = e.getBoundingClientRect();
    if (s.visibility === 'hidden' || box.width < 2 || box.height < 2 || e.closest('svg, .hidden-words')) continue;
    const a = lum(rgb(s.color)), b = lum(ground(e));
    const ratio = (Math.max(a,b)+.05)/(Math.min(a,b)+.05);
    if (ratio < 7) bad.push([e.tagName + '.' + e.className, ratio.toFixed(2), e.textContent.trim().slice(0,30)]);
  }
  return bad.slice(0, 5);
}
"""


SCHEMES: tuple[dict[str, Any], ...] = tuple(
    {"color_scheme": scheme, "contrast": contrast}
    for scheme in ("light", "dark")
    for contrast in ("no-preference", "more")
)


def test_words_stand_out_from_their_ground(page: Page, address: str) -> None:
    """Every text has a contrast of 7:1 or more, in light and dark, as usual and with more contrast."""
    grounds = set()
    for kind in KINDS:
        page.goto(address + kind + "index.html")
        for scheme in SCHEMES:
            page.emulate_media(reduced_motion="reduce", **scheme)
            assert page.evaluate(LUMINANCE) == [], (kind, scheme)
            grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(grounds) > 1, "light and dark were seen"
    page.evaluate("document.querySelector('h1').style.color = 'gray'")
    for scheme in SCHEMES:
        page.emulate_media(**scheme)
        assert page.evaluate(LUMINANCE), "grey words are seen"


def test_the_language_switch_stays_on_the_page(page: Page, address: str) -> None:
    """From an item in Thai to the same item in English, and back."""
    page.goto(address + "items/p-16/index.html")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/items/p-16/**")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Measure to promote the integrity" in page.locator("h1").inner_text()
    page.get_by_role("link", name="ภาษาไทย").click()
    page.wait_for_url("**/site/items/p-16/**")
    assert page.evaluate("document.documentElement.lang") == "th"


def test_the_scheme_is_remembered(page: Page, address: str) -> None:
    """Light, dark, high contrast, and back to what the device offers; the next page keeps each."""
    ground = "getComputedStyle(document.body).backgroundColor"
    chosen = "document.documentElement.dataset.scheme"
    page.emulate_media(color_scheme="light")
    page.goto(address + "en/index.html")
    seen = [page.evaluate(ground)]
    for scheme, name in (("dark", "Dark"), ("contrast", "High contrast"), (None, "Light")):
        page.locator("[data-scheme-switch]").click()
        expect(page.locator("[data-scheme-name]")).to_have_text(name)
        assert page.evaluate(chosen) == scheme
        seen.append(page.evaluate(ground))
        page.goto(address + "en/plan/index.html")
        assert page.evaluate(ground) == seen[-1]

    assert seen[0] == seen[3]
    assert len(set(seen)) == 3


def test_the_keyboard_reaches_everything(page: Page, address: str) -> None:
    """The first stop skips to the content; every stop shows where it is."""
    page.goto(address + "index.html")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")

    assert (first, outline) == ("#content", "solid")
    expect(page.locator("#content")).to_be_focused()


def test_the_menu_opens_on_a_phone(page: Page, address: str) -> None:
    """The main pages are behind one button, which works without a script."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "index.html")
    menu = page.get_by_role("navigation", name="เมนู")
    expect(menu).not_to_be_visible()
    page.locator(".menu summary").click()
    expect(menu).to_be_visible()


def test_everything_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    """Pages, switch of language and downloads work with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "ita/2566/index.html")
    page.locator("#o36 summary").click()
    expect(page.locator("#o36 .elements")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_contain_text("ITA index")
    context.close()


def test_the_site_works_from_a_disk(page: Page, site: Path) -> None:
    """Opened as a file, links lead on and styles are there."""
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="ดูแผน").click()
    page.wait_for_url("**/plan/index.html")
    assert "Sarabun" in page.evaluate("getComputedStyle(document.body).fontFamily")


def test_addresses_are_tidy_on_a_server(page: Page, address: str) -> None:
    """The address bar shows the folder, which also answers."""
    page.goto(address + "plan/index.html")
    assert page.url == address + "plan/"
    assert page.goto(page.url).ok


def test_words_are_not_broken(page: Page, address: str) -> None:
    """Thai compounds that a browser would part stay in one line on a narrow phone."""
    page.set_viewport_size({"width": 320, "height": 800})
    for kind in ("", "plan/", "items/p-06/"):
        page.goto(address + kind + "index.html")
        parted = page.evaluate(
            "[...document.querySelectorAll('.nb')].filter((e) => e.getClientRects().length > 1).map((e) => e.textContent)"
        )
        assert parted == []
        assert page.locator(".nb").count() > 5


TABLES = """
() => [...document.querySelectorAll('table.sheet')].filter((table) => table.checkVisibility() && table.offsetWidth)
  .map((table) => [getComputedStyle(table).display, ...['thead', 'tbody'].map((part) => table.querySelector(part).getBoundingClientRect().toJSON())])
"""


def test_tables_are_tables_on_a_desk(page: Page, address: str) -> None:
    """Wherever there is room, column heads stand in one grid above the cells they name."""
    page.set_viewport_size({"width": 1280, "height": 900})
    seen = 0
    for kind in KINDS:
        page.goto(address + kind + "index.html")
        for display, above, below in page.evaluate(TABLES):
            seen += 1
            assert display == "table", kind
            assert above["bottom"] <= below["top"] + 1, kind
            assert abs(above["width"] - below["width"]) <= 1, kind
    assert seen

"""How pages look in Chromium: Thai that is not clipped, forced colours and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

KINDS = ("", "plan/", "items/p-06/", "units/", "risk/", "ita/2566/", "ita/2566/o36/", "data/", "rules/", "search/", "poster/", "design/")  # fmt: skip

CLIPPED = """
() => [...document.querySelectorAll('body *')].filter((e) => {
  if (!e.textContent.trim() || e.closest('.hidden-words, svg, .skip, thead')) return false;
  return /hidden|clip/.test(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight + 1;
}).map((e) => e.tagName + '.' + e.className)
"""
CLOSE = """
() => [...document.querySelectorAll('body *')].filter((e) => {
  if (e.closest('svg, .hidden-words') || e.getBoundingClientRect().height < 2) return false;
  const thai = [...e.childNodes].filter((n) => n.nodeType === 3 && /[ก-ฮ]/.test(n.data));
  const lines = thai.some((n) => {
    const range = document.createRange();
    range.selectNodeContents(n);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  });
  const s = getComputedStyle(e);
  return lines && parseFloat(s.lineHeight) < 1.595 * parseFloat(s.fontSize);
}).map((e) => [e.tagName + '.' + e.className, getComputedStyle(e).lineHeight, getComputedStyle(e).fontSize, e.textContent.slice(0, 20)].join(' '))
"""


SPOILED = """
() => {
  const high = (e) => e.getBoundingClientRect().height;
  const [longest] = [...document.querySelectorAll('main p')].sort((a, b) => high(b) - high(a));
  Object.assign(longest.style, {lineHeight: '1', height: '8px', overflow: 'hidden', width: '9em'});
}
"""


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_tone_marks_have_room(width: int, language: str, page: Page, address: str) -> None:
    """No box cuts Thai off, and where it takes two lines or more, these stand 1.6 sizes apart.

    So far is it from the lowest vowel of Sarabun (0.35 below the line) to its highest tone mark (1.25).
    """
    page.set_viewport_size({"width": width, "height": 800})
    for kind in KINDS:
        page.goto(address + language + kind + "index.html")
        assert page.evaluate(CLIPPED) == [], kind
        assert page.evaluate(CLOSE) == [], kind
    page.goto(address + language + "about/index.html")
    page.evaluate(SPOILED)
    assert page.evaluate(CLIPPED), "what is cut off is seen"
    assert page.evaluate(CLOSE) or language, "what is too close is seen"


def test_forced_colours_keep_what_colour_tells(page: Page, address: str) -> None:
    """With the reader's own colours, chosen quarters, bars and statuses are still told apart."""
    page.emulate_media(forced_colors="active")
    page.goto(address + "design/index.html")
    style = "(e, name) => getComputedStyle(e)[name]"
    on, off = page.locator(".quarters i.on").first, page.locator(".quarters i:not(.on)").first
    ground = page.locator("body").evaluate(style, "backgroundColor")

    assert on.evaluate(style, "backgroundColor") != off.evaluate(style, "backgroundColor")
    assert page.locator(".chart .part-0").first.evaluate(style, "fill") != ground
    assert page.locator(".status").count() > 3
    for status in page.locator(".status").all():
        assert status.evaluate(style, "borderTopWidth") == "1px"
        assert status.evaluate("e => getComputedStyle(e, '::before').content") not in ("none", '""')


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_paper_is_black_on_white(scheme: str, page: Page, address: str) -> None:
    """Whatever the screen was set to."""
    page.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    page.goto(address + "plan/index.html")
    assert page.evaluate("document.documentElement.dataset.scheme") == scheme
    page.emulate_media(media="print")
    colours = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )

    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]

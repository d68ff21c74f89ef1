"""Thai words stay whole, and nothing but running text is touched."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from generator.model.base import Lang
from generator.pages import pages
from generator.render import render
from generator.site.drawn_card import FONTS
from generator.tokens import stylesheet
from generator.typography import WHOLE, WHOLE_IN_FIREFOX, unbroken

if TYPE_CHECKING:
    from generator.edition import Edition


@pytest.mark.parametrize("word", [*WHOLE, *WHOLE_IN_FIREFOX])
def test_each_word_is_kept_whole(word: str) -> None:
    """Inside a sentence, wherever it stands."""
    assert f'<p>ก<span class="nb">{word}</span>ข</p>' == unbroken(f"<p>ก{word}ข</p>")


@pytest.mark.parametrize(
    "thing",
    ["2566–2570", "พ.ศ. 2566–2570", "9 เมษายน", "9 เมษายน 2569", "38 เรื่อง", "1,250.50 บาท", "3 รายการ", "ร้อยละ 86.7", "พ.ศ. 2569",
     "(B.E. 2569)", "(B.E. 2566–2570)", "B.E. 2566–2570", "B.E. 2569", "e-bidding", "ครั้งที่ 2",
     "ตุลาคม–ธันวาคม", "พฤษภาคม–มิถุนายน 2568", "July–September 2025", "08.30–16.30 น.", "08:30–16:30", "No Gift Policy",
     "อบต.", "ป.ป.ช.", "รพ.สต.", "พ.ร.บ.", "จ.",
     "0-3240-1234", "032-401-234", "08-1234-5678", "081-234-5678", "0 3240 1234", "032-401234", "081-2345678"],
)  # fmt: skip
def test_what_is_one_thing_is_kept_whole(thing: str) -> None:
    """A span of years or months, a day with its month, a number with what it counts, an abbreviation, a telephone number."""
    assert f'<b>ณ <span class="nb">{thing}</span> x</b>' == unbroken(f"<b>ณ {thing} x</b>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>https://example.go.th/e-service/</p>",
        "<p>ตามที่กำหนด. อีกข้อหนึ่ง</p>",
        "<p>1,200 500 250 · 10-200-300 · 2025-03-0123 · 1-0000-00000-00-0 · 0105-2023-001-99</p>",
        "<svg><text>งบประมาณ</text></svg>",
        '<a title="งบประมาณ">x</a>',
    ],
)
def test_pictures_and_attributes_are_not_touched(html: str) -> None:
    """A span inside a picture or an attribute would break it."""
    assert html == unbroken(html)


@given(st.text(st.sampled_from("กงบประมาณหน่วยงาน 2–<>/b\x1f"), max_size=40))
def test_the_words_stay_the_same(text: str) -> None:
    """Only spans are added: without them the text is what it was."""
    html = f"<p>{text.replace('<', '').replace('>', '')}</p>" * 2

    assert html == re.sub(r'<span class="nb">(.*?)</span>', r"\1", unbroken(html))


CUT = {
    "thai": re.compile("[\u0e01-\u0e5b\u200b-\u200d\u25cc]"),
    "latin": re.compile("[\u0000-\u00ff\u2000-\u206f\u20ac\u2122]"),
}
"""Which part of the typeface a character is asked from, as the stylesheet says."""
FROM_THE_DEVICE = set("→↑↓≈✓✗")
"""Marks that Sarabun does not have; each stands beside words that say the same."""
ABSENT = "\uffff"


def test_the_cut_is_that_of_the_stylesheet() -> None:
    """What the stylesheet asks each part for is what the next test looks for."""
    said = set(re.findall(r"unicode-range: ([^;]+);", stylesheet()))

    assert said == {
        "U+0E01-0E5B, U+200B-200D, U+25CC",
        "U+0000-00FF, U+2000-206F, U+20AC, U+2122",
    }


def test_the_typeface_has_every_character(edition: Edition) -> None:
    """Each character of each page, in both weights."""
    fonts = {
        (part, weight): ImageFont.truetype(FONTS / f"sarabun-{part}-{weight}-normal.woff2", 40)
        for part in CUT
        for weight in (400, 700)
    }
    shown: set[str] = set()
    for lang in Lang:
        for page in pages(edition, lang):
            shown |= set(unescape(re.sub("<[^>]*>", "", render(page))))
    for character in sorted(shown - FROM_THE_DEVICE):
        if character.isspace():
            continue
        part = next((part for part, asked in CUT.items() if asked.match(character)), None)
        assert part, character
        for weight in (400, 700):
            font = fonts[part, weight]
            assert bytes(font.getmask(character)) != bytes(font.getmask(ABSENT)), character

"""Thai words stay whole, and nothing but running text is touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typography import WHOLE, unbroken


@pytest.mark.parametrize("word", WHOLE)
def test_each_word_is_kept_whole(word: str) -> None:
    """Inside a sentence, wherever it stands."""
    assert f'<p>ก<span class="nb">{word}</span>ข</p>' == unbroken(f"<p>ก{word}ข</p>")


@pytest.mark.parametrize(
    "thing",
    ["2566–2570", "9 เมษายน", "38 เรื่อง", "1,250.50 บาท", "3 รายการ", "ร้อยละ 86.7", "พ.ศ. 2569",
     "(B.E. 2569)", "(B.E. 2566–2570)", "e-bidding", "ครั้งที่ 2"],
)  # fmt: skip
def test_what_is_one_thing_is_kept_whole(thing: str) -> None:
    """A span of years, a day with its month, a number with what it counts."""
    assert f'<b>ณ <span class="nb">{thing}</span> x</b>' == unbroken(f"<b>ณ {thing} x</b>")


@pytest.mark.parametrize("html", ["<svg><text>งบประมาณ</text></svg>", '<a title="งบประมาณ">x</a>'])
def test_pictures_and_attributes_are_not_touched(html: str) -> None:
    """A span inside a picture or an attribute would break it."""
    assert html == unbroken(html)


@given(st.text(st.sampled_from("กงบประมาณหน่วยงาน 2–<>/b"), max_size=40))
def test_the_words_stay_the_same(text: str) -> None:
    """Only spans are added: without them the text is what it was."""
    html = f"<p>{text.replace('<', '').replace('>', '')}</p>"

    assert html == re.sub(r'<span class="nb">(.*?)</span>', r"\1", unbroken(html))

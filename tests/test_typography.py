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


def test_spans_of_years_are_kept_whole() -> None:
    """2566–2570 is one thing."""
    assert unbroken("<b>2566–2570</b>") == '<b><span class="nb">2566–2570</span></b>'


@pytest.mark.parametrize("html", ["<svg><text>งบประมาณ</text></svg>", '<a title="งบประมาณ">x</a>'])
def test_pictures_and_attributes_are_not_touched(html: str) -> None:
    """A span inside a picture or an attribute would break it."""
    assert html == unbroken(html)


@given(st.text(st.sampled_from("กงบประมาณหน่วยงาน 2–<>/b"), max_size=40))
def test_the_words_stay_the_same(text: str) -> None:
    """Only spans are added: without them the text is what it was."""
    html = f"<p>{text.replace('<', '').replace('>', '')}</p>"

    assert html == re.sub(r'<span class="nb">(.*?)</span>', r"\1", unbroken(html))

"""What readers type finds the page they mean, in Chromium, with the built site's own index."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from generator.model.base import Lang
from generator.search.index import CUT, GLUE, SearchIndex, cut
from generator.search.text import running_text, words
from tests.audit import search
from tests.audit.search import QUERIES
from tests.audit.serving import serving
from tests.audit.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def every(sites: Path) -> Iterator[str]:
    """The address below which the sites of all agencies are."""
    with serving(sites) as found:
        yield found


@pytest.mark.parametrize("lang", list(Lang))
def test_there_are_enough_queries(lang: Lang) -> None:
    """Eighty at least in each language, of every agency, or the share that is found says little."""
    assert set(QUERIES) == set(AGENCIES)
    assert sum(len(queries[lang]) for queries in QUERIES.values()) >= 80


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_is_meant_is_among_the_first_three(lang: str, page: Page, every: str) -> None:
    """For 95 of 100 queries; and none is answered with nothing."""
    answers = search.asked(page, every, lang)
    assert not answers.too_many, answers.missed
    assert answers.empty == []


@pytest.mark.browser
def test_a_browser_without_a_segmenter_finds_as_much(browser: Browser, every: str) -> None:
    """Where Intl.Segmenter is missing, the words of the site cut the query."""
    context = browser.new_context()
    context.add_init_script(search.NO_SEGMENTER)
    answers = search.asked(context.new_page(), every, "th")
    context.close()
    assert not answers.too_many, answers.missed


@pytest.mark.browser
def test_an_answer_comes_at_once_on_a_slow_phone(page: Page, every: str) -> None:
    """Even the slowest of nineteen queries in twenty."""
    assert search.slowest(search.slowed(page), every, "th") < search.AN_INSTANT


def test_the_index_is_light(sites: Path) -> None:
    """Of one agency, both languages together, and of the five heaviest."""
    weights = sorted(search.weight(sites / agency) for agency in AGENCIES)
    assert weights[-1] < search.ONE_AGENCY
    assert sum(weights[-5:]) < search.FIVE_AGENCIES


@pytest.mark.browser
def test_nothing_is_fetched_before_the_reader_searches(page: Page, address: str) -> None:
    """Neither on other pages nor on the page of search; the first letter fetches the index."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address)
    page.goto(f"{address}search/")
    assert not [url for url in fetched if url.endswith(("/th.js", "/en.js"))]
    page.fill("#q", "แผน")
    page.wait_for_selector(".found > li")
    assert [url for url in fetched if url.endswith("/th.js")]


@pytest.mark.browser
def test_search_with_the_keyboard_alone(page: Page, address: str) -> None:
    """A slash opens it, the arrows walk the results, Escape leads back, Enter opens the page."""
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.keyboard.type("บัตรคิว")
    page.keyboard.press("Enter")
    page.wait_for_selector(".found > li")
    assert "q=" in page.url
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/p-27/**")


@pytest.mark.browser
def test_results_show_the_word_and_their_kind(page: Page, address: str) -> None:
    """The word is marked in the excerpt; a kind narrows the list; the address keeps both."""
    page.goto(f"{address}search/?q=ร้องเรียน")
    page.wait_for_selector(".found mark")
    assert "ร้องเรียน" in page.locator(".found mark").all_inner_texts()
    page.locator("[data-kinds] button", has_text="ข้อ ITA").click()
    others = page.locator(".found .kind").filter(has_not_text="ข้อ ITA")
    expect(others).to_have_count(0)
    expect(page.locator(".found .kind")).not_to_have_count(0)
    expect(page).to_have_url(re.compile("kind=ita"))
    page.reload()
    page.wait_for_selector(".found mark")
    expect(others).to_have_count(0)


@pytest.mark.browser
def test_an_amount_is_marked_however_it_is_typed(page: Page, every: str) -> None:
    """With or without commas, and in Thai digits; and no other number is taken for it."""
    for typed in ("140000", "140,000", "๑๔๐,๐๐๐"):
        page.goto(f"{every}example-sao/search/?q={typed}")
        page.wait_for_selector(".found mark")
        assert page.locator(".found mark").first.inner_text() == "140,000"
        assert (
            page.locator(".found > li a")
            .first.get_attribute("href")
            .endswith("items/p-01/index.html")
        )
    page.goto(f"{every}example-sao/search/?q=140001")
    page.wait_for_function("document.querySelector('output').textContent")
    assert page.locator(".found > li").count() == 0


@pytest.mark.browser
def test_the_other_language_answers_where_this_one_cannot(page: Page, address: str) -> None:
    """A Thai phrase that no English page has leads to the Thai page, and says so."""
    page.goto(f"{address}en/search/?q=แผ่นพับ")
    page.wait_for_selector(".found > li[lang=th]")
    assert "other language" in page.locator("output").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("below", "typed", "meant", "found"),
    [
        ("", "ihv'giupo", "ร้องเรียน", "complaints"),
        ("", "0yf:nhv0yf0hk'", "จัดซื้อจัดจ้าง", "procurement"),
        ("", "czoxhv'dyodkim60ib9", "แผนป้องกันการทุจริต", "plan"),
        ("", "8;k,glujp'", "ความเสี่ยง", "risk"),
        ("", "g090eo'l60ib9", "เจตจำนงสุจริต", "declaration"),
        ("", "-hv @#", "ข้อ ๑๒", "ita/2569/o12"),
        ("", "นๅ/", "o12", "ita/2569/o12"),
        ("", "แนทยสฟรืะห", "complaints", "complaints"),
        ("en/", "แนทยสฟรืะห", "complaints", "complaints"),
        ("en/", "์น ฌรดะ ญนสรแั", "No Gift Policy", "no-gift/2569"),
        ("en/", "พรหา", "risk", "risk"),
    ],
)
def test_a_word_typed_on_the_other_layout_is_read_as_meant(
    page: Page, every: str, below: str, typed: str, meant: str, found: str
) -> None:
    """Thai typed with the keys of the US layout, and the reverse, shifted too; what was read is told."""
    page.goto(f"{every}example-sao/{below}search/?{urlencode({'q': typed})}")
    expect(page.locator(".found > li a").nth(0)).to_be_visible()
    links = [str(a.get_attribute("href")) for a in page.locator(".found > li a").all()[:3]]
    assert any(link.endswith(f"/{found}/index.html") for link in links)
    assert meant in page.locator("output").inner_text()


@pytest.mark.browser
def test_a_word_that_is_right_is_not_read_on_the_other_layout(page: Page, every: str) -> None:
    """Neither a word that was found, nor one that is nothing on either."""
    page.goto(f"{every}example-sao/search/")
    for typed in ("ร้องเรียน", "procurement", "qzxwv", "ฤฆฏโฌ"):
        found = page.evaluate("query => disclosureSearch(query)", typed)
        assert not found.get("read"), typed


@pytest.mark.browser
def test_search_works_from_a_disk(page: Page, site: Path) -> None:
    """The index is a script, which a page on a disk may load."""
    page.goto(f"{(site / 'search' / 'index.html').as_uri()}?q=แผน")
    page.wait_for_selector(".found > li")


LINES = st.lists(st.text("กขคงจะาิ่้ำ abcXYZ0189๐๙.,;:()-/–“” ", max_size=40), max_size=4).map(
    "\n".join
)


@given(LINES)
def test_words_joined_are_the_text(text: str) -> None:
    """Cutting loses nothing but a plain space between Latin words, which the script puts back."""
    assert all("".join(words(line)) == line for line in text.split("\n"))
    assert put_together(cut(text).split(CUT)) == text


def put_together(cut: list[str]) -> str:
    """What the script does with the words of the index."""
    text, glued = "", False
    for word in filter(None, cut):
        if word == GLUE:
            glued = True
            continue
        joined = text and text[-1] in LATIN_ENDS and word[0] in LATIN_STARTS
        text += f" {word}" if joined and not glued else word
        glued = False
    return text


ALNUM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
LATIN_ENDS, LATIN_STARTS = ALNUM + ",.;:%)", ALNUM + "("


def test_only_running_text_is_searched() -> None:
    """No navigation, picture, form or heading of the page itself; blocks stay apart."""
    fragment = "<h1>ชื่อ</h1><nav>ทาง</nav><p>งบ <b>ประ</b>มาณ</p><svg><text>รูป</text></svg><ul><li>ก</li><li>ข &amp; ค</li></ul>"
    assert running_text(fragment) == "งบ ประมาณ\nก\nข & ค"


def test_an_index_says_its_version() -> None:
    """A script of another version refuses it rather than show nonsense."""
    text = SearchIndex(Lang.TH).file().decode()
    content = json.loads(text.removeprefix('disclosureIndex("th",').removesuffix(");\n"))
    assert content["version"] == 1
    assert content["pages"] == []

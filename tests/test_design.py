"""The theme's tokens: one block decides, each pair that meets can be read, and the page shows them."""

from __future__ import annotations

import re
from html import unescape

import pytest

from generator.coverage import Status
from generator.model.base import Lang
from generator.pages import design
from generator.render import render
from generator.tokens import (
    PAIRS,
    Pair,
    Scheme,
    blocks,
    contrast,
    stylesheet,
    tokens,
)
from tests.audit.modes import FOLDED
from tests.conftest import edition_of

CSS = stylesheet()
USED = re.compile(r"var\(--([a-z0-9-]+)\)")


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.front}-on-{pair.ground}")
def test_each_pair_can_be_read(pair: Pair, scheme: Scheme) -> None:
    """7:1 for words, 3:1 for marks, in every scheme."""
    known = tokens(CSS, scheme)
    assert contrast(known[pair.front], known[pair.ground]) >= pair.least


def test_contrast_is_that_of_wcag() -> None:
    """The ends of the scale, and the grey that is commonly given as 4.5:1 on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_rules_use_pairs_that_are_measured() -> None:
    """Where one rule sets words and their ground, the pair is in the list."""
    listed = {(pair.front, pair.ground) for pair in PAIRS}
    for block in blocks(CSS):
        colour = USED.fullmatch(block.declarations.get("color", ""))
        ground = USED.fullmatch(block.declarations.get("background", ""))
        if colour and ground:
            assert (colour[1], ground[1]) in listed, block.selector


def test_every_token_is_used_and_every_use_is_a_token() -> None:
    """Nothing decided that no rule asks for, nothing asked for that is not decided."""
    known = set(tokens(CSS, Scheme.LIGHT))
    used = set(USED.findall(CSS))
    own = {
        name.removeprefix("--")
        for block in blocks(CSS)
        for name in block.declarations
        if name.startswith("--") and not block.selector.startswith(":root")
    }

    assert own.isdisjoint(known)
    assert known == used - own


def test_a_chosen_scheme_is_that_of_the_device() -> None:
    """Dark and black stand twice, alike: for who asked the device, for who asked this site."""
    found = {(block.at, block.selector): block.declarations for block in blocks(CSS)}
    asked = "@media screen and (prefers-color-scheme: dark)", ":root:not([data-scheme])"
    sharp = (
        "@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark)",
        ":root:not([data-scheme])",
    )

    assert found[asked] == found["@media screen", ':root[data-scheme="dark"]']
    assert found[sharp] == found["@media screen", ':root[data-scheme="contrast"]']


def test_each_scheme_decides_every_colour() -> None:
    """Dark, black and the reader's own colours leave no colour of the light scheme standing."""
    found = {block.selector: block.declarations for block in blocks(CSS)}
    light = {block.selector: block.declarations for block in blocks(CSS) if not block.at}[":root"]
    colours = {name for name, value in light.items() if value.startswith("#")}
    own = ":root:not([data-scheme]), :root[data-scheme]"
    for selector in (':root[data-scheme="dark"]', ':root[data-scheme="contrast"]', own):
        assert colours == {name for name in found[selector] if name.startswith("--")}


def test_colours_are_decided_in_the_tokens_alone() -> None:
    """No rule of the screen names a colour of its own; paper and QR codes are black on white."""
    for block in blocks(CSS):
        if block.selector.startswith(":root") or "print" in block.at:
            continue
        own = {
            name: value
            for name, value in block.declarations.items()
            if re.search(r"#[0-9a-fA-F]{3,8}\b", value) and not value.startswith("url(")
        }
        assert own == {} or block.selector == ".poster__way svg", block.selector


def test_pictures_keep_the_height_they_say() -> None:
    """Without a viewBox a height of `auto` is none at all in WebKit; Chromium does not show that."""
    auto = [block.selector for block in blocks(CSS) if block.declarations.get("height") == "auto"]
    assert [selector for selector in auto if re.search(r"svg|chart|mini|key__look", selector)] == []
    assert auto


def test_the_audit_looks_where_tables_just_stand_in_full() -> None:
    """Tables fold at two widths; one pixel wider they are tightest, and there the audit looks."""
    folds = {
        int(width) * 16
        for block in blocks(CSS)
        for width in re.findall(r"max-width: (\d+)rem", block.at)
        if re.search(r"table\.stack", block.selector)
    }
    assert folds == set(FOLDED)


def test_blocks_are_read_with_their_conditions() -> None:
    """Comments and braces in strings do not mislead the reader."""
    css = '/* { */ a { color: red; content: "}" } @media print { b, i { margin: 0 } }'
    read = [(block.at, block.selector, block.declarations) for block in blocks(css)]

    assert read == [
        ("", "a", {"color": "red", "content": '"}"'}),
        ("@media print", "b, i", {"margin": "0"}),
    ]


@pytest.mark.parametrize("lang", Lang)
def test_the_page_shows_every_token(lang: Lang) -> None:
    """Each colour with its value in each scheme, each size and space, each pair."""
    (page,) = design.pages(edition_of("example-sao"), lang)
    html = unescape(render(page))
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST):
        for name, value in tokens(CSS, scheme).items():
            assert f"<code>{name}</code>" in html
            assert value in html
    shown = [row.name for _group, rows in page.colours for row in rows]
    assert sorted(shown) == sorted(
        name for name, value in tokens(CSS, Scheme.LIGHT).items() if value.startswith("#")
    )
    assert len(page.words) + len(page.marks) == len(PAIRS)
    assert all(f'class="status status--{status}"' in html for status in Status)

"""The ITA form by indicator, by responsible unit and by status: the same items with the same status."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.edition import Edition
from generator.model.base import Id, Lang
from generator.site import SitePage, site_pages
from tests.conftest import edition_of

RESPONSIBLE = {Id("contact"): Id("legal"), Id("action-plan"): Id("strategy")}


def pages_of(edition: Edition) -> dict[str, str]:
    """The English pages by address."""
    return {
        page.src_uri: page.html
        for page in site_pages(edition, Lang.EN)
        if isinstance(page, SitePage)
    }


def with_units() -> Edition:
    """A real agency whose units answer for two topics."""
    disclosure = edition_of("phetchaburi-pao").disclosure
    site = replace(disclosure.agency.site, responsible=RESPONSIBLE)
    return Edition.of(replace(disclosure, agency=replace(disclosure.agency, site=site)))


def rows(html: str) -> list[tuple[str, str]]:
    """Code and status of each row of a view."""
    return re.findall(r'<b class="oit-code">(O\d+)</b>.*?status--(\w+)', html)


def test_every_view_has_every_item_once_with_its_status(edition: Edition) -> None:
    """No item is lost between the views, and none has two statuses."""
    pages = pages_of(edition)
    for form in edition.coverage:
        expected = sorted((c.item.code, str(c.status)) for c in form.items)
        for view in ("units", "status"):
            assert expected == sorted(rows(pages[f"en/ita/{int(form.year)}/{view}/index.md"]))


def test_items_stand_under_the_unit_that_answers_for_them() -> None:
    """The unit comes from the data; where none is named, the page says so."""
    pages = pages_of(with_units())
    view = pages["en/ita/2566/units/index.md"]
    parts = dict(re.findall(r'<h2 id="([\w-]+)">(.*?)(?=<h2|\Z)', view, re.DOTALL))

    assert [code for code, _ in rows(parts["legal"])] == ["O5"]
    assert [code for code, _ in rows(parts["strategy"])] == ["O36"]
    assert len(rows(parts["nobody"])) == 41
    assert "No unit is named" in parts["nobody"]


def test_a_unit_page_lists_its_ita_items() -> None:
    """From a unit to what it answers for, and from there to the item."""
    pages = pages_of(with_units())

    assert [code for code, _ in rows(pages["en/units/legal/index.md"])] == ["O5"]
    assert "ita/2566/o5/index.html" in pages["en/units/legal/index.md"]
    assert rows(pages["en/units/finance/index.md"]) == []

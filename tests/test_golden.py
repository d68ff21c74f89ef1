"""Pages as they are, word for word: a change in wording, money or structure shows as a diff.

`pytest tests/test_golden.py --update-golden` writes them anew; the diff is then to be read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.base import Lang
from generator.site import site_pages
from tests.conftest import edition_of

GOLDEN = Path(__file__).parent / "golden"
CHOSEN = {
    "phetchaburi-pao": ("index", "declaration/index", "items/p-06/index", "risk/index"),
    "luang-nuea": ("plan/2568/index",),
    "din-daeng": ("items/m-02/index",),
    "phetchaburi-province": ("items/p-09/index",),
    "example-sao": (
        "complaints/2568/index",
        "structure/index",
        "pages/service-manual/index",
        "results/2568/index",
        "services/2569/index",
        "procurement/index",
        "procurement/2568/index",
        "procurement/2568/2025-03/index",
        "procurement/2568/2025-04/index",
    ),
}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("agency", sorted(CHOSEN))
def test_pages_are_as_they_were(agency: str, lang: Lang, request: pytest.FixtureRequest) -> None:
    """The content of a few pages of each shape of document, in both languages."""
    prefix = "en/" if lang is Lang.EN else ""
    pages = {page.src_uri: page for page in site_pages(edition_of(agency), lang)}
    for name in CHOSEN[agency]:
        path = GOLDEN / agency / f"{prefix}{name.replace('/', '-')}.html"
        now = pages[f"{prefix}{name}.md"].html + "\n"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(now, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == now, name

"""Words of the data that look like programs and addresses stay words on every page."""

from __future__ import annotations

import dataclasses
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from generator.edition import Edition
from generator.inspection import inspected
from generator.load import load
from generator.model.base import Record
from generator.site import SitePage, site
from tests.conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.disclosure import Disclosure

TYPED = (
    "\"'></title></textarea></style></svg>--><script src=//example.net/x></script>"
    "<img src=//example.net/y onerror=z()>{{7*7}}{%x%}"
)
KEPT = {"Site", "Attachment", "Article", "OitCatalogue", "Law", "Review", "Ledger", "PublishedCounts", "Redirect", "Withdrawn", "OutsideAddress"}  # fmt: skip
"""What is made of addresses and codes alone, or does not come from the agency."""
LEADING = ("href", "src", "action", "formaction", "data", "srcset", "poster", "content", "style")


def hostile(value: Any, typed: str) -> Any:
    """The same data with something typed behind each free text."""
    if type(value) is str:
        return value and value + typed
    if isinstance(value, tuple):
        parts = [hostile(part, typed) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, dict):
        return {key: hostile(part, typed) for key, part in value.items()}
    if not dataclasses.is_dataclass(value) or type(value).__name__ in KEPT:
        return value
    names = [f.name for f in dataclasses.fields(value) if f.init and f.name != "written"]
    if isinstance(value, Record) or type(value).__name__ in {"Disclosure", "Stated", "Statement"}:
        changed = {name: hostile(getattr(value, name), typed) for name in names}
        return dataclasses.replace(value, **changed)  # type: ignore[type-var]
    return value


class Reader(HTMLParser):
    """What a browser would do with a page, beside showing it."""

    def __init__(self) -> None:
        super().__init__()
        self.done: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Programs, and addresses of others that are fetched or run."""
        for name, value in attrs:
            said = (value or "").strip().lower()
            runs = name.startswith("on") or said.startswith(("javascript:", "vbscript:"))
            fetched = tag != "a" and name in LEADING and said.startswith(("//", "http", "data:"))
            if runs or (fetched and tag not in {"link", "meta", "xhtml:link"}):
                self.done.add(f"{tag} {name}={said[:60]}")
            if tag == "script" and name == "src" and "assets/js/" not in said:
                self.done.add(f"{tag} {said}")


@pytest.fixture(scope="module")
def disclosure() -> Disclosure:
    """The invented agency, of which every kind of page is made."""
    found, problems = load(CONTENT / "example-sao")
    assert found is not None, problems
    return found


def test_no_words_become_a_program(disclosure: Disclosure) -> None:
    """On no page, in no drawing: every free text of the sample, with a program behind it."""
    pages = 0
    for file in site(Edition.of(hostile(disclosure, TYPED))):
        text = file.html if isinstance(file, SitePage) else ""
        if file.src_uri.endswith((".svg", ".xml")) and not isinstance(file, SitePage):
            text = file.content.decode()
        reader = Reader()
        reader.feed(text)
        assert (file.src_uri, reader.done) == (file.src_uri, set())
        pages += "example.net" in text

    assert pages > 100, "the words reached the pages"


def test_a_way_to_complain_is_encrypted_and_runs_nothing(tmp_path: Path) -> None:
    """Who reports corruption is not to be read on the way; and no address is a program."""
    folder = tmp_path / "content" / "example-sao"
    shutil.copytree(CONTENT / "example-sao", folder)
    path = folder / "complaints" / "channels.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("https://example.com/report-corruption", "javascript:alert(1)").replace(
            "https://example.com/complaints", "http://example.com/complaints"
        ),
        encoding="utf-8",
    )

    found = [(p.rule.code, p.place.line) for p in inspected(folder)[1]]

    lines = [
        n for n, line in enumerate(text.split("\n"), 1) if " url: https://example.com/" in line
    ]
    assert [line for code, line in found if code == "link-scheme"] == lines


@pytest.mark.parametrize(
    "address",
    [
        "https://example.net/../../../files/a.png",
        "//example.net/../../../files/a.png",
        "data:image/png,x/../../files/a.png",
        "/../../files/a.png",
    ],
)
def test_a_picture_from_elsewhere_is_not_taken_for_one_of_ours(address: str, project: Path) -> None:
    """Points in an address do not lead from another host into our folder."""
    folder = project / "content" / "minimal"
    (folder / "files").mkdir()
    (folder / "pages").mkdir()
    good = CONTENT.parent / "tests" / "rules" / "foreign-picture" / "good"
    shutil.copytree(good, folder, dirs_exist_ok=True)
    page = folder / "pages" / "page.md"
    text = page.read_text(encoding="utf-8")
    assert "../files/a.png" in text
    assert "foreign-picture" not in [p.rule.code for p in inspected(folder)[1]]
    page.write_text(text.replace("../files/a.png", address), encoding="utf-8")

    assert "foreign-picture" in [p.rule.code for p in inspected(folder)[1]]

"""Fingerprints of what a site consists of, kept in its index, so that a changed file is noticed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "disclosure-index.json"
"""At the site's root: every ITA item with its status, elements, dates, addresses, fingerprints."""
DATA = ("data", "files", "calendar")
"""Folders whose files are published as they are, for programs and for assessors."""
TEXT = (".html", ".csv", ".json", ".md", ".ics", ".svg", ".txt", ".xml")
"""Names of text files, whose line ends some ways of copying files change."""


def digest(content: bytes, name: str) -> str:
    """SHA-256 of a file; in text files CR LF counts as LF, as an upload in text mode may write it."""
    plain = content.replace(b"\r\n", b"\n") if name.endswith(TEXT) else content
    return hashlib.sha256(plain).hexdigest()


def seal(site: Path) -> None:
    """Writes into the index of a finished site the fingerprint of each page and file it names."""
    path = site / INDEX
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    index["pages"] = {
        name: _of(site, name) for name in named_pages(index) if (site / name).exists()
    }
    index["files"] = {
        name: {"sha256": _of(site, name), "bytes": (site / name).stat().st_size}
        for name in _data_files(site)
    }
    text = json.dumps(index, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def _of(site: Path, name: str) -> str:
    return digest((site / name).read_bytes(), name)


def _data_files(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for folder in DATA
        for path in (site / folder).rglob("*")
        if path.is_file() and path.suffix != ".html"
    )


def named_pages(index: dict[str, Any]) -> list[str]:
    """The pages by which an item is assessed, in both languages: its own and those of its proofs."""
    thai = dict.fromkeys(page for form in index["forms"] for page in _pages_of(form))
    return [f"{lang}{page}" for lang in ("", "en/") for page in thai]


def _pages_of(form: dict[str, Any]) -> Iterator[str]:
    yield form["page"]
    for item in form["items"]:
        yield item["page"]
        yield from (place for element in item["elements"] if (place := page_of(element)))


def page_of(element: dict[str, Any]) -> str | None:
    """The page of the site on which an element stands; None if it stands nowhere, or outside."""
    page = element["page"]
    return page if page and page.endswith("/index.html") and "://" not in page else None

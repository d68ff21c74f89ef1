"""Fingerprints of what a site consists of, kept in its index, so that a changed file is noticed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from generator.frozen import frozen
from generator.json_lines import json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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


@frozen
class Print:
    """What is told of a published file: its SHA-256, and its length in bytes."""

    sha256: str
    length: int

    @classmethod
    def of(cls, content: bytes, name: str) -> Print:
        """Of the file of that name."""
        return cls(digest(content, name), len(content))


def sealed(index: bytes, prints: Mapping[str, Print]) -> bytes:
    """The index of a site with the fingerprint of each page and file that it names."""
    content = json.loads(index)
    content["pages"] = {
        name: prints[name].sha256 for name in named_pages(content) if name in prints
    }
    content["files"] = {
        name: {"sha256": prints[name].sha256, "bytes": prints[name].length}
        for name in sorted(prints)
        if name.split("/")[0] in DATA and "/" in name and not name.endswith(".html")
    }
    return json_lines(content)


def seal(site: Path) -> None:
    """Writes the fingerprints into the index of a site that stands on a disk."""
    path = site / INDEX
    if path.exists():
        files = {
            found.relative_to(site).as_posix(): found
            for found in site.rglob("*")
            if found.is_file()
        }
        prints = {name: Print.of(file.read_bytes(), name) for name, file in files.items()}
        path.write_bytes(sealed(path.read_bytes(), prints))


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

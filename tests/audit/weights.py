"""What a page weighs before the reader does anything: itself, its styles and scripts, its faces.

Bytes as a server sends them with `gzip -9`. A typeface counts where the page has letters of it,
both weights of it, for every page has bold words; these files are compressed already.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tests.audit.findings import Findings, Violation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.audit.parts import Audit
    from tests.audit.sites import BuiltPage, Sites

NAME = "weights"
WITHOUT_FONTS = 80 * 1000
"""Bytes of page, styles, scripts and pictures (issue: 80 KB compressed)."""
WITH_FONTS = 130 * 1000
"""Bytes, faces included."""
AT_ONCE = {"stylesheet", "icon", "preload"}
FACE = re.compile(r"@font-face\s*{([^}]*)}")
SOURCE = re.compile(r"url\(\"?([^)\"]+)\"?\)")
RANGE = re.compile(r"unicode-range:\s*([^;}]+)")


class Loaded(HTMLParser):
    """The files that a browser fetches at once, and the letters that it draws."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.files: list[str] = []
        self.letters: set[str] = set()
        self._quiet = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A style, script or picture that is fetched at once."""
        values = dict(attrs)
        if tag in {"script", "style", "title"}:
            self._quiet += 1
        linked = tag == "link" and values.get("rel") in AT_ONCE
        drawn = tag in {"script", "img"} and values.get("loading") != "lazy"
        address = values.get("href" if linked else "src") if linked or drawn else None
        if address and not address.startswith("data:"):
            self.files.append(address)

    def handle_endtag(self, tag: str) -> None:
        """What follows is drawn again."""
        if tag in {"script", "style", "title"}:
            self._quiet -= 1

    def handle_data(self, data: str) -> None:
        """Letters that are drawn."""
        if not self._quiet:
            self.letters.update(data)


@cache
def compressed(path: Path) -> int:
    """Bytes of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


@cache
def faces(style: Path) -> tuple[tuple[Path, tuple[range, ...]], ...]:
    """Each font file that a style names, with the code points for which it is fetched."""
    found = []
    for face in FACE.findall(style.read_text(encoding="utf-8")):
        source, letters = SOURCE.search(face), RANGE.search(face)
        if source:
            ranges = tuple(_range(one) for one in letters[1].split(",")) if letters else ()
            found.append(((style.parent / source[1]).resolve(), ranges or (range(0x110000),)))
    return tuple(found)


def _range(text: str) -> range:
    first, _, last = text.strip().removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def weight(sites: Sites, page: BuiltPage) -> tuple[int, int]:
    """Bytes of a page's first view without and with typefaces."""
    path = sites.folder / page.address
    loaded = Loaded(path.read_text(encoding="utf-8"))
    files = {_file(sites, page, address) for address in loaded.files}
    points = {ord(letter) for letter in loaded.letters}
    fonts = {
        font
        for style in files
        if style.suffix == ".css"
        for font, ranges in faces(style)
        if any(point in letters for letters in ranges for point in points)
    }
    fonts |= {file for file in files if file.suffix == ".woff2"}
    plain = compressed(path) + sum(compressed(file) for file in files - fonts)
    return plain, plain + sum(font.stat().st_size for font in fonts)


def _file(sites: Sites, page: BuiltPage, address: str) -> Path:
    """The file that a page names; "/" is where the agency's site begins."""
    if address.startswith("/"):
        return sites.folder / page.address.split("/")[0] / address.lstrip("/")
    return ((sites.folder / page.address).parent / address).resolve()


def run(audit: Audit) -> list[Findings]:
    """Every page of every agency."""
    findings = Findings(NAME, f"{len(audit.sites.pages)} pages, gzip -9")
    weights = {page: weight(audit.sites, page) for page in audit.sites.pages}
    heaviest: dict[str, BuiltPage] = {}
    for page, (plain, whole) in weights.items():
        if plain > weights[heaviest.get(page.kind, page)][0] or page.kind not in heaviest:
            heaviest[page.kind] = page
        for limit, bytes_, name in ((WITHOUT_FONTS, plain, "without"), (WITH_FONTS, whole, "with")):
            if bytes_ > limit:
                what = f"{_kb(bytes_)} {name} fonts; the limit is {_kb(limit)}"
                findings.violations.append(Violation("too-heavy", page.address, what))
    for kind, page in sorted(heaviest.items(), key=lambda one: -weights[one[1]][0]):
        plain, whole = weights[page]
        findings.figures[f"{kind}, heaviest: {page.address}"] = (
            f"{_kb(plain)}, with fonts {_kb(whole)}"
        )
    return [findings]


def _kb(bytes_: int) -> str:
    return f"{bytes_ / 1000:.1f} KB"

"""Every agency's site, built by the command that officers use, and the pages in them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from generator.edition import Edition
from generator.load import load
from generator.model.base import Lang
from generator.pages import book, pages

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
AGENCIES = tuple(
    sorted(p.name for p in CONTENT.iterdir() if p.is_dir() and not p.name.startswith("."))
)

HANDY = 100_000
"""Bytes of HTML that a browser looks through quickly; more of the same shows nothing new."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as it lies in the folder of all sites."""

    address: str
    """`example-sao/en/plan/index.html`"""
    kind: str
    """Name of its template: pages of one kind differ in their data alone."""
    lang: str

    @property
    def share(self) -> int:
        """A number that is always the same for the page, and evenly spread over all pages."""
        return int.from_bytes(hashlib.sha256(self.address.encode()).digest()[:4])


@dataclass(frozen=True, slots=True)
class Sites:
    """The folder that `build --all` wrote, and every page in it."""

    folder: Path
    agencies: tuple[str, ...]
    pages: tuple[BuiltPage, ...]

    def read(self, page: BuiltPage) -> str:
        """The HTML of a page."""
        return (self.folder / page.address).read_text(encoding="utf-8")

    def size(self, page: BuiltPage) -> int:
        """Bytes of its HTML."""
        return (self.folder / page.address).stat().st_size

    def one_of_each_kind(self) -> tuple[BuiltPage, ...]:
        """For each template and language the page that shows the most without being a giant."""
        groups: dict[tuple[str, str], list[BuiltPage]] = defaultdict(list)
        for page in self.pages:
            groups[page.kind, page.lang].append(page)
        return tuple(self._telling(group) for group in groups.values())

    def _telling(self, group: list[BuiltPage]) -> BuiltPage:
        by_size = sorted(group, key=lambda page: (self.size(page), page.address))
        handy = [page for page in by_size if self.size(page) <= HANDY]
        return handy[-1] if handy else by_size[0]


def build(folder: Path) -> None:
    """Build every agency into a folder that is not there yet."""
    command = [sys.executable, "-m", "generator", "build", "--all", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def found(folder: Path, agencies: tuple[str, ...] = AGENCIES) -> Sites:
    """The sites in a folder; a page that the generator does not know has its own kind."""
    kinds = {address: kind for agency in agencies for address, kind in _kinds(agency).items()}
    built = []
    for path in sorted(folder.rglob("*.html")):
        address = path.relative_to(folder).as_posix()
        agency, _, below = address.partition("/")
        if agency in agencies:
            kind = kinds.get(address, below)
            built.append(BuiltPage(address, kind, "en" if below.startswith("en/") else "th"))
        elif agency not in AGENCIES and "/" not in address.removeprefix("en/"):
            built.append(BuiltPage(address, "portal.html", "en" if "/" in address else "th"))
    return Sites(folder, agencies, tuple(built))


def _kinds(agency: str) -> dict[str, str]:
    """The template of each page of an agency."""
    disclosure, problems = load(CONTENT / agency)
    if disclosure is None:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    edition = Edition.of(disclosure)
    kinds = {}
    for lang in Lang:
        kinds[f"{agency}/{'en/' if lang is Lang.EN else ''}{book.PATH}/index.html"] = "book.html"
        for page in pages(edition, lang):
            kinds[f"{agency}/{page.here.file}"] = page.template
    return kinds

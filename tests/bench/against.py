"""`bench --against hugo`: the same pages through Hugo, in turns with ours, so that both meet the same machine.

Hugo is a program in an environment of its own (`manage.py` makes it from `requirements-hugo.txt`).
It gets what `disclosure write` writes, every page and its text, and a template with nothing that it
need not do. It renders the pages twice: as Markdown of the same text, which is how Hugo is used, and as
finished HTML, which leaves it the frame and the writing.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import manage
from tests.bench.exported import hugo_site, written
from tests.bench.measured import COMMAND, HEAD, OURS, Figure, Taken, count_pages, figure, run
from tests.bench.projects import SIZES, Projects, cold

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("md", "html")
ENGINES = ("disclosure", *(f"hugo {kind}" for kind in KINDS))
DOES = """
disclosure  reads and checks YAML, CSV and Markdown; works out statuses and totals; writes every page in two languages with
            the whole frame (navigation, trail, language switch, addresses, QR code); the search index of each language (Thai
            cut into words, every section apart); the book to print; CSV, XLSX, JSON, OCDS, calendars, pictures; sitemap;
            looks for personal data in all of it; fingerprints; no former site, no cache.
hugo        reads finished pages; writes them in two languages with title, description, alternates, main sections, language
            switch, contents (Markdown only), previous and next; the plain text of all pages as JSON for each language. No
            checks, no totals, no exports, no files of a theme, no feeds, no sitemap. No former site; it keeps no cache of pages.
"""


@dataclass(frozen=True, slots=True)
class Lane:
    """One engine's way to a site of a size."""

    engine: str
    folder: Path
    command: tuple[str, ...]
    output: str

    def ready(self) -> None:
        """As if nothing had ever been built here."""
        cold(self.folder)
        for left in ("public", "resources", ".hugo_build.lock"):
            path = self.folder / left
            shutil.rmtree(path, ignore_errors=True)
            path.unlink(missing_ok=True)

    def once(self) -> Taken:
        """One cold run."""
        self.ready()
        return run([*self.command], self.folder)


def hugo(place: Path, runs: int) -> list[Figure]:
    """Ours and Hugo's figures at each size, and their ratios."""
    binary = manage.hugo()
    print(subprocess.run([binary, "version"], capture_output=True, text=True, check=True).stdout)
    print(DOES.strip(), end="\n\n")
    print(HEAD)
    projects = Projects(place, many=1)
    found: dict[tuple[str, int], Figure] = {}
    for pages in SIZES:
        lanes = _lanes(projects.of(f"{pages} pages"), place, pages, binary)
        taken = _in_turns(lanes, runs)
        for lane in lanes:
            made = count_pages(lane.folder / lane.output)
            one = figure(f"{lane.engine}, {pages} pages", taken[lane.engine], made)
            found[lane.engine, pages] = one
            print(one, flush=True)
    _tell(found)
    return list(found.values())


def _lanes(project: Path, place: Path, pages: int, binary: str) -> list[Lane]:
    export = place / f"written-{pages}"
    subprocess.run(
        [*COMMAND, "write", str(export), "--agency", "generated"],
        cwd=project,
        env=OURS,
        check=True,
        capture_output=True,
    )
    source = written(export)
    own = Lane("disclosure", project, (*COMMAND, "build", "generated"), "site")
    sites = {kind: hugo_site(place / f"hugo-{kind}-{pages}", source, kind) for kind in KINDS}
    return [
        own,
        *(Lane(f"hugo {kind}", sites[kind], (binary, "--quiet"), "public") for kind in KINDS),
    ]


def _in_turns(lanes: list[Lane], runs: int) -> dict[str, list[Taken]]:
    """Each engine once, again and again; the first round is not counted."""
    for lane in lanes:
        lane.once()
    rounds = [{lane.engine: lane.once() for lane in lanes} for _ in range(runs)]
    return {lane.engine: [one[lane.engine] for one in rounds] for lane in lanes}


def _tell(found: dict[tuple[str, int], Figure]) -> None:
    small, large = SIZES
    print()
    for pages in SIZES:
        ours = found["disclosure", pages]
        for engine in ENGINES[1:]:
            theirs = found[engine, pages]
            print(
                f"disclosure / {engine}, {pages} pages: {ours.cpu_s / theirs.cpu_s:.2f} × CPU,"
                f" {ours.wall_s / theirs.wall_s:.2f} × wall, {ours.peak_mib / theirs.peak_mib:.2f} × peak"
            )
    for engine in ENGINES:
        growth = found[engine, large].cpu_s / found[engine, small].cpu_s
        print(f"growth of {engine}, {small} → {large} pages: {growth:.2f} × CPU")

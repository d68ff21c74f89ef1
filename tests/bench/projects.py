"""The projects that cases run in: folders with mkdocs.yml, theme/ and content/, made when first needed."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import generated, heavy

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = generated.ROOT
INVENTED = "example-sao"
REAL = tuple(
    sorted(
        path.name
        for path in (ROOT / "content").iterdir()
        if path.is_dir() and not path.name.startswith(".") and path.name != INVENTED
    )
)
"""The agencies of content/ that exist."""
AGENCIES = (*REAL, INVENTED)
SIZES = (400, 1600)
"""HTML pages of the generated agencies by which growth is told."""
REALISTIC = 261
"""HTML pages of each of many agencies: 130 in each language, and the page for lost addresses."""
FORMS = {
    "no year": [],
    "4 years": [2566, 2567, 2568, 2569],
    "8 years": list(range(2562, 2570)),
}
"""How many years' ITA forms an agency answers."""

MARK = " ฉบับแก้ไข "
"""Stands in an edited title before how often it was edited."""


class Projects:
    """Makes each project once, below one temporary folder."""

    def __init__(self, place: Path, many: int) -> None:
        self.place = place
        self.makers: dict[str, Callable[[Path], object]] = {
            "repository": lambda folder: copied(folder, AGENCIES),
            "real": lambda folder: copied(folder, REAL),
            "few": lambda folder: several(folder, few(many)),
            "many": lambda folder: several(folder, many),
            "large plan": heavy.large_plan,
            "5,000 purchases": lambda folder: heavy.many_purchases(folder, 5_000),
            "50,000 purchases": lambda folder: heavy.many_purchases(folder, 50_000),
            "large list": lambda folder: heavy.large_list(several(folder, 1)),
        }
        for pages in SIZES:
            self.makers[f"{pages} pages"] = lambda folder, pages=pages: sized(folder, pages)
        for name, years in FORMS.items():
            self.makers[f"ITA of {name}"] = lambda folder, years=years: answering(folder, years)

    def of(self, name: str) -> Path:
        """The folder of a project."""
        folder = self.place / name.replace(" ", "-").replace(",", "")
        if not folder.exists():
            self.makers[name](generated.project(folder))
        return folder


def few(many: int) -> int:
    """How many agencies the many are held against."""
    return max(2, many // 10)


def copied(folder: Path, agencies: tuple[str, ...]) -> None:
    """Agencies of the repository as they are."""
    for agency in agencies:
        shutil.copytree(ROOT / "content" / agency, folder / "content" / agency)


def sized(folder: Path, pages: int) -> None:
    """One generated agency with about so many pages."""
    generated.agency(folder, "generated", pages=pages)


def several(folder: Path, number: int) -> Path:
    """Generated agencies of realistic size, no two alike."""
    for one in range(1, number + 1):
        generated.agency(folder, f"agency-{one:03}", pages=REALISTIC)
    return folder


def answering(folder: Path, years: list[int]) -> None:
    """The largest real agency, which answers the ITA forms of some years."""
    copied(folder, ("luang-nuea",))
    path = folder / "content" / "luang-nuea" / "agency.yml"
    text = re.sub(r"ita_years: .*", f"ita_years: {years}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8", newline="\n")


def cold(folder: Path) -> None:
    """No former site, and nothing that an earlier build kept.

    They are put aside and not deleted: ext4 looks for inodes that were not deleted in the last
    seconds, which was a seventh of the time of a build that followed.
    """
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=folder.parent))
    for name in ("site", ".cache"):
        if (folder / name).exists():
            (folder / name).rename(aside / name)


def edited(path: Path) -> None:
    """Another title for a generated record, which it never had: nothing made of it was kept."""
    record = generated.record(path)
    title, _mark, times = record["title"]["th"].partition(MARK)
    record["title"]["th"] = f"{title}{MARK}{int(times or 0) + 1}"
    generated.write_record(path, record)

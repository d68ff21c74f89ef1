"""`bench --country`: what all local administrative organizations would cost, from the measured parts.

Some generated agencies of realistic size are built together, cold, unchanged and after an edit. What one
of them takes is multiplied; nothing is measured at the size of the country.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.cases import ONE_OF_MANY, Case, edit
from tests.bench.measured import Figure
from tests.bench.projects import Projects, cold, few
from tests.bench.table import measured

if TYPE_CHECKING:
    from pathlib import Path

AGENCIES = 7_850
"""Local administrative organizations of Thailand, as the plans in content/ count them."""
EDITED = 0.05
"""Share of the agencies that change something on a day: an assumption, not a figure."""
MACHINES = (2, 16, 64)
"""Cores of a machine."""
GIB = 1024**3
RUNS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What the country takes, on one machine of so many cores."""

    what: str
    cores: int
    cpu_h: float
    wall_h: float


def country(place: Path, many: int) -> list[Figure | Cost]:
    """Measure the parts, and multiply."""
    number = few(many)
    folder = Projects(place, many).of("few")
    every = ("build", "--all")
    whole = measured(Case(f"{number} agencies, cold", "few", every, cold), folder, RUNS)
    same = measured(Case(f"{number} agencies, nothing changed", "few", every), folder, RUNS)
    one = measured(
        Case(f"{number} agencies, one edited", "few", every, edit(ONE_OF_MANY)), folder, RUNS
    )
    busy = whole.cpu_s / whole.wall_s / (os.cpu_count() or 1)
    print(*(figure for figure in (whole, same, one)), sep="\n")
    print(f"cores kept busy by a cold build of all: {busy:.0%}")
    unchanged, edited = same.cpu_s / number, one.cpu_s - same.cpu_s * (number - 1) / number
    seconds = {
        "from nothing, or after a new version": AGENCIES * whole.cpu_s / number,
        f"after a day on which {EDITED:.0%} edited": AGENCIES * (EDITED * edited + (1 - EDITED) * unchanged),
        "one agency's edit, its own build alone": edited,
    }  # fmt: skip
    costs = [
        Cost(what, cores, round(cpu / 3600, 4), round(cpu / 3600 / cores / busy, 4))
        for what, cpu in seconds.items()
        for cores in MACHINES
    ]
    for cost in costs:
        print(f"{AGENCIES:,} agencies, {cost.what}, {cost.cores} cores: {cost.cpu_h:.2f} CPU h, {cost.wall_h:.2f} h")  # fmt: skip
    for name in ("content", "site", ".cache"):
        files, size = _held(folder / name)
        print(f"{AGENCIES:,} × {name}: {size / number * AGENCIES / GIB:.0f} GiB on disk, {files / number * AGENCIES / 1e6:.1f} million files")  # fmt: skip
    print(f"memory: {whole.peak_mib:.0f} MiB for each core")
    return [whole, same, one, *costs]


def _held(folder: Path) -> tuple[int, int]:
    """Files below a folder and what they take of the disk; a file that stands in two places once."""
    found = {path.stat().st_ino: path.stat() for path in folder.rglob("*") if path.is_file()}
    blocks = [getattr(state, "st_blocks", -(-state.st_size // 512)) for state in found.values()]
    return len(found), 512 * sum(blocks)

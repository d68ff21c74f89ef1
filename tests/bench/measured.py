"""What a whole process takes, the median of several, and how that is told."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = (sys.executable, "-m", "generator")
OURS = {**os.environ, "PYTHONPATH": str(ROOT)}
"""The package of the folder that this file lies in is measured, whichever is installed."""
WATCHER = Path(__file__).parent / "watcher.py"
HEAD = f"{'case':44} {'CPU s':>8} {'wall s':>8} {'peak MiB':>9} {'pages':>7} {'runs':>5}"


@dataclass(frozen=True, slots=True)
class Taken:
    """One run of a command."""

    cpu_s: float
    """User and system time of the command and every process that it started."""
    wall_s: float
    peak_mib: float
    """Of its largest process."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A case: the median of its runs."""

    case: str
    cpu_s: float
    wall_s: float
    peak_mib: float
    pages: int
    """HTML files that stand in the site afterwards; 0 where none is made."""
    runs: int
    cpu_least: float
    cpu_most: float

    def __str__(self) -> str:
        return (
            f"{self.case:44} {self.cpu_s:8.2f} {self.wall_s:8.2f} {self.peak_mib:9.1f}"
            f" {self.pages:7} {self.runs:5}"
        )


def run(command: list[str], folder: Path) -> Taken:
    """Run a command to its end; a broken one ends the bench with what it said."""
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(WATCHER), *command],
        cwd=folder,
        env=OURS,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return Taken(*(float(part) for part in done.stdout.split()))


def figure(case: str, taken: list[Taken], pages: int) -> Figure:
    """The median of some runs."""
    cpu = [one.cpu_s for one in taken]
    return Figure(
        case=case,
        cpu_s=round(statistics.median(cpu), 3),
        wall_s=round(statistics.median(one.wall_s for one in taken), 3),
        peak_mib=round(statistics.median(one.peak_mib for one in taken), 1),
        pages=pages,
        runs=len(taken),
        cpu_least=round(min(cpu), 3),
        cpu_most=round(max(cpu), 3),
    )


def count_pages(folder: Path) -> int:
    """HTML files below a folder."""
    return sum(1 for _ in folder.rglob("*.html"))

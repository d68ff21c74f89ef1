"""`bench --profile`: where the CPU seconds of a cold build go, by phase and by function."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measured import COMMAND, OURS, ROOT, Taken, run
from tests.bench.projects import SIZES, Projects, cold

PACKAGE = str(ROOT / "generator") + os.sep
SAMPLER = Path(__file__).parent / "sampled"
TOLD = 25
"""How many functions are named."""
PHASES = {
    "cache": "what is kept between builds",
    "source": "read YAML",
    "load": "records from what was read",
    "attachments": "clean attached files",
    "checks": "checks",
    "inspection": "checks",
    "prose": "hand-written pages",
    "disclosure_control": "small counts",
    "published": "small counts",
    "coverage": "ITA coverage",
    "proofs": "ITA coverage",
    "edition": "ITA coverage",
    "fingerprint": "fingerprints",
    "pages/frame": "frame",
    "site/theme": "frame",
    "pages": "pages from data",
    "templates": "render",
    "render": "render",
    "typography": "render",
    "search": "search index",
    "exports": "exports",
    "site/book": "pages from data",
    "site/card": "pictures",
    "site/drawn_card": "pictures",
    "privacy": "search for personal data",
    "seal": "seal",
    "building": "write and swap",
    "disk": "write and swap",
    "building/second_process": "between two processes",
}
"""What a module below generator/ does; the innermost that is named here has the time.

Modules that all others use (words, formats, values) are not named: their time is their caller's.
"""
IMPORTS, GARBAGE, REST = "start and imports", "other", "the rest"


@dataclass(frozen=True, slots=True)
class Share:
    """CPU seconds of a phase of a cold build."""

    pages: int
    phase: str
    seconds: float
    share: float


def profiled(place: Path) -> list[Share]:
    """The phases of a cold build at each size."""
    projects = Projects(place, many=1)
    found: list[Share] = []
    for pages in SIZES:
        folder = projects.of(f"{pages} pages")
        samples = place / f"samples-{pages}"
        samples.mkdir()
        plain = _build(folder)
        _sampled(folder, samples)
        found += _told(samples, pages, plain)
    return found


def _build(folder: Path) -> Taken:
    command = [*COMMAND, "build", "generated"]
    for _ in range(2):
        cold(folder)
        taken = run(command, folder)
    return taken


def _sampled(folder: Path, samples: Path) -> None:
    cold(folder)
    where = os.pathsep.join((str(SAMPLER), OURS["PYTHONPATH"]))
    environment = {**OURS, "PYTHONPATH": where, "BENCH_SAMPLES": str(samples)}
    command = [*COMMAND, "build", "generated"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def _told(samples: Path, pages: int, plain: Taken) -> list[Share]:
    phases: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    processes = sorted(samples.glob("*.json"))
    for path in processes:
        for stack, seconds in json.loads(path.read_text(encoding="utf-8")):
            phases[phase(stack)] += seconds
            functions[_innermost(stack)] += seconds
    total = sum(phases.values())
    print(
        f"\n{pages} pages, cold: {plain.cpu_s:.2f} CPU s, {plain.wall_s:.2f} wall s, {plain.peak_mib:.0f} MiB;"
        f" sampled {total:.2f} CPU s in {len(processes)} process(es)"
    )
    for name, seconds in phases.most_common():
        print(f"  {name:30} {seconds:7.2f} s {seconds / total:6.1%}")
    print("  by function, without what it calls of ours:")
    for name, seconds in functions.most_common(TOLD):
        print(f"    {seconds:7.2f} s {seconds / total:6.1%}  {name}")
    return [
        Share(pages, name, round(seconds, 3), round(seconds / total, 4))
        for name, seconds in phases.most_common()
    ]


def phase(stack: list[str]) -> str:
    """The phase of open calls, innermost first."""
    if any(call.startswith("<frozen importlib") for call in stack):
        return IMPORTS
    for call in stack:
        path = call.rpartition(":")[0]
        if f"{os.sep}theme{os.sep}" in path and path.endswith(".html"):
            return PHASES["site/theme"]
        if path.startswith(PACKAGE):
            inner = Path(path.removeprefix(PACKAGE)).with_suffix("").as_posix()
            named = PHASES.get(inner) or PHASES.get(inner.partition("/")[0])
            if named:
                return named
    return REST


def _innermost(stack: list[str]) -> str:
    """The innermost function of ours, or of a template of ours."""
    for call in stack:
        path, _, name = call.rpartition(":")
        if path.startswith(str(ROOT)) and "site-packages" not in path:
            return f"{Path(path).relative_to(ROOT).as_posix()} {name}"
        if path.endswith(".html"):
            return f"{Path(path).parent.name}/{Path(path).name} {name}"
    return stack[0].rpartition("/")[2] if stack else ""

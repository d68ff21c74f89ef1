"""Lighthouse on the main pages of two agencies, as a phone on a slow line meets them.

Its own limits are not ours: everything but speed must be perfect. A page that comes out too slow is
measured twice again and the middle one counts, for another program on the machine slows it too.
Lighthouse comes from npm (`tests/audit/node`), Chromium is the one that the tests use.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import manage
from tests.audit.findings import Findings, Violation
from tests.audit.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.audit.parts import Audit
    from tests.audit.sites import BuiltPage, Sites

NAME = "lighthouse"
PROGRAM = Path(__file__).parent / "node" / "node_modules" / "lighthouse" / "cli" / "index.js"
WANTED = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
"""Points of 100 (issue: the reader's site)."""
KINDS = ("home.html", "plan.html", "item.html", "procurement.html", "ita.html")
"""Of each the largest page of an agency in each language."""
AGENCIES = ("phetchaburi-pao", "example-sao")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
PATIENCE = 180
"""Seconds for one page."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What Lighthouse says of a page: points, and what it found wrong."""

    points: dict[str, int]
    wrong: tuple[str, ...]


def missing() -> str:
    """What it lacks on this computer; empty if it can run."""
    if not PROGRAM.exists():
        return "Lighthouse is not installed: npm is needed, then run python3 manage.py audit"
    if not shutil.which("node"):
        return "node is needed"
    return "" if manage.chromium() else "Chromium is needed: apt install chromium"


def chosen(sites: Sites) -> Iterator[BuiltPage]:
    """The pages that are judged: of each kind the largest."""
    groups: dict[tuple[str, ...], list[BuiltPage]] = {}
    for page in sites.pages:
        agency = page.address.partition("/")[0]
        if agency in AGENCIES and page.kind in KINDS:
            groups.setdefault((agency, page.kind, page.lang), []).append(page)
    for key in sorted(groups, key=lambda k: (k[0], KINDS.index(k[1]), k[2])):
        yield max(groups[key], key=lambda page: (sites.folder / page.address).stat().st_size)


def judged(address: str) -> Judged:
    """One page, once."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as place:
        answer = Path(place) / "answer.json"
        command = ["node", str(PROGRAM), address, "--quiet", "--no-enable-error-reporting"]
        command += ["--output", "json", "--output-path", str(answer)]
        command += ["--only-categories", ",".join(WANTED), f"--chrome-flags={FLAGS}"]
        subprocess.run(
            command,
            env={**os.environ, "CHROME_PATH": manage.chromium() or ""},
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
        return _read(json.loads(answer.read_text(encoding="utf-8")))


def _read(answer: dict[str, Any]) -> Judged:
    if error := answer.get("runtimeError"):
        raise RuntimeError(error["message"])
    points = {name: round(100 * answer["categories"][name]["score"]) for name in WANTED}
    counted = {
        audit["id"]
        for name in WANTED
        for audit in answer["categories"][name]["auditRefs"]
        if audit["weight"]
    }
    wrong = tuple(
        f"{name} {audit.get('displayValue', '')}".strip()
        for name, audit in answer["audits"].items()
        if name in counted and audit["score"] is not None and audit["score"] < 0.9
    )
    return Judged(points, wrong)


def fairly_judged(address: str) -> Judged:
    """One page; thrice and the middle one, if it seems too slow."""
    first = judged(address)
    if first.points["performance"] >= WANTED["performance"]:
        return first
    three = [first, judged(address), judged(address)]
    middle = statistics.median_low(one.points["performance"] for one in three)
    return next(one for one in three if one.points["performance"] == middle)


def run(audit: Audit) -> list[Findings]:
    """Each chosen page, one after the other: two at once would slow each other."""
    findings = Findings(NAME, skipped=missing())
    if findings.skipped or not audit.whole:
        findings.skipped = findings.skipped or "only the whole audit takes the minutes"
        return [findings]
    pages = list(chosen(audit.sites))
    findings.looked_at = f"{len(pages)} pages, mobile, throttled"
    with serving(audit.sites.folder) as base:
        for page in pages:
            one = fairly_judged(base + page.address.removesuffix("index.html"))
            findings.figures[page.address] = ", ".join(f"{k} {v}" for k, v in one.points.items())
            findings.violations += _short(page, one)
    return [findings]


def _short(page: BuiltPage, one: Judged) -> Iterator[Violation]:
    for name, wanted in WANTED.items():
        if one.points[name] < wanted:
            what = f"{one.points[name]} of {wanted} wanted; {', '.join(one.wrong)}"
            yield Violation(name, page.address, what)

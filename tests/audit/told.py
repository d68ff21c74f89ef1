"""An audit's findings for people and for programs: lines, one table at the end, JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.audit.findings import Findings, Violation

FEW = 5
"""Pages that are named for each thing that is wrong; the JSON file names all."""


def lines(findings: Findings) -> Iterable[str]:
    """What a part found, with a few places for each sort of violation."""
    yield f"\n{findings.part}: {findings.looked_at}"
    for name, value in findings.figures.items():
        yield f"  {name:52} {value}"
    if findings.skipped:
        yield f"  NOT DONE: {findings.skipped}"
    sorts: dict[tuple[str, str], list[Violation]] = defaultdict(list)
    for one in findings.violations:
        sorts[one.rule, one.what].append(one)
    for (rule, what), places in sorts.items():
        yield f"  ✗ {rule}: {what}"
        yield from (f"      {one.page} {one.mode}".rstrip() for one in places[:FEW])
        if len(places) > FEW:
            yield f"      and {len(places) - FEW} more"


def table(every: list[Findings]) -> Iterable[str]:
    """One line for each part: what was looked at, how long it took, what is wrong."""
    yield f"\n{'part':14} {'looked at':64} {'seconds':>8}  result"
    for one in every:
        wrong = f"{len(one.violations)} violations" if one.violations else "ok"
        result = "NOT DONE" if one.skipped else wrong
        yield f"{one.part:14} {one.looked_at[:64]:64} {one.seconds:8.0f}  {result}"


def written(every: list[Findings]) -> str:
    """All of it as JSON."""
    return json.dumps([asdict(one) for one in every], ensure_ascii=False, indent=1) + "\n"

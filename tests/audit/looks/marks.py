"""Marks of charts stand out from their ground, 3 to 1, in every scheme (WCAG 1.4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import FORCED, LIGHT_DESK, MODES

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "marks"
WHAT = "marks of charts 3:1, words 4.5:1, in every scheme"
THOROUGH = False
SCHEMES = (*(m for m in MODES if m.width == LIGHT_DESK.width), *FORCED)


def look(visit: Visit) -> list[Violation]:
    """Every chart in each set of colours on a page of each kind, elsewhere in the one whose turn it is."""
    found: list[Violation] = []
    if not visit.page.locator("svg[role=img]").count():
        return found
    for mode in SCHEMES if visit.thorough else (SCHEMES[visit.built.share % len(SCHEMES)],):
        visit.look_as(mode)
        found += visit.violations(visit.ask("marks"))
    return found

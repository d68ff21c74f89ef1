"""With the reader's own colours nothing vanishes: links, buttons, fields, what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import FORCED

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "forced"
WHAT = "forced colours: nothing vanishes"
THOROUGH = False


def look(visit: Visit) -> list[Violation]:
    """Light and dark forced colours, on a desk and on a phone."""
    found: list[Violation] = []
    for mode in FORCED if visit.thorough else FORCED[visit.built.share % 2 :][:1]:
        visit.look_as(mode)
        found += visit.violations(visit.ask("forced"))
    return found

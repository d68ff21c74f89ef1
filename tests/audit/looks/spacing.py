"""With the spacing of words that WCAG 1.4.12 lets readers set, nothing is cut off or overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import LIGHT_DESK, LIGHT_PHONE

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "spacing"
WHAT = "text spacing (1.4.12): nothing cut, no overlap"
THOROUGH = False


def look(visit: Visit) -> list[Violation]:
    """On a phone, and on a desk for a page of each kind."""
    found: list[Violation] = []
    for mode in (LIGHT_PHONE, LIGHT_DESK) if visit.thorough else (LIGHT_PHONE,):
        visit.look_as(mode)
        found += visit.violations(visit.ask("spacing"))
    return found

"""At 400 % of a desk's window nothing runs over the edge but tables in scrollers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import HEIGHT, LIGHT_DESK, LIGHT_PHONE

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "reflow"
WHAT = "320 × 256 (400 %) and 1280: nothing over the edge"
THOROUGH = False
ZOOMED = 256
"""CSS pixels of height that a window of 1280 × 1024 has left at 400 %."""
SIGHTS = ((LIGHT_PHONE, ZOOMED), (LIGHT_DESK, HEIGHT))


def look(visit: Visit) -> list[Violation]:
    """The page zoomed, and on a desk; where each page is looked at once, as its turn is."""
    found: list[Violation] = []
    for mode, height in SIGHTS if len(visit.modes) > 1 else SIGHTS[visit.built.share % 2 :][:1]:
        visit.look_as(mode, height)
        found += visit.violations(visit.ask("reflow"))
    return found

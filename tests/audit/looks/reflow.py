"""At 400 % of a desk's window nothing runs over the edge but tables in scrollers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import LIGHT_DESK, LIGHT_PHONE

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "reflow"
WHAT = "320 × 256 (400 %) and 1280: nothing over the edge"
THOROUGH = False
ZOOMED = 256
"""CSS pixels of height that a window of 1280 × 1024 has left at 400 %."""


def look(visit: Visit) -> list[Violation]:
    """The page zoomed, and on a desk."""
    visit.look_as(LIGHT_PHONE, ZOOMED)
    found = visit.violations(visit.ask("reflow"))
    visit.look_as(LIGHT_DESK)
    return found + visit.violations(visit.ask("reflow"))

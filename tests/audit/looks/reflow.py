"""Nothing runs over the edge but tables in scrollers of their own: zoomed, on a desk, and between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import HEIGHT, LIGHT_DESK, LIGHT_PHONE, TIGHTEST

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "reflow"
WHAT = "320 × 256 (400 %), 689, 1025 and 1280: nothing over the edge"
THOROUGH = False
ZOOMED = 256
"""CSS pixels of height that a window of 1280 × 1024 has left at 400 %."""
SIGHTS = (
    (LIGHT_PHONE, ZOOMED),
    (LIGHT_DESK, HEIGHT),
    *((mode, HEIGHT) for mode in TIGHTEST),
)


def look(visit: Visit) -> list[Violation]:
    """The page in each sight; where each page is looked at once, in two of them, as its turn is."""
    found: list[Violation] = []
    for mode, height in SIGHTS if len(visit.modes) > 1 else SIGHTS[visit.built.share % 2 :: 2]:
        visit.look_as(mode, height)
        found += visit.violations(visit.ask("reflow"))
    return found

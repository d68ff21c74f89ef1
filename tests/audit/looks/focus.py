"""Whatever can be used can be reached by the keyboard, and shows that it was reached, 3 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import FORCED, LIGHT_DESK, LIGHT_PHONE, MODES

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "focus"
WHAT = "every control takes the focus and shows it, 3:1"
THOROUGH = False
SCHEMES = (LIGHT_DESK, LIGHT_PHONE, *(m for m in MODES if m.colours_only), *FORCED)


def look(visit: Visit) -> list[Violation]:
    """Each stop in each set of colours on a page of each kind, elsewhere in the one whose turn it is."""
    found: list[Violation] = []
    for mode in SCHEMES if visit.thorough else (SCHEMES[visit.built.share % len(SCHEMES)],):
        visit.look_as(mode)
        visit.page.keyboard.press("Tab")
        found += visit.violations(visit.ask("focus"))
    return found

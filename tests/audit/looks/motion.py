"""Who asked for less motion sees none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import LIGHT_DESK

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "motion"
WHAT = "reduced motion: nothing moves"
THOROUGH = True


def look(visit: Visit) -> list[Violation]:
    """Transitions, animations, smooth scrolling of any element or its before and after."""
    visit.look_as(LIGHT_DESK)
    return visit.violations(visit.ask("motion"))

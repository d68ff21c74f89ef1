"""axe-core on the page in each mode: nothing violated, and nothing left open that nobody judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit import judged

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "axe"
WHAT = "axe-core: violations, and what it leaves open"
THOROUGH = False
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ON_SCREENS_ALONE = ("target-size",)
"""Rules about what a finger does; paper is not touched."""
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""Rules of the tags above whose answer follows from colours; boxes and names are those of light."""


def look(visit: Visit) -> list[Violation]:
    """What axe finds in the modes of the page."""
    found = []
    for mode in visit.modes:
        visit.look_as(mode)
        only = (
            {"type": "rule", "values": OF_COLOURS}
            if mode.colours_only
            else {"type": "tag", "values": TAGS}
        )
        off = ON_SCREENS_ALONE if mode.media == "print" else ()
        told = visit.ask("axe", {"only": only, "off": off, "judged": judged.patterns()})
        found += visit.violations((rule, what) for rule, what in told["wrong"])
        visit.judged.update(told["judged"])
    return found

"""The Tab key itself, on a page of each kind: every stop once, in order, out again; the skip link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.audit.modes import LIGHT_DESK, LIGHT_PHONE

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.modes import Mode
    from tests.audit.visit import Visit

NAME = "tabbing"
WHAT = "Tab reaches every stop, no trap; skip link"
THOROUGH = True
MOST = 400
"""Stops; longer pages repeat the same links."""


def look(visit: Visit) -> list[Violation]:
    """On a desk and on a phone."""
    return [one for mode in (LIGHT_DESK, LIGHT_PHONE) for one in _walked(visit, mode)]


def _walked(visit: Visit, mode: Mode) -> list[Violation]:
    visit.look_as(mode)
    visit.open_again()
    visit.ask("from_top")
    stops = visit.ask("tabbing_begin")
    for _ in range(min(stops, MOST) + 1):
        visit.page.keyboard.press("Tab")
    found = visit.violations(visit.ask("tabbing_end", MOST))
    if visit.page.locator("a.skip").count():
        found += _skipped(visit)
    return found


def _skipped(visit: Visit) -> list[Violation]:
    """The first stop shows itself and leads to the content; the next stop is in it."""
    visit.open_again()
    visit.ask("from_top")
    visit.page.keyboard.press("Tab")
    shown = visit.ask("skip_shown")
    visit.page.keyboard.press("Enter")
    visit.ask("skip_taken")
    visit.page.keyboard.press("Tab")
    return visit.violations([*shown, *visit.ask("skip_led")])

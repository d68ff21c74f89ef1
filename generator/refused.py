"""That nothing is built, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


class Refused(Exception):
    """The data has errors; nothing is built from it."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} problems")
        self.diagnostics = diagnostics


class Lost(Exception):
    """The second process of a build ended before its work was done; the system may have ended it."""

"""What an audit says: figures, what is wrong and where, what it could not look at and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Figure: TypeAlias = "int | float | str"


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that a reader would meet, on one page."""

    rule: str
    """Short name of what is broken: axe's own, or `too-heavy`."""
    page: str
    """Address below the folder of all sites: `example-sao/en/plan/index.html`."""
    what: str
    """What is there, as precisely as can be told: selector, value, limit."""
    mode: str = ""
    """How the page was looked at: `dark 320`; empty where that does not matter."""

    def __str__(self) -> str:
        """One line for a terminal."""
        where = f"{self.page} [{self.mode}]" if self.mode else self.page
        return f"{self.rule}: {where}: {self.what}"


@dataclass(slots=True)
class Findings:
    """What one part of the audit found."""

    part: str
    looked_at: str = ""
    """What was looked at, in words: "1438 pages in 6 modes"."""
    figures: dict[str, Figure] = field(default_factory=dict)
    """Measured values with their units in their names, in the order in which they are told."""
    violations: list[Violation] = field(default_factory=list)
    skipped: str = ""
    """Why it could not be done here; empty if it was done."""
    seconds: float = 0

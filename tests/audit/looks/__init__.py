"""One look at a page in the browser each: a module with a name and a function `look(visit)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tests.audit.looks import (
    axe,
    focus,
    forced,
    languages,
    marks,
    motion,
    policy,
    reflow,
    spacing,
    tabbing,
    traffic,
)

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit


class Look(Protocol):
    """A subject."""

    NAME: str
    WHAT: str
    """What is looked for, for the table."""
    THOROUGH: bool
    """Whether only a page of each kind is looked at, since pages of one kind cannot differ in it."""

    def look(self, visit: Visit) -> list[Violation]:
        """What is wrong with the page."""


LOOKS: tuple[Look, ...] = (
    axe, policy, languages, reflow, marks, forced, motion, focus, spacing, tabbing, traffic,
)  # fmt: skip
"""In this order: the ones that turn the page come late, what the browser said comes last."""

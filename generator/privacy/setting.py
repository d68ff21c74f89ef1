"""Where a text stands, and what is public there."""

from __future__ import annotations

from dataclasses import replace

from generator.frozen import frozen
from generator.privacy.finding import Finding, Kind

CALLED_PUBLIC = frozenset(
    {Kind.PHONE, Kind.EMAIL, Kind.LINE_ID, Kind.ADDRESS, Kind.BANK_ACCOUNT, Kind.NAME}
)
"""Kinds that an agency can declare as its own; a person's number is never among them."""


@frozen
class Setting:
    """What the detectors know about the place of a text."""

    procurement: bool = False
    """Whether it lists suppliers, whose names the law publishes (never their numbers)."""
    declared: frozenset[tuple[Kind, str]] = frozenset()
    """Contacts that the agency publishes as its own, and officials' names."""

    def knows(self, finding: Finding) -> bool:
        """Whether a finding is what the agency declared."""
        return finding.kind in CALLED_PUBLIC and (finding.kind, finding.value) in self.declared

    @property
    def listed(self) -> tuple[tuple[Kind, str], ...]:
        """What is declared, in an order that does not change from one process to the next."""
        return tuple(sorted(self.declared))

    def buying(self) -> Setting:
        """The same agency, in a list of suppliers."""
        return replace(self, procurement=True)


PLAIN = Setting()
"""A text of which nothing is known."""

"""Everything that the pages and files of one agency are made of, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks import contradictions
from generator.coverage import Coverage, coverage
from generator.model.ledger import Ledger
from generator.published import Published, published

if TYPE_CHECKING:
    from generator.checks.contradictions import Contradiction
    from generator.model.disclosure import Disclosure


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A disclosure with its contradictions, its coverage of the ITA forms and its ledgers."""

    disclosure: Disclosure
    contradictions: tuple[Contradiction, ...]
    coverage: tuple[Coverage, ...]
    """One for each year's form that the agency answers, oldest first."""
    published: Published
    """The counts of complaints and gifts as they may be shown."""
    ledgers: tuple[Ledger, ...]
    """One for each fiscal year whose procurement is told, oldest first."""

    @classmethod
    def of(cls, disclosure: Disclosure) -> Edition:
        """The edition of a disclosure that is free of faults."""
        return cls(
            disclosure=disclosure,
            contradictions=contradictions(disclosure),
            coverage=tuple(coverage(disclosure, form) for form in disclosure.answered),
            published=published(disclosure),
            ledgers=tuple(Ledger.of(year) for year in disclosure.procurement),
        )

    def about(self, subject: str) -> tuple[Contradiction, ...]:
        """Contradictions that concern an item, a risk or a node."""
        return tuple(c for c in self.contradictions if c.subject == subject)

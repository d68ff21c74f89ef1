"""Everything that the pages and files of one agency are made of, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.checks import contradictions
from generator.coverage import Coverage, coverage
from generator.model.ledger import Ledger
from generator.published import Published, published

if TYPE_CHECKING:
    from generator.checks.contradictions import Contradiction
    from generator.model.disclosure import Disclosure


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A disclosure that is free of faults, and what follows from it, each worked out when asked for."""

    disclosure: Disclosure
    sizes: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Bytes of each data file by its address, noted when it is made."""

    @classmethod
    def of(cls, disclosure: Disclosure) -> Edition:
        """The edition of a disclosure."""
        return cls(disclosure=disclosure)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What the document says in two ways."""
        return contradictions(self.disclosure)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """One for each year's form that the agency answers, oldest first."""
        return tuple(coverage(self.disclosure, form) for form in self.disclosure.answered)

    @cached_property
    def published(self) -> Published:
        """The counts of complaints and gifts as they may be shown."""
        return published(self.disclosure)

    @cached_property
    def ledgers(self) -> tuple[Ledger, ...]:
        """One for each fiscal year whose procurement is told, oldest first."""
        return tuple(Ledger.of(year) for year in self.disclosure.procurement)

    def worked_out(self) -> Edition:
        """The same with all that follows from it, so that another process need not find it again."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)
        return self

    def about(self, subject: str) -> tuple[Contradiction, ...]:
        """Contradictions that concern an item, a risk or a node."""
        return tuple(c for c in self.contradictions if c.subject == subject)

"""What a site holds of an item of the ITA form, and of each of its elements."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.frozen import frozen

if TYPE_CHECKING:
    from datetime import date

    from generator.model.base import Text
    from generator.model.catalogue import Element, OitItem
    from generator.model.demands import Demand
    from generator.model.eras import Month
    from generator.model.evidence import PersonsCheck, Waiver
    from generator.proofs import Proof


class Status(StrEnum):
    """What the site holds of an item."""

    PUBLISHED = "published"
    INCOMPLETE = "incomplete"
    NOT_PUBLISHED = "not_published"
    NOTHING_TO_REPORT = "nothing_to_report"
    """Whole, and what it says is that there is nothing to report."""
    NOT_APPLICABLE = "not_applicable"
    """The agency states, with a reason and for a time, that the item does not concern it."""
    UNKNOWN = "unknown"
    """No form that was read says what the item demands."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing that the form demands."""
        return self in {Status.PUBLISHED, Status.NOTHING_TO_REPORT}


class Checked(StrEnum):
    """Whether a person found an item right. The generator never says so by itself."""

    NO = "no"
    YES = "yes"
    AGAIN = "again"
    """A person had checked it; data or demand have changed since."""


@frozen(kw_only=True)
class ElementCoverage:
    """An element, or a numbered part of one, with its proof."""

    element: Element
    part: str | None
    """Key of the part; None where the element is one thing."""
    proof: Proof | None

    @property
    def key(self) -> str:
        """Its own key: that of the part, if it is one."""
        return self.part or self.element.key


@frozen(kw_only=True)
class Dates:
    """Four dates of an item that are never mixed; None where a date is not known."""

    as_of: date | None
    """Day that the data is of; of several, the oldest."""
    published: date | None
    """Day of the release that first held something of the item."""
    changed: date | None
    """Day of the release in which its data last changed."""
    due: date | None
    """Next day on which it is due, later than the day that the data is of."""
    due_inferred: bool
    """Whether that day is deduced from other years, and not set by the agency or the form."""


@frozen(kw_only=True)
class ItemCoverage:
    """An item of the form with the proofs of its elements."""

    item: OitItem
    demand: Demand
    elements: tuple[ElementCoverage, ...]
    lacking: tuple[Month, ...]
    """Months of the period to cover that the data says nothing about."""
    waiver: Waiver | None
    nothing: Text | None
    """The public sentence that there is nothing to report."""
    fingerprint: str
    """Changes when the item's data or what is asked for changes, and only then."""
    dates: Dates
    check: PersonsCheck | None
    """The latest check by a person."""

    @property
    def proven(self) -> int:
        """How many of its elements the site holds."""
        return sum(element.proof is not None for element in self.elements)

    @property
    def missing(self) -> tuple[ElementCoverage, ...]:
        """The elements that it does not hold."""
        return tuple(element for element in self.elements if element.proof is None)

    @property
    def status(self) -> Status:
        """All elements, some, or none; unknown where no demand of the item is known."""
        if self.waiver:
            return Status.NOT_APPLICABLE
        if not self.elements:
            return Status.UNKNOWN
        if self.proven == 0:
            return Status.NOT_PUBLISHED
        if self.missing or self.lacking:
            return Status.INCOMPLETE
        return Status.NOTHING_TO_REPORT if self.nothing else Status.PUBLISHED

    @property
    def is_shown(self) -> bool:
        """First light: whether the site holds anything of the item."""
        return self.proven > 0 or self.waiver is not None

    @property
    def is_complete(self) -> bool:
        """Second light: whether it holds all that the catalogue demands."""
        return self.status.is_whole

    @property
    def checked(self) -> Checked:
        """Third light: whether a person found it right as it stands."""
        if self.check is None:
            return Checked.NO
        return Checked.YES if self.check.hash == self.fingerprint else Checked.AGAIN

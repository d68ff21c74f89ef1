"""What a proof is: where an element of the ITA form stands, and how that is known."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.diagnostics import Words
    from generator.model.base import Text
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear, Month

    Prove = Callable[[Disclosure, FiscalYear], "Proof | None"]
    """Looks for an element in the data of a fiscal year, the one that the form wants covered."""
    Months = Callable[[Disclosure, FiscalYear], frozenset[Month]]
    """The months of a fiscal year that the data of a topic covers, "nothing in it" included."""
    Nothing = Callable[[Disclosure, FiscalYear], Text | None]
    """The public sentence that there was nothing to report in a fiscal year, if the data says so."""


class Means(StrEnum):
    """What was looked at to know that an element is there."""

    DATA = "data"
    """Records, which a generated page shows."""
    SECTION = "section"
    """A section of a hand-written page."""
    FILE = "file"
    """A file that is published with the site, and whose text can be read."""
    ADDRESS = "address"
    """An outside address that the agency names; nothing is fetched while building."""
    STATEMENT = "statement"
    """The public sentence that there is nothing to report."""


@frozen
class Proof:
    """Where an element stands on the site, and what was looked at to know it."""

    path: str
    """The page, below its language; for a file its address below the site's root; or an address."""
    anchor: str
    seen: Words
    means: Means = Means.DATA
    as_of: date | None = None
    """Day that the data is of, where the records say it."""
    digest: str = ""
    """Fingerprint of what was looked at; filled in for whoever looks."""

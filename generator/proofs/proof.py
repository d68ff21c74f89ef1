"""What a proof is: a place on the site, and what was looked at to know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Words
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear

    Prove = Callable[[Disclosure, FiscalYear], "Proof | None"]


@dataclass(frozen=True, slots=True)
class Proof:
    """Where an element stands on the site, and what was looked at to know it."""

    path: str
    anchor: str
    seen: Words

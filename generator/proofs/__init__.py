"""What proves an element of the ITA form: one function for each, from the data to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.proofs import plan
from generator.proofs.proof import Proof

if TYPE_CHECKING:
    from generator.proofs.proof import Prove

__all__ = ["PROOFS", "Proof"]

PROOFS: dict[tuple[str, str], Prove] = {**plan.PROOFS}
"""By topic and key of element or part: both stay when the codes of the form move."""

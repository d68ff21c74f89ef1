"""What proves an element of the ITA form: one function for each, from the data to a page.

One module for each subject, with a map `PROOFS`: (topic, key of element or part) → function. Both
keys stay when the codes of the form move. A subject that is told by month also has `MONTHS`: topic →
the months that its data covers, against which the period of an item is held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.proofs import contact, plan, risk
from generator.proofs.proof import Means, Proof

if TYPE_CHECKING:
    from generator.proofs.proof import Months, Prove

__all__ = ["MONTHS", "PROOFS", "Means", "Proof"]

PROOFS: dict[tuple[str, str], Prove] = {**contact.PROOFS, **plan.PROOFS, **risk.PROOFS}
"""By topic and key of element or part."""
MONTHS: dict[str, Months] = {}
"""By topic; a topic that is not told by month is not among them."""

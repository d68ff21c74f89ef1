"""The maps of all subjects, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.proofs import contact, plan, risk

if TYPE_CHECKING:
    from generator.proofs.proof import Months, Nothing, Prove

PROOFS: dict[tuple[str, str], Prove] = {**contact.PROOFS, **plan.PROOFS, **risk.PROOFS}
"""By topic and key of element or part."""
MONTHS: dict[str, Months] = {}
"""By topic; a topic that is not told by month is not among them."""
NOTHING: dict[str, Nothing] = {}
"""By topic; of the others the agency's own statement in `evidence.yml` says it."""
ASKED_TO_SAY_NOTHING = frozenset(
    {
        "complaint-statistics", "no-gift-report", "procurement-list", "procurement-monthly",
        "procurement-progress", "property-received", "service-statistics",
    }
)  # fmt: skip
"""Topics of which a form asks to state where there was nothing (กรณีไม่มี … ให้ระบุว่าไม่มี)."""

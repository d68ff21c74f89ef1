"""The maps of all subjects, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.proofs import complaints, contact, gifts, news, plan, procurement, risk, written

if TYPE_CHECKING:
    from generator.proofs.proof import Months, Nothing, Prove

PROOFS: dict[tuple[str, str], Prove] = {
    **contact.PROOFS,
    **news.PROOFS,
    **plan.PROOFS,
    **risk.PROOFS,
    **procurement.PROOFS,
    **complaints.PROOFS,
    **gifts.PROOFS,
    **written.PROOFS,
}
"""By topic and key of element or part."""
MONTHS: dict[str, Months] = {
    **procurement.MONTHS,
    **complaints.MONTHS,
    **gifts.MONTHS,
    **written.MONTHS,
}
"""By topic; a topic that is not told by month is not among them."""
NOTHING: dict[str, Nothing] = {**procurement.NOTHING, **complaints.NOTHING, **gifts.NOTHING}
"""By topic; of the others the agency's own statement in `evidence.yml` says it."""

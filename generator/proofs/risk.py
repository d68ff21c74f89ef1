"""The assessment of corruption risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.proofs.proof import Proof

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.risk import RiskAssessment
    from generator.proofs.proof import Prove


def _assessed(disclosure: Disclosure, year: FiscalYear) -> RiskAssessment | None:
    """The risk assessment, if its plan covers the year of the form and it names a risk."""
    risk = disclosure.risk
    return risk if risk and risk.risks and year in disclosure.plan.fiscal_years else None


def _events(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    risk = _assessed(disclosure, year)
    if risk is None or not all(r.events for r in risk.risks):
        return None
    number = len(risk.risks)
    return Proof("risk", "risks", Words(f"ความเสี่ยง {number} เรื่อง", f"{number} risks"))


def _levels(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    risk = _assessed(disclosure, year)
    if risk is None:
        return None
    return Proof("risk", "risks", Words("ระดับของทุกความเสี่ยง", "the level of every risk"))


def _controls(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    risk = _assessed(disclosure, year)
    if risk is None or not all(r.controls for r in risk.risks):
        return None
    number = sum(len(r.controls) for r in risk.risks)
    return Proof("risk", "risks", Words(f"มาตรการ {number} ข้อ", f"{number} control measures"))


PROOFS: dict[tuple[str, str], Prove] = {
    ("risk-assessment", "risk-events"): _events,
    ("risk-assessment", "risk-levels"): _levels,
    ("risk-assessment", "measures"): _controls,
}

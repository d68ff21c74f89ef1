"""The assessment of corruption risks."""

from __future__ import annotations

import re
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


AREAS = {
    "approval": re.compile("อนุมัติ|อนุญาต"),
    "power": re.compile("ใช้อำนาจ|ให้บริการ|ตำแหน่งหน้าที่|บังคับใช้กฎหมาย"),
    "procurement": re.compile("จัดซื้อ|จัดจ้าง|พัสดุ|ตรวจรับ"),
    "personnel": re.compile("บริหารงานบุคคล|บุคลากร|สรรหา|บรรจุ|แต่งตั้ง|เลื่อนขั้น|โอนย้าย"),
}
"""Words of its field or step by which a risk is known to lie in one of the four areas that the form of 2568 names."""


def _whole(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Events, levels and measures, in all four areas that a local body must cover."""
    risk = _assessed(disclosure, year)
    parts = (_events, _levels, _controls)
    if risk is None or not all(prove(disclosure, year) for prove in parts):
        return None
    fields = {field.number: field.title.th for field in risk.fields}
    told = [f"{fields.get(r.field or 0, '')} {r.step.th}" for r in risk.risks]
    if not all(any(words.search(text) for text in told) for words in AREAS.values()):
        return None
    number = len(risk.risks)
    return Proof(
        "risk",
        "risks",
        Words(
            f"ความเสี่ยง {number} เรื่อง ครบ 4 ด้าน พร้อมระดับและมาตรการ",
            f"{number} risks in all four areas, with level and measures",
        ),
    )


PROOFS: dict[tuple[str, str], Prove] = {
    ("risk-assessment", "risk-events"): _events,
    ("risk-assessment", "risk-levels"): _levels,
    ("risk-assessment", "measures"): _controls,
    ("risk-assessment", "assessment"): _whole,
}

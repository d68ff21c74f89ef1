"""Proofs from the plan, the risks and the contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.model.plan import DocumentType
from generator.proofs.proof import Proof

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item
    from generator.model.risk import RiskAssessment
    from generator.proofs.proof import Prove


def _plans(disclosure: Disclosure, year: FiscalYear) -> bool:
    """Whether there is a plan, not a report, that covers the year of the form."""
    plan = disclosure.plan
    return plan.type is not DocumentType.RESULT_REPORT and year in plan.fiscal_years


def _assessed(disclosure: Disclosure, year: FiscalYear) -> RiskAssessment | None:
    """The risk assessment, if its plan covers the year of the form and it names a risk."""
    risk = disclosure.risk
    return risk if risk and risk.risks and year in disclosure.plan.fiscal_years else None


def _items_of(disclosure: Disclosure, year: FiscalYear) -> list[Item]:
    """The plan's items; of a plan made of annual plans, those of the year."""
    if disclosure.plan.type is DocumentType.ANNUAL_PLANS:
        return [item for item in disclosure.items if item.rows_of(year)]
    return list(disclosure.items)


def _plan_items(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    number = len(_items_of(disclosure, year))
    if not number or not _plans(disclosure, year):
        return None
    return Proof("plan", "items", Words(f"{number} รายการในแผน", f"{number} items in the plan"))


def _plan_budget(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    items = _items_of(disclosure, year)
    known = sum(year in item.allocations(disclosure.years) for item in items)
    if not _plans(disclosure, year) or known < max(1, len(items)):
        return None
    return Proof(
        "plan",
        "budget",
        Words(
            f"งบประมาณปี {int(year)} ครบ {known} รายการ",
            f"budget of {int(year)} of all {known} items",
        ),
    )


def _plan_period(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    items = _items_of(disclosure, year)
    known = sum(bool(item.period or item.schedule) for item in items)
    if not _plans(disclosure, year) or known < max(1, len(items)):
        return None
    return Proof(
        "plan", "items", Words(f"ระยะเวลาครบ {known} รายการ", f"period of all {known} items")
    )


def _plan_in_force(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    span = disclosure.plan.fiscal_years
    if not _plans(disclosure, year):
        return None
    text = f"{int(span.from_)}–{int(span.to)}"
    return Proof(
        "plan",
        "",
        Words(f"แผนปี {text} ครอบคลุมปี {int(year)}", f"the plan {text} covers {int(year)}"),
    )


def _whole_plan(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    parts = (_plan_items, _plan_budget, _plan_period, _plan_in_force)
    if not all(prove(disclosure, year) for prove in parts):
        return None
    number = len(_items_of(disclosure, year))
    return Proof(
        "plan",
        "items",
        Words(
            f"{number} รายการ งบประมาณ และระยะเวลา ครอบคลุมปี {int(year)}",
            f"{number} items with budget and period, covering {int(year)}",
        ),
    )


def _risk_events(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    risk = _assessed(disclosure, year)
    if risk is None or not all(r.events for r in risk.risks):
        return None
    number = len(risk.risks)
    return Proof("risk", "risks", Words(f"ความเสี่ยง {number} เรื่อง", f"{number} risks"))


def _risk_levels(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    risk = _assessed(disclosure, year)
    if risk is None:
        return None
    return Proof("risk", "risks", Words("ระดับของทุกความเสี่ยง", "the level of every risk"))


def _risk_controls(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    risk = _assessed(disclosure, year)
    if risk is None or not all(r.controls for r in risk.risks):
        return None
    number = sum(len(r.controls) for r in risk.risks)
    return Proof("risk", "risks", Words(f"มาตรการ {number} ข้อ", f"{number} control measures"))


def _phone(disclosure: Disclosure, _year: FiscalYear) -> Proof | None:
    if not any(contact.phone for contact in disclosure.agency.contacts):
        return None
    return Proof("contact", "", Words("โทรศัพท์", "telephone"))


def _email(disclosure: Disclosure, _year: FiscalYear) -> Proof | None:
    if not any(contact.email for contact in disclosure.agency.contacts):
        return None
    return Proof("contact", "", Words("อีเมล", "e-mail"))


def _results(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    reported = sum(bool(item.result_summary) for item in disclosure.items)
    if year not in disclosure.plan.fiscal_years or reported < max(1, len(disclosure.items)):
        return None
    return Proof(
        "plan",
        "items",
        Words(f"ผลการดำเนินการ {reported} มาตรการ", f"results of {reported} measures"),
    )


PROOFS: dict[tuple[str, str], Prove] = {
    ("contact", "telephone"): _phone,
    ("contact", "email"): _email,
    ("risk-assessment", "risk-events"): _risk_events,
    ("risk-assessment", "risk-levels"): _risk_levels,
    ("risk-assessment", "measures"): _risk_controls,
    ("action-plan", "projects"): _plan_items,
    ("action-plan", "budget"): _plan_budget,
    ("action-plan", "timeframe"): _plan_period,
    ("action-plan", "in-force"): _plan_in_force,
    ("action-plan", "plan"): _whole_plan,
    ("integrity-measures-report", "results"): _results,
}

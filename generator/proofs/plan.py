"""The plan against corruption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.model.plan import DocumentType
from generator.proofs.proof import Proof

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item
    from generator.proofs.proof import Prove


def _plans(disclosure: Disclosure, year: FiscalYear) -> bool:
    """Whether there is a plan, not a report, that covers the year of the form."""
    plan = disclosure.plan
    return plan.type is not DocumentType.RESULT_REPORT and year in plan.fiscal_years


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
            f"budget of B.E. {int(year)} of all {known} items",
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
        Words(
            f"แผนปี {text} ครอบคลุมปี {int(year)}", f"the plan of B.E. {text} covers B.E. {int(year)}"
        ),
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
            f"{number} items with budget and period, covering B.E. {int(year)}",
        ),
    )


PROOFS: dict[tuple[str, str], Prove] = {
    ("action-plan", "projects"): _plan_items,
    ("action-plan", "budget"): _plan_budget,
    ("action-plan", "timeframe"): _plan_period,
    ("action-plan", "in-force"): _plan_in_force,
    ("action-plan", "plan"): _whole_plan,
}

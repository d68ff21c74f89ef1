"""What a target asks for, in words and with what it counts: at least 80 percent, 4 times a year."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from generator import formats
from generator.cache.once import once
from generator.model.base import Operator, TargetUnit

if TYPE_CHECKING:
    from generator.wording import Wording


class Aimed(Protocol):
    """A target, wherever it is set."""

    @property
    def operator(self) -> Operator:
        """How a value compares."""

    @property
    def value(self) -> Decimal | None:
        """The value, where the operator needs one."""

    @property
    def upper(self) -> Decimal | None:
        """The end of a range."""

    @property
    def unit(self) -> TargetUnit | None:
        """What the value counts."""


def target_value(_: Wording, target: Aimed) -> str:
    """At least 80 percent · to decrease. A unit before its number (ร้อยละ) joins the word before it."""
    if not target.operator.needs_value:
        return {Operator.DECREASE: _("to decrease"), Operator.INCREASE: _("to increase")}[
            target.operator
        ]
    value = formats.number(target.value or Decimal(0))
    upper = formats.number(target.upper or Decimal(0))
    counted = _unit(_, target.unit, value)
    ends = _unit(_, target.unit, f"{value}–{upper}")
    said = {
        Operator.AT_LEAST: _("at least {value}", value=counted),
        Operator.MORE_THAN: _("more than {value}", value=counted),
        Operator.EXACTLY: counted,
        Operator.AT_MOST: _("at most {value}", value=counted),
        Operator.LESS_THAN: _("less than {value}", value=counted),
        Operator.BETWEEN: ends,
        Operator.FROM_TO: _("from {value}", value=ends),
        Operator.DECREASE_BY: _("decrease by {value}", value=counted),
        Operator.DECREASE_BY_AT_LEAST: _("decrease by at least {value}", value=counted),
        Operator.INCREASE_BY: _("increase by {value}", value=counted),
        Operator.INCREASE_BY_AT_LEAST: _("increase by at least {value}", value=counted),
    }[target.operator]
    before = _("{n} percent").partition("{n}")[0]
    return said.replace(f" {before}", before) if before else said


def _unit(_: Wording, unit: TargetUnit | None, value: str) -> str:
    """A number with what it counts."""
    if unit is None:
        return value
    one, many = _units(_)[unit]
    return (one if value == "1" else many).replace("{n}", value)


@once
def _units(_: Wording) -> dict[TargetUnit, tuple[str, str]]:
    """Each unit for one and for many."""
    return {
        TargetUnit.PERCENT: (_("{n} percent"), _("{n} percent")),
        TargetUnit.SCORE: (_("{n} point"), _("{n} points")),
        TargetUnit.RANK: (_("rank {n}"), _("rank {n}")),
        TargetUnit.PERSON: (_("{n} person"), _("{n} people")),
        TargetUnit.TIMES: (_("{n} time"), _("{n} times")),
        TargetUnit.TIMES_PER_YEAR: (_("{n} time a year"), _("{n} times a year")),
        TargetUnit.TIMES_PER_QUARTER: (_("{n} time a quarter"), _("{n} times a quarter")),
        TargetUnit.CHANNEL: (_("{n} channel"), _("{n} channels")),
        TargetUnit.COPY: (_("{n} document"), _("{n} documents")),
        TargetUnit.SET: (_("{n} set"), _("{n} sets")),
        TargetUnit.TOPIC: (_("{n} topic"), _("{n} topics")),
        TargetUnit.PLACE: (_("{n} place"), _("{n} places")),
        TargetUnit.NETWORK: (_("{n} network"), _("{n} networks")),
        TargetUnit.MISSION: (_("{n} mission"), _("{n} missions")),
        TargetUnit.MEASURE: (_("{n} measure"), _("{n} measures")),
        TargetUnit.ISSUE: (_("{n} issue"), _("{n} issues")),
        TargetUnit.JOB: (_("{n} task"), _("{n} tasks")),
        TargetUnit.PLAN: (_("{n} plan"), _("{n} plans")),
        TargetUnit.PLAN_PER_YEAR: (_("{n} plan a year"), _("{n} plans a year")),
        TargetUnit.PERSON_PER_YEAR: (_("{n} person a year"), _("{n} people a year")),
        TargetUnit.DAY: (_("{n} day"), _("{n} days")),
        TargetUnit.MINUTE: (_("{n} minute"), _("{n} minutes")),
        TargetUnit.CASE: (_("{n} case"), _("{n} cases")),
        TargetUnit.AGENCY: (_("{n} agency"), _("{n} agencies")),
    }

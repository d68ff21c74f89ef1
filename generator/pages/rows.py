"""Rows that several kinds of pages list: items, budgets, passages, contradictions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.cache.once import once
from generator.frozen import frozen
from generator.model.base import Operator, Phrase, TargetUnit
from generator.model.disclosure import total
from generator.model.plan import AllocationStatus, Kind, Level
from generator.pages.base import Link
from generator.pages.narrowing import Way, band, bands, by_unit, marks, narrowing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.checks.contradictions import Contradiction
    from generator.edition import Edition
    from generator.model.base import Passage, Target
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, Money
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks, Narrowing
    from generator.wording import Wording

UNSTATED = "unstated"
"""Stands in addresses for a kind that the document does not state."""


@frozen(kw_only=True)
class ItemRow:
    """A plan item in a list."""

    number: str
    link: Link
    kind: str
    units: tuple[Link, ...]
    budget: str
    """Baht over all years, or the words that stand in its place."""
    has_budget: bool
    doubtful: bool
    """Whether the document contradicts itself about the item."""
    marks: Marks


def item_rows(here: Here, edition: Edition, items: Iterable[Item]) -> tuple[ItemRow, ...]:
    """Items as rows of a list."""
    doubtful = {c.subject for c in edition.contradictions}
    return tuple(_item_row(here, edition, item, item.id in doubtful) for item in items)


def _item_row(here: Here, edition: Edition, item: Item, doubtful: bool) -> ItemRow:
    years = edition.disclosure.years
    baht = total([item], years)
    return ItemRow(
        number="" if item.shown_number is None else str(item.shown_number),
        link=Link(here.text(item.shown_title), here.to(f"items/{item.id}")),
        kind=kind_name(here.words, item.shown_kind),
        units=tuple(unit_link(here, edition, unit_id) for unit_id in item.shown_responsible),
        budget=formats.baht(baht) if baht else no_money(here.words, (item,), years),
        has_budget=bool(baht),
        doubtful=doubtful,
        marks=marks(
            baht,
            dimension=item.top,
            kind=item.shown_kind or UNSTATED,
            unit=item.shown_responsible,
            year=_years(item, years),
            budget=band(baht or None),
        ),
    )


def _years(item: Item, years: tuple[FiscalYear, ...]) -> Iterator[str]:
    """The fiscal years in which the plan sets an item, with money or without."""
    for year, money in item.allocations(years).items():
        if money.status is not AllocationStatus.NOT_SCHEDULED:
            yield str(int(year))


def item_narrowing(
    here: Here, edition: Edition, rows: Sequence[ItemRow], *names: str
) -> Narrowing | None:
    """What a list of items can be narrowed by: the facets of these names, in their order."""
    ways = item_ways(here, edition)
    has_money = any(row.has_budget for row in rows)
    return narrowing(
        here,
        [row.marks for row in rows],
        [ways[name] for name in names],
        sums=(here.words("Planned over all years"),) if has_money else (),
    )


def item_ways(here: Here, edition: Edition) -> dict[str, Way]:
    """By what items are found."""
    _, disclosure = here.words, edition.disclosure
    return {
        "dimension": Way(
            name="dimension",
            label=level_name(_, disclosure.plan.levels[0]),
            values={
                node.code: f"{node.code} {here.text(node.shown_title)}"
                for node in disclosure.plan.nodes
            },
        ),
        "year": Way(
            name="year",
            label=_("Fiscal year"),
            values={str(int(y)): formats.fiscal_year(y, here.lang) for y in disclosure.years},
        ),
        "unit": by_unit(here, disclosure.agency.units),
        "kind": Way(
            name="kind",
            label=_("Kind"),
            values={kind or UNSTATED: kind_name(_, kind) for kind in (*Kind, None)},
        ),
        "budget": bands(here, "budget", _("Budget")),
    }


def no_money(_: Wording, items: Iterable[Item], years: tuple[FiscalYear, ...]) -> str:
    """What a page says of items that cost nothing; empty where the document speaks of no money."""
    statuses = {money.status for item in items for money in item.allocations(years).values()}
    if AllocationStatus.BUDGETED in statuses:
        return _("0 baht")
    if AllocationStatus.NO_BUDGET in statuses:
        return _("No budget used")
    return _("Not scheduled") if statuses else ""


def unit_link(here: Here, edition: Edition, unit_id: str) -> Link:
    """A responsible unit."""
    unit = next(u for u in edition.disclosure.agency.units if u.id == unit_id)
    return Link(here.text(unit.name), here.to(f"units/{unit.id}"))


def kind_name(_: Wording, kind: Kind | None) -> str:
    """Project, measure or activity."""
    names = {
        Kind.PROJECT: _("Project"),
        Kind.MEASURE: _("Measure"),
        Kind.ACTIVITY: _("Activity"),
    }
    return _("Kind not stated") if kind is None else names[kind]


def level_name(_: Wording, level: Level) -> str:
    """Dimension, area, issue, goal, indicator."""
    return {
        Level.DIMENSION: _("Dimension"),
        Level.AREA: _("Area"),
        Level.SUB_AREA: _("Sub-area"),
        Level.ISSUE: _("Issue"),
        Level.GOAL: _("Goal"),
        Level.INDICATOR: _("Indicator"),
    }[level]


@frozen(kw_only=True)
class MoneyCell:
    """What a plan says about money in a year."""

    year: str
    text: str
    is_amount: bool


def money_cell(here: Here, year: FiscalYear, money: Money) -> MoneyCell:
    """An amount, or which of the reasons why there is none."""
    _ = here.words
    words = {
        AllocationStatus.BUDGETED: formats.baht(money.baht),
        AllocationStatus.NO_BUDGET: _("No budget used"),
        AllocationStatus.NOT_SCHEDULED: _("Not in this year"),
    }
    return MoneyCell(
        year=formats.fiscal_year(year, here.lang),
        text=words[money.status],
        is_amount=money.status is AllocationStatus.BUDGETED,
    )


@frozen(kw_only=True)
class PassageRow:
    """A line of a plan with its targets and its parts."""

    text: Phrase
    number: int | None
    """The number that the document prints, where it is not the place in the list."""
    line: int | None
    targets: tuple[TargetRow, ...]
    parts: tuple[PassageRow, ...]
    item: Link | None


@frozen(kw_only=True)
class TargetRow:
    """A target in numbers."""

    metric: Phrase
    value: str
    """Operator, number and unit in words: "at least 80 percent"."""


def passages(here: Here, lines: Iterable[Passage]) -> tuple[PassageRow, ...]:
    """Lines as a list."""
    return tuple(
        PassageRow(
            text=here.text(line),
            number=line.number,
            line=line.line,
            targets=tuple(target_row(here, target) for target in line.targets),
            parts=passages(here, line.parts),
            item=Link(here.words("In the plan"), here.to(f"items/{line.item}"))
            if line.item
            else None,
        )
        for line in lines
    )


def target_row(here: Here, target: Target) -> TargetRow:
    """A target with its value in words."""
    return TargetRow(metric=here.text(target.metric), value=target_value(here.words, target))


def target_value(_: Wording, target: Target) -> str:
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


@frozen(kw_only=True)
class SaidRow:
    """One of the statements that do not agree."""

    where: str
    value: str
    line: int | None


@frozen(kw_only=True)
class Discrepancy:
    """A contradiction of the source as a page prints it."""

    subject: Link
    about: str
    code: str
    said: tuple[SaidRow, ...]
    decision: str
    why: Phrase | str
    misread: bool
    is_open: bool
    marks: Marks


def discrepancies(
    here: Here, edition: Edition, found: Iterable[Contradiction]
) -> tuple[Discrepancy, ...]:
    """Contradictions with both statements and what was decided."""
    return tuple(_discrepancy(here, edition, c) for c in found)


def _discrepancy(here: Here, edition: Edition, found: Contradiction) -> Discrepancy:
    decision, shown = found.decision, decided(here.words)
    _ = here.words
    return Discrepancy(
        subject=_subject(here, edition, found.subject),
        about=about_name(_, found.rule.code),
        code=found.rule.code,
        said=tuple(
            SaidRow(where=here.say(s.where), value=here.say(s.value), line=s.line)
            for s in found.said
        ),
        decision=shown[decision.shown if decision else OPEN],
        why=here.text(decision.why) if decision else "",
        misread=bool(decision and decision.misread),
        is_open=found.is_open,
        marks=marks(sort=found.rule.code, shown=decision.shown if decision else OPEN),
    )


OPEN = "open"
"""Stands in addresses for what is not decided yet."""


def decided(_: Wording) -> dict[str, str]:
    """What pages show where the document contradicts itself, in words."""
    return {
        "table": _("The summary table is shown"),
        "detail": _("The description is shown"),
        "computed": _("The computed figure is shown"),
        "both": _("Both are shown"),
        OPEN: _("Not decided yet: both are shown"),
    }


def _subject(here: Here, edition: Edition, subject: str) -> Link:
    item = next((i for i in edition.disclosure.items if i.id == subject), None)
    if item:
        number = "" if item.shown_number is None else f"{item.shown_number}. "
        return Link(f"{number}{here.text(item.shown_title)}", here.to(f"items/{item.id}"))
    if subject == "risk" or (edition.disclosure.risk and subject.startswith("r-")):
        return Link(here.words("Corruption risk"), here.to("risk"))
    node = next((n for n in edition.disclosure.plan.walk() if n.code == subject), None)
    if node:
        return Link(
            f"{node.code} {here.text(node.shown_title)}", here.to("plan", f"node-{node.code}")
        )
    return Link(here.words("Plan"), here.to("plan"))


def about_name(_: Wording, code: str) -> str:
    """What a contradiction is about, in a few words."""
    return {
        "kind-differs": _("Two kinds are stated"),
        "title-differs": _("Two titles are stated"),
        "number-differs": _("Two numbers are stated"),
        "responsible-differs": _("Two responsible units are stated"),
        "dimension-differs": _("Listed under two dimensions"),
        "budget-differs": _("Two budgets are stated"),
        "one-amount-many-years": _("One amount for several years"),
        "figure-differs": _("A printed total differs from the data"),
        "parts-differ": _("A printed total is not the sum of its parts"),
        "report-differs": _("The report in e-PlanNACC does not agree"),
        "number-repeated": _("A number is used twice"),
        "number-jumps": _("The numbers jump"),
        "row-repeated": _("Appears twice in one year"),
        "not-scheduled": _("Scheduled in no year"),
        "not-described": _("Described nowhere"),
        "score-differs": _("The score is not likelihood × impact"),
        "level-differs": _("The level is not the matrix’s"),
        "matrix-falls": _("The level falls where the risk rises"),
        "product-falls": _("A higher score has a lower level"),
        "scale-gap": _("The scale has a gap"),
        "months-differ": _("Months and quarters do not fit"),
        "years-differ": _("Years and period do not fit"),
        "template-text": _("Text of the form was left in"),
        "other-agency": _("Refers to another type of agency"),
        "section-missing": _("A section is missing"),
        "grade-impossible": _("The grade does not fit its score"),
        "target-differs": _("Two targets are set for one thing"),
        "list-jumps": _("The numbers of a list jump"),
        "blank-number": _("A number was left blank"),
        "title-repeated": _("Two parts have one title"),
    }[code]

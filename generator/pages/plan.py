"""The whole plan: aims, budget, items by the plan's own tree, printed totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.base import Target
from generator.model.disclosure import count, total
from generator.model.plan import Kind
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.items import ItemRow, item_narrowing, item_rows, level_name
from generator.pages.money import PrintedRow, budget_picture, lost, printed_narrowing, printed_rows
from generator.pages.passages import PassageRow, TargetRow, passages, target_row
from generator.pages.quarters import plan_quarters
from generator.target_words import target_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.plan import Node, YearlyTarget
    from generator.pages.narrowing import Narrowing
    from generator.pages.picture import Picture


@frozen(kw_only=True)
class Branch:
    """A node of the tree with its own items and the branches below."""

    code: str
    level: str
    title: Phrase
    link: Link | None
    """Its own page, if it stands at the top."""
    line: int | None
    targets: tuple[TargetRow, ...]
    items: tuple[ItemRow, ...]
    branches: tuple[Branch, ...]
    number: str
    """How many items stand in it and below."""
    budget: str


@frozen(kw_only=True)
class YearTargets:
    """One thing with a target for each year."""

    metric: Phrase
    values: tuple[str, ...]


@frozen(kw_only=True)
class PlanPage(Page):
    """Everything that the plan says about itself."""

    template: ClassVar[str] = "plan.html"
    searched: ClassVar[Searched] = "headings"

    plan_title: Phrase
    facts: tuple[tuple[str, str], ...]
    branches: tuple[Branch, ...]
    items_heading: str
    narrowing: Narrowing | None
    budget: Picture | None
    quarters: Picture | None
    printed: tuple[PrintedRow, ...]
    printed_narrowing: Narrowing | None
    printed_disagree: int
    lost: tuple[str, ...]
    """What the document counts and its text does not hold."""
    years: tuple[Link, ...]
    """Annual plans, where the plan is made of them."""
    target_years: tuple[str, ...]
    yearly_targets: tuple[YearTargets, ...]
    main_goal: tuple[PassageRow, ...]
    rationale: tuple[PassageRow, ...]
    national_targets: tuple[PassageRow, ...]
    objectives: tuple[PassageRow, ...]
    targets: tuple[PassageRow, ...]
    benefits: tuple[PassageRow, ...]
    is_report: bool


def pages(edition: Edition, lang: Lang) -> Iterator[PlanPage]:
    """The plan page."""
    here = Here(lang, "plan")
    _, disclosure = here.words, edition.disclosure
    plan = disclosure.plan
    printed = printed_rows(here, disclosure)
    branches = tuple(branch(here, edition, node, 0) for node in plan.nodes)
    yield PlanPage(
        here=here,
        title=here.text(plan.short_title),
        description=_(
            "All {number} items of the plan by their place in it, with budget and responsible unit",
            number=len(disclosure.items),
        ),
        plan_title=here.text(plan.title),
        facts=tuple(_facts(here, edition)),
        branches=branches,
        items_heading=_.count(
            "{n} item", "{n} items", len(disclosure.items), n=len(disclosure.items)
        ),
        narrowing=item_narrowing(
            here, edition, all_rows(branches), "dimension", "year", "unit", "kind", "budget"
        ),
        budget=budget_picture(here, disclosure),
        quarters=plan_quarters(here, disclosure),
        printed=printed,
        printed_narrowing=printed_narrowing(here, disclosure, printed),
        printed_disagree=sum(not row.agrees for row in printed),
        lost=tuple(said for _what, said in lost(here, disclosure)),
        years=_years(here, edition),
        target_years=tuple(formats.fiscal_year(year, lang) for year in disclosure.years),
        yearly_targets=tuple(_yearly(here, edition, target) for target in plan.yearly_targets),
        main_goal=passages(here, [plan.main_goal] if plan.main_goal else []),
        rationale=passages(here, plan.rationale),
        national_targets=passages(here, plan.national_targets),
        objectives=passages(here, plan.objectives),
        targets=passages(here, plan.targets),
        benefits=passages(here, plan.benefits),
        is_report=plan.type == "result_report",
    )


def _facts(here: Here, edition: Edition) -> Iterator[tuple[str, str]]:
    _, disclosure = here.words, edition.disclosure
    span = disclosure.plan.fiscal_years
    label = _.count("Fiscal year", "Fiscal years", len(disclosure.years))
    yield label, formats.fiscal_years(span.from_, span.to, here.lang)
    yield _("Items"), str(len(disclosure.items))
    yield from _kinds(here, edition)
    if any(item.allocations(disclosure.years) for item in disclosure.items):
        baht = formats.baht(total(disclosure.items, disclosure.years))
        yield _("Planned budget"), _("{baht} baht", baht=baht)
    for result in disclosure.plan.ita_results:
        yield (
            _("ITA result of {year}", year=formats.fiscal_year(result.fiscal_year, here.lang)),
            _(
                "{score} points ({grade})",
                score=formats.number(result.score),
                grade=here.text(result.grade),
            ),
        )


def _kinds(here: Here, edition: Edition) -> Iterator[tuple[str, str]]:
    _ = here.words
    names = {
        Kind.PROJECT: _("Projects"),
        Kind.MEASURE: _("Measures"),
        Kind.ACTIVITY: _("Activities"),
    }
    for kind, name in names.items():
        number = count(edition.disclosure.items, kind)
        if number:
            yield name, str(number)


def branch(here: Here, edition: Edition, node: Node, depth: int) -> Branch:
    """A node with all below it."""
    _, disclosure = here.words, edition.disclosure
    inside = disclosure.items_in(node)
    own = [item for item in inside if item.node == node.code]
    return Branch(
        code=node.code,
        level=level_name(_, disclosure.plan.levels[depth]),
        title=here.text(node.shown_title),
        link=Link(here.text(node.shown_title), here.to(f"dimensions/{node.code}"))
        if depth == 0
        else None,
        line=node.line,
        targets=tuple(target_row(here, target) for target in node.targets),
        items=item_rows(here, edition, own),
        branches=tuple(branch(here, edition, child, depth + 1) for child in node.nodes),
        number=_.count("{n} item", "{n} items", len(inside), n=len(inside)),
        budget=_("{baht} baht", baht=formats.baht(total(inside, disclosure.years))),
    )


def all_rows(branches: Iterable[Branch]) -> list[ItemRow]:
    """The items of branches and of all below them, in the order of the page."""
    return [row for one in branches for row in (*one.items, *all_rows(one.branches))]


def _years(here: Here, edition: Edition) -> tuple[Link, ...]:
    disclosure = edition.disclosure
    if not any(item.schedule for item in disclosure.items):
        return ()
    return tuple(
        Link(
            here.words("Plan of fiscal year {year}", year=formats.fiscal_year(year, here.lang)),
            here.to(f"plan/{int(year)}"),
        )
        for year in disclosure.years
    )


def _yearly(here: Here, edition: Edition, target: YearlyTarget) -> YearTargets:
    values = []
    for year in edition.disclosure.years:
        value = target.values.get(year)
        values.append("" if value is None else _value(here, target, value))
    return YearTargets(metric=here.text(target.metric), values=tuple(values))


def _value(here: Here, target: YearlyTarget, value: Decimal) -> str:
    one = Target(metric=target.metric, operator=target.operator, value=value, unit=target.unit)
    return target_value(here.words, one)

"""Proofs from records beside the plan: posts, a year's results, its operations, the use of services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.model.people import Rank, Side
from generator.proofs.proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear, Month
    from generator.model.people import People, Post
    from generator.model.results import Operations, YearResults
    from generator.proofs.proof import Months, Prove

POSTS = "structure"
LED = {Rank.CHIEF, Rank.DEPUTY}


def _posts(fits: Callable[[People], bool], seen: Words) -> Prove:
    """A proof that the posts tell something."""

    def prove(disclosure: Disclosure, _year: FiscalYear) -> Proof | None:
        people = disclosure.people
        if people is None or not fits(people):
            return None
        return Proof(POSTS, "political", seen, as_of=people.as_of)

    return prove


def _leaders(people: People) -> list[Post]:
    return [post for post in people.posts if post.rank in LED and post.name]


def _each(people: People, tells: Callable[[Post], object]) -> bool:
    """Whether every leader's post that is held tells something."""
    leaders = _leaders(people)
    return bool(leaders) and all(tells(post) for post in leaders)


def _has(rank: Rank) -> Callable[[People], bool]:
    return lambda people: any(post.rank is rank for post in _leaders(people))


def _both_sides(people: People) -> bool:
    return all(any(post.side is side for post in _leaders(people)) for side in Side)


def _reached(post: Post) -> object:
    return post.phone or post.email


def _whole(people: People) -> bool:
    """Chief and deputies with name, position, photograph and contact."""
    ranks = _has(Rank.CHIEF)(people) and _has(Rank.DEPUTY)(people)
    return ranks and _each(people, lambda post: post.photo and _reached(post))


def _results(disclosure: Disclosure, year: FiscalYear) -> YearResults | None:
    return next((r for r in disclosure.results if r.fiscal_year == year), None)


def _plan_results(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Results, spending, problems and recommendations of the plan's items."""
    results = _results(disclosure, year)
    if results is None or not results.items or not (results.problems and results.recommendations):
        return None
    number = len(results.items)
    return Proof(
        f"results/{int(year)}",
        "items",
        Words(f"ผลของ {number} รายการในแผน", f"results of {number} items of the plan"),
        as_of=results.as_of,
    )


def _risk_results(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    results, risk = _results(disclosure, year), disclosure.risk
    if results is None or risk is None:
        return None
    if {r.id for r in risk.risks} - {r.risk for r in results.risks}:
        return None
    number = len(results.risks)
    return Proof(
        f"results/{int(year)}",
        "risks",
        Words(f"ผลของทุกความเสี่ยง {number} เรื่อง", f"results of all {number} risks"),
        as_of=results.as_of,
    )


def _reported(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """A source document that is itself the report of the year, with the result of every measure."""
    reported = sum(bool(item.result_summary) for item in disclosure.items)
    if year not in disclosure.plan.fiscal_years or reported < max(1, len(disclosure.items)):
        return None
    return Proof(
        "plan",
        "items",
        Words(f"ผลการดำเนินการ {reported} มาตรการ", f"results of {reported} measures"),
    )


def _measures(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """What came of the measures that the ITA's findings led to."""
    results = _results(disclosure, year)
    if results is None or not results.measures:
        return _reported(disclosure, year)
    number = len(results.measures)
    return Proof(
        f"results/{int(year)}",
        "measures",
        Words(f"ผลของ {number} มาตรการ", f"results of {number} measures"),
        as_of=results.as_of,
    )


def _operations(disclosure: Disclosure, year: FiscalYear) -> Operations | None:
    return next((o for o in disclosure.operations if o.fiscal_year == year and o.programmes), None)


def _progress(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """Projects with budget, time, result and spending, of at least the first six months."""
    told = _operations(disclosure, year)
    if told is None or told.as_of < year.months[5].last_day:
        return None
    return _programmes(told, told.programmes)


def _year_of_operations(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """A whole year's, with problems and recommendations."""
    told = _operations(disclosure, year)
    if told is None or not told.is_whole or not (told.problems and told.recommendations):
        return None
    return _programmes(told, told.programmes)


def _programmes(told: Operations, programmes: Iterable[object]) -> Proof:
    number = len(list(programmes))
    return Proof(
        f"operations/{int(told.fiscal_year)}",
        "programmes",
        Words(f"โครงการ {number} โครงการ", f"{number} projects"),
        as_of=told.as_of,
    )


def _statistics(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    found = next((s for s in disclosure.services if s.fiscal_year == year and s.services), None)
    if found is None or set(year.months[:6]) - set(found.months):
        return None
    number = len(found.services)
    return Proof(
        f"services/{int(year)}",
        "",
        Words(f"สถิติ {number} งานบริการ", f"figures of {number} services"),
        as_of=found.as_of,
    )


def _service_months(disclosure: Disclosure, year: FiscalYear) -> frozenset[Month]:
    found = (s.months for s in disclosure.services if s.fiscal_year == year)
    return frozenset(month for months in found for month in months)


PROOFS: dict[tuple[str, str], Prove] = {
    ("executives", "chief"): _posts(_has(Rank.CHIEF), Words("ผู้บริหารสูงสุด", "the chief executive")),
    ("executives", "deputies"): _posts(_has(Rank.DEPUTY), Words("รองผู้บริหาร", "the deputies")),
    ("executives", "name"): _posts(
        lambda people: bool(_leaders(people)), Words("ชื่อผู้บริหาร", "the executives' names")
    ),
    ("executives", "position"): _posts(
        lambda people: bool(_leaders(people)), Words("ตำแหน่ง", "the positions")
    ),
    ("executives", "photograph"): _posts(
        lambda people: _each(people, lambda post: post.photo), Words("รูปถ่าย", "the photographs")
    ),
    ("executives", "contact"): _posts(
        lambda people: _each(people, _reached), Words("ช่องทางติดต่อ", "how to reach them")
    ),
    ("executives", "political-and-permanent"): _posts(
        _both_sides, Words("ทั้งฝ่ายการเมืองและฝ่ายประจำ", "both sides")
    ),
    ("executives", "executives-and-details"): _posts(
        _whole, Words("ผู้บริหารพร้อมรายละเอียด", "the executives with their details")
    ),
    ("structure", "political-and-permanent"): _posts(
        _both_sides, Words("ทั้งฝ่ายการเมืองและฝ่ายประจำ", "both sides")
    ),
    ("action-plan-report", "report"): _plan_results,
    ("risk-management", "results"): _risk_results,
    ("integrity-measures-report", "results"): _measures,
    ("operations-plan", "plan-and-progress"): _progress,
    ("operations-report", "results"): _year_of_operations,
    ("service-statistics", "statistics"): _statistics,
}
MONTHS: dict[str, Months] = {"service-statistics": _service_months}

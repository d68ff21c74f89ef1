"""The sentence of a picture says what its numbers say: ties, zeros, one value, falling, hidden."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.disclosure_control.cells import Mark, Shown
from generator.model.base import Lang
from generator.pages.base import Here
from generator.pages.complaint_findings import YearCount, over_years
from generator.pages.findings import (
    Named,
    budget_parts,
    budget_years,
    could_reach,
    highest,
    listed,
    method_money,
    month_money,
    most_counted,
    points,
    progress,
    quarter_plan,
    quarter_results,
    risk_levels,
    share,
)

EN, TH = Here(Lang.EN, ""), Here(Lang.TH, "")


def named(**values: float) -> list[Named]:
    """Numbers by their names."""
    return [Named(name, Decimal(str(value))) for name, value in values.items()]


def shown(value: int) -> Shown:
    """A count that is shown."""
    return Shown(key="k", atoms=(), mark=Mark.SHOWN, limit=3, value=value)


SMALL = Shown(key="k", atoms=(), mark=Mark.SMALL, limit=3)
WITHHELD = Shown(key="k", atoms=(), mark=Mark.WITHHELD, limit=3)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (50, 50, "All"),
        (1, 2, "Half"),
        (51, 100, "About half"),
        (49, 100, "About half"),
        (52, 100, "52.0%"),
        (1, 3, "A third"),
        (2, 3, "Two thirds"),
        (66, 100, "About two thirds"),
        (68, 100, "About two thirds"),
        (69, 100, "69.0%"),
        (25, 100, "A quarter"),
        (3, 4, "Three quarters"),
        (99, 100, "99.0%"),
        (0, 100, "0.0%"),
    ],
)
def test_a_share_is_said_as_people_say_it(part: int, whole: int, said: str) -> None:
    """A simple fraction where it is one, "about" where it is near, else percent; never rounded to all."""
    assert share(EN, Decimal(part), Decimal(whole)) == said


def test_highest_are_all_that_share_it() -> None:
    """A tie names everyone; where all is zero there is no highest."""
    assert [one.name for one in highest(named(a=2, b=5, c=5))] == ["b", "c"]
    assert highest(named(a=0, b=0)) == ()
    assert highest([]) == ()


def test_names_are_listed() -> None:
    """One, two, three, in both languages."""
    assert listed(EN, ["a"]) == "a"
    assert listed(EN, ["a", "b", "c"]) == "a, b and c"
    assert listed(TH, ["ก", "ข"]) == "ก และ ข"


def test_budget_goes_where_most_of_it_is() -> None:
    """Two thirds, a tie, nothing, all; Thai and English tell the same."""
    assert (
        budget_parts(EN, named(one=200, two=100)) == "Two thirds of the planned budget goes to one"
    )
    assert budget_parts(TH, named(หนึ่ง=200, สอง=100)) == "งบประมาณตามแผน สองในสาม อยู่ในหนึ่ง"
    assert budget_parts(EN, named(one=100, two=0)) == "All of the planned budget goes to one"
    assert (
        budget_parts(EN, named(one=40, two=40, three=20))
        == "one and two have the largest budgets, the same for each: 40.0% of the whole"
    )
    assert budget_parts(EN, named(one=0, two=0)) == "No part of the plan has a budget"


def test_budget_of_the_years() -> None:
    """One year, equal years, rising and falling, and both lowest years where two are lowest."""
    assert budget_years(EN, named(y1=5000)) == "5,000 baht in y1"
    assert budget_years(EN, named(y1=5000, y2=5000)) == "5,000 baht in each year"
    assert budget_years(EN, named(y1=1, y2=3)) == "From 1 baht in y1 to 3 baht in y2"
    assert budget_years(EN, named(y1=3, y2=1)) == "From 1 baht in y2 to 3 baht in y1"
    assert budget_years(EN, named(a=0, b=0, c=2)) == "From 0 baht in a and b to 2 baht in c"


def test_money_of_months_and_methods() -> None:
    """The highest with its share of the whole; ties are ties; without money nothing is claimed."""
    assert (
        month_money(EN, named(May=750, June=250))
        == "Most was contracted in May: 750 baht, 75.0% of the year’s value"
    )
    assert (
        month_money(EN, named(May=500, June=500))
        == "Most was contracted in May and June: 500 baht in each (50.0%)"
    )
    assert month_money(EN, named(May=0)) == "No contract has a value"
    assert (
        method_money(EN, named(open=1, direct=3))
        == "75.0% of the contract value, 3 baht, came through direct"
    )
    assert (
        method_money(EN, named(open=2, direct=2))
        == "open and direct have the highest contract value, 2 baht each (50.0%)"
    )


def test_points_are_held_against_the_year_before() -> None:
    """More, fewer, the same, and a lone year that is compared with nothing."""
    assert points(EN, named(a=80), "B") == "80 points in a: B"
    assert points(EN, named(a=80, b=85.5), "A") == "85.5 points in b, 5.5 more than in a: A"
    assert points(EN, named(a=85.5, b=80), "B") == "80 points in b, 5.5 fewer than in a: B"
    assert points(EN, named(a=80, b=80), "B") == "80 points in b, as in a: B"
    assert points(TH, named(ก=90, ข=80), "ดี") == "80 คะแนนในปี ข ลดลง 10 จากปี ก: ดี"


def test_quarters() -> None:
    """Most in one, as much in each, nothing; all, some and none of it done."""
    assert quarter_plan(EN, named(q1=3, q2=5, q3=1)) == "Most items are planned for q2: 5"
    assert (
        quarter_plan(EN, named(q1=5, q2=5, q3=1)) == "Most items are planned for q1 and q2: 5 each"
    )
    assert quarter_plan(EN, named(q1=4, q2=4)) == "As much is planned in each quarter: 4"
    assert quarter_plan(EN, named(q1=0, q2=0)) == "Nothing is planned for a quarter"
    assert quarter_results(EN, 8, 8) == "All 8 that were planned for the quarters are done"
    assert quarter_results(EN, 8, 0) == "None of the 8 that were planned for the quarters is done"
    assert (
        quarter_results(EN, 8, 6)
        == "6 of the 8 that were planned for the quarters are done (75.0%)"
    )
    assert progress(EN, 3, 3) == "All 3 are done"
    assert progress(EN, 0, 3) == "None of 3 is done"
    assert progress(EN, 1, 3) == "1 of 3 are done (33.3%)"


def test_a_hidden_count_is_not_passed_over() -> None:
    """What may be as high as the highest that is shown takes its title from it."""
    assert (
        most_counted(EN, [("May", shown(5)), ("June", SMALL)]) == "Most complaints: May, 5 received"
    )
    assert (
        most_counted(EN, [("May", shown(5)), ("June", WITHHELD)])
        == "The highest of the numbers that are shown: May, 5 received"
    )
    assert (
        most_counted(EN, [("May", shown(2)), ("June", SMALL)])
        == "The highest of the numbers that are shown: May, 2 received"
    )
    assert (
        most_counted(EN, [("May", shown(5)), ("June", shown(5))])
        == "Most complaints: May and June, 5 received in each"
    )
    assert most_counted(EN, [("May", shown(0)), ("June", SMALL)]) == "No number above zero is shown"
    assert could_reach(SMALL, 2)
    assert not could_reach(SMALL, 3)
    assert could_reach(WITHHELD, 10**6)


def test_risks_are_counted_at_the_highest_level_found() -> None:
    """One risk, all at one level, some at the highest; levels above that hold none are not named."""
    assert risk_levels(EN.words, [("low", 0), ("high", 1)], "1") == (
        "The one assessed risk is at level high"
    )
    assert risk_levels(EN.words, [("low", 0), ("high", 3), ("top", 0)], "1, 2 and 3") == (
        "All 3 assessed risks are at level high"
    )
    assert risk_levels(EN.words, [("low", 2), ("high", 1), ("top", 0)], "3") == (
        "1 of 3 risks is at the highest level found, high: risk 3"
    )
    assert risk_levels(EN.words, [("low", 1), ("high", 2)], "2 and 3") == (
        "2 of 3 risks are at the highest level found, high: risks 2 and 3"
    )


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ([("2566", 12, 5), ("2567", 12, 8)], "8 complaints in 2567, 3 more than in 2566"),
        ([("2566", 12, 8), ("2567", 12, 1)], "1 complaint in 2567, 7 fewer than in 2566"),
        ([("2566", 12, 8), ("2567", 12, 8)], "8 complaints in 2567, as many as in 2566"),
        ([("2566", 12, 0), ("2567", 12, 0)], "0 complaints in 2567, as many as in 2566"),
        (
            [("2565", 12, 5), ("2566", 12, 7), ("2567", 6, 9)],
            "7 complaints in 2566, 2 more than in 2565; 9 in the 6 months of 2567 that are counted",
        ),
        (
            [("2565", 9, 5), ("2566", 12, 7)],
            "7 complaints in 2566",
        ),
        (
            [("2565", 9, 5), ("2566", 6, 4)],
            "4 in the 6 months of 2566 that are counted",
        ),
    ],
)  # fmt: skip
def test_only_whole_years_are_compared(years: list[tuple[str, int, int]], said: str) -> None:
    """A part of a year stands beside the whole ones, and is held against none."""
    told = [YearCount(name, months, shown(count)) for name, months, count in years]
    assert over_years(EN, told) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (SMALL, shown(8), "8 complaints in 2567"),
        (shown(8), SMALL, "fewer than 3 complaints in 2567"),
        (WITHHELD, WITHHELD, "(a number that is withheld) complaints in 2567"),
    ],
)
def test_a_hidden_year_is_compared_with_none(before: Shown, after: Shown, said: str) -> None:
    """The difference would give the number away."""
    years = [YearCount("2566", 12, before), YearCount("2567", 12, after)]
    assert over_years(EN, years) == said

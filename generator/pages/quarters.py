"""The quarters of a fiscal year as a picture: what the plan set for each, and how far it is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.charts.bars import Bar, stacked_bars, told
from generator.charts.drawing import Spoken
from generator.exports.pictures import QUARTERS
from generator.model.quarters import quarters
from generator.model.results import Progress
from generator.pages.findings import Named, quarter_plan, quarter_results
from generator.pages.picture import Picture, Twin, TwinRow, files, keys

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.quarters import QuarterSum
    from generator.model.results import YearResults
    from generator.pages.base import Here

PICTURE = "quarters-picture"


def plan_quarters(here: Here, disclosure: Disclosure) -> Picture | None:
    """What the plan sets for each quarter, where it sets the same in every year.

    A plan that differs from year to year tells it on the pages of its years.
    """
    years = [quarters(disclosure, year) for year in disclosure.years]
    told = [sums for sums in years if sums]
    if not told or len({tuple(one.planned for one in sums) for sums in years}) > 1:
        return None
    span = disclosure.plan.fiscal_years
    name = formats.fiscal_years(span.from_, span.to, here.lang)
    about = here.words.count(
        "Items of the plan of fiscal year {years} by quarter; one that runs in several quarters counts in each.",
        "Items of the plan by quarter, the same in each fiscal year of {years}; one that runs in several quarters counts in each.",
        len(years),
        years=name,
    )
    return _planned(here, told[0], about)


def year_quarters(here: Here, disclosure: Disclosure, year: FiscalYear) -> Picture | None:
    """What the plan sets for each quarter of one year."""
    sums = quarters(disclosure, year)
    about = here.words(
        "Items of the plan of fiscal year {years} by quarter; one that runs in several quarters counts in each.",
        years=formats.fiscal_year(year, here.lang),
    )
    return _planned(here, sums, about) if sums else None


def _planned(here: Here, sums: tuple[QuarterSum, ...], about: str) -> Picture:
    _ = here.words
    bars = tuple(
        Bar(_quarter(here, one.quarter), (Decimal(one.planned),), formats.number(one.planned))
        for one in sums
    )
    spoken = Spoken(PICTURE, _("Bar chart: items planned for each quarter"), told(bars))
    named = [Named(_quarter(here, one.quarter), Decimal(one.planned)) for one in sums]
    return Picture(
        id=PICTURE,
        finding=quarter_plan(here, named),
        about=about,
        drawing=stacked_bars(bars, spoken),
        twin=Twin(
            caption=about,
            heads=(_("Quarter"), _("Planned")),
            rows=tuple(TwinRow(bar.label, (bar.total,)) for bar in bars),
        ),
        files=files(here, QUARTERS),
    )


def quarter_progress(here: Here, disclosure: Disclosure, year: YearResults) -> Picture | None:
    """Planned against done: the items of each quarter by how far the year's results say they are."""
    _, sums = here.words, quarters(disclosure, year.fiscal_year)
    rows = [(one, _reached(one)) for one in sums if one.by_progress is not None]
    if not rows:
        return None
    bars = tuple(
        Bar(
            _quarter(here, one.quarter),
            tuple(Decimal(count) for count in counts),
            _("{n} of {planned} done", n=counts[0], planned=one.planned),
        )
        for one, counts in rows
    )
    about = _(
        "Items of the plan by the quarters that it set, and how far they were on {day}. Results are reported for the year, not for a quarter; an item of several quarters counts in each.",
        day=formats.day(year.as_of, here.lang),
    )
    names = (_("Done"), _("Under way"), _("Not done"), _("Not told"))
    spoken = Spoken(PICTURE, _("Bar chart: planned for each quarter and done"), told(bars))
    used = [n for n in range(len(names)) if any(counts[n] for _one, counts in rows)]
    return Picture(
        id=PICTURE,
        finding=quarter_results(
            here,
            sum(one.planned for one, _counts in rows),
            sum(counts[0] for _one, counts in rows),
        ),
        about=about,
        drawing=stacked_bars(bars, spoken),
        key=keys(PICTURE, names, used),
        twin=Twin(
            caption=_("Progress of the items of each quarter"),
            heads=(_("Quarter"), _("Planned"), *names),
            rows=tuple(
                TwinRow(
                    _quarter(here, one.quarter),
                    tuple(formats.number(n) for n in (one.planned, *counts)),
                )
                for one, counts in rows
            ),
        ),
        files=files(here, QUARTERS),
    )


def _reached(one: QuarterSum) -> tuple[int, ...]:
    """Done, under way, not done, and not told."""
    counts = one.by_progress or {}
    return (*(counts.get(status, 0) for status in Progress), one.untold or 0)


def _quarter(here: Here, number: int) -> str:
    """Quarter 1 (October–December)."""
    first, last = ((10, 12), (1, 3), (4, 6), (7, 9))[number - 1]
    months = f"{formats.month(first, here.lang)}–{formats.month(last, here.lang)}"
    return here.words("Quarter {n} ({months})", n=number, months=months)

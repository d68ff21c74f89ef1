"""Complaints over the years: what is published of each, and which years are not counted at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.charts.drawing import Spoken
from generator.count_words import FLOW_WORDS
from generator.exports.pictures import COMPLAINT_YEARS
from generator.frozen import frozen
from generator.model.eras import FiscalYear
from generator.pages.complaint_findings import YearCount, over_years
from generator.pages.counts import counted, in_words, name
from generator.pages.picture import Picture, Twin, TwinRow, files, keys
from generator.published.complaints import COMPLETED, RECEIVED, counted_months, whole_span
from generator.published.facts import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure_control.cells import Shown
    from generator.edition import Edition
    from generator.model.complaints import ComplaintReport
    from generator.pages.base import Here

MEASURES = (RECEIVED, COMPLETED)
MONTHS = 12


@frozen
class _Year:
    """A fiscal year with what is published of it; without cells nothing is counted."""

    name: str
    months: int
    cells: tuple[Shown, ...]


def years_picture(here: Here, edition: Edition) -> Picture | None:
    """A bar for what came in and one for what was completed, year by year; None where it is one year.

    Only what is published is drawn: a hidden count has its words and no bar. A year between others of
    which nothing is counted keeps its place and says so.
    """
    _, told = here.words, [report for report in edition.disclosure.complaints if report.periods]
    if len(told) < 2:
        return None
    years = tuple(_years(here, edition, told))
    names = tuple(name(here, FLOW_WORDS[measure]) for measure in MEASURES)
    drawing = counted(
        here,
        names,
        [(_label(here, year), year.cells or _uncounted(here)) for year in years],
        Spoken(
            "years",
            _("Bar chart: complaints received and completed in each fiscal year"),
            "; ".join(_spoken(here, year) for year in years),
        ),
    )
    if drawing is None:
        return None
    used = [
        n for n in range(len(names)) if any(year.cells and year.cells[n].value for year in years)
    ]
    return Picture(
        id="years-picture",
        finding=over_years(
            here, [YearCount(y.name, y.months, y.cells[0]) for y in years if y.cells]
        ),
        about=_about(here, told, years),
        drawing=drawing,
        key=keys("years", names, used),
        twin=_twin(here, names, years),
        files=files(here, COMPLAINT_YEARS),
    )


def _years(here: Here, edition: Edition, told: list[ComplaintReport]) -> Iterator[_Year]:
    """Each year from the first that is counted to the last."""
    by_year = {report.fiscal_year: report for report in told}
    for number in range(int(min(by_year)), int(max(by_year)) + 1):
        year = FiscalYear(number)
        report = by_year.get(year)
        yield _Year(
            name=formats.fiscal_year(year, here.lang),
            months=counted_months(report) if report else 0,
            cells=tuple(
                edition.published.shown(measure, whole_span(report), ALL) for measure in MEASURES
            )
            if report
            else (),
        )


def _label(here: Here, year: _Year) -> str:
    if year.months in {0, MONTHS}:
        return year.name
    return here.words("{year}, {n} of 12 months", year=year.name, n=year.months)


def _uncounted(here: Here) -> str:
    return here.words("no statistics of this year; that is not 0")


def _spoken(here: Here, year: _Year) -> str:
    told = ", ".join(in_words(here, cell) for cell in year.cells) or _uncounted(here)
    return f"{_label(here, year)}: {told}"


def _about(here: Here, told: list[ComplaintReport], years: tuple[_Year, ...]) -> str:
    _ = here.words
    newest = formats.day(max(report.as_of for report in told), here.lang)
    about = _(
        "Complaints of all types by fiscal year, 1 October to 30 September; the newest counted as of {day}.",
        day=newest,
    )
    if all(year.months == MONTHS for year in years):
        return about
    part = _("Years of which not all months are counted cannot be compared with whole ones.")
    return f"{about} {part}"


def _twin(here: Here, names: tuple[str, ...], years: tuple[_Year, ...]) -> Twin:
    _ = here.words
    return Twin(
        caption=_("Complaints of all types, by fiscal year"),
        heads=(_("Fiscal year"), _("Months counted"), *names),
        rows=tuple(
            TwinRow(
                year.name,
                (str(year.months), *(in_words(here, cell) for cell in year.cells))
                if year.cells
                else (),
                _uncounted(here),
            )
            for year in years
        ),
    )

"""The agency's ITA results of past years, as documents state them: a picture, and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.charts.drawing import Spoken
from generator.charts.results import Point, Series, Step, band_swatch, results_chart
from generator.exports.pictures import ITA_RESULTS
from generator.frozen import frozen
from generator.model.base import Lang
from generator.model.grades import NEW_BANDS, bands_of, grade
from generator.pages.base import Here, Link, Page
from generator.pages.findings import Named, points
from generator.pages.picture import Key, Picture, files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Phrase
    from generator.model.eras import FiscalYear
    from generator.model.evidence import PastResult
from generator.model.grades import Band

PATH = "ita/results"
INDICATORS = range(1, 11)


@frozen(kw_only=True)
class ResultRow:
    """A year's result."""

    year: str
    total: str
    grade: str | Phrase
    computed: bool
    """Whether the grade was worked out from the points, and is not stated."""
    instruments: tuple[str, ...]
    indicators: tuple[str, ...]
    source: Phrase
    line: int | None
    after_break: bool
    """Whether the grades changed between this year and the one before it in the table."""


@frozen(kw_only=True)
class ResultsPage(Page):
    """Results of past years."""

    template: ClassVar[str] = "results.html"

    picture: Picture
    rows: tuple[ResultRow, ...]
    has_instruments: bool
    indicators: tuple[str, ...]
    """Numbers of the indicators, where any year tells them."""
    indicator_rows: tuple[ResultRow, ...]
    """The years that tell them."""


def pages(edition: Edition, lang: Lang) -> Iterator[ResultsPage]:
    """The page, where any result is known."""
    results = edition.disclosure.results_of_ita
    if not results:
        return
    here = Here(lang, PATH)
    _ = here.words
    title = _("ITA results of past years")
    forms = edition.coverage
    yield ResultsPage(
        here=here,
        title=title,
        description=_(
            "What the agency scored in the Integrity and Transparency Assessment, as documents state it"
        ),
        trail=(Link(_("ITA index"), here.to(f"ita/{int(forms[-1].year)}")),) if forms else (),
        picture=_picture(here, results),
        rows=tuple(_rows(here, results)),
        has_instruments=any(result.instruments for result in results),
        indicators=tuple(
            str(number) for number in INDICATORS if any(r.indicators for r in results)
        ),
        indicator_rows=tuple(row for row in _rows(here, results) if any(row.indicators)),
    )


def _picture(here: Here, results: tuple[PastResult, ...]) -> Picture:
    _, newest = here.words, results[-1]
    years = [Named(formats.fiscal_year(r.fiscal_year, here.lang), r.total) for r in results]
    worked_out = grade(newest.fiscal_year, newest.total, newest.instruments)
    stated = str(here.text(newest.grade)) if newest.grade else here.say(worked_out)
    told = ", ".join(f"{year.name}: {formats.number(year.value)}" for year in years)
    spoken = Spoken("ita", _("Line chart: ITA results of past years, points of 100"), told)
    return Picture(
        id="ita-picture",
        finding=points(here, years, stated),
        about=_about(here, results),
        drawing=results_chart(tuple(_series(here, results)), spoken),
        key=_key(here, results),
        files=files(here, ITA_RESULTS),
    )


def _about(here: Here, results: tuple[PastResult, ...]) -> str:
    _ = here.words
    told = _("Points of 100 over the grades of their time.")
    if len(list(_series(here, results))) == 1:
        return f"{told} {_high(here)}" if results[0].fiscal_year >= NEW_BANDS else told
    broken = _(
        "The dashed line is a break: up to fiscal year 2022 (B.E. 2565) grades were letters; since 2023 (B.E. 2566) the high ones also ask for their points in each of the three instruments. The two sides are not to be compared."
    )
    return f"{told} {broken}"


def _high(here: Here) -> str:
    """Why a result can have a lower grade than its points alone would give."""
    return here.words(
        "The high grades also ask for their points in each of the three instruments, so a result can have a lower grade than its points alone."
    )


def _key(here: Here, results: tuple[PastResult, ...]) -> tuple[Key, ...]:
    """The grades of the newest year from the top, each with the points at which it begins."""
    bands = bands_of(results[-1].fiscal_year)
    return tuple(
        Key(
            band_swatch(_mood(band)),
            here.words(
                "from {points}: {grade}", points=f"{band.least:f}", grade=here.say(band.name)
            ),
        )
        for band in bands
    )


def _series(here: Here, results: tuple[PastResult, ...]) -> Iterator[Series]:
    """The results before and after the grades changed, as far as there are any."""
    old = [result for result in results if result.fiscal_year < NEW_BANDS]
    new = [result for result in results if result.fiscal_year >= NEW_BANDS]
    for part in (old, new):
        if part:
            steps = bands_of(part[0].fiscal_year)
            yield Series(
                points=tuple(
                    Point(_year(here, r.fiscal_year), r.total, formats.number(r.total))
                    for r in part
                ),
                steps=tuple(Step(band.least, _mood(band), _letter(band)) for band in steps),
            )


def _year(here: Here, year: FiscalYear) -> str:
    """A year below its point, where there is room for one era."""
    return str(int(year) if here.lang is Lang.TH else year.common)


def _letter(band: Band) -> str:
    """The name of a grade that is a letter or two."""
    name = band.name.th
    return name if name == band.name.en else ""


def _mood(band: Band) -> str:
    """95 was and is the best, and 85 the mark that a good result starts with; 70 and B, C the middle."""
    if band.least >= 95:
        return "best"
    if band.least >= 85:
        return "good"
    return "part" if band.least >= 65 else "none"


def _rows(here: Here, results: tuple[PastResult, ...]) -> Iterator[ResultRow]:
    before = None
    for result in results:
        year = result.fiscal_year
        computed = here.say(grade(year, result.total, result.instruments))
        yield ResultRow(
            year=formats.fiscal_year(year, here.lang),
            total=formats.number(result.total),
            grade=here.text(result.grade) if result.grade else computed,
            computed=result.grade is None,
            instruments=tuple(
                formats.number(points) if points is not None else ""
                for points in (result.iit, result.eit, result.oit)
            ),
            indicators=tuple(_indicator(result, number) for number in INDICATORS),
            source=here.text(result.source),
            line=result.line,
            after_break=before is not None and before < NEW_BANDS <= year,
        )
        before = year


def _indicator(result: PastResult, number: int) -> str:
    points = (result.indicators or {}).get(number)
    return formats.number(points) if points is not None else ""

"""The agency's ITA results of past years, as documents state them: a picture, and its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.model.grades import NEW_BANDS, bands_of, grade
from generator.pages.base import Here, Link, Page
from generator.results_chart import Point, Series, Step, results_chart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.evidence import PastResult
    from generator.model.grades import Band

PATH = "ita/results"
INDICATORS = range(1, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage(Page):
    """Results of past years."""

    template: ClassVar[str] = "results.html"

    chart: Markup
    rows: tuple[ResultRow, ...]
    has_instruments: bool
    indicators: tuple[str, ...]
    """Numbers of the indicators, where any year tells them."""
    indicator_rows: tuple[ResultRow, ...]
    """The years that tell them."""
    has_break: bool


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
        chart=results_chart(tuple(_series(here, results)), title, _in_words(here, results)),
        rows=tuple(_rows(here, results)),
        has_instruments=any(_instruments(result) for result in results),
        indicators=tuple(
            str(number) for number in INDICATORS if any(r.indicators for r in results)
        ),
        indicator_rows=tuple(row for row in _rows(here, results) if any(row.indicators)),
        has_break=len(list(_series(here, results))) > 1,
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
                    Point(str(int(r.fiscal_year)), r.total, formats.number(r.total)) for r in part
                ),
                steps=tuple(Step(band.least, here.say(band.name), _mood(band)) for band in steps),
            )


def _mood(band: Band) -> str:
    """85 was and is the mark that a good result starts with; 70 and B, C the middle."""
    if band.least >= 85:
        return "good"
    return "part" if band.least >= 65 else "none"


def _in_words(here: Here, results: tuple[PastResult, ...]) -> str:
    told = (
        f"{formats.fiscal_year(r.fiscal_year, here.lang)}: {formats.number(r.total)}"
        for r in results
    )
    return ", ".join(told)


def _rows(here: Here, results: tuple[PastResult, ...]) -> Iterator[ResultRow]:
    before = None
    for result in results:
        year = result.fiscal_year
        computed = here.say(grade(year, result.total, _instruments(result)))
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


def _instruments(result: PastResult) -> tuple[Decimal, ...]:
    return tuple(p for p in (result.iit, result.eit, result.oit) if p is not None)


def _indicator(result: PastResult, number: int) -> str:
    points = (result.indicators or {}).get(number)
    return formats.number(points) if points is not None else ""

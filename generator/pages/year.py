"""The plan of one fiscal year, where a plan is made of annual plans: quarters and budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.pages.base import Here, Link, Page
from generator.pages.contradictions import Discrepancy, discrepancies
from generator.pages.items import UNSTATED, item_ways, money_cell
from generator.pages.money import PrintedRow, printed_narrowing, printed_rows
from generator.pages.narrowing import Way, band, marks, narrowing
from generator.pages.quarters import year_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, PlanReport, YearRow
    from generator.pages.narrowing import Marks, Narrowing
    from generator.pages.picture import Picture


@frozen(kw_only=True)
class ScheduleRow:
    """A row of the annual plan."""

    number: str
    link: Link
    dimension: str
    marks: tuple[bool, ...]
    quarters: str
    budget: str
    is_amount: bool
    line: int
    found_by: Marks


@frozen(kw_only=True)
class Reported:
    """What was entered in e-PlanNACC for the year, in figures."""

    count: str
    minimum: str
    entered: str
    by_dimension: tuple[tuple[str, str, str], ...]
    """Dimension, printed count, count of the agency's own table."""


@frozen(kw_only=True)
class YearPage(Page):
    """A fiscal year: what, when, for how much."""

    template: ClassVar[str] = "year.html"

    year: str
    quarters: Picture | None
    rows: tuple[ScheduleRow, ...]
    narrowing: Narrowing | None
    total: str
    marks: tuple[str, ...]
    printed: tuple[PrintedRow, ...]
    printed_narrowing: Narrowing | None
    reported: Reported | None
    discrepancies: tuple[Discrepancy, ...]
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[YearPage]:
    """A page for each year that has rows."""
    disclosure = edition.disclosure
    if any(item.schedule for item in disclosure.items):
        for year in disclosure.years:
            yield _page(edition, Here(lang, f"plan/{int(year)}"), year)


def _page(edition: Edition, here: Here, year: FiscalYear) -> YearPage:
    _, disclosure = here.words, edition.disclosure
    pairs = sorted(
        ((row, item) for item in disclosure.items for row in item.rows_of(year)),
        key=lambda pair: pair[0].line,
    )
    name = formats.fiscal_year(year, here.lang)
    rows = tuple(_row(here, row, item) for row, item in pairs)
    printed = tuple(
        row
        for row, figure in zip(printed_rows(here, disclosure), disclosure.plan.stated, strict=True)
        if figure.fiscal_year == year
    )
    report = next((r for r in disclosure.plan.reports if r.fiscal_year == year), None)
    return YearPage(
        here=here,
        title=_("Plan of fiscal year {year}", year=name),
        description=_(
            "{n} rows of the plan of fiscal year {year} by quarter, with budget",
            n=len(pairs),
            year=name,
        ),
        trail=(Link(here.text(disclosure.plan.short_title), here.to("plan")),),
        year=name,
        quarters=year_quarters(here, disclosure, year),
        rows=rows,
        narrowing=_narrowing(here, edition, rows),
        total=formats.baht(total(disclosure.items, disclosure.years, year)),
        marks=tuple(str(sum(q in row.quarters for row, _item in pairs)) for q in range(1, 5)),
        printed=printed,
        printed_narrowing=printed_narrowing(here, disclosure, printed),
        reported=_reported(report, [row for row, _item in pairs]) if report else None,
        discrepancies=discrepancies(
            here, edition, (c for c in edition.contradictions if _concerns(c.about, year))
        ),
        previous=_neighbour(here, edition, year - 1),
        next=_neighbour(here, edition, year + 1),
    )


def _concerns(about: str, year: FiscalYear) -> bool:
    kind, *parts = about.split("/")
    return kind not in {"text", "blank"} and str(int(year)) in parts


def _row(here: Here, row: YearRow, item: Item) -> ScheduleRow:
    cell = money_cell(here, row.fiscal_year, row.budget)
    return ScheduleRow(
        number=str(row.number),
        link=Link(here.text(item.shown_title), here.to(f"items/{item.id}")),
        dimension=row.node,
        marks=tuple(quarter in row.quarters for quarter in range(1, 5)),
        quarters=", ".join(str(quarter) for quarter in row.quarters),
        budget=cell.text,
        is_amount=cell.is_amount,
        line=row.line,
        found_by=marks(
            row.budget.baht,
            dimension=item.top,
            quarter=map(str, row.quarters),
            unit=item.shown_responsible,
            kind=item.shown_kind or UNSTATED,
            budget=band(row.budget.baht or None),
        ),
    )


def _narrowing(here: Here, edition: Edition, rows: tuple[ScheduleRow, ...]) -> Narrowing | None:
    _, ways = here.words, item_ways(here, edition)
    quarter = Way(
        name="quarter",
        label=_("Quarter"),
        values={str(n): _("Quarter {n}", n=n) for n in range(1, 5)},
    )
    return narrowing(
        here,
        [row.found_by for row in rows],
        [ways["dimension"], quarter, ways["unit"], ways["kind"], ways["budget"]],
        sums=(_("Planned in the year"),) if any(row.is_amount for row in rows) else (),
    )


def _reported(report: PlanReport, rows: list[YearRow]) -> Reported:
    return Reported(
        count=str(report.count),
        minimum="" if report.minimum is None else str(report.minimum),
        entered=str(len(report.rows)),
        by_dimension=tuple(
            (code, str(number), str(sum(row.node == code for row in rows)))
            for code, number in report.by_node.items()
        ),
    )


def _neighbour(here: Here, edition: Edition, year: int) -> Link | None:
    known = {int(y): y for y in edition.disclosure.years}
    if year not in known:
        return None
    name = formats.fiscal_year(known[year], here.lang)
    return Link(here.words("Plan of fiscal year {year}", year=name), here.to(f"plan/{year}"))

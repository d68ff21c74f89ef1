"""What became of a year's plan: its items, the risks' controls, the integrity measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.model.plan import AllocationStatus
from generator.pages.base import Here
from generator.pages.narrowing import by_unit, marks
from generator.pages.quarters import quarter_progress
from generator.pages.records import reached
from generator.pages.records.reached import Group
from generator.pages.records.tables import Block, Cell, Told, as_a_whole, by_status, outcome

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, Money
    from generator.model.results import ItemResult, YearResults
    from generator.pages.narrowing import Marks
    from generator.wording import Wording


def results(edition: Edition, lang: Lang, year: YearResults) -> Told:
    """How much is done, then each item, risk and measure with its result."""
    here = Here(lang, f"results/{int(year.fiscal_year)}")
    _, disclosure = here.words, edition.disclosure
    name = formats.fiscal_year(year.fiscal_year, here.lang)
    return Told(
        here=here,
        title=_("Results of fiscal year {year}", year=name),
        about=_(
            "{about}, fiscal year {year}",
            about=_(
                "Results of the plan's items, of the risks' controls and of the integrity measures"
            ),
            year=name,
        ),
        as_of=year.as_of,
        blocks=(
            _summary(here, edition, year),
            _items(here, disclosure, year),
            _risks(here, disclosure, year),
            _measures(here, year),
            *as_a_whole(here, year.problems, year.recommendations),
        ),
        ways=(by_status(_), by_unit(here, disclosure.agency.units)),
        sums=(_("Planned budget"), _("Spent")),
    )


def _heads(_: Wording) -> tuple[str, ...]:
    """Of the columns that `outcome` fills."""
    return _("Status"), _("Result"), _("Problems"), _("Recommendations")


def _items(here: Here, disclosure: Disclosure, year: YearResults) -> Block:
    _, items = here.words, {item.id: item for item in disclosure.items}
    return Block(
        anchor="items",
        title=_("Items of the plan"),
        heads=(_("Item"), _("Planned budget (baht)"), _("Spent (baht)"), *_heads(_)),
        rows=tuple(
            (
                Cell(here.text(items[r.item].shown_title)),
                _planned(_, items[r.item], disclosure.years, year.fiscal_year),
                _money(_, r.spent),
                *outcome(here, r),
            )
            for r in year.items
        ),
        foot=_sums(here, disclosure, year),
        marks=tuple(
            _item_marks(items[r.item], r, disclosure.years, year.fiscal_year) for r in year.items
        ),
    )


def _risks(here: Here, disclosure: Disclosure, year: YearResults) -> Block:
    _ = here.words
    risks = {risk.id: risk for risk in disclosure.risk.risks} if disclosure.risk else {}
    return Block(
        anchor="risks",
        title=_("Risks"),
        heads=(_("Risk"), _("Incidents"), *_heads(_)),
        rows=tuple(
            (
                Cell(here.text(risks[r.risk].step)),
                Cell(str(r.incidents), numeric=True),
                *outcome(here, r),
            )
            for r in year.risks
        ),
        marks=tuple(marks(None, None, status=r.status) for r in year.risks),
    )


def _measures(here: Here, year: YearResults) -> Block:
    _ = here.words
    return Block(
        anchor="measures",
        title=_("Integrity measures"),
        heads=(_("Measure"), *_heads(_)),
        rows=tuple((Cell(here.text(m.title)), *outcome(here, m)) for m in year.measures),
        marks=tuple(marks(None, None, status=m.status, unit=m.unit) for m in year.measures),
    )


def _item_marks(
    item: Item, result: ItemResult, plan: tuple[FiscalYear, ...], year: FiscalYear
) -> Marks:
    given = item.allocations(plan).get(year)
    return marks(
        given.baht if given else None,
        result.spent.baht,
        status=result.status,
        unit=item.shown_responsible,
    )


def _summary(here: Here, edition: Edition, year: YearResults) -> Block:
    """How much of it is done, before the long tables."""
    _ = here.words
    groups = [
        Group(_("Items of the plan"), year.items),
        Group(_("Risks"), year.risks),
        Group(_("Integrity measures"), year.measures),
    ]
    told = [group for group in groups if group.outcomes]
    return Block(
        anchor="summary",
        title=_("How much is done"),
        heads=(
            _("Part of the results"),
            _("Done"),
            _("Under way"),
            _("Not done"),
            _("All"),
            _("Share done (%)"),
        ),
        rows=tuple(
            tuple(Cell(text, numeric=n > 0) for n, text in enumerate(reached.row(group)))
            for group in told
        ),
        picture=reached.picture(here, told, formats.day(year.as_of, here.lang)) if told else None,
        quarters=quarter_progress(here, edition.disclosure, year),
    )


def _sums(here: Here, disclosure: Disclosure, year: YearResults) -> tuple[Cell, ...]:
    items = {item.id: item for item in disclosure.items}
    given = (items[r.item].allocations(disclosure.years).get(year.fiscal_year) for r in year.items)
    return (
        Cell(here.words("Total")),
        Cell(reached.baht(money for money in given if money), numeric=True),
        Cell(reached.baht(r.spent for r in year.items), numeric=True),
        *(Cell("") for _column in range(4)),
    )


def _planned(_: Wording, item: Item, years: tuple[FiscalYear, ...], year: FiscalYear) -> Cell:
    """What the plan gave an item in a year, beside which the spending stands."""
    money = item.allocations(years).get(year)
    return _money(_, money) if money else Cell("–")


def _money(_: Wording, money: Money) -> Cell:
    words = {
        AllocationStatus.NO_BUDGET: _("No budget used"),
        AllocationStatus.NOT_SCHEDULED: _("Not in this year"),
    }
    text = words.get(money.status) or formats.baht(money.baht)
    return Cell(text, numeric=money.status is AllocationStatus.BUDGETED)

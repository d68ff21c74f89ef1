"""Budgets by the plan's first level and by year: computed, and held against the printed totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import formats
from generator.charts import Bar, stacked_bars
from generator.checks.figures import described, reconciled
from generator.model.disclosure import total
from generator.model.plan import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from markupsafe import Markup

    from generator.checks.figures import Reconciled
    from generator.model.base import Phrase
    from generator.model.disclosure import Disclosure
    from generator.model.plan import Item, Node
    from generator.pages.base import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow:
    """A dimension with its budget of each year and of all."""

    name: Phrase | str
    cells: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTable:
    """The table under the chart."""

    years: tuple[str, ...]
    rows: tuple[BudgetRow, ...]
    foot: BudgetRow


def budget_table(here: Here, disclosure: Disclosure) -> BudgetTable:
    """Baht by first level and year."""
    rows = tuple(
        _row(_named(here, node), disclosure.items_in(node), disclosure)
        for node in disclosure.plan.nodes
    )
    return BudgetTable(
        years=tuple(formats.fiscal_year(year, here.lang) for year in disclosure.years),
        rows=rows,
        foot=_row(here.words("Total"), disclosure.items, disclosure),
    )


def _named(here: Here, node: Node) -> str:
    return f"{node.code}. {here.text(node.shown_title)}"


def _row(name: Phrase | str, items: Iterable[Item], disclosure: Disclosure) -> BudgetRow:
    items = tuple(items)
    return BudgetRow(
        name=name,
        cells=tuple(
            formats.baht(total(items, disclosure.years, year)) for year in disclosure.years
        ),
        total=formats.baht(total(items, disclosure.years)),
    )


def budget_chart(here: Here, disclosure: Disclosure) -> Markup:
    """One bar for each year, parted by first level."""
    years = disclosure.years
    sums = {year: total(disclosure.items, years, year) for year in years}
    bars = tuple(
        Bar(
            label=formats.fiscal_year(year, here.lang),
            parts=tuple(total(disclosure.items_in(n), years, year) for n in disclosure.plan.nodes),
            total=formats.baht(sums[year]),
        )
        for year in years
    )
    legend = tuple(_named(here, node) for node in disclosure.plan.nodes)
    spoken = "; ".join(f"{bar.label}: {bar.total}" for bar in bars)
    return stacked_bars(bars, legend, budget_finding(here, disclosure), spoken)


def budget_finding(here: Here, disclosure: Disclosure) -> str:
    """What the chart shows, in a sentence."""
    _, years = here.words, disclosure.years
    sums = [total(disclosure.items, years, year) for year in years]
    least, most = formats.baht(min(sums)), formats.baht(max(sums))
    if len(years) == 1:
        year = formats.fiscal_year(years[0], here.lang)
        return _("Planned budget of fiscal year {year}: {most} baht", year=year, most=most)
    if least == most:
        return _("Planned budget: {most} baht in each fiscal year", most=most)
    return _(
        "Planned budget: between {least} and {most} baht in a fiscal year", least=least, most=most
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A printed total beside the computed one."""

    what: str
    printed: str
    computed: str
    agrees: bool
    line: int


def printed_rows(here: Here, disclosure: Disclosure) -> tuple[PrintedRow, ...]:
    """Each total that the document prints, with what the data gives."""
    return tuple(_printed(here, pair) for pair in reconciled(disclosure))


def lost(here: Here, disclosure: Disclosure) -> Iterator[str]:
    """What the document says there is in all, where less of it could be read."""
    _ = here.words
    for pair in reconciled(disclosure):
        figure = pair.stated
        whole = figure.node is None and figure.kind is None and figure.fiscal_year is None
        if whole and pair.computed < figure.value:
            printed, here_is = formats.number(figure.value), formats.number(pair.computed)
            yield {
                Figure.ITEMS: _(
                    "The document states {printed} items; its text holds {here}",
                    printed=printed,
                    here=here_is,
                ),
                Figure.BUDGET: _(
                    "The document states {printed} baht; the items in its text come to {here}",
                    printed=printed,
                    here=here_is,
                ),
                Figure.MARKS: "",
            }[figure.what]


def _printed(here: Here, pair: Reconciled) -> PrintedRow:
    form = formats.baht if pair.stated.what is Figure.BUDGET else _count
    return PrintedRow(
        what=here.say(described(pair.stated)),
        printed=form(pair.stated.value),
        computed=form(pair.computed),
        agrees=pair.agrees,
        line=pair.stated.line,
    )


def _count(value: Decimal) -> str:
    return formats.number(value)

"""Budgets by the plan's first level and by year: computed, and held against the printed totals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.charts.bars import Bar, stacked_bars
from generator.charts.drawing import Spoken
from generator.checks.figures import described, reconciled
from generator.exports.pictures import BUDGET
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.model.plan import Figure, Kind
from generator.pages.findings import Named, budget_parts, budget_years
from generator.pages.items import kind_name, level_name
from generator.pages.narrowing import Way, marks, narrowing
from generator.pages.picture import Picture, Twin, TwinRow, files, keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from generator.checks.figures import Reconciled
    from generator.model.base import Phrase
    from generator.model.disclosure import Disclosure
    from generator.model.plan import Item, Node
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks, Narrowing


def budget_picture(here: Here, disclosure: Disclosure) -> Picture | None:
    """One bar for each year, parted by the plan's first level; nothing where there is no money."""
    if not total(disclosure.items, disclosure.years):
        return None
    nodes = disclosure.plan.nodes
    sums = [total(disclosure.items_in(node), disclosure.years) for node in nodes]
    used = [number for number, money in enumerate(sums) if money]
    years = [
        Named(formats.fiscal_year(year, here.lang), total(disclosure.items, disclosure.years, year))
        for year in disclosure.years
    ]
    return Picture(
        id="budget-picture",
        finding=budget_parts(here, _parts(here, disclosure)),
        about=_about(here, disclosure, budget_years(here, years)),
        drawing=_bars(here, disclosure),
        key=keys("budget", (_titled(here, node) for node in nodes), used),
        twin=_twin(here, disclosure),
        files=files(here, BUDGET),
    )


def _parts(here: Here, disclosure: Disclosure) -> list[Named]:
    _ = here.words
    level = level_name(_, disclosure.plan.levels[0])
    return [
        Named(
            _(
                "{level} {code}, {title}",
                level=level[:1].lower() + level[1:],
                code=node.code,
                title=here.text(node.shown_title),
            ),
            total(disclosure.items_in(node), disclosure.years),
        )
        for node in disclosure.plan.nodes
    ]


def _about(here: Here, disclosure: Disclosure, change: str) -> str:
    _, announced = here.words, disclosure.plan.announcement
    told = _(
        "{change}. Planned budget of each fiscal year, added up from every item of the plan.",
        change=change,
    )
    if announced is None:
        return told
    day = formats.day(announced.date, here.lang)
    announcement = _("Plan announced on {day}.", day=day)
    return f"{told} {announcement}"


def _titled(here: Here, node: Node) -> Phrase:
    title = here.text(node.shown_title)
    return title._replace(text=f"{node.code}. {title}")


def _bars(here: Here, disclosure: Disclosure) -> Markup:
    years = disclosure.years
    bars = tuple(
        Bar(
            label=formats.fiscal_year(year, here.lang),
            parts=tuple(total(disclosure.items_in(n), years, year) for n in disclosure.plan.nodes),
            total=formats.baht(total(disclosure.items, years, year)),
        )
        for year in years
    )
    title = here.words("Bar chart: planned budget in baht by fiscal year")
    spoken = "; ".join(f"{bar.label}: {bar.total}" for bar in bars)
    return stacked_bars(bars, Spoken("budget", title, spoken))


def _twin(here: Here, disclosure: Disclosure) -> Twin:
    """Baht by first level and year."""
    _, years = here.words, disclosure.years
    return Twin(
        caption=_(
            "Planned budget in baht by part of the plan and fiscal year, added up from every item"
        ),
        heads=(
            _("Part of the plan"),
            *(formats.fiscal_year(year, here.lang) for year in years),
            _("Total"),
        ),
        rows=tuple(
            _row(_titled(here, node), disclosure.items_in(node), disclosure)
            for node in disclosure.plan.nodes
        ),
        foot=_row(_("Total"), disclosure.items, disclosure),
    )


def _row(name: Phrase | str, items: Iterable[Item], disclosure: Disclosure) -> TwinRow:
    items = tuple(items)
    sums = [total(items, disclosure.years, year) for year in disclosure.years]
    return TwinRow(name, tuple(formats.baht(value) for value in [*sums, sum(sums, Decimal(0))]))


@frozen(kw_only=True)
class PrintedRow:
    """A printed total beside the computed one."""

    what: str
    printed: str
    computed: str
    agrees: bool
    line: int
    marks: Marks


def printed_rows(here: Here, disclosure: Disclosure) -> tuple[PrintedRow, ...]:
    """Each total that the document prints, with what the data gives."""
    return tuple(_printed(here, pair) for pair in reconciled(disclosure))


def lost(here: Here, disclosure: Disclosure) -> Iterator[tuple[Figure, str]]:
    """What the document says there is in all, where less of it could be read, and of what it says so."""
    _ = here.words
    for pair in reconciled(disclosure):
        figure = pair.stated
        whole = figure.node is None and figure.kind is None and figure.fiscal_year is None
        if whole and pair.computed < figure.value:
            printed, here_is = formats.number(figure.value), formats.number(pair.computed)
            said = {
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
            }
            yield figure.what, said[figure.what]


def _printed(here: Here, pair: Reconciled) -> PrintedRow:
    form = formats.baht if pair.stated.what is Figure.BUDGET else _count
    return PrintedRow(
        what=here.say(described(pair.stated)),
        printed=form(pair.stated.value),
        computed=form(pair.computed),
        agrees=pair.agrees,
        line=pair.stated.line,
        marks=_marks(pair),
    )


def _marks(pair: Reconciled) -> Marks:
    stated = pair.stated
    return marks(
        counts=stated.what,
        agrees="yes" if pair.agrees else "no",
        kind=stated.kind or "",
        year="" if stated.fiscal_year is None else str(int(stated.fiscal_year)),
    )


def printed_narrowing(
    here: Here, disclosure: Disclosure, rows: Iterable[PrintedRow]
) -> Narrowing | None:
    """By what a total counts, whether it agrees, year and kind; beside another list of the page."""
    _ = here.words
    years = {str(int(y)): formats.fiscal_year(y, here.lang) for y in disclosure.years}
    counts: dict[str, str | Phrase] = {
        Figure.ITEMS: _("Items"),
        Figure.BUDGET: _("Budget"),
        Figure.MARKS: _("Quarters"),
    }
    return narrowing(
        here,
        [row.marks for row in rows],
        (
            Way(name="counts", label=_("What it counts"), values=counts),
            Way(name="agrees", label=_("Agrees"), values={"yes": _("yes"), "no": _("no")}),
            Way(name="year", label=_("Fiscal year"), values=years),
            Way(name="kind", label=_("Kind"), values={k: kind_name(_, k) for k in Kind}),
        ),
        prefix="printed",
        label=_("Narrow the printed totals"),
    )


def _count(value: Decimal) -> str:
    return formats.number(value)

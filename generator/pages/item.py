"""One page for each project, measure and activity, at an address that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.pages.base import Here, Link, Page
from generator.pages.contradictions import Discrepancy, discrepancies
from generator.pages.items import MoneyCell, kind_name, level_name, money_cell, no_money, unit_link
from generator.pages.passages import PassageRow, TargetRow, passages, target_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.plan import Item, Node


@frozen(kw_only=True)
class Section:
    """A part of the item's description."""

    id: str
    heading: str
    rows: tuple[PassageRow, ...]
    ordered: bool


@frozen(kw_only=True)
class QuarterRow:
    """A year of an item's schedule: the four quarters, marked or not."""

    year: str
    marks: tuple[bool, bool, bool, bool]
    budget: str
    number: str
    line: int


@frozen(kw_only=True)
class ItemPage(Page):
    """Everything that is known of one item."""

    template: ClassVar[str] = "item.html"

    number: str
    kind: str
    thai_title: str
    """The title in the document's own language, for the English page; empty on the Thai one."""
    node_level: str
    node: Link
    units: tuple[Link, ...]
    period_label: str
    period: str
    quarters: tuple[bool, ...]
    period_words: Phrase | None
    budget: tuple[MoneyCell, ...]
    """Of each year; empty where every year says the same words and no amount."""
    same_each_year: str
    """The years of which `total` says the whole."""
    total: str
    schedule: tuple[QuarterRow, ...]
    rationale: Phrase | None
    sections: tuple[Section, ...]
    goals: tuple[TargetRow, ...]
    group_size: str
    place: Phrase | None
    discrepancies: tuple[Discrepancy, ...]
    lines: str
    document: Phrase
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[ItemPage]:
    """A page for each item."""
    for number in range(len(edition.disclosure.items)):
        yield _at(edition, lang, number)


def page_at(edition: Edition, lang: Lang, path: str) -> ItemPage | None:
    """The page of one item, without the others."""
    items = edition.disclosure.items
    return next(
        (_at(edition, lang, n) for n, item in enumerate(items) if f"items/{item.id}" == path), None
    )


def _at(edition: Edition, lang: Lang, number: int) -> ItemPage:
    items = edition.disclosure.items
    item = items[number]
    before = items[number - 1] if number else None
    after = items[number + 1] if number + 1 < len(items) else None
    return _page(edition, Here(lang, f"items/{item.id}"), item, before, after)


def _page(
    edition: Edition, here: Here, item: Item, before: Item | None, after: Item | None
) -> ItemPage:
    _, disclosure = here.words, edition.disclosure
    node, top = disclosure.node(item.node), disclosure.node(item.top)
    title = here.text(item.shown_title)
    cells = tuple(
        money_cell(here, year, money) for year, money in item.allocations(disclosure.years).items()
    )
    said = _total(here, edition, item)
    is_same = len(cells) > 1 and not any(c.is_amount or c.text != said for c in cells)
    period = item.period
    return ItemPage(
        here=here,
        title=title,
        description=_description(here, edition, item),
        trail=(
            Link(here.text(disclosure.plan.short_title), here.to("plan")),
            Link(here.text(top.shown_title), here.to(f"dimensions/{top.code}")),
        ),
        number="" if item.shown_number is None else str(item.shown_number),
        kind=kind_name(_, item.shown_kind),
        thai_title=item.shown_title.th if here.lang == "en" and title.lang == "en" else "",
        node_level=level_name(_, disclosure.plan.levels[node.code.count(".")]),
        node=_node_link(here, node),
        units=tuple(unit_link(here, edition, unit_id) for unit_id in item.shown_responsible),
        period_label=_.count(
            "Fiscal year",
            "Fiscal years",
            1 if period and period.from_ == period.to else len(disclosure.years),
        ),
        period=formats.fiscal_years(period.from_, period.to, here.lang)
        if period
        else _("Not stated"),
        quarters=_marks(period.quarters) if period and period.quarters else (),
        period_words=here.text(period.words) if period and period.words else None,
        budget=() if is_same else cells,
        same_each_year=_same_years(here, edition) if is_same else "",
        total=said,
        schedule=tuple(_schedule(here, item)),
        rationale=here.text(item.rationale) if item.rationale else None,
        sections=tuple(section for section in _sections(here, item) if section.rows),
        goals=tuple(target_row(here, t) for line in item.passages() for t in line.every_target()),
        group_size=_("{n} people", n=formats.number(item.target_group_size))
        if item.target_group_size
        else "",
        place=here.text(item.place) if item.place else None,
        discrepancies=discrepancies(here, edition, edition.about(item.id)),
        lines=_lines(here, item.source.lines),
        document=here.text(disclosure.plan.source.title),
        previous=_neighbour(here, before),
        next=_neighbour(here, after),
    )


def _same_years(here: Here, edition: Edition) -> str:
    years = edition.disclosure.years
    return here.words(
        "The same in every fiscal year, {years}",
        years=formats.fiscal_years(years[0], years[-1], here.lang),
    )


def _total(here: Here, edition: Edition, item: Item) -> str:
    years = edition.disclosure.years
    baht = total([item], years)
    if baht:
        return here.words("{baht} baht", baht=formats.baht(baht))
    return no_money(here.words, (item,), years)


def _description(here: Here, edition: Edition, item: Item) -> str:
    units = [edition.disclosure.unit(unit_id) for unit_id in item.shown_responsible]
    _, number, period = here.words, item.shown_number, item.period
    baht = total([item], edition.disclosure.years)
    told = (
        formats.fiscal_years(period.from_, period.to, here.lang) if period else "",
        _total(here, edition, item) if baht else _in_a_sentence(_total(here, edition, item)),
    )
    kind = kind_name(_, item.shown_kind)
    return _(
        "{name} ({part}) of {agency}: {told}. Responsible: {units}",
        part=f"{level_name(_, edition.disclosure.plan.levels[item.node.count('.')])} {item.node}",
        name=_("{kind} no. {n}", kind=kind, n=number) if number else here.text(item.shown_title),
        told=", ".join(part for part in told if part) or _("years not stated"),
        agency=here.text(edition.disclosure.agency.short_name),
        units=_("; ").join(str(here.text(unit.name)) for unit in units)
        or _in_a_sentence(_("Not stated")),
    )


def _in_a_sentence(words: str) -> str:
    """What stands alone with a capital letter, within a sentence."""
    return words[:1].lower() + words[1:]


def _lines(here: Here, lines: tuple[int, ...]) -> str:
    """Where the document speaks of an item; empty where its lines are not known."""
    if not lines:
        return ""
    numbers = ", ".join(str(line) for line in lines)
    return here.words.count("line {n}", "lines {n}", len(lines), n=numbers)


def _node_link(here: Here, node: Node) -> Link:
    top = node.code.partition(".")[0]
    anchor = "" if node.code == top else f"node-{node.code}"
    return Link(f"{node.code} {here.text(node.shown_title)}", here.to(f"dimensions/{top}", anchor))


def _marks(quarters: tuple[int, ...]) -> tuple[bool, bool, bool, bool]:
    return (1 in quarters, 2 in quarters, 3 in quarters, 4 in quarters)


def _schedule(here: Here, item: Item) -> Iterator[QuarterRow]:
    for row in sorted(item.schedule, key=lambda row: (row.fiscal_year, row.number)):
        yield QuarterRow(
            year=formats.fiscal_year(row.fiscal_year, here.lang),
            marks=_marks(row.quarters),
            budget=money_cell(here, row.fiscal_year, row.budget).text,
            number=str(row.number),
            line=row.line,
        )


def _sections(here: Here, item: Item) -> Iterator[Section]:
    _ = here.words
    parts = (
        ("objectives", _("Objectives"), item.objectives, True),
        ("target-group", _("Target group"), item.target_groups, False),
        ("targets", _("Targets and outputs"), item.targets, True),
        ("steps", _("Steps"), item.steps, True),
        ("indicators", _("Indicators"), item.indicators, True),
        ("outputs", _("Outputs"), item.outputs, True),
        ("outcomes", _("Outcomes"), item.outcomes, True),
        ("results", _("Outputs and outcomes"), item.results, True),
        ("done", _("What was done"), item.result_summary, True),
    )
    for name, heading, lines, ordered in parts:
        yield Section(
            id=name,
            heading=heading,
            rows=passages(here, lines),
            ordered=ordered and len(lines) > 1,
        )


def _neighbour(here: Here, item: Item | None) -> Link | None:
    return None if item is None else Link(here.text(item.shown_title), here.to(f"items/{item.id}"))

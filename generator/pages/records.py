"""What an agency tells as records beside its plan, as tables: posts, results, operations, services."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.people import Rank, Side
from generator.model.plan import AllocationStatus
from generator.model.results import Progress
from generator.pages import reached
from generator.pages.base import Here, Link, Page
from generator.pages.narrowing import Way, by_unit, marks, narrowing
from generator.pages.posts import Tree, tree
from generator.pages.quarters import quarter_progress
from generator.pages.reached import Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.edition import Edition
    from generator.model.base import Id, Lang, Phrase, Text
    from generator.model.eras import FiscalYear
    from generator.model.people import Post
    from generator.model.plan import Item, Money
    from generator.model.results import ItemResult, Operations, Outcome, YearResults
    from generator.model.services import ServiceYear
    from generator.pages.narrowing import Marks, Narrowing
    from generator.pages.picture import Picture
    from generator.wording import Wording

STRUCTURE = "structure"


@frozen
class Cell:
    """A cell of a table."""

    text: str | Phrase
    numeric: bool = False
    picture: str = ""
    """Address of a picture that stands in its place; the text tells what it shows."""


@frozen(kw_only=True)
class Block:
    """A heading with a table below it, or with sentences."""

    anchor: str
    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    lines: tuple[Phrase, ...] = ()
    foot: tuple[Cell, ...] = ()
    """Sums of the columns; empty below those that have none."""
    picture: Picture | None = None
    """The rows as a picture."""
    quarters: Picture | None = None
    """Planned against done, where the plan sets quarters."""
    trees: tuple[Tree, ...] = ()
    marks: tuple[Marks, ...] = ()
    """What each of its rows is found by; none of a table that nobody would narrow."""

    @property
    def has_names(self) -> bool:
        """Whether each row begins with what it is about, not with a picture or the lack of one."""
        return all(row and not row[0].picture and str(row[0].text) != "–" for row in self.rows)

    @property
    def is_told(self) -> bool:
        """Whether it holds anything."""
        return bool(self.rows or self.lines or self.trees)


@frozen(kw_only=True)
class RecordsPage(Page):
    """A page of tables."""

    template: ClassVar[str] = "records.html"

    as_of: str
    blocks: tuple[Block, ...]
    narrowing: Narrowing | None
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[RecordsPage]:
    """Posts, then each year's results, operations and services."""
    disclosure = edition.disclosure
    if disclosure.people:
        yield _structure(edition, Here(lang, STRUCTURE))
    yield from _in_order(
        _results(edition, Here(lang, f"results/{int(year.fiscal_year)}"), year)
        for year in disclosure.results
    )
    yield from _in_order(
        _operations(edition, Here(lang, f"operations/{int(year.fiscal_year)}"), year)
        for year in disclosure.operations
    )
    yield from _in_order(
        _services(Here(lang, f"services/{int(year.fiscal_year)}"), year)
        for year in disclosure.services
    )


def _in_order(years: Iterable[RecordsPage]) -> Iterator[RecordsPage]:
    """Pages of one kind, each with the years beside it."""
    row = tuple(years)
    for before, page, after in zip((None, *row), row, (*row[1:], None), strict=False):
        yield replace(page, previous=_link(page.here, before), next=_link(page.here, after))


def _link(here: Here, page: RecordsPage | None) -> Link | None:
    return Link(page.title, here.to(page.here.path)) if page else None


def _narrowed(page: RecordsPage, *ways: Way, sums: tuple[str, ...] = ()) -> RecordsPage:
    """A page whose tables can be narrowed together."""
    found = [one for block in page.blocks for one in block.marks]
    return replace(page, narrowing=narrowing(page.here, found, ways, sums=sums))


def _by_status(_: Wording) -> Way:
    return Way(name="status", label=_("Status"), values=progress(_))


def progress(_: Wording) -> dict[str, str]:
    """How far something is, in words."""
    return {
        Progress.DONE: _("Done"),
        Progress.ONGOING: _("Under way"),
        Progress.NOT_DONE: _("Not done"),
    }


def _page(here: Here, title: str, about: str, as_of: date, blocks: Iterable[Block]) -> RecordsPage:
    return RecordsPage(
        here=here,
        title=title,
        description=about,
        trail=(Link(here.words("Agency information"), here.to("pages")),),
        as_of=formats.day(as_of, here.lang),
        blocks=tuple(block for block in blocks if block.is_told),
        narrowing=None,
        previous=None,
        next=None,
    )


def _structure(edition: Edition, here: Here) -> RecordsPage:
    _, people = here.words, edition.disclosure.people
    assert people is not None  # noqa: S101 - asked before
    heads = (_("Photograph"), _("Position"), _("Name"), _("Rank"), _("Above it"), _("Contact"))
    posts = {post.id: post for post in people.posts}
    sides = ((Side.POLITICAL, _("Political side")), (Side.PERMANENT, _("Permanent side")))
    page = _page(
        here,
        _("Structure and executives"),
        _("The posts of the agency, on the political and the permanent side"),
        people.as_of,
        (
            Block(
                anchor="chart",
                title=_("Chart of posts"),
                trees=tuple(
                    tree(here, people, side, name) for side, name in sides if people.of(side)
                ),
            ),
            *(
                Block(
                    anchor=str(side),
                    title=name,
                    heads=heads,
                    rows=tuple(_post(here, post, posts) for post in people.of(side)),
                    marks=tuple(marks(side=side, rank=post.rank) for post in people.of(side)),
                )
                for side, name in sides
            ),
        ),
    )
    return _narrowed(
        page,
        Way(name="side", label=_("Side"), values={str(side): name for side, name in sides}),
        Way(name="rank", label=_("Rank"), values=ranks(_)),
    )


def ranks(_: Wording) -> dict[str, str]:
    """The ranks of posts in words, the highest first."""
    return {
        Rank.CHIEF: _("Chief"),
        Rank.DEPUTY: _("Deputy"),
        Rank.COUNCIL: _("Council"),
        Rank.HEAD: _("Head of a unit"),
        Rank.STAFF: _("Staff"),
    }


def _post(here: Here, post: Post, posts: dict[Id, Post]) -> tuple[Cell, ...]:
    _ = here.words
    above = posts.get(post.under) if post.under else None
    position = here.text(post.position)
    return (
        Cell(position, picture=here.shared(f"files/{post.photo}")) if post.photo else Cell("–"),
        Cell(position),
        Cell(here.text(post.name) if post.name else _("Vacant")),
        Cell(ranks(_)[post.rank]),
        Cell(here.text(above.position) if above else "–"),
        Cell(" · ".join(part for part in (post.phone, post.email) if part) or "–"),
    )


def _results(edition: Edition, here: Here, year: YearResults) -> RecordsPage:
    _, disclosure = here.words, edition.disclosure
    name = formats.fiscal_year(year.fiscal_year, here.lang)
    heads = (_("Status"), _("Result"), _("Problems"), _("Recommendations"))
    items = {item.id: item for item in disclosure.items}
    risks = {risk.id: risk for risk in disclosure.risk.risks} if disclosure.risk else {}
    page = _page(
        here,
        _("Results of fiscal year {year}", year=name),
        _(
            "{about}, fiscal year {year}",
            about=_(
                "Results of the plan's items, of the risks' controls and of the integrity measures"
            ),
            year=name,
        ),
        year.as_of,
        (
            _summary(here, edition, year),
            Block(
                anchor="items",
                title=_("Items of the plan"),
                heads=(_("Item"), _("Planned budget (baht)"), _("Spent (baht)"), *heads),
                rows=tuple(
                    (
                        Cell(here.text(items[r.item].shown_title)),
                        _planned(_, items[r.item], disclosure.years, year.fiscal_year),
                        _money(_, r.spent),
                        *_outcome(here, r),
                    )
                    for r in year.items
                ),
                foot=_sums(here, edition, year),
                marks=tuple(
                    _item_marks(items[r.item], r, disclosure.years, year.fiscal_year)
                    for r in year.items
                ),
            ),
            Block(
                anchor="risks",
                title=_("Risks"),
                heads=(_("Risk"), _("Incidents"), *heads),
                rows=tuple(
                    (
                        Cell(here.text(risks[r.risk].step)),
                        Cell(str(r.incidents), numeric=True),
                        *_outcome(here, r),
                    )
                    for r in year.risks
                ),
                marks=tuple(marks(None, None, status=r.status) for r in year.risks),
            ),
            Block(
                anchor="measures",
                title=_("Integrity measures"),
                heads=(_("Measure"), *heads),
                rows=tuple((Cell(here.text(m.title)), *_outcome(here, m)) for m in year.measures),
                marks=tuple(marks(None, None, status=m.status, unit=m.unit) for m in year.measures),
            ),
            *_as_a_whole(here, year.problems, year.recommendations),
        ),
    )
    return _narrowed(
        page,
        _by_status(_),
        by_unit(here, disclosure.agency.units),
        sums=(_("Planned budget"), _("Spent")),
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


def _sums(here: Here, edition: Edition, year: YearResults) -> tuple[Cell, ...]:
    disclosure = edition.disclosure
    items = {item.id: item for item in disclosure.items}
    given = (items[r.item].allocations(disclosure.years).get(year.fiscal_year) for r in year.items)
    return (
        Cell(here.words("Total")),
        Cell(reached.baht(money for money in given if money), numeric=True),
        Cell(reached.baht(r.spent for r in year.items), numeric=True),
        *(Cell("") for _column in range(4)),
    )


def _operations(edition: Edition, here: Here, year: Operations) -> RecordsPage:
    _ = here.words
    name = formats.fiscal_year(year.fiscal_year, here.lang)
    heads = (
        _("Project"), _("Responsible unit"), _("Time"), _("Budget (baht)"), _("Paid out (baht)"),
        _("Status"), _("Result"), _("Problems"), _("Recommendations"),
    )  # fmt: skip
    page = _page(
        here,
        _("Operations of fiscal year {year}", year=name),
        _(
            "{about}, fiscal year {year}",
            about=_("The year's projects with budget, time, results and what was paid out"),
            year=name,
        ),
        year.as_of,
        (
            Block(
                anchor="programmes",
                title=_("Projects"),
                heads=heads,
                rows=tuple(
                    (
                        Cell(here.text(p.title)),
                        Cell(here.text(edition.disclosure.unit(p.unit).name)),
                        Cell(
                            f"{formats.month_of_year(p.begins, here.lang)} – "
                            f"{formats.month_of_year(p.ends, here.lang)}"
                        ),
                        Cell(formats.baht(p.budget), numeric=True),
                        Cell(formats.baht(p.spent), numeric=True),
                        *_outcome(here, p),
                    )
                    for p in year.programmes
                ),
                marks=tuple(
                    marks(p.budget, p.spent, status=p.status, unit=p.unit) for p in year.programmes
                ),
            ),
            *_as_a_whole(here, year.problems, year.recommendations),
        ),
    )
    return _narrowed(
        page,
        _by_status(_),
        by_unit(here, edition.disclosure.agency.units),
        sums=(_("Budget"), _("Paid out")),
    )


def _services(here: Here, year: ServiceYear) -> RecordsPage:
    _ = here.words
    name = formats.fiscal_year(year.fiscal_year, here.lang)
    return _page(
        here,
        _("Use of services in fiscal year {year}", year=name),
        _(
            "{about}, fiscal year {year}",
            about=_("How often each service was used, at the counter and online, month by month"),
            year=name,
        ),
        year.as_of,
        (
            Block(
                anchor=service.id,
                title=str(here.text(service.title)),
                heads=(_("Month"), _("At the counter"), _("Online")),
                rows=tuple(
                    (
                        Cell(formats.month_of_year(month, here.lang)),
                        Cell(str(uses.walk_in), numeric=True),
                        Cell("–" if uses.online is None else str(uses.online), numeric=True),
                    )
                    for month, uses in sorted(service.months.items())
                ),
            )
            for service in year.services
        ),
    )


def _outcome(here: Here, outcome: Outcome) -> tuple[Cell, ...]:
    _ = here.words
    said = (outcome.problems, outcome.recommendations)
    return (
        Cell(progress(_)[outcome.status]),
        Cell(here.text(outcome.result)),
        *(Cell(here.text(text) if text else "–") for text in said),
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


def _as_a_whole(
    here: Here, problems: tuple[Text, ...], recommendations: tuple[Text, ...]
) -> tuple[Block, ...]:
    _ = here.words
    told = (
        ("problems", _("Problems"), problems),
        ("recommendations", _("Recommendations"), recommendations),
    )
    return tuple(
        Block(anchor=anchor, title=title, lines=tuple(here.text(text) for text in texts))
        for anchor, title, texts in told
    )

"""A month's procurement summary in the form of สขร.1, its nine columns, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.addresses import LINES, parts_of, path_of_list, path_of_month
from generator.forms import SKR1
from generator.frozen import frozen
from generator.model.ledger import MonthState, spent
from generator.model.spending import total_of
from generator.pages.base import Here, Link, Page
from generator.pages.narrowing import narrowing
from generator.pages.purchase_facets import narrowed_list, purchase_sums, purchase_ways
from generator.pages.purchases import (
    PurchaseRow,
    counted,
    data_links,
    purchase_rows,
    state_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.eras import Month
    from generator.model.ledger import Ledger, Purchase
    from generator.pages.narrowing import Narrowing


@frozen(kw_only=True)
class MonthPage(Page):
    """What was bought and hired in a month."""

    template: ClassVar[str] = "month.html"

    form: str
    agency: Phrase
    as_of: str
    lead: str
    nothing: str
    """That nothing was bought, or not reported, or not over, in words; empty where there are rows."""
    so_far: str
    """That the month was not over on the day of the data; empty where it was."""
    rows: tuple[PurchaseRow, ...]
    narrowing: Narrowing | None
    whole_month: Link | None
    """The year's list with the month chosen, where the month takes several pages."""
    whole_year: Link | None
    """The list of the whole year's purchases."""
    sums: tuple[str, str, str] | None
    """Budget, reference price and price agreed of the whole month, on its last part."""
    part: str
    parts: tuple[Link, ...]
    files: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[MonthPage]:
    """A page for each month that is over or has entries, in parts where it is long."""
    for ledger in edition.ledgers:
        for month in ledger.year.months:
            for part in range(1, parts_of(ledger, month) + 1):
                yield _page(edition, Here(lang, path_of_month(month, part)), ledger, month, part)


def _page(edition: Edition, here: Here, ledger: Ledger, month: Month, part: int) -> MonthPage:
    _, purchases = here.words, ledger.by_month.get(month, ())
    parts, first = parts_of(ledger, month), (part - 1) * LINES
    name = formats.month_of_year(month, here.lang)
    year = formats.fiscal_year(ledger.year, here.lang)
    title = _("Monthly procurement summary, {month}", month=name)
    if part > 1:
        title = _("{title}, part {n}", title=title, n=part)
    nothing = state_words(here, ledger, month)
    rows = tuple(purchase_rows(here, purchases[first : first + LINES], first + 1))
    return MonthPage(
        here=here,
        title=title,
        called=name,
        description=_("{title}: {counted}", title=title, counted=nothing)
        if nothing
        else _(
            "{title}: {counted}, in the nine columns of form SKR.1 that the Official Information Act asks for",
            title=title,
            counted=counted(here, purchases),
        ),
        trail=(
            Link(_("Procurement"), here.to("procurement")),
            Link(_("Fiscal year {year}", year=year), here.to(f"procurement/{int(ledger.year)}")),
        ),
        form=here.say(SKR1),
        agency=here.text(edition.disclosure.agency.name),
        as_of=formats.day(ledger.procurement.report.as_of, here.lang),
        lead="" if nothing else counted(here, purchases),
        nothing=nothing,
        so_far=_("Only what was known on the day of the data: the month was not over.")
        if ledger.state(month) is MonthState.SO_FAR
        else "",
        rows=rows,
        narrowing=_narrowing(here, ledger, rows, _("Narrow this part of the list"))
        if parts > 1
        else _narrowing(here, ledger, rows),
        whole_month=Link(
            _("All purchases of the month on one list, to be narrowed together"),
            narrowed_list(here, ledger, month=str(month)),
        )
        if parts > 1
        else None,
        whole_year=Link(_("Every purchase of the fiscal year"), here.to(path_of_list(ledger.year)))
        if rows
        else None,
        sums=_sums(purchases) if purchases and part == parts else None,
        part=_("Part {n} of {parts}", n=part, parts=parts) if parts > 1 else "",
        parts=_parts(here, month, part, parts),
        files=data_links(here, ledger, month),
        previous=_neighbour(here, ledger, month, -1),
        next=_neighbour(here, ledger, month, 1),
    )


def _narrowing(
    here: Here, ledger: Ledger, rows: tuple[PurchaseRow, ...], label: str = ""
) -> Narrowing | None:
    ways = purchase_ways(here, ledger)
    return narrowing(
        here,
        [row.marks for row in rows],
        [ways[name] for name in ("method", "status", "amount", "source", "supplier")],
        sums=purchase_sums(here),
        label=label,
    )


def _sums(purchases: tuple[Purchase, ...]) -> tuple[str, str, str]:
    processes = [purchase.process for purchase in purchases if purchase.is_counted]
    return (
        formats.baht(total_of(process.budget for process in processes)),
        formats.baht(total_of(process.reference_price for process in processes)),
        formats.baht(spent(purchases)),
    )


def _parts(here: Here, month: Month, part: int, parts: int) -> tuple[Link, ...]:
    if parts == 1:
        return ()
    return tuple(
        Link(str(number), here.to(path_of_month(month, number)), number == part)
        for number in range(1, parts + 1)
    )


def _neighbour(here: Here, ledger: Ledger, month: Month, step: int) -> Link | None:
    months = [found for found in ledger.year.months if parts_of(ledger, found)]
    place = months.index(month) + step
    if not 0 <= place < len(months):
        return None
    name = formats.month_of_year(months[place], here.lang)
    return Link(name, here.to(path_of_month(months[place])))

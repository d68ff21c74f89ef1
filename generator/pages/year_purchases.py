"""Every purchase of a fiscal year on one line: what, when, how, from whom, for how much.

The months' own pages hold the official form; this is the list in which one thing is found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.addresses import list_parts_of, part_of_list, path_of_list
from generator.forms import METHOD_WORDS, STATUS_WORDS
from generator.frozen import frozen
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.narrowing import narrowing
from generator.pages.purchase_facets import purchase_marks, purchase_sums, purchase_ways
from generator.pages.purchases import counted, data_links, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.eras import FiscalYear
    from generator.model.ledger import Ledger, Purchase
    from generator.pages.narrowing import Marks, Narrowing

FACETS = ("month", "method", "status", "amount", "source", "supplier")


@frozen(kw_only=True)
class ListedPurchase:
    """A purchase in a list; its link leads to its line in the month's form."""

    number: str
    link: Link
    meta: tuple[str, ...]
    """Month, method, status."""
    suppliers: tuple[Phrase, ...]
    price: str
    is_price: bool
    marks: Marks


@frozen(kw_only=True)
class YearPurchasesPage(Page):
    """A year's purchases, or a part of them where there are very many."""

    template: ClassVar[str] = "year_purchases.html"
    searched: ClassVar[Searched] = "no"

    lead: str
    part: str
    """Which part this is; empty where the list is whole."""
    parts: tuple[Link, ...]
    rows: tuple[ListedPurchase, ...]
    narrowing: Narrowing | None
    """Of the whole year, also where the list takes more than one page."""
    files: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[YearPurchasesPage]:
    """The list of each fiscal year in which something was bought."""
    ledgers = [ledger for ledger in edition.ledgers if ledger.purchases]
    for place, ledger in enumerate(ledgers):
        before = ledgers[place - 1] if place else None
        after = ledgers[place + 1] if place + 1 < len(ledgers) else None
        found = _narrowing(Here(lang, path_of_list(ledger.year)), ledger)
        for part in range(1, list_parts_of(ledger) + 1):
            here = Here(lang, path_of_list(ledger.year, part))
            page = _page(here, ledger, part, (_link(here, before), _link(here, after)))
            yield replace(page, narrowing=_at(here, ledger, found))


def _narrowing(here: Here, ledger: Ledger) -> Narrowing | None:
    """The choices of a whole year's list."""
    ways = purchase_ways(here, ledger)
    return narrowing(
        here,
        [purchase_marks(purchase) for purchase in ledger.purchases],
        [ways[name] for name in FACETS],
        sums=purchase_sums(here),
    )


def _at(here: Here, ledger: Ledger, found: Narrowing | None) -> Narrowing | None:
    """The same on a page that holds a part of the list, with the way to all others."""
    if found is None or list_parts_of(ledger) == 1:
        return found
    number = formats.number(len(ledger.purchases))
    label = here.words("Narrow the list of all {n} purchases", n=number)
    return replace(found, label=label, rest=here.shared(rows_file(here.lang, ledger.year)))


def rows_file(lang: Lang, year: FiscalYear) -> str:
    """Address of the script that holds every row of a year's list, below the site's root."""
    return Here(lang, path_of_list(year)).file.replace("index.html", "rows.js")


def _page(
    here: Here, ledger: Ledger, part: int, beside: tuple[Link | None, Link | None]
) -> YearPurchasesPage:
    _, parts = here.words, list_parts_of(ledger)
    first, purchases = part_of_list(ledger, part)
    rows = tuple(_row(here, ledger, p, n) for n, p in enumerate(purchases, first))
    year = formats.fiscal_year(ledger.year, here.lang)
    title = _title(here, ledger)
    about = _(
        "Fiscal year {year}: {counted}, each on one line, by month, method and supplier",
        year=year,
        counted=counted(here, ledger.purchases),
    )
    return YearPurchasesPage(
        here=here,
        title=title if part == 1 else _("{title}, part {n}", title=title, n=part),
        called=_("Every purchase"),
        description=about if part == 1 else _("{title}, part {n}", title=about, n=part),
        trail=(
            Link(_("Procurement"), here.to("procurement")),
            Link(_("Fiscal year {year}", year=year), here.to(f"procurement/{int(ledger.year)}")),
        ),
        lead=counted(here, ledger.purchases),
        part=_("Part {n} of {parts}", n=part, parts=parts) if parts > 1 else "",
        parts=tuple(
            Link(str(n), here.to(path_of_list(ledger.year, n)), n == part)
            for n in range(1, parts + 1)
        )
        if parts > 1
        else (),
        rows=rows,
        narrowing=None,
        files=data_links(here, ledger),
        previous=beside[0],
        next=beside[1],
    )


def _title(here: Here, ledger: Ledger) -> str:
    year = formats.fiscal_year(ledger.year, here.lang)
    return here.words("Every purchase of fiscal year {year}", year=year)


def _link(here: Here, ledger: Ledger | None) -> Link | None:
    return Link(_title(here, ledger), here.to(path_of_list(ledger.year))) if ledger else None


def _row(here: Here, ledger: Ledger, purchase: Purchase, number: int) -> ListedPurchase:
    process, price = purchase.process, purchase.price
    meta = [formats.month_of_year(process.month, here.lang), here.say(METHOD_WORDS[process.method])]
    if process.status:
        meta.append(here.say(STATUS_WORDS[process.status]))
    return ListedPurchase(
        number=str(number),
        link=Link(here.text(process.title), here.to(path_of(ledger, purchase), process.id)),
        meta=tuple(meta),
        suppliers=tuple(here.written(contract.supplier) for contract in purchase.contracts),
        price=here.words("No price agreed") if price is None else formats.baht(price),
        is_price=price is not None,
        marks=purchase_marks(purchase),
    )

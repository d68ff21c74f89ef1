"""Sums of a year's purchases as rows and pictures: by month, method, status, money, supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import formats
from generator.addresses import path_of_month
from generator.charts.bars import Bar, stacked_bars, told
from generator.charts.drawing import Spoken
from generator.exports.pictures import METHODS, MONTHS
from generator.forms import METHOD_WORDS, SOURCE_WORDS, STATUS_WORDS, SUPPLIER_WORDS
from generator.frozen import frozen
from generator.model.ledger import MonthState, spent
from generator.model.procurement import Method
from generator.model.spending import by_method, by_month, by_source, by_status, total_of
from generator.pages.base import Link
from generator.pages.findings import Named, method_money, month_money
from generator.pages.narrowing import Way, marks, narrowing
from generator.pages.picture import Picture, Twin, TwinRow, files, keys
from generator.pages.purchase_facets import narrowed_list
from generator.pages.purchases import heading, state_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Words
    from generator.model.base import Phrase
    from generator.model.eras import Month
    from generator.model.ledger import Ledger, Purchase
    from generator.model.spending import Group, SupplierSum
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks, Narrowing

SUPPLIERS = 50
"""Suppliers that a page lists; the data files have them all."""


@frozen(kw_only=True)
class MonthRow:
    """A month of the year; `state` stands where nothing is listed."""

    name: Link | str
    is_link: bool
    state: str
    number: str
    budget: str
    reference: str
    price: str


@frozen(kw_only=True)
class ShareRow:
    """Purchases that have something in common, with their share of the year."""

    name: str
    number: str
    number_share: str
    price: str
    price_share: str


@frozen(kw_only=True)
class SupplierRow:
    """A supplier with what it was paid."""

    name: Phrase
    kind: str
    contracts: Link
    """How many, with the way to what was bought."""
    price: str
    share: str
    marks: Marks


def month_rows(here: Here, ledger: Ledger) -> tuple[MonthRow, ...]:
    """The twelve months, October first."""
    return tuple(_month_row(here, ledger, month) for month in ledger.year.months)


def _month_row(here: Here, ledger: Ledger, month: Month) -> MonthRow:
    name = formats.month_of_year(month, here.lang)
    has_page = ledger.state(month) is not MonthState.TO_COME
    return MonthRow(
        name=Link(name, here.to(path_of_month(month))) if has_page else name,
        is_link=has_page,
        state=state_words(here, ledger, month),
        **_sums(ledger.by_month.get(month, ())),
    )


def months_total(here: Here, ledger: Ledger) -> MonthRow:
    """The foot of the months: the year."""
    name = here.words("Total of the months")
    return MonthRow(name=name, is_link=False, state="", **_sums(ledger.purchases))


def _sums(purchases: Sequence[Purchase]) -> dict[str, str]:
    kept = [purchase.process for purchase in purchases if purchase.is_counted]
    return {
        "number": formats.number(len(purchases)),
        "budget": formats.baht(total_of(process.budget for process in kept)),
        "reference": formats.baht(total_of(process.reference_price for process in kept)),
        "price": formats.baht(spent(purchases)),
    }


def method_rows(here: Here, ledger: Ledger) -> tuple[ShareRow, ...]:
    """Purchases by method."""
    groups = by_method(ledger.purchases)
    return tuple(_share(here, ledger, METHOD_WORDS[group.key], group) for group in groups)


def status_rows(here: Here, ledger: Ledger) -> tuple[ShareRow, ...]:
    """Purchases by how far they are."""
    return tuple(
        _share(here, ledger, STATUS_WORDS[group.key] if group.key else None, group)
        for group in by_status(ledger.purchases)
    )


def source_rows(here: Here, ledger: Ledger) -> tuple[ShareRow, ...]:
    """Purchases by where the money comes from."""
    return tuple(
        _share(here, ledger, SOURCE_WORDS[group.key] if group.key else None, group)
        for group in by_source(ledger.purchases)
    )


def _share(here: Here, ledger: Ledger, name: Words | None, group: Group[Any]) -> ShareRow:
    number = len(group.purchases)
    return ShareRow(
        name=heading(here, name) if name else here.words("Not stated"),
        number=formats.number(number),
        number_share=formats.percent(number, len(ledger.purchases)),
        price=formats.baht(group.baht),
        price_share=formats.percent(group.baht, spent(ledger.purchases)),
    )


def supplier_rows(
    here: Here, ledger: Ledger, suppliers: Sequence[SupplierSum]
) -> tuple[SupplierRow, ...]:
    """The suppliers that were paid most."""
    whole = total_of(supplier.baht for supplier in suppliers)
    return tuple(
        SupplierRow(
            name=here.written(supplier.name),
            kind=here.say(SUPPLIER_WORDS[supplier.kind]),
            contracts=Link(
                formats.number(supplier.contracts),
                narrowed_list(here, ledger, words=supplier.name),
            ),
            price=formats.baht(supplier.baht),
            share=formats.percent(supplier.baht, whole),
            marks=marks(supplier.baht, supplier=supplier.kind),
        )
        for supplier in suppliers[:SUPPLIERS]
    )


def supplier_narrowing(here: Here, rows: tuple[SupplierRow, ...]) -> Narrowing | None:
    """What the suppliers of a year can be narrowed by."""
    _ = here.words
    kinds = {str(kind): here.say(words) for kind, words in SUPPLIER_WORDS.items()}
    way = Way(name="supplier", label=_("Legal status"), values=kinds)
    return narrowing(here, [row.marks for row in rows], [way], sums=(_("Contract value"),))


def other_suppliers(here: Here, suppliers: Sequence[SupplierSum]) -> str:
    """What the suppliers beyond the list were paid, in a sentence; empty where there are none."""
    rest = suppliers[SUPPLIERS:]
    if not rest:
        return ""
    return here.words(
        "Another {n} suppliers were paid {baht} baht together; the data files have them all.",
        n=formats.number(len(rest)),
        baht=formats.baht(total_of(supplier.baht for supplier in rest)),
    )


def month_picture(here: Here, ledger: Ledger) -> Picture | None:
    """One bar for each month, parted by method; nothing where no contract has a value."""
    _ = here.words
    if not spent(ledger.purchases):
        return None
    value = {(one.month, one.method): one.baht for one in by_month(ledger)}
    bars = tuple(
        Bar(
            label=formats.month_of_year(month, here.lang),
            parts=tuple(value.get((month, method), total_of(())) for method in Method),
            total=state_words(here, ledger, month)
            or formats.baht(spent(ledger.by_month.get(month, ()))),
        )
        for month in ledger.year.months
    )
    used = [n for n, _method in enumerate(Method) if any(bar.parts[n] for bar in bars)]
    names = [heading(here, METHOD_WORDS[method]) for method in Method]
    title = _("Bar chart: contract value in baht by month")
    return Picture(
        id="months-picture",
        finding=month_money(here, [Named(str(bar.label), total_of(bar.parts)) for bar in bars]),
        about=_about(here, ledger),
        drawing=stacked_bars(bars, Spoken("months", title, told(bars))),
        key=keys("months", names, used),
        twin=Twin(
            caption=_("Contract value of each month in baht by method"),
            heads=(_("Month"), *(names[n] for n in used), _("Total")),
            rows=tuple(_twin_row(here, ledger, month, used) for month in ledger.year.months),
            foot=TwinRow(
                _("Total"),
                (
                    *(formats.baht(total_of(bar.parts[n] for bar in bars)) for n in used),
                    formats.baht(spent(ledger.purchases)),
                ),
            ),
        ),
        files=files(here, MONTHS),
    )


def _twin_row(here: Here, ledger: Ledger, month: Month, used: list[int]) -> TwinRow:
    name = formats.month_of_year(month, here.lang)
    state = state_words(here, ledger, month)
    if state:
        return TwinRow(name, (), state)
    value = {group.key: group.baht for group in by_method(ledger.by_month.get(month, ()))}
    parts = [value.get(method, total_of(())) for method in Method]
    return TwinRow(name, (*(formats.baht(parts[n]) for n in used), formats.baht(total_of(parts))))


def _about(here: Here, ledger: Ledger) -> str:
    report = ledger.procurement.report
    return here.words(
        "Contract value of fiscal year {year}, added up from {n} purchases of form SKR.1; data as of {day}.",
        year=formats.fiscal_year(ledger.year, here.lang),
        n=formats.number(len(ledger.purchases)),
        day=formats.day(report.as_of, here.lang),
    )


def method_picture(here: Here, ledger: Ledger) -> Picture | None:
    """One bar for each method that was used; the table below it has the same numbers."""
    _ = here.words
    if not spent(ledger.purchases):
        return None
    groups = by_method(ledger.purchases)
    bars = tuple(
        Bar(
            label=heading(here, METHOD_WORDS[group.key]),
            parts=tuple(group.baht if method is group.key else total_of(()) for method in Method),
            total=formats.baht(group.baht),
        )
        for group in groups
    )
    named = [Named(here.say(METHOD_WORDS[group.key]), group.baht) for group in groups]
    title = _("Bar chart: contract value in baht by method")
    return Picture(
        id="methods-picture",
        finding=method_money(here, named),
        about=_about(here, ledger),
        drawing=stacked_bars(bars, Spoken("methods", title, told(bars))),
        files=files(here, METHODS),
    )

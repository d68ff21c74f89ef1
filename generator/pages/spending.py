"""Sums of a year's purchases as rows and pictures: by month, method, status, money, supplier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator import formats
from generator.addresses import path_of_month
from generator.charts import Bar, stacked_bars
from generator.forms import METHOD_WORDS, SOURCE_WORDS, STATUS_WORDS, SUPPLIER_WORDS
from generator.model.ledger import MonthState, spent
from generator.model.procurement import Method
from generator.model.spending import by_method, by_source, by_status, total_of
from generator.pages.base import Link
from generator.pages.purchases import heading, spoken, state_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from generator.diagnostics import Words
    from generator.model.base import Phrase
    from generator.model.eras import Month
    from generator.model.ledger import Ledger, Purchase
    from generator.model.spending import Group, SupplierSum
    from generator.pages.base import Here

SUPPLIERS = 50
"""Suppliers that a page lists; the data files have them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """A month of the year; `state` stands where nothing is listed."""

    name: Link | str
    is_link: bool
    state: str
    number: str
    budget: str
    reference: str
    price: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """Purchases that have something in common, with their share of the year."""

    name: str
    number: str
    number_share: str
    price: str
    price_share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierRow:
    """A supplier with what it was paid."""

    name: Phrase
    kind: str
    contracts: str
    price: str
    share: str


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


def supplier_rows(here: Here, suppliers: Sequence[SupplierSum]) -> tuple[SupplierRow, ...]:
    """The suppliers that were paid most."""
    whole = total_of(supplier.baht for supplier in suppliers)
    return tuple(
        SupplierRow(
            name=spoken(here, supplier.name),
            kind=here.say(SUPPLIER_WORDS[supplier.kind]),
            contracts=formats.number(supplier.contracts),
            price=formats.baht(supplier.baht),
            share=formats.percent(supplier.baht, whole),
        )
        for supplier in suppliers[:SUPPLIERS]
    )


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


def month_chart(here: Here, ledger: Ledger) -> Markup:
    """One bar for each month, parted by method; the table beside it has the same numbers."""
    bars = []
    for month in ledger.year.months:
        purchases = ledger.by_month.get(month, ())
        value = {group.key: group.baht for group in by_method(purchases)}
        bars.append(
            Bar(
                label=formats.month_of_year(month, here.lang),
                parts=tuple(value.get(method, total_of(())) for method in Method),
                total=state_words(here, ledger, month) or formats.baht(spent(purchases)),
            )
        )
    legend = tuple(heading(here, METHOD_WORDS[method]) for method in Method)
    return stacked_bars(tuple(bars), legend, month_finding(here, ledger), _spoken_bars(bars))


def month_finding(here: Here, ledger: Ledger) -> str:
    """What the months' picture shows, in a sentence."""
    value = {month: spent(bought) for month, bought in ledger.by_month.items()}
    most = max(value, key=lambda month: value[month])
    return here.words(
        "Contract value by month, in baht: most in {month}, {baht}",
        month=formats.month_of_year(most, here.lang),
        baht=formats.baht(value[most]),
    )


def method_chart(here: Here, ledger: Ledger) -> Markup:
    """One bar for each method that was used."""
    groups = by_method(ledger.purchases)
    bars = [
        Bar(
            label=heading(here, METHOD_WORDS[group.key]),
            parts=tuple(group.baht if method is group.key else total_of(()) for method in Method),
            total=formats.baht(group.baht),
        )
        for group in groups
    ]
    return stacked_bars(tuple(bars), (), method_finding(here, ledger), _spoken_bars(bars))


def method_finding(here: Here, ledger: Ledger) -> str:
    """What the methods' picture shows, in a sentence."""
    most = max(by_method(ledger.purchases), key=lambda group: group.baht)
    return here.words(
        "Contract value by method, in baht: most by {method}, {share}",
        method=here.say(METHOD_WORDS[most.key]),
        share=formats.percent(most.baht, spent(ledger.purchases)),
    )


def _spoken_bars(bars: Sequence[Bar]) -> str:
    return "; ".join(f"{bar.label}: {bar.total}" for bar in bars)

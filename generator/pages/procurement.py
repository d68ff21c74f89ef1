"""A fiscal year's procurement: what was spent how, on whom, and what the agency says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.addresses import path_of_list
from generator.frozen import frozen
from generator.indicators import NOT_PROOF
from generator.model.ledger import spent
from generator.model.procurement import Method
from generator.model.spending import by_supplier, compared, reconciled
from generator.pages.base import Here, Link, Page
from generator.pages.indicators import IndicatorRow, indicator_rows
from generator.pages.over import Over, over, over_narrowing
from generator.pages.passages import PassageRow, passages
from generator.pages.purchases import counted, data_links
from generator.pages.spending import (
    MonthRow,
    ShareRow,
    SupplierRow,
    method_picture,
    method_rows,
    month_picture,
    month_rows,
    months_total,
    other_suppliers,
    source_rows,
    status_rows,
    supplier_narrowing,
    supplier_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.ledger import Ledger, Purchase
    from generator.model.spending import Prices, Reconciliation
    from generator.pages.narrowing import Narrowing
    from generator.pages.picture import Picture


@frozen(kw_only=True)
class KeyFigure:
    """A figure that answers a citizen's question, with its sentence."""

    figure: str
    unit: str
    sentence: str


@frozen(kw_only=True)
class PriceTable:
    """Budget, reference price and price agreed of like purchases, as sums."""

    sentence: str
    rows: tuple[tuple[str, str, str], ...]
    """What, baht, and how far the price agreed lies below it."""


@frozen(kw_only=True)
class CheckRow:
    """One question of the reconciliation, with how many of how many fit."""

    question: str
    answer: str
    fits: bool


@frozen(kw_only=True)
class ProcurementPage(Page):
    """One fiscal year."""

    template: ClassVar[str] = "procurement.html"

    lead: str
    figures: tuple[KeyFigure, ...]
    by_month: Picture | None
    months: tuple[MonthRow, ...]
    total: MonthRow
    by_method: Picture | None
    methods: tuple[ShareRow, ...]
    statuses: tuple[ShareRow, ...]
    sources: tuple[ShareRow, ...]
    prices: PriceTable | None
    checks: tuple[CheckRow, ...]
    over: tuple[Over, ...]
    over_narrowing: Narrowing | None
    suppliers: tuple[SupplierRow, ...]
    narrowing: Narrowing | None
    """Of the suppliers."""
    every: Link | None
    """The list of all purchases; None where there are none."""
    supplier_sentence: str
    other_suppliers: str
    analysis: tuple[str, ...]
    """The computed half of the year's analysis, a sentence each."""
    problems: tuple[PassageRow, ...]
    recommendations: tuple[PassageRow, ...]
    indicators: tuple[IndicatorRow, ...]
    not_proof: str
    files: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[ProcurementPage]:
    """A page for each fiscal year whose procurement is told."""
    for ledger in edition.ledgers:
        yield _page(edition, Here(lang, f"procurement/{int(ledger.year)}"), ledger)


def _page(edition: Edition, here: Here, ledger: Ledger) -> ProcurementPage:
    _, report = here.words, ledger.procurement.report
    year = formats.fiscal_year(ledger.year, here.lang)
    suppliers, fit = by_supplier(ledger.purchases), reconciled(ledger)
    supplier_list = supplier_rows(here, ledger, suppliers)
    over_list = tuple(over(here, ledger, purchase) for purchase in fit.exceptions)
    return ProcurementPage(
        here=here,
        title=_("Procurement of fiscal year {year}", year=year),
        called=_("Fiscal year {year}", year=year),
        description=_(
            "Fiscal year {year}: {counted}, by method, month, status, money and supplier, with the year’s analysis",
            year=year,
            counted=counted(here, ledger.purchases),
        ),
        trail=(Link(_("Procurement"), here.to("procurement")),),
        lead=lead(here, ledger),
        figures=tuple(key_figures(here, ledger)),
        by_month=month_picture(here, ledger),
        months=month_rows(here, ledger),
        total=months_total(here, ledger),
        by_method=method_picture(here, ledger),
        methods=method_rows(here, ledger),
        statuses=status_rows(here, ledger),
        sources=source_rows(here, ledger),
        prices=_prices(here, compared(ledger.purchases), len(ledger.purchases)),
        checks=tuple(_checks(here, fit)),
        over=over_list,
        over_narrowing=over_narrowing(here, ledger, over_list),
        suppliers=supplier_list,
        narrowing=supplier_narrowing(here, supplier_list),
        every=Link(
            _("Every purchase, to be narrowed by month, method, amount and supplier"),
            here.to(path_of_list(ledger.year)),
        )
        if ledger.purchases
        else None,
        supplier_sentence=_.count(
            "{n} supplier",
            "{n} suppliers, the highest contract value first",
            len(suppliers),
            n=formats.number(len(suppliers)),
        ),
        other_suppliers=other_suppliers(here, suppliers),
        analysis=tuple(_analysis(here, ledger)),
        problems=passages(here, report.problems),
        recommendations=passages(here, report.recommendations),
        indicators=indicator_rows(here, ledger) if report.show_indicators else (),
        not_proof=here.say(NOT_PROOF),
        files=data_links(here, ledger),
        previous=_neighbour(here, edition, ledger, -1),
        next=_neighbour(here, edition, ledger, 1),
    )


def lead(here: Here, ledger: Ledger) -> str:
    """What the year's data is of, and how much of the year it tells."""
    _, told = here.words, 12 - len(ledger.months_lacking)
    return _(
        "What the agency bought and hired in the fiscal year, from 1 October to 30 September. {told} of 12 months are reported; data as of {day}.",
        told=told,
        day=formats.day(ledger.procurement.report.as_of, here.lang),
    )


def key_figures(here: Here, ledger: Ledger) -> Iterator[KeyFigure]:
    """How many, how much, how far below the reference prices, how much without competition."""
    _, purchases = here.words, ledger.purchases
    whole, number = spent(purchases), len(purchases)
    direct = _direct(purchases)
    yield KeyFigure(
        figure=formats.number(number),
        unit=_.count("purchase", "purchases", number),
        sentence=_("Things bought and work hired, listed month by month"),
    )
    yield KeyFigure(
        figure=formats.baht(whole),
        unit=_("baht"),
        sentence=_("Contract value, added up from every contract"),
    )
    prices = compared(purchases)
    if prices.number:
        yield KeyFigure(
            figure=formats.percent(abs(prices.below_reference), prices.reference),
            unit=_("below reference") if prices.below_reference >= 0 else _("above reference"),
            sentence=_(
                "Contracts came to {baht} baht less than the reference prices, which officials work out before buying",
                baht=formats.baht(prices.below_reference),
            )
            if prices.below_reference >= 0
            else _(
                "Contracts came to {baht} baht more than the reference prices, which officials work out before buying",
                baht=formats.baht(-prices.below_reference),
            ),
        )
    if whole:
        yield KeyFigure(
            figure=formats.percent(spent(direct), whole),
            unit=_("direct award"),
            sentence=_(
                "Share of the contract value that was awarded without asking several suppliers: {n} of {number} purchases",
                n=formats.number(len(direct)),
                number=formats.number(number),
            ),
        )


def _direct(purchases: tuple[Purchase, ...]) -> tuple[Purchase, ...]:
    return tuple(p for p in purchases if p.process.method is Method.DIRECT)


def _prices(here: Here, prices: Prices, number: int) -> PriceTable | None:
    _ = here.words
    if not prices.number:
        return None
    return PriceTable(
        sentence=_(
            "Sums of the {n} of {number} purchases that state all three amounts",
            n=formats.number(prices.number),
            number=formats.number(number),
        ),
        rows=(
            (
                _("Budget of the purchase"),
                formats.baht(prices.budget),
                _below(prices.below_budget, prices.budget),
            ),
            (
                _("Reference price"),
                formats.baht(prices.reference),
                _below(prices.below_reference, prices.reference),
            ),
            (_("Price agreed"), formats.baht(prices.price), ""),
        ),
    )


def _below(less: Decimal, whole: Decimal) -> str:
    return f"{formats.baht(less)} ({formats.percent(less, whole)})"


def _checks(here: Here, fit: Reconciliation) -> Iterator[CheckRow]:
    _ = here.words
    for question, (fitting, number) in (
        (
            _(
                "Months up to the date of the data that are reported, including months without procurement"
            ),
            fit.months,
        ),
        (_("Contracts signed within the fiscal year"), fit.signed_in_year),
        (_("Purchases whose contracts stay within the budget"), fit.within_budget),
        (_("Purchases whose contracts stay within the reference price"), fit.within_reference),
    ):
        yield CheckRow(
            question=question,
            answer=_("{n} of {number}", n=formats.number(fitting), number=formats.number(number)),
            fits=fitting == number,
        )


def _analysis(here: Here, ledger: Ledger) -> Iterator[str]:
    """Savings and the share of direct awards, as the plans' yearly analysis asks for them."""
    _, purchases = here.words, ledger.purchases
    prices, whole, direct = compared(purchases), spent(purchases), _direct(purchases)
    if prices.number:
        less = prices.below_budget
        said = {"baht": formats.baht(abs(less)), "share": formats.percent(abs(less), prices.budget)}
        yield (
            _("Against the budgets, {baht} baht were saved ({share}).", **said)
            if less >= 0
            else _("Against the budgets, {baht} baht too much were spent ({share}).", **said)
        )
        less = prices.below_reference
        said = {
            "baht": formats.baht(abs(less)),
            "share": formats.percent(abs(less), prices.reference),
        }
        yield (
            _("Against the reference prices, {baht} baht were saved ({share}).", **said)
            if less >= 0
            else _("Against the reference prices, {baht} baht more were spent ({share}).", **said)
        )
    if whole:
        yield _(
            "Direct award was used for {share} of the purchases and {money} of the contract value.",
            share=formats.percent(len(direct), len(purchases)),
            money=formats.percent(spent(direct), whole),
        )


def _neighbour(here: Here, edition: Edition, ledger: Ledger, step: int) -> Link | None:
    place = edition.ledgers.index(ledger) + step
    if not 0 <= place < len(edition.ledgers):
        return None
    year = edition.ledgers[place].year
    name = here.words(
        "Procurement of fiscal year {year}", year=formats.fiscal_year(year, here.lang)
    )
    return Link(name, here.to(f"procurement/{int(year)}"))

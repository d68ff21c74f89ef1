"""Purchases as pages list them: the nine columns of form สขร.1, and how a supplier is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.addresses import LINES, path_of_month
from generator.exports import ita_list, skr1
from generator.exports.ocds import packages
from generator.forms import METHOD_WORDS, SOURCE_WORDS, STATUS_WORDS, SUPPLIER_WORDS
from generator.frozen import frozen
from generator.model.base import Lang, Phrase
from generator.model.ledger import MonthState, spent
from generator.pages.base import Link
from generator.pages.purchase_facets import purchase_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from generator.diagnostics import Words
    from generator.model.eras import Month
    from generator.model.ledger import Ledger, Purchase
    from generator.model.procurement import Bid, Contract
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks


@frozen(kw_only=True)
class Offer:
    """Somebody with a price: a bidder, or the one who was chosen."""

    name: Phrase
    kind: str
    """Said where it is a natural person, so that nobody looks for a company of that name."""
    price: str


@frozen(kw_only=True)
class Deed:
    """A contract's number and days."""

    number: Phrase | str
    signed: str
    ends: str


@frozen(kw_only=True)
class PurchaseRow:
    """A line of form สขร.1."""

    number: str
    anchor: str
    title: Phrase
    original: Phrase | None
    """The official Thai title, where an English page shows the English first."""
    meta: tuple[str, ...]
    """E-GP number, status, source of the money: columns of the ITA's lists, not of สขร.1."""
    is_cancelled: bool
    explanation: Phrase | None
    budget: str
    reference: str
    method: str
    method_details: Phrase | None
    bids: tuple[Offer, ...]
    winners: tuple[Offer, ...]
    reason: Phrase | str
    deeds: tuple[Deed, ...]
    marks: Marks


def purchase_rows(here: Here, purchases: Iterable[Purchase], first: int) -> Iterator[PurchaseRow]:
    """Purchases as lines, numbered from `first`."""
    for number, purchase in enumerate(purchases, first):
        yield _row(here, purchase, number)


def _row(here: Here, purchase: Purchase, number: int) -> PurchaseRow:
    process = purchase.process
    title = here.text(process.title)
    english = here.lang is Lang.EN and title.lang is Lang.EN
    return PurchaseRow(
        number=str(number),
        anchor=process.id,
        title=title,
        original=Phrase(process.title.th, Lang.TH, here.lang) if english else None,
        meta=tuple(_meta(here, purchase)),
        is_cancelled=not purchase.is_counted,
        explanation=here.text(purchase.explanation.text) if purchase.explanation else None,
        budget=amount(process.budget),
        reference=amount(process.reference_price),
        method=heading(here, METHOD_WORDS[process.method]),
        method_details=here.written(process.method_details) if process.method_details else None,
        bids=tuple(_bid(here, bid) for bid in purchase.bids),
        winners=tuple(_winner(here, contract) for contract in purchase.contracts),
        reason=here.text(process.reason) if process.reason else "",
        deeds=tuple(_deed(here, contract) for contract in purchase.contracts),
        marks=purchase_marks(purchase),
    )


def _meta(here: Here, purchase: Purchase) -> Iterator[str]:
    _, process = here.words, purchase.process
    if process.status:
        yield heading(here, STATUS_WORDS[process.status])
    if process.budget_source:
        yield _("money from: {source}", source=here.say(SOURCE_WORDS[process.budget_source]))
    if process.egp_number:
        yield f"e-GP {process.egp_number}"


def _bid(here: Here, bid: Bid) -> Offer:
    return Offer(name=here.written(bid.bidder), kind=_kind(here, bid), price=amount(bid.price))


def _winner(here: Here, contract: Contract) -> Offer:
    return Offer(
        name=here.written(contract.supplier),
        kind=_kind(here, contract),
        price=amount(contract.price),
    )


def _kind(here: Here, line: Bid | Contract) -> str:
    return here.say(SUPPLIER_WORDS[line.kind]) if line.kind == "natural" else ""


def _deed(here: Here, contract: Contract) -> Deed:
    return Deed(
        number=here.written(contract.number) if contract.number else "",
        signed=formats.day_in_table(contract.signed, here.lang) if contract.signed else "",
        ends=formats.day_in_table(contract.ends, here.lang) if contract.ends else "",
    )


def heading(here: Here, words: Words) -> str:
    """Words of a form at the head of a line, with a capital where the script has one."""
    text = here.say(words)
    return text[:1].upper() + text[1:]


def amount(value: Decimal | None) -> str:
    """Baht, or a dash where the data states none."""
    return "–" if value is None else formats.baht(value)


def path_of(ledger: Ledger, purchase: Purchase) -> str:
    """The page on which a purchase stands."""
    month = purchase.process.month
    place = ledger.by_month[month].index(purchase)
    return path_of_month(month, place // LINES + 1)


def state_words(here: Here, ledger: Ledger, month: Month) -> str:
    """What the data says of a month in which nothing is listed; empty where something is."""
    _ = here.words
    return {
        MonthState.REPORTED: "",
        MonthState.SO_FAR: "",
        MonthState.NOTHING: _("No procurement this month"),
        MonthState.UNSTATED: _("Not reported yet"),
        MonthState.TO_COME: _("The month is not over yet"),
    }[ledger.state(month)]


def counted(here: Here, purchases: tuple[Purchase, ...]) -> str:
    """2 purchases, contracts of 74,000 baht."""
    _, number = here.words, len(purchases)
    return _.count(
        "{n} purchase, contracts of {baht} baht",
        "{n} purchases, contracts of {baht} baht",
        number,
        n=formats.number(number),
        baht=formats.baht(spent(purchases)),
    )


def data_links(here: Here, ledger: Ledger, month: Month | None = None) -> tuple[Link, ...]:
    """The files that hold a year's procurement; those of a month in the official form first."""
    _ = here.words
    named = (
        ("processes", _("Purchases (CSV)")),
        ("bids", _("Bids (CSV)")),
        ("contracts", _("Contracts (CSV)")),
    )
    folder = f"data/procurement/{int(ledger.year)}"
    files = [Link(words, here.shared(f"{folder}/{name}.csv")) for name, words in named]
    files.insert(0, Link(_("All tables (Excel)"), here.shared(f"{folder}/procurement.xlsx")))
    if ledger.purchases:
        ocds = here.shared(packages.address(ledger.year, "releases"))
        files.append(Link(_("Open Contracting data (OCDS, JSON)"), ocds))
    return (
        *_forms(here, ledger, month),
        *files,
        Link(_("All files and what their columns mean"), here.to("data")),
    )


def _forms(here: Here, ledger: Ledger, month: Month | None) -> Iterator[Link]:
    """The official forms as Excel files, of a month or of the whole year."""
    _, told = here.words, skr1.told_months(ledger)
    if month is None:
        if told:
            address = skr1.year_file(ledger.year)
            yield Link(_("Form SKR.1 of all months (Excel)"), here.shared(address))
        if ledger.purchases:
            address = ita_list.list_file(ledger.year)
            yield Link(_("ITA list of 16 columns (Excel)"), here.shared(address))
    elif month in told:
        yield Link(_("This month as form SKR.1 (Excel)"), here.shared(skr1.month_file(month)))

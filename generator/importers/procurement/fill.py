"""A year's tables → the rows of the template, so that they can be corrected and come back."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from generator.importers.procurement.columns import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.template import Cell, Row
    from generator.model.base import Id
    from generator.model.procurement import Bid, Contract, Process, Procurement

T = TypeVar("T", "Bid", "Contract")

NOTHING = "ไม่มีการจัดซื้อจัดจ้าง"
"""What form สขร.1 wants for a month in which nothing was bought."""


def about(year: Procurement) -> list[tuple[str, Cell]]:
    """What stands above the table: the fiscal year, and the day that the data is of."""
    return [
        ("ปีงบประมาณ", str(int(year.fiscal_year))),
        ("ข้อมูล ณ วันที่", year.report.as_of),
    ]


def rows(year: Procurement) -> Iterator[Row]:
    """A purchase in a row, its further bids and contracts below it; then the months without."""
    contracts, bids = _by_process(year.contracts), _by_process(year.bids)
    for process in year.processes:
        own = list(zip_longest(contracts[process.id], bids[process.id])) or [(None, None)]
        for at, (contract, bid) in enumerate(own):
            first = _process(process) if at == 0 else {}
            yield {**first, **_contract(contract), **_bid(bid)}
    for month in year.report.months_without:
        yield {"month": str(month), "title": NOTHING}


def _by_process(records: tuple[T, ...]) -> defaultdict[Id, list[T]]:
    found: defaultdict[Id, list[T]] = defaultdict(list)
    for record in records:
        found[record.process].append(record)
    return found


def _process(process: Process) -> Row:
    return {
        "month": str(process.month),
        "egp_number": process.egp_number,
        "title": process.title.th,
        "title_en": process.title.en,
        "method": _word("method", process.method),
        "method_details": process.method_details,
        "budget": process.budget,
        "budget_source": _word("budget_source", process.budget_source),
        "reference_price": process.reference_price,
        "status": _word("status", process.status),
        "reason": process.reason.th if process.reason else None,
        "reason_en": process.reason.en if process.reason else None,
        "id": process.id,
    }


def _contract(contract: Contract | None) -> Row:
    if contract is None:
        return {}
    return {
        "contract_number": contract.number,
        "supplier": contract.supplier,
        "supplier_kind": _word("supplier_kind", contract.kind),
        "tax_id": contract.tax_id,
        "price": contract.price,
        "signed": contract.signed,
        "ends": contract.ends,
    }


def _bid(bid: Bid | None) -> Row:
    if bid is None:
        return {}
    return {
        "bidder": bid.bidder,
        "bidder_kind": _word("bidder_kind", bid.kind),
        "bid_price": bid.price,
    }


def _word(key: str, value: str | None) -> str | None:
    """The template's word for a value."""
    return next((c.word for c in FORM.column(key).choices if c.value == value), None)

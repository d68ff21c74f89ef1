"""A year's procurement with its lines put together: each process with its bids and contracts.

The tables of a year name each other by id. Here they are joined once, so that nothing that looks
at fifty thousand lines has to search them for every line.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.eras import Month
from generator.model.procurement import ContractStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.eras import FiscalYear
    from generator.model.procurement import Bid, Contract, Explanation, Process, Procurement


class MonthState(StrEnum):
    """What the data says about a month."""

    REPORTED = "reported"
    """Something was bought or hired, and is listed."""
    SO_FAR = "so_far"
    """Something is listed, but the month was not over on the day of the data."""
    NOTHING = "nothing"
    """It is stated that nothing was bought or hired."""
    UNSTATED = "unstated"
    """The month was over on the day of the data, which says nothing about it."""
    TO_COME = "to_come"
    """The month was not over on the day of the data."""


@frozen
class Purchase:
    """A process with its bids and contracts: one line of form สขร.1."""

    process: Process
    bids: tuple[Bid, ...]
    contracts: tuple[Contract, ...]
    explanation: Explanation | None
    price: Decimal | None
    """Baht agreed in all its contracts; None where there is no contract or it was given up."""

    @classmethod
    def of(
        cls,
        process: Process,
        bids: tuple[Bid, ...],
        contracts: tuple[Contract, ...],
        explanation: Explanation | None,
    ) -> Purchase:
        """A purchase with its price added up, once for all who ask."""
        counts = contracts and process.status is not ContractStatus.CANCELLED
        price = sum((contract.price for contract in contracts), Decimal(0)) if counts else None
        return cls(process, bids, contracts, explanation, price)

    @property
    def is_counted(self) -> bool:
        """Whether its money counts: a purchase that was given up cost nothing."""
        return self.process.status is not ContractStatus.CANCELLED


@frozen
class Ledger:
    """A fiscal year's purchases in the order of its months."""

    procurement: Procurement
    purchases: tuple[Purchase, ...]
    by_month: dict[Month, tuple[Purchase, ...]]

    @classmethod
    def of(cls, procurement: Procurement) -> Ledger:
        """The purchases of a year's tables, joined once however many ask for them."""
        return _joined(_Same(procurement))

    @classmethod
    def joined(cls, procurement: Procurement) -> Ledger:
        """Months in order; within a month the order of the file."""
        bids: dict[str, list[Bid]] = defaultdict(list)
        contracts: dict[str, list[Contract]] = defaultdict(list)
        for bid in procurement.bids:
            bids[bid.process].append(bid)
        for contract in procurement.contracts:
            contracts[contract.process].append(contract)
        explained = {said.process: said for said in procurement.report.explanations}
        by_month: dict[Month, list[Purchase]] = defaultdict(list)
        for process in procurement.processes:
            name = process.id
            own = tuple(bids.get(name, ())), tuple(contracts.get(name, ()))
            by_month[process.month].append(Purchase.of(process, *own, explained.get(name)))
        months = {month: tuple(by_month[month]) for month in sorted(by_month)}
        return cls(procurement, tuple(p for found in months.values() for p in found), months)

    @property
    def year(self) -> FiscalYear:
        """The fiscal year that it is of."""
        return self.procurement.fiscal_year

    def state(self, month: Month) -> MonthState:
        """What is known of a month."""
        report = self.procurement.report
        is_over = report.as_of >= month.last_day
        if month in self.by_month:
            return MonthState.REPORTED if is_over else MonthState.SO_FAR
        if month in report.months_without:
            return MonthState.NOTHING
        return MonthState.UNSTATED if is_over else MonthState.TO_COME

    @property
    def months_lacking(self) -> tuple[Month, ...]:
        """Months of the fiscal year that are not told to their end, over or not."""
        whole = {MonthState.REPORTED, MonthState.NOTHING}
        return tuple(month for month in self.year.months if self.state(month) not in whole)


class _Same:
    """A year as a key: the same object, not an equal one, whose comparison would take long."""

    def __init__(self, procurement: Procurement) -> None:
        self.procurement = procurement

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.procurement is other.procurement

    def __hash__(self) -> int:
        return id(self.procurement)


@lru_cache(maxsize=8)
def _joined(same: _Same) -> Ledger:
    return Ledger.joined(same.procurement)


def spent(purchases: Iterable[Purchase]) -> Decimal:
    """Baht agreed in contracts."""
    return sum((purchase.price or Decimal(0) for purchase in purchases), Decimal(0))

"""Sums over purchases: by method, month, status, source of money and supplier. Nothing is typed."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.frozen import frozen
from generator.model.ledger import MonthState, spent
from generator.model.procurement import BudgetSource, ContractStatus, Method, SupplierKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model.eras import Month
    from generator.model.ledger import Ledger, Purchase

K = TypeVar("K")


def total_of(amounts: Iterable[Decimal | None]) -> Decimal:
    """Baht of the amounts that are stated."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


@frozen
class Group(Generic[K]):
    """Purchases that have something in common."""

    key: K
    purchases: tuple[Purchase, ...]

    @property
    def baht(self) -> Decimal:
        """Baht agreed in their contracts."""
        return spent(self.purchases)


def by_method(purchases: Iterable[Purchase]) -> tuple[Group[Method], ...]:
    """Purchases by the way in which the supplier was found; methods that were used, in law's order."""
    return _grouped(purchases, tuple(Method), lambda purchase: purchase.process.method)


@frozen
class MonthSum:
    """What was bought by one method in one month."""

    month: Month
    method: Method
    number: int
    baht: Decimal


def by_month(ledger: Ledger) -> tuple[MonthSum, ...]:
    """Purchases by month and method; only methods that were used in the month, October first."""
    return tuple(
        MonthSum(month, group.key, len(group.purchases), group.baht)
        for month, purchases in ledger.by_month.items()
        for group in by_method(purchases)
    )


def by_status(purchases: Iterable[Purchase]) -> tuple[Group[ContractStatus | None], ...]:
    """Purchases by how far they are; None where it is not stated."""
    return _grouped(purchases, (*ContractStatus, None), lambda purchase: purchase.process.status)


def by_source(purchases: Iterable[Purchase]) -> tuple[Group[BudgetSource | None], ...]:
    """Purchases by where the money comes from; None where it is not stated."""
    return _grouped(purchases, (*BudgetSource, None), lambda p: p.process.budget_source)


def _grouped(
    purchases: Iterable[Purchase], order: tuple[K, ...], key: Callable[[Purchase], K]
) -> tuple[Group[K], ...]:
    found: dict[K, list[Purchase]] = defaultdict(list)
    for purchase in purchases:
        found[key(purchase)].append(purchase)
    return tuple(Group(name, tuple(found[name])) for name in order if name in found)


@frozen
class Prices:
    """Budget, reference price and price agreed, of the purchases that have all three."""

    number: int
    budget: Decimal
    reference: Decimal
    price: Decimal

    @property
    def below_budget(self) -> Decimal:
        """Baht that were not spent of the budgets; negative where more was spent."""
        return self.budget - self.price

    @property
    def below_reference(self) -> Decimal:
        """Baht below the reference prices (ประหยัดจากราคากลาง); negative where above."""
        return self.reference - self.price


def compared(purchases: Iterable[Purchase]) -> Prices:
    """The three amounts of purchases that state them all, so that like is held against like."""
    whole = [
        (purchase.process.budget, purchase.process.reference_price, purchase.price)
        for purchase in purchases
        if purchase.price is not None
        and purchase.process.budget is not None
        and purchase.process.reference_price is not None
    ]
    budget, reference, price = (
        sum((amounts[place] for amounts in whole), Decimal(0)) for place in range(3)
    )
    return Prices(len(whole), budget, reference, price)


@frozen
class SupplierSum:
    """What one supplier was paid in a year."""

    name: str
    kind: SupplierKind
    contracts: int
    baht: Decimal


def by_supplier(purchases: Iterable[Purchase]) -> tuple[SupplierSum, ...]:
    """Suppliers by what they were paid, most first; the check knows one name as one supplier."""
    kinds: dict[str, SupplierKind] = {}
    numbers: dict[str, int] = defaultdict(int)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for purchase in purchases:
        for contract in purchase.contracts if purchase.is_counted else ():
            kinds.setdefault(contract.supplier, contract.kind)
            numbers[contract.supplier] += 1
            sums[contract.supplier] += contract.price
    found = (SupplierSum(name, kinds[name], numbers[name], sums[name]) for name in kinds)
    return tuple(sorted(found, key=lambda s: (-s.baht, s.name)))


@frozen
class Reconciliation:
    """How far a year's lines fit each other; each pair is how many do, of how many."""

    months: tuple[int, int]
    within_budget: tuple[int, int]
    within_reference: tuple[int, int]
    signed_in_year: tuple[int, int]
    exceptions: tuple[Purchase, ...]
    """Purchases that cost more than their budget or reference price."""


def reconciled(ledger: Ledger) -> Reconciliation:
    """Months against the year, prices against budgets and reference prices, days against the year."""
    states = [ledger.state(month) for month in ledger.year.months]
    told = 12 - len(ledger.months_lacking)
    priced = [(p, p.price) for p in ledger.purchases if p.price is not None]
    budget = [(p, p.process.budget >= price) for p, price in priced if p.process.budget is not None]
    reference = [
        (p, p.process.reference_price >= price)
        for p, price in priced
        if p.process.reference_price is not None
    ]
    days = [c.signed for p in ledger.purchases for c in p.contracts if c.signed]
    first, last = ledger.year.first_day, ledger.year.last_day
    over = {p.process.id: p for p, fits in (*budget, *reference) if not fits}
    return Reconciliation(
        months=(told, told + states.count(MonthState.UNSTATED)),
        within_budget=(sum(fits for _, fits in budget), len(budget)),
        within_reference=(sum(fits for _, fits in reference), len(reference)),
        signed_in_year=(sum(first <= day <= last for day in days), len(days)),
        exceptions=tuple(over.values()),
    )

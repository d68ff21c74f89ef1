"""Purchases that cost more than their budget or reference price, each with what the agency says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.pages.base import Link
from generator.pages.narrowing import narrowing
from generator.pages.purchase_facets import purchase_marks, purchase_sums, purchase_ways
from generator.pages.purchases import amount, path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.base import Phrase
    from generator.model.ledger import Ledger, Purchase
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class Over:
    """A purchase that cost more than its budget or reference price."""

    link: Link
    budget: str
    reference: str
    price: str
    explanation: Phrase | str
    marks: Marks


def over(here: Here, ledger: Ledger, purchase: Purchase) -> Over:
    """A line of the list."""
    process, said = purchase.process, purchase.explanation
    return Over(
        link=Link(here.text(process.title), here.to(path_of(ledger, purchase), process.id)),
        budget=amount(process.budget),
        reference=amount(process.reference_price),
        price=amount(purchase.price),
        explanation=here.text(said.text) if said else here.words("Not explained"),
        marks=purchase_marks(purchase),
    )


def over_narrowing(here: Here, ledger: Ledger, rows: Sequence[Over]) -> Narrowing | None:
    """By month, method and price; it stands beside the list of suppliers on the same page."""
    ways = purchase_ways(here, ledger)
    return narrowing(
        here,
        [row.marks for row in rows],
        [ways[name] for name in ("month", "method", "amount")],
        sums=purchase_sums(here),
        prefix="over",
        label=here.words("Narrow the prices above budget or reference"),
    )

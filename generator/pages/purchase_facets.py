"""By what purchases are found: month, method, status, amount, source of the money, supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from generator import formats
from generator.addresses import path_of_list
from generator.forms import METHOD_WORDS, SOURCE_WORDS, STATUS_WORDS, SUPPLIER_WORDS
from generator.pages.narrowing import Marks, Way, band, bands, marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Words
    from generator.model.ledger import Ledger, Purchase
    from generator.pages.base import Here


def purchase_marks(purchase: Purchase) -> Marks:
    """What a purchase is found by; one that was given up adds nothing to a sum."""
    process, counts = purchase.process, purchase.is_counted
    return marks(
        process.budget if counts else None,
        process.reference_price if counts else None,
        purchase.price,
        month=str(process.month),
        method=process.method,
        status=process.status or "",
        amount=band(purchase.price),
        source=process.budget_source or "",
        supplier=sorted({contract.kind for contract in purchase.contracts}),
    )


def purchase_sums(here: Here) -> tuple[str, str, str]:
    """What the three amounts of a purchase are."""
    _ = here.words
    return (_("Budget of the purchase"), _("Reference price"), _("Price agreed"))


def purchase_ways(here: Here, ledger: Ledger) -> dict[str, Way]:
    """Each facet by its name in addresses."""
    _ = here.words
    months = {str(month): formats.month_of_year(month, here.lang) for month in ledger.by_month}
    ways = (
        Way(name="month", label=_("Month"), values=months),
        Way(name="method", label=_("Method"), values=_said(here, METHOD_WORDS.items())),
        Way(name="status", label=_("Status"), values=_said(here, STATUS_WORDS.items())),
        bands(here, "amount", _("Price agreed")),
        Way(
            name="source", label=_("Source of the money"), values=_said(here, SOURCE_WORDS.items())
        ),
        Way(
            name="supplier",
            label=_("Legal status"),
            values=_said(here, SUPPLIER_WORDS.items()),
        ),
    )
    return {way.name: way for way in ways}


def narrowed_list(here: Here, ledger: Ledger, **choices: str) -> str:
    """The address of a year's list with something chosen; without a script the list is whole."""
    return f"{here.to(path_of_list(ledger.year))}?{urlencode(choices)}"


def _said(here: Here, words: Iterable[tuple[str, Words]]) -> dict[str, str]:
    said = ((str(value), here.say(told)) for value, told in words)
    return {value: text[:1].upper() + text[1:] for value, text in said}

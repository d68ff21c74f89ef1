"""The way into procurement: the latest year's figures and months, then every year."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.ledger import spent
from generator.pages.base import Here, Link, Page
from generator.pages.procurement import KeyFigure, key_figures, lead
from generator.pages.purchases import counted
from generator.pages.spending import MonthRow, month_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.ledger import Ledger


@frozen(kw_only=True)
class YearRow:
    """A fiscal year in the list of years."""

    link: Link
    as_of: str
    months: str
    number: str
    price: str


@frozen(kw_only=True)
class ProcurementYearsPage(Page):
    """All years, the latest first."""

    template: ClassVar[str] = "procurement_years.html"

    latest: Link
    lead: str
    figures: tuple[KeyFigure, ...]
    months: tuple[MonthRow, ...]
    years: tuple[YearRow, ...]


def pages(edition: Edition, lang: Lang) -> Iterator[ProcurementYearsPage]:
    """One page; none where an agency publishes no procurement."""
    if not edition.ledgers:
        return
    here, latest = Here(lang, "procurement"), edition.ledgers[-1]
    _ = here.words
    yield ProcurementYearsPage(
        here=here,
        title=_("Procurement"),
        description=_(
            "What the agency buys and hires, from whom and for how much: {counted} in the latest year",
            counted=counted(here, latest.purchases),
        ),
        latest=_link(here, latest),
        lead=lead(here, latest),
        figures=tuple(key_figures(here, latest)),
        months=month_rows(here, latest),
        years=tuple(_row(here, ledger) for ledger in reversed(edition.ledgers)),
    )


def _link(here: Here, ledger: Ledger) -> Link:
    year = formats.fiscal_year(ledger.year, here.lang)
    text = here.words("Procurement of fiscal year {year}", year=year)
    return Link(text, here.to(f"procurement/{int(ledger.year)}"))


def _row(here: Here, ledger: Ledger) -> YearRow:
    told = 12 - len(ledger.months_lacking)
    return YearRow(
        link=_link(here, ledger),
        as_of=formats.day(ledger.procurement.report.as_of, here.lang),
        months=here.words("{n} of {number}", n=told, number=12),
        number=formats.number(len(ledger.purchases)),
        price=formats.baht(spent(ledger.purchases)),
    )

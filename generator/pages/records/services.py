"""How often each service of the agency was used, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.pages.base import Here
from generator.pages.records.tables import Block, Cell, Told

if TYPE_CHECKING:
    from generator.model.base import Lang
    from generator.model.services import Service, ServiceYear


def services(lang: Lang, year: ServiceYear) -> Told:
    """A table for each service."""
    here = Here(lang, f"services/{int(year.fiscal_year)}")
    _ = here.words
    name = formats.fiscal_year(year.fiscal_year, here.lang)
    return Told(
        here=here,
        title=_("Use of services in fiscal year {year}", year=name),
        about=_(
            "{about}, fiscal year {year}",
            about=_("How often each service was used, at the counter and online, month by month"),
            year=name,
        ),
        as_of=year.as_of,
        blocks=tuple(_service(here, service) for service in year.services),
    )


def _service(here: Here, service: Service) -> Block:
    _ = here.words
    return Block(
        anchor=service.id,
        title=str(here.text(service.title)),
        heads=(_("Month"), _("At the counter"), _("Online")),
        rows=tuple(
            (
                Cell(formats.month_of_year(month, here.lang)),
                Cell(str(uses.walk_in), numeric=True),
                Cell("–" if uses.online is None else str(uses.online), numeric=True),
            )
            for month, uses in sorted(service.months.items())
        ),
    )

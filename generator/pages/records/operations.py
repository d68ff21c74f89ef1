"""The projects of a year with budget, time, results and what was paid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.pages.base import Here
from generator.pages.narrowing import by_unit, marks
from generator.pages.records.tables import Block, Cell, Told, as_a_whole, by_status, outcome

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.results import Operations, Programme


def operations(edition: Edition, lang: Lang, year: Operations) -> Told:
    """A table of the year's projects."""
    here = Here(lang, f"operations/{int(year.fiscal_year)}")
    _ = here.words
    name = formats.fiscal_year(year.fiscal_year, here.lang)
    return Told(
        here=here,
        title=_("Operations of fiscal year {year}", year=name),
        about=_(
            "{about}, fiscal year {year}",
            about=_("The year's projects with budget, time, results and what was paid out"),
            year=name,
        ),
        as_of=year.as_of,
        blocks=(
            _programmes(edition, here, year),
            *as_a_whole(here, year.problems, year.recommendations),
        ),
        ways=(by_status(_), by_unit(here, edition.disclosure.agency.units)),
        sums=(_("Budget"), _("Paid out")),
    )


def _programmes(edition: Edition, here: Here, year: Operations) -> Block:
    _ = here.words
    return Block(
        anchor="programmes",
        title=_("Projects"),
        heads=(
            _("Project"), _("Responsible unit"), _("Time"), _("Budget (baht)"),
            _("Paid out (baht)"), _("Status"), _("Result"), _("Problems"), _("Recommendations"),
        ),
        rows=tuple(_programme(edition, here, programme) for programme in year.programmes),
        marks=tuple(
            marks(p.budget, p.spent, status=p.status, unit=p.unit) for p in year.programmes
        ),
    )  # fmt: skip


def _programme(edition: Edition, here: Here, programme: Programme) -> tuple[Cell, ...]:
    begins, ends = (
        formats.month_of_year(month, here.lang) for month in (programme.begins, programme.ends)
    )
    return (
        Cell(here.text(programme.title)),
        Cell(here.text(edition.disclosure.unit(programme.unit).name)),
        Cell(f"{begins} – {ends}"),
        Cell(formats.baht(programme.budget), numeric=True),
        Cell(formats.baht(programme.spent), numeric=True),
        *outcome(here, programme),
    )

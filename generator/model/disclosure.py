"""Everything that one agency discloses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.agency import Agency, Unit
from generator.model.catalogue import OitCatalogue
from generator.model.eras import FiscalYear
from generator.model.plan import ActionPlan, Area, Dimension, Item, Kind
from generator.model.risk import RiskAssessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The root: an agency with its plan, its items, its risks and the forms that it answers."""

    agency: Agency
    plan: ActionPlan
    items: tuple[Item, ...]
    """In the order of the plan."""
    risk: RiskAssessment
    catalogues: tuple[OitCatalogue, ...]

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """The plan's fiscal years."""
        return self.plan.fiscal_years.years

    def unit(self, unit_id: str) -> Unit:
        """The unit with an id; the checks made sure that there is one."""
        return next(unit for unit in self.agency.units if unit.id == unit_id)

    def dimension(self, code: str) -> Dimension:
        """The dimension with a code."""
        return next(dimension for dimension in self.plan.dimensions if dimension.code == code)

    def item(self, item_id: str) -> Item:
        """The item with an id."""
        return next(item for item in self.items if item.id == item_id)

    def items_in(self, area: Area) -> tuple[Item, ...]:
        """Items of an area and of all below it."""
        return tuple(
            i for i in self.items if i.area == area.code or i.area.startswith(area.code + ".")
        )

    def items_of(self, unit_id: str) -> tuple[Item, ...]:
        """Items that a unit answers for."""
        return tuple(i for i in self.items if unit_id in i.shown_responsible)

    def count(self, *, dimension: str | None = None, kind: Kind | None = None) -> int:
        """How many items there are, of a dimension and of a kind."""
        return sum(
            (dimension is None or item.dimension == dimension)
            and (kind is None or item.shown_kind is kind)
            for item in self.items
        )

    def budget(self, *, dimension: str | None = None, year: FiscalYear | None = None) -> Decimal:
        """Planned baht of a dimension in a fiscal year; all of them where none is named."""
        return sum(
            (
                money.baht
                for item in self.items
                if dimension is None or item.dimension == dimension
                for money_year, money in item.budget.items()
                if year is None or money_year == year
            ),
            Decimal(0),
        )

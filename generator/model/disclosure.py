"""Everything that one agency discloses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from decimal import Decimal

from generator.frozen import frozen
from generator.model.accessibility import Review
from generator.model.agency import Agency, Unit
from generator.model.article import Article, Attachment
from generator.model.base import Code, Id
from generator.model.catalogue import OitCatalogue, OitItem
from generator.model.complaints import ComplaintGuide, ComplaintReport, PublishedCounts
from generator.model.decision import Decision
from generator.model.demands import Demand, demand, is_ahead, stand_in
from generator.model.eras import FiscalYear
from generator.model.evidence import AttachedFile, Evidence, PastResult, PersonsCheck, ReleaseLedger
from generator.model.gifts import GiftReport
from generator.model.laws import Law
from generator.model.moved import Moved
from generator.model.people import People
from generator.model.plan import ActionPlan, Item, Kind, Node
from generator.model.privacy import Release
from generator.model.procurement import Procurement
from generator.model.results import Operations, YearResults
from generator.model.risk import RiskAssessment
from generator.model.services import ServiceYear


@frozen(kw_only=True)
class Disclosure:
    """The root: an agency with its plan, its items, its risks and the forms that it answers."""

    agency: Agency
    plan: ActionPlan
    items: tuple[Item, ...]
    """In the order of the plan."""
    risk: RiskAssessment | None
    procurement: tuple[Procurement, ...]
    """One for each fiscal year, oldest first."""
    complaints: tuple[ComplaintReport, ...]
    """As counted. What is published of them is in `generator.published`, never these."""
    complaint_guide: ComplaintGuide | None
    gifts: tuple[GiftReport, ...]
    published_counts: tuple[PublishedCounts, ...]
    """What earlier editions published of complaints and gifts."""
    articles: tuple[Article, ...]
    """Hand-written pages, by name."""
    attachments: tuple[Attachment, ...]
    """Files that are published with the site, by name."""
    people: People | None
    results: tuple[YearResults, ...]
    operations: tuple[Operations, ...]
    services: tuple[ServiceYear, ...]
    """These three one for each fiscal year, oldest first."""
    decisions: tuple[Decision, ...]
    releases: tuple[Release, ...]
    """What may be published although it is about a person."""
    catalogues: tuple[OitCatalogue, ...]
    """Every ITA form that is known, oldest first."""
    laws: tuple[Law, ...]
    """Laws under which something must be published."""
    review: Review
    """How it was found out that everyone can use the pages."""
    moved: Moved
    """Addresses that no longer hold what they held."""
    evidence: Evidence = field(default_factory=Evidence)
    """What the agency states about items beside its data."""
    attached: tuple[AttachedFile, ...] = ()
    """The files that the evidence names and that exist."""
    persons_checks: tuple[PersonsCheck, ...] = ()
    ledger: ReleaseLedger | None = None
    """What was published when; None before the first release."""
    past_results: tuple[PastResult, ...] = ()
    """Results of past assessments, as documents state them."""

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """The plan's fiscal years."""
        return self.plan.fiscal_years.years

    @property
    def answered(self) -> tuple[OitCatalogue, ...]:
        """The forms that the agency answers; for a year to come whose form is not known, a stand-in."""
        asked = sorted(self.agency.site.ita_years)
        known = {form.fiscal_year: form for form in self.catalogues}
        return tuple(
            known.get(year) or stand_in(self.catalogues, year)
            for year in asked
            if year in known or is_ahead(self.catalogues, year)
        )

    @property
    def results_of_ita(self) -> tuple[PastResult, ...]:
        """Results of past assessments, oldest first: those written down, and those of the plan.

        A grade that the plan states stands where what is written down names none.
        """
        stated = {
            result.fiscal_year: PastResult(
                fiscal_year=result.fiscal_year,
                total=result.score,
                grade=result.grade,
                source=self.plan.source.title,
                line=result.line,
            )
            for result in self.plan.ita_results
        }
        written = {
            result.fiscal_year: replace(result, grade=stated[result.fiscal_year].grade)
            if result.grade is None and result.fiscal_year in stated
            else result
            for result in self.past_results
        }
        return tuple(result for _year, result in sorted({**stated, **written}.items()))

    def demand(self, form: OitCatalogue, item: OitItem) -> Demand:
        """What an item of a form asks of this agency."""
        return demand(self.catalogues, form, item, self.agency.type)

    def unit(self, unit_id: Id) -> Unit:
        """The unit with an id; the checks made sure that there is one."""
        return next(unit for unit in self.agency.units if unit.id == unit_id)

    def node(self, code: Code) -> Node:
        """The node with a code."""
        return next(node for node in self.plan.walk() if node.code == code)

    def item(self, item_id: Id) -> Item:
        """The item with an id."""
        return next(item for item in self.items if item.id == item_id)

    def items_in(self, node: Node) -> tuple[Item, ...]:
        """Items of a node and of all below it."""
        return tuple(item for item in self.items if node.holds(item.node))

    def unit_for(self, topic: Id) -> Unit | None:
        """The unit that answers for the ITA items of a topic, where the agency names one."""
        unit_id = (self.agency.site.responsible or {}).get(topic)
        return self.unit(unit_id) if unit_id else None

    def items_of(self, unit_id: Id) -> tuple[Item, ...]:
        """Items that a unit answers for."""
        return tuple(item for item in self.items if unit_id in item.shown_responsible)


def count(items: Iterable[Item], kind: Kind | None = None) -> int:
    """How many items there are, of a kind if one is named."""
    return sum(kind is None or item.shown_kind is kind for item in items)


def total(
    items: Iterable[Item], years: tuple[FiscalYear, ...], year: FiscalYear | None = None
) -> Decimal:
    """Planned baht of items over the plan's years, or in one of them."""
    planned = (item.allocations(years) for item in items)
    if year is None:
        amounts = (money.baht for of_item in planned for money in of_item.values())
    else:
        amounts = (of_item[year].baht for of_item in planned if year in of_item)
    return sum(amounts, Decimal(0))

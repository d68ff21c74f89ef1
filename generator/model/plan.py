"""An action plan against corruption (แผนปฏิบัติการป้องกันการทุจริต): tree, items, budgets, figures.

The plan that this model was first drawn from states most facts twice: in its summary table
(part 2) and in the description of each item (part 3). Where the two differ both statements are
kept, and the constants `…_FOLLOWS` below say which of them a page shows first.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from generator.model.base import (
    Code,
    Id,
    Origin,
    Passage,
    Record,
    Stated,
    Text,
    YearSpan,
    record,
    told,
)
from generator.model.eras import Day, FiscalYear

NUMBER_FOLLOWS = Origin.TABLE
"""The table numbers the items through without a gap."""
KIND_FOLLOWS = Origin.TABLE
"""The table's counts of projects, measures and activities are the ones that it sums up."""
TITLE_FOLLOWS = Origin.TABLE
"""A title is shown from the same place as its kind, which is its first word."""
RESPONSIBLE_FOLLOWS = Origin.DETAIL
"""The description has a section "person responsible"; the table has only a remark."""
NODE_TITLE_FOLLOWS = Origin.DETAIL
"""The headings of part 3 are set whole; the table breaks them over narrow cells."""


class Kind(StrEnum):
    """Kind of a plan item."""

    PROJECT = "project"
    """โครงการ"""
    MEASURE = "measure"
    """มาตรการ"""
    ACTIVITY = "activity"
    """กิจกรรม"""


class AllocationStatus(StrEnum):
    """What a plan says about an item's money in a year: three things that are never one."""

    BUDGETED = "budgeted"
    """An amount, which may be 0 baht if the plan prints 0."""
    NO_BUDGET = "no_budget"
    """The item runs in this year and uses no budget (ไม่ใช้งบประมาณ)."""
    NOT_SCHEDULED = "not_scheduled"
    """The item does not run in this year ("-")."""


@record
class Money(Record):
    """An amount in baht, or the words that stand in its place."""

    status: AllocationStatus = told("มีงบ ไม่ใช้งบ หรือไม่ดำเนินการ", "Budgeted or not")
    amount: Decimal | None = told("บาท", "Baht; only when budgeted", default=None)

    @property
    def baht(self) -> Decimal:
        """What it adds to a total."""
        return self.amount or Decimal(0)


@record
class Source(Record):
    """Where an item stands in the source document."""

    table: int | None = told("บรรทัดในตารางสรุป", "Line of its row in the table", default=None)
    detail: int | None = told("บรรทัดที่เริ่มรายละเอียด", "Line where its detail begins", default=None)


@record
class StatedMoney(Record):
    """The one amount that the description of an item prints."""

    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    value: Money = told("จำนวนเงิน หรือ no_budget", "Amount in baht, or no_budget")


@record
class Item(Record):
    """A project, measure or activity of the plan (โครงการ/มาตรการ/กิจกรรม)."""

    id: Id = told("รหัสถาวร ใช้ในที่อยู่หน้าเว็บ", "Lasting id, used in the page address")
    number: Stated[int] = told("ลำดับที่", "Sequence number")
    kind: Stated[Kind] = told("ประเภท", "Kind")
    title: Stated[Text] = told("ชื่อ ตามเอกสารทุกตัวอักษร", "Title, exactly as in the document")
    area: Code = told("รหัสภารกิจย่อย เช่น 1.1.1", "Code of its sub-area, such as 1.1.1")
    responsible: Stated[tuple[Id, ...]] = told("รหัสหน่วยงานรับผิดชอบ", "Ids of the responsible units")
    source: Source = told("ตำแหน่งในเอกสารต้นฉบับ", "Where it stands in the source document")
    period: YearSpan = told("ระยะเวลาดำเนินการ", "Period in which it is carried out")
    budget: dict[FiscalYear, Money] = told(
        "งบประมาณแต่ละปี: จำนวนเงิน, no_budget หรือ not_scheduled",
        "Budget of each year: an amount, no_budget or not_scheduled",
    )
    budget_in_detail: StatedMoney | None = told(
        "งบประมาณตามรายละเอียดโครงการ", "Budget as its description states it", default=None
    )
    rationale: Passage | None = told("หลักการและเหตุผล โดยย่อ", "Rationale, in short", default=None)
    objectives: tuple[Passage, ...] = told("วัตถุประสงค์", "Objectives", default=())
    target_groups: tuple[Passage, ...] = told("กลุ่มเป้าหมาย", "Target groups", default=())
    target_group_size: int | None = told("จำนวนคน", "Head count of the target group", default=None)
    place: Text | None = told("พื้นที่ดำเนินการ", "Place of implementation", default=None)
    steps: tuple[Passage, ...] = told("วิธีดำเนินการ", "Implementation steps", default=())
    outputs: tuple[Passage, ...] = told("ผลผลิต", "Outputs", default=())
    outcomes: tuple[Passage, ...] = told("ผลลัพธ์", "Outcomes", default=())
    results: tuple[Passage, ...] = told(
        "ผลผลิต/ผลลัพธ์ ที่เอกสารไม่ได้แยกกัน", "Outputs and outcomes not told apart", default=()
    )

    @property
    def shown_number(self) -> int:
        """The number that pages print."""
        return self.number.at(NUMBER_FOLLOWS)

    @property
    def shown_kind(self) -> Kind:
        """The kind that pages print and count."""
        return self.kind.at(KIND_FOLLOWS)

    @property
    def shown_title(self) -> Text:
        """The title that pages print."""
        return self.title.at(TITLE_FOLLOWS)

    @property
    def shown_responsible(self) -> tuple[Id, ...]:
        """The units under which the item is listed."""
        return self.responsible.at(RESPONSIBLE_FOLLOWS)

    @property
    def dimension(self) -> str:
        """Code of its dimension: the first part of the area's code."""
        return self.area.partition(".")[0]

    @property
    def total(self) -> Decimal:
        """Baht over all years."""
        return sum((money.baht for money in self.budget.values()), Decimal(0))

    def passages(self) -> Iterator[Passage]:
        """Every line of its results, in order."""
        yield from self.outputs
        yield from self.outcomes
        yield from self.results


@record
class Area(Record):
    """A mission area or sub-area (ภารกิจตามมิติ) below a dimension."""

    code: Code = told("รหัส เช่น 1.1 หรือ 1.1.1", "Code, such as 1.1 or 1.1.1")
    title: Stated[Text] = told("ชื่อ", "Title")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)
    areas: tuple[Area, ...] = told("ภารกิจย่อย", "Sub-areas", default=())

    @property
    def shown_title(self) -> Text:
        """The title that pages print."""
        return self.title.at(NODE_TITLE_FOLLOWS)

    def walk(self) -> Iterator[Area]:
        """The area and all below it."""
        yield self
        for area in self.areas:
            yield from area.walk()


@record
class Dimension(Area):
    """A dimension (มิติ): the top of the plan's tree."""


class Figure(StrEnum):
    """What a printed total counts."""

    ITEMS = "items"
    BUDGET = "budget"


@record
class StatedFigure(Record):
    """A total as the document prints it; pages compute their own and say whether they agree."""

    what: Figure = told("นับอะไร", "What it counts")
    dimension: Code | None = told("รหัสมิติ", "Code of the dimension", default=None)
    kind: Kind | None = told("ประเภท", "Kind of item", default=None)
    fiscal_year: FiscalYear | None = told("ปีงบประมาณ", "Fiscal year (B.E.)", default=None)
    place: Origin = told("ที่ใดในเอกสาร", "Where in the document")
    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    value: Decimal = told("ค่าที่พิมพ์ในเอกสาร", "The printed value: a count, or baht")


@record
class Document(Record):
    """The document that the plan was read from."""

    title: Text = told("ชื่อเอกสาร", "Title of the document")
    text: str = told("ชื่อไฟล์ข้อความที่อ่านมา", "Name of the text file that line numbers refer to")


@record
class Signatory(Record):
    """Who signed, acting in office."""

    name: Text = told("ชื่อและนามสกุล", "Name")
    position: Text = told("ตำแหน่ง", "Position")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class Approval(Record):
    """Who agreed to the plan before it was announced."""

    body: Text = told("คณะทำงานหรือผู้เห็นชอบ", "Body that agreed")
    date: Day = told("วันที่เห็นชอบ", "Date of its decision")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class Announcement(Record):
    """The announcement that puts the plan into force (ประกาศใช้แผน)."""

    title: Text = told("เรื่อง", "Subject")
    date: Day = told("ประกาศ ณ วันที่", "Date of the announcement")
    statement: Passage = told("สาระสำคัญ", "What it says")
    signatory: Signatory = told("ผู้ลงนาม", "Signatory")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class Foreword(Record):
    """The foreword (คำนำ)."""

    statement: Passage = told("สาระสำคัญ", "What it says")
    date: Day = told("วันที่", "Date")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class ActionPlan(Record):
    """The plan without its items, which stand in files of their own."""

    id: Id = told("รหัส", "Id")
    title: Text = told("ชื่อแผน", "Title of the plan")
    short_title: Text = told("ชื่อย่อของแผน", "Short title")
    fiscal_years: YearSpan = told("ปีงบประมาณของแผน", "Fiscal years of the plan")
    owner: Id = told("รหัสหน่วยงานเจ้าของแผน", "Id of the unit that owns the plan")
    source: Document = told("เอกสารต้นฉบับ", "Source document")
    approval: Approval = told("การเห็นชอบ", "Approval")
    announcement: Announcement = told("ประกาศใช้แผน", "Announcement")
    foreword: Foreword = told("คำนำ", "Foreword")
    rationale: tuple[Passage, ...] = told("หลักการและเหตุผล", "Rationale", default=())
    national_targets: tuple[Passage, ...] = told(
        "เป้าหมายระดับชาติที่แผนอ้างถึง", "National targets that the plan cites", default=()
    )
    objectives: tuple[Passage, ...] = told("วัตถุประสงค์ของการจัดทำแผน", "Objectives of the plan")
    targets: tuple[Passage, ...] = told("เป้าหมาย", "Targets of the plan")
    benefits: tuple[Passage, ...] = told("ประโยชน์ของการจัดทำแผน", "Expected benefits")
    dimensions: tuple[Dimension, ...] = told("มิติและภารกิจ", "Dimensions and areas")
    stated: tuple[StatedFigure, ...] = told("ยอดรวมที่เอกสารพิมพ์ไว้", "Totals that the document prints")

    def areas(self) -> Iterator[Area]:
        """Every dimension, area and sub-area, in the order of the plan."""
        for dimension in self.dimensions:
            yield from dimension.walk()

"""An action plan against corruption (แผนปฏิบัติการป้องกันการทุจริต): tree, items, budgets, figures.

One model for the shapes that such documents have: a plan of several years with a summary table, a
set of annual plans, a chapter of an older plan, a province's annual plan, a report of results.
Most of them state a fact twice, in a table and in the description of the item. Where the two differ
both statements are kept, and the constants `…_FOLLOWS` below say which of them a page shows first.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from generator.model.base import (
    Code,
    Id,
    Operator,
    Origin,
    Passage,
    Record,
    Stated,
    Target,
    TargetUnit,
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

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines, first the table's."""
        return tuple(line for line in (self.table, self.detail) if line is not None)


@record
class StatedMoney(Record):
    """The one amount that the description of an item prints."""

    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    value: Money = told("จำนวนเงิน หรือ no_budget", "Amount in baht, or no_budget")


@record
class Period(YearSpan):
    """When an item is carried out: fiscal years and, where the document says so, parts of them."""

    quarters: tuple[int, ...] = told(
        "ไตรมาสของปีงบประมาณ 1–4 (ไตรมาส 1 = ต.ค.–ธ.ค.)",
        "Quarters of the fiscal year, 1 to 4 (quarter 1 is October to December)",
        default=(),
    )
    marked: tuple[int, ...] = told(
        "ช่องไตรมาสที่ตารางทำเครื่องหมายไว้", "Quarters that the table marks", default=()
    )
    months: tuple[int, ...] = told(
        "เดือนที่เอกสารพิมพ์ 1–12 (เดือนแรกและเดือนสุดท้าย)",
        "Months that the document prints, 1 to 12 (the first and the last)",
        default=(),
    )
    words: Text | None = told("ถ้อยคำในเอกสาร", "The document's own words", default=None)


@record
class YearRow(Record):
    """A row of an annual plan: what is to be done about an item in one fiscal year."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    number: int = told("ลำดับที่ในปีนั้น", "Number in that year")
    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    node: Code = told("รหัสมิติตามตาราง", "Code of the dimension in the table")
    budget: Money = told("จำนวนเงิน หรือ no_budget", "Amount in baht, or no_budget")
    quarters: tuple[int, ...] = told("ไตรมาสที่ทำเครื่องหมาย", "Quarters marked", default=())
    title: Text | None = told(
        "ชื่อตามตาราง เมื่อต่างจากชื่อรายการ", "Title in the table, where it differs", default=None
    )


@record
class Item(Record):
    """A project, measure or activity of the plan (โครงการ/มาตรการ/กิจกรรม)."""

    id: Id = told("รหัสถาวร ใช้ในที่อยู่หน้าเว็บ", "Lasting id, used in the page address")
    number: Stated[int] | None = told("ลำดับที่", "Sequence number", default=None)
    kind: Stated[Kind] | None = told("ประเภท", "Kind", default=None)
    title: Stated[Text] = told("ชื่อ ตามเอกสารทุกตัวอักษร", "Title, exactly as in the document")
    node: Code = told(
        "รหัสมิติ ภารกิจ ประเด็น หรือตัวชี้วัดที่สังกัด เช่น 1.1.1",
        "Code of the sub-area, issue or indicator to which it belongs, such as 1.1.1",
    )
    responsible: Stated[tuple[Id, ...]] = told(
        "รหัสหน่วยงานหรือตำแหน่งที่รับผิดชอบ", "Ids of the responsible units or positions"
    )
    source: Source = told("ตำแหน่งในเอกสารต้นฉบับ", "Where it stands in the source document")
    period: Period | None = told(
        "ระยะเวลาดำเนินการ", "Period in which it is carried out", default=None
    )
    budget: dict[FiscalYear, Money] | None = told(
        "งบประมาณแต่ละปี: จำนวนเงิน, no_budget หรือ not_scheduled",
        "Budget of each year: an amount, no_budget or not_scheduled",
        default=None,
    )
    schedule: tuple[YearRow, ...] = told(
        "แถวในแผนรายปี (ใช้แทน budget)", "Rows of the annual plans (in place of budget)", default=()
    )
    budget_in_detail: StatedMoney | None = told(
        "งบประมาณตามรายละเอียดโครงการ", "Budget as its description states it", default=None
    )
    rationale: Passage | None = told("หลักการและเหตุผล โดยย่อ", "Rationale, in short", default=None)
    objectives: tuple[Passage, ...] = told("วัตถุประสงค์", "Objectives", default=())
    target_groups: tuple[Passage, ...] = told("กลุ่มเป้าหมาย", "Target groups", default=())
    target_group_size: int | None = told(
        "จำนวนคนในกลุ่มเป้าหมาย", "Head count of the target group", default=None
    )
    targets: tuple[Passage, ...] = told(
        "เป้าหมาย/ผลผลิต ที่ตั้งไว้", "Targets and outputs set in advance", default=()
    )
    place: Text | None = told("พื้นที่ดำเนินการ", "Place of implementation", default=None)
    steps: tuple[Passage, ...] = told("วิธีดำเนินการ", "Implementation steps", default=())
    indicators: tuple[Passage, ...] = told("ตัวชี้วัด", "Indicators", default=())
    outputs: tuple[Passage, ...] = told("ผลผลิต", "Outputs", default=())
    outcomes: tuple[Passage, ...] = told("ผลลัพธ์", "Outcomes", default=())
    results: tuple[Passage, ...] = told(
        "ผลผลิต/ผลลัพธ์ ที่เอกสารไม่ได้แยกกัน", "Outputs and outcomes not told apart", default=()
    )
    result_summary: tuple[Passage, ...] = told(
        "สรุปผลการดำเนินการ", "Summary of what was done", default=()
    )

    @property
    def shown_number(self) -> int | None:
        """The number that pages print; None where the document gives none."""
        return self.number.at(NUMBER_FOLLOWS) if self.number else None

    @property
    def shown_kind(self) -> Kind | None:
        """The kind that pages print and count; None where the document does not say."""
        return self.kind.at(KIND_FOLLOWS) if self.kind else None

    @property
    def shown_title(self) -> Text:
        """The title that pages print."""
        return self.title.at(TITLE_FOLLOWS)

    @property
    def shown_responsible(self) -> tuple[Id, ...]:
        """The units under which the item is listed."""
        return self.responsible.at(RESPONSIBLE_FOLLOWS)

    @property
    def top(self) -> Code:
        """Code of the topmost node above it: its dimension, issue or goal."""
        return Code(self.node.partition(".")[0])

    def allocations(self, years: tuple[FiscalYear, ...]) -> dict[FiscalYear, Money]:
        """What the plan says about its money in each year; empty where it says nothing at all."""
        if self.budget is not None:
            return self.budget
        return {year: _together(self.rows_of(year)) for year in years} if self.schedule else {}

    def rows_of(self, year: FiscalYear) -> tuple[YearRow, ...]:
        """Its rows in the annual plan of a year; more than one if the plan repeats it."""
        return tuple(row for row in self.schedule if row.fiscal_year == year)

    def passages(self) -> Iterator[Passage]:
        """Every line of its results, in order."""
        yield from self.targets
        yield from self.indicators
        yield from self.outputs
        yield from self.outcomes
        yield from self.results
        yield from self.result_summary


def _together(rows: tuple[YearRow, ...]) -> Money:
    """The rows of one year as one allocation."""
    if not rows:
        return Money(status=AllocationStatus.NOT_SCHEDULED)
    amounts = [row.budget.amount for row in rows if row.budget.amount is not None]
    if not amounts:
        return Money(status=AllocationStatus.NO_BUDGET)
    return Money(status=AllocationStatus.BUDGETED, amount=sum(amounts, Decimal(0)))


class Level(StrEnum):
    """What a level of the plan's tree is called."""

    DIMENSION = "dimension"
    """มิติ"""
    AREA = "area"
    """ภารกิจตามมิติ"""
    SUB_AREA = "sub_area"
    """ข้อย่อย"""
    ISSUE = "issue"
    """ประเด็น"""
    GOAL = "goal"
    """เป้าหมาย"""
    INDICATOR = "indicator"
    """ตัวชี้วัด"""


@record
class Node(Record):
    """A dimension, area, issue, goal or indicator, with what stands below it."""

    code: Code = told("รหัส เช่น 1.1 หรือ 1.1.1", "Code, such as 1.1 or 1.1.1")
    title: Stated[Text] = told("ชื่อ", "Title")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)
    targets: tuple[Target, ...] = told("ค่าเป้าหมาย", "Targets in numbers", default=())
    nodes: tuple[Node, ...] = told("ระดับถัดลงไป", "The next level below", default=())

    @property
    def shown_title(self) -> Text:
        """The title that pages print."""
        return self.title.at(NODE_TITLE_FOLLOWS)

    def walk(self) -> Iterator[Node]:
        """The node and all below it."""
        yield self
        for node in self.nodes:
            yield from node.walk()

    def holds(self, code: Code) -> bool:
        """Whether a code is this node's or lies below it."""
        return code == self.code or code.startswith(self.code + ".")


class Figure(StrEnum):
    """What a printed total counts."""

    ITEMS = "items"
    BUDGET = "budget"
    MARKS = "marks"
    """Marks in the quarter columns of an annual plan."""


@record
class StatedFigure(Record):
    """A total as the document prints it; pages compute their own and say whether they agree."""

    what: Figure = told("นับอะไร", "What it counts")
    node: Code | None = told("รหัสมิติหรือตัวชี้วัด", "Code of the dimension or indicator", default=None)
    kind: Kind | None = told("ประเภท", "Kind of item", default=None)
    fiscal_year: FiscalYear | None = told("ปีงบประมาณ", "Fiscal year (B.E.)", default=None)
    quarter: int | None = told("ไตรมาส", "Quarter", default=None)
    place: Origin = told("ที่ใดในเอกสาร", "Where in the document")
    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    value: Decimal = told("ค่าที่พิมพ์ในเอกสาร", "The printed value: a count, or baht")


@record
class Document(Record):
    """The document that the plan was read from."""

    title: Text = told("ชื่อเอกสาร", "Title of the document")
    text: str | None = told(
        "ชื่อไฟล์ข้อความที่อ่านมา ถ้าอ่านจากเอกสาร",
        "Name of the text file that line numbers refer to, if it was read from one",
        default=None,
    )


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
    date: Day | None = told("วันที่", "Date", default=None)
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class YearlyTarget(Record):
    """One thing with a target value for each year (ค่าเป้าหมายรายปี)."""

    metric: Text = told("สิ่งที่วัด", "What is measured")
    operator: Operator = told("เทียบกับค่าเป้าหมายอย่างไร", "How it compares with the value")
    unit: TargetUnit = told("หน่วยนับ", "What the value counts")
    base_year: FiscalYear | None = told("ปีฐาน", "Year that it is counted from", default=None)
    values: dict[FiscalYear, Decimal] = told("ค่าแต่ละปี", "The value of each year")
    thing: Id | None = told(
        "ชื่อร่วมของสิ่งที่วัด เมื่อเอกสารตั้งเป้าไว้หลายแห่ง",
        "Common name of what is measured, where its target is set in several places",
        default=None,
    )
    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")


@record
class ItaResult(Record):
    """A result of the Integrity and Transparency Assessment (ITA) as the document states it."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    score: Decimal = told("คะแนน เต็ม 100", "Score out of 100")
    grade: Text = told("ระดับผลการประเมิน", "Grade")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class ReportRow(Record):
    """A row of what was entered in the commission's plan system."""

    number: int = told("ลำดับที่", "Number")
    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    item: Id = told("รหัสรายการในแผน", "Id of the plan item")
    node: Code = told("รหัสมิติ", "Code of the dimension")
    title: Text | None = told(
        "ชื่อในระบบ เมื่อต่างจากชื่อรายการ", "Title in the system, where it differs", default=None
    )


@record
class PlanReport(Record):
    """What the agency entered in the commission's e-PlanNACC system for a year."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    line: int = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document")
    count: int = told("จำนวนโครงการตามแผนที่ระบบพิมพ์", "Number of items that the system prints")
    minimum: int | None = told("จำนวนโครงการขั้นต่ำ", "Minimum number of items", default=None)
    additional: int | None = told(
        "โครงการเพิ่มเติม (ไม่คิดคะแนน)", "Additional items, not scored", default=None
    )
    by_node: dict[Code, int] = told("จำนวนแต่ละมิติที่ระบบพิมพ์", "Printed count of each dimension")
    rows: tuple[ReportRow, ...] = told("รายการที่บันทึกในระบบ", "What was entered")


class DocumentType(StrEnum):
    """What kind of document the data was read from."""

    ACTION_PLAN = "action_plan"
    """A plan of several years with a summary table and a description of each item."""
    ANNUAL_PLANS = "annual_plans"
    """A plan of several years made of annual plans, with a description of each item."""
    PLAN_CHAPTER = "plan_chapter"
    """One chapter of a plan."""
    ANNUAL_PLAN = "annual_plan"
    """A plan of one year, by goals and indicators."""
    RESULT_REPORT = "result_report"
    """A report of what was done in a year."""


@record
class ActionPlan(Record):
    """The plan without its items, which stand in files of their own."""

    id: Id = told("รหัส", "Id")
    type: DocumentType = told("ประเภทเอกสาร", "Type of document")
    title: Text = told("ชื่อแผน", "Title of the plan")
    short_title: Text = told("ชื่อย่อของแผน", "Short title")
    fiscal_years: YearSpan = told("ปีงบประมาณของแผน", "Fiscal years of the plan")
    owner: Id | None = told(
        "รหัสหน่วยงานเจ้าของแผน", "Id of the unit that owns the plan", default=None
    )
    source: Document = told("เอกสารต้นฉบับ", "Source document")
    approval: Approval | None = told("การเห็นชอบ", "Approval", default=None)
    announcement: Announcement | None = told("ประกาศใช้แผน", "Announcement", default=None)
    foreword: Foreword | None = told("คำนำ", "Foreword", default=None)
    rationale: tuple[Passage, ...] = told("หลักการและเหตุผล", "Rationale", default=())
    policy: tuple[Passage, ...] = told("นโยบาย", "Policy", default=())
    main_goal: Passage | None = told("เป้าหมายหลัก", "Main goal", default=None)
    national_targets: tuple[Passage, ...] = told(
        "เป้าหมายระดับชาติที่แผนอ้างถึง", "National targets that the plan cites", default=()
    )
    objectives: tuple[Passage, ...] = told(
        "วัตถุประสงค์ของการจัดทำแผน", "Objectives of the plan", default=()
    )
    targets: tuple[Passage, ...] = told("เป้าหมาย", "Targets of the plan", default=())
    yearly_targets: tuple[YearlyTarget, ...] = told(
        "ค่าเป้าหมายรายปี", "Targets of each year", default=()
    )
    benefits: tuple[Passage, ...] = told("ประโยชน์ของการจัดทำแผน", "Expected benefits", default=())
    ita_results: tuple[ItaResult, ...] = told("ผลการประเมิน ITA", "ITA results", default=())
    levels: tuple[Level, ...] = told(
        "ชื่อของแต่ละระดับ จากบนลงล่าง", "What each level is called, from the top"
    )
    nodes: tuple[Node, ...] = told("มิติ ประเด็น หรือเป้าหมาย", "Dimensions, issues or goals")
    stated: tuple[StatedFigure, ...] = told(
        "ยอดรวมที่เอกสารพิมพ์ไว้", "Totals that the document prints", default=()
    )
    reports: tuple[PlanReport, ...] = told(
        "ข้อมูลที่บันทึกในระบบ e-PlanNACC", "What was entered in e-PlanNACC", default=()
    )

    def walk(self) -> Iterator[Node]:
        """Every node of the tree, in the order of the plan."""
        for node in self.nodes:
            yield from node.walk()

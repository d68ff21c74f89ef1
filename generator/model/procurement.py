"""Procurement (การจัดซื้อจัดจ้าง) of a fiscal year: processes, bids, contracts, in OCDS' words.

A process is one purchase from the decision to buy to the contract. What an officer's workbook
repeats on every contract line (budget, reference price) belongs to the process and stands once, so
that it can never be summed twice. Amounts are baht.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from generator.model.base import Code, Id, Passage, Record, Text, record, told
from generator.model.eras import Day, FiscalYear, Month


class Method(StrEnum):
    """How a supplier is found (วิธีซื้อหรือจ้าง), by the Public Procurement Act B.E. 2560."""

    OPEN = "open"
    """วิธีประกาศเชิญชวนทั่วไป"""
    SELECTIVE = "selective"
    """วิธีคัดเลือก"""
    DIRECT = "direct"
    """วิธีเฉพาะเจาะจง"""
    DESIGN_CONTEST = "design_contest"
    """วิธีประกวดแบบ"""


class BudgetSource(StrEnum):
    """Where the money comes from (แหล่งที่มาของงบประมาณ)."""

    BUDGET_ACT = "budget_act"
    """พ.ร.บ. งบประมาณรายจ่าย"""
    ORDINANCE = "ordinance"
    """ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย"""
    OFF_BUDGET = "off_budget"
    """เงินนอกงบประมาณ"""
    ACCUMULATED = "accumulated"
    """เงินสะสม"""
    SPECIFIC_GRANT = "specific_grant"
    """เงินอุดหนุนเฉพาะกิจ"""
    OTHER = "other"
    """อื่น ๆ"""


class ContractStatus(StrEnum):
    """How far a purchase is (สถานะการจัดซื้อจัดจ้าง), in OCDS' words."""

    PENDING = "pending"
    """ยังไม่ลงนามในสัญญา"""
    ACTIVE = "active"
    """อยู่ระหว่างระยะสัญญา"""
    TERMINATED = "terminated"
    """สิ้นสุดระยะสัญญา"""
    CANCELLED = "cancelled"
    """ยกเลิกการดำเนินการ"""


class SupplierKind(StrEnum):
    """Who a supplier is before the law."""

    JURISTIC = "juristic"
    """A company, partnership, cooperative, foundation or public body (นิติบุคคล)."""
    NATURAL = "natural"
    """A person or a shop in a person's name (บุคคลธรรมดา), whose tax number is the national ID."""


@record
class Process(Record):
    """A purchase (งานที่ซื้อหรือจ้าง): one line of form สขร.1, whatever contracts it led to."""

    id: Id = told(
        "รหัสถาวร: เลขที่โครงการ e-GP ถ้ามี ไม่เช่นนั้นสร้างจากเลขที่สัญญา",
        "Lasting id: the e-GP number if there is one, else made from the contract's number",
    )
    egp_number: Code | None = told(
        "เลขที่โครงการในระบบ e-GP 11 หลัก", "Project number in e-GP, 11 digits", default=None
    )
    month: Month = told(
        "เดือนที่รายงานในแบบ สขร.1 เช่น 2025-10",
        "Month whose summary (form SKR.1) reports it, such as 2025-10",
    )
    title: Text = told("งานที่จัดซื้อหรือจัดจ้าง", "What is bought or hired")
    method: Method = told("วิธีซื้อหรือจ้าง", "Method")
    method_details: str | None = told(
        "วิธีย่อย เช่น e-bidding, e-market หรือข้อกฎหมาย เช่น มาตรา 56 (2) (ข)",
        "Sub-method, such as e-bidding, or the ground in law, as written",
        default=None,
    )
    budget: Decimal | None = told(
        "วงเงินที่จะซื้อหรือจ้าง (บาท)", "Budget of the purchase, baht", default=None
    )
    budget_source: BudgetSource | None = told(
        "แหล่งที่มาของงบประมาณ", "Where the money comes from", default=None
    )
    reference_price: Decimal | None = told("ราคากลาง (บาท)", "Reference price, baht", default=None)
    status: ContractStatus | None = told(
        "สถานะการจัดซื้อจัดจ้าง", "How far the purchase is", default=None
    )
    reason: Text | None = told(
        "เหตุผลที่คัดเลือกโดยสรุป", "Why the supplier was chosen, in short", default=None
    )


@record
class Bid(Record):
    """A price that somebody offered (รายชื่อผู้เสนอราคาและราคาที่เสนอ)."""

    process: Id = told("รหัสของการจัดซื้อจัดจ้าง", "Id of the process")
    bidder: str = told("ผู้เสนอราคา", "Who offered")
    kind: SupplierKind = told("นิติบุคคลหรือบุคคลธรรมดา", "Juristic or natural person")
    price: Decimal | None = told("ราคาที่เสนอ (บาท)", "Price offered, baht", default=None)


@record
class Contract(Record):
    """A contract or agreement (สัญญาหรือข้อตกลง) with one supplier."""

    process: Id = told("รหัสของการจัดซื้อจัดจ้าง", "Id of the process")
    number: str | None = told("เลขที่สัญญาหรือข้อตกลง", "Number of the contract", default=None)
    supplier: str = told("ผู้ได้รับการคัดเลือก", "Supplier")
    kind: SupplierKind = told("นิติบุคคลหรือบุคคลธรรมดา", "Juristic or natural person")
    tax_id: Code | None = told(
        "เลขประจำตัวผู้เสียภาษี 13 หลัก เฉพาะนิติบุคคล",
        "Tax number, 13 digits; juristic persons only, never a person's",
        default=None,
    )
    price: Decimal = told("ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "Price agreed, baht")
    signed: Day | None = told("วันที่ลงนาม", "Day of signing", default=None)
    ends: Day | None = told("วันที่สิ้นสุดสัญญา", "Day on which the contract ends", default=None)


@record
class Explanation(Record):
    """Why a price is above its budget or reference price, as the agency publishes it."""

    process: Id = told("รหัสของการจัดซื้อจัดจ้าง", "Id of the process")
    text: Text = told("คำชี้แจง", "The explanation")


@record
class ProcurementReport(Record):
    """What an officer writes about a year's procurement beside its lines (`report.yml`)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    months_without: tuple[Month, ...] = told(
        "เดือนที่ไม่มีการจัดซื้อจัดจ้าง", "Months in which nothing was bought", default=()
    )
    problems: tuple[Passage, ...] = told("ปัญหาและอุปสรรค", "Problems and obstacles", default=())
    recommendations: tuple[Passage, ...] = told("ข้อเสนอแนะ", "Recommendations", default=())
    explanations: tuple[Explanation, ...] = told(
        "คำชี้แจงเมื่อราคาสูงกว่าวงเงิน ราคากลาง หรือราคาที่เสนอ แสดงบนหน้าเว็บ",
        "Explanations of prices above budget, reference price or bid; pages show them",
        default=(),
    )
    show_indicators: bool = told(
        "แสดงตัวชี้วัดความเสี่ยงบนหน้าเว็บสาธารณะ",
        "Whether the public page shows risk indicators",
        default=False,
    )


@record
class Procurement(Record):
    """A fiscal year's procurement: the report and its three tables."""

    report: ProcurementReport = told("รายงานประจำปี", "The year's report")
    processes: tuple[Process, ...] = told("การจัดซื้อจัดจ้าง", "Processes", default=())
    bids: tuple[Bid, ...] = told("ผู้เสนอราคา", "Bids", default=())
    contracts: tuple[Contract, ...] = told("สัญญา", "Contracts", default=())

    @property
    def fiscal_year(self) -> FiscalYear:
        """The year that it is of."""
        return self.report.fiscal_year

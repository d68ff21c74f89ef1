"""Columns that several tables of the plan have."""

from __future__ import annotations

from generator.checks.statements import KIND_WORDS, ORIGIN_WORDS
from generator.checks.targets import OPERATOR_WORDS
from generator.exports.plan.words import COUNTED_WORDS
from generator.exports.table import Type, Unit, baht, choice, column, fiscal_year, integer

ITEM = column("item_id", "รหัสรายการ", "Id of the item")
YEAR = fiscal_year()
LINE = integer("line", "บรรทัดในเอกสารต้นฉบับ", "Line in the source document", Unit.LINE)
TITLE_TH = column("title_th", "ชื่อ", "Title in Thai")
TITLE_EN = column("title_en", "ชื่อภาษาอังกฤษ", "Title in English")
NODE = column("node", "รหัสมิติ ภารกิจ หรือตัวชี้วัด", "Code of dimension, area or indicator")
AMOUNT = baht(
    "amount_thb", "จำนวนเงิน (บาท) ว่างเมื่อไม่มีจำนวนเงิน", "Amount in baht; empty where there is none"
)
MONEY_STATUS = choice(
    "status",
    "มีงบประมาณหรือไม่",
    "Whether there is a budget",
    budgeted=("มีงบประมาณ", "an amount is set"),
    no_budget=("ไม่ใช้งบประมาณ", "runs in this year and uses no budget"),
    not_scheduled=("ไม่ดำเนินการในปีนั้น", "does not run in this year"),
)
KIND = column("kind", "ประเภท", "Kind", values=KIND_WORDS.items())
OPERATOR = column("operator", "การเทียบ", "How it compares", values=OPERATOR_WORDS.items())
ORIGIN = column("place", "ตำแหน่งในเอกสาร", "Where in the document", values=ORIGIN_WORDS.items())
VALUE = column("value", "ค่า", "Value", Type.NUMBER)
COUNTED = column("unit", "หน่วยนับ", "What it counts", values=COUNTED_WORDS.items())
METRIC = (
    column("metric_th", "สิ่งที่วัด", "What is measured, in Thai"),
    column("metric_en", "สิ่งที่วัด ภาษาอังกฤษ", "What is measured, in English"),
)


def whole(value: int | None) -> str:
    """A whole number as a cell; empty where there is none."""
    return "" if value is None else str(int(value))

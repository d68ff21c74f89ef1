"""What was done in a fiscal year: the plan's items, the risks' controls, the integrity measures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from generator.model.base import Id, Record, Text, record, told
from generator.model.eras import Day, FiscalYear, Month
from generator.model.plan import Money


class Progress(StrEnum):
    """How far something is (สถานะการดำเนินการ)."""

    DONE = "done"
    """แล้วเสร็จ"""
    ONGOING = "ongoing"
    """อยู่ระหว่างดำเนินการ"""
    NOT_DONE = "not_done"
    """ไม่ได้ดำเนินการ"""


@record
class Outcome(Record):
    """How something went."""

    status: Progress = told("สถานะ", "How far it is")
    result: Text = told("ผลการดำเนินการ", "What was done")
    problems: Text | None = told("ปัญหาหรืออุปสรรค", "Problems or obstacles", default=None)
    recommendations: Text | None = told("ข้อเสนอแนะ", "Recommendations", default=None)


@record
class ItemResult(Outcome):
    """The result of an item of the plan in a year (ผลการดำเนินการป้องกันการทุจริต)."""

    item: Id = told("รหัสรายการในแผน", "Id of the plan's item")
    spent: Money = told(
        "เงินที่ใช้จริง (บาท) หรือ no_budget", "Baht that was spent, or no_budget, or not_scheduled"
    )


@record
class RiskResult(Outcome):
    """What came of a risk's controls (ผลการจัดการความเสี่ยง)."""

    risk: Id = told("รหัสความเสี่ยง", "Id of the risk")
    incidents: int = told("จำนวนครั้งที่เกิดเหตุในปีนั้น", "How often it happened in the year")


@record
class MeasureResult(Outcome):
    """The result of a measure that the ITA's findings led to (มาตรการส่งเสริมคุณธรรม)."""

    id: Id = told("รหัส", "Id")
    title: Text = told("มาตรการ", "Measure")
    unit: Id = told("รหัสหน่วยงานรับผิดชอบ", "Id of the unit that answers for it")


@record
class YearResults(Record):
    """A fiscal year's results (`results/2568.yml`)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    items: tuple[ItemResult, ...] = told("ผลของรายการในแผน", "Results of the plan's items")
    risks: tuple[RiskResult, ...] = told("ผลการจัดการความเสี่ยง", "Results of risks", default=())
    measures: tuple[MeasureResult, ...] = told(
        "ผลของมาตรการส่งเสริมคุณธรรมและความโปร่งใส", "Results of integrity measures", default=()
    )
    problems: tuple[Text, ...] = told("ปัญหาโดยรวม", "Problems as a whole", default=())
    recommendations: tuple[Text, ...] = told(
        "ข้อเสนอแนะโดยรวม", "Recommendations as a whole", default=()
    )


@record
class Programme(Outcome):
    """A project of the year's operations (โครงการตามแผนดำเนินงาน) with how far it is."""

    id: Id = told("รหัส", "Id")
    title: Text = told("โครงการ", "Project")
    strategy: Text | None = told("ยุทธศาสตร์", "Strategy that it serves", default=None)
    unit: Id = told("รหัสหน่วยงานรับผิดชอบ", "Id of the unit that answers for it")
    budget: Decimal = told("งบประมาณที่ตั้งไว้ (บาท)", "Budget, baht")
    source: Text | None = told("แหล่งงบประมาณ", "Where the money comes from", default=None)
    begins: Month = told("เดือนที่เริ่ม เช่น 2025-11", "Month in which it begins, such as 2025-11")
    ends: Month = told("เดือนที่สิ้นสุด", "Month in which it ends")
    spent: Decimal = told("เบิกจ่ายแล้ว (บาท)", "Paid out so far, baht")


@record
class Operations(Record):
    """A fiscal year's plan of operations with its progress (`operations/2569.yml`)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the progress is of")
    programmes: tuple[Programme, ...] = told("โครงการ", "Projects")
    problems: tuple[Text, ...] = told("ปัญหาโดยรวม", "Problems as a whole", default=())
    recommendations: tuple[Text, ...] = told(
        "ข้อเสนอแนะโดยรวม", "Recommendations as a whole", default=()
    )

    @property
    def is_whole(self) -> bool:
        """Whether the year was over on the day that the data is of."""
        return self.as_of >= self.fiscal_year.last_day


def reached(outcomes: Iterable[Outcome], status: Progress) -> int:
    """How many things are that far."""
    return sum(outcome.status is status for outcome in outcomes)

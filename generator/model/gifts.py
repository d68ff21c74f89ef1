"""The No Gift Policy (นโยบายไม่รับของขวัญ): declaration, culture, reports as aggregates."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Id, Record, Text, record, told
from generator.model.eras import Day, FiscalYear, Month


class Giver(StrEnum):
    """Who gave, by sort; never who."""

    GOVERNMENT = "government"
    PRIVATE = "private"
    CITIZEN = "citizen"
    OTHER = "other"


class Handling(StrEnum):
    """What was done with what was given."""

    RETURNED = "returned"
    HANDED_OVER = "handed_over"
    """Handed over to the agency."""
    KEPT = "kept"
    """Kept as the law allows."""
    OTHER = "other"


class Value(StrEnum):
    """Bands of value. 3,000 baht a person and occasion: NACC notification of B.E. 2563 (recalled)."""

    UP_TO_3000 = "up_to_3000"
    OVER_3000 = "over_3000"
    NOT_VALUED = "not_valued"


@record
class ByGiver(Record):
    """Times by who gave."""

    government: int = told("หน่วยงานภาครัฐ", "Government bodies", default=0)
    private: int = told("ภาคเอกชน", "Private bodies", default=0)
    citizen: int = told("ประชาชน", "Citizens", default=0)
    other: int = told("อื่น ๆ", "Others", default=0)


@record
class ByHandling(Record):
    """Times by what was done."""

    returned: int = told("ส่งคืนผู้ให้", "Returned to the giver", default=0)
    handed_over: int = told("ส่งมอบหน่วยงาน", "Handed over to the agency", default=0)
    kept: int = told("ให้รับไว้ตามกฎหมาย", "Kept as the law allows", default=0)
    other: int = told("อื่น ๆ", "Other", default=0)


@record
class ByValue(Record):
    """Times by value."""

    up_to_3000: int = told("ไม่เกิน 3,000 บาท", "Up to 3,000 baht", default=0)
    over_3000: int = told("เกิน 3,000 บาท", "Over 3,000 baht", default=0)
    not_valued: int = told("ประเมินค่าไม่ได้", "Not valued", default=0)


@record
class Receipts(Record):
    """How often something was given in a period, split in three ways that add up alike."""

    from_: Month = told("เดือนแรก", "First month")
    to: Month = told("เดือนสุดท้าย", "Last month")
    none: bool = told(
        "true: ยืนยันว่าไม่มีการรับในช่วงนี้", "true: it is stated that nothing was received", default=False
    )
    times: int | None = told("จำนวนครั้ง", "Number of times", default=None)
    by_giver: ByGiver | None = told("จำแนกตามผู้ให้", "By who gave", default=None)
    by_handling: ByHandling | None = told("จำแนกตามการดำเนินการ", "By what was done", default=None)
    by_value: ByValue | None = told("จำแนกตามมูลค่า", "By value", default=None)

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month of it."""
        return self.from_.up_to(self.to)

    def splits(self) -> dict[str, dict[str, int]]:
        """The counts of each way of splitting that is written down."""
        ways: tuple[tuple[str, type[StrEnum], Record | None], ...] = (
            ("giver", Giver, self.by_giver),
            ("handling", Handling, self.by_handling),
            ("value", Value, self.by_value),
        )
        return {
            way: {str(kind): getattr(split, kind) for kind in kinds}
            for way, kinds, split in ways
            if split is not None
        }


@record
class GiftDeclaration(Record):
    """The declaration of the No Gift Policy (ประกาศเจตนารมณ์), signed by the chief executive."""

    date: Day = told("วันที่ประกาศ", "Day of the declaration")
    position: Text = told("ตำแหน่งผู้ลงนาม", "Position of who signed it")
    text: Text = told("ข้อความประกาศ", "Its words")


class ActivityForm(StrEnum):
    """What kind of activity it was."""

    MEETING = "meeting"
    SEMINAR = "seminar"
    TRAINING = "training"
    CAMPAIGN = "campaign"


@record
class CultureActivity(Record):
    """An activity that builds the culture of refusing gifts."""

    date: Day = told("วันที่จัด", "Day")
    form: ActivityForm = told("รูปแบบ", "Form")
    title: Text = told("ชื่อกิจกรรม", "Title")
    participants: int | None = told("จำนวนผู้เข้าร่วม (คน)", "Number of people", default=None)


@record
class GiftReport(Record):
    """A fiscal year's No Gift Policy (`gifts/2569.yml`)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    unit: Id | None = told("รหัสหน่วยงานรับผิดชอบ", "Id of the responsible unit", default=None)
    small_counts_below: int = told(
        "จำนวนที่น้อยกว่านี้ไม่แสดงเป็นตัวเลข (3 ถึง 10)",
        "Counts below this are not shown as numbers (3 to 10)",
        default=3,
    )
    declaration: GiftDeclaration | None = told("ประกาศเจตนารมณ์", "Declaration", default=None)
    activities: tuple[CultureActivity, ...] = told(
        "กิจกรรมสร้างวัฒนธรรม", "Culture activities", default=()
    )
    gifts: tuple[Receipts, ...] = told("การรับของขวัญและของกำนัล", "Gifts received", default=())
    property: tuple[Receipts, ...] = told(
        "การรับทรัพย์สินหรือประโยชน์โดยธรรมจรรยา (มาตรา 128)",
        "Property or benefits received on moral grounds (section 128)",
        default=(),
    )

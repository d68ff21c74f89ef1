"""What an agency states about the ITA items beside its data.

Where else something stands, what does not apply, that there is nothing to report, when something is
due (`evidence.yml`); who checked an item (`checks.yml`); what was published when (`released.yml`).

An item is named by the year and the code of the form, as officers know it; an element by its key.
"""

from __future__ import annotations

from decimal import Decimal

from generator.frozen import frozen
from generator.model.base import Id, Record, Text, record, told
from generator.model.eras import Day, FiscalYear


@record
class OutsideAddress(Record):
    """An element that stands at an outside address, such as an online service of another system."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str = told("รหัสข้อ เช่น O10", "Code of the item, such as O10")
    element: Id = told("รหัสองค์ประกอบ", "Key of the element")
    address: str = told("ที่อยู่ ขึ้นต้นด้วย https://", "The address, beginning with https://")
    label: Text = told("สิ่งที่ผู้อ่านจะพบที่นั่น", "What a reader finds there")
    fiscal_year: FiscalYear | None = told(
        "ปีงบประมาณของข้อมูล", "Fiscal year of the data", default=None
    )
    as_of: Day | None = told("ข้อมูล ณ วันที่", "Day that the data is of", default=None)


@record
class Attachment(Record):
    """An element that stands in a file below `files/`, which is published with the site."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str = told("รหัสข้อ เช่น O13", "Code of the item, such as O13")
    element: Id = told("รหัสองค์ประกอบ", "Key of the element")
    file: str = told("ชื่อไฟล์ใต้ files/", "Name of the file below files/")
    label: Text = told("ชื่อเอกสาร", "Title of the document")
    fiscal_year: FiscalYear = told("ปีงบประมาณของข้อมูล", "Fiscal year of the data")
    as_of: Day | None = told("ข้อมูล ณ วันที่", "Day that the data is of", default=None)


@record
class Waiver(Record):
    """An item that does not apply to the agency, as somebody decided, for a time."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str = told("รหัสข้อ", "Code of the item")
    why: Text = told("เหตุผล แสดงบนหน้าเว็บ", "The reason, shown on the page")
    who: Text = told("ตำแหน่งผู้ตัดสินใจ ไม่ใช่ชื่อบุคคล", "Position of who decided, not a name")
    until: Day = told("ใช้ได้ถึงวันที่", "Last day on which this holds")


@record
class NothingToReport(Record):
    """The public sentence that a form demands where there is nothing to report."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str = told("รหัสข้อ", "Code of the item")
    sentence: Text = told(
        "ข้อความที่เผยแพร่ เช่น ไม่มีเรื่องร้องเรียนในช่วงเวลานี้",
        "The sentence that is published, such as: no complaints in this period",
    )
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the statement is of")


@record
class Due(Record):
    """A day by which the agency wants an item's data published."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str | None = told(
        "รหัสข้อ เว้นไว้หมายถึงทุกข้อ", "Code of the item; without it every item", default=None
    )
    on: Day = told("กำหนดวันที่", "The day")


@record
class Evidence(Record):
    """Everything that `evidence.yml` holds."""

    addresses: tuple[OutsideAddress, ...] = told(
        "ข้อมูลที่อยู่นอกเว็บไซต์นี้", "What stands at outside addresses", default=()
    )
    files: tuple[Attachment, ...] = told(
        "ข้อมูลที่อยู่ในไฟล์แนบ", "What stands in attached files", default=()
    )
    waivers: tuple[Waiver, ...] = told(
        "ข้อที่ไม่เกี่ยวข้องกับหน่วยงาน", "Items that do not apply", default=()
    )
    nothing_to_report: tuple[NothingToReport, ...] = told(
        "ข้อที่ไม่มีเรื่องต้องรายงาน", "Items with nothing to report", default=()
    )
    due: tuple[Due, ...] = told("กำหนดส่งของหน่วยงานเอง", "The agency's own due dates", default=())


@record
class PersonsCheck(Record):
    """That a person looked at an item and found it right; written by `disclosure confirm`."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str = told("รหัสข้อ", "Code of the item")
    by: Text = told("ตำแหน่งผู้ตรวจ ไม่ใช่ชื่อบุคคล", "Position of who checked, not a name")
    on: Day = told("วันที่ตรวจ", "Day of the check")
    hash: str = told(
        "ลายนิ้วมือของข้อมูลและข้อกำหนดในวันนั้น", "Fingerprint of the data and the demand on that day"
    )


@record
class PersonsChecks(Record):
    """Everything that `checks.yml` holds."""

    checks: tuple[PersonsCheck, ...] = told("การตรวจโดยบุคคล", "Checks by persons", default=())


@record
class ReleasedItem(Record):
    """What was published of an item, and since when; written by `disclosure release`."""

    year: FiscalYear = told("ปีของแบบประเมิน ITA (พ.ศ.)", "Year of the ITA form (B.E.)")
    item: str = told("รหัสข้อ", "Code of the item")
    status: str = told("สถานะเมื่อเผยแพร่ล่าสุด", "Status at the last release")
    first: Day | None = told("เผยแพร่ครั้งแรก", "First published", default=None)
    changed: Day | None = told("เปลี่ยนแปลงล่าสุด", "Last changed", default=None)
    hash: str = told("ลายนิ้วมือของข้อมูล", "Fingerprint of what was published")
    pages: tuple[str, ...] = told(
        "ที่อยู่ของหน้าที่แสดงองค์ประกอบของข้อนี้",
        "Addresses of the pages on which its elements stood",
        default=(),
    )


@record
class ReleaseLedger(Record):
    """Everything that `released.yml` holds: the one ledger of what was published when."""

    on: Day = told("วันที่เผยแพร่ล่าสุด", "Day of the last release")
    items: tuple[ReleasedItem, ...] = told("รายข้อ", "Item by item", default=())
    addresses: tuple[str, ...] = told(
        "ที่อยู่ของทุกหน้าที่เคยเผยแพร่",
        "Addresses of all pages that were ever published",
        default=(),
    )


@record
class PastResult(Record):
    """The agency's ITA result of a past year (ผลการประเมิน ITA)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    total: Decimal = told("คะแนนรวม เต็ม 100", "Total, of 100")
    grade: Text | None = told(
        "ระดับตามที่ประกาศ เว้นไว้ระบบคำนวณจากคะแนน",
        "Grade as announced; without it, worked out from the points",
        default=None,
    )
    iit: Decimal | None = told("คะแนน IIT", "Points of the staff survey (IIT)", default=None)
    eit: Decimal | None = told("คะแนน EIT", "Points of the public survey (EIT)", default=None)
    oit: Decimal | None = told("คะแนน OIT", "Points of the disclosure form (OIT)", default=None)
    indicators: dict[int, Decimal] | None = told(
        "คะแนนรายตัวชี้วัด 1–10", "Points of each indicator, 1–10", default=None
    )
    source: Text = told("เอกสารที่ระบุผลนี้", "The document that states it")
    line: int | None = told("บรรทัดในเอกสาร", "Line in that document", default=None)

    @property
    def instruments(self) -> tuple[Decimal, ...]:
        """Points of the three instruments (IIT, EIT, OIT), as far as they are stated."""
        return tuple(p for p in (self.iit, self.eit, self.oit) if p is not None)


@record
class PastResults(Record):
    """Everything that `ita-results.yml` holds."""

    results: tuple[PastResult, ...] = told("ผลรายปี", "Results by year")


@frozen
class AttachedFile:
    """A file below `files/` that `evidence.yml` names, as it was found."""

    name: str
    digest: str
    """SHA-256 of its bytes."""
    readable: bool
    """Whether a machine can read words in it: a scanned PDF or a picture has none."""

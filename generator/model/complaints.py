"""Complaints (เรื่องร้องเรียน) as counts, and the ways to complain.

Only counts come in: no record here has a field for a name, a day, a case number or the words of a
complaint. What is published of the counts is decided in `generator.published`, never here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from generator.model.base import Id, Passage, Record, Text, record, told
from generator.model.eras import Day, FiscalYear, Month


class ComplaintType(StrEnum):
    """What a complaint is about. The ITA asks for the first two; the rest is kept apart."""

    CORRUPTION = "corruption"
    """การทุจริต"""
    MISCONDUCT = "misconduct"
    """การประพฤติมิชอบ"""
    GENERAL = "general"
    """เรื่องร้องเรียนทั่วไป ร้องทุกข์ การให้บริการ"""


class Medium(StrEnum):
    """The way by which a complaint comes in (ช่องทาง)."""

    IN_PERSON = "in_person"
    LETTER = "letter"
    PHONE = "phone"
    WEBSITE = "website"
    EMAIL = "email"
    SOCIAL = "social"
    DAMRONGDHAMA = "damrongdhama"
    """ศูนย์ดำรงธรรม, the interior ministry's complaint centres."""
    OTHER_BODY = "other_body"
    """Passed on by another body, such as the NACC or the provincial office."""


class Answer(StrEnum):
    """What became of a complaint by the 15-day rule that the agencies' plans set themselves."""

    WITHIN = "within"
    EXPLAINED = "explained"
    UNEXPLAINED = "unexplained"
    NOT_DUE = "not_due"


@record
class Flow(Record):
    """Complaints of one type in a period: carried over + received = completed + in progress."""

    carried_over: int = told("ยกมาจากช่วงก่อน (เรื่อง)", "Carried over from the period before")
    received: int = told("รับใหม่ในช่วงนี้ (เรื่อง)", "Received in this period")
    completed: int = told("ดำเนินการแล้วเสร็จ (เรื่อง)", "Completed in this period")
    in_progress: int = told("อยู่ระหว่างดำเนินการเมื่อสิ้นช่วง (เรื่อง)", "Still in progress at its end")


@record
class ByType(Record):
    """Complaints of each type; a type that the agency does not count is left out."""

    corruption: Flow | None = told("การทุจริต", "Corruption", default=None)
    misconduct: Flow | None = told("การประพฤติมิชอบ", "Misconduct", default=None)
    general: Flow | None = told("เรื่องทั่วไป", "General complaints", default=None)

    def flows(self) -> dict[ComplaintType, Flow]:
        """The flow of each type that is counted."""
        found = {kind: getattr(self, kind) for kind in ComplaintType}
        return {kind: flow for kind, flow in found.items() if flow is not None}


@record
class ByMedium(Record):
    """Complaints received by each way; a way that is left out brought none."""

    in_person: int = told("มาด้วยตนเอง", "In person", default=0)
    letter: int = told("หนังสือหรือจดหมาย", "Letter", default=0)
    phone: int = told("โทรศัพท์", "Telephone", default=0)
    website: int = told("เว็บไซต์", "Website", default=0)
    email: int = told("อีเมล", "E-mail", default=0)
    social: int = told("ไลน์หรือสื่อสังคมออนไลน์", "Line or social media", default=0)
    damrongdhama: int = told("ศูนย์ดำรงธรรม", "Damrongdhama centre", default=0)
    other_body: int = told("หน่วยงานอื่นส่งมา", "Passed on by another body", default=0)

    def counts(self) -> dict[Medium, int]:
        """The count of each way."""
        return {medium: getattr(self, medium) for medium in Medium}


@record
class Answers(Record):
    """Complaints received in a period by the 15-day rule: answered in time, else explained.

    The rule, as plans of this kind state it: resolve within 15 days; if that cannot be done, explain
    it to the complainant within them.
    """

    within: int = told("ตอบหรือแก้ไขภายในกำหนด", "Answered within the days")
    explained: int = told("เกินกำหนดแต่ชี้แจงแล้ว", "Later, but explained")
    unexplained: int = told("เกินกำหนดและไม่ได้ชี้แจง", "Later, and not explained", default=0)
    not_due: int = told("ยังไม่ครบกำหนดเมื่อสิ้นช่วง", "Days not yet over at the end", default=0)

    def counts(self) -> dict[Answer, int]:
        """The count of each outcome."""
        return {answer: getattr(self, answer) for answer in Answer}


@record
class Satisfaction(Record):
    """How content those were who were asked; `measured: false` says that nobody was asked."""

    measured: bool = told("มีการสำรวจหรือไม่", "Whether it was measured")
    asked: int | None = told("จำนวนผู้ตอบ (คน)", "People who answered", default=None)
    satisfied: int | None = told("จำนวนผู้พอใจ (คน)", "People who were content", default=None)
    score: Decimal | None = told("คะแนนเฉลี่ย", "Mean score", default=None)
    out_of: int | None = told("คะแนนเต็ม", "Highest score that there is", default=None)


@record
class ComplaintPeriod(Record):
    """Months that are counted together, from the first day of one to the last day of another."""

    from_: Month = told("เดือนแรก เช่น 2025-10", "First month, such as 2025-10")
    to: Month = told("เดือนสุดท้าย", "Last month")
    none: bool = told(
        "true: เจ้าหน้าที่ยืนยันว่าไม่มีเรื่องร้องเรียนใหม่ในช่วงนี้",
        "true: the officer states that no complaint came in",
        default=False,
    )
    by_type: ByType | None = told("จำแนกตามประเภท", "By type", default=None)
    by_channel: ByMedium | None = told(
        "เรื่องที่รับใหม่ จำแนกตามช่องทาง", "Received, by channel", default=None
    )
    answers: Answers | None = told(
        "เรื่องที่รับใหม่ จำแนกตามกำหนดตอบ", "Received, by the answering rule", default=None
    )
    satisfaction: Satisfaction | None = told("ความพึงพอใจ", "Satisfaction", default=None)

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month of it."""
        return self.from_.up_to(self.to)

    @property
    def flows(self) -> dict[ComplaintType, Flow]:
        """The flow of each type that is written down."""
        return self.by_type.flows() if self.by_type else {}

    @property
    def received(self) -> int:
        """Complaints of all types that came in."""
        return sum(flow.received for flow in self.flows.values())


@record
class ComplaintReport(Record):
    """A fiscal year's complaints, as far as they are counted (`complaints/2569.yml`)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    unit: Id | None = told("รหัสหน่วยงานรับผิดชอบ", "Id of the responsible unit", default=None)
    small_counts_below: int = told(
        "จำนวนที่น้อยกว่านี้ไม่แสดงเป็นตัวเลข (3 ถึง 10)",
        "Counts below this are not shown as numbers (3 to 10)",
        default=3,
    )
    periods: tuple[ComplaintPeriod, ...] = told("ช่วงเวลา เรียงตามเดือน", "Periods, oldest first")

    @property
    def types(self) -> tuple[ComplaintType, ...]:
        """The types that the agency counts."""
        found = {kind for period in self.periods for kind in period.flows}
        return tuple(kind for kind in ComplaintType if kind in found)

    def missing_months(self) -> Iterator[Month]:
        """Months before the last counted one of which nothing is said."""
        said = {month for period in self.periods for month in period.months}
        yield from (m for m in self.fiscal_year.months if said and m < max(said) and m not in said)


class Concern(StrEnum):
    """What a channel is for: the corruption channel stands apart to protect who reports."""

    CORRUPTION = "corruption"
    GENERAL = "general"


@record
class Channel(Record):
    """A way to complain (ช่องทางร้องเรียน)."""

    concern: Concern = told(
        "corruption แจ้งทุจริต / general เรื่องทั่วไป", "corruption, or general complaints"
    )
    medium: Medium = told("วิธี", "By which way")
    name: Text = told("ชื่อช่องทาง", "Name of the channel")
    url: str | None = told("ที่อยู่เว็บ", "Web address", default=None)
    phone: str | None = told("โทรศัพท์", "Telephone", default=None)
    email: str | None = told("อีเมล", "E-mail", default=None)
    address: Text | None = told("สถานที่หรือที่อยู่ไปรษณีย์", "Place or postal address", default=None)
    hours: Text | None = told("วันและเวลา", "Days and hours", default=None)
    unit: Id | None = told("รหัสหน่วยงานรับผิดชอบ", "Id of the responsible unit", default=None)


@record
class ComplaintGuide(Record):
    """How to complain and follow a case (`complaints/channels.yml`)."""

    unit: Id = told("รหัสหน่วยงานรับผิดชอบ", "Id of the responsible unit")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    answer_days: int = told("กำหนดตอบ (วัน)", "Days within which a complaint is answered")
    how: tuple[Passage, ...] = told("วิธีร้องเรียน", "How to complain")
    steps: tuple[Passage, ...] = told("ขั้นตอนการดำเนินการของหน่วยงาน", "What the agency then does")
    follow: tuple[Passage, ...] = told("วิธีติดตามเรื่อง", "How to follow a case", default=())
    channels: tuple[Channel, ...] = told("ช่องทาง", "Channels")

    def of(self, concern: Concern) -> tuple[Channel, ...]:
        """The channels for a concern."""
        return tuple(channel for channel in self.channels if channel.concern is concern)


@record
class PublishedCounts(Record):
    """What one edition of the site published of small counts: never changed afterwards."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data was of")
    subject: str = told("complaints หรือ gifts", "complaints or gifts")
    cells: dict[str, str] = told(
        "ช่องของตารางและค่าที่แสดง: จำนวน, <3 หรือ withheld",
        "Cells and what was shown of them: a count, <3 or withheld",
    )


@record
class PublishedRecord(Record):
    """Every edition's published counts (`complaints/published.yml`), written by a command."""

    editions: tuple[PublishedCounts, ...] = told("ฉบับที่เผยแพร่แล้ว", "Editions", default=())

"""The disclosure items of a year's ITA form (OIT: Open Data Integrity and Transparency)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from generator.model.agency import AgencyType
from generator.model.base import Code, Id, Record, Text, record, told
from generator.model.eras import Day, FiscalYear

RECALL = "RECALL"
"""Stands for a source where a text comes from prior knowledge and no page was read."""


class Confidence(StrEnum):
    """How sure we are that a text is the form's own wording."""

    SEEN = "seen"
    """Read in a public copy of the form."""
    SEEN_QUALIFIED = "seen_qualified"
    """Read in a copy that may differ from the form for local administrative organizations."""
    RECALLED = "recalled"
    """Prior knowledge, not checked against the commission's manual."""
    INFERRED = "inferred"
    """Deduced from other years."""

    @property
    def is_doubtful(self) -> bool:
        """Whether a page must say that this is not known to be the official wording."""
        return self is not Confidence.SEEN


class Period(StrEnum):
    """The time that an item must cover, counted from the fiscal year of the form."""

    FISCAL_YEAR = "fiscal-year"
    FIRST_SIX_MONTHS = "first-six-months"
    PREVIOUS_FISCAL_YEAR = "previous-fiscal-year"
    IN_FORCE = "in-force"


@record
class CatalogueSource(Text):
    """A public copy of the form that a text was read in."""

    id: str = told("รหัส", "Id")
    address: str | None = told("ที่อยู่", "Address", default=None)


@record
class ElementPart(Text):
    """A numbered part of an element, which can be there or missing on its own."""

    key: Id = told("รหัส", "Key")


@record
class Element(Text):
    """Something that an item must show (องค์ประกอบด้านข้อมูล)."""

    key: Id = told("รหัส คงเดิมทุกปี", "Key, the same in every year")
    confidence: Confidence = told("ความมั่นใจในถ้อยคำ", "How sure the wording is")
    source: str = told("รหัสแหล่งที่มา หรือ RECALL", "Id of its source, or RECALL")
    parts: tuple[ElementPart, ...] = told("ข้อย่อย", "Numbered parts", default=())
    only: tuple[AgencyType, ...] = told(
        "ใช้กับหน่วยงานประเภทเหล่านี้เท่านั้น เว้นไว้หมายถึงทุกประเภท",
        "Types of agencies that it is asked of; left out, of all",
        default=(),
    )


@record
class OitItem(Record):
    """A disclosure item such as O36."""

    code: str = told("รหัสข้อ เช่น O36", "Code, such as O36")
    topic: Id = told("หัวข้อ คงเดิมแม้รหัสข้อเปลี่ยน", "Topic, which stays when codes move")
    takes_over: tuple[Id, ...] = told(
        "หัวข้อของปีก่อนที่รวมเข้ามาในข้อนี้",
        "Topics of earlier years that this item took over",
        default=(),
    )
    sub_indicator: Code = told("ตัวชี้วัดย่อย", "Sub-indicator")
    title: Text = told("ชื่อข้อ", "Title")
    confidence: Confidence = told("ความมั่นใจในชื่อและรหัส", "How sure title and code are")
    sources: tuple[str, ...] = told("รหัสแหล่งที่มา", "Ids of its sources", default=())
    period: Period | None = told("ช่วงเวลาที่ต้องครอบคลุม", "Time to cover", default=None)
    note: Text | None = told("หมายเหตุ", "Note", default=None)
    elements: tuple[Element, ...] = told("องค์ประกอบด้านข้อมูล", "Elements", default=())


@record
class SubIndicator(Record):
    """A sub-indicator (ตัวชี้วัดย่อย)."""

    code: Code = told("รหัส", "Code")
    title: Text = told("ชื่อ", "Title")


@record
class Indicator(Record):
    """An indicator (ตัวชี้วัด): 9 disclosure, 10 prevention of corruption."""

    code: Code = told("รหัส", "Code")
    title: Text = told("ชื่อ", "Title")
    sub_indicators: tuple[SubIndicator, ...] = told("ตัวชี้วัดย่อย", "Sub-indicators")


@record
class AnswerWindow(Record):
    """The days on which agencies enter their answers (ช่วงเวลาตอบแบบ OIT)."""

    first: Day = told("วันแรก", "First day")
    last: Day = told("วันสุดท้าย", "Last day")
    confidence: Confidence = told("ความมั่นใจ", "How sure the days are")
    source: str = told("รหัสแหล่งที่มา หรือ RECALL", "Id of its source, or RECALL")


@record
class OitCatalogue(Record):
    """All items of one fiscal year's form."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    status: Text = told("รู้ถ้อยคำของปีนี้แน่ชัดเพียงใด", "How well this year's list is known")
    sources: tuple[CatalogueSource, ...] = told("แหล่งที่มา", "Sources", default=())
    new_topics: tuple[Id, ...] = told(
        "หัวข้อที่ไม่มีในแบบของปีก่อน ๆ",
        "Topics that no form of an earlier year has",
        default=(),
    )
    indicators: tuple[Indicator, ...] = told("ตัวชี้วัด", "Indicators")
    items: tuple[OitItem, ...] = told("รายการข้อมูล", "Items")
    answers: AnswerWindow | None = told(
        "ช่วงวันที่หน่วยงานตอบแบบ", "When agencies answer the form", default=None
    )
    taken_from: FiscalYear | None = None
    """Year of the form that stands in for one which is not known; never written in a file."""

    @property
    def answered_by(self) -> date:
        """The last day of answering, or of the fiscal year where that is not known."""
        return self.answers.last if self.answers else self.fiscal_year.last_day

    def by_sub_indicator(self) -> Iterator[tuple[Indicator, SubIndicator, list[OitItem]]]:
        """Items grouped as the form groups them."""
        for indicator in self.indicators:
            for sub in indicator.sub_indicators:
                items = [item for item in self.items if item.sub_indicator == sub.code]
                yield indicator, sub, items

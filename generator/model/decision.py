"""What a person decided about a contradiction of the source document."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from generator.model.base import Record, Text, record, told


class Shown(StrEnum):
    """Which statement a page shows first."""

    TABLE = "table"
    DETAIL = "detail"
    COMPUTED = "computed"
    BOTH = "both"


@record
class Decision(Record):
    """Which of two statements is shown, and why."""

    rule: str = told("รหัสกฎ เช่น kind-differs", "Code of the rule, such as kind-differs")
    subjects: tuple[str, ...] = told(
        'เรื่องที่ตัดสินใจ เช่น p-16 หรือ "plan items/2" หรือ "*" สำหรับทุกเรื่องของกฎนี้',
        'What it is about, such as p-16 or "plan items/2", or "*" for all that the rule finds',
    )
    shown: Shown = told("แสดงค่าใด", "Which statement is shown")
    why: Text = told("เหตุผล", "Why")
    misread: bool = told(
        "น่าจะเกิดจากการอ่านตัวอักษรผิด (OCR) ไม่ใช่ความผิดของเอกสาร",
        "Probably misread (OCR), not an error of the document",
        default=False,
    )

    def parted(self) -> Iterator[tuple[str, str]]:
        """Each thing that it is about, as subject and part."""
        for name in self.subjects:
            subject, _, about = name.partition(" ")
            yield subject, about


@record
class Decisions(Record):
    """All decisions about a document."""

    decisions: tuple[Decision, ...] = told("การตัดสินใจ", "The decisions")

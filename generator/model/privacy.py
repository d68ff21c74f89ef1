"""What a person released that the personal-data lint stopped (`privacy.yml`)."""

from __future__ import annotations

from generator.model.base import Record, Text, record, told
from generator.model.eras import Day


@record
class Release(Record):
    """A finding that may be published: which, where, who answers for it, why, until when."""

    kind: str = told(
        "ชนิดข้อมูลตามที่คำสั่ง check แจ้ง เช่น name", "Kind, as `check` names it, such as name"
    )
    fingerprint: str = told(
        "ลายนิ้วมือหกหลักที่คำสั่ง check แจ้ง ใช้แทนข้อมูลจริง",
        "The six digits that `check` prints; they stand for the data, which is never written here",
    )
    files: tuple[str, ...] = told(
        "ไฟล์ที่พบ เช่น items/p-01.yml", "The files where it may stand, such as items/p-01.yml"
    )
    who: Text = told("ตำแหน่งผู้อนุญาต", "Position of the person who released it")
    why: Text = told("เหตุผลและฐานกฎหมาย", "Why, and on what ground in law")
    until: Day = told("อนุญาตถึงวันที่", "Last day of the release")


@record
class Releases(Record):
    """All releases of an agency."""

    releases: tuple[Release, ...] = told("รายการที่อนุญาต", "The releases")

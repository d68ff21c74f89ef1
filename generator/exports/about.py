"""What stands beside all data: licence, source, units and eras, what the site is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.table import STANDING_WORDS
from generator.model.base import Lang
from generator.notice import notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition

LICENCE_NAME = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

CONVENTIONS = (
    Words(
        "จำนวนเงินเป็นบาท ช่องว่างหมายถึงไม่มีข้อมูล ไม่ใช่ศูนย์",
        "Amounts are baht. An empty cell says that there is no figure; it does not mean zero.",
    ),
    Words(
        "วันที่และเดือนเป็น ค.ศ. (ปี-เดือน-วัน) ปีงบประมาณเป็น พ.ศ. เช่น 2569 คือ 1 ตุลาคม 2568 ถึง 30 กันยายน 2569",
        "Days and months are in the common era (year-month-day). Fiscal years are in the Buddhist "
        "era: 2569 is 1 October 2025 to 30 September 2026.",
    ),
    Words(
        "ไฟล์ CSV เป็น UTF-8 คั่นด้วยจุลภาค ช่องที่อาจถูกอ่านเป็นสูตรขึ้นต้นด้วย '",
        "CSV files are UTF-8 with commas. A cell that could be taken for a formula begins with '.",
    ),
)


def standing(edition: Edition) -> Words:
    """Whether this is official, a demonstration or invented, in full where it is not official."""
    agency = edition.disclosure.agency
    said = {lang: notice(agency, lang) for lang in Lang}
    short = dict(STANDING_WORDS)[agency.site.standing]
    return Words(said[Lang.TH] or short.th, said[Lang.EN] or short.en)


def source(edition: Edition) -> Words:
    """The document that the plan was read from."""
    title = edition.disclosure.plan.source.title
    return Words(title.th, title.en or title.th)


def told(edition: Edition, notes: tuple[Words, ...]) -> Iterator[tuple[Words, Words]]:
    """Everything that a reader must know before the figures, each under a short head."""
    name = edition.disclosure.agency.name
    yield Words("หน่วยงาน", "Agency"), Words(name.th, name.en or name.th)
    yield Words("ฐานะของข้อมูล", "What this is"), standing(edition)
    yield Words("แผนและเอกสาร", "Plan and document"), source(edition)
    yield Words("สัญญาอนุญาต", "Licence"), Words(*[f"{LICENCE_TITLE} · {LICENCE_URL}"] * 2)
    for note in (*CONVENTIONS, *notes):
        yield Words("โปรดทราบ", "Note"), note

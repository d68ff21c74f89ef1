"""Rules about what is published of small counts, now and in editions before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import counts
from generator.diagnostics import Rule, Severity, Words
from generator.published import published, subject_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.complaints import ComplaintReport
    from generator.model.disclosure import Disclosure
    from generator.model.gifts import GiftReport
    from generator.published import Published, Told


def small_counts(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Nothing hidden can be worked out, from this edition or from it and those before."""
    if not (disclosure.complaints or disclosure.gifts) or _is_faulty(disclosure):
        return
    now = published(disclosure)
    for told in now.told:
        yield from _against_before(told, now)
    reports: list[ComplaintReport | GiftReport] = [*disclosure.complaints, *disclosure.gifts]
    for report in reports:
        cells = now.of(report)
        for name in cells.keys() & set(now.exposed) - {told.key for told in now.told}:
            yield COUNT_EXPOSED.at(report.locate(), cell=name)
        if not _is_recorded(report, {n: written(c) for n, c in cells.items()}, disclosure):
            yield NOT_RECORDED.at(report.locate("as_of"), year=int(report.fiscal_year))


def _is_faulty(disclosure: Disclosure) -> bool:
    """Counts that do not add up are not worth protecting before they are mended."""
    found = (diagnostic for check in counts.CHECKS for diagnostic in check(disclosure))
    return any(diagnostic.rule.severity is Severity.ERROR for diagnostic in found)


def _against_before(told: Told, now: Published) -> Iterator[Diagnostic]:
    place = told.edition.locate(f"cells/{told.key}")
    if told.shown is None:
        yield PERIODS_MERGED.at(place, cell=told.key)
    elif told.revised:
        yield COUNT_REVISED.at(place, cell=told.key, before=written(told.shown))
    elif told.key in now.exposed:
        yield COUNT_EXPOSED.at(place, cell=told.key)


def _is_recorded(
    report: ComplaintReport | GiftReport, cells: dict[str, str], disclosure: Disclosure
) -> bool:
    """Whether an edition of the record has just these cells; a report without cells needs none."""
    return not cells or any(
        edition.subject == subject_of(report) and edition.cells == cells
        for edition in disclosure.published_counts
    )


COUNT_EXPOSED = Rule(
    code="count-exposed",
    what=Words("ช่อง {cell} คำนวณย้อนกลับได้", "The cell {cell} can be worked out"),
    why=Words(
        "จำนวนที่ปิดไว้อาจระบุตัวผู้ร้องเรียนได้",
        "A hidden count could point to the person who complained",
    ),
    mend=Words(
        "รวมช่วงเวลาให้ยาวขึ้น หรือเพิ่ม small_counts_below ถ้าเป็นช่องของฉบับก่อนให้ตรวจ published.yml",
        "Count longer periods together, or raise small_counts_below; for an earlier edition's cell, check published.yml",
    ),
)
COUNT_REVISED = Rule(
    code="count-revised",
    severity=Severity.WARNING,
    what=Words(
        "ช่อง {cell} เคยเผยแพร่เป็น {before} แต่ข้อมูลวันนี้ไม่ตรง",
        "The cell {cell} was published as {before}, which the data of today does not fit",
    ),
    why=Words(
        "ผู้อ่านที่เก็บฉบับก่อนไว้จะเห็นว่าตัวเลขเปลี่ยน",
        "Whoever kept the earlier edition sees that the number changed",
    ),
    mend=Words(
        "ตรวจว่าแก้ไขโดยตั้งใจ ห้ามแก้ published.yml ให้ตรง",
        "Make sure that it is meant; do not make published.yml agree",
    ),
)
PERIODS_MERGED = Rule(
    code="periods-merged",
    what=Words(
        "ช่อง {cell} ที่เผยแพร่แล้ว คำนวณจากช่วงเวลาในข้อมูลวันนี้ไม่ได้",
        "The published cell {cell} cannot be made of the periods of today's data",
    ),
    why=Words(
        "ไม่รู้ว่าฉบับใหม่เมื่อเทียบกับฉบับก่อนจะเปิดเผยจำนวนที่ปิดไว้หรือไม่",
        "It is unknown whether the new edition, held against it, gives a hidden count away",
    ),
    mend=Words(
        "แบ่งช่วงเวลาให้ละเอียดเท่าที่เคยเผยแพร่ และอย่าลบปีหรือประเภทที่เผยแพร่แล้ว",
        "Keep the periods as fine as they were published, and do not delete a year or a type",
    ),
)
NOT_RECORDED = Rule(
    code="not-recorded",
    severity=Severity.WARNING,
    what=Words(
        "ตัวเลขปี {year} ที่จะเผยแพร่ยังไม่ได้บันทึกไว้",
        "What will be published of B.E. {year} is not recorded yet",
    ),
    why=Words(
        "ฉบับหน้าต้องรู้ว่าฉบับนี้แสดงอะไร จึงจะไม่เปิดเผยจำนวนที่ปิดไว้เมื่อนำสองฉบับมาลบกัน",
        "The next edition must know what this one showed, or the two together could give a hidden count away",
    ),
    mend=Words(
        "ใช้คำสั่ง disclosure record เมื่อจะเผยแพร่ แล้วเก็บไฟล์ complaints/published.yml ไว้",
        "Run disclosure record when you publish, and keep complaints/published.yml",
    ),
)

CHECKS = (small_counts,)
RULES = (COUNT_EXPOSED, COUNT_REVISED, PERIODS_MERGED, NOT_RECORDED)

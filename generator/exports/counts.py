"""Published counts of complaints and gifts as open data: a hidden count is empty and flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.count_words import (
    ANSWER_WORDS,
    CONTENT_WORDS,
    FLOW_WORDS,
    GIVER_WORDS,
    HANDLING_WORDS,
    MEDIUM_WORDS,
    TYPE_WORDS,
    VALUE_WORDS,
)
from generator.diagnostics import Words
from generator.disclosure_control.cells import Mark
from generator.exports.table import (
    Book,
    Column,
    Table,
    Type,
    Unit,
    choice,
    column,
    fiscal_year,
    integer,
)
from generator.published.facts import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.disclosure_control.cells import Shown
    from generator.edition import Edition
    from generator.model.complaints import ComplaintReport
    from generator.model.eras import Day
    from generator.model.gifts import GiftReport


def books(edition: Edition) -> Iterator[Book]:
    """One workbook for complaints and one for the No Gift Policy, where there are any."""
    disclosure = edition.disclosure
    if disclosure.complaints:
        yield _complaint_book(disclosure.complaints)
    if disclosure.gifts:
        yield _gift_book(disclosure.gifts)


def _complaint_book(complaints: Sequence[ComplaintReport]) -> Book:
    """Counts, and the periods in which they were counted."""
    return Book(
        name="complaints/complaints",
        about=Words("สถิติเรื่องร้องเรียน", "Complaints in figures"),
        as_of=_newest(complaints),
        notes=NOTES,
        tables=(
            Table(
                name="complaints/counts",
                about=Words("จำนวนเรื่องร้องเรียน", "Counts of complaints"),
                columns=(
                    *SPAN,
                    choice("measure", "นับอะไร", "What is counted", **_pairs(MEASURES)),
                    _category(COMPLAINT_CATEGORIES),
                    *COUNT,
                ),
                rows=_complaints,
            ),
            Table(
                name="complaints/periods",
                about=Words("ช่วงเวลาที่นับ", "The periods that are counted"),
                columns=(
                    *SPAN,
                    column(
                        "none_stated",
                        "ยืนยันว่าไม่มีเรื่องร้องเรียนใหม่",
                        "It is stated that no complaint was received",
                        Type.FLAG,
                    ),
                ),
                rows=_periods,
            ),
        ),
    )


def _gift_book(gifts: Sequence[GiftReport]) -> Book:
    """Counts of what was given, and the activities of the year."""
    return Book(
        name="no-gift/no-gift",
        about=Words("นโยบาย No Gift Policy", "No Gift Policy"),
        as_of=_newest(gifts),
        notes=NOTES,
        tables=(
            Table(
                name="no-gift/counts",
                about=Words("จำนวนครั้งที่มีการให้หรือรับ", "How often something was given"),
                columns=(
                    *SPAN,
                    choice("measure", "นับอะไร", "What is counted", **_pairs(GIFT_MEASURES)),
                    _category(GIFT_CATEGORIES),
                    *COUNT,
                ),
                rows=_gifts,
            ),
            Table(
                name="no-gift/activities",
                about=Words("กิจกรรมสร้างวัฒนธรรม", "Activities that build the culture"),
                columns=ACTIVITY_COLUMNS,
                rows=_activities,
            ),
        ),
    )


def _newest(reports: Sequence[ComplaintReport | GiftReport]) -> Day:
    return max(report.as_of for report in reports)


def _complaints(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.complaints:
        yield from _cells(edition, report)


def _gifts(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.gifts:
        yield from _cells(edition, report)


def _cells(edition: Edition, report: ComplaintReport | GiftReport) -> Iterator[tuple[str, ...]]:
    """Each published cell of a report, in the order of the tables."""
    for name, shown in edition.published.of(report).items():
        measure, span, category = name.split("/")
        first, last = span.split("..")
        yield (
            str(int(report.fiscal_year)),
            first,
            last,
            measure,
            category,
            *count_cells(shown),
        )


def count_cells(shown: Shown) -> tuple[str, str, str]:
    """The cells of COUNT: a number or nothing, how it is shown, and below what it is not."""
    return (
        "" if shown.value is None else str(shown.value),
        shown.mark,
        str(shown.limit) if shown.mark is Mark.SMALL else "",
    )


def _periods(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.complaints:
        for period in report.periods:
            none = "yes" if period.none else "no"
            yield str(int(report.fiscal_year)), str(period.from_), str(period.to), none


def _activities(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.gifts:
        for activity in report.activities:
            yield (
                str(int(report.fiscal_year)),
                activity.date.isoformat(),
                activity.form,
                activity.title.th,
                activity.title.en or "",
                "" if activity.participants is None else str(activity.participants),
            )


def _pairs(words: dict[str, Words]) -> dict[str, tuple[str, str]]:
    return {key: (said.th, said.en) for key, said in words.items()}


def _category(words: dict[str, Words]) -> Column:
    return choice("category", "ประเภทย่อย", "Category", **_pairs(words))


MEASURES: dict[str, Words] = {
    **FLOW_WORDS,
    "channel": Words("รับใหม่ จำแนกตามช่องทาง", "received, by channel"),
    "answer": Words("รับใหม่ จำแนกตามกำหนดตอบ", "received, by how they were answered"),
    "content": Words("ผู้ตอบแบบสอบถามความพึงพอใจ", "people asked about satisfaction"),
}
_ALL = {ALL: Words("รวม", "all together")}
COMPLAINT_CATEGORIES: dict[str, Words] = {
    **_ALL,
    **{str(key): words for key, words in TYPE_WORDS.items()},
    **{str(key): words for key, words in MEDIUM_WORDS.items()},
    **{str(key): words for key, words in ANSWER_WORDS.items()},
    **CONTENT_WORDS,
}
GIFT_MEASURES: dict[str, Words] = {
    "gift": Words("ของขวัญและของกำนัล", "gifts"),
    "gift-giver": Words("ของขวัญ จำแนกตามผู้ให้", "gifts, by who gave"),
    "gift-handling": Words("ของขวัญ จำแนกตามการดำเนินการ", "gifts, by what was done"),
    "gift-value": Words("ของขวัญ จำแนกตามมูลค่า", "gifts, by value"),
    "property": Words("ทรัพย์สินหรือประโยชน์โดยธรรมจรรยา", "property on moral grounds"),
    "property-giver": Words("ทรัพย์สิน จำแนกตามผู้ให้", "property, by who gave"),
    "property-handling": Words("ทรัพย์สิน จำแนกตามการดำเนินการ", "property, by what was done"),
    "property-value": Words("ทรัพย์สิน จำแนกตามมูลค่า", "property, by value"),
}
GIFT_CATEGORIES: dict[str, Words] = {
    **_ALL,
    **{str(key): words for key, words in GIVER_WORDS.items()},
    **{str(key): words for key, words in HANDLING_WORDS.items()},
    **{str(key): words for key, words in VALUE_WORDS.items()},
}
SPAN = (
    fiscal_year(),
    column("from", "เดือนแรก (ปี ค.ศ.-เดือน)", "First month (C.E.)", Type.MONTH),
    column("to", "เดือนสุดท้าย (ปี ค.ศ.-เดือน)", "Last month (C.E.)", Type.MONTH),
)
COUNT = (
    integer("count", "จำนวน ว่างเมื่อไม่แสดง", "Count; empty where it is not shown", Unit.CASES),
    choice(
        "flag",
        "การแสดงจำนวน",
        "How the count is shown",
        shown=("แสดงจำนวน", "as a number"),
        small=("น้อยกว่า limit และไม่ใช่ศูนย์", "below limit and not zero"),
        withheld=(
            "ปกปิดเพื่อไม่ให้คำนวณช่องอื่นได้ เป็นจำนวนใดก็ได้",
            "withheld so that no other cell can be worked out; it can be any count",
        ),
    ),
    integer("limit", "จำนวนที่น้อยกว่านี้ไม่แสดง", "Counts below this are not shown", Unit.CASES),
)
ACTIVITY_COLUMNS = (
    fiscal_year(),
    column("date", "วันที่ (ค.ศ.)", "Day (C.E.)", Type.DATE),
    column("form", "รูปแบบ", "Form"),
    column("title_th", "ชื่อกิจกรรม", "Title in Thai"),
    column("title_en", "ชื่อกิจกรรม ภาษาอังกฤษ", "Title in English"),
    integer("participants", "จำนวนผู้เข้าร่วม", "Number of participants", Unit.PEOPLE),
)
NOTES = (
    Words(
        "จำนวนน้อยที่อาจระบุตัวบุคคลได้ไม่แสดง และปกปิดบางช่องเพิ่มเพื่อไม่ให้คำนวณย้อนกลับ ช่องว่างไม่ใช่ศูนย์",
        "Counts so small that they could point to a person are not shown, and some others are "
        "withheld so that nobody can work them out. An empty cell is not a zero.",
    ),
)

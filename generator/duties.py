"""What the day of today shows: due dates that come, waivers that have run out, days not come yet.

Only `disclosure check` asks; what is built depends on no clock.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.checks.evidence import WAIVER_EXPIRED
from generator.checks.walk import below
from generator.coverage import due_days
from generator.diagnostics import Rule, Severity, Words
from generator.model.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.coverage import Coverage, DueDay
    from generator.diagnostics import Diagnostic, Place
    from generator.edition import Edition

AHEAD = timedelta(days=30)
"""How long before a due date it is spoken of."""


def duties(edition: Edition, today: date) -> Iterator[Diagnostic]:
    """Items that are not whole although their day is near or over; waivers that are over today.

    After the fiscal year of its form an item can no longer be made good, and is not spoken of.
    """
    forms = {form.year: form for form in edition.coverage}
    for day in due_days(edition.disclosure, edition.coverage):
        if day.on - AHEAD <= today <= day.year.last_day:
            yield from _due(edition, forms[day.year], day, today)
    yield from _waivers(edition, today)
    yield from _ahead(edition, today)


def _due(edition: Edition, form: Coverage, day: DueDay, today: date) -> Iterator[Diagnostic]:
    missing = {covered.item.code for covered in form.missing()}
    gaps = [code for code in day.codes if code in missing]
    if not gaps:
        return
    rule = DUE_INFERRED if day.inferred else DUE
    yield rule.at(
        _place(edition, day),
        codes=", ".join(gaps),
        year=int(day.year),
        on=day.on.isoformat(),
        when=_when((day.on - today).days),
    )


def _when(days: int) -> Words:
    if days < 0:
        return Words(f"เลยมาแล้ว {-days} วัน", f"{-days} days ago")
    return Words(f"อีก {days} วัน", f"in {days} days")


def _place(edition: Edition, day: DueDay) -> Place:
    """Where the agency wrote the day; for the form's own day where it says that it answers it."""
    own = [d for d in edition.disclosure.evidence.due if (d.year, d.on) == (day.year, day.on)]
    site = edition.disclosure.agency.site
    return own[0].locate("on") if own else site.locate("ita_years")


def _waivers(edition: Edition, today: date) -> Iterator[Diagnostic]:
    for form in edition.coverage:
        for covered in form.items:
            waiver = covered.waiver
            if waiver and waiver.until < today:
                title = Words(covered.item.title.th, covered.item.title.en or covered.item.title.th)
                yield WAIVER_EXPIRED.at(
                    waiver.locate("until"),
                    item=covered.item.code,
                    title=title,
                    until=waiver.until.isoformat(),
                    needed=today.isoformat(),
                )


def _ahead(edition: Edition, today: date) -> Iterator[Diagnostic]:
    """What says that it is of a day that has not come, mostly by a slip in the year."""
    for record in below(edition.disclosure, Record):
        day = getattr(record, "as_of", None)
        if day and day > today:
            yield DAY_AHEAD.at(record.locate("as_of"), day=day.isoformat())


DAY_AHEAD = Rule(
    code="day-ahead",
    severity=Severity.WARNING,
    what=Words("ข้อมูล ณ วันที่ {day} ซึ่งยังมาไม่ถึง", "The data is of {day}, which has not come yet"),
    why=Words(
        "หน้าเว็บจะบอกวันที่ที่เป็นไปไม่ได้ ปีน่าจะพิมพ์ผิด",
        "Pages would tell a day that cannot be; the year is probably a slip",
    ),
    mend=Words("แก้วันที่ให้ตรงกับเอกสาร", "Write the day that the document has"),
)
DUE = Rule(
    code="item-due",
    severity=Severity.WARNING,
    what=Words(
        "ITA ปี {year} ต้องครบภายใน {on} ({when}) แต่ยังไม่ครบ: {codes}",
        "ITA B.E. {year} is due on {on} ({when}) and not whole: {codes}",
    ),
    why=Words("ข้อที่ขาดองค์ประกอบเดียวก็ไม่ได้คะแนน", "An item that lacks one element counts for nothing"),
    mend=Words(
        "ดูสิ่งที่ขาดด้วย disclosure assess --year {year}",
        "See what is missing with disclosure assess --year {year}",
    ),
)
DUE_INFERRED = Rule(
    code="item-due-inferred",
    severity=Severity.NOTE,
    what=Words(
        "ITA ปี {year} น่าจะต้องครบภายใน {on} ({when}) ตามปีอื่น แต่ยังไม่ครบ: {codes}",
        "ITA B.E. {year} is probably due on {on} ({when}), going by other years, and not whole: {codes}",
    ),
    why=Words(
        "ไม่พบปฏิทินของปีนี้ วันที่เป็นการอนุมาน", "No calendar of this year was found; the day is inferred"
    ),
    mend=Words(
        "เมื่อทราบวันจริง ใส่ไว้ใน due ของ evidence.yml",
        "When the day is known, write it under due in evidence.yml",
    ),
)
RULES = (DAY_AHEAD, DUE, DUE_INFERRED)

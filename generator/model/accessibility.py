"""How it was found out that everyone can use the pages: checks by machine and by hand, known limits."""

from __future__ import annotations

from generator.model.base import Record, Text, record, told
from generator.model.eras import Day


@record
class Judge(Record):
    """A program that looks at the pages, and the command that lets it."""

    name: Text = told("โปรแกรมและสิ่งที่ตรวจ", "The program and what it looks at")
    command: str = told("คำสั่ง", "The command")


@record
class HandCheck(Record):
    """What a machine cannot tell, tried by hand on a day."""

    on: Day = told("วันที่ตรวจ", "Day of the check")
    what: Text = told("ตรวจอะไร", "What was checked")
    how: Text = told("ตรวจอย่างไร ด้วยอะไร กี่หน้า", "How, with what, on how many pages")
    result: Text = told("พบอะไร แก้อะไรแล้ว", "What was found, and what was mended")


@record
class Review(Record):
    """What the accessibility statement of every site rests on."""

    prepared: Day = told("วันที่จัดทำคำแถลง", "Day on which the statement was prepared")
    judges: tuple[Judge, ...] = told("ตรวจด้วยโปรแกรม", "Checked by programs")
    checks: tuple[HandCheck, ...] = told("ตรวจด้วยมือ", "Checked by hand")
    limits: tuple[Text, ...] = told("ข้อจำกัดที่ทราบ", "Known limits")

"""The columns of the complaint counts: a line is a period, every other cell a count."""

from __future__ import annotations

from generator.count_words import ANSWER_WORDS, FLOW_WORDS, MEDIUM_WORDS, TYPE_WORDS
from generator.diagnostics import Words
from generator.importers.columns import Choice, Column, Form, Kind

FLOW_FIELDS = {
    "carried_over": FLOW_WORDS["carried"],
    "received": FLOW_WORDS["received"],
    "completed": FLOW_WORDS["completed"],
    "in_progress": FLOW_WORDS["open"],
}
_COUNT = Words(
    "จำนวนเป็นตัวเลขเท่านั้น ถ้าไม่มีพิมพ์ 0 ห้ามใส่ขีด ชื่อ ข้อความ วันที่ หรือเลขเรื่อง",
    "A count as a number, 0 if there was none; never a dash, a name, a text, a day or a case number",
)


def _count(key: str, th: str, en: str) -> Column:
    return Column(key=key, head=Words(th, en), help=_COUNT, kind=Kind.COUNT, width=11)


def _month(key: str, th: str, en: str) -> Column:
    told = Words("เดือน เช่น ต.ค. 2568 หรือ 2025-10", "A month, such as ต.ค. 2568 or 2025-10")
    return Column(key=key, head=Words(th, en), help=told, kind=Kind.MONTH, required=True, width=14)


COLUMNS = (
    _month("first_month", "ตั้งแต่เดือน", "First month"),
    _month("last_month", "ถึงเดือน", "Last month"),
    Column(
        key="none",
        head=Words("ไม่มีเรื่องร้องเรียนใหม่", "No new complaint"),
        help=Words(
            "เลือก ยืนยันว่าไม่มี (พิมพ์ ไม่มี ก็ได้) เมื่อไม่มีเรื่องใหม่ในช่วงนี้ ศูนย์อย่างเดียวไม่ใช่การยืนยัน",
            "Choose ยืนยันว่าไม่มี (or type ไม่มี) to state that no complaint came in; zeros alone are no statement",
        ),
        kind=Kind.CHOICE,
        choices=(Choice("none", "ยืนยันว่าไม่มี", ("ไม่มี", "ไม่มีเรื่อง(ร้องเรียน)?(ใหม่)?", "none")),),
        width=16,
    ),
    *(
        _count(f"{kind}/{field}", f"{words.th}: {flow.th}", f"{words.en}: {flow.en}")
        for kind, words in TYPE_WORDS.items()
        for field, flow in FLOW_FIELDS.items()
    ),
    *(
        _count(f"channel/{medium}", f"ช่องทาง: {words.th}", f"channel: {words.en}")
        for medium, words in MEDIUM_WORDS.items()
    ),
    *(
        _count(f"answer/{answer}", f"การตอบ: {words.th}", f"answer: {words.en}")
        for answer, words in ANSWER_WORDS.items()
    ),
    Column(
        key="measured",
        head=Words("ความพึงพอใจ: สำรวจหรือไม่", "satisfaction: measured or not"),
        help=Words("เลือก สำรวจ หรือ ไม่ได้สำรวจ", "Whether satisfaction was measured"),
        kind=Kind.CHOICE,
        choices=(
            Choice("true", "สำรวจ", ("มี", "สำรวจแล้ว")),
            Choice("false", "ไม่ได้สำรวจ", ("ไม่สำรวจ", "ไม่มี(การสำรวจ)?")),
        ),
        width=16,
    ),
    _count("asked", "ความพึงพอใจ: ผู้ตอบ (คน)", "satisfaction: people who answered"),
    _count("satisfied", "ความพึงพอใจ: ผู้พอใจ (คน)", "satisfaction: people who were content"),
)
FORM = Form(
    subject="complaints",
    version=1,
    title=Words("สถิติเรื่องร้องเรียน", "Complaint counts"),
    columns=COLUMNS,
    sign=frozenset({"first_month", "last_month", "general/received"}),
    name="first_month",
    guide=(
        Words(
            "กรอกหนึ่งช่วงเวลาต่อหนึ่งแถว เดือน ไตรมาส หรือหกเดือนก็ได้ ช่วงที่เผยแพร่แล้วห้ามรวมกันภายหลัง",
            "One period in each row: a month, a quarter, half a year. Periods once published are never merged later.",
        ),
        Words(
            "ยกมา + รับใหม่ = แล้วเสร็จ + อยู่ระหว่างดำเนินการ ในทุกช่วงและทุกประเภท",
            "Carried over + received = completed + in progress, in every period and type.",
        ),
        Words(
            "ช่องทางและการตอบแต่ละชุดรวมได้เท่าจำนวนรับใหม่ทุกประเภท ช่องทางที่เว้นว่างคือศูนย์",
            "The channels, and the answers, each add up to what was received of all types. A channel left blank is zero.",
        ),
        Words(
            "0 หรือ ไม่มี คือนับแล้วไม่มี ประเภทหรือชุดที่ไม่ได้นับให้เว้นว่างทั้งชุด ขีด (-) และ ไม่มีข้อมูล ไม่รับ เพราะไม่รู้ว่าหมายถึงอย่างใด",
            "0 or ไม่มี says that there was none. Leave a type or group that is not counted blank as a whole. A dash or ไม่มีข้อมูล is refused, as either could be meant.",
        ),
        Words(
            "กรอกจำนวนเท่านั้น ห้ามใส่ชื่อ ข้อความ วันที่ หรือเลขเรื่องในทุกช่อง ไฟล์ที่มีจะไม่ถูกนำเข้า",
            "Counts alone. No name, text, day or case number in any cell: a file with one is not taken in.",
        ),
        Words(
            "นำเข้าด้วยคำสั่ง disclosure import complaints ชื่อไฟล์ --year ปีงบประมาณ --as-of วันที่ของข้อมูล",
            "Import it with: disclosure import complaints FILE --year FISCAL-YEAR --as-of DAY",
        ),
    ),
)
"""Complaint counts as officers fill them in."""

"""Thai type set well: words that a browser must not break, whatever its dictionary says.

Thai is written without spaces, and browsers break lines between words that a dictionary knows. Of
compounds it knows only the parts ("หลักธร|รมาภิบาล", "งบ|ประมาณ"). The words below stay whole, and so does
what is one thing to a reader: a span of years, a day with its month, a number with what it counts.
"""

from __future__ import annotations

import re
from functools import lru_cache

WHOLE = (
    "ธรรมาภิบาล", "งบประมาณ", "หน่วยงาน", "เผยแพร่", "ผู้บริหาร", "ประพฤติมิชอบ", "เจ้าหน้าที่", "ประชาชน",
    "รับผิดชอบ", "วัตถุประสงค์", "ความโปร่งใส", "เพชรบุรี", "ผลประโยชน์", "ทับซ้อน", "จริยธรรม", "คุณธรรม",
    "ท้องถิ่น", "ร้องเรียน", "อิเล็กทรอนิกส์", "พัฒนา", "ราชการ", "ประทัด", "หลวงเหนือ", "ดินแดง",
    "จัดซื้อจัดจ้าง", "เฉพาะเจาะจง", "ราคากลาง", "เสนอราคา", "ซื้อหรือจ้าง", "ปานกลาง", "ดำเนินการ", "ช่องทาง",
    "แล้วเสร็จ", "สมาชิกสภา", "ครบกำหนด", "ปีงบประมาณละ", "ปีงบประมาณ", "ที่ผ่านมา", "ส่งเสริม", "เพิ่มขึ้น", "กรอบ", "ผลกระทบ", "ดำเนินงาน", "การกรอก", "ทรัพยากรบุคคล", "ส่วนตำบล", "ยกมา", "ตัวชี้วัด", "องค์ประกอบ",
    "การทุจริต", "ความเสี่ยง", "ตัดสินใจ", "ครบถ้วน", "เหมาะสม", "คณะกรรมการ", "ปฏิบัติราชการ", "ประจำเดือน",
    "ประจำปี", "ใช้จ่าย", "ระยะสัญญา", "สิ่งปลูกสร้าง", "ด้านล่าง", "เหล่านี้", "องค์การมหาชน", "แบบทดสอบ", "ส่วนประกอบ", "วันที่", "ขับเคลื่อน",
    "ข้อบัญญัติ", "เทศบัญญัติ", "รายจ่าย", "เงินอุดหนุน", "คัดเลือก", "บางส่วน", "น่าเชื่อถือ", "บังคับบัญชา", "พระราชบัญญัติ",
    "ส่วนได้เสีย", "ที่อยู่", "สมุดงาน", "ข้อนี้", "ผู้มาติดต่อ", "แบบประเมิน", "ไม่น้อยกว่า", "ส่วนจังหวัด", "ผู้จัดทำ", "ปฏิบัติงาน",
)  # fmt: skip
"""Words that were seen broken on a page, or that a break would spoil."""
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
COUNTED = ("บาท", "รายการ", "เรื่อง", "ราย", "คน", "วัน", "ข้อ", "คะแนน", "ครั้ง", "เดือน", "ไตรมาส")
"""What numbers on pages count; never broken from them."""

_TOGETHER = (
    r"[0-9]{4}–[0-9]{4}",
    rf"[0-9]{{1,2}} (?:{'|'.join(MONTHS)})(?: [0-9]{{4}})?",
    rf"[0-9]{{1,2}} (?:{'|'.join(ENGLISH_MONTHS)}) [0-9]{{4}}",
    r"e-GP [0-9]+",
    r"สขร\. 1",
    rf"[0-9][0-9,.]* (?:{'|'.join(COUNTED)})",
    r"ร้อยละ [0-9][0-9,.]*",
    r"ปี [0-9]{4}",
    r"ครั้งที่ [0-9]+",
    r"พ\.ศ\. [0-9]{4}(?:–[0-9]{4})?",
    r"\(B\.E\. [0-9]{4}(?:–[0-9]{4})?\)",
    r"(?<![/\w.-])[Ee]-[A-Za-z]+",
)
_BEGINNINGS = "[0-9eEสรปคพ(]"
"""Characters with which `_TOGETHER` begins."""


def _by_first_letter() -> dict[str, str]:
    """What follows each first letter, the longest first: a letter that begins no word is passed at once."""
    rest: dict[str, list[str]] = {}
    for word in sorted(WHOLE, key=len, reverse=True):
        rest.setdefault(word[0], []).append(word[1:])
    return {letter: "|".join(rests) for letter, rests in rest.items()}


_WORDS = "|".join(f"{letter}(?:{rests})" for letter, rests in _by_first_letter().items())
_UNBROKEN = re.compile(f"{_WORDS}|(?={_BEGINNINGS})(?:{'|'.join(_TOGETHER)})")
_TAGS = re.compile(r"(<svg.*?</svg>|<option.*?</option>|<[^>]+>)", re.DOTALL)
_OPEN = '<span class="nb">'
_KEPT = rf"{_OPEN}\g<0></span>"


def unbroken(html: str) -> str:
    """HTML whose running text keeps those words whole.

    Tags, pictures and drop-down lists are not touched, nor what was kept before: the book is made
    of pages that were.
    """
    parts = _TAGS.split(html)
    for place in range(0, len(parts), 2):
        is_kept = place > 0 and parts[place - 1] == _OPEN
        if not is_kept and not parts[place].isspace():
            parts[place] = _kept(parts[place])
    return "".join(parts)


@lru_cache(maxsize=4096)
def _kept(text: str) -> str:
    """Labels repeat on every page, so a text is searched once."""
    return _UNBROKEN.sub(_KEPT, text)

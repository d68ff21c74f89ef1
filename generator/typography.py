"""Thai type set well: words that a browser must not break, whatever its dictionary says.

Thai is written without spaces, and browsers break lines between words that a dictionary knows. Of
compounds it knows only the parts ("หลักธร|รมาภิบาล", "งบ|ประมาณ"). The words below stay whole, and so does what is one thing to a
reader: a span of years or months, a day with its month, hours, a number with what it counts, a telephone number.
"""

from __future__ import annotations

import re

WHOLE = (
    "ธรรมาภิบาล", "งบประมาณ", "หน่วยงาน", "เผยแพร่", "ผู้บริหาร", "ประพฤติมิชอบ", "เจ้าหน้าที่",
    "รับผิดชอบ", "ความโปร่งใส", "ผลประโยชน์", "ทับซ้อน", "ท้องถิ่น", "ร้องเรียน", "หลวงเหนือ",
    "จัดซื้อจัดจ้าง", "เฉพาะเจาะจง", "ราคากลาง", "เสนอราคา", "ซื้อหรือจ้าง", "ปานกลาง", "ดำเนินการ",
    "ช่องทาง", "แล้วเสร็จ", "สมาชิกสภา", "ครบกำหนด", "ปีงบประมาณ", "ที่ผ่านมา", "ส่งเสริม",
    "เพิ่มขึ้น", "กรอบ", "ผลกระทบ", "ดำเนินงาน", "การกรอก", "ทรัพยากรบุคคล", "ส่วนตำบล", "ยกมา",
    "ตัวชี้วัด", "องค์ประกอบ", "การทุจริต", "ความเสี่ยง", "ตัดสินใจ", "ครบถ้วน", "เหมาะสม",
    "คณะกรรมการ", "ปฏิบัติราชการ", "ประจำเดือน", "ประจำปี", "ใช้จ่าย", "ระยะสัญญา", "สิ่งปลูกสร้าง",
    "ด้านล่าง", "เหล่านี้", "องค์การมหาชน", "แบบทดสอบ", "ส่วนประกอบ", "วันที่", "ขับเคลื่อน",
    "ข้อบัญญัติ", "รายจ่าย", "เงินอุดหนุน", "คัดเลือก", "บางส่วน", "น่าเชื่อถือ", "บังคับบัญชา",
    "พระราชบัญญัติ", "ส่วนได้เสีย", "ที่อยู่", "สมุดงาน", "ข้อนี้", "ผู้มาติดต่อ", "แบบประเมิน",
    "ไม่น้อยกว่า", "ส่วนจังหวัด", "ผู้จัดทำ", "ปฏิบัติงาน", "โอกาสเกิด", "หน้าแรก", "ของขวัญ",
    "ของกำนัล", "จัดซื้อ", "จัดจ้าง", "เลขที่", "เบิกจ่าย", "ตรวจสอบ", "ตรวจรับ", "เข้าร่วม",
    "ส่วนร่วม", "ข้อเสนอแนะ", "เฝ้าระวัง", "ระยะเวลา", "ช่วงเวลา", "เปิดเผย", "ตักเตือน", "เชิญชวน",
    "ขั้นตอน", "เป้าหมาย", "รูปแบบ", "หลักเกณฑ์", "ค่าธรรมเนียม", "สิ่งแวดล้อม", "เงินสะสม",
    "รายชื่อ", "รายเดือน", "รายปี", "รายไตรมาส", "ตัวอักษร", "ความหมาย", "ความก้าวหน้า", "ความต่าง",
    "ความรู้", "ผู้ประกอบการ", "ผู้รับจ้าง", "ผู้ขาย", "ผู้เข้าร่วม", "ผู้ปฏิบัติ", "การศึกษา",
    "แบบฟอร์ม", "คุ้นเคย", "ราชกิจจานุเบกษา", "เจ้าพนักงาน", "ตัวบทกฎหมาย", "ยกระดับ", "ต่ำกว่า",
    "สูงกว่า", "บุคคลธรรมดา", "ผู้แจ้ง", "ผู้ถูกฟ้อง", "ความพึงพอใจ", "รายละเอียด", "ต่อต้าน",
    "ข้อตกลง", "ตอบสนอง", "บ้านเมือง", "พึงพอใจ", "เลือกปฏิบัติ", "มอบหมาย", "ค่านิยม", "เท่าเทียม",
    "ความสะดวก", "ความซื่อสัตย์", "ความตระหนัก", "ความเข้าใจ", "ความต้องการ", "ความจำ", "รับทราบ",
    "กระจายอำนาจ", "ช่วยเหลือ", "เครือข่าย", "ภาคส่วน", "จัดทำ", "สั่งการ", "ถูกต้อง", "ร้องทุกข์",
    "ความคิดเห็น",
)  # fmt: skip
"""Words of these pages that Chromium's dictionary breaks, where a break would spoil them."""
WHOLE_IN_FIREFOX = ("ตัวอย่าง", "ไตรมาส", "สถานะ", "ตาราง")
"""Words that Firefox alone breaks, on many pages."""
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
ABBREVIATED = "กคจซตทนปพมยรสหอ"
"""Letters with which Thai abbreviations begin; Firefox breaks them before their full stop."""

_DIGIT, _YEAR = "0123456789", "[0-9]{4}"
_TOGETHER = (
    *(
        (first[0], rf"{first[1:]}–(?:{'|'.join(months)})(?: {_YEAR})?")
        for months in (MONTHS, ENGLISH_MONTHS)
        for first in months
    ),
    (_DIGIT, rf"[0-9]{{3}}–{_YEAR}"),
    (_DIGIT, rf"[0-9]? (?:{'|'.join(MONTHS)})(?: {_YEAR})?"),
    (_DIGIT, rf"[0-9]? (?:{'|'.join(ENGLISH_MONTHS)}) {_YEAR}"),
    (_DIGIT, r"[0-9]?[.:][0-9]{2}–[0-9]{1,2}[.:][0-9]{2}(?: น\.)?"),
    ("N", "o Gift Policy"),
    ("e", "-GP [0-9]+"),
    ("ส", r"ขร\. 1"),
    ("0", r"(?<![\w.,/-].)[0-9]{0,2}[ -][0-9]{3,4}[ -][0-9]{3,4}(?![\w/-])"),
    ("0", r"(?<![\w.,/-].)[0-9]{1,2}-[0-9]{6,7}(?![\w/-])"),
    (_DIGIT, rf"[0-9,.]{{0,24}} (?:{'|'.join(COUNTED)})"),
    ("ร", "้อยละ [0-9][0-9,.]*"),
    ("ป", f"ี {_YEAR}"),
    ("ค", "รั้งที่ [0-9]+"),
    ("พ", rf"\.ศ\. {_YEAR}(?:–{_YEAR})?"),
    ("(", rf"B\.E\. {_YEAR}(?:–{_YEAR})?\)"),
    ("B", rf"\.E\. {_YEAR}(?:–{_YEAR})?"),
    ("Ee", r"(?<![/\w.-].)-[A-Za-z]+"),
    (ABBREVIATED, r"(?<![ก-๙].)[ก-ฮ]{0,4}\.(?:[ก-ฮ]{1,4}\.)*"),
)
"""What else stays whole: the characters with which it begins, and what follows them."""


def _by_first_letter() -> str:
    """One pattern of all; since it begins with letters alone, Python passes all others in one go."""
    rest: dict[str, list[str]] = {}
    for word in sorted((*WHOLE, *WHOLE_IN_FIREFOX), key=len, reverse=True):
        rest.setdefault(word[0], []).append(word[1:])
    for letters, follows in _TOGETHER:
        for letter in letters:
            rest.setdefault(letter, []).append(follows)
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in rest.items())


_UNBROKEN = re.compile(_by_first_letter())
_TAGS = re.compile(r"(<svg.*?</svg>|<option.*?</option>|<[^>]+>)", re.DOTALL)
_OPEN = '<span class="nb">'
_BETWEEN = "<>"
"""Stands between the texts of a page while they are searched; no text has it, since it is no tag."""


def unbroken(html: str) -> str:
    """HTML whose running text keeps those words whole.

    Tags, pictures and drop-down lists are not touched, nor what was kept before: the book is made
    of pages that were.
    """
    parts = _TAGS.split(html)
    texts = parts[::2]
    whole = _UNBROKEN.sub(_kept, _BETWEEN.join(texts)).split(_BETWEEN)
    if _OPEN in parts:
        for place, tag in enumerate(parts[1::2], 1):
            if tag == _OPEN:
                whole[place] = texts[place]
    parts[::2] = whole
    return "".join(parts)


def _kept(found: re.Match[str]) -> str:
    return f"{_OPEN}{found[0]}</span>"

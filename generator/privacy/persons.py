"""Persons by name, and what is said about them: health, birth, school."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.privacy.finding import Finding, Kind
from generator.privacy.plain import gist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting

LINKS = (
    "ของ", "กับ", "และ", "โดย", "ให้", "คือ", "ชื่อ", "ว่า", "บ้าน", "ร้าน", "จาก", "ถึง", "หน้า", "ข้าง", "แก่",
    "เป็น", "ร้อง", "ป่วย", "ราย", "แทน", "ซอย", "สวน", "ดิน", "หลัง", "แก่", "ต่อ", "พบ", "ผู้",
)  # fmt: skip
"""Words that a title may follow without a space."""
CHILD_TITLES = r"ด ?\. ?[ชญ] ?\.?|ด[ชญ]\.|เด็กชาย|เด็กหญิง"
TITLES = (
    r"นา(?:งสาว|ง|ย)", r"เด็ก(?:ชาย|หญิง)", r"[ดน] ?\. ?[ชญส](?: ?\.| )", r"(?:นส|ดช|ดญ)\.", r"คุณ", r"ว่าที่ ?(?:ร้อยตรี|ร้อยโท|ร้อยเอก|ร\. ?[ตทอ]\.) ?(?:หญิง ?)?",
    r"[พรสจด](?:(?<=พ)ล)?\. ?(?:[ตทอส]\. ?){1,2}(?:[อท]\. ?)?(?:หญิง ?)?", r"(?:ดร|นพ|พญ|ทพ|ทพญ)\.", r"หม่อม(?:ราชวงศ์|หลวง)|ม\. ?[รล]\. ?(?:ว\.)?",
    r"พระ(?:ครู|มหา|อธิการ)",
    r"(?:ร[ตทอ][ตทอ]|พ[ตท][ตทอ]|จส[ตทอ]|ส[ตอ][ตทอ]|ดต)\.",
)  # fmt: skip
"""One pattern for each way to begin, so that each is found by its first letters."""
GIVEN = r"[ก-ฮเแโใไ][ก-์]{1,24}"
NAMES = tuple(
    re.compile(
        rf"(?P<title>{title})[ ]{{0,2}}(?P<given>{GIVEN})(?:[ \n_\x1f]{{1,3}}(?P<surname>{GIVEN}))?"
    )
    for title in TITLES
)
POINTED = re.compile(
    r"\.(?:(?<=[พรสจดล]\.) ?[ตทอส]\.|(?:(?<=[ดน]\.)|(?<=[ดน] \.)) ?[ชญส][ .]|(?<=ม\.) ?[รล]\.|"
    r"(?<=นส\.)|(?<=ด[ชญ]\.)|(?<=ดร\.)|(?<=[นท]พ\.)|(?<=พญ\.)|(?<=[ตทอส][ตทอ]\.)|(?<=ดต\.))"
)
"""What is in every title with points, found by a point."""
SPELT = tuple(
    name
    for name, title in zip(NAMES, TITLES, strict=True)
    if title.startswith(("นา", "เด็ก", "คุณ", "ว่าที่", "พระ"))
)
"""Titles that are written out; only these can be in most texts."""
START = re.compile(rf"(?:^|[^ก-๎]|{'|'.join(LINKS)})$")
PLACE_LEAD = re.compile(
    r"(?:(?:^|[^ก-๎])(?:ต|อ|จ|ถ|ซ)\. ?|(?:ตำบล|อำเภอ|จังหวัด|ถนน|คลอง|วัด|เขา|ห้วย|หมู่บ้าน|แขวง|เขต) )$"
)
OFFICES = {
    "นาย": re.compile(
        r"ก(?:$|เทศ|อง[คท]|อบ|รัฐ|สมาคม|เมือง|สโมสร|สภา|เหล่า|ลงนาม|[เแโใไ]|มอบ|มี|สั่ง|อนุมัติ|และ|หรือ|ร่วม|กล่าว|ประ|นำ|พร้อม|ต้อง|จะ|ซึ่ง|ที่|ตาม|กับ|ลงพื้น|ออก|คน|ทำ|รับ|จัด|กำ|ชี้|ขอ|ส่ง|พบ|อ่าน|ติด|ดำ|ในฐานะ)|ทะเบียน|จ้าง|อำเภอ|ช่าง|ตรวจ|แพทย์|สัตว|หน้า|ทุน|ทหาร|ตำรวจ|"
        r"เรือ(?:$|น)|ประกัน|ท่า|ไปรษณีย์|สถานี|เวร|ด่าน|ร้อย|สิบ|หมวด|ธนาคาร|ประตู|แบบ|พราน|วง|หมู่|ท้าย|ตำแหน่ง|สนาม|คลัง|ความ"
    ),
    "นาง": re.compile(
        r"แบบ|ฟ้า|พยาบาล|สาวไทย|งาม|เอก|สงกรานต์|นพมาศ|รำ|กวัก|เงือก|รอง$|เลิ้ง|พญา|สนม|กำนัล|สิบ|ตะเคียน|นาก|แล$|บวช$|ใน$|หลวง$"
    ),
    "นางสาว": re.compile(r"ไทย"),
    "คุณ": re.compile(
        r"ภาพ|ธรรม|ค่า|สมบัติ|ประโยชน์|ลักษณะ|วุฒิ|ภาพ|ครู|ตา|ยาย|พ่อ|แม่|พระ|ูป|ากร|ภัณฑ์|ศัพท์|นาย|นาง|สามารถ|จะ|สามารถ|ได้|มี|ต้อง|"
        r"และ|หรือ|ที่|ควร|ไม่|เป็น|อยู่|ใน|ทำ|คือ|เอง|กับ|ต่อ|ตาม|ใช้|เห็น|คิด|ทราบ|ช่วย|งาม|หญิง|ชาย"
    ),
}
"""Offices and things whose names begin like a title: นายกเทศมนตรี, นายช่าง, นางสงกรานต์."""
SURE = re.compile(r"นางสาว|น ?\. ?ส ?\.?|เด็ก(?:ชาย|หญิง)|ด ?\. ?[ชญ] ?\.?")
"""Titles that are no part of any other word."""
NO_NAME = re.compile(
    r"(?:และ|หรือ|ใน|ที่|กับ|ผู้|ประจำ|จำนวน|อายุ|ชั้น|ทุก|ไทย$|ซึ่ง|ของ|ได้|เป็น|ตำบล|อำเภอ|จังหวัด|หมู่|บ้าน(?=[ก-๎])|ตำแหน่ง|สังกัด|มีหน้าที่|ลง(?:พื้น|นาม))"
)
"""Words that no name begins with."""
LOOSE = {"นาง", "คุณ"}
"""Titles that are also parts of words: with them a name needs its surname."""
POSITIONS = (
    r"นายก|รองนายก|ปลัด|รองปลัด|ผู้อำนวยการ|ผอ\.|หัวหน้า|เลขานุการ|ประธาน|รองประธาน|สมาชิกสภา|ผู้ว่าราชการ|รองผู้ว่า|นายอำเภอ|"
    r"ท้องถิ่น(?:จังหวัด|อำเภอ)|กำนัน|ผู้ใหญ่บ้าน|เจ้าพนักงาน|เจ้าหน้าที่|นิติกร|นักวิชาการ|นักวิเคราะห์|นักทรัพยากร|นักจัดการ|นักพัฒนา|นายช่าง|"
    r"วิศวกร|ครู|คณบดี|อธิบดี|รัฐมนตรี|ผู้บริหาร|ผู้ช่วย|ผู้ตรวจ|ที่ปรึกษา|กรรมการ|ผู้รับผิดชอบ|วิทยากร|ผู้รายงาน|ผู้อนุมัติ|ผู้จัดทำ|ปฏิบัติหน้าที่|รักษาราชการ|ตำแหน่ง|พนักงานสอบสวน"
)
AFTER_NAME = re.compile(rf"^[ \n,():\x1f\-_|*]{{0,6}}(?:ดำรง)?(?:{POSITIONS})")
BEFORE_NAME = re.compile(rf"(?:^|[^ก-๎])(?:{POSITIONS})[ก-๎. ]{{0,70}}?[ \n,(:\x1f\-_|*]{{0,6}}$")
LABELLED = re.compile(
    rf"(?:ผู้ร้อง(?:เรียน|ทุกข์)?|ผู้แจ้ง(?:เบาะแส|เหตุ)?|ผู้ให้(?:เบาะแส|ข้อมูล)|ผู้เสียหาย|ผู้ป่วย|ผู้พิการ|ผู้กู้|ผู้ค้ำประกัน|ผู้(?:ถูก)?กล่าวหา|ผู้ถูกร้อง(?:เรียน)?|ชื่อ ?[-–]? ?(?:นาม)?สกุล)(?:[ก-๎]{{0,12}}(?=ชื่อ))? ?"
    rf"(?:ชื่อ|คือ|:|=) ?(?P<given>{GIVEN}) {{1,3}}(?P<surname>{GIVEN})"
)
"""Names without a title, where a label says whose they are."""
LABELS = re.compile(r"ผู้(?:ร้อง|แจ้ง|ให้|เสีย|ป่วย|พิการ|กู้|ค้ำ|กล่าว|ถูก)")
"""How these labels begin, unless they end with สกุล, as a form's does."""
FORM = re.compile(
    rf"ชื่อ[ :]{{1,3}}(?P<given>{GIVEN})[ \x1f]{{1,3}}(?:นาม)?สกุล[ :]{{1,3}}(?P<surname>{GIVEN})"
)
"""As a form asks for it."""
ENGLISH_LABELLED = re.compile(
    r"[CcWwAaIiVvPp](?<![A-Za-z].)(?:omplainant|histle-?blower|ccused|nformant|ictim|itness|atient)(?:'s)?(?: [Nn]ame)? ?[:=] ?"
    r"(?P<given>[A-Z][a-z]{1,20}) (?P<surname>[A-Z][a-z]{1,24})"
)
ENGLISH_LABELS = tuple(
    re.compile(rf"{sign}(?:(?<=[dmrste]{sign})|(?<=[dmrste] {sign})) ?[A-Z][a-z]{{1,20}} [A-Z]")
    for sign in ":="
)
"""The end of such a label and the begin of a name, found by what stands between them."""
SUPPLIER_LEAD = re.compile(
    r"(?:ผู้รับจ้าง|ผู้ขาย|ผู้เสนอราคา|ผู้ชนะ(?:การเสนอราคา)?|คู่สัญญา|ผู้ได้รับการคัดเลือก|ผู้ให้เช่า|ร้าน|เจ้าของร้าน|ซื้อจาก|จัดซื้อจาก)[ก-๎ :=]{0,12}$"
)
ENGLISH = re.compile(
    r"[MDK](?<![A-Za-z].)(?:(?<=M)(?:r|rs|s|iss|R|RS|S|ISS)|(?<=D)r|(?<=K)hun)\b\.? ?(?P<given>[A-Z](?:[a-z]{1,20}|[A-Z]{2,20}))(?: (?P<surname>[A-Z](?:[a-z]{1,24}|[A-Z]{2,24})))?"
)
ENGLISH_OFFICE = re.compile(
    r"^[ \n,()\-]{0,4}(?:the |deputy |acting |vice )?(?:mayor|president|chief|director|head|clerk|secretary|chair|governor|district|member|officer|permanent)",
    re.IGNORECASE,
)
ILLNESS = re.compile(
    r"ป่วย|พิการ|เอชไอวี|(?<![A-Za-z])HIV\b|เอดส์|ติดเตียง|มะเร็ง|เบาหวาน|ความดันโลหิต|จิตเวช|ซึมเศร้า|วัณโรค|โรค|ติดเชื้อ|ฟอกไต|ไตวาย|"
    r"ตั้งครรภ์|อัมพาต|อัมพฤกษ์|บำบัดยาเสพติด|(?<![A-Za-z])patient\b|(?<![A-Za-z])disabled\b|(?<![A-Za-z])cancer\b|(?<![A-Za-z])bedridden\b|(?<![A-Za-z])diabet",
    re.IGNORECASE,
)
OWN_ILLNESS = re.compile(
    r"^[ \n,]{0,3}(?:กำลัง|ซึ่ง|ได้)?(?:ป่วยเป็น|ล้มป่วย|ลาป่วย|เป็นผู้พิการ|เป็นผู้ป่วย|เป็นคนพิการ|ติดเชื้อ|เป็นโรค)"
)
DATE = (
    r"[ :.\"'\n\x1f]{0,5}(?:วันที่ ?)?"
    r"(\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2,4}|\d{1,2} ?[ก-๎.]{3,12} ?(?:พ\.ศ\. ?)?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
BIRTHS = (
    re.compile(rf"เกิด(?P<when>เมื่อ)?{DATE}"),
    *(re.compile(rf"{birth}(?:_?[Dd]ay|[_ ]?[Dd]ate)?{DATE}") for birth in ("irth", "IRTH")),
    re.compile(rf"DOB(?<![A-Za-z]DOB){DATE}"),
    re.compile(rf"orn(?: on)?{DATE}"),
)
HAPPENED = re.compile(r"(?:เหตุ|ทำให้|ก่อให้|ซึ่ง|ที่|ได้)$")
"""What leads to เกิดเมื่อ where something happened, and nobody was born."""
REGISTERED_SIGNS = tuple(
    gist(f"{words} 0")
    for words in (
        "นักเรียน", "นักศึกษา", "ผู้ป่วย", "HN", "student ID", "student no.", "student number",
    )
)  # fmt: skip
REGISTERED = re.compile(
    r"(?:(?:ประจำตัว|เลข|รหัส) ?(?:นักเรียน|นักศึกษา|ผู้ป่วย)|(?<![A-Za-z])HN|(?:[Ss]tudent|STUDENT) (?:ID|[Ii]d|[Nn]o\.?|[Nn]umber))"
    r"[ :.\x1f\-]{0,4}(\d[\d/\-]{2,12})"
)
ROLL = re.compile(
    r"(?:รายชื่อ|บัญชีชื่อ|ชื่อ ?[-–]? ?(?:นาม)?สกุล)[^\n]{0,60}\n(?:[|\-: ]*\n)?"
    rf"(?P<first>[^ก-๎\nA-Za-z]{{0,8}}{GIVEN} {{1,3}}{GIVEN}[^\n]{{0,30}})\n"
    rf"(?:[^ก-๎\nA-Za-z]{{0,8}}{GIVEN} {{1,3}}{GIVEN}[^\n]{{0,30}}(?:\n|$))+"
)
"""A head that announces names, and two or more lines of two words each."""
NOT_PERSONS = re.compile(r"ตำแหน่ง|หน่วยงาน|โครงการ|ผู้เสนอราคา|ผู้รับจ้าง|บริษัท|หมู่บ้าน|กรรมการ")
NEAR = 60
"""Characters around a name in which what is said is said of that person."""


def names(text: str, setting: Setting) -> Iterator[Finding]:
    """Titles with names of persons who neither act in office nor supply the agency."""
    for found in titled(text):
        yield from _judged(text, (found.start(), _end(found)), found, setting)
    if LABELS.search(text) or "สกุล" in text:
        yield from _labelled(text, (LABELLED, FORM), setting)
    if any(sign.search(text) for sign in ENGLISH_LABELS):
        yield from _labelled(text, (ENGLISH_LABELLED,), setting)
    for found in ENGLISH.finditer(text):
        yield from _judged(text, found.span(), found, setting)


def _labelled(
    text: str, patterns: tuple[re.Pattern[str], ...], setting: Setting
) -> Iterator[Finding]:
    """Names that a word before them calls somebody's."""
    for found in (found for pattern in patterns for found in pattern.finditer(text)):
        if not NO_NAME.match(found["given"]):
            span = found.start("given"), found.end("surname")
            yield from _judged(text, span, found, setting)


def named(text: str) -> list[str]:
    """Every name behind a title, without it, whoever it is."""
    found = (*titled(text), *ENGLISH.finditer(text))
    return [f"{one['given']} {_surname(one)}".strip() for one in found]


def titled(text: str) -> Iterator[re.Match[str]]:
    """Every place where a title and a name begin."""
    for pattern in NAMES if POINTED.search(text) or "หม่อม" in text else SPELT:
        yield from (found for found in pattern.finditer(text) if _is_name(text, found))


def _end(found: re.Match[str]) -> int:
    return found.end("surname") if _surname(found) else found.end("given")


def _surname(found: re.Match[str]) -> str:
    """The word after the given name, if it can be a surname."""
    word: str = found["surname"] or ""
    return "" if NO_NAME.match(word) else word


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a title begins here, and not an office, a place or the middle of a word."""
    title, given = found["title"].strip(), found["given"]
    lead = text[max(0, found.start() - 12) : found.start()]
    apart = not lead.endswith(".") if SURE.fullmatch(title) else START.search(lead)
    if not apart or PLACE_LEAD.search(lead):
        return False
    if NO_NAME.match(given) or (title in OFFICES and OFFICES[title].match(given)):
        return False
    return bool(_surname(found)) or title not in LOOSE


def _judged(
    text: str, span: tuple[int, int], found: re.Match[str], setting: Setting
) -> Iterator[Finding]:
    start, end = span
    value = f"{found['given']} {_surname(found)}".strip()
    lead = text[max(0, start - 90) : start].rpartition("\x1e")[2]
    rest = text[end : end + NEAR].partition("\x1e")[0]
    if re.match(CHILD_TITLES, found[0]):
        yield Finding(Kind.CHILD, start, end, value)
    elif OWN_ILLNESS.search(rest):
        yield Finding(Kind.HEALTH, start, end, value)
    elif not (setting.procurement or _in_office(lead, rest) or _declared(value, setting)):
        ill = ILLNESS.search(lead[-NEAR:]) or ILLNESS.search(rest)
        yield Finding(Kind.HEALTH if ill else Kind.NAME, start, end, value)


def _in_office(lead: str, rest: str) -> bool:
    """Whether a position stands beside the name, or the name is a supplier's."""
    return bool(
        AFTER_NAME.search(rest)
        or ENGLISH_OFFICE.search(rest)
        or BEFORE_NAME.search(lead)
        or SUPPLIER_LEAD.search(lead)
    )


def _declared(value: str, setting: Setting) -> bool:
    return (Kind.NAME, value) in setting.declared


def rolls(text: str, _: Setting) -> Iterator[Finding]:
    """Lists of persons' names, one to a line."""
    if "ชื่อ" not in text:
        return
    for found in ROLL.finditer(text):
        if not NOT_PERSONS.search(found[0]):
            names = " ".join(found[0].split())
            yield Finding(Kind.ROLL, *found.span("first"), names)


def birth_dates(text: str, _: Setting) -> Iterator[Finding]:
    """A date that is called somebody's birth."""
    for pattern in BIRTHS:
        for found in pattern.finditer(text):
            if not HAPPENED.search(text[max(0, found.start() - 8) : found.start()]):
                when = found.span(found.lastindex or 0)
                yield Finding(Kind.BIRTH_DATE, *when, text[slice(*when)].replace(" ", ""))


def registered(text: str, _: Setting) -> Iterator[Finding]:
    """Numbers of pupils and patients."""
    letters = gist(text)
    if not any(sign in letters for sign in REGISTERED_SIGNS):
        return
    for found in REGISTERED.finditer(text):
        yield Finding(Kind.STUDENT, *found.span(1), found[1])

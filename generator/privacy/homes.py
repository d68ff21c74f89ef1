"""Where a person lives and what they drive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.privacy.finding import Finding, Kind
from generator.privacy.numbers import before
from generator.privacy.persons import titled
from generator.privacy.plain import gist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting

PROVINCES = (
    "กระบี่|กรุงเทพ|กทม|กาญจนบุรี|กาฬสินธุ์|กำแพงเพชร|ขอนแก่น|จันทบุรี|ฉะเชิงเทรา|ชลบุรี|ชัยนาท|ชัยภูมิ|ชุมพร|เชียงราย|"
    "เชียงใหม่|ตรัง|ตราด|ตาก|นครนายก|นครปฐม|นครพนม|นครราชสีมา|นครศรีธรรมราช|นครสวรรค์|นนทบุรี|นราธิวาส|น่าน|บึงกาฬ|"
    "บุรีรัมย์|ปทุมธานี|ประจวบคีรีขันธ์|ปราจีนบุรี|ปัตตานี|พระนครศรีอยุธยา|อยุธยา|พะเยา|พังงา|พัทลุง|พิจิตร|พิษณุโลก|เพชรบุรี|"
    "เพชรบูรณ์|แพร่|ภูเก็ต|มหาสารคาม|มุกดาหาร|แม่ฮ่องสอน|ยโสธร|ยะลา|ร้อยเอ็ด|ระนอง|ระยอง|ราชบุรี|ลพบุรี|ลำปาง|ลำพูน|เลย|"
    "ศรีสะเกษ|สกลนคร|สงขลา|สตูล|สมุทรปราการ|สมุทรสงคราม|สมุทรสาคร|สระแก้ว|สระบุรี|สิงห์บุรี|สุโขทัย|สุพรรณบุรี|สุราษฎร์ธานี|"
    "สุรินทร์|หนองคาย|หนองบัวลำภู|อ่างทอง|อำนาจเจริญ|อุดรธานี|อุตรดิตถ์|อุทัยธานี|อุบลราชธานี"
)
PLATE = re.compile(
    rf"([\dก-ฮ](?<![ก-๙\d.].)(?:(?<=\d) ?[ก-ฮ]|(?<=[ก-ฮ]))[ก-ฮ][ \-]{{0,2}}\d{{1,4}})(?![\d./])(?P<after>[ \n,]{{0,2}}(?:จังหวัด|จ\.)? ?(?:{PROVINCES}))?"
)
PROVINCE_AFTER = re.compile(
    r"\d(?:(?<=[ก-ฮ][ก-ฮ]\d)|(?<=[ก-ฮ][ก-ฮ][ \-]\d)|(?<=[ก-ฮ][ก-ฮ][ \-][ \-]\d))\d{0,3}"
    rf"[ \n,]{{0,2}}(?:จังหวัด|จ\.)? ?(?:{PROVINCES})"
)
"""The end of a plate that nobody calls one, found by its first digit."""
PLATE_WORD = re.compile(
    r"ทะเบียน(?:รถ|เลขที่|หมายเลข)? ?(?:ยนต์|จักรยานยนต์|คัน)?[ก-๙ :.]{0,20}$|licen[cs]e plate[ :]*$"
)
PLATE_WORDS = ("ทะเบียน", "e plate")
STATE_VEHICLE = re.compile(
    r"ส่วนกลาง|ราชการ|รถบรรทุก|รถขยะ|รถดับเพลิง|รถกู้ชีพ|รถกู้ภัย|รถพยาบาล|รถน้ำ|รถประจำตำแหน่ง|รถตัก|รถขุด|รถแทร[กค]เตอร์|"
    r"รถกระเช้า|รถตู้|รถเกรด|ครุภัณฑ์|ซ่อม|บำรุงรักษา|ตรวจสภาพ|น้ำมัน|พ\.ร\.บ|ประกันภัย|ของ ?(?:อบต|อบจ|เทศบาล)"
)
"""Words around the plate of a vehicle that the agency keeps; its plate is nobody's own."""
DOCUMENT_WORD = re.compile(r"(?:ที่|หนังสือ|เอกสาร|เลขรับ|ฉบับ)[ :]*$")
HOUSE = re.compile(
    r"บ้าน ?เลข ?ที่[ :]*\d{1,4}(?:[/-]\d{1,4})?"
    r"(?:[ \n,]*(?:หมู่(?:ที่|บ้าน)?|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง)[ ]?[ก-๎\d./]{1,30}){0,5}"
)
LANES = tuple(
    re.compile(rf"{begin}(?:(?<=\d{whole})|(?<=\d[ \n,]{whole})|(?<=[ \n,][ \n,]{whole}))")
    for begin, whole in (("หมู่", "หมู่"), ("ซอย", "ซอย"), ("ถนน", "ถนน"), (r"\.", r"[มซถ]\."))
)
"""What follows the number of a house, each found by its first letters."""
HOME = re.compile(
    r"\d(?<![\d/].)\d{0,3}(?:/\d{1,4})?[ \n,]*(?:หมู่(?:ที่|บ้าน)?|ม\.|ซอย|ซ\.|ถนน|ถ\.)[ ]?[ก-๎\d./]{1,30}"
    r"(?:[ \n,]*(?:หมู่(?:ที่|บ้าน)?|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|อ\.|จังหวัด|จ\.)[ ]?[ก-๎\d./]{1,30}){0,5}"
)
ENGLISH_HOUSE = re.compile(
    r"(?<![A-Za-z])house no\.? ?\d{1,4}(?:/\d{1,4})?|\b\d{1,4}/\d{1,4},? (?:moo|soi) ?\d{1,3}",
    re.IGNORECASE,
)
ENGLISH_SIGNS = tuple(map(gist, ("house no", "moo 1", "soi 1")))
LIVES = re.compile(
    r"ที่อยู่(?:ปัจจุบัน|ตามทะเบียน|ของ)|อาศัย|ภูมิลำเนา|อยู่บ้าน|อยู่เลขที่|พักอยู่|ผู้ร้อง|ผู้ป่วย|ผู้เสียหาย|ทายาท|ผู้สูงอายุ|ผู้พิการ|คนพิการ"
)
AGENCY_PLACE = re.compile(
    r"(?:ที่ตั้ง|ตั้งอยู่|ที่ทำการ|สำนักงาน|อาคาร|บริษัท|หจก|ห้างหุ้นส่วน|โรงเรียน|วัด)[^\n]{0,40}$"
)


def licence_plates(text: str, _: Setting) -> Iterator[Finding]:
    """Letters and number with a province or the word; not those of the agency's own vehicles."""
    if not (any(word in text for word in PLATE_WORDS) or PROVINCE_AFTER.search(text)):
        return
    for found in PLATE.finditer(text):
        lead = before(text, found.start(), 80)
        called = PLATE_WORD.search(lead[-45:])
        if not called and (not found["after"] or DOCUMENT_WORD.search(lead)):
            continue
        if not STATE_VEHICLE.search(lead):
            yield Finding(Kind.LICENCE_PLATE, *found.span(1), re.sub(r"[ -]", "", found[1]))


def addresses(text: str, _: Setting) -> Iterator[Finding]:
    """A house number (บ้านเลขที่), or an address beside a person."""
    yield from map(_address, HOUSE.finditer(text))
    if any(sign in gist(text) for sign in ENGLISH_SIGNS):
        yield from map(_address, ENGLISH_HOUSE.finditer(text))
    for found in HOME.finditer(text) if any(lane.search(text) for lane in LANES) else ():
        lead = before(text, found.start(), 100)
        if not AGENCY_PLACE.search(lead) and (LIVES.search(lead) or any(titled(lead))):
            yield _address(found)


def _address(found: re.Match[str]) -> Finding:
    return Finding(Kind.ADDRESS, *found.span(), re.sub(r"[^ก-๙\dA-Za-z/]", "", found[0]).lower())

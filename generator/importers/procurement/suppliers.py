"""Who a supplier is before the law, by the words of the name; and the tax number, if it may stay.

A natural person's tax number is the national ID (Revenue Code; PDPA B.E. 2562): it is read here to
be dropped, and leaves this module in no value and no message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Rule, Words
from generator.importers.account import Account, Change, Left, Verdict
from generator.importers.columns import tidy
from generator.importers.grid import text_of
from generator.importers.values import is_nothing, of_column
from generator.load.scalars import THAI_DIGITS
from generator.model.base import Code
from generator.model.procurement import SupplierKind

if TYPE_CHECKING:
    from generator.importers.body import Line

TAX_DIGITS = 13

JURISTIC = re.compile(
    r"^\s*(บริษัท|บมจ|บจก|บจ\.|บ\.|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญนิติบุคคล|หจก|หสน|สหกรณ์|ชุมนุมสหกรณ์|มูลนิธิ|สมาคม|นิติบุคคล"
    r"|กิจการร่วมค้า|องค์การบริหารส่วน|อบต\.|อบจ\.|เทศบาล|เมืองพัทยา|กรุงเทพมหานคร|กรม|กระทรวง|จังหวัด|ที่ว่าการอำเภอ|มหาวิทยาลัย|โรงเรียน"
    r"|วิทยาลัย|โรงพยาบาล|การไฟฟ้า|การประปา|การทาง|การรถไฟ|การยาง|องค์การ|สถาบัน|ธนาคาร|รัฐวิสาหกิจ|ไปรษณีย์ไทย|โรงพิมพ์อาสา|วัด)"
    r"|(จำกัด|\(มหาชน\)|co\.?,? ?ltd\.?|ltd\.?,? ?part\.?|public company limited|company limited)\s*(\(มหาชน\))?(\s*\([^)]*\))?\s*$",
    re.IGNORECASE,
)
"""Names that only a juristic person or a public body carries."""
NATURAL = re.compile(
    r"^\s*(นาย|นางสาว|น\.\s?ส\.|นาง|คุณ|ว่าที่\s?ร|ด\.?ต\.|ร\.?ต\.|พ\.?ต\.|ส\.?ต\.|จ\.?ส\.|ดร\.|ผศ\.|รศ\.|mr\.?\s|mrs\.?\s|ms\.?\s|miss\s|ร้าน|อู่)",
    re.IGNORECASE,
)
"""Titles of persons, and shops in a person's name."""
UNSURE = re.compile(r"^\s*(วิสาหกิจชุมชน|คณะบุคคล|ห้างหุ้นส่วนสามัญ(?!นิติ)|กลุ่ม|ชมรม|คณะกรรมการ)")
"""Groups that the law may or may not know as a person."""
WITHIN = re.compile(r"บริษัท|จำกัด|หจก\.|สหกรณ์|มูลนิธิ")
"""Words that do not belong to a person's name or shop."""

KIND_WORDS = {
    SupplierKind.JURISTIC: Words("นิติบุคคล", "juristic person"),
    SupplierKind.NATURAL: Words("บุคคลธรรมดา", "natural person"),
}


class Tax(NamedTuple):
    """A tax number as it was read; only the number of a juristic person is ever handed on."""

    digits: str

    @property
    def juristic(self) -> bool:
        """Numbers of registered juristic persons and public bodies begin with 0."""
        return self.digits.startswith("0")


def by_name(name: str) -> tuple[SupplierKind, Words] | None:
    """The kind that a name tells, with the words that tell it, or None where it leaves doubt."""
    natural, juristic = NATURAL.match(name), JURISTIC.search(name)
    if UNSURE.match(name) or (natural and (juristic or WITHIN.search(name))):
        return None
    found = juristic or natural
    if not found:
        return None
    word = found.group().strip()
    kind = SupplierKind.JURISTIC if juristic else SupplierKind.NATURAL
    return kind, Words(f'มีคำว่า "{word}" ในชื่อ', f'the name has the word "{word}"')


def decide(
    account: Account, line: Line, key: str, name: str, tax: Tax | None, stated: str | None
) -> SupplierKind | None:
    """The kind of a supplier: as stated, else by the name, else by the tax number's first digit."""
    told = by_name(name)
    if stated:
        kind, why = SupplierKind(stated), Words("ระบุในคอลัมน์ประเภท", "stated in the column of kinds")
    elif told:
        kind, why = told
    elif tax:
        kind = SupplierKind.JURISTIC if tax.juristic else SupplierKind.NATURAL
        why = Words("ดูจากหลักแรกของเลขผู้เสียภาษี", "by the first digit of the tax number")
    else:
        account.problems.append(
            of_column(DOUBTFUL_SUPPLIER.at(line.place(key), value=name), line.column(key))
        )
        return None
    if tax and tax.juristic != (kind is SupplierKind.JURISTIC):
        rule = PERSONS_NUMBER if kind is SupplierKind.JURISTIC else COMPANYS_NUMBER
        account.problems.append(
            of_column(rule.at(line.place("tax_id"), value=name), line.column(key))
        )
        return None
    account.verdicts.setdefault(name, Verdict(line.place(key), name, KIND_WORDS[kind], why))
    return kind


def tax_number(account: Account, line: Line) -> Tax | None:
    """The tax number of a line; where it is none, a message that does not repeat it."""
    text = tidy(text_of(line.value("tax_id")))
    if is_nothing(text):
        return None
    digits = re.sub(r"[\s\-–'.]", "", text.translate(THAI_DIGITS))
    number = isinstance(line.value("tax_id"), int | float)
    if number and len(digits) == TAX_DIGITS - 1 and sums_up("0" + digits):
        digits = "0" + digits
        account.changes.append(Change(line.place("tax_id"), "…", "0…", LOST_ZERO))
    if len(digits) != TAX_DIGITS or not digits.isdigit() or not sums_up(digits):
        account.problems.append(
            of_column(TAX_NUMBER.at(line.place("tax_id")), line.column("tax_id"))
        )
        return None
    return Tax(digits)


def kept(account: Account, line: Line, kind: SupplierKind, tax: Tax | None) -> Code | None:
    """The tax number of a juristic person; a person's is dropped, and that it was is told."""
    if tax is None:
        return None
    if kind is SupplierKind.JURISTIC:
        return Code(tax.digits)
    account.left.append(Left(line.place("tax_id"), "", PERSONS_NUMBER_DROPPED))
    return None


def sums_up(digits: str) -> bool:
    """Whether the thirteenth digit is the check digit of the twelve before it."""
    total = sum(int(digit) * (13 - at) for at, digit in enumerate(digits[:12]))
    return digits.isdigit() and (11 - total % 11) % 10 == int(digits[12])


PERSONS_NUMBER_DROPPED = Words(
    "เลขประจำตัวของบุคคลธรรมดา ถูกตัดทิ้ง ไม่เก็บและไม่เผยแพร่",
    "The number of a natural person was dropped; it is neither kept nor published",
)
LOST_ZERO = Words(
    "เติมเลข 0 ข้างหน้าที่โปรแกรมตารางคำนวณตัดไป เลขตรวจสอบถูกต้อง",
    "The leading 0 that the spreadsheet cut off; the check digit agrees",
)

DOUBTFUL_SUPPLIER = Rule(
    code="doubtful-supplier",
    what=Words(
        'ไม่รู้ว่า "{value}" เป็นนิติบุคคลหรือบุคคลธรรมดา',
        'Whether "{value}" is a juristic or a natural person is unclear',
    ),
    why=Words(
        "เลขประจำตัวของบุคคลธรรมดาห้ามเผยแพร่ จึงต้องรู้แน่",
        "A person's number must never be published, so this must be certain",
    ),
    mend=Words(
        'เติมคำนำหน้า (บริษัท หจก. ร้าน นาย นาง นางสาว) หรือเพิ่มคอลัมน์ "ประเภทผู้ขายหรือผู้รับจ้าง"',
        "Write the title in front (company, partnership, shop, Mr, Mrs, Miss), or add the column of kinds",
    ),
)
TAX_NUMBER = Rule(
    code="tax-number",
    what=Words("เลขประจำตัวผู้เสียภาษีในช่องนี้ไม่ถูกต้อง", "The tax number in this cell is not one"),
    why=Words(
        "ต้องมี 13 หลักและหลักสุดท้ายตรงกับสูตรตรวจสอบ (ไม่แสดงเลขเพราะอาจเป็นของบุคคล)",
        "It has 13 digits, the last of which checks the others (it is not repeated here: it may be a person's)",
    ),
    mend=Words(
        "ตรวจกับเอกสาร กำหนดรูปแบบช่องเป็นข้อความแล้วพิมพ์ใหม่ หรือลบถ้าเป็นบุคคลธรรมดา",
        "Check it, format the cell as text and type it again; delete it if the supplier is a person",
    ),
)
PERSONS_NUMBER = Rule(
    code="persons-number",
    what=Words(
        '"{value}" เป็นนิติบุคคล แต่เลขผู้เสียภาษีเป็นของบุคคลธรรมดา',
        '"{value}" is a juristic person, but the tax number is a natural person\'s',
    ),
    why=Words(
        "เลขของบุคคลคือเลขประจำตัวประชาชน ห้ามเผยแพร่",
        "A person's number is the national ID and must not be published",
    ),
    mend=Words("ตรวจชื่อและเลข หรือลบเลข", "Check name and number, or delete the number"),
)
COMPANYS_NUMBER = Rule(
    code="companys-number",
    what=Words(
        '"{value}" เป็นบุคคลธรรมดา แต่เลขผู้เสียภาษีเป็นของนิติบุคคล',
        '"{value}" is a natural person, but the tax number is a juristic person\'s',
    ),
    why=Words("ไม่รู้ว่าคู่สัญญาคือใคร", "It is unclear who the contract is with"),
    mend=Words("ตรวจชื่อและเลขกับสัญญา", "Check name and number against the contract"),
)
RULES = (DOUBTFUL_SUPPLIER, TAX_NUMBER, PERSONS_NUMBER, COMPANYS_NUMBER)

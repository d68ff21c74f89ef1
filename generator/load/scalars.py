"""What an officer typed → a value, where the reading is certain; a rule where it is not."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from generator.diagnostics import Diagnostic, Rule, Words
from generator.model import eras
from generator.model.base import Code, Id
from generator.model.eras import Day, FiscalYear, Month
from generator.model.plan import AllocationStatus, Money

if TYPE_CHECKING:
    from enum import StrEnum

    from generator.source import Scalar

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
MONTHS = {
    "มกราคม": 1, "กุมภาพันธ์": 2, "มีนาคม": 3, "เมษายน": 4, "พฤษภาคม": 5, "มิถุนายน": 6,
    "กรกฎาคม": 7, "สิงหาคม": 8, "กันยายน": 9, "ตุลาคม": 10, "พฤศจิกายน": 11, "ธันวาคม": 12,
    "ม.ค.": 1, "ก.พ.": 2, "มี.ค.": 3, "เม.ย.": 4, "พ.ค.": 5, "มิ.ย.": 6,
    "ก.ค.": 7, "ส.ค.": 8, "ก.ย.": 9, "ต.ค.": 10, "พ.ย.": 11, "ธ.ค.": 12,
}  # fmt: skip
"""Months as Thai documents write them, in full and short."""
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff "
"""Characters without a shape that come along when text is copied from the web or from Word."""
TWO_READINGS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""1.200 is one thousand two hundred to some and one point two to others."""
NUMBER = re.compile(r"-?(\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.\d{1,6})?", re.ASCII)
NOT_OF_WINDOWS = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$))"
"""Names that Windows keeps for devices: no folder or file of a site can have them there."""
IDENTIFIER = re.compile(rf"{NOT_OF_WINDOWS}[a-z0-9]+(-[a-z0-9]+)*")


class Unclear(Exception):
    """The text of a scalar has no certain reading."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule.code)
        self.diagnostic = diagnostic


def _refuse(rule: Rule, node: Scalar, **slots: object) -> NoReturn:
    raise Unclear(rule.at(node.place, value=node.text, **slots))


def text(node: Scalar) -> str:
    """Words, with the line breaks of a block folded into spaces."""
    words = " ".join(node.text.split()).strip(INVISIBLE)
    if not words:
        _refuse(BLANK, node, about=HERE)
    return words


def arabic(node: Scalar) -> str:
    """The text in Arabic digits; a number in both kinds of digits is probably a slip."""
    typed = text(node)
    if typed.isascii():
        return typed
    if re.search("[๐-๙]", typed) and re.search("[0-9]", typed):
        _refuse(MIXED_DIGITS, node)
    return typed.translate(THAI_DIGITS)


def identifier(node: Scalar) -> Id:
    """Lower-case ASCII words joined by hyphens."""
    typed = text(node)
    if not IDENTIFIER.fullmatch(typed):
        _refuse(ID_FORMAT, node)
    return Id(typed)


def code(node: Scalar) -> Code:
    """Numbers joined by dots, such as 1.1.2."""
    typed = arabic(node)
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)*", typed):
        _refuse(CODE_FORMAT, node)
    return Code(typed)


def whole(node: Scalar) -> int:
    """A whole number."""
    number = decimal(node)
    if number != number.to_integral_value():
        _refuse(NOT_WHOLE, node)
    return int(number)


def decimal(node: Scalar) -> Decimal:
    """A number, with or without commas between thousands."""
    typed = arabic(node)
    if TWO_READINGS.fullmatch(typed):
        thousands, decimals = typed.replace(".", ","), typed.rstrip("0").rstrip(".")
        _refuse(NUMBER_AMBIGUOUS, node, thousands=thousands, decimals=decimals)
    if not NUMBER.fullmatch(typed):
        _refuse(NUMBER_FORMAT, node)
    return Decimal(typed.replace(",", ""))


def baht(node: Scalar) -> Decimal:
    """An amount of money: not negative, at most two decimals."""
    amount = decimal(node)
    cents = -2
    if amount < 0 or int(amount.normalize().as_tuple().exponent) < cents:
        _refuse(MONEY_RANGE, node)
    return amount


def money(node: Scalar) -> Money:
    """An amount in baht, or the words that say why there is none."""
    for status in (AllocationStatus.NO_BUDGET, AllocationStatus.NOT_SCHEDULED):
        if text(node) == status:
            return Money(status=status)
    if not re.match(r"[-+]?[0-9๐-๙]", text(node)):
        _refuse(MONEY_WORD, node)
    return Money(status=AllocationStatus.BUDGETED, amount=baht(node))


def fiscal_year(node: Scalar) -> FiscalYear:
    """A fiscal year in the Buddhist era."""
    typed = arabic(node)
    year = int(typed) if re.fullmatch(r"[0-9]{1,4}", typed) else 0
    if eras.FIRST_COMMON_YEAR <= year <= eras.LAST_COMMON_YEAR:
        _refuse(YEAR_ERA, node, buddhist=eras.buddhist_year(year))
    if not eras.FIRST_BUDDHIST_YEAR <= year <= eras.LAST_BUDDHIST_YEAR:
        _refuse(YEAR_FORMAT, node)
    return FiscalYear(year)


def day(node: Scalar) -> Day:
    """A day: ISO in the common era, or in the Buddhist era where the year leaves no doubt."""
    typed = arabic(node)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed, re.ASCII)
    long = re.fullmatch(r"(?:วันที่ ?)?(\d{1,2}) ?([ก-๎.]+) ?(?:พ\.ศ\. ?)?(\d{4})", typed, re.ASCII)
    if iso:
        year, month, number = (int(part) for part in iso.groups())
    elif long and long[2] in MONTHS:
        year, month, number = int(long[3]), MONTHS[long[2]], int(long[1])
    else:
        _refuse(DATE_FORMAT, node)
    return _calendar_day(node, year, month, number)


def month(node: Scalar) -> Month:
    """A month: year-month, in either era where the year leaves no doubt."""
    typed = arabic(node)
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", typed, re.ASCII)
    if not found:
        _refuse(MONTH_FORMAT, node)
    return Month.of(_calendar_day(node, int(found[1]), int(found[2]), 1))


def _calendar_day(node: Scalar, year: int, month: int, number: int) -> Day:
    """A day that exists; 29 February is judged in the common era, whatever era was typed."""
    if eras.FIRST_BUDDHIST_YEAR <= year <= eras.LAST_BUDDHIST_YEAR:
        year = eras.common_year(year)
    elif not eras.FIRST_COMMON_YEAR <= year <= eras.LAST_COMMON_YEAR:
        _refuse(AMBIGUOUS_ERA, node)
    try:
        return date(year, month, number)
    except ValueError:
        _refuse(NO_SUCH_DAY, node, common=year, buddhist=eras.buddhist_year(year))


def truth(node: Scalar) -> bool:
    """`true` or `false`; `yes`, `no`, `on` and `off` mean different things to different readers."""
    typed = text(node)
    if typed not in {"true", "false"}:
        _refuse(TRUTH, node)
    return typed == "true"


def choice(node: Scalar, kind: type[StrEnum]) -> StrEnum:
    """One of a fixed list of words."""
    typed = text(node)
    try:
        return kind(typed)
    except ValueError:
        words = [str(member) for member in kind]
        nearest = get_close_matches(typed, words, 1, 0.5)
        hint = (
            Words("", "")
            if not nearest
            else Words(f'หมายถึง "{nearest[0]}" หรือไม่ · ', f'Did you mean "{nearest[0]}"? ')
        )
        _refuse(UNKNOWN_VALUE, node, hint=hint, allowed=", ".join(words))


HERE = Words("ช่องนี้", "this place")
"""What a blank is about, as long as nobody knows which field it is."""
BLANK = Rule(
    code="blank",
    what=Words("ไม่ได้ใส่ค่า: {about}", "There is no value: {about}"),
    why=Words(
        "ช่องว่างไม่บอกว่า ศูนย์ ไม่มี หรือยังไม่ทราบ",
        "A blank does not say whether it is zero, none, or not yet known",
    ),
    mend=Words(
        "ใส่ค่า หรือลบคีย์นี้ถ้าไม่มีข้อมูล", "Fill it in, or delete the key if there is nothing to say"
    ),
)
MIXED_DIGITS = Rule(
    code="mixed-digits",
    what=Words('"{value}" ใช้เลขไทยปนเลขอารบิก', '"{value}" mixes Thai and Arabic digits'),
    why=Words("มักเกิดจากพิมพ์ผิดหนึ่งหลัก", "That is usually a slip in one digit"),
    mend=Words("เขียนด้วยเลขแบบเดียวกันทั้งจำนวน", "Write the whole number in one kind of digits"),
)
ID_FORMAT = Rule(
    code="id-format",
    what=Words('รหัส "{value}" ใช้ไม่ได้', '"{value}" cannot be an id'),
    why=Words(
        "รหัสเป็นส่วนหนึ่งของที่อยู่หน้าเว็บซึ่งต้องคงอยู่ถาวร",
        "An id becomes part of a page address that must stay",
    ),
    mend=Words(
        "ใช้ a–z ตัวเล็ก ตัวเลข และขีดกลางระหว่างคำ เช่น p-01 ยกเว้นคำที่ Windows สงวนไว้ เช่น con aux nul",
        "Use lower-case a–z, digits, and hyphens between words, such as p-01, but no word that Windows keeps, such as con, aux, nul",
    ),
)
CODE_FORMAT = Rule(
    code="code-format",
    what=Words('"{value}" ไม่ใช่รหัสแบบ 1.1.2', '"{value}" is not a code such as 1.1.2'),
    why=Words("รหัสบอกว่าอยู่ใต้มิติและภารกิจใด", "The code says to which dimension and area it belongs"),
    mend=Words("เขียนตัวเลขคั่นด้วยจุด", "Write numbers with dots between them"),
)
NUMBER_FORMAT = Rule(
    code="number-format",
    what=Words('"{value}" ไม่ใช่จำนวน', '"{value}" is not a number'),
    why=Words("นำไปรวมหรือเปรียบเทียบไม่ได้", "It cannot be added up or compared"),
    mend=Words(
        "เขียนเฉพาะตัวเลข เช่น 2000 หรือ 2,000", "Write the number alone, such as 2000 or 2,000"
    ),
)
NOT_WHOLE = Rule(
    code="not-whole",
    what=Words('"{value}" มีทศนิยม', '"{value}" has decimals'),
    why=Words("ที่นี่นับเป็นจำนวนเต็ม", "Whole things are counted here"),
    mend=Words("เขียนจำนวนเต็ม", "Write a whole number"),
)
NUMBER_AMBIGUOUS = Rule(
    code="number-ambiguous",
    what=Words(
        'จำนวน "{value}" อ่านได้สองอย่าง ({thousands} หรือ {decimals})',
        'The number "{value}" can be read in two ways ({thousands} or {decimals})',
    ),
    why=Words("นำไปรวมหรือเปรียบเทียบไม่ได้", "It cannot be added up"),
    mend=Words("เขียน {thousands} หรือ {decimals}", "Write {thousands} or {decimals}"),
)
MONEY_RANGE = Rule(
    code="money-range",
    what=Words('"{value}" ไม่ใช่จำนวนเงินที่ใช้ได้', '"{value}" is not an amount of money'),
    why=Words(
        "งบประมาณไม่ติดลบและมีทศนิยมไม่เกินสองตำแหน่ง",
        "A budget is not negative and has at most two decimals",
    ),
    mend=Words("ตรวจเครื่องหมายและทศนิยม", "Check the sign and the decimals"),
)
MONEY_WORD = Rule(
    code="money-word",
    what=Words('"{value}" ไม่ใช่จำนวนเงิน', '"{value}" is not an amount of money'),
    why=Words(
        "ศูนย์บาท ไม่ใช้งบประมาณ และไม่ดำเนินการในปีนั้น เป็นสามเรื่องที่ต่างกัน",
        "Zero baht, no budget used and not in this year are three different things",
    ),
    mend=Words(
        "เขียนจำนวนบาท หรือ no_budget (ไม่ใช้งบประมาณ) หรือ not_scheduled (ไม่ดำเนินการในปีนั้น)",
        "Write the baht, or no_budget, or not_scheduled (not in this year)",
    ),
)
YEAR_ERA = Rule(
    code="year-era",
    what=Words('ปี "{value}" เป็น ค.ศ.', 'The year "{value}" is in the common era'),
    why=Words(
        "ปีงบประมาณใช้ พ.ศ. เสมอ", "Fiscal years are always written in the Buddhist era (B.E.)"
    ),
    mend=Words("เขียน {buddhist}", "Write {buddhist}"),
)
YEAR_FORMAT = Rule(
    code="year-format",
    what=Words('"{value}" ไม่ใช่ปีงบประมาณ', '"{value}" is not a fiscal year'),
    why=Words(
        "ปีสองหลักหรือปีนอกช่วงอาจหมายถึงหลายปี",
        "Two digits, or a year out of range, can mean several years",
    ),
    mend=Words("เขียน พ.ศ. สี่หลัก เช่น 2569", "Write four digits in the Buddhist era, such as 2569"),
)
DATE_FORMAT = Rule(
    code="date-format",
    what=Words(
        '"{value}" ไม่ใช่วันที่ที่อ่านได้แน่ชัด', '"{value}" is not a date that can be read with certainty'
    ),
    why=Words(
        "วัน เดือน หรือปีอาจอ่านสลับกันได้",
        "Its parts could be taken for one another, or its year for another",
    ),
    mend=Words("เขียน ปี-เดือน-วัน เช่น 2022-09-29", "Write year-month-day, such as 2022-09-29"),
)
MONTH_FORMAT = Rule(
    code="month-format",
    what=Words(
        '"{value}" ไม่ใช่เดือนที่อ่านได้แน่ชัด', '"{value}" is not a month that can be read with certainty'
    ),
    why=Words("รายการจะไปอยู่ผิดเดือน", "Its entries could end up in another month"),
    mend=Words("เขียน ปี-เดือน เช่น 2025-10", "Write year-month, such as 2025-10"),
)
AMBIGUOUS_ERA = Rule(
    code="ambiguous-era",
    what=Words(
        'ไม่รู้ว่าปีใน "{value}" เป็น พ.ศ. หรือ ค.ศ.',
        'It is unclear in which era the year of "{value}" is',
    ),
    why=Words("วันที่จะคลาดไป 543 ปี", "The date would be 543 years off"),
    mend=Words(
        "เขียนปีสี่หลัก เช่น 2022-09-29 (ค.ศ.) หรือ 2565-09-29 (พ.ศ.)",
        "Write four digits, such as 2022-09-29 or 2565-09-29 (B.E.)",
    ),
)
NO_SUCH_DAY = Rule(
    code="no-such-day",
    what=Words('ไม่มีวันที่ "{value}" ในปฏิทิน', 'There is no day "{value}" in the calendar'),
    why=Words(
        "เดือนมี 28 ถึง 31 วัน และ 29 กุมภาพันธ์มีเฉพาะปีอธิกสุรทินซึ่งนับตาม ค.ศ. ({common} = พ.ศ. {buddhist})",
        "Months have 28 to 31 days, and 29 February stands in leap years only, counted in the common era ({common} = B.E. {buddhist})",
    ),
    mend=Words("ตรวจวันและเดือนกับเอกสาร", "Check day and month against the document"),
)
TRUTH = Rule(
    code="true-or-false",
    what=Words('"{value}" ไม่ใช่ true หรือ false', '"{value}" is neither true nor false'),
    why=Words(
        "yes no on off มีความหมายต่างกันในแต่ละโปรแกรม",
        "yes, no, on and off mean different things to different programs",
    ),
    mend=Words("เขียน true หรือ false", "Write true or false"),
)
UNKNOWN_VALUE = Rule(
    code="unknown-value",
    what=Words('ไม่รู้จักค่า "{value}"', 'The value "{value}" is not known'),
    why=Words("ที่นี่ใช้ได้เฉพาะคำในรายการ", "Only words of a fixed list can stand here"),
    mend=Words("{hint}ใช้คำใดคำหนึ่ง: {allowed}", "{hint}Use one of: {allowed}"),
)

RULES = (
    BLANK, MIXED_DIGITS, ID_FORMAT, CODE_FORMAT, NUMBER_FORMAT, NOT_WHOLE, NUMBER_AMBIGUOUS,
    MONEY_RANGE, MONEY_WORD, YEAR_ERA, YEAR_FORMAT, DATE_FORMAT, MONTH_FORMAT, AMBIGUOUS_ERA, NO_SUCH_DAY,
    TRUTH, UNKNOWN_VALUE,
)  # fmt: skip

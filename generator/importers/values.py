"""What a cell means: amounts, days, months, words; told where it was written otherwise.

The rules for texts are those of the content files (`generator/load/scalars.py`); here stand only
the habits of spreadsheets: numbers and days that are no text, units, short years, serial numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.formats import plain
from generator.importers.account import Account, Change
from generator.importers.columns import REMEMBERED, folded, tidy
from generator.importers.grid import LONG_NUMBER, quoted, text_of
from generator.load import scalars
from generator.model import eras
from generator.model.eras import Day, FiscalYear, Month
from generator.source import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.importers.body import Line
    from generator.importers.columns import Choice, Column
    from generator.importers.grid import Value

NOTHING = re.compile(r"|ไม่มี|ไม่ระบุ|na|none|ไม่มีข้อมูล")
"""What stands in a cell that says that there is nothing, folded."""
UNITS = re.compile(r"(?:บาท\s{0,9}ถ้วน|บาท|ถ้วน|฿|thb|\.-|\.–|/-|,-)$", re.IGNORECASE)
CENTURY = 2500
"""A year of two digits is short for one of this Buddhist century, if any."""
OLDEST, FARTHEST = 5, 15
"""Years before and after the fiscal year in which days of its papers can lie."""
LONGEST_MONTH = 40
"""Characters of a cell that names a month: "ประจำเดือน พฤศจิกายน พ.ศ. 2568" has 30."""
UNBELIEVABLE = Decimal(10) ** 11
"""Baht. A hundred thousand million is more than any local budget."""
SERIAL_FROM, SERIAL_TO = 36_526, 73_050
"""Days counted from 1899-12-30 that lie between 2000 and 2099."""

MONTH_NAMES = {re.sub(r"[. ]", "", name): number for name, number in scalars.MONTHS.items()}
"""Thai months in full and short, without dots."""
_SHORT = 5
_MONTH = "|".join(
    r"\.?\s?".join(name) if len(name) < _SHORT else name
    for name in sorted(MONTH_NAMES, key=len, reverse=True)
)
_YEAR = r"(?:พ\.?\s?ศ\.?\s*)?(?P<y>[0-9๐-๙]{4}|[0-9๐-๙]{2})"
DAY_WORDS = re.compile(
    rf"(?<![0-9๐-๙])(?P<d>[0-9๐-๙]{{1,2}})\s*(?:เดือน\s*)?(?P<m>{_MONTH})\.?\s*{_YEAR}(?![0-9๐-๙])"
)
DAY_NUMBERS = re.compile(
    r"(?<![0-9๐-๙])(?P<d>[0-9๐-๙]{1,2})\s?[/.\-]\s?(?P<m>[0-9๐-๙]{1,2})\s?[/.\-]\s?"
    r"(?P<y>[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])"
)
DAY_ISO = re.compile(
    r"(?P<y>[0-9๐-๙]{4})-(?P<m>[0-9๐-๙]{1,2})-(?P<d>[0-9๐-๙]{1,2})(?![0-9๐-๙])(?:[T ][0-9:.]+)?"
)
MONTH_WORDS = re.compile(
    rf"(?:(?<![ก-๎])|(?<=เดือน))(?P<m>{_MONTH})(?:(?![ก-๎])|(?=พ\.?\s?ศ))\.?\s*(?:{_YEAR})?(?![0-9๐-๙])"
)

T = TypeVar("T")


@lru_cache(maxsize=REMEMBERED)
def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, a dash, "ไม่มี"."""
    return bool(NOTHING.fullmatch(folded(text)))


class Cells:
    """Reads cells of one year's form, telling an account of all that it changes or refuses."""

    def __init__(self, account: Account, year: FiscalYear) -> None:
        self.account = account
        self.year = year

    def refuse(self, rule: Rule, line: Line, key: str, **slots: object) -> None:
        """A rule broken by a cell, with the column's own words."""
        column = line.column(key)
        known = {"value": quoted(line.value(key)), "column": column.head, "help": column.help}
        diagnostic = rule.at(line.place(key), **(known | slots))
        self.account.problems.append(of_column(diagnostic, column))

    def changed(self, line: Line, key: str, new: str, how: Words) -> None:
        """A change of a cell's value, told."""
        self.changed_at(line.place(key), line.value(key), new, how)

    def changed_at(self, place: Place, old: Value, new: str, how: Words) -> None:
        """A change at a place, told."""
        self.account.changes.append(Change(place, quoted(old), LONG_NUMBER.sub("#" * 13, new), how))

    def words(self, line: Line, key: str) -> str | None:
        """A text on one line, or None where there is none; a long number in it is refused."""
        raw = text_of(line.value(key))
        text = " ".join(tidy(raw).split())
        if is_nothing(text):
            return None
        if LONG_NUMBER.search(text):
            self.refuse(NUMBER_IN_TEXT, line, key)
            return None
        if text.startswith(("=", "@", "+")):
            self.refuse(FORMULA_TEXT, line, key)
            return None
        if text != raw:
            self.changed(line, key, text, SPACES)
        return text

    def amount(self, line: Line, key: str) -> Decimal | None:
        """An amount in baht, or None where the cell is empty or says that there is none."""
        return self.amount_of(line, key, line.value(key))

    def amount_of(self, line: Line, key: str, value: Value) -> Decimal | None:
        """As `amount`, of a part of a cell."""
        if isinstance(value, bool | date | timedelta) or not isinstance(value, str | int | float):
            self.refuse(NOT_MONEY, line, key)
            return None
        if not isinstance(value, str):
            return self._number(line, key, value)
        text = tidy(value)
        if is_nothing(text):
            return None
        bare = UNITS.sub("", text.removeprefix("฿").strip()).strip()
        amount = self._scalar(_amount, bare, line, key)
        if amount is not None and plain(amount) != text:
            self.changed_at(line.place(key), text, plain(amount), AS_NUMBER)
        return amount

    def _number(self, line: Line, key: str, value: float) -> Decimal | None:
        exact = Decimal(str(value))
        cents = exact.quantize(Decimal("0.01")) if abs(exact) < 10**15 else exact
        if abs(cents - exact) < Decimal("0.000001"):
            if cents != exact:
                self.changed(line, key, plain(cents), ROUNDING)
            exact = cents
        return self._scalar(_amount, plain(exact), line, key)

    def whole(self, line: Line, key: str) -> int | None:
        """A count, or None where the cell is empty."""
        value = line.value(key)
        if isinstance(value, bool | date | timedelta) or not isinstance(value, str | int | float):
            self.refuse(NOT_COUNT, line, key)
            return None
        text = tidy(text_of(value))
        return None if is_nothing(text) else self._scalar(scalars.whole, text, line, key)

    def digits(self, line: Line, key: str) -> str | None:
        """A number that is a name: kept digit by digit, refused where a spreadsheet lost some."""
        value = line.value(key)
        text = tidy(text_of(value))
        if is_nothing(text):
            return None
        plain_digits = re.sub(r"[\s\-]", "", text).translate(scalars.THAI_DIGITS).lstrip("'")
        if not re.fullmatch("[0-9]+", plain_digits):
            scientific = re.fullmatch(r"[0-9.]+e\+?[0-9]+", plain_digits, re.IGNORECASE)
            self.refuse(LOST_DIGITS if scientific else NOT_DIGITS, line, key)
            return None
        if plain_digits != text:
            self.changed(line, key, plain_digits, DIGITS_ALONE)
        return plain_digits

    def day(self, line: Line, key: str) -> Day | None:
        """A day, or None where the cell is empty."""
        return self.day_of(line, key, line.value(key))

    def day_of(self, line: Line, key: str, value: Value) -> Day | None:
        """As `day`, of a part of a cell."""
        if isinstance(value, date):
            return self._calendar(line, key, value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._serial(line, key, value)
        text = tidy(text_of(value))
        if is_nothing(text):
            return None
        found = day_in(text)
        if found is None or found.group() != re.sub(r"^(?:ลงวันที่|วันที่|ลว\.?)\s*", "", text):
            self.refuse(scalars.DATE_FORMAT, line, key, value=quoted(value))
            return None
        return self.dated(line, key, found)

    def dated(self, line: Line, key: str, found: re.Match[str]) -> Day | None:
        """The day of a match, where its parts and its era leave no doubt."""
        typed = found.group()
        if re.search("[๐-๙]", typed) and re.search("[0-9]", typed):
            self.refuse(scalars.MIXED_DIGITS, line, key, value=quoted(typed))
            return None
        parts = {
            name: part.translate(scalars.THAI_DIGITS) for name, part in found.groupdict().items()
        }
        month = _month_number(parts["m"])
        year, number = self._era(line, key, parts["y"], typed), int(parts["d"])
        if year is None:
            return None
        american = found.re is DAY_NUMBERS and _is_common(int(parts["y"]))
        if american and month != number and number <= 12 and month <= 12:
            self.refuse(DAY_OR_MONTH, line, key, value=quoted(typed))
            return None
        day = self._scalar(scalars.day, f"{year:04}-{month:02}-{number:02}", line, key, shown=typed)
        if day and not self._plausible(line, key, day, typed):
            return None
        if day and day.isoformat() != typed:
            self.changed_at(line.place(key), typed, day.isoformat(), AS_DAY)
        return day

    def _era(self, line: Line, key: str, typed: str, whole: str) -> int | None:
        """The year as four digits; two digits are a Buddhist year if that lies near, and no other."""
        year = int(typed)
        if len(typed) == 4:
            return year
        near = range(self.year - OLDEST, self.year + FARTHEST + 1)
        if CENTURY + year in near:
            return CENTURY + year
        self.refuse(SHORT_YEAR, line, key, value=quoted(whole), year=CENTURY + year)
        return None

    def _calendar(self, line: Line, key: str, value: date) -> Day | None:
        """A real date of a spreadsheet; officers type the Buddhist year into it all the same."""
        day = value.date() if isinstance(value, datetime) else value
        if eras.FIRST_BUDDHIST_YEAR <= day.year <= eras.LAST_BUDDHIST_YEAR:
            typed = f"{day.year:04}-{day.month:02}-{day.day:02}"
            common = self._scalar(scalars.day, typed, line, key)
            if common:
                self.changed(line, key, common.isoformat(), AS_DAY)
            day = common or day
            if common is None:
                return None
        return day if self._plausible(line, key, day, day.isoformat()) else None

    def _serial(self, line: Line, key: str, value: float) -> Day | None:
        """A date whose format was lost, so that the cell shows the number of days."""
        if not (SERIAL_FROM <= value <= SERIAL_TO and float(value).is_integer()):
            self.refuse(scalars.DATE_FORMAT, line, key)
            return None
        first = date(1904, 1, 1) if line.table.sheet.date1904 else date(1899, 12, 30)
        day = first + timedelta(days=int(value))
        if not self._plausible(line, key, day, text_of(value)):
            return None
        self.changed(line, key, day.isoformat(), SERIAL)
        return day

    def _plausible(self, line: Line, key: str, day: Day, typed: str) -> bool:
        first, last = FiscalYear(self.year - OLDEST), FiscalYear(self.year + FARTHEST)
        if first.first_day <= day <= last.last_day:
            return True
        self.refuse(FAR_YEAR, line, key, value=quoted(typed), year=int(self.year))
        return False

    def month(self, line: Line, key: str) -> Month | None:
        """A month, or None where the cell is empty."""
        value = line.value(key)
        if isinstance(value, date):
            day = self._calendar(line, key, value)
            return Month.of(day) if day else None
        text = tidy(text_of(value))
        if is_nothing(text):
            return None
        month = month_in(text, self.year) if len(text) <= LONGEST_MONTH else None
        if month is None:
            self.refuse(scalars.MONTH_FORMAT, line, key)
        elif str(month) != text:
            self.changed(line, key, str(month), AS_MONTH)
        return month

    def choice(self, line: Line, key: str) -> str | None:
        """One of a column's words, or None where the cell is empty."""
        text = " ".join(line.text(key).split())
        value = chosen(line.column(key), text) if folded(text) else None
        if value is None and is_nothing(text):
            return None
        if value is None:
            words = ", ".join(choice.word for choice in line.column(key).choices)
            self.refuse(UNKNOWN_WORD, line, key, allowed=words)
        elif text not in {value, *(c.word for c in line.column(key).choices)}:
            self.changed(line, key, value, AS_CHOICE)
        return value

    def _scalar(
        self,
        convert: Callable[[Scalar], T],
        typed: str,
        line: Line,
        key: str,
        *,
        shown: str = "",
    ) -> T | None:
        """A text by the rules of the content files."""
        try:
            return convert(Scalar(typed, line.place(key), quoted=True))
        except scalars.Unclear as unclear:
            slots = unclear.diagnostic.slots | {"value": quoted(shown or typed)}
            diagnostic = replace(unclear.diagnostic, slots=slots)
            self.account.problems.append(of_column(diagnostic, line.column(key)))
            return None


def baht_in(value: Value) -> Decimal | None:
    """The amount that a cell shows, or None where it shows none for certain."""
    if isinstance(value, bool | date | timedelta) or not isinstance(value, str | int | float):
        return None
    if not isinstance(value, str):
        return Decimal(str(value)).quantize(Decimal("0.01"))
    text = tidy(value)
    if is_nothing(text):
        return None
    bare = UNITS.sub("", text.removeprefix("฿").strip()).strip()
    try:
        return scalars.baht(Scalar(bare, Place(""), quoted=True))
    except scalars.Unclear:
        return None


def _amount(node: Scalar) -> Decimal:
    """Baht within what an agency can spend: a longer number is another column's."""
    amount = scalars.baht(node)
    if amount >= UNBELIEVABLE:
        raise scalars.Unclear(HUGE_AMOUNT.at(node.place, value=quoted(node.text)))
    return amount


def of_column(diagnostic: Diagnostic, column: Column) -> Diagnostic:
    """A diagnostic that also tells which column it is about, and what belongs there."""
    return replace(diagnostic, details={"column": column.head, "help": column.help})


def chosen(column: Column, text: str) -> str | None:
    """The value that a word of a column stands for."""
    return _chosen(column.choices, text)


@lru_cache(maxsize=1024)
def _chosen(choices: tuple[Choice, ...], text: str) -> str | None:
    bare = folded(text)
    for choice in choices:
        if text == choice.value or bare == folded(choice.word):
            return choice.value
        if any(re.fullmatch(pattern, bare) for pattern in choice.also):
            return choice.value
    return None


def day_in(text: str) -> re.Match[str] | None:
    """The first day that a text names, in whatever form."""
    found = [pattern.search(text) for pattern in (DAY_ISO, DAY_WORDS, DAY_NUMBERS)]
    return min((f for f in found if f), key=lambda f: f.start(), default=None)


def month_in(text: str, year: FiscalYear) -> Month | None:
    """The one month that a text names; without a year it is the fiscal year's."""
    iso = re.search(
        r"(?<![0-9])([0-9]{4})-([0-9]{1,2})(?![0-9-])", text.translate(scalars.THAI_DIGITS)
    )
    if iso:
        common = _common(int(iso[1]))
        return Month(common, int(iso[2])) if common and 1 <= int(iso[2]) <= 12 else None
    named = {(_month_number(found["m"]), found["y"]) for found in MONTH_WORDS.finditer(text)}
    if len(named) != 1:
        return None
    number, typed = named.pop()
    if typed is None:
        return next(month for month in year.months if month.number == number)
    common = _common(int(typed) if len(typed) == 4 else CENTURY + int(typed))
    return Month(common, number) if common else None


def _month_number(typed: str) -> int:
    name = re.sub(r"[.\s]", "", typed)
    return int(name) if name.isdigit() else MONTH_NAMES[name]


def _common(year: int) -> int | None:
    """A year of four digits in the common era, where it can be meant in one era only."""
    if eras.FIRST_BUDDHIST_YEAR <= year <= eras.LAST_BUDDHIST_YEAR:
        return eras.common_year(year)
    return year if _is_common(year) else None


def _is_common(year: int) -> bool:
    return eras.FIRST_COMMON_YEAR <= year <= eras.LAST_COMMON_YEAR


SPACES = Words("เอาช่องว่างหรือการขึ้นบรรทัดที่เกินออก", "Spaces and line breaks too many were taken out")
AS_NUMBER = Words("ข้อความเป็นจำนวนเงิน", "A text read as an amount")
ROUNDING = Words("เศษทศนิยมของโปรแกรมตารางคำนวณ", "The spreadsheet's own fraction of a satang")
DIGITS_ALONE = Words("เหลือเฉพาะตัวเลข", "Digits alone")
AS_DAY = Words("วันที่เขียนเป็น ค.ศ. ปี-เดือน-วัน", "A day, written year-month-day in the common era")
SERIAL = Words(
    "เลขลำดับวันของโปรแกรมตารางคำนวณเป็นวันที่", "The spreadsheet's number of days read as a day"
)
AS_MONTH = Words("เดือนเขียนเป็น ค.ศ. ปี-เดือน", "A month, written year-month in the common era")
AS_CHOICE = Words("คำที่เขียนต่างกันเป็นคำเดียวกัน", "Another spelling of one of the allowed words")

NUMBER_IN_TEXT = Rule(
    code="long-number-in-text",
    what=Words('ใน "{column}" มีเลข 13 หลัก', '"{column}" holds a number of 13 digits'),
    why=Words(
        "อาจเป็นเลขประจำตัวประชาชน ซึ่งห้ามเผยแพร่",
        "It may be a national ID, which must never be published",
    ),
    mend=Words("ลบเลขนั้นออกจากช่องนี้", "Delete that number from the cell"),
)
FORMULA_TEXT = Rule(
    code="formula-text",
    what=Words('"{value}" ขึ้นต้นเหมือนสูตร', '"{value}" begins as a formula does'),
    why=Words(
        "ผู้ที่เปิดไฟล์ข้อมูลด้วยโปรแกรมตารางคำนวณจะรันสูตรโดยไม่รู้ตัว",
        "Whoever opens the data in a spreadsheet would run it unknowingly",
    ),
    mend=Words("ลบ = + หรือ @ หน้าข้อความ", "Delete the = + or @ in front"),
)
NOT_MONEY = Rule(
    code="not-money",
    what=Words('"{value}" ใน "{column}" ไม่ใช่จำนวนเงิน', '"{value}" in "{column}" is no amount'),
    why=Words("นำไปรวมหรือเปรียบเทียบไม่ได้", "It cannot be added up or compared"),
    mend=Words("พิมพ์จำนวนบาทเป็นตัวเลข", "Type the baht as a number"),
)
HUGE_AMOUNT = Rule(
    code="huge-amount",
    what=Words('จำนวนเงิน "{value}" มากเกินจริง', 'The amount "{value}" is beyond belief'),
    why=Words(
        "มักเป็นเลขอื่นที่เลื่อนมาอยู่ผิดคอลัมน์", "It is probably another number that slipped into this column"
    ),
    mend=Words("ตรวจว่าคอลัมน์เลื่อนหรือไม่", "Check whether the columns have shifted"),
)
NOT_COUNT = Rule(
    code="not-count",
    what=Words('"{value}" ใน "{column}" ไม่ใช่จำนวนนับ', '"{value}" in "{column}" is no count'),
    why=Words("นำไปรวมไม่ได้", "It cannot be added up"),
    mend=Words("พิมพ์จำนวนเต็ม", "Type a whole number"),
)
LOST_DIGITS = Rule(
    code="lost-digits",
    what=Words(
        '"{value}" ใน "{column}" ถูกย่อเป็นเลขยกกำลัง',
        '"{value}" in "{column}" was shortened to an exponent',
    ),
    why=Words("หลักท้าย ๆ หายไปแล้วและกู้ไม่ได้", "Its last digits are gone and cannot be won back"),
    mend=Words(
        "กำหนดรูปแบบช่องเป็นข้อความ แล้วพิมพ์เลขใหม่ทั้งหมด",
        "Format the cell as text and type the whole number again",
    ),
)
NOT_DIGITS = Rule(
    code="not-digits",
    what=Words(
        '"{value}" ใน "{column}" ไม่ใช่ตัวเลขล้วน', '"{value}" in "{column}" is not digits alone'
    ),
    why=Words("ใช้อ้างถึงในระบบอื่นไม่ได้", "It cannot be looked up elsewhere"),
    mend=Words("ควรเป็น: {help}", "It should be: {help}"),
)
DAY_OR_MONTH = Rule(
    code="day-or-month",
    what=Words(
        'ไม่รู้ว่าใน "{value}" เลขใดเป็นวันและเลขใดเป็นเดือน',
        'Which number of "{value}" is the day and which the month is unclear',
    ),
    why=Words(
        "ปี ค.ศ. มักมากับลำดับแบบอเมริกัน วันที่อาจคลาดไปหลายเดือน",
        "The common era often comes with the American order; the day could be months off",
    ),
    mend=Words("เขียน 5 ต.ค. 2568 หรือ 2025-10-05", "Write year-month-day, such as 2025-10-05"),
)
SHORT_YEAR = Rule(
    code="short-year",
    what=Words(
        'ปีสองหลักใน "{value}" ไม่ใช่ปีใกล้เคียงของ พ.ศ. {year}',
        'The year of two digits in "{value}" is no near one as B.E. {year}',
    ),
    why=Words("อาจหมายถึง พ.ศ. หรือ ค.ศ.", "It could be meant in either era"),
    mend=Words("เขียนปีสี่หลัก เช่น 2568", "Write the year as four digits, such as 2568 (B.E.) or 2025"),
)
FAR_YEAR = Rule(
    code="far-year",
    what=Words(
        'วันที่ "{value}" ห่างจากปีงบประมาณ {year} มาก',
        'The day "{value}" lies far from fiscal year B.E. {year}',
    ),
    why=Words("ปีน่าจะพิมพ์ผิด", "The year is probably a slip"),
    mend=Words("ตรวจปีกับเอกสาร", "Check the year against the document"),
)
UNKNOWN_WORD = Rule(
    code="unknown-word",
    what=Words('ไม่รู้จัก "{value}" ใน "{column}"', '"{value}" is not known in "{column}"'),
    why=Words("คอลัมน์นี้ใช้ได้เฉพาะคำในรายการ", "Only words of a fixed list can stand here"),
    mend=Words("ใช้คำใดคำหนึ่ง: {allowed}", "Use one of: {allowed}"),
)
RULES = (
    NUMBER_IN_TEXT, FORMULA_TEXT, NOT_MONEY, HUGE_AMOUNT, NOT_COUNT, LOST_DIGITS, NOT_DIGITS, DAY_OR_MONTH,
    SHORT_YEAR, FAR_YEAR, UNKNOWN_WORD,
)  # fmt: skip

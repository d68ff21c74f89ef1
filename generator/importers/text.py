"""The bytes of a CSV file → its cells; the encoding and the separator are certain or refused."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Rule, Words
from generator.importers.grid import Sheet, Workbook, whole

if TYPE_CHECKING:
    from generator.importers.grid import Value

SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 32767
"""Characters of a cell, as in Excel: a quotation mark that never closes ends here."""
MISPLACED = re.compile(r"(?:^|[^ก-๎])[ัิ-ฺ็-๎]|[ัิ-ู็-๎]{4}|[เ-ไ](?![ก-ฮ])")
"""Thai vowels and tone marks where no Thai writer puts them: the bytes were no Thai."""
SEPARATOR_STATED = re.compile(r"sep=(.)\n")
"""How Excel tells itself what separates the cells."""
TOLERATED = 0.01
"""Share of misplaced marks that slips of the keyboard explain."""


def table(raw: bytes, name: str) -> Workbook | Diagnostic:
    """A CSV file as a workbook of one sheet."""
    found = decoded(raw)
    if found is None:
        return UNSURE_ENCODING.at(whole(name))
    text, encoding = found
    if "\x00" in text:
        return UNSURE_ENCODING.at(whole(name))
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    separator = _separator(lines)
    if separator is None:
        return UNSURE_SEPARATOR.at(whole(name))
    begin = SEPARATOR_STATED.match(lines)
    rows = _split(lines[begin.end() :] if begin else lines, separator)
    sheet = Sheet(book=name, name="", rows=[[""], *rows] if begin else rows)
    if misquoted := _misquoted(lines, separator):
        return OPEN_QUOTE.at(sheet.place(misquoted, 1))
    return Workbook(name=name, sheets=(sheet,), encoding=encoding, blind=False)


def decoded(raw: bytes) -> tuple[str, str] | None:
    """The text and how it was encoded ("" for UTF-8), or None where that is not certain."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(raw, "utf-16", "UTF-16")
    utf8 = _as(raw, "utf-8-sig", "")
    if utf8 is not None:
        return utf8
    thai = _as(raw, "cp874", "CP874 (TIS-620)")
    return thai if thai is not None and _is_thai(thai[0]) else None


def _as(raw: bytes, encoding: str, name: str) -> tuple[str, str] | None:
    try:
        return raw.decode(encoding).removeprefix("\ufeff"), name
    except UnicodeDecodeError:
        return None


def _is_thai(text: str) -> bool:
    """Whether marks stand on letters: other encodings read as Thai break this everywhere."""
    letters = len(re.findall("[ก-ฮ]", text))
    return letters > 0 and len(MISPLACED.findall(text)) <= TOLERATED * letters


def _separator(text: str) -> str | None:
    """What gives the widest table, if one does alone; or what the first line says."""
    stated = SEPARATOR_STATED.match(text)
    if stated:
        return stated[1]
    widths = {separator: _width(_split(text, separator)) for separator in SEPARATORS}
    widest = max(widths.values())
    best = [separator for separator, width in widths.items() if width == widest]
    return best[0] if widest and (widest == 1 or len(best) == 1) else None


def _split(text: str, separator: str) -> list[list[Value]]:
    """The cells by a separator; none where a cell is longer than a table can hold."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []
    whole = all(len(cell) <= LONGEST_CELL for row in rows for cell in row)
    return [list(row) for row in rows] if whole else []


def _misquoted(text: str, separator: str) -> int:
    """The number of the row in which a quotation mark does not close where a cell ends; 0 if none does.

    The lenient reading would take lines into that cell, to the next mark or to the end.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, _row in enumerate(reader, start=1):  # noqa: B007 - how far it came
            pass
    except csv.Error:
        return number + 1
    return 0


def _width(rows: list[list[Value]]) -> int:
    """How many cells the typical filled line has; title lines are short, so the middle counts."""
    widths = sorted(sum(cell != "" for cell in row) for row in rows if any(row))
    return widths[len(widths) // 2] if widths else 0


UNSURE_ENCODING = Rule(
    code="unsure-encoding",
    what=Words(
        "ไม่แน่ใจว่าไฟล์บันทึกด้วยรหัสอักขระใด", "It is not certain in which encoding the file is saved"
    ),
    why=Words(
        "อักษรไทยอาจกลายเป็นตัวอ่านไม่ออกโดยไม่มีใครเห็น",
        "Thai letters could turn into nonsense without anybody noticing",
    ),
    mend=Words(
        "เปิดด้วย Excel แล้วบันทึกเป็น CSV UTF-8 หรือ XLSX",
        "Open it in Excel and save it as CSV UTF-8 or XLSX",
    ),
)
UNSURE_SEPARATOR = Rule(
    code="unsure-separator",
    what=Words(
        "ไม่แน่ใจว่าไฟล์ CSV คั่นช่องด้วยอะไร", "It is not certain what separates the cells of the CSV"
    ),
    why=Words("ค่าอาจไปอยู่ผิดคอลัมน์", "Values could end up in other columns"),
    mend=Words("บันทึกเป็น XLSX แล้วนำเข้าใหม่", "Save it as XLSX and import that"),
)
OPEN_QUOTE = Rule(
    code="open-quote",
    what=Words(
        'แถวนี้มีเครื่องหมาย " ที่ไม่ปิดตรงท้ายช่อง',
        'In this row a quotation mark (") does not close where its cell ends',
    ),
    why=Words(
        "บรรทัดต่อจากนี้อาจถูกกลืนเข้าไปในช่องเดียวและหายไป",
        "The lines below could be taken into that cell, and be lost",
    ),
    mend=Words(
        'ปิดหรือลบเครื่องหมาย " ในแถวนี้ หรือบันทึกเป็น XLSX แล้วนำเข้าใหม่',
        "Close the mark or delete it, or save the table as XLSX and import that",
    ),
)
RULES = (UNSURE_ENCODING, UNSURE_SEPARATOR, OPEN_QUOTE)

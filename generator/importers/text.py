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
    rows = cells(text.replace("\r\n", "\n").replace("\r", "\n"))
    if rows is None:
        return UNSURE_SEPARATOR.at(whole(name))
    return Workbook(
        name=name, sheets=(Sheet(book=name, name="", rows=rows),), encoding=encoding, blind=False
    )


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


def cells(text: str) -> list[list[Value]] | None:
    """The cells of a CSV text by the separator that gives the widest table, if one does alone."""
    stated = re.match(r"sep=(.)\n", text)
    if stated:
        return [[""], *(_split(text[stated.end() :], stated[1]) or [])]
    split = {separator: _split(text, separator) for separator in SEPARATORS}
    widths = {s: _width(rows) for s, rows in split.items() if rows is not None}
    if not widths:
        return None
    widest = max(widths.values())
    best = [separator for separator, width in widths.items() if width == widest]
    return split[best[0]] if widest == 1 or len(best) == 1 else None


def _split(text: str, separator: str) -> list[list[Value]] | None:
    csv.field_size_limit(LONGEST_CELL)
    try:
        return [list(row) for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        return None


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
RULES = (UNSURE_ENCODING, UNSURE_SEPARATOR)

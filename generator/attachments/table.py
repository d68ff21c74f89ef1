"""CSV files: text that everybody can read, and no spreadsheet runs."""

from __future__ import annotations

import csv
from io import StringIO

from generator.attachments.refusal import FILE_DAMAGED, FILE_HIDES, Refused
from generator.diagnostics import Words

NOT_UTF8 = Words("ไม่ได้บันทึกเป็น CSV UTF-8", "it is not saved as CSV UTF-8")
FORMULA = Words("ช่องที่ขึ้นต้นเหมือนสูตร", "a cell that begins like a formula")
TYPED = Words("ลบเครื่องหมาย = + - @ หน้าข้อความ", "Take away the = + - @ in front of the words")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula, some also where the sign is a wide one."""


def clean(content: bytes) -> tuple[bytes, tuple[Words, ...]]:
    """The table as it is; there is nothing in a CSV that is not seen."""
    try:
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refused(FILE_DAMAGED, reason=NOT_UTF8) from error
    for number, row in enumerate(rows, 1):
        if any(cell.startswith(FORMULA_STARTS) and not _is_number(cell) for cell in row):
            raise Refused(FILE_HIDES, f"{number}", what=FORMULA, hint=TYPED)
    return content, ()


def _is_number(cell: str) -> bool:
    return cell.strip("+-").replace(",", "").replace(".", "", 1).isdigit() or cell == "-"

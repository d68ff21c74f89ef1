"""The lines of a table: what is data, and what only stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.importers.account import Account, Left
from generator.importers.columns import folded, tidy
from generator.importers.grid import quoted, text_of
from generator.importers.totals import Sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.columns import Column
    from generator.importers.grid import Area, Value
    from generator.importers.headers import Table

TOTAL = re.compile(
    r"(ยอด)?รวม(ยอด|เงิน|จำนวน|เป็น|ราคา|วงเงิน|สัญญา|โครงการ|รายการ|เดือน|ไตรมาส|ปี|งบประมาณ|ทั้ง|สิ้น|หมด|นี้|[0-9]|ก\S?ค|ม\S?ค|ต\S?ค|พ\S?ย|ธ\S?ค|ส\S?ค|ก\S?ย|ก\S?พ|ม\S?ย|พ\S?ค)*|(grand|sub)?totals?"
)
NOTE = re.compile(
    r"(ลงชื่อ|ลงนาม|หมายเหตุ|ผู้รายงาน|ผู้จัดทำ|ผู้ตรวจ|ผู้รับรอง|ผู้อนุมัติ|ตรวจแล้ว|ข้อมูลณวันที่|ข้อมูลนำออกเมื่อ|ที่มา|ตำแหน่ง|note|source)"
)
"""How lines below a table begin that belong to nobody's data."""


@dataclass(slots=True)
class Line:
    """One line of a table."""

    table: Table
    row: int
    spread: dict[str, Value]
    """Values of cells merged over several lines, which hold for this one too."""

    def value(self, key: str) -> Value:
        """What stands in a column; an empty text where there is no such column."""
        column = self.table.columns.get(key)
        if column is None:
            return ""
        value = self.table.sheet.value(self.row, column)
        return self.spread.get(key, "") if value == "" else value

    def text(self, key: str) -> str:
        """What stands in a column, as text without what cannot be seen."""
        return tidy(text_of(self.value(key)))

    def place(self, key: str = "") -> Place:
        """Where a column's cell is; the first of ours where the line itself is meant."""
        columns = self.table.columns
        return self.table.sheet.place(self.row, columns.get(key) or min(columns.values()))

    def column(self, key: str) -> Column:
        """The column of the form."""
        return self.table.form.column(key)

    @property
    def filled(self) -> frozenset[str]:
        """The keys of the columns in which something stands."""
        return frozenset(key for key in self.table.columns if self.text(key))


def lines(
    table: Table, account: Account, *, keeps: re.Pattern[str] | None = None
) -> Iterator[Line]:
    """The lines with data, from the top; the rest is told and left out.

    `keeps` marks text that is data though it stands alone, such as "nothing was bought".
    """
    merged, sums = _spread(table), Sums(table)
    below = False
    for row in range(table.last_head + 1, len(table.sheet.rows) + 1):
        cells = _cells(table, row)
        if not cells:
            continue
        why = _aside(table, cells, below=below, keeps=keeps)
        if why is None:
            sums.add(row)
            yield Line(table, row, merged.get(row, {}))
            continue
        below = below or why is NOTES
        if why is TOTALS:
            sums.compare(row, account)
        column = next(iter(cells))
        shown = " │ ".join(quoted(value) for value in cells.values())
        account.left.append(Left(table.sheet.place(row, column), quoted(shown), why))


def _cells(table: Table, row: int) -> dict[int, Value]:
    """The cells of a row that hold something that can be seen."""
    return {
        column: value
        for column, value in enumerate(table.sheet.rows[row - 1], start=1)
        if value != "" and (not isinstance(value, str) or tidy(value))
    }


def _aside(
    table: Table, cells: dict[int, Value], *, below: bool, keeps: re.Pattern[str] | None
) -> Words | None:
    """Why a row is no line of data, or None where it is one."""
    texts = {column: folded(text_of(value)) for column, value in cells.items()}
    first = next(iter(texts.values()))
    if keeps and any(keeps.fullmatch(text) for text in texts.values()):
        return None
    if _is_head_again(table, texts):
        return HEAD_AGAIN
    if _counts_columns(texts):
        return COLUMN_NUMBERS
    words = [text for text in texts.values() if text and not text.isdecimal()]
    if words and all(TOTAL.fullmatch(text) for text in words):
        return TOTALS
    if not any(texts.values()):
        return RULED_LINE
    if len(cells) <= 3 and (below or NOTE.match(first)):
        return NOTES
    name = table.columns[table.form.name]
    alone = len(cells) == 1 and name not in cells and not _belongs(table, cells)
    return ASIDE_TEXT if alone else None


def _belongs(table: Table, cells: dict[int, Value]) -> bool:
    """Whether a single cell continues the line above: a further bidder or price."""
    (column,) = cells
    keys = {at: key for key, at in table.columns.items()}
    first = min(table.columns.values())
    return column in keys and column != first


def _is_head_again(table: Table, texts: dict[int, str]) -> bool:
    same = sum(
        bool(text) and table.heads.get(column, "").startswith(text) and len(text) > 2
        for column, text in texts.items()
    )
    return same >= 3 or (len(texts) == same and same > 1)


def _counts_columns(texts: dict[int, str]) -> bool:
    """(1) (2) (3) … below the head."""
    values = list(texts.values())
    return (
        len(values) > 3
        and all(v.isdigit() and int(v) < 40 for v in values)
        and ([int(v) for v in values] == list(range(int(values[0]), int(values[0]) + len(values))))
    )


def _spread(table: Table) -> dict[int, dict[str, Value]]:
    """Cells merged over lines that are not the name's own: their value holds for each line."""
    keys = {column: key for key, column in table.columns.items()}
    names = [area for area in table.sheet.merged if area.left == table.columns[table.form.name]]
    whole = {(area.top, area.bottom) for area in names}
    found: dict[int, dict[str, Value]] = {}
    for area in table.sheet.merged:
        if area.left not in keys or area.bottom == area.top or area.top <= table.last_head:
            continue
        if (area.top, area.bottom) in whole:
            continue
        _fill(table, area, keys[area.left], found)
    return found


def _fill(table: Table, area: Area, key: str, found: dict[int, dict[str, Value]]) -> None:
    value = table.sheet.value(area.top, area.left)
    last = min(area.bottom, len(table.sheet.rows))
    for row in range(area.top + 1, last + 1):
        found.setdefault(row, {})[key] = value


def required(line: Line, account: Account) -> bool:
    """Whether every column that the form requires is filled in; all that are not, told."""
    missing = [
        column
        for column in line.table.form.columns
        if column.required and column.key in line.table.columns and not line.text(column.key)
    ]
    account.problems.extend(missing_cell(line, column) for column in missing)
    return not missing


def missing_cell(line: Line, column: Column) -> Diagnostic:
    """The message for an empty cell that must be filled in."""
    return MISSING_CELL.at(line.place(column.key), column=column.head, help=column.help)


HEAD_AGAIN = Words("หัวตารางซ้ำ", "The head of the table again")
COLUMN_NUMBERS = Words("เลขที่คอลัมน์", "Numbers of the columns")
TOTALS = Words("แถวยอดรวม คำนวณใหม่จากรายการเสมอ", "A row of totals; totals are always computed")
RULED_LINE = Words("แถวเส้นคั่น", "A ruled line")
NOTES = Words("ข้อความท้ายตาราง", "Text below the table")
ASIDE_TEXT = Words("ข้อความที่ไม่ใช่รายการ", "Text that is no line of the table")

MISSING_CELL = Rule(
    code="missing-cell",
    what=Words('ไม่ได้กรอก "{column}"', '"{column}" is not filled in'),
    why=Words("รายการนี้จึงไม่ครบ", "So this line is not whole"),
    mend=Words("กรอก: {help}", "Fill in: {help}"),
)
NOTHING_FILLED_IN = Rule(
    code="nothing-filled-in",
    what=Words("ใต้หัวตารางไม่มีรายการ", "There are no lines below the head"),
    why=Words(
        "จะได้ปีที่ว่างเปล่า ซึ่งอ่านเหมือนไม่มีอะไรเกิดขึ้นเลย",
        "It would make an empty year, which reads as if nothing had happened",
    ),
    mend=Words(
        "ตรวจว่าเลือกไฟล์ที่กรอกแล้วและบันทึกแล้ว",
        "Check that it is the file that was filled in, and that it was saved",
    ),
)
RULES = (MISSING_CELL, NOTHING_FILLED_IN)

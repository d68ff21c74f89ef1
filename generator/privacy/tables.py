"""Tables of cells, where the head of a column says what stands below it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, count
from typing import TYPE_CHECKING

from generator.privacy.finding import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.diagnostics import Place

CELL = "\x1f"
"""Stands between cells, so that a number can be found that is spread over several."""
ROW = "\n\x1e\n"
"""Stands between rows, over which nothing is read together."""
TELLING = re.compile(
    r"โทร|เบอร์|มือถือ|phone|mobile|บัญชี|ธนาคาร|account|bank|ประชาชน|ประจำตัว|national.?id|citizen|ภาษี|(?<![A-Za-z])tax|ไลน์|(?<![A-Za-z])line.?id|"
    r"หนังสือเดินทาง|passport|เกิด|birth|ทะเบียน|ที่อยู่|บ้านเลขที่|address|นักเรียน|ผู้ป่วย|(?<![A-Za-z])HN\b",
    re.IGNORECASE,
)
"""Heads without which a cell is only a number; they are read before each cell below them."""
SUPPLIERS = re.compile(
    r"supplier|bidder|ผู้เสนอราคา|ผู้ได้รับการคัดเลือก|ผู้ประกอบการ|คู่สัญญา|ผู้ขาย|ผู้รับจ้าง|ผู้ชนะ|ผู้ค้า|winner|contractor",
    re.IGNORECASE,
)
PERSONS = re.compile(
    r"ชื่อ.{0,8}สกุล|รายชื่อ|ชื่อ ?(?:ผู้(?:ร้อง|ป่วย|รับ|สมัคร|เข้า|ถูก|เสีย|มี|สูงอายุ|พิการ|ปกครอง)|นักเรียน|เด็ก|บิดา|มารดา)|full.?name|(?<![A-Za-z])name of (?:person|student|patient)",
    re.IGNORECASE,
)
OFFICES = re.compile(r"ตำแหน่ง|position|ผู้รับผิดชอบ", re.IGNORECASE)
PERSON = re.compile(
    r"(?:[ก-ฮเแโใไ][ก-์]{1,24}|[A-Z][a-z]+)[ ]{1,3}(?:[ก-ฮเแโใไ][ก-์]{1,24}|[A-Z][a-z]+)"
)


class Table:
    """Rows of cells as one text, in which a cell can be found again."""

    def __init__(self, rows: list[list[str]], place: Callable[[int, int], Place]) -> None:
        self.rows = rows
        self.place = place
        """The place of a cell by its row and column, from 0."""
        self.heads: dict[int, str] = {}
        top = [list(map(self._head, count(), cells)) for cells in rows[:HEAD_ROWS]]
        self.telling = {c: head for c, head in self.heads.items() if TELLING.search(head)}
        said = [*map(CELL.join, top), *map(self._joined, rows[HEAD_ROWS:])]
        self.starts = [0, *accumulate(len(row) + len(ROW) for row in said)]
        """Where each row starts in the text."""
        self.text = "".join(row + ROW for row in said)

    def _head(self, column: int, cell: str) -> str:
        """A cell near the top, where short words are heads and all else stands below a head."""
        if len(cell) < HEAD_LENGTH and not NUMBERED.search(cell):
            if cell and not PERSON.fullmatch(cell):
                self.heads[column] = f"{self.heads.get(column, '')} {cell}".strip()
            return cell
        head = self.heads.get(column, "")
        return f"{head}: {cell}" if TELLING.search(head) else cell

    def _joined(self, cells: list[str]) -> str:
        """A row below the heads; those that matter are read before their cells."""
        if not self.telling:
            return CELL.join(cells)
        said = list(cells)
        for column, head in self.telling.items():
            if column < len(cells) and cells[column]:
                said[column] = f"{head}: {cells[column]}"
        return CELL.join(said)

    def at(self, offset: int) -> tuple[int, int]:
        """The row and column of a character of the text."""
        row = max(0, bisect_right(self.starts, offset) - 1)
        return row, self.text.count(CELL, self.starts[row], offset)

    def tells_post(self, row: int) -> bool:
        """Whether a row of a list of officials says which post somebody holds."""
        columns = (c for c, head in self.heads.items() if OFFICES.search(head))
        return any(c < len(self.rows[row]) and self.rows[row][c].strip() for c in columns)

    def lists_suppliers(self, column: int) -> bool:
        """Whether a column names whom the agency buys from."""
        return SUPPLIERS.search(self.heads.get(column, "")) is not None


NUMBERED = re.compile(r"\d{3}")
HEAD_ROWS = 8
"""Rows in which heads stand, below titles and broken over several lines."""
HEAD_LENGTH = 60


def rolls(table: Table) -> Iterator[Finding]:
    """Columns of persons' names, with or without titles; a list of officials has a position column."""
    if any(OFFICES.search(head) for head in table.heads.values()):
        return
    for column, head in table.heads.items():
        if PERSONS.search(head) and not SUPPLIERS.search(head):
            yield from _roll(table, column)


def _roll(table: Table, column: int) -> Iterator[Finding]:
    named = [
        (row, cells[column].strip())
        for row, cells in enumerate(table.rows)
        if column < len(cells) and PERSON.fullmatch(cells[column].strip())
    ]
    if named:
        row, first = named[0]
        start = table.text.index(first, table.starts[row])
        value = "\n".join(name for _, name in named)
        yield Finding(Kind.ROLL, start, start + len(first), value)

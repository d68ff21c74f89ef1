"""Tables of cells, where the head of a column says what stands below it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Table:
    """Rows of cells as one text."""

    rows: list[list[str]]
    place: Callable[[int, int], Place]
    """The place of a cell by its row and column, from 0."""
    text: str = ""
    starts: list[int] = field(default_factory=list)
    cells: list[tuple[int, int]] = field(default_factory=list)
    heads: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Join the cells; what stands at the top of a column leads to each cell below it."""
        parts: list[str] = []
        length = 0
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                head = self._telling(row, column, cell)
                said = f"{head}: {cell}" if head else cell
                self.starts.append(length)
                self.cells.append((row, column))
                parts += [said, CELL if column + 1 < len(cells) else ROW]
                length += len(said) + len(parts[-1])
        self.text = "".join(parts)

    def _telling(self, row: int, column: int, cell: str) -> str:
        """The head of a column where it matters for the cell; cells of words are heads themselves."""
        if row < HEAD_ROWS and len(cell) < HEAD_LENGTH and not re.search(r"\d{3}", cell):
            if cell and not PERSON.fullmatch(cell):
                self.heads[column] = f"{self.heads.get(column, '')} {cell}".strip()
            return ""
        head = self.heads.get(column, "")
        return head if cell and TELLING.search(head) else ""

    def at(self, offset: int) -> tuple[int, int]:
        """The row and column of a character of the text."""
        return self.cells[max(0, bisect_right(self.starts, offset) - 1)]

    def lists_suppliers(self, column: int) -> bool:
        """Whether a column names whom the agency buys from."""
        return SUPPLIERS.search(self.heads.get(column, "")) is not None


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
        (start, table.rows[row][place])
        for start, (row, place) in zip(table.starts, table.cells, strict=True)
        if place == column and PERSON.fullmatch(table.rows[row][place].strip())
    ]
    if named:
        start, first = named[0]
        value = "\n".join(name for _, name in named)
        yield Finding(Kind.ROLL, start, start + len(first), value)

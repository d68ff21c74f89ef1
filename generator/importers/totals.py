"""Rows of totals: never data, but compared with what the lines above them add up to.

An officer's total that differs tells of a line that fell out, or of amounts typed as text, which a
spreadsheet's SUM passes over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Severity, Words
from generator.formats import plain
from generator.importers.columns import Kind
from generator.importers.values import baht_in, of_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.account import Account
    from generator.importers.columns import Column
    from generator.importers.headers import Table

ZERO = Decimal(0)


@dataclass(slots=True)
class Sums:
    """What the money columns of a table add up to, line by line."""

    table: Table
    whole: dict[str, Decimal] = field(default_factory=dict)
    """Since the head of the table."""
    before: dict[str, Decimal] = field(default_factory=dict)
    """As far as the last row of totals."""
    money: tuple[tuple[Column, int], ...] = ()
    """The columns with amounts, and where they stand."""

    def __post_init__(self) -> None:
        """Finds the columns with amounts once."""
        found = ((self.table.form.column(key), at) for key, at in self.table.columns.items())
        self.money = tuple((column, at) for column, at in found if column.kind is Kind.MONEY)

    def add(self, row: int) -> None:
        """A line of data, each amount as its own cell has it."""
        for column, amount in self._amounts(row):
            self.whole[column.key] = self.whole.get(column.key, ZERO) + amount

    def compare(self, row: int, account: Account) -> None:
        """A row of totals: of the lines since the last such row, or of all so far."""
        for column, stated in self._amounts(row):
            whole = self.whole.get(column.key, ZERO)
            if stated in {whole, whole - self.before.get(column.key, ZERO)}:
                continue
            place = self.table.sheet.place(row, self.table.columns[column.key])
            found = TOTAL_DIFFERS.at(
                place, column=column.head, stated=_shown(stated), computed=_shown(whole)
            )
            account.doubts.append(of_column(found, column))
        self.before = dict(self.whole)

    def _amounts(self, row: int) -> Iterator[tuple[Column, Decimal]]:
        for column, at in self.money:
            amount = baht_in(self.table.sheet.value(row, at))
            if amount is not None:
                yield column, amount


def _shown(amount: Decimal) -> str:
    return f"{Decimal(plain(amount)):,}"


TOTAL_DIFFERS = Rule(
    code="total-differs",
    severity=Severity.WARNING,
    what=Words(
        'แถวยอดรวมระบุ "{column}" {stated} บาท แต่รายการในตารางรวมได้ {computed} บาท',
        'The row of totals says {stated} baht for "{column}"; the lines add up to {computed} baht',
    ),
    why=Words(
        "เว็บไซต์ใช้ผลรวมจากรายการเสมอ แต่ยอดที่ต่างกันมักแปลว่ามีรายการตกหล่น หรือจำนวนเงินพิมพ์เป็นข้อความซึ่งสูตร SUM ไม่นับ",
        "The site always adds up the lines itself; a difference often means that a line fell out, or that amounts are typed as text, which SUM passes over",
    ),
    mend=Words(
        "เทียบจำนวนรายการกับต้นฉบับ ถ้ารายการครบแล้ว แก้ยอดรวมในไฟล์",
        "Compare the lines with the original; if all are there, mend the total in the file",
    ),
)
RULES = (TOTAL_DIFFERS,)

"""Addresses that no longer hold what they held: moved to another page, or withdrawn (`moved.yml`).

An assessor, a newspaper, a court file keep addresses for years. Source: the assessment looks only at
what stands behind the address that was entered; nothing may be added later.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from generator.model.base import Record, Text, record, told
from generator.model.eras import Day


@record
class Redirect(Record):
    """A page that stands elsewhere now; the old address leads there."""

    from_: str = told(
        "ที่อยู่เดิม ใต้หน้าแรก เช่น plan/2566", "Old address below the home page, such as plan/2566"
    )
    below: bool = told(
        "รวมทุกที่อยู่ที่อยู่ใต้ที่อยู่เดิมด้วย", "Also every address below the old one", default=False
    )
    to: str = told("ที่อยู่ใหม่ เช่น plan หรือ plan#items", "New address, such as plan or plan#items")
    on: Day = told("วันที่ย้าย", "Day of the move")


@record
class Withdrawn(Record):
    """A page that was taken away; its address says so, and why."""

    address: str = told(
        "ที่อยู่ใต้หน้าแรก เช่น items/p-09", "Address below the home page, such as items/p-09"
    )
    below: bool = told("รวมทุกที่อยู่ที่อยู่ใต้ที่อยู่นี้ด้วย", "Also every address below it", default=False)
    title: Text = told("สิ่งที่เคยอยู่ที่นี่", "What stood there")
    on: Day = told("วันที่ถอนออก", "Day of the withdrawal")
    why: Text = told("เหตุผล แสดงบนหน้าเว็บ", "The reason, shown on the page")


@record
class Moved(Record):
    """Everything that `moved.yml` holds."""

    redirects: tuple[Redirect, ...] = told("หน้าที่ย้าย", "Pages that moved", default=())
    withdrawn: tuple[Withdrawn, ...] = told("หน้าที่ถอนออก", "Pages that were withdrawn", default=())

    def old(self) -> Iterator[tuple[str, Redirect | Withdrawn]]:
        """The old addresses as they are written, with what became of each."""
        yield from ((one.from_, one) for one in self.redirects)
        yield from ((one.address, one) for one in self.withdrawn)

    def told_of(
        self, published: Iterable[str], in_use: Container[str]
    ) -> dict[str, Redirect | Withdrawn]:
        """Every old address with what became of it, those below it included that were published."""
        told = dict(self.old())
        for address in published:
            above = (told[over] for over in _above(address) if over in told and told[over].below)
            entry = next(above, None)
            if entry and address not in told and address not in in_use:
                told[address] = entry
        return told


def _above(address: str) -> Iterator[str]:
    """The addresses above one, the nearest first: `ita/2566` above `ita/2566/o5`."""
    while "/" in address:
        address = address.rpartition("/")[0]
        yield address

"""Addresses that no longer hold what they held: moved to another page, or withdrawn (`moved.yml`).

An assessor, a newspaper, a court file keep addresses for years. Source: the assessment looks only at
what stands behind the address that was entered; nothing may be added later.
"""

from __future__ import annotations

from generator.model.base import Record, Text, record, told
from generator.model.eras import Day


@record
class Redirect(Record):
    """A page that stands elsewhere now; the old address leads there."""

    from_: str = told(
        "ที่อยู่เดิม ใต้หน้าแรก เช่น plan/2566", "Old address below the home page, such as plan/2566"
    )
    to: str = told("ที่อยู่ใหม่ เช่น plan หรือ plan#items", "New address, such as plan or plan#items")
    on: Day = told("วันที่ย้าย", "Day of the move")


@record
class Withdrawn(Record):
    """A page that was taken away; its address says so, and why."""

    address: str = told(
        "ที่อยู่ใต้หน้าแรก เช่น items/p-09", "Address below the home page, such as items/p-09"
    )
    title: Text = told("สิ่งที่เคยอยู่ที่นี่", "What stood there")
    on: Day = told("วันที่ถอนออก", "Day of the withdrawal")
    why: Text = told("เหตุผล แสดงบนหน้าเว็บ", "The reason, shown on the page")


@record
class Moved(Record):
    """Everything that `moved.yml` holds."""

    redirects: tuple[Redirect, ...] = told("หน้าที่ย้าย", "Pages that moved", default=())
    withdrawn: tuple[Withdrawn, ...] = told("หน้าที่ถอนออก", "Pages that were withdrawn", default=())

    @property
    def addresses(self) -> frozenset[str]:
        """The old addresses."""
        return frozenset(
            [*(one.from_ for one in self.redirects), *(one.address for one in self.withdrawn)]
        )

"""Addresses never vanish: each that was published leads to a page, to its new place or to a reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Words
from generator.model.moved import Redirect

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.diagnostics import Diagnostic, Place
    from generator.model.disclosure import Disclosure
    from generator.model.evidence import ReleaseLedger

ADDRESS = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*")
"""How pages are addressed: lower-case words between slashes, nothing that leaves the site."""


def moved_addresses(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """An old address is written as pages are, and stands once."""
    first: dict[str, Place] = {}
    for address, place in _old(disclosure):
        if not ADDRESS.fullmatch(address):
            yield ADDRESS_FORMAT.at(place, address=address)
        if address in first:
            line = first[address].line
            yield MOVED_TWICE.at(place, address=address, line=line)
        first.setdefault(address, place)


def _old(disclosure: Disclosure) -> Iterator[tuple[str, Place]]:
    for address, entry in disclosure.moved.old():
        yield (
            address,
            entry.locate("from_") if isinstance(entry, Redirect) else entry.locate("address"),
        )


def moved_against(disclosure: Disclosure, pages: Collection[str]) -> Iterator[Diagnostic]:
    """What moved leads to a page of the site, and no page stands where something moved away."""
    for redirect in disclosure.moved.redirects:
        if redirect.to.partition("#")[0] not in pages:
            yield MOVED_NOWHERE.at(redirect.locate("to"), address=redirect.to)
    for address, place in _old(disclosure):
        if address in pages:
            yield MOVED_TAKEN.at(place, address=address)
    yield from _vanished(disclosure, pages)


def _vanished(disclosure: Disclosure, pages: Collection[str]) -> Iterator[Diagnostic]:
    """Every address that a release wrote down still leads somewhere."""
    ledger = disclosure.ledger
    if ledger is None:
        return
    told = disclosure.moved.told_of(ledger.addresses, pages)
    for address in ledger.addresses:
        if address not in pages and address not in told:
            yield ADDRESS_VANISHED.at(
                ledger.locate("addresses"), address=address, items=_endangered(ledger, address)
            )


def _endangered(ledger: ReleaseLedger, address: str) -> Words:
    """The items of which something stood there."""
    items = [
        (entry.item, int(entry.year))
        for entry in ledger.items
        if address in entry.pages or address == f"ita/{int(entry.year)}/{entry.item.lower()}"
    ]
    if items:
        return Words(
            ", ".join(f"{item} ({year})" for item, year in items),
            ", ".join(f"{item} (B.E. {year})" for item, year in items),
        )
    year = re.fullmatch(r"ita/(2\d{3})(/.*)?", address)
    if year:
        return Words(f"ทุกข้อของปี {year[1]}", f"all of B.E. {year[1]}")
    return Words("ไม่มี", "none")


ADDRESS_FORMAT = Rule(
    code="address-format",
    what=Words('"{address}" ไม่ใช่ที่อยู่ของหน้าเว็บ', '"{address}" is no address of a page'),
    why=Words(
        "จะไม่มีหน้าอยู่ที่ที่อยู่เดิม ผู้ที่เก็บลิงก์ไว้จะไม่พบอะไร",
        "No page would stand at the old address; who kept it would find nothing",
    ),
    mend=Words(
        "เขียนเป็นตัวพิมพ์เล็กคั่นด้วย / โดยไม่มี index.html เช่น plan/2566",
        "Write lower-case words between slashes, without index.html, such as plan/2566",
    ),
)
MOVED_TWICE = Rule(
    code="moved-twice",
    what=Words(
        'ที่อยู่ "{address}" มีแล้วที่บรรทัด {line}', 'The address "{address}" already stands in line {line}'
    ),
    why=Words("ไม่รู้ว่าหน้านั้นย้ายไปที่ใด", "It is unclear where that page went"),
    mend=Words("เหลือไว้ครั้งเดียว", "Keep one of them"),
)
MOVED_NOWHERE = Rule(
    code="moved-nowhere",
    what=Words('ไม่มีหน้าเว็บที่ "{address}"', 'There is no page at "{address}"'),
    why=Words("ที่อยู่เดิมจะพาไปหน้าที่ไม่มี", "The old address would lead to nothing"),
    mend=Words(
        "ใช้ที่อยู่ของหน้าที่มี หรือย้ายรายการไปไว้ใน withdrawn",
        "Use the address of a page that there is, or list it under withdrawn",
    ),
)
MOVED_TAKEN = Rule(
    code="moved-taken",
    what=Words(
        'ที่ "{address}" ยังมีหน้าเว็บอยู่', 'A page still stands at "{address}", which is said to be old'
    ),
    why=Words("สองหน้าจะอยู่ที่อยู่เดียวกัน", "Two pages would share one address"),
    mend=Words("ลบรายการนี้ออกจาก moved.yml", "Delete the entry in moved.yml"),
)
ADDRESS_VANISHED = Rule(
    code="address-vanished",
    what=Words(
        'หน้า "{address}" ที่เคยเผยแพร่หายไป (ข้อ ITA ที่กระทบ: {items})',
        'The page "{address}" was published and is gone (endangered ITA items: {items})',
    ),
    why=Words(
        "ที่อยู่ที่ยื่นไว้ในการประเมินต้องเปิดได้เสมอ ผู้ประเมินดูเฉพาะที่อยู่เดิม",
        "An address that was handed in must open for good; an assessor looks at no other",
    ),
    mend=Words(
        "เพิ่มใน moved.yml: redirects หากย้าย หรือ withdrawn พร้อมเหตุผลหากถอนออก",
        "Add it to moved.yml: under redirects if it moved, under withdrawn with a reason if it was taken away",
    ),
)

CHECKS = (moved_addresses,)
RULES = (ADDRESS_FORMAT, MOVED_TWICE, MOVED_NOWHERE, MOVED_TAKEN, ADDRESS_VANISHED)

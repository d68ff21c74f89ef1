"""Lasting ids of purchases: the e-GP number, else the contract's number, else a digest of the title."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.importers.columns import folded
from generator.load.scalars import THAI_DIGITS
from generator.model.base import Id

if TYPE_CHECKING:
    from generator.model.eras import FiscalYear, Month

_LETTERS = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤๆฯ",
        [
            "k",
            "kh",
            "khx",
            "kha",
            "khax",
            "gh",
            "ng",
            "j",
            "ch",
            "cha",
            "z",
            "chx",
            "y",
            "dx",
            "tx",
            "thx",
            "dhx",
            "dh",
            "nx",
            "d",
            "t",
            "th",
            "tha",
            "dha",
            "n",
            "b",
            "p",
            "ph",
            "f",
            "pha",
            "fa",
            "bh",
            "m",
            "y",
            "r",
            "l",
            "w",
            "sx",
            "sha",
            "s",
            "h",
            "lx",
            "o",
            "ha",
            "rue",
            "rep",
            "etc",
        ],
        strict=True,
    )
)
"""One Latin spelling for each Thai consonant: enough to tell the prefixes of contract numbers apart."""


def process_id(
    egp: str | None, year: FiscalYear, number: str | None, month: Month, title: str
) -> Id:
    """The id of a purchase; the same workbook always gives the same ids."""
    if egp:
        return Id(egp)
    name = slug(number) if number else ""
    if name:
        return Id(f"{int(year)}-{name}")
    digest = hashlib.sha256(folded(title).encode("utf-8")).hexdigest()[:8]
    return Id(f"{month}-{digest}")


def slug(number: str) -> str:
    """จ. 12/2569 → j-12-2569."""
    latin = "".join(_latin(character) for character in number.translate(THAI_DIGITS).lower())
    return "-".join(re.findall("[a-z0-9]+", latin))


def _latin(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    return "" if "ฯ" <= character <= "๛" else character


def natural(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which 2569-j-9 comes before 2569-j-12."""
    parts = re.findall(r"\d+|\D+", identifier)
    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts)

"""Names and prices that stand together in one cell, as form สขร.1 wants them: taken apart, or refused."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importers.columns import tidy
from generator.importers.values import is_nothing

_DIGIT = "[0-9๐-๙]"
AMOUNT = rf"(?:{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+|{_DIGIT}+)(?:\.{_DIGIT}+)?"
PREFIX = r"(?:บริษัท|บมจ\.?|บจก\.?|บจ\.|ห้างหุ้นส่วน|หจก\.?|หสน\.?|ร้าน|นาย|นางสาว|นาง|น\.ส\.|สหกรณ์|มูลนิธิ|วิสาหกิจ|กิจการ|อู่|โรงพิมพ์)"
"""How a supplier's name begins."""
_NUMBERING = rf"\(?{_DIGIT}{{1,2}}[.)]\)?(?!{_DIGIT})\s*"
_BREAKS = re.compile(
    rf"\n|;|(?<=บาท)(?:ถ้วน)?[\s,]+(?=\S)|(?<=\.-)[\s,]+(?=\S)"
    rf"|(?:(?<=\s)|(?<=^))(?={_NUMBERING}\S)"
    rf"|(?:(?<=,{_DIGIT}{_DIGIT}{_DIGIT})|(?<=\.{_DIGIT}{_DIGIT}))\s*[,/]?\s*(?:และ|กับ)?\s*(?={PREFIX})"
)
_ENTRY = re.compile(
    rf"^(?P<name>.*?)(?P<gap>[\s:=/,\-–(]*)"
    rf"(?P<word>(?:(?:โดย)?(?:ที่)?เสนอ|ตกลง|เป็น)?\s*(?:ราคาที่เสนอ|ราคาที่ตกลง|ราคา|เป็นเงิน|จำนวนเงิน|จำนวน|วงเงิน|เงิน)?[\s:=]*)"
    rf"(?P<amount>-?{AMOUNT})\s*(?P<unit>บาท\s*(?:ถ้วน)?|\.-|,-|\.–|-|฿|THB)?\s*\)?\.?$",
    re.IGNORECASE,
)


LONGEST_ENTRY = 500
"""Characters of one name with its price; what is longer names nobody, and would take long to read."""


class Party(NamedTuple):
    """A name with its price, as text; the price is empty where there is none."""

    name: str
    price: str


class Unsure(NamedTuple):
    """A part of a cell that can be read in two ways."""

    part: str


def parties(cell: str) -> list[Party] | Unsure:
    """Everybody whom a cell names, each with the price that stands beside or below the name."""
    found: list[Party] = []
    for part in _parts(cell):
        entry = _entry(part)
        if isinstance(entry, Unsure):
            return entry
        if entry.name and (not found or _begins(part, found[-1])):
            found.append(entry)
        elif not found or (entry.price and found[-1].price):
            return Unsure(part)
        else:
            name = " ".join(filter(None, (found[-1].name, entry.name)))
            found[-1] = Party(name, entry.price or found[-1].price)
    return found


def _parts(cell: str) -> list[str]:
    text = tidy(cell)
    if is_nothing(text):
        return []
    parts = (part.strip(" ,/\t") for part in _BREAKS.split(text))
    return [part for part in parts if part and not is_nothing(part)]


def _begins(part: str, last: Party) -> bool:
    """Whether a part begins another name: the last has its price, or a title or number stands here."""
    return bool(last.price or re.match(rf"(?:{_NUMBERING})?{PREFIX}|{_NUMBERING}", part))


def _entry(part: str) -> Party | Unsure:
    bare = re.sub(rf"^{_NUMBERING}", "", part)
    if len(bare) > LONGEST_ENTRY:
        return Unsure(part[:LONGEST_ENTRY])
    found = _ENTRY.match(bare)
    if not found:
        return Party(_name(bare), "")
    name, amount = _name(found["name"]), found["amount"]
    alone = not name and (not re.search(r"[ก-๎A-Za-z]", found["gap"]))
    certain = found["unit"] or found["word"].strip() or re.search("[,.]", amount)
    if alone or certain or re.search("[:=/(]", found["gap"]):
        return Party(name, amount)
    if found["gap"].isspace():
        return Unsure(part)
    return Party(_name(bare), "")


def _name(text: str) -> str:
    stripped = text.strip(" :=/,-–")
    if stripped.count("(") < stripped.count(")"):
        stripped = stripped.removesuffix(")")
    if stripped.count("(") > stripped.count(")"):
        stripped = stripped.removesuffix("(").strip()
    return " ".join(stripped.split())

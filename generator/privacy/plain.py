"""A text without disguises, which knows where each of its characters stood.

Thai, full-width and other digits become 0–9, every kind of space and dash one kind, characters
without a shape disappear, entities of HTML and escapes of YAML become what they stand for. So each
detector is written once.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right

ZEROS = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
)  # fmt: skip
"""The zero of each script that writes its own digits; nine more follow each."""
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
DASHES = (
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u00ad\ufe58\ufe63\uff0d\u02d7\u30fc\u2500"
)
OLD_THAI = {
    0xF700: "ฐ", 0xF701: "ิ", 0xF702: "ี", 0xF703: "ึ", 0xF704: "ื", 0xF705: "่", 0xF706: "้",
    0xF707: "๊", 0xF708: "๋", 0xF709: "์", 0xF70A: "่", 0xF70B: "้", 0xF70C: "๊", 0xF70D: "๋",
    0xF70E: "์", 0xF70F: "ญ", 0xF710: "ั", 0xF711: "ํ", 0xF712: "็", 0xF713: "่", 0xF714: "้",
    0xF715: "๊", 0xF716: "๋", 0xF717: "์", 0xF718: "ุ", 0xF719: "ู", 0xF71A: "ฺ",
}  # fmt: skip
"""Shifted letters of old Thai fonts, as they come out of PDFs."""
SHAPELESS = re.compile(
    "[\x00\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\n[ \t]*|[_ ntr])")
EMPTY = r"\*{2,}|__+|(?<=[^\n ]) {2,}"
"""Marks of emphasis, and spaces that follow a space."""
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
LONGER = re.compile(
    f"{SHAPELESS.pattern}|{ENTITY.pattern}|{ESCAPE.pattern}|{TAG.pattern}|{EMPTY}|ํา|เเ"
)
"""What takes more characters than it says: each run becomes shorter, the rest keeps its length."""
MARKS = ("&", "\\", "<", "**", "__", "ํา", "เเ")
DOUBLE_SPACE = re.compile(r" (?<=[^\n ] ) +")
"""With the shapeless characters, what a run begins with; looking for each by itself is far quicker."""


def _table() -> dict[str, str]:
    table = {zero + digit: str(digit) for zero in ZEROS for digit in range(10)}
    table |= {0xFF01 + n: chr(0x21 + n) for n in range(94) if not chr(0x21 + n).isdigit()}
    table |= dict.fromkeys(map(ord, SPACES), " ") | dict.fromkeys(map(ord, DASHES), "-")
    table |= {ord(sign): str(unicodedata.digit(sign)) for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⓪"}
    return {chr(code): said for code, said in (table | OLD_THAI).items()}


TABLE = _table()
DISGUISED = re.compile("[^\x00-\x08\n-~ก-๏]+")
"""Whatever is neither plain Latin nor a Thai letter; a range is found faster than a list."""
CODES = str.maketrans(TABLE)


class Plain:
    """A text as the detectors read it."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        """Where each part of the plain text starts …"""
        self.sources = [0]
        """… and where that part stood in the text as it was given."""
        self.text = DISGUISED.sub(_undisguised, self._shortened(text))

    def _shortened(self, text: str) -> str:
        if not _has_longer(text):
            return text
        parts: list[str] = []
        length = end = 0
        for found in LONGER.finditer(text):
            said = _said(found[0])
            parts += [text[end : found.start()], said]
            length += found.start() - end + len(said)
            end = found.end()
            self.starts.append(length)
            self.sources.append(end)
        return "".join([*parts, text[end:]])

    def source(self, offset: int) -> int:
        """Where a character of the plain text stood."""
        part = bisect_right(self.starts, offset) - 1
        return self.sources[part] + offset - self.starts[part]


def _has_longer(text: str) -> bool:
    """Whether `LONGER` may find anything; of most texts it does not."""
    if any(mark in text for mark in MARKS):
        return True
    return bool(DOUBLE_SPACE.search(text) or SHAPELESS.search(text))


def _undisguised(found: re.Match[str]) -> str:
    return found[0].translate(CODES)


def _said(run: str) -> str:
    """What a run that is longer than its meaning stands for."""
    if run.isspace():
        return " "
    if run in {"ํา", "เเ"}:
        return {"ํา": "ำ", "เเ": "แ"}[run]
    if run.startswith("&"):
        said = html.unescape(run)
    elif run.startswith("\\"):
        said = _unescaped(run)
    else:
        return ""
    return "" if SHAPELESS.fullmatch(said) else said


def _unescaped(run: str) -> str:
    if run[1] in "uUx":
        return chr(min(int(f"0x{run[2:]}", 0), 0x10FFFF))
    return "\n" if run[1] in "nr" else " "

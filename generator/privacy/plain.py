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
from functools import lru_cache
from urllib.parse import unquote

from generator.source.files import OLD_THAI as ONE_BYTE

ZEROS = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0,
)  # fmt: skip
"""The zero of each script that writes its own digits; nine more follow each."""
SPACES = "\u2800\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
ENDS = "\x0b\x0c\x85\u2028\u2029"
"""Ends of lines, as some programs write them inside of a cell."""
DASHES = (
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u00ad\ufe58\ufe63\uff0d\u02d7\u30fc\u2500"
    "\u058a\u1806\u207b\u208b\u2796\u2e3a\u2e3b\u301c"
)
OLD_THAI = {
    0xF700: "ฐ", 0xF701: "ิ", 0xF702: "ี", 0xF703: "ึ", 0xF704: "ื", 0xF705: "่", 0xF706: "้",
    0xF707: "๊", 0xF708: "๋", 0xF709: "์", 0xF70A: "่", 0xF70B: "้", 0xF70C: "๊", 0xF70D: "๋",
    0xF70E: "์", 0xF70F: "ญ", 0xF710: "ั", 0xF711: "ํ", 0xF712: "็", 0xF713: "่", 0xF714: "้",
    0xF715: "๊", 0xF716: "๋", 0xF717: "์", 0xF718: "ุ", 0xF719: "ู", 0xF71A: "ฺ",
}  # fmt: skip
"""Shifted letters of old Thai fonts, as they come out of PDFs."""
SHAPELESS = re.compile(
    "[\x00-\x08\x0e-\x1d\x7f-\x84\x86-\x9f\u00ad\u0300-\u036f\u061c\u0e3a\u20d0-\u20f0\u3164\uffa0\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
ESCAPE = re.compile(
    r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\n[ \t]*|[_ ntr]|[-.*#+!|~`()\[\]{}])"
)
"""Of YAML, and of Markdown before a sign that would mean something."""
ENCODED = re.compile(
    r"%[2-7][0-9a-fA-F]|%[cC][2-9a-fA-F]%[89abAB][0-9a-fA-F]|%[eE][0-9a-fA-F](?:%[89abAB][0-9a-fA-F]){2}"
)
"""A character as addresses write it: `%40`, `%E0%B8%81`."""
EMPTY = r"\*{2,}|__+|(?<=[^\n ]) {2,}"
"""Marks of emphasis, and spaces that follow a space."""
TAG = re.compile(r"</?[a-zA-Z][^<>\x1e]{0,400}>")
"""Nothing of a word that goes on behind it; what stands between its brackets is read by itself."""
LONGER = re.compile(
    f"{SHAPELESS.pattern}|{ENTITY.pattern}|{ESCAPE.pattern}|{ENCODED.pattern}|{TAG.pattern}|{EMPTY}|ํา|เเ"
)
"""What takes more characters than it says: each run becomes shorter, the rest keeps its length."""
MARKS = (
    "&",
    "\\",
    "<",
    "%2",
    "%4",
    "%C",
    "%E",
    "%c",
    "%e",
    "%3",
    "%5",
    "%6",
    "%7",
    "**",
    "__",
    "ํา",
    "เเ",
)
DOUBLE_SPACE = re.compile(r" (?<=[^\n ] ) +")
"""With the shapeless characters, what a run begins with; looking for each by itself is far quicker."""


def _table() -> dict[str, str]:
    table = {zero + digit: str(digit) for zero in ZEROS for digit in range(10)}
    table |= {0xFF01 + n: chr(0x21 + n) for n in range(94) if not chr(0x21 + n).isdigit()}
    table |= dict.fromkeys(map(ord, SPACES), " ") | dict.fromkeys(map(ord, DASHES), "-")
    table |= dict.fromkeys(map(ord, ENDS), "\n")
    table |= {
        ord(sign): str(unicodedata.digit(sign))
        for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⓪❶❷❸❹❺❻❼❽❾⓿⑴⑵⑶⑷⑸⑹⑺⑻⑼⒈⒉⒊⒋⒌⒍⒎⒏⒐"
    }
    return {chr(code): said for code, said in (table | OLD_THAI).items()}


TABLE = _table()
DISGUISED = re.compile("[^\x00-\x08\n\r-~ก-๏]+")
"""Whatever is neither plain Latin nor a Thai letter; a range is found faster than a list."""
CODES = str.maketrans(TABLE)
LETTERS = {byte: bytes([byte]).decode(ONE_BYTE, errors="ignore") for byte in range(256)}
"""What each byte of a thin text stands for; `?` for all that is neither Latin nor Thai, too."""
SHORT = bytes(
    byte
    for byte, letter in LETTERS.items()
    if letter not in set("?&\\<%*ํ") and not SHAPELESS.match(letter)
)
"""Characters that say as much as they take, unless they stand in a pair."""
SHOWN = bytes(byte for byte in SHORT if LETTERS[byte] not in TABLE)
"""Those of them that are what they seem to be."""
TWICE = "เเ".encode(ONE_BYTE)
SPACED = bytes(byte if letter in {" ", "\n"} else ord("x") for byte, letter in LETTERS.items())
ALIKE = bytes(range(256)).lower().translate(bytes.maketrans(b"123456789oli?", b"0" * 13))
"""One size, and a nought for all digits and what passes for one, such as digits of other scripts."""
SILENT = bytes(byte for byte, letter in LETTERS.items() if not letter.isalnum() and letter != "?")


@lru_cache(maxsize=2)
def thin(text: str) -> bytes:
    """A text at one byte a character, which is looked through in a fraction of the time.

    Kept for the last text and for what is plain of it, as `gist` is.
    """
    return text.encode(ONE_BYTE, errors="replace")


@lru_cache(maxsize=1)
def gist(text: str) -> bytes:
    """Only the letters and digits of a plain text, thin, without size and without kinds of digits.

    What stands in few texts and is slow to find is looked for here first. Kept for the text that
    was asked for last, since several detectors ask for it.
    """
    return thin(text).translate(ALIKE, SILENT)


class Plain:
    """A text as the detectors read it."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        """Where each part of the plain text starts …"""
        self.sources = [0]
        """… and where that part stood in the text as it was given."""
        self.aside: list[tuple[int, str]] = []
        """What stood in angle brackets, and where."""
        letters = thin(text)
        disguised = letters.translate(None, SHOWN)
        if disguised.translate(None, SHORT) or _has_pairs(letters):
            text = self._shortened(text)
        self.text = DISGUISED.sub(_undisguised, text) if disguised else text

    def _shortened(self, text: str) -> str:
        if not _has_longer(text):
            return text
        parts: list[str] = []
        length = end = 0
        for found in LONGER.finditer(text):
            said = _said(found[0])
            if found[0].startswith("<"):
                self.aside.append((found.start() + 1, found[0][1:-1]))
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
    if "%" in text and ENCODED.search(text):
        return True
    return bool(DOUBLE_SPACE.search(text) or SHAPELESS.search(text))


def _has_pairs(letters: bytes) -> bool:
    """Whether two characters of a thin text may say what one would."""
    return b"__" in letters or TWICE in letters or b"x  " in letters.translate(SPACED)


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
    elif run.startswith("%"):
        said = unquote(run, errors="ignore")
    else:
        return ""
    return "" if SHAPELESS.fullmatch(said) else said


def _unescaped(run: str) -> str:
    if run[1] in "uUx":
        return chr(min(int(f"0x{run[2:]}", 0), 0x10FFFF))
    if run[1] in SIGNS:
        return run[1]
    return "\n" if run[1] in "nr" else " "


SIGNS = frozenset("-.*#+!|~`()[]{}")
"""Signs of Markdown, which show as themselves behind a stroke."""

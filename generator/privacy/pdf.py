"""What can be read in a PDF: its pages and what stands around them; and whether it can be read."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    TextStringObject,
    read_hex_string_from_stream,
    read_string_from_stream,
)

from generator.diagnostics import Place
from generator.privacy.finding import Finding, Kind
from generator.privacy.pieces import Found, Piece, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting


class Unreadable:
    """A file in which nothing can be looked for; it stays closed until somebody has looked."""

    def __init__(self, name: str, file: str, print_: str) -> None:
        self.name, self.file, self.print = name, file, print_

    def found(self, _: Setting) -> Iterator[Found]:
        """The file itself is the finding."""
        finding = Finding(Kind.UNREADABLE, 0, 1, self.print)
        yield Found(finding, Place(self.name), "", self.file)


def pieces(content: bytes, name: str, file: str) -> Iterator[Piece]:
    """Pages with the addresses of their links; a page without words closes the file.

    What is spoken, copied or listed instead of the pages is read as well: descriptions of pictures,
    words behind the drawn ones, title, outline, names of places, pages and layers.
    """
    reader = PdfReader(BytesIO(content))
    blind: list[int] = []
    seen: set[int] = set()
    for number, page in enumerate(reader.pages, 1):
        text = _restored(page.extract_text())
        if not _is_readable(text, page):
            blind.append(number)
        around = [*_links(page, seen), *_spoken(page)]
        yield Whole("\n\n".join([text, *around]), f"{name}#page={number}", file)
    yield Whole("\n\n".join(_strings(reader.trailer, seen)), name, file)
    if blind:
        print_ = hashlib.sha256(content).hexdigest()
        yield Unreadable(f"{name}#page={blind[0]}", file, print_)


def _links(page: Any, seen: set[int]) -> Iterator[str]:
    """What the links of a page say; they are marked as seen."""
    for note in page.get("/Annots") or ():
        seen.add(getattr(note, "idnum", 0))
        yield from _strings(note.get_object(), seen)


MUTE = {"/Annots", "/Font", "/ID", "/M", "/CreationDate", "/ModDate"}
"""Keys of what says nothing, typefaces and the times of a file, and of what is read with its page."""
BACK = {"/P", "/Parent", "/Prev", "/Last", "/Pg"}
"""Keys that lead back to what is read at its own place."""


def _strings(start: Any, seen: set[int]) -> list[str]:
    """Every string in an object and in what it leads to, each object once, in order."""
    said: list[str] = []
    ahead = [start]
    while ahead:
        found = ahead.pop()
        if isinstance(found, IndirectObject):
            if found.idnum not in seen:
                seen.add(found.idnum)
                ahead.append(found.get_object())
        elif isinstance(found, DictionaryObject):
            ahead.extend(v for k, v in reversed(found.items()) if not _is_mute(k, v))
        elif isinstance(found, ArrayObject):
            ahead.extend(reversed(found))
        elif isinstance(found, TextStringObject):
            said.append(str(found))
    return said


def _is_mute(key: str, value: Any) -> bool:
    return key in MUTE or (key in BACK and isinstance(value, IndirectObject))


SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S])*\))")


def _spoken(page: Any) -> Iterator[str]:
    """Words that a page holds behind what it draws, for who copies them or listens."""
    contents = page.get_contents()
    for found in SPOKEN.finditer(contents.get_data() if contents is not None else b""):
        read = read_hex_string_from_stream if found[1][:1] == b"<" else read_string_from_stream
        yield str(read(BytesIO(found[1])))


TELLING = (
    "ผู้", "ป่วย", "ชื่อ", "ที่", "อยู่", "หมู่", "กระบี่", "แพร่", "น่าน", "เชื้อ", "เมื่อ", "บ้าน", "ร้อง", "เบี้ย", "หน้า", "ข้าง", "เบอร์",
    "เจ้าหน้าที่", "หัวหน้า", "ผู้ใหญ่บ้าน", "ที่ปรึกษา", "ท้องถิ่น", "ร้าน", "บริษัท", "เด็ก", "ปี", "ชั้น", "เลี้ยง", "ปัจจุบัน", "ตั้ง",
)  # fmt: skip
"""Words that decide what stands beside them."""
MARKS = "ัิีึื่้๊๋็์ํ"
LOST = "\x00"
"""What a mark becomes that was drawn in one shape with another; its letter is not in the file."""
RESTORED = tuple(
    (re.compile("".join(f"[{sign}{LOST}]" if sign in MARKS else sign for sign in word)), word)
    for word in sorted(TELLING, key=len, reverse=True)
)


def _restored(text: str) -> str:
    """The words of a page: single spaces, points at their words, lost marks where they are known."""
    text = re.sub(r"(?<=[ก-ฮ]) ?\. ?(?=[ก-๙\d])", ".", re.sub(" {2,}", " ", text))
    text = re.sub(r"(?<=[๐-๙]) (?=[0-9])|(?<=[0-9]) (?=[๐-๙])", "", text)
    text = text.replace("ำา", "ำ")  # drawn in two shapes, of which one is the other's half
    for pattern, word in RESTORED if LOST in text else ():
        text = pattern.sub(word, text)
    return re.sub(f"(?<=[ก-๙]){LOST}", "", text)


NONSENSE = re.compile(
    "[\ufffd\ue000-\uf6ff\uf71b-\uf8ff\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)|/[gG]\\d{1,5}"
)


def _is_readable(text: str, page: Any) -> bool:
    """Whether the words of a page came out as words; a page without marks has none to come out."""
    contents = page.get_contents()
    drawn = contents.get_data().strip() if contents is not None else b""
    letters = len(re.findall(r"\w", text))
    if (_pictures(page) and letters < FEW) or (TEXT.search(drawn) and not letters):
        return False
    return len(NONSENSE.findall(text)) * 20 <= max(len(text), 1)


def _pictures(page: Any) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    return bool(objects is not None and objects.get_object())


TEXT = re.compile(rb"(?<![A-Za-z])T[jJ]\b|(?<![A-Za-z])Do\b")
"""What shows text, or a part that can hold text."""
FEW = 15
"""Letters under which a page of pictures has no text of its own."""

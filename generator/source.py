"""YAML text that remembers where each word stands.

Nothing is interpreted here: every scalar stays the text that the officer typed, so `no`, `1.10` and
`2567-02-29` arrive unharmed and the model decides what they mean. The parser's events are read one
by one, so a duplicate key is seen, and an alias or a tag is refused before it can do anything.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from generator import misread
from generator.diagnostics import Diagnostic, Place, Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

Loader = yaml.CSafeLoader
"""Reads four times as fast as the Python one; every wheel of PyYAML has it."""

SIZE_LIMIT = 16 * 1024 * 1024
"""Bytes. The largest plan known is under 1 MB; a file beyond this is not a plan."""
OLD_THAI = "cp874"
"""How Windows wrote Thai before Unicode: TIS-620 with a few characters more."""
TABLE_LIMIT = 64 * 1024 * 1024
"""Bytes of a CSV file: fifty thousand purchases are 18 MB."""
DEPTH_LIMIT = 40
"""Levels of nesting. The model needs fewer than ten."""


@dataclass(slots=True)
class Scalar:
    """A single value as it was typed."""

    text: str
    place: Place
    quoted: bool
    """Whether it stood in quotes or in a block, so that an empty text was meant."""


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with values, in the order of the file."""

    place: Place
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands."""


Node = Scalar | Sequence | Mapping


def read(path: Path, name: str) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of one file, or the reasons why there is none; `name` is what diagnostics call it."""
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a YAML text; with a tree there can still be problems such as a repeated key."""
    builder = _Builder(name, text)
    try:
        root = builder.document(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, misread.misread(name, text, error)]
    except yaml.reader.ReaderError as error:
        place = builder.place_at(text.count("\n", 0, error.position), 0)
        return None, [
            CONTROL_CHARACTER.at(place, character=f"U+{_code_point(error.character):04X}")
        ]
    except _Refused as refused:
        return None, [*builder.problems, refused.diagnostic]
    if root is None:
        return None, [EMPTY_FILE.at(Place(name))]
    return root, builder.problems


def read_text(path: Path, name: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of one file, whatever its line ends, or the reason why it cannot be read."""
    try:
        size = path.stat().st_size
        most = TABLE_LIMIT if path.suffix.lower() == ".csv" else SIZE_LIMIT
        if size > most:
            megabytes, limit = f"{size / 1024 / 1024:.0f}", most // 1024 // 1024
            return None, [FILE_TOO_LARGE.at(Place(name), megabytes=megabytes, limit=limit)]
        raw = path.read_bytes()
    except OSError as error:
        return None, [UNREADABLE_FILE.at(Place(name), reason=error.strerror or "")]
    return _decoded(raw, name)


def names_below(folder: Path) -> list[str]:
    """All files and folders below a folder, in order, as names with slashes.

    They are asked for at each preview, and paths take four times as long to make and to compare.
    """
    root = os.fspath(folder)
    found: list[str] = []
    for where, folders, files in os.walk(root):
        lead = f"{where}/"[len(root) + 1 :].replace(os.sep, "/")
        found += [lead + name for name in (*folders, *files)]
    return sorted(found, key=lambda name: name.split("/"))


def _decoded(raw: bytes, name: str) -> tuple[str | None, list[Diagnostic]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [NOT_UTF8.at(Place(name), found="UTF-16")]
    try:
        return _lines_ended(raw.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        whole = raw.split(b"\n")[line - 1].decode(OLD_THAI, errors="replace")
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", errors="replace")) + 1
        found = "CP874 / TIS-620" if _is_thai(whole) else f"0x{raw[error.start]:02X}"
        return None, [NOT_UTF8.at(Place(name, line, column, is_quotable=True), found=found)]


def _lines_ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Quotes:
    """The lines at which problems stand, read again when they are told.

    Records keep their places and not the lines: of a large agency that is a tenth of the memory.
    """

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def line(self, place: Place) -> str:
        """The line as it stands in the file; empty where there is none, or it must stay hidden."""
        if not place.is_quotable:
            return ""
        if place.file not in self._files:
            self._files[place.file] = _lines_of(Path(place.file))
        lines = self._files[place.file]
        return lines[place.line - 1] if place.line <= len(lines) else ""


def _lines_of(path: Path) -> list[str]:
    """What is not UTF-8 is made legible as the Thai of older systems."""
    try:
        raw = path.read_bytes()
    except OSError:
        return []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode(OLD_THAI, errors="replace")
    return _lines_ended(text).split("\n")


def _is_thai(text: str) -> bool:
    return re.search("[\u0e01-\u0e5b]", text) is not None


def _code_point(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[0])


class _Refused(Exception):
    """The rest of the file cannot be understood."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule.code)
        self.diagnostic = diagnostic


class _Builder:
    """Events of one file → tree, each node with its place."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.problems: list[Diagnostic] = []

    def place_at(self, line: int, column: int) -> Place:
        return Place(self.name, line + 1, column + 1, is_quotable=True)

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return self.place_at(mark.line, mark.column) if mark else Place(self.name)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if root is not None:
                    raise _Refused(MANY_DOCUMENTS.at(self.place(event)))
            elif isinstance(event, NodeEvent):
                root = self.node(event, events, 1)
        if isinstance(root, Scalar) and not root.text:
            return None
        return root

    def node(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Node:
        place = self.place(event)
        if isinstance(event, AliasEvent) or event.anchor or event.tag:
            self.refuse(event, place)
        if depth > DEPTH_LIMIT:
            raise _Refused(TOO_DEEP.at(place, limit=DEPTH_LIMIT))
        if isinstance(event, ScalarEvent):
            return Scalar(event.value, place, event.style not in (None, ""))
        if isinstance(event, SequenceStartEvent):
            return self.sequence(place, events, depth)
        return self.mapping(place, events, depth)

    def refuse(self, event: Any, place: Place) -> None:
        """What YAML can do and data must not."""
        if isinstance(event, AliasEvent):
            raise _Refused(ALIAS.at(place, name=f"*{event.anchor}"))
        if event.anchor:
            self.problems.append(ALIAS.at(place, name=f"&{event.anchor}"))
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(TAG.at(place, tag=tag))

    def sequence(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            items.append(self.node(event, events, depth + 1))
        return Sequence(place, items)

    def mapping(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Mapping:
        mapping = Mapping(place)
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            self.add(mapping, key, value)
        return mapping

    def add(self, mapping: Mapping, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self.problems.append(KEY_NOT_TEXT.at(key.place))
            return
        if not key.text.isascii():
            key.text = misread.seen(key.text)
        if isinstance(value, Scalar) and not value.text and self.is_bare(key, value):
            self.problems.append(misread.cut_by_comma(key.text, key.place))
        elif key.text in mapping.entries:
            first = mapping.keys[key.text].line
            self.problems.append(DUPLICATE_KEY.at(key.place, key=key.text, first=first))
        else:
            mapping.entries[key.text] = value
            mapping.keys[key.text] = key.place

    def is_bare(self, key: Scalar, value: Scalar) -> bool:
        """Whether a key within braces is the rest of a text, or has its colon grown into it."""
        if value.quoted or key.place.line != value.place.line:
            return False
        line = self.text.split("\n")[key.place.line - 1]
        begin, end = key.place.column - 1, value.place.column - 1
        if ":" in line[begin + len(key.text) : end] or line[end : end + 1] not in {",", "}"}:
            return False
        return ":" in key.text or line[:begin].rstrip().endswith(",")


CONTROL_CHARACTER = Rule(
    code="control-character",
    what=Words(
        "มีอักขระควบคุม {character} ที่มองไม่เห็น", "There is an invisible control character {character}"
    ),
    why=Words("อักขระนี้แสดงบนหน้าเว็บไม่ได้", "It cannot be shown on a page"),
    mend=Words("ลบแล้วพิมพ์ข้อความช่วงนั้นใหม่", "Delete it and type that part of the text again"),
)
DUPLICATE_KEY = Rule(
    code="duplicate-key",
    what=Words(
        'คีย์ "{key}" ซ้ำกับบรรทัด {first}',
        'The key "{key}" stands a second time; the first is in line {first}',
    ),
    why=Words("ไม่รู้ว่าจะใช้ค่าใด", "It is unclear which value is meant"),
    mend=Words("เหลือไว้เพียงค่าเดียว", "Keep one of the two"),
)
KEY_NOT_TEXT = Rule(
    code="key-not-text",
    what=Words("ชื่อคีย์เป็นรายการหรือกลุ่มข้อมูล", "A key is itself a list or a group"),
    why=Words("ชื่อคีย์ต้องเป็นคำเดียว", "A key must be a single word"),
    mend=Words("เขียนเป็น ชื่อ: ค่า", "Write it as name: value"),
)
ALIAS = Rule(
    code="alias",
    what=Words('ใช้การอ้างซ้ำของ YAML "{name}"', 'The YAML anchor or alias "{name}" is used'),
    why=Words(
        "ไฟล์เล็ก ๆ ที่อ้างซ้ำกันขยายจนเครื่องค้างได้ และผู้อ่านไฟล์มองไม่เห็นค่าจริง",
        "A small file of aliases can grow until the machine stops, and a reader does not see the value",
    ),
    mend=Words(
        'เขียนค่าจริงลงไป หรือใส่ข้อความในเครื่องหมาย "…"', 'Write the value out, or put the text in "…"'
    ),
)
TAG = Rule(
    code="tag",
    what=Words('ใช้แท็กของ YAML "{tag}"', 'The YAML tag "{tag}" is used'),
    why=Words("ชนิดของค่าถูกกำหนดโดยระบบแล้ว", "The kind of a value is already settled"),
    mend=Words('ลบแท็ก หรือใส่ข้อความในเครื่องหมาย "…"', 'Delete the tag, or put the text in "…"'),
)
TOO_DEEP = Rule(
    code="too-deep",
    what=Words("ข้อมูลซ้อนกันเกิน {limit} ชั้น", "The data is nested more than {limit} levels deep"),
    why=Words(
        "ไม่มีแผนใดต้องใช้ลึกเพียงนั้น ไฟล์น่าจะเสีย", "No plan needs that; the file is probably damaged"
    ),
    mend=Words("ตรวจวงเล็บและย่อหน้า", "Check the brackets and the indentation"),
)
MANY_DOCUMENTS = Rule(
    code="many-documents",
    what=Words('มีเอกสารที่สองหลังเครื่องหมาย "---"', 'A second document begins at "---"'),
    why=Words("หนึ่งไฟล์เก็บข้อมูลได้ชุดเดียว", "One file holds one record"),
    mend=Words('ลบ "---" หรือแยกเป็นสองไฟล์', 'Delete "---" or make two files of it'),
)
EMPTY_FILE = Rule(
    code="empty-file",
    what=Words("ไฟล์ว่างเปล่า", "The file is empty"),
    why=Words("ไม่มีข้อมูลให้แสดง", "There is nothing to publish in it"),
    mend=Words("ใส่ข้อมูล หรือลบไฟล์", "Fill it in, or delete it"),
)
FILE_TOO_LARGE = Rule(
    code="file-too-large",
    what=Words(
        "ไฟล์ใหญ่ {megabytes} MB เกิน {limit} MB",
        "The file has {megabytes} MB; the limit is {limit} MB",
    ),
    why=Words(
        "ไฟล์ข้อมูลแผนไม่ใหญ่เพียงนี้ น่าจะเป็นไฟล์อื่น",
        "Plan data is never that large; it is probably another file",
    ),
    mend=Words("นำไฟล์นี้ออกจากโฟลเดอร์ content", "Take the file out of the content folder"),
)
UNREADABLE_FILE = Rule(
    code="unreadable-file",
    what=Words("เปิดไฟล์ไม่ได้ ({reason})", "The file cannot be opened ({reason})"),
    why=Words("ข้อมูลในไฟล์จึงไม่ถูกใช้", "So its data is not used"),
    mend=Words(
        "ตรวจสิทธิ์และชื่อไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์อยู่",
        "Check its name and permissions, and close other programs that hold it",
    ),
)
NOT_UTF8 = Rule(
    code="not-utf8",
    what=Words(
        "ไฟล์ไม่ได้บันทึกแบบ UTF-8 (พบ {found})", "The file is not saved as UTF-8 (found {found})"
    ),
    why=Words("อักษรไทยจะกลายเป็นตัวอ่านไม่ออก", "Thai letters would turn into nonsense"),
    mend=Words(
        "เปิดด้วย Notepad แล้ว บันทึกเป็น… เลือก การเข้ารหัส UTF-8",
        "Open it in Notepad, choose Save as…, Encoding UTF-8",
    ),
)

RULES = (
    *misread.RULES, CONTROL_CHARACTER, DUPLICATE_KEY, KEY_NOT_TEXT, ALIAS, TAG, TOO_DEEP,
    MANY_DOCUMENTS, EMPTY_FILE, FILE_TOO_LARGE, UNREADABLE_FILE, NOT_UTF8,
)  # fmt: skip

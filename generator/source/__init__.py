"""YAML text that remembers where each word stands.

Nothing is interpreted here: every scalar stays the text that the officer typed, so `no`, `1.10` and
`2567-02-29` arrive unharmed and the model decides what they mean. The parser's events are read one
by one, so a duplicate key is seen, and an alias or a tag is refused before it can do anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.source import slips
from generator.source.files import RULES as FILE_RULES
from generator.source.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Loader = yaml.CSafeLoader
"""Reads four times as fast as the Python one; every wheel of PyYAML has it."""

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
        root = builder.document(iter(Loader(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, slips.slip(name, text, error)]
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


def _code_point(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[0])


_placed = tuple.__new__
"""Makes a place as a plain tuple is made: a plan of 5 MB has some 140,000 of them."""
_BARE = (None, "")
"""How a scalar without quotes is marked."""


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

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return self.place_at(mark.line, mark.column)

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
        mark, kind = event.start_mark, type(event)
        place = _placed(Place, (self.name, mark.line + 1, mark.column + 1, True))
        if kind is AliasEvent or event.anchor or event.tag:
            self.refuse(event, place)
        if depth > DEPTH_LIMIT:
            raise _Refused(TOO_DEEP.at(place, limit=DEPTH_LIMIT))
        if kind is ScalarEvent:
            return Scalar(event.value, place, event.style not in _BARE)
        if kind is SequenceStartEvent:
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
            key.text = slips.seen(key.text)
        if isinstance(value, Scalar) and not value.text and self.is_bare(key, value):
            self.problems.append(slips.cut_by_comma(key.text, key.place))
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

RULES = (
    *slips.RULES, *FILE_RULES, CONTROL_CHARACTER, DUPLICATE_KEY, KEY_NOT_TEXT, ALIAS, TAG, TOO_DEEP,
    MANY_DOCUMENTS, EMPTY_FILE,
)  # fmt: skip

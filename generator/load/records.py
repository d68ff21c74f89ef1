"""YAML trees → records, by the annotations of the record classes.

`read(node, Item, problems)` gives an `Item` or `BAD`; every reason goes to `problems`, so one slip
never hides another. A reader is made once for each type and kept.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum, StrEnum
from functools import cache, partial
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from generator.cache import kept
from generator.diagnostics import Diagnostic, Rule, Words
from generator.frozen import frozen
from generator.load import scalars
from generator.model.base import Code, Id, Origin, Stated, Statement, Text
from generator.model.eras import FiscalYear, Month
from generator.model.plan import Money
from generator.source import DUPLICATE_KEY, Mapping, Node, Scalar, Sequence, parse
from generator.source.files import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Place

    Reader = Callable[[Node, list[Diagnostic]], Any]


R = TypeVar("R")


class _Bad(Enum):
    BAD = "bad"


BAD: Final = _Bad.BAD
"""Stands for a value that could not be read; the reasons are among the problems."""

SCALARS: dict[Any, Callable[[Scalar], Any]] = {
    str: scalars.text,
    Id: scalars.identifier,
    Code: scalars.code,
    int: scalars.whole,
    Decimal: scalars.decimal,
    FiscalYear: scalars.fiscal_year,
    date: scalars.day,
    Month: scalars.month,
    bool: scalars.truth,
    Money: scalars.money,
}


@frozen
class Field:
    """A field of a record class as the loader and the schema see it."""

    key: str
    """How it is written in YAML: `from_` in Python is `from` in a file."""
    name: str
    type: Any
    required: bool
    help: Words


@cache
def fields_of(kind: Any) -> dict[str, Field]:
    """The fields of a record class by their keys."""
    hints = get_type_hints(kind)
    return {
        f.name.rstrip("_"): Field(
            f.name.rstrip("_"), f.name, hints[f.name], f.default is MISSING, f.metadata["help"]
        )
        for f in fields(kind)
        if "help" in f.metadata
    }


@cache
def columns_of(kind: Any) -> tuple[str, ...]:
    """The columns of a table of such records; a text has one for each language."""
    return tuple(
        name
        for key, field in fields_of(kind).items()
        for name in ((f"{key}.th", f"{key}.en") if _is_text(field.type) else (key,))
    )


def _is_text(kind: Any) -> bool:
    return kind is Text or Text in get_args(kind)


def read(node: Node, kind: Any, problems: list[Diagnostic]) -> Any:
    """A record of a kind, or BAD."""
    return reader_of(kind)(node, problems)


def read_file(path: Path, name: str, kind: type[R]) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """A record of a kind from a YAML file, if it can be read, and what is to be said about it."""
    text, problems = read_text(path, name)
    return (None, tuple(problems)) if text is None else read_whole(text, name, kind)


@kept
def read_whole(text: str, name: str, kind: type[R]) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """The same from a YAML text; `name` is what diagnostics call it."""
    node, problems = parse(text, name)
    value = BAD if node is None else read(node, kind, problems)
    return (None if value is BAD else value), tuple(problems)


@cache
def reader_of(kind: Any) -> Reader:
    """The function that reads values of an annotated type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in SCALARS:
        return partial(_scalar, SCALARS[kind])
    if origin in (Union, UnionType):
        return reader_of(next(a for a in arguments if a is not type(None)))
    if origin is tuple:
        return partial(_sequence, reader_of(arguments[0]))
    if origin is dict:
        return partial(_by_key, SCALARS[arguments[0]], reader_of(arguments[1]))
    if origin is Stated:
        return partial(_stated, reader_of(arguments[0]))
    if issubclass(kind, StrEnum):
        return partial(_scalar, partial(scalars.choice, kind=kind))
    return partial(_record, kind)


def _scalar(convert: Callable[[Scalar], Any], node: Node, problems: list[Diagnostic]) -> Any:
    if not isinstance(node, Scalar):
        problems.append(WRONG_SHAPE.at(node.place, found=_shape(node), expected=_VALUE))
        return BAD
    try:
        return convert(node)
    except scalars.Unclear as unclear:
        problems.append(unclear.diagnostic)
        return BAD


def _sequence(read_one: Reader, node: Node, problems: list[Diagnostic]) -> Any:
    if not isinstance(node, Sequence):
        problems.append(WRONG_SHAPE.at(node.place, found=_shape(node), expected=_LIST))
        return BAD
    values = tuple(read_one(item, problems) for item in node.items)
    return BAD if BAD in values else values


def _by_key(
    convert_key: Callable[[Scalar], Any], read_one: Reader, node: Node, problems: list[Diagnostic]
) -> Any:
    if not isinstance(node, Mapping):
        problems.append(WRONG_SHAPE.at(node.place, found=_shape(node), expected=_GROUP))
        return BAD
    values: dict[Any, Any] = {}
    first: dict[Any, int] = {}
    for key, value_node in node.entries.items():
        place = node.keys[key]
        converted = _scalar(convert_key, Scalar(key, place, quoted=False), problems)
        if converted in first and converted is not BAD:
            problems.append(DUPLICATE_KEY.at(place, key=key, first=first[converted]))
        first.setdefault(converted, place.line)
        values[converted] = read_one(value_node, problems)
    return BAD if BAD in values or BAD in values.values() else values


def _stated(read_one: Reader, node: Node, problems: list[Diagnostic]) -> Any:
    """A plain value, or one statement for each place of the document that speaks of it."""
    if not isinstance(node, Mapping) or not _is_by_origin(node):
        value = read_one(node, problems)
        return BAD if value is BAD else Stated((Statement(value, place=node.place),))
    statements = [_statement(read_one, Origin(k), n, problems) for k, n in node.entries.items()]
    if BAD in statements:
        return BAD
    if all(statement.value == statements[0].value for statement in statements):
        problems.append(ONE_STATEMENT.at(node.place))
        return BAD
    return Stated(tuple(statements))


def _is_by_origin(node: Mapping) -> bool:
    return bool(node.entries) and node.entries.keys() <= {str(origin) for origin in Origin}


def _statement(read_one: Reader, origin: Origin, node: Node, problems: list[Diagnostic]) -> Any:
    readers = {"line": reader_of(int), "value": read_one}
    values = _entries(node, _Group(readers, frozenset(readers), _STATED), problems)
    if values is BAD:
        return BAD
    return Statement(values["value"], origin, values["line"], node.place)


def _record(kind: Any, node: Node, problems: list[Diagnostic]) -> Any:
    known, group = _group_of(kind)
    values = _entries(node, group, problems)
    if values is BAD or not isinstance(node, Mapping):
        return BAD
    named = {known[key].name: value for key, value in values.items()}
    written = {known[key].name: place for key, place in node.keys.items()}
    for key, entry in node.entries.items():
        written |= _places_by_key(known[key].name, entry, values[key])
    written[""] = node.place
    return kind(written=written, **named)


class _Group(NamedTuple):
    """What may stand in a group: how each key is read, which must be there, what each means."""

    readers: dict[str, Reader]
    required: frozenset[str]
    help: dict[str, Words]


@cache
def _group_of(kind: Any) -> tuple[dict[str, Field], _Group]:
    """The fields of a record class, and how they are read."""
    known = fields_of(kind)
    return known, _Group(
        {key: reader_of(field.type) for key, field in known.items()},
        frozenset(key for key, field in known.items() if field.required),
        {key: field.help for key, field in known.items()},
    )


def _places_by_key(name: str, node: Node, value: Any) -> dict[str, Place]:
    """Where each key of a field stands that is read by key: `budget/2568`."""
    if not isinstance(value, dict) or not isinstance(node, Mapping):
        return {}
    return {f"{name}/{key}": place for key, place in zip(value, node.keys.values(), strict=False)}


def _entries(node: Node, group: _Group, problems: list[Diagnostic]) -> Any:
    """The values of a group by key: all that is known read, all that is unknown or missing told."""
    if not isinstance(node, Mapping):
        problems.append(WRONG_SHAPE.at(node.place, found=_shape(node), expected=_GROUP))
        return BAD
    values: dict[str, Any] = {}
    readers, required, meaning = group
    unknown = [key for key in node.entries if key not in readers]
    missing = [key for key in readers if key in required and key not in node.entries]
    problems.extend(_unknown_key(node, key, readers) for key in unknown)
    problems.extend(MISSING_KEY.at(node.place, key=key, about=meaning[key]) for key in missing)
    for key, value_node in node.entries.items():
        if key in readers:
            before = len(problems)
            values[key] = readers[key](value_node, problems)
            if values[key] is BAD:
                _say_what_is_blank(problems[before:], meaning[key])
    return BAD if unknown or missing or BAD in values.values() else values


def _say_what_is_blank(problems: list[Diagnostic], meaning: Words) -> None:
    """Of each blank, what was to stand there, from the outside in: the agency's name › in Thai."""
    for problem in problems:
        inner = problem.slots.get("about")
        if problem.rule is scalars.BLANK and isinstance(inner, Words):
            outer = Words(f"{meaning.th} › {inner.th}", f"{meaning.en} › {inner.en}")
            problem.slots["about"] = meaning if inner is scalars.HERE else outer


def _unknown_key(node: Mapping, key: str, readers: dict[str, Reader]) -> Diagnostic:
    nearest = get_close_matches(key, [k for k in readers if k not in node.entries], 1, 0.6)
    hint = (
        Words(f'หมายถึง "{nearest[0]}" หรือไม่', f'Did you mean "{nearest[0]}"?')
        if nearest
        else Words("ใช้ได้: " + ", ".join(readers), "Known here: " + ", ".join(readers))
    )
    return UNKNOWN_KEY.at(node.keys[key], key=key, hint=hint)


_STATED = {
    "line": Words("บรรทัดในเอกสารต้นฉบับ", "Line in the source document"),
    "value": Words("ค่าที่เอกสารระบุตรงนั้น", "What the document says there"),
}
_VALUE = Words("ค่าเดียว", "a single value")
_LIST = Words("รายการ (ขึ้นต้นแต่ละข้อด้วย -)", 'a list (each entry begins with "-")')
_GROUP = Words("กลุ่มข้อมูล (ชื่อ: ค่า)", "a group (name: value)")


def _shape(node: Node) -> Words:
    if isinstance(node, Scalar):
        return _VALUE if node.text or node.quoted else Words("ช่องว่าง", "a blank")
    return _LIST if isinstance(node, Sequence) else _GROUP


WRONG_SHAPE = Rule(
    code="wrong-shape",
    what=Words("พบ{found} แต่ต้องเป็น{expected}", "Found {found} where {expected} is needed"),
    why=Words("ข้อมูลนี้จึงไม่มีความหมายที่แน่ชัด", "So it is unclear what is meant"),
    mend=Words("แก้รูปแบบตามตัวอย่างในไฟล์อื่น", "Write it in the form that the other files show"),
)
UNKNOWN_KEY = Rule(
    code="unknown-key",
    what=Words('ไม่รู้จักคีย์ "{key}"', 'The key "{key}" is not known here'),
    why=Words("ข้อมูลใต้คีย์นี้จะไม่แสดงบนเว็บ", "What stands under it would not be published"),
    mend=Words("{hint}", "{hint}"),
)
MISSING_KEY = Rule(
    code="missing-key",
    what=Words('ขาดคีย์ "{key}": {about}', 'The key "{key}" is missing: {about}'),
    why=Words("หน้าเว็บต้องใช้ข้อมูลนี้", "Pages need this information"),
    mend=Words('เพิ่มบรรทัด "{key}: …"', 'Add a line "{key}: …"'),
)
ONE_STATEMENT = Rule(
    code="one-statement",
    what=Words("ตำแหน่งในเอกสารที่ระบุไว้ไม่ได้ต่างกัน", "The places that are given do not differ"),
    why=Words(
        "รูปแบบนี้ใช้เมื่อเอกสารระบุสองแห่งไม่ตรงกัน",
        "This form is for facts that the document states in two places, differently",
    ),
    mend=Words(
        "เขียนค่าโดยตรง หรือเพิ่มอีกแห่งที่ระบุต่างกัน",
        "Write the value directly, or add the place that says something else",
    ),
)

RULES = (WRONG_SHAPE, UNKNOWN_KEY, MISSING_KEY, ONE_STATEMENT)

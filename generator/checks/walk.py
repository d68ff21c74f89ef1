"""Every text, passage or target below a value of the model, and the way to it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from generator.cache.once import once, once_each
from generator.model.base import Record, Stated, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

LEAVES = (str, int, Decimal, date, type(None))
"""What holds nothing below it; most fields are such, and are not looked into."""


def below(value: Any, kind: type[T]) -> list[T]:
    """Everything of a kind in a value, itself included, in the order of its fields."""
    found: list[T] = []
    for part in _outermost(value):
        found.extend(_in_record(part, kind) if isinstance(part, Record) else _alone(part, kind))
    return found


def records(value: Any) -> list[Record]:
    """The records in a value that lie in no other record."""
    return [part for part in _outermost(value) if isinstance(part, Record)]


def texts(value: Any) -> list[Text]:
    """Every text in a value."""
    return below(value, Text)


def placed(value: Any, kind: type[T]) -> list[tuple[str, T]]:
    """Everything of a kind with the fields that lead to it: `outputs/1/targets/2/metric`."""
    return [("/".join(way), one) for way, one in _everything(value) if isinstance(one, kind)]


@once
def _outermost(value: Any) -> list[Any]:
    """The records in a value that lie in no other record, and what else lies outside of records."""
    found: list[Any] = []
    _gather(value, found, into_records=False)
    return found


def _gather(value: Any, found: list[Any], *, into_records: bool) -> None:
    found.append(value)
    if not into_records and isinstance(value, Record):
        return
    kind: Any = type(value)
    for part in _held(kind)(value):
        if part and not isinstance(part, LEAVES):
            _gather(part, found, into_records=into_records)


@once_each
def _in_record(record: Record, kind: type[T]) -> list[T]:
    return [one for one in _whole(record) if isinstance(one, kind)]


@once_each
def _whole(record: Record) -> list[Any]:
    found: list[Any] = []
    _gather(record, found, into_records=True)
    return found


def _alone(part: object, kind: type[T]) -> list[T]:
    return [part] if isinstance(part, kind) else []


@once
def _everything(value: Any) -> list[tuple[tuple[str, ...], Any]]:
    """All that holds something, walked through once for several rules that ask for one kind."""
    found: list[tuple[tuple[str, ...], Any]] = []
    _collect(value, (), found)
    return found


def _collect(value: Any, way: tuple[str, ...], found: list[tuple[tuple[str, ...], Any]]) -> None:
    found.append((way, value))
    for name, part in _parts(value):
        if part and not isinstance(part, LEAVES):
            _collect(part, (*way, name), found)


def _parts(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Stated):
        return [(said.origin or "", said.value) for said in value.statements]
    if isinstance(value, tuple):
        return [(str(number), part) for number, part in enumerate(value, 1)]
    if isinstance(value, dict):
        return [(str(key), part) for key, part in value.items()]
    kind: Any = type(value)
    return [(name, getattr(value, name)) for name in _field_names(kind)]


@cache
def _held(kind: Any) -> Callable[[Any], Iterable[Any]]:
    """How the parts of a value of a type are reached, without the names that lead to them."""
    if issubclass(kind, Stated):
        return lambda value: [said.value for said in value.statements]
    if issubclass(kind, tuple):
        return lambda value: value
    if issubclass(kind, dict):
        return dict.values
    names = _field_names(kind)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name != "written")

"""Every text, passage or target below a value of the model, and the way to it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from generator.model.base import Stated, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


def below(value: Any, kind: type[T]) -> Iterator[T]:
    """Everything of a kind in a value, itself included, in the order of its fields."""
    for _, found in placed(value, kind):
        yield found


def texts(value: Any) -> Iterator[Text]:
    """Every text in a value."""
    return below(value, Text)


def placed(value: Any, kind: type[T], path: str = "") -> Iterator[tuple[str, T]]:
    """Everything of a kind with the fields that lead to it: `outputs/1/targets/2/metric`."""
    if isinstance(value, kind):
        yield path, value
    for name, part in _parts(value):
        yield from placed(part, kind, f"{path}/{name}".strip("/"))


def _parts(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Stated):
        return [(said.origin or "", said.value) for said in value.statements]
    if isinstance(value, tuple):
        return [(str(number), part) for number, part in enumerate(value, 1)]
    if isinstance(value, dict):
        return [(str(key), part) for key, part in value.items()]
    if is_dataclass(value) and not isinstance(value, type):
        return [(f.name, getattr(value, f.name)) for f in fields(value) if f.name != "written"]
    return ()

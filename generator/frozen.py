"""Values that never change: dataclasses that cost little to define and to make.

`@dataclass(frozen=True)` compiles six functions for each class, which was a third of the time that a
command takes to start, and its instances set each field by a call. That nothing changes a value is
held by mypy, which reads `frozen_default`; comparing, hashing and showing are the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

from generator.by_type import ByType

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.by_type import Way

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, kw_only: bool = False) -> Any:
    """Makes a class of annotated fields a value: slots, equal and hashed by its fields."""
    if cls is None:
        return partial(_made, kw_only=kw_only)
    return _made(cls, kw_only=False)


def _made(cls: type[T], *, kw_only: bool) -> type[T]:
    for name, method in _METHODS.items():
        if name not in vars(cls):
            setattr(cls, name, method)
    return dataclass(slots=True, kw_only=kw_only, repr=False, eq=False)(cls)


def _parts(kind: Any) -> Way:
    """What a class is compared by."""
    names = [one.name for one in fields(kind) if one.compare]
    return attrgetter(*names) if names else lambda _value: ()


_compared = ByType(_parts)


def _is_equal(self: Any, other: object) -> Any:
    kind = type(self)
    if type(other) is not kind:
        return NotImplemented
    parts = _compared[kind]
    return self is other or parts(self) == parts(other)


def _hash(self: Any) -> int:
    return hash(_compared[type(self)](self))


def _shown(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


_METHODS = {"__eq__": _is_equal, "__hash__": _hash, "__repr__": _shown}

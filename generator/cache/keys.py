"""Keys of results: the same for equal values in any process, and on any day."""

from __future__ import annotations

import pickle
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from enum import Enum
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.by_type import ByType

if TYPE_CHECKING:
    from generator.by_type import Way


def key_of(*values: object) -> bytes:
    """The same for equal values in any process, wherever in memory they and their parts are."""
    read = _Read()
    pickler = _Plain(read, protocol=5)
    pickler.fast = True  # else a part that stands in two places is written once and referred to
    pickler.dump(values)
    return read.hash.digest()


class _Read:
    """Hashes what is written to it: the whole of a disclosure has no room in memory twice."""

    def __init__(self) -> None:
        self.hash = blake2b(digest_size=20)
        self.write = self.hash.update


def _way(kind: type) -> Way:
    """How a value that is not of one of Python's own types is written: as type and parts.

    The usual way, by which values could be read again, takes three times as long.
    """
    if issubclass(kind, type):
        return attrgetter("__qualname__")
    if is_dataclass(kind):
        return _by_fields(kind)
    if issubclass(kind, Enum):
        return lambda value: (kind, (value.name,))
    if issubclass(kind, tuple):
        return lambda value: (kind, tuple(value))
    if issubclass(kind, str):
        return lambda value: (kind, (str.__str__(value),))
    return lambda value: value.__reduce_ex__(5)


def _by_fields(kind: type) -> Way:
    names = [field.name for field in dataclass_fields(kind)]
    if len(names) > 1:
        fields = attrgetter(*names)
        return lambda value: (kind, fields(value))
    return lambda value: (kind, tuple(getattr(value, name) for name in names))


class _Plain(pickle.Pickler):
    """Writes a value so that equal ones have equal bytes."""

    dispatch_table = ByType(_way)

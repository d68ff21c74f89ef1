"""A fingerprint of values of the model: the same for the same content, whatever line it stands on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.by_type import ByType

if TYPE_CHECKING:
    from generator.by_type import Way

PLACES = {"written", "place"}
"""Fields that tell where something was written, not what."""


def fingerprint(*values: object) -> str:
    """SHA-256 over the content of records; what was left out or is a default does not count.

    So a field that a later version of the generator adds changes no fingerprint.
    """
    text = json.dumps([_plain(value) for value in values], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: object) -> Any:
    return _WAYS[type(value)](value)


def _way(kind: Any) -> Way:
    if kind in {type(None), bool}:
        return lambda value: value
    if issubclass(kind, (tuple, list)):
        return lambda value: [_WAYS[type(part)](part) for part in value]
    if issubclass(kind, dict):
        return lambda value: {str(key): _plain(part) for key, part in value.items()}
    return _by_fields(kind) if is_dataclass(kind) else str


_WAYS = ByType(_way)


def _by_fields(kind: Any) -> Way:
    known = [
        (field.name, attrgetter(field.name), None if field.default is MISSING else field.default)
        for field in fields(kind)
        if field.name not in PLACES
    ]

    def way(value: Any) -> dict[str, Any]:
        told = {}
        for name, part_of, default in known:
            part = part_of(value)
            if part is not default and (default is None or part != default):
                told[name] = _WAYS[type(part)](part)
        return told

    return way

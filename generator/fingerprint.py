"""A fingerprint of values of the model: the same for the same content, whatever line it stands on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any

PLACES = {"written", "place"}
"""Fields that tell where something was written, not what."""


def fingerprint(*values: object) -> str:
    """SHA-256 over the content of records; what was left out or is a default does not count.

    So a field that a later version of the generator adds changes no fingerprint.
    """
    text = json.dumps([_plain(value) for value in values], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if is_dataclass(value):
        kind: Any = type(value)
        told = ((name, getattr(value, name), default) for name, default in _fields(kind))
        return {name: _plain(part) for name, part, default in told if part != default}
    return str(value)


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    known = [field for field in fields(kind) if field.name not in PLACES]
    return tuple((f.name, None if f.default is MISSING else f.default) for f in known)

"""JSON for programs and for people who compare versions: each record on a line of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_lines(content: Mapping[str, Any]) -> bytes:
    """An object with one line for each of its values, and one for each entry of its lists."""
    lines = (f"{_said(key)}: {_value(value)}" for key, value in content.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8")


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)) and value:
        return "[\n" + ",\n".join(map(_said, value)) + "\n]"
    return _said(value)


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

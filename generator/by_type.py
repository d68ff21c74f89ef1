"""What is done with values, decided once for a type and not for each of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Way = Callable[[Any], Any]


class ByType(dict[type, "Way"]):
    """A way for each type: `decide` tells it when a value of the type is first met."""

    def __init__(self, decide: Callable[[Any], Way]) -> None:
        super().__init__()
        self._decide = decide

    def __missing__(self, kind: type) -> Way:
        way = self[kind] = self._decide(kind)
        return way

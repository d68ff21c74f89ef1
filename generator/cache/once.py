"""Results that are worked out once for an object: the same object, not an equal one.

Comparing two disclosures would take longer than most of what is asked of them.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, TypeVarTuple

from generator.cache.served import is_served

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")
Parts = TypeVarTuple("Parts")
KEPT = 32
"""How many results are kept for a function that is asked of few objects; the oldest go first."""
EACH = 100_000
"""How many for one that is asked of each record of an agency."""


def once(function: Callable[P, R], most: int = KEPT) -> Callable[P, R]:
    """Keeps results by the identity of the first argument and the value of the others."""
    kept: OrderedDict[tuple[Any, ...], tuple[object, R]] = OrderedDict()

    @wraps(function)
    def remembered(*arguments: P.args, **named: P.kwargs) -> R:
        first, *rest = arguments
        key = (id(first), *rest, *sorted(named.items())) if named else (id(first), *rest)
        found = kept.get(key)
        if found is None:
            found = kept[key] = (first, function(*arguments, **named))
            while len(kept) > most:
                kept.popitem(last=False)
        return found[1]

    return remembered


def once_each(function: Callable[P, R]) -> Callable[P, R]:
    """The same for what is asked of every record: while a site is served, an edit costs one record.

    The records of files that did not change stay the same objects.
    """
    return once(function, EACH)


def once_of(function: Callable[[*Parts], R]) -> Callable[[*Parts], R]:
    """The same, while a site is served, for what is put together of several objects: each counts.

    A build asks for it once, and of many agencies has no room for all.
    """
    kept: OrderedDict[tuple[int, ...], tuple[object, R]] = OrderedDict()

    @wraps(function)
    def remembered(*parts: *Parts) -> R:
        if not is_served():
            return function(*parts)
        key = tuple(map(id, parts))
        found = kept.get(key)
        if found is None:
            found = kept[key] = (parts, function(*parts))
            while len(kept) > EACH:
                kept.popitem(last=False)
        return found[1]

    return remembered

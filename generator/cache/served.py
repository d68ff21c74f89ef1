"""While a site is served: files that nobody touched are not read again for a preview."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
R = TypeVar("R")

_served: list[bool] = []
"""Filled as long as a site is served."""
SETTLED = 3 * 10**9
"""Nanoseconds since its last change after which a file's state tells a later change; disks count in
steps of up to two seconds."""


@contextmanager
def serving() -> Iterator[None]:
    """A site is served as long as the block lasts."""
    _served.append(True)
    try:
        yield
    finally:
        _served.pop()


def is_served() -> bool:
    """Whether a site is being served."""
    return bool(_served)


def unless_touched(function: Callable[P, R]) -> Callable[P, R]:
    """Marks a function of a file's content, whose path comes first.

    While a site is served its result stands until the file's state on the disk is another. No build
    relies on that, since clocks can lie: outside of `serving` the function is an ordinary one.
    """
    known: dict[tuple[object, ...], tuple[object, R]] = {}

    @wraps(function)
    def known_or_read(*arguments: P.args, **named: P.kwargs) -> R:
        if not is_served():
            return function(*arguments, **named)
        path: Any = arguments[0]
        key = (os.fspath(path), *arguments[1:])  # a path takes long to hash
        state = _state(key[0])
        found = known.get(key)
        if found and state is not None and found[0] == state:
            return found[1]
        result = function(*arguments, **named)
        known[key] = (state, result)
        return result

    return known_or_read


def _state(path: Any) -> tuple[int, ...] | None:
    """What changes with a file; None where that cannot be told."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked of every file at each preview
    except OSError:
        return None
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < SETTLED:
        return None
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)

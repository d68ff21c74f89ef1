"""Results that are kept from one build to the next, by the content of all they were made from.

A function that is marked `kept` is pure: its arguments are all that it reads. While a shelf is open,
its result is looked for under a key that is the hash of its name and of its arguments. A shelf
belongs to one version of the program: all its code, templates, words and data, and the libraries
beside it; another version begins an empty one. So nothing that is found on a shelf can be out of
date, and a shelf can be deleted at any time. What a killed build had begun to write is not there.
"""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from generator.cache.keys import key_of
from generator.cache.shelves import Shelf
from generator.cache.version import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

P = ParamSpec("P")
R = TypeVar("R")

_open: list[Shelf] = []
"""The shelf that is in use; none outside of a build."""


@contextmanager
def shelf(folder: Path, name: str) -> Iterator[Shelf]:
    """Opens the shelf of an agency in a project's cache folder, for as long as the block lasts."""
    version = program()
    _clear_away(folder, version)
    with shelf_at(folder / version / f"{name}.sqlite") as opened:
        yield opened


def spare(folder: Path, name: str) -> Path:
    """Where an agency's former site is kept to be made into the next, in a project's cache folder."""
    return folder / program() / f"{name}.spare"


@contextmanager
def shelf_at(path: Path) -> Iterator[Shelf]:
    """Opens a shelf by its file, as the second process of a build does."""
    opened = Shelf(path)
    _open.append(opened)
    with closing(opened):
        try:
            yield opened
        finally:
            _open.remove(opened)


def note_asked(keys: set[bytes]) -> None:
    """What the other process of a build asked for is not let go either."""
    for opened in _open[-1:]:
        opened.asked |= keys


def _clear_away(folder: Path, version: str) -> None:
    """Shelves of other versions of the program."""
    for other in folder.glob("*") if folder.is_dir() else ():
        if other.name != version:
            shutil.rmtree(other, ignore_errors=True)


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Marks a pure function whose results are worth keeping; it takes arguments by place alone."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found_or_made(*arguments: P.args, **named: P.kwargs) -> R:
        if not _open:
            return function(*arguments, **named)
        key = key_of(name, arguments)
        found = _open[-1].find(key)
        if found:
            return found[0]  # type: ignore[return-value]
        result = function(*arguments, **named)
        _open[-1].keep(key, result)
        return result

    return found_or_made

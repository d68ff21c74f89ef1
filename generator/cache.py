"""Results that are kept from one build to the next, by the content of all they were made from.

A function that is marked `kept` is pure: its arguments are all that it reads. While a shelf is open,
its result is looked for under a key that is the hash of its name and of its arguments. A shelf
belongs to one version of the program: all its code, templates, words and data, and the libraries
beside it; another version begins an empty one. So nothing that is found on a shelf can be out of
date, and a shelf can be deleted at any time. What a killed build had begun to write is not there.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import sys
import sysconfig
import time
import zlib
from contextlib import closing, contextmanager, suppress
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from enum import Enum
from functools import cache, wraps
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
R = TypeVar("R")

PROGRAM = Path(__file__).parent
COMPILED = "__pycache__"
"""Folder of what is made of the program by itself."""
PATIENCE = 10
"""Seconds to wait for another build that is writing."""
CHECK = 4
"""Bytes before each result, by which damage is noticed."""
PAGE = 16 * 1024
"""Bytes that are read and written in one go: the content of most pages of a site."""
AT_ONCE = 4 * 1024 * 1024
"""Bytes of results that wait in memory to be written."""
SLACK = 3
"""How many results are kept for each one that the last build asked for."""


class Shelf:
    """The kept results of one agency, in one file.

    While a site is served they stay in memory too, so that the records of files that did not change
    are the same objects. A build asks for most of them once, and has no room for all.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._memory: dict[bytes, object] = {}
        self._new: dict[bytes, bytes] = {}
        """What waits to be written, and how many bytes that are."""
        self._waiting = 0
        self.asked: set[bytes] = set()
        """The keys of all that was asked for."""
        self._stored = _opened(path)

    def find(self, key: bytes) -> tuple[object] | None:
        """The result under a key, in brackets, since it may be None; None if there is none."""
        self.asked.add(key)
        if key in self._memory:
            return (self._memory[key],)
        content = self._new.get(key) or self._read(key)
        pickled = memoryview(content)[CHECK:]
        if not pickled or zlib.crc32(pickled) != int.from_bytes(content[:CHECK]):
            return None
        result = pickle.loads(pickled)  # noqa: S301 - this program wrote it
        self._remember(key, result)
        return (result,)

    def _remember(self, key: bytes, result: object) -> None:
        if _served:
            self._memory[key] = result

    def _read(self, key: bytes) -> bytes:
        asked = "SELECT result FROM kept WHERE key = ?"
        try:
            row = self._stored.execute(asked, (key,)).fetchone()
        except sqlite3.OperationalError:  # another build is writing for long
            return b""
        except sqlite3.DatabaseError:
            self._begin_anew()
            return b""
        return row[0] if row else b""

    def _begin_anew(self) -> None:
        """After damage that shows only where it is read."""
        self._stored.close()
        with suppress(OSError):
            self.path.unlink()
        self._stored = _opened(self.path)

    def keep(self, key: bytes, result: object) -> None:
        """Puts a result there; it reaches the disk with many others, or with the next `save`."""
        self._remember(key, result)
        content = pickle.dumps(result, protocol=5)
        self._new[key] = zlib.crc32(content).to_bytes(CHECK) + content
        self._waiting += len(content)
        if self._waiting > AT_ONCE:
            self.save(whole=False)

    def save(self, *, whole: bool = True) -> None:
        """Writes what is new; after a whole build, lets go of what it did not ask for.

        Where another build is writing for long, or the disk is full, it is not kept; the next build
        makes it again.
        """
        try:
            self._write(whole=whole)
        except sqlite3.OperationalError:
            pass
        except sqlite3.DatabaseError:
            self._begin_anew()
            with suppress(sqlite3.Error):
                self._write(whole=whole)
        self._new.clear()
        self._waiting = 0
        if whole:
            self.asked.clear()

    def _write(self, *, whole: bool) -> None:
        with self._stored:
            self._stored.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", self._new.items())
            if whole:
                self._forget()

    def _forget(self) -> None:
        (number,) = self._stored.execute("SELECT count(*) FROM kept").fetchone()
        if number <= SLACK * len(self.asked):
            return
        self._stored.execute("CREATE TEMP TABLE asked (key BLOB PRIMARY KEY)")
        self._stored.executemany("INSERT INTO asked VALUES (?)", ((key,) for key in self.asked))
        self._stored.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM asked)")
        self._stored.execute("DROP TABLE asked")

    def close(self) -> None:
        """Lets go of the file."""
        self._stored.close()


def _opened(path: Path) -> sqlite3.Connection:
    """The file of a shelf; a damaged one is begun anew, and where none can be written, in memory."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for place in (path, path, ":memory:"):
        try:
            return _connected(place)
        except sqlite3.Error:
            path.unlink(missing_ok=True)
    raise AssertionError


def _connected(place: Path | str) -> sqlite3.Connection:
    stored = sqlite3.connect(place, timeout=PATIENCE, check_same_thread=False)
    try:
        stored.execute("PRAGMA synchronous = OFF")
        stored.execute(f"PRAGMA page_size = {PAGE}")
        stored.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, result BLOB)")
    except sqlite3.Error:
        stored.close()
        raise
    return stored


_open: list[Shelf] = []
"""The shelf that is in use; none outside of a build."""


@contextmanager
def shelf(folder: Path, name: str) -> Iterator[Shelf]:
    """Opens the shelf of an agency in a project's cache folder, for as long as the block lasts."""
    version = program()
    _clear_away(folder, version)
    with shelf_at(folder / version / f"{name}.sqlite") as opened:
        yield opened


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


_served: list[bool] = []
"""Whether a site is being served."""
SETTLED = 3 * 10**9
"""Nanoseconds since its last change after which a file's state tells a later change; disks count in
steps of up to two seconds."""


@contextmanager
def serving() -> Iterator[None]:
    """As long as the block lasts, a file that nobody touched is not read again for a preview."""
    _served.append(True)
    try:
        yield
    finally:
        _served.pop()


def unless_touched(function: Callable[P, R]) -> Callable[P, R]:
    """Marks a function of a file's content, whose path comes first.

    While a site is served its result stands until the file's state on the disk is another. No build
    relies on that, since clocks can lie: outside of `serving` the function is an ordinary one.
    """
    known: dict[tuple[object, ...], tuple[object, R]] = {}

    @wraps(function)
    def known_or_read(*arguments: P.args, **named: P.kwargs) -> R:
        if not _served:
            return function(*arguments, **named)
        state = _state(arguments[0])
        found = known.get(arguments)
        if found and state is not None and found[0] == state:
            return found[1]
        result = function(*arguments, **named)
        known[arguments] = (state, result)
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


class _Ways(dict[type, "Callable[[Any], Any]"]):
    """How values of each type that is not one of Python's own are written: as type and parts.

    The usual way, by which values could be read again, takes three times as long.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        """Found when a type is first met."""
        way = self[kind] = _way(kind)
        return way


def _way(kind: type) -> Callable[[Any], Any]:
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


def _by_fields(kind: type) -> Callable[[Any], Any]:
    names = [field.name for field in dataclass_fields(kind)]
    if len(names) > 1:
        fields = attrgetter(*names)
        return lambda value: (kind, fields(value))
    return lambda value: (kind, tuple(getattr(value, name) for name in names))


class _Plain(pickle.Pickler):
    """Writes a value so that equal ones have equal bytes."""

    dispatch_table = _Ways()


@cache
def program() -> str:
    """The version of all that takes part in a build except an agency's data and theme."""
    parts = blake2b(sys.version.encode(), digest_size=8)
    for path in sorted(PROGRAM.rglob("*")):
        if COMPILED not in path.parts and path.is_file():
            parts.update(path.relative_to(PROGRAM).as_posix().encode())
            parts.update(path.read_bytes())
    libraries = Path(sysconfig.get_path("purelib"))
    parts.update("".join(sorted(p.name for p in libraries.glob("*.dist-info"))).encode())
    return parts.hexdigest()

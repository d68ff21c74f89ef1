"""A shelf of results on the disk: one SQLite file for each agency."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.cache.served import is_served

if TYPE_CHECKING:
    from pathlib import Path

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
        self._begin()

    def _begin(self) -> None:
        self._stored = _opened(self.path)
        self._there: set[bytes] = set()
        self.look_again()

    def look_again(self) -> None:
        """Learns what is there, also of what another process kept meanwhile.

        A build from nothing asks for thousands of results that are not there.
        """
        with suppress(sqlite3.Error):  # a damaged shelf shows that again where it is read
            self._there = {key for (key,) in self._stored.execute("SELECT key FROM kept")}

    def find(self, key: bytes) -> tuple[object] | None:
        """The result under a key, in brackets, since it may be None; None if there is none."""
        self.asked.add(key)
        if key in self._memory:
            return (self._memory[key],)
        content = self._new.get(key) or (self._read(key) if key in self._there else b"")
        pickled = memoryview(content)[CHECK:]
        if not pickled or zlib.crc32(pickled) != int.from_bytes(content[:CHECK]):
            return None
        result = pickle.loads(pickled)  # noqa: S301 - this program wrote it
        self._remember(key, result)
        return (result,)

    def _remember(self, key: bytes, result: object) -> None:
        if is_served():
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
        self._begin()

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
            self._there |= self._new.keys()
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
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    for place in (path, path, ":memory:"):
        try:
            return _connected(place)
        except sqlite3.Error:
            with suppress(OSError):  # Windows deletes no file that another build has open
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

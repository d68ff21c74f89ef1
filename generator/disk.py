"""Writing on a disk so that a full disk, a kill or another program costs nothing that was there."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEFT_FOR_DEAD = 15 * 60
"""Seconds after which a folder that another process began cannot be in use any more."""
PATIENCE = 2
"""Seconds: Windows refuses to rename a folder while a program, often a virus scanner, reads in it."""


def put(path: Path, content: bytes) -> None:
    """One file, whole or as it was: what commands keep must not be lost to a full disk or a kill."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        new.write_bytes(content)
        _rename(new, path)
    finally:
        new.unlink(missing_ok=True)


class Replacement:
    """A folder beside another, with the process's number in its name, to take its place when whole."""

    def __init__(self, place: Path) -> None:
        self.place = place.resolve() if place.is_symlink() else place
        self.new = self.place.with_name(f"{self.place.name}.new-{os.getpid()}")
        self.old = self.place.with_name(f"{self.place.name}.old-{os.getpid()}")

    def begin(self) -> Path:
        """The folder to write into; what killed processes left behind is cleared away."""
        self._sweep()
        self.lay()
        return self.new

    def lay(self) -> None:
        """The folder, empty."""
        self.new.mkdir(parents=True)

    def swap(self) -> None:
        """The new folder takes the place of the old, which is then let go.

        If another process was quicker, its folder is replaced in turn. If the new one cannot be put in
        place, the old one is put back.
        """
        if self.place.exists():
            if _exchange(self.new, self.place):
                _rename(self.new, self.old)
                self.let_go(self.old)
                return
            _rename(self.place, self.old)
        try:
            _rename(self.new, self.place)
        except OSError:
            if self.old.exists() and not self.place.exists():
                _rename(self.old, self.place)
            raise
        self.let_go(self.old)

    def abandon(self) -> None:
        """Throw away what was begun."""
        shutil.rmtree(self.new, ignore_errors=True)

    def let_go(self, folder: Path) -> None:
        """The old folder is of no use here any more."""
        shutil.rmtree(folder, ignore_errors=True)

    def _sweep(self) -> None:
        """Clear away what was left by processes killed long ago; put back a folder left aside."""
        ours = re.compile(re.escape(self.place.name) + r"\.(new|old)-[0-9]+")
        beside = self.place.parent.iterdir() if self.place.parent.is_dir() else ()
        for left in [path for path in beside if ours.fullmatch(path.name)]:
            if time.time() - left.stat().st_mtime < LEFT_FOR_DEAD:
                continue
            if ".old-" in left.name and not self.place.exists():
                _rename(left, self.place)
            else:
                shutil.rmtree(left, ignore_errors=True)


def gone(file: Path) -> None:
    """A file is deleted."""
    _patiently(file.unlink)


def _rename(source: Path, target: Path) -> None:
    """A file or folder under another name: over what stands there, where that is a file."""
    _patiently(lambda: source.replace(target))


def _patiently(change: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            change()
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _exchange(one: Path, other: Path) -> bool:
    """Two folders change places in one step, if this system can do that.

    Then there is no moment at which a kill would leave neither. Linux can: renameat2(2).
    """
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(call(HERE, os.fsencode(one), HERE, os.fsencode(other), BOTH_WAYS) == 0)


HERE, BOTH_WAYS = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE."""

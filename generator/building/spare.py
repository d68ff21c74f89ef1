"""The site that stood before the one that stands, kept to be made into the next.

Nearly all of its files and folders are those of the next site too, and making and deleting thousands of
folders took a fifth of a build after an edit. Nothing is believed of it: a file counts as what it should
be only if it is the same file on the disk as one that was written and not touched since, and what does
not belong is taken out.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.disk import gone

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


@dataclass(slots=True)
class Stock:
    """What lies in a tree before it is made into a site: addresses below it."""

    files: set[str] = field(default_factory=set)
    """Whatever is no folder; a link to one is none."""
    folders: set[str] = field(default_factory=set)

    def make_room(self, tree: Path, address: str) -> None:
        """Takes away what stands where a file is to be written.

        Never written over: the file may be one with a file of the site that stands.
        """
        if address in self.files:
            self.files.remove(address)
            gone(tree / address)
        elif address in self.folders:
            self.folders.remove(address)
            shutil.rmtree(tree / address)

    def clear(self, tree: Path, wanted: Collection[str]) -> None:
        """Takes away all files but the wanted ones, and folders in which none stands."""
        for address in self.files.difference(wanted):
            with suppress(FileNotFoundError, NotADirectoryError):  # it made room for another
                gone(tree / address)
        for folder in sorted(self.folders - _around(wanted), key=len, reverse=True):
            with suppress(FileNotFoundError, NotADirectoryError):
                (tree / folder).rmdir()


def taken(spare: Path, place: Path) -> Stock | None:
    """Puts the spare tree in a place, where no other build finds it; None if there is none."""
    try:
        os.utime(spare)  # else another build might take it for one that was killed long ago
        spare.rename(place)
    except OSError:
        return None
    return _stock(place)


def put_away(tree: Path, spare: Path) -> None:
    """Keeps a tree as the spare, if there is none and it is on the same disk."""
    with suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        tree.rename(spare)


def _around(addresses: Collection[str]) -> set[str]:
    """The folders in which files stand."""
    around: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder not in around:
            around.add(folder)
            folder = folder.rpartition("/")[0]
    return around


def _stock(tree: Path) -> Stock:
    stock, waiting = Stock(), [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{tree}/{folder}") as found:
            for one in found:
                address = f"{folder}/{one.name}" if folder else one.name
                if one.is_dir(follow_symlinks=False) and not _leads_elsewhere(one):
                    stock.folders.add(address)
                    waiting.append(address)
                else:
                    stock.files.add(address)
    return stock


def _leads_elsewhere(folder: os.DirEntry[str]) -> bool:
    """Whether it is a junction of Windows: what it shows is somebody else's."""
    tag: int = getattr(folder.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return tag == JUNCTION


JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT."""

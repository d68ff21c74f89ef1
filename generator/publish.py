"""A new site beside the old one, which it replaces only when it is whole."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from generator.destination import only_a_site
from generator.seal import INDEX, Print, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Document(NamedTuple):
    """A file of the site: its address and its content."""

    address: str
    content: bytes


class Published(NamedTuple):
    """A file as it was written: its content, by hashes, and the state of it on the disk."""

    key: bytes
    print: Print
    state: tuple[int, int, int]
    """Its number on the disk, its length, when it was changed last."""


Manifest = dict[str, Published]
"""The files of a site by their addresses."""


class Staging:
    """A folder beside the site's, with the process's number in its name."""

    def __init__(self, site: Path, former: Path | None = None) -> None:
        self.site = site.resolve() if site.is_symlink() else site
        self.former = former or self.site
        """Where the last site stands: in its place, unless many are put in place at once."""
        self.new = self.site.with_name(f"{self.site.name}.new-{os.getpid()}")
        self.old = self.site.with_name(f"{self.site.name}.old-{os.getpid()}")
        self._index = b""

    def begin(self, *, of_data: bool = False) -> Path:
        """An empty folder to build into; what killed builds left behind is cleared away.

        Raises `Refused` if something else than a site stands in its place, unless it is a folder of
        data that is to be replaced, as an import does.
        """
        if not of_data:
            only_a_site(self.site)
        self._sweep()
        self.new.mkdir(parents=True)
        return self.new

    def write(self, documents: Iterable[Document], former: Manifest) -> Manifest:
        """Writes files into the new folder; the site's index is only laid aside, to be sealed.

        What is as it was in the old site is linked from there, if nobody has touched it since.
        """
        written: Manifest = {}
        folders = {""}
        for document in documents:
            if document.address == INDEX:
                self._index = document.content
                continue
            self._make_folder(document.address.rpartition("/")[0], folders)
            written[document.address] = self._placed(document, former.get(document.address))
        return written

    def seal(self, written: Manifest, former: Manifest) -> Manifest:
        """All files of the new site with its index, which comes last since it names fingerprints."""
        prints = {address: entry.print for address, entry in written.items()}
        index = Document(INDEX, sealed(self._index, prints))
        return {**written, INDEX: self._placed(index, former.get(INDEX))}

    def _make_folder(self, folder: str, there: set[str]) -> None:
        if folder not in there:
            self._make_folder(folder.rpartition("/")[0], there)
            with suppress(FileExistsError):  # the other process of this build was quicker
                os.mkdir(self.new / folder)  # noqa: PTH102 - half the time of Path.mkdir
            there.add(folder)

    def _placed(self, document: Document, former: Published | None) -> Published:
        address, content = document
        old, new = f"{self.former}/{address}", f"{self.new}/{address}"
        key = blake2b(content, digest_size=20).digest()
        if former and former.key == key and _same_file(old, new, former):
            return former
        (self.new / address).write_bytes(content)
        return Published(key, Print.of(content, address), _state(new))

    def swap(self) -> None:
        """The new site takes the place of the old, which is then deleted.

        If another build was quicker, its site is replaced in turn. If the new site cannot be put in
        place, the old one is put back.
        """
        if self.site.exists():
            if _exchange(self.new, self.site):
                _rename(self.new, self.old)
                shutil.rmtree(self.old, ignore_errors=True)
                return
            _rename(self.site, self.old)
        try:
            _rename(self.new, self.site)
        except OSError:
            if self.old.exists() and not self.site.exists():
                _rename(self.old, self.site)
            raise
        shutil.rmtree(self.old, ignore_errors=True)

    def abandon(self) -> None:
        """Throw away what was begun."""
        shutil.rmtree(self.new, ignore_errors=True)

    def _sweep(self) -> None:
        """Clear away what builds left that were killed long ago; put back a site left aside."""
        ours = re.compile(re.escape(self.site.name) + r"\.(new|old)-[0-9]+")
        beside = self.site.parent.iterdir() if self.site.parent.is_dir() else ()
        for left in [path for path in beside if ours.fullmatch(path.name)]:
            if time.time() - left.stat().st_mtime < LEFT_FOR_DEAD:
                continue
            if ".old-" in left.name and not self.site.exists():
                _rename(left, self.site)
            else:
                shutil.rmtree(left, ignore_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """From what a site is made, and where it is written."""

    folder: Path
    theme: Path
    staging: Staging
    former: Manifest
    """The files of the site that stands."""


LEFT_FOR_DEAD = 15 * 60
"""Seconds after which a folder of another build cannot be in use any more."""
PATIENCE = 2
"""Seconds: Windows refuses to rename a folder while a program, often a virus scanner, reads in it."""


def stands(site: Path, files: Manifest) -> bool:
    """Whether a site stands as it was written: every file, and no other."""
    try:
        if any(_state(f"{site}/{address}") != file.state for address, file in files.items()):
            return False
    except OSError:
        return False
    return sum(len(names) for _folder, _folders, names in os.walk(site)) == len(files)


def linked(site: Path, copy: Path, files: Manifest) -> None:
    """The same site in another place, by links to the same files."""
    for address in files:
        (copy / address).parent.mkdir(parents=True, exist_ok=True)
        if not _same_file(f"{site}/{address}", f"{copy}/{address}", files[address]):
            shutil.copy2(site / address, copy / address)


def _exchange(one: Path, other: Path) -> bool:
    """Two folders change places in one step, if this system can do that.

    Then there is no moment at which a kill would leave no site. Linux can: renameat2(2).
    """
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(call(HERE, os.fsencode(one), HERE, os.fsencode(other), BOTH_WAYS) == 0)


HERE, BOTH_WAYS = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE."""


def _same_file(old: str, new: str, former: Published) -> bool:
    """Whether the old file is as it was written and now stands in the new site too."""
    try:
        if _state(old) != former.state:
            return False
        os.link(old, new)
    except OSError:  # it is gone, or this disk knows no links
        return False
    return True


def _state(path: str) -> tuple[int, int, int]:
    found = os.stat(path)  # noqa: PTH116 - asked of every file; a Path takes longer than the answer
    return found.st_ino, found.st_size, found.st_mtime_ns


def put(path: Path, content: bytes) -> None:
    """One file, whole or as it was: what commands keep must not be lost to a full disk or a kill."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        new.write_bytes(content)
        _rename(new, path)
    finally:
        new.unlink(missing_ok=True)


def _rename(source: Path, target: Path) -> None:
    """Over what stands there, where that is a file."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return

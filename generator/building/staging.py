"""A new site beside the old one, which it replaces only when it is whole."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from generator.destination import only_a_site
from generator.disk import Replacement
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


class Staging(Replacement):
    """A site that is built beside the one that stands."""

    def __init__(self, site: Path, former: Path | None = None) -> None:
        super().__init__(site)
        self.former = former or self.place
        """Where the last site stands: in its place, unless many are put in place at once."""
        self._index = b""

    def begin(self) -> Path:
        """The empty folder; raises `Refused` if something else than a site stands in its place."""
        only_a_site(self.place)
        return super().begin()

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """From what a site is made, and where it is written."""

    folder: Path
    theme: Path
    staging: Staging
    former: Manifest
    """The files of the site that stands."""


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

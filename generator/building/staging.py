"""A new site beside the old one, which it replaces only when it is whole."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from generator.building.spare import Stock, put_away, taken
from generator.destination import only_a_site
from generator.disk import Replacement
from generator.seal import INDEX, Print, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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

    def __init__(
        self, site: Path, former: Path | None = None, spares: Mapping[str, Path] | None = None
    ) -> None:
        super().__init__(site)
        self.former = former or self.place
        """Where the last site stands: in its place, unless many are put in place at once."""
        self.spares = spares or {}
        """Where a former site is kept to be made into the next: of each agency if there are many,
        under its folder's name, and under no name if the whole is one agency's."""
        self._stock = Stock()
        self._index = b""

    def begin(self) -> Path:
        """The folder to be filled; raises `Refused` if something else than a site stands in its place."""
        only_a_site(self.place)
        return super().begin()

    def lay(self) -> None:
        """The folder is the spare one if there is one, and else empty."""
        spare = self.spares.get("")
        self.new.parent.mkdir(parents=True, exist_ok=True)
        stock = taken(spare, self.new) if spare else None
        if stock is None:
            super().lay()
        else:
            self._stock = stock

    def let_go(self, folder: Path) -> None:
        """What can be made into the next site is put away."""
        for name, spare in self.spares.items():
            put_away(folder / name, spare)
        super().let_go(folder)

    def write(self, documents: Iterable[Document], former: Manifest) -> Manifest:
        """Writes files into the new folder; the site's index is only laid aside, to be sealed.

        What is as it was in the old site is linked from there, if nobody has touched it since.
        """
        written: Manifest = {}
        folders = {"", *self._stock.folders}
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
        whole = {**written, INDEX: self._placed(index, former.get(INDEX))}
        self._stock.clear(self.new, whole)
        return whole

    def repeat(self, files: Manifest) -> None:
        """The site that stands, once more: by links to the same files."""
        folders = {"", *self._stock.folders}
        for address, file in files.items():
            self._make_folder(address.rpartition("/")[0], folders)
            if not self._same(address, file):
                shutil.copy2(self.former / address, self.new / address)
        self._stock.clear(self.new, files)

    def _make_folder(self, folder: str, there: set[str]) -> None:
        if folder not in there:
            self._make_folder(folder.rpartition("/")[0], there)
            self._stock.make_room(self.new, folder)
            with suppress(FileExistsError):  # the other process of this build was quicker
                os.mkdir(self.new / folder)  # noqa: PTH102 - half the time of Path.mkdir
            there.add(folder)

    def _placed(self, document: Document, former: Published | None) -> Published:
        address, content = document
        key = blake2b(content, digest_size=20).digest()
        if former and former.key == key and self._same(address, former):
            return former
        self._stock.make_room(self.new, address)
        (self.new / address).write_bytes(content)
        return Published(key, Print.of(content, address), _state(f"{self.new}/{address}"))

    def _same(self, address: str, former: Published) -> bool:
        """Whether the new site has the file as it was written: in the spare, or from the old site."""
        old, new = f"{self.former}/{address}", f"{self.new}/{address}"
        if address in self._stock.files and _is_as_written(new, former):
            return True
        self._stock.make_room(self.new, address)
        return _is_as_written(old, former) and _linked(old, new)


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
    if not all(_is_as_written(f"{site}/{address}", file) for address, file in files.items()):
        return False
    return sum(len(names) for _folder, _folders, names in os.walk(site)) == len(files)


def _linked(old: str, new: str) -> bool:
    """Whether a file stands in a second place now, which some disks cannot do."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _is_as_written(path: str, former: Published) -> bool:
    try:
        return _state(path) == former.state
    except OSError:  # it is gone
        return False


def _state(path: str) -> tuple[int, int, int]:
    found = os.lstat(path)  # a Path takes longer than the answer
    return found.st_ino, found.st_size, found.st_mtime_ns

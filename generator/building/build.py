"""An agency's folder → its whole site on disk, beside the old one, which it then replaces."""

from __future__ import annotations

import os
from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from generator.building.staging import Manifest, Order, Staging, stands
from generator.cache import shelf, spare
from generator.cache.keys import key_of
from generator.cache.version import program
from generator.left_behind import is_left_behind
from generator.memory import give_back
from generator.today import today

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.building.second_process import Other
    from generator.cache.shelves import Shelf
    from generator.project import Project


class Last(NamedTuple):
    """A site as it was built last."""

    sources: bytes
    """Hash of all that it was made from."""
    files: Manifest


def build(
    project: Project,
    agency: str,
    site: Path,
    *,
    place: Path | None = None,
    strict: bool = False,
    draft: bool = False,
) -> bool:
    """The whole site of an agency; raises `Refused` if the data has errors.

    Tells whether anything was built; what takes long to load is loaded only then. `place` is where
    the site will stand in the end, and where the last one stands, if not `site`.
    """
    standing = (place or site).absolute()
    with shelf(project.cache, agency) as opened:
        sources = sources_of(project, agency, strict=strict, draft=draft)
        last = _last(opened, standing)
        staging = Staging(site.absolute(), standing, {"": spare(project.cache, agency)})
        if last and last.sources == sources and stands(standing, last.files):
            if site.absolute() != standing:
                staging.begin()
                staging.repeat(last.files)
                staging.swap()
            return False
        order = Order(
            folder=project.content / agency,
            theme=project.theme,
            staging=staging,
            former=last.files if last else {},
        )
        try:
            written = _assembled(order, opened, strict=strict, draft=draft)
            staging.swap()
        except BaseException:
            staging.abandon()
            opened.save(whole=False)
            raise
        opened.keep(_key(standing), Last(sources, written))
        opened.save()
    return True


def _assembled(order: Order, opened: Shelf, *, strict: bool, draft: bool) -> Manifest:
    """By two processes where that is quicker; the second begins before anything heavy is loaded."""
    give_back()
    begun: AbstractContextManager[Other | None] = nullcontext()
    if _processes(order) > 1:
        second = import_module("generator.building.second_process")
        begun = second.second_process(SECOND, opened.path, order.folder)
    with begun as other:

        def looked_through() -> None:
            if other:
                other.hear()
                opened.look_again()

        ready = import_module("generator.inspection").ready
        edition = ready(order.folder, looked_through, strict=strict, draft=draft)
        order.staging.begin()
        if other:
            other.tell((edition.worked_out(), order))
        assembled = import_module(
            "generator.building.assembly"
        ).assembled  # heavy: the other has begun
        return cast("Manifest", assembled(edition, order, other))


def _processes(order: Order) -> int:
    """How many processes build an agency's site: as many as the environment says, or else by its size.

    After an edit there is one: most is found on the shelf, and what it is to find would have to be loaded
    twice. With two, a build of 400 pages after an edit took 1.7 s instead of 1.3.
    """
    named = os.environ.get(PROCESSES, "")
    if named.isdigit():
        return int(named)
    if order.former:
        return 1
    length = sum(path.stat().st_size for path in order.folder.rglob("*") if path.is_file())
    return 2 if length > LARGE and cores() > 1 else 1


def cores() -> int:
    """How many processes can run at the same moment."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


PROCESSES = "DISCLOSURE_PROCESSES"
"""In the environment, 1 or 2: how many processes a build takes."""
LARGE = 400_000
"""Bytes of an agency's files above which two processes are quicker than one."""
SECOND = "generator.building.second_half:half"


def is_unchanged(project: Project, agency: str, place: Path, *, strict: bool) -> bool:
    """Whether the site that stands there is what a build would make."""
    with shelf(project.cache, agency) as opened:
        last = _last(opened, place.absolute())
        sources = sources_of(project, agency, strict=strict)
        return bool(last and last.sources == sources and stands(place, last.files))


def sources_of(
    project: Project, agency: str, *, strict: bool = False, draft: bool = False
) -> bytes:
    """Hash of all that a site is made from; the day counts, since statements and releases expire."""
    read = [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for folder in (project.content / agency, project.theme)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not is_left_behind(path.name)
    ]
    return key_of(program(), today(), strict, draft, read)


def _key(place: Path) -> bytes:
    return key_of("site", str(place))


def _last(opened: Shelf, place: Path) -> Last | None:
    found = opened.find(_key(place))
    return cast("Last", found[0]) if found else None

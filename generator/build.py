"""An agency's folder → its whole site on disk, beside the old one, which it then replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from generator.cache import key_of, program, shelf
from generator.publish import Document, Manifest, Staging, linked, stands
from generator.site import SiteFile, SitePage
from generator.theme import Theme
from generator.today import today
from generator.workshop import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.cache import Shelf
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
) -> None:
    """The whole site of an agency; raises `Refused` if the data has errors.

    `place` is where the site will stand in the end, and where the last one stands, if not `site`.
    """
    standing = (place or site).absolute()
    with shelf(project.cache, agency) as opened:
        sources = sources_of(project, agency, strict=strict, draft=draft)
        last = _last(opened, standing)
        if last and last.sources == sources and stands(standing, last.files):
            if site.absolute() != standing:
                linked(standing, site, last.files)
            return
        try:
            files = made(project.content / agency, strict=strict, draft=draft)
            pages = documents(files, Theme(project.theme))
            written = publish(pages, Staging(site.absolute(), standing), last.files if last else {})
        except BaseException:
            opened.save(whole=False)
            raise
        opened.keep(_key(standing), Last(sources, written))
        opened.save()


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
        if path.is_file()
    ]
    return key_of(program(), today(), strict, draft, read)


def _key(place: Path) -> bytes:
    return key_of("site", str(place))


def _last(opened: Shelf, place: Path) -> Last | None:
    found = opened.find(_key(place))
    return cast("Last", found[0]) if found else None


def publish(files: Iterator[Document], staging: Staging, former: Manifest) -> Manifest:
    """Writes a site beside the one that is there, whose place it takes when it is whole."""
    staging.begin()
    try:
        written = staging.write(files, former)
    except BaseException:
        staging.abandon()
        raise
    staging.swap()
    return written


def documents(files: Iterator[SitePage | SiteFile], theme: Theme) -> Iterator[Document]:
    """Every file as it is published: pages with the theme's frame around them, and its own files."""
    for file in files:
        if isinstance(file, SiteFile):
            yield Document(file.src_uri, file.content)
            continue
        if file.is_home:
            for one in theme.files(file.frame):
                yield Document(one.src_uri, one.content)
        yield Document(file.address, theme.document(file.frame, file.html).encode("utf-8"))

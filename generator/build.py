"""An agency's folder → its whole site on disk, beside the old one, which it then replaces."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.cache import key_of, shelf
from generator.publish import Document, Manifest, Staging
from generator.site import SiteFile, SitePage
from generator.theme import Theme
from generator.workshop import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.cache import Shelf
    from generator.project import Project


def build(
    project: Project, agency: str, site: Path, *, strict: bool = False, draft: bool = False
) -> None:
    """The whole site of an agency; raises `Refused` if the data has errors."""
    with shelf(project.cache, agency) as opened:
        try:
            files = made(project.content / agency, strict=strict, draft=draft)
            publish(documents(files, Theme(project.theme)), site.absolute(), opened)
        finally:
            opened.save()


def publish(files: Iterator[Document], site: Path, opened: Shelf) -> None:
    """Writes a site beside the one that is there, whose place it takes when it is whole."""
    staging, key = Staging(site), key_of("site", str(site))
    found = opened.find(key)
    former: Manifest = found[0] if found else {}  # type: ignore[assignment]
    staging.begin()
    try:
        written = staging.write(files, former)
    except BaseException:
        staging.abandon()
        raise
    staging.swap()
    opened.keep(key, written)


def documents(files: Iterator[SitePage | SiteFile], theme: Theme) -> Iterator[Document]:
    """Every file as it is published: pages with the theme's frame around them, and its own files."""
    for file in files:
        if isinstance(file, SiteFile):
            yield _file(file)
            continue
        if file.is_home:
            yield from map(_file, theme.files(file.frame))
        key = key_of(theme.version, file.frame, file.html)
        yield Document(file.address, key, partial(_page, theme, file))


def _file(file: SiteFile) -> Document:
    return Document(file.src_uri, key_of(file.content), lambda: file.content)


def _page(theme: Theme, page: SitePage) -> bytes:
    return theme.document(page.frame, page.html).encode("utf-8")

"""The pages and files of a site put together, and into the place of the old site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish import Document, Manifest, Staging
from generator.site import SiteFile, SitePage
from generator.theme import Theme
from generator.workshop import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.project import Project


def assembled(
    project: Project,
    agency: str,
    staging: Staging,
    former: Manifest,
    *,
    strict: bool,
    draft: bool,
) -> Manifest:
    """The whole site of an agency, written; raises `Refused` if the data has errors."""
    files = made(project.content / agency, strict=strict, draft=draft)
    return publish(documents(files, Theme(project.theme)), staging, former)


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

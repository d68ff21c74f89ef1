"""An agency's folder → its whole site on disk, beside the old one, which it then replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish import Staging
from generator.site import SiteFile, SitePage
from generator.theme import Theme
from generator.visit import seal
from generator.workshop import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.project import Project


def build(
    project: Project, agency: str, site: Path, *, strict: bool = False, draft: bool = False
) -> None:
    """The whole site of an agency; raises `Refused` if the data has errors."""
    files = documents(
        made(project.content / agency, strict=strict, draft=draft), Theme(project.theme)
    )
    staging = Staging(site)
    folder = staging.begin()
    try:
        for file in files:
            path = folder / file.src_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        seal(folder)
    except BaseException:
        staging.abandon()
        raise
    staging.swap()


def documents(files: Iterator[SitePage | SiteFile], theme: Theme) -> Iterator[SiteFile]:
    """Every file as it is published: pages with the theme's frame around them, and its own files."""
    for file in files:
        if isinstance(file, SiteFile):
            yield file
            continue
        if file.is_home:
            yield from theme.files(file.frame)
        yield SiteFile(file.address, theme.document(file.frame, file.html).encode("utf-8"))

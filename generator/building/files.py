"""From an agency's folder to the files of its site, or to the reasons why there are none."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.attachments import Cleaned, attached, cleaned
from generator.diagnostics import in_order
from generator.inspection import ready
from generator.privacy.gate import gate
from generator.refused import Refused
from generator.site import SiteFile, SitePage, site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.edition import Edition


def made(
    folder: Path, *, strict: bool = False, draft: bool = False
) -> Iterator[SitePage | SiteFile]:
    """Everything that an agency's site consists of; refuses at errors, if strict at warnings too.

    A draft is made although contradictions of the document are open: its pages show them.
    """
    return whole(ready(folder, strict=strict, draft=draft), folder)


def whole(edition: Edition, folder: Path) -> Iterator[SitePage | SiteFile]:
    """All pages and files of an edition, and what the agency attaches."""
    return through_the_gate(chain(site(edition), attachments(folder)), edition)


def attachments(folder: Path) -> Iterator[SiteFile]:
    """The files that the agency attaches, cleaned; one that cannot be is among the problems."""
    for path in attached(folder):
        clean = cleaned(path, path.name)
        if isinstance(clean, Cleaned):
            yield SiteFile(path.relative_to(folder).as_posix(), clean.content)


def through_the_gate(
    files: Iterator[SitePage | SiteFile], edition: Edition
) -> Iterator[SitePage | SiteFile]:
    """The finished pages and files without those that tell a person's ID number, if some do."""
    problems: list[Diagnostic] = []
    for file in files:
        found = list(gate(file.src_uri, read(file), edition.disclosure))
        problems += found
        if not found:
            yield file
    if problems:
        raise Refused(in_order(problems))


def read(file: SitePage | SiteFile) -> str:
    """What a search engine reads of it; packed files were read before they were packed."""
    if isinstance(file, SitePage):
        return file.html
    return file.content.decode(errors="replace") if file.src_uri.endswith(READ_AS_TEXT) else ""


READ_AS_TEXT = (".csv", ".json", ".js", ".xml", ".svg", ".ics", ".txt")

"""From an agency's folder to the files of its site, or to the reasons why there are none."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.attachments import Cleaned, attached, cleaned
from generator.checks import DECIDABLE
from generator.diagnostics import Severity
from generator.edition import Edition
from generator.inspection import inspected
from generator.privacy.gate import gate
from generator.refused import Refused
from generator.site import SiteFile, SitePage, site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.disclosure import Disclosure


def made(
    folder: Path, *, strict: bool = False, draft: bool = False
) -> Iterator[SitePage | SiteFile]:
    """Everything that an agency's site consists of; refuses at errors, if strict at warnings too.

    A draft is made although contradictions of the document are open: its pages show them.
    """
    disclosure, problems = inspected(folder)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    errors = [
        problem
        for problem in problems
        if problem.rule.severity in grave and not (draft and problem.rule.code in DECIDABLE)
    ]
    if disclosure is None or errors:
        raise Refused(errors or problems)
    whole = chain(site(Edition.of(disclosure)), _attached(folder))
    return _through_the_gate(whole, disclosure)


def _attached(folder: Path) -> Iterator[SiteFile]:
    """The files that the agency attaches, cleaned; one that cannot be is among the problems."""
    for path in attached(folder):
        clean = cleaned(path, path.name)
        if isinstance(clean, Cleaned):
            yield SiteFile(path.relative_to(folder).as_posix(), clean.content)


def _through_the_gate(
    files: Iterator[SitePage | SiteFile], disclosure: Disclosure
) -> Iterator[SitePage | SiteFile]:
    """The finished pages and files, as long as none tells a person's ID number."""
    for file in files:
        found = list(gate(file.src_uri, read(file), disclosure))
        if found:
            raise Refused(found)
        yield file


def read(file: SitePage | SiteFile) -> str:
    """What a search engine reads of it; packed files were read before they were packed."""
    if isinstance(file, SitePage):
        return file.html
    return file.content.decode(errors="replace") if file.src_uri.endswith(READ_AS_TEXT) else ""


READ_AS_TEXT = (".csv", ".json", ".js", ".xml", ".svg", ".ics", ".txt")

"""The pages and files of a site put together, by one process or by two, each of which makes a half."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from generator.building.files import attachments, through_the_gate, whole
from generator.building.staging import Document, Manifest, Order
from generator.cache import note_asked
from generator.diagnostics import Diagnostic, in_order
from generator.model.base import Lang
from generator.refused import Refused
from generator.site import Listed, SiteFile, SitePage, half_of, listed, sitemap
from generator.site.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.building.second_process import Other
    from generator.edition import Edition


@dataclass(slots=True)
class Half:
    """What was written by one process."""

    files: Manifest = field(default_factory=dict)
    listed: list[Listed] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)


def assembled(edition: Edition, order: Order, other: Other | None) -> Manifest:
    """The whole site of an agency, written; raises `Refused` if it tells what it must not."""
    if other is None:
        written = _written(whole(edition, order.folder), order)
    else:
        written = _by_two(edition, order, other)
    return order.staging.seal(written, order.former)


def _by_two(edition: Edition, order: Order, other: Other) -> Manifest:
    """The Thai half, with what belongs to no half, while the other process makes the English one."""
    mine = half(edition, order, Lang.TH, other)
    theirs: Half
    theirs, asked = other.hear()
    note_asked(asked)
    rest = chain(attachments(order.folder), sitemap(mine.listed + theirs.listed))
    parts = (mine, theirs, _made(rest, edition, order))
    if problems := [problem for part in parts for problem in part.problems]:
        raise Refused(in_order(problems))
    return {address: file for part in parts for address, file in part.files.items()}


def half(edition: Edition, order: Order, lang: Lang, other: Other) -> Half:
    """Writes the pages of a language, with the data files that are made beside them."""

    def exchanged(sizes: dict[str, int]) -> dict[str, int]:
        other.tell(sizes)
        theirs: dict[str, int] = other.hear()
        return theirs

    return _made(half_of(edition, lang, exchanged), edition, order)


def _made(files: Iterator[SitePage | SiteFile], edition: Edition, order: Order) -> Half:
    done = Half()
    try:
        passed = through_the_gate(files, edition)
        done.files = _written(_noted(passed, done.listed), order)
    except Refused as refused:
        done.problems = refused.diagnostics
    return done


def _noted(
    files: Iterator[SitePage | SiteFile], every: list[Listed]
) -> Iterator[SitePage | SiteFile]:
    for file in files:
        every += listed(file)
        yield file


def _written(files: Iterator[SitePage | SiteFile], order: Order) -> Manifest:
    return order.staging.write(documents(files, Theme(order.theme)), order.former)


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

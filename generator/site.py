"""An edition → the files of its site, engine-neutral: pages as fragments, data as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.exports import exports
from generator.model.base import Lang
from generator.pages import pages
from generator.pages.frame import Frame, frame
from generator.render import render
from generator.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page: where it is written, the HTML of its content, and the frame around it."""

    src_uri: str
    """Its address as a source file, `plan/index.md`, from which the engine makes its own."""
    html: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that is published as it is."""

    src_uri: str
    content: bytes


def site_pages(edition: Edition, lang: Lang) -> Iterator[SitePage | SiteFile]:
    """Every page in a language, then what finds them."""
    index = SearchIndex(lang)
    for page in pages(edition, lang):
        src_uri = page.here.file.removesuffix(".html") + ".md"
        html = render(page)
        index.add(page, html)
        yield SitePage(src_uri=src_uri, html=html, frame=frame(page, edition))
    yield SiteFile(f"search/{lang}.js", index.file())


def site(edition: Edition) -> Iterator[SitePage | SiteFile]:
    """Everything that an agency's site consists of, the theme apart."""
    for lang in Lang:
        yield from site_pages(edition, lang)
    for address, content in exports(edition):
        yield SiteFile(address, content)

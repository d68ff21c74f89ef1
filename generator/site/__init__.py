"""An edition → the files of its site, engine-neutral: pages as fragments, data as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from generator.cache import kept
from generator.exports import HALVES
from generator.model.base import Lang
from generator.notice import short_notice
from generator.pages import pages
from generator.pages.frame import card_file, frame, main_pages
from generator.pages.year_rows import YearRows
from generator.render import render
from generator.search import SearchIndex, searched
from generator.site.book import Book
from generator.site.card import Card, card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.edition import Edition
    from generator.pages.base import Page
    from generator.pages.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page: where it is written, the HTML of its content, and the frame around it."""

    src_uri: str
    """Its address as a source file, `plan/index.md`, from which the engine makes its own."""
    html: str
    frame: Frame

    @property
    def address(self) -> str:
        """Its file below the site's root."""
        return self.src_uri.removesuffix(".md") + ".html"

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of the site, in Thai."""
        return self.src_uri == "index.md"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that is published as it is."""

    src_uri: str
    content: bytes


Listed = tuple[str, tuple[tuple[str, str], ...]]
"""A page's address on the internet, and of each of its versions language and address."""


def listed(file: SitePage | SiteFile) -> Iterator[Listed]:
    """What the sitemap tells of a page that is in use, if its address is known."""
    if isinstance(file, SitePage) and file.frame.address and not file.frame.moved_to:
        yield file.frame.address, file.frame.alternates


def sitemap(every: list[Listed]) -> Iterator[SiteFile]:
    """Every page with its address on the internet and in the other language, for search engines."""
    if not every:
        return
    entries = "".join(
        f"<url><loc>{escape(address)}</loc>{''.join(map(_version, alternates))}</url>\n"
        for address, alternates in every
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    yield SiteFile("sitemap.xml", f"{head}{entries}</urlset>\n".encode())


def _version(alternate: tuple[str, str]) -> str:
    lang, href = map(escape, alternate)
    return f'<xhtml:link rel="alternate" hreflang="{lang}" href="{href}"/>'


def site_pages(edition: Edition, lang: Lang) -> Iterator[SitePage | SiteFile]:
    """Every page in a language, then what finds them."""
    index, rows, book = SearchIndex(lang), YearRows(), Book(edition, lang)
    for page in pages(edition, lang):
        html, words = _made(page)
        index.add(page, words)
        rows.add(page)
        book.add(page, html)
        if picture := _card(page, edition):
            yield picture
        yield _site_page(edition, page, html)
    yield _site_page(edition, *book.finished())
    yield SiteFile(f"search/{lang}.js", index.file())
    yield from (SiteFile(address, content) for address, content in rows.files())


@kept
def _made(page: Page) -> tuple[str, str]:
    """A page's content as HTML, and its words to be searched; an edit seldom changes what it says.

    Hashing what a page says takes a third of the time of rendering it.
    """
    html = render(page)
    return html, searched(page, html)


def _site_page(edition: Edition, page: Page, html: str) -> SitePage:
    src_uri = page.here.file.removesuffix(".html") + ".md"
    return SitePage(src_uri=src_uri, html=html, frame=frame(page, edition))


def _card(page: Page, edition: Edition) -> SiteFile | None:
    """The picture of a main page, if messengers can be told where it is."""
    agency, here = edition.disclosure.agency, page.here
    paths = {path for path, _name in main_pages(here, edition)}
    if not agency.site.address or here.path not in paths:
        return None
    content = Card(str(page.title), str(here.text(agency.name)), short_notice(agency, here.lang))
    return SiteFile(card_file(here.lang, here.path), card(content))


def site(edition: Edition) -> Iterator[SitePage | SiteFile]:
    """Everything that an agency's site consists of, the theme apart."""
    every: list[Listed] = []
    for lang in Lang:
        yield from data_files(edition, lang)
    for lang in Lang:
        for file in site_pages(edition, lang):
            every += listed(file)
            yield file
    yield from sitemap(every)


def half_of(
    edition: Edition, lang: Lang, exchanged: Callable[[dict[str, int]], dict[str, int]]
) -> Iterator[SitePage | SiteFile]:
    """The pages of a language and their half of the data files, whose sizes are exchanged."""
    yield from data_files(edition, lang)
    edition.sizes.update(exchanged(edition.sizes))
    yield from site_pages(edition, lang)


def data_files(edition: Edition, lang: Lang) -> Iterator[SiteFile]:
    """The data files that are made beside the pages of a language."""
    for address, content in HALVES[lang](edition):
        edition.sizes[address] = len(content)
        yield SiteFile(address, content)

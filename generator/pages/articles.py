"""Pages that officers write by hand, the news among them, and the lists by which they are found."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote

from generator import formats, prose
from generator.frozen import frozen
from generator.model.article import NEWS
from generator.model.eras import FiscalYear
from generator.pages import records
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.narrowing import Way, by_unit, marks, narrowing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markupsafe import Markup

    from generator.edition import Edition
    from generator.model.article import Article
    from generator.model.base import Lang, Phrase
    from generator.pages.narrowing import Marks, Narrowing
    from generator.pages.records import RecordsPage

LIST, NEWS_LIST = "pages", "news"
OUTSIDE = re.compile(r"(https|mailto|tel):", re.IGNORECASE)
"""Links out of the site; the checks let no other kind through."""


@frozen(kw_only=True)
class ArticlePage(Page):
    """A hand-written page."""

    template: ClassVar[str] = "article.html"

    body: Markup
    body_lang: str
    """Language of the text, where it is not the page's; else empty."""
    summary: Phrase
    unit: Link
    as_of: str
    year: str
    items: tuple[Link, ...]
    """ITA items that the page answers."""
    previous: Link | None
    next: Link | None


@frozen(kw_only=True)
class ArticleRow:
    """A page in a list."""

    link: Link
    summary: str | Phrase
    date: str
    day: str
    """The same, as a machine reads it; empty for tables, whose own page tells it."""
    marks: Marks


@frozen(kw_only=True)
class ArticlesPage(Page):
    """A list of hand-written pages."""

    template: ClassVar[str] = "articles.html"
    searched: ClassVar[Searched] = "headings"

    rows: tuple[ArticleRow, ...]
    narrowing: Narrowing | None
    news: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """The lists, then each page."""
    articles = edition.disclosure.articles
    written = [article for article in articles if article.head.topic != NEWS]
    news = [article for article in articles if article.head.topic == NEWS]
    told = list(records.pages(edition, lang))
    if articles or told:
        yield _list(edition, Here(lang, LIST), written, told)
    newest_first = sorted(news, key=lambda article: article.head.as_of, reverse=True)
    if news:
        yield _news(edition, Here(lang, NEWS_LIST), newest_first)
    for row in (written, newest_first):
        for number, article in enumerate(row):
            before = row[number - 1] if number else None
            after = row[number + 1] if number + 1 < len(row) else None
            yield _page(edition, Here(lang, article.path), article, (before, after))


def _list(
    edition: Edition, here: Here, articles: list[Article], told: list[RecordsPage]
) -> ArticlesPage:
    _ = here.words
    rows = (
        *(_told(here, page) for page in told),
        *(_row(here, article) for article in articles),
    )
    has_news = any(article.head.topic == NEWS for article in edition.disclosure.articles)
    return ArticlesPage(
        here=here,
        title=_("Agency information"),
        description=_("What the agency says about itself, its work and its services"),
        rows=rows,
        narrowing=_narrowing(edition, here, rows),
        news=Link(_("News"), here.to(NEWS_LIST)) if has_news else None,
    )


def _news(edition: Edition, here: Here, articles: list[Article]) -> ArticlesPage:
    _, rows = here.words, tuple(_row(here, article) for article in articles)
    return ArticlesPage(
        here=here,
        title=_("News"),
        description=_("News of the agency's work, the newest first"),
        trail=(Link(_("Agency information"), here.to(LIST)),),
        rows=rows,
        narrowing=_narrowing(edition, here, rows),
        news=None,
    )


def _told(here: Here, page: RecordsPage) -> ArticleRow:
    """A page of tables in the list."""
    year = page.here.path.rpartition("/")[2]
    return ArticleRow(
        link=Link(page.title, here.to(page.here.path)),
        summary=page.description,
        date=page.as_of,
        day="",
        marks=marks(form=TABLES, year=year if year.isdigit() else ""),
    )


def _row(here: Here, article: Article) -> ArticleRow:
    return ArticleRow(
        link=Link(article.title(here.lang), here.to(article.path)),
        summary=article.summary(here.lang),
        date=formats.day(article.head.as_of, here.lang),
        day=article.head.as_of.isoformat(),
        marks=marks(form=TEXT, year=_years(article), unit=article.head.unit),
    )


TEXT, TABLES = "text", "tables"
"""Stand in addresses for pages that are written and for those that are made of records."""


def _years(article: Article) -> Iterator[str]:
    """The fiscal years that a page is of; of news, that of its day."""
    head = article.head
    if head.topic == NEWS:
        yield str(int(FiscalYear.of(head.as_of)))
    elif head.fiscal_years:
        yield from (str(int(year)) for year in head.fiscal_years.years)
    elif head.fiscal_year:
        yield str(int(head.fiscal_year))


def _narrowing(edition: Edition, here: Here, rows: tuple[ArticleRow, ...]) -> Narrowing | None:
    _ = here.words
    found = [row.marks for row in rows]
    years = {
        year
        for one in found
        for name, told in one.facets
        if name == "year"
        for year in told.split()
    }
    ways = (
        Way(
            name="year",
            label=_("Fiscal year"),
            values={
                year: formats.fiscal_year(FiscalYear(int(year)), here.lang)
                for year in sorted(years, reverse=True)
            },
        ),
        by_unit(here, edition.disclosure.agency.units),
        Way(
            name="form",
            label=_("Form"),
            values={TEXT: _("Text written by officers"), TABLES: _("Tables")},
        ),
    )
    return narrowing(here, found, ways)


def _page(
    edition: Edition, here: Here, article: Article, beside: tuple[Article | None, Article | None]
) -> ArticlePage:
    _, disclosure = here.words, edition.disclosure
    is_news = article.head.topic == NEWS
    text = article.english if here.lang == "en" and article.english else article.thai
    unit = disclosure.unit(article.head.unit)
    above = Link(_("Agency information"), here.to(LIST))
    return ArticlePage(
        here=here,
        title=article.title(here.lang),
        description=str(article.summary(here.lang)),
        trail=(above, Link(_("News"), here.to(NEWS_LIST))) if is_news else (above,),
        body=prose.html(text.text, addresses(edition, here)),
        body_lang="th" if here.lang == "en" and text is article.thai else "",
        summary=article.summary(here.lang),
        unit=Link(here.text(unit.name), here.to(f"units/{unit.id}")),
        as_of=formats.day(article.head.as_of, here.lang),
        year=_year(here, article),
        items=tuple(_items(edition, here, article)),
        previous=_beside(here, beside[0]),
        next=_beside(here, beside[1]),
    )


def _beside(here: Here, article: Article | None) -> Link | None:
    return Link(article.title(here.lang), here.to(article.path)) if article else None


def _year(here: Here, article: Article) -> str:
    head = article.head
    if head.fiscal_years:
        return formats.fiscal_years(head.fiscal_years.from_, head.fiscal_years.to, here.lang)
    return formats.fiscal_year(head.fiscal_year, here.lang) if head.fiscal_year else ""


def _items(edition: Edition, here: Here, article: Article) -> Iterator[Link]:
    """The items of the answered forms that rest on the page."""
    for form in edition.coverage:
        for covered in form.items:
            if any(e.proof and e.proof.path == article.path for e in covered.elements):
                path = f"ita/{int(form.year)}/{covered.item.code.lower()}"
                year = formats.fiscal_year(form.year, here.lang)
                yield Link(f"ITA {year}: {covered.item.code}", here.to(path))


def addresses(edition: Edition, here: Here) -> Callable[[str], str]:
    """How a link in a text is written on a page: the checks made sure that it leads somewhere."""
    articles = {article.slug: article for article in edition.disclosure.articles}

    def address(target: str) -> str:
        path, _hash, anchor = unquote(target).partition("#")
        if OUTSIDE.match(target) or not path:
            return target
        if path.startswith("/"):
            return here.to(path.strip("/"), anchor)
        where = normpath(f"pages/{path}")
        if where.startswith("files/"):
            return here.shared(where)
        slug = where.removeprefix("pages/").removesuffix(".md")
        return here.to(next(a.path for name, a in articles.items() if name == slug), anchor)

    return address

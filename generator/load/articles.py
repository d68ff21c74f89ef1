"""`pages/SLUG.md` and `pages/SLUG.en.md` → an article: facts above, Markdown below."""

from __future__ import annotations

import re
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from generator import prose
from generator.cache import kept
from generator.cache.once import once_of
from generator.cache.served import unless_touched
from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.load import bounded
from generator.load.records import BAD, read
from generator.load.scalars import NOT_OF_WINDOWS
from generator.load.shown import shown
from generator.model.article import Article, ArticleHead, EnglishHead, Prose, Section
from generator.model.base import Id, Record
from generator.source import parse
from generator.source.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

R = TypeVar("R", bound=Record)

FENCE = "---"
THAI_NAME = re.compile(rf"{NOT_OF_WINDOWS}([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
ENGLISH = ".en.md"


def article_files(folder: Path) -> list[Path]:
    """The Thai file of every page, by name."""
    found = (p for p in (folder / "pages").glob("*.md") if THAI_NAME.fullmatch(p.name))
    return sorted(found, key=attrgetter("name"))


def english_file(thai: Path) -> Path:
    """Where the English of a page stands."""
    return thai.with_name(thai.stem + ENGLISH)


def page_files(folder: Path) -> Iterator[Path]:
    """Every file below pages/ that is read; what else lies there would be left out."""
    for thai in article_files(folder):
        yield from (thai, english_file(thai))


def read_articles(folder: Path, problems: list[Diagnostic]) -> list[Article] | None:
    """Every hand-written page, or None where one cannot be read."""
    found = [_article(path, problems) for path in article_files(folder)]
    articles = [article for article in found if article]
    return articles if len(articles) == len(found) else None


def _article(path: Path, problems: list[Diagnostic]) -> Article | None:
    thai = _page(path, ArticleHead, problems)
    english_path = english_file(path)
    english = _page(english_path, EnglishHead, problems) if english_path.exists() else (None, None)
    if thai is None or english is None:
        return None
    return _put_together(*thai, *english)


@once_of
def _put_together(
    head: ArticleHead, thai: Prose, english_head: EnglishHead | None, english: Prose | None
) -> Article:
    return Article(
        slug=Id(PurePosixPath(thai.file).stem),
        head=head,
        thai=thai,
        english_head=english_head,
        english=english,
    )


def _page(path: Path, kind: type[R], problems: list[Diagnostic]) -> tuple[R, Prose] | None:
    """The facts and the text of one file."""
    page, said = _read_file(path, kind)
    problems.extend(said)
    return page


@unless_touched
def _read_file(path: Path, kind: type[R]) -> tuple[tuple[R, Prose] | None, tuple[Diagnostic, ...]]:
    name = shown(path)
    text, found = read_text(path, name)
    return (None, tuple(found)) if text is None else _read_page(text, name, kind)


@kept
def _read_page(
    text: str, name: str, kind: type[R]
) -> tuple[tuple[R, Prose] | None, tuple[Diagnostic, ...]]:
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if lines[0].rstrip() != FENCE or not end:
        return None, (NO_FACTS.at(Place(name, is_quotable=True)),)
    node, problems = parse("\n".join(["", *lines[1:end]]), name)
    head = BAD if node is None else read(node, kind, problems)
    beyond = tuple(bounded.unbounded(name, lines[end + 1 :], end + 2))
    if beyond:
        return None, (*problems, *beyond)
    body = "\n".join([*[""] * (end + 1), *lines[end + 1 :]])
    return (None if head is BAD else (head, _prose(name, body))), tuple(problems)


def _prose(name: str, text: str) -> Prose:
    empty = Prose(file=name, text=text, sections=())
    sections = tuple(
        Section(
            key=heading.get("id", ""),
            title=prose.words(heading),
            level=int(heading.tag[1]),
            words=words,
            place=empty.place(line),
        )
        for heading, line, words in prose.sections(text)
    )
    return Prose(file=name, text=text, sections=sections)


NO_FACTS = Rule(
    code="no-page-facts",
    what=Words("หน้านี้ไม่มีส่วนหัวระหว่างเส้น ---", "The page has no facts between lines of ---"),
    why=Words(
        "ไม่รู้ชื่อหน้า หน่วยงานรับผิดชอบ และวันที่ของข้อมูล",
        "Its title, its unit and the day that it is of are not known",
    ),
    mend=Words(
        "เริ่มไฟล์ด้วยบรรทัด --- ตามด้วย title และข้อมูลอื่น แล้วปิดด้วย ---",
        "Begin the file with a line ---, then title and the rest, then a line ---",
    ),
)
RULES = (NO_FACTS, *bounded.RULES)

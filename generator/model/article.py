"""A page that an officer writes by hand (หน้าที่เขียนเอง): facts about it, sections in two languages."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Place
from generator.frozen import frozen
from generator.model.base import Id, Lang, Phrase, Record, YearSpan, record, told
from generator.model.eras import Day, FiscalYear

NEWS = "news"
"""Topic of an article that is news; the news page lists it by its day."""


@record
class ArticleHead(Record):
    """The facts above the Thai text; they hold for both languages."""

    title: str = told("ชื่อหน้า", "Title of the page")
    summary: str = told("สรุปหนึ่งประโยค", "The page in one sentence")
    topic: Id | None = told(
        "หัวข้อของแบบ ITA ที่หน้านี้ตอบ เช่น service-manual",
        "Topic of the ITA form that the page answers, such as service-manual",
        default=None,
    )
    fiscal_year: FiscalYear | None = told(
        "ปีงบประมาณ (พ.ศ.) ที่เนื้อหาเป็นของปีนั้น", "Fiscal year (B.E.) that it is of", default=None
    )
    fiscal_years: YearSpan | None = told(
        "ช่วงปีงบประมาณ เมื่อใช้หลายปี", "Fiscal years, where it covers several", default=None
    )
    unit: Id = told("รหัสหน่วยงานที่รับผิดชอบหน้านี้", "Id of the unit that answers for the page")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the text is of")


@record
class EnglishHead(Record):
    """What stands above the English text: its title and its sentence."""

    title: str = told("ชื่อหน้าภาษาอังกฤษ", "Title in English")
    summary: str = told("สรุปหนึ่งประโยคภาษาอังกฤษ", "The page in one English sentence")


@frozen(kw_only=True)
class Section:
    """A heading with what stands below it, until the next heading of its level or above."""

    key: str
    """The `{#key}` of its heading; "" where the heading has none."""
    title: str
    level: int
    words: str
    """Its text without the heading."""
    place: Place


@frozen(kw_only=True)
class Prose:
    """The text of a page in one language."""

    file: str
    """How diagnostics call its file."""
    text: str
    """The Markdown; the lines of the facts above it are empty, so that line numbers agree."""
    sections: tuple[Section, ...]

    def place(self, line: int, column: int = 1) -> Place:
        """A place in the file, lines and columns counted from 1."""
        return Place(self.file, line, column, is_quotable=True)


@frozen(kw_only=True)
class Article:
    """A hand-written page in both languages."""

    slug: Id
    head: ArticleHead
    thai: Prose
    english_head: EnglishHead | None
    english: Prose | None

    @property
    def path(self) -> str:
        """Its folder on the site."""
        return f"{'news' if self.head.topic == NEWS else 'pages'}/{self.slug}"

    def title(self, lang: Lang) -> Phrase:
        """Its title in a language; the Thai where there is no English."""
        if lang is Lang.EN and self.english_head:
            return Phrase(self.english_head.title, Lang.EN, lang)
        return Phrase(self.head.title, Lang.TH, lang)

    def summary(self, lang: Lang) -> Phrase:
        """Its sentence in a language."""
        if lang is Lang.EN and self.english_head:
            return Phrase(self.english_head.summary, Lang.EN, lang)
        return Phrase(self.head.summary, Lang.TH, lang)

    def covers(self, year: FiscalYear) -> bool:
        """Whether its content is of a fiscal year; without a year it holds until it is changed."""
        if self.head.topic == NEWS:
            return FiscalYear.of(self.head.as_of) == year
        if self.head.fiscal_years:
            return year in self.head.fiscal_years
        return self.head.fiscal_year in {None, year}


@frozen(kw_only=True)
class Attachment:
    """A file that is published with the site, below `files/`."""

    name: str
    """Its address below files/."""
    path: Path
    size: int
    """Bytes."""
    place: Place

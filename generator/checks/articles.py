"""Hand-written pages: both languages alike, every section filled, of the right topic and year."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.cache.once import once_each
from generator.checks.references import UNKNOWN_UNIT
from generator.diagnostics import Rule, Severity, Words
from generator.model.article import NEWS
from generator.model.catalogue import Period
from generator.model.eras import FiscalYear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.article import Article, Prose
    from generator.model.disclosure import Disclosure

PLACEHOLDER = re.compile(
    r"รอข้อมูล|รอดำเนินการเพิ่มข้อมูล|อยู่ระหว่าง(?:การ)?(?:ปรับปรุงข้อมูล|จัดทำข้อมูล|ปรับปรุงหน้า|รวบรวมข้อมูล)"
    r"|ยังไม่มีข้อมูล|ใส่ข้อความ|\(?ระบุ\s*(?:\.{3,}|…)|\.{6,}|…{2,}"
    r"|\bTBA\b|\bTBD\b|\bTODO\b|\blorem ipsum\b|\bcoming soon\b|\bto be (?:added|announced)\b|\bxxx+\b",
    re.IGNORECASE,
)
"""Words that stand where something is still to be written."""
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def units_of_pages(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The unit that answers for a page is one of the agency's."""
    units = {unit.id for unit in disclosure.agency.units}
    for article in disclosure.articles:
        if article.head.unit not in units:
            place = article.head.locate("unit")
            yield UNKNOWN_UNIT.at(place, id=article.head.unit, known=", ".join(sorted(units)))


def element_keys(disclosure: Disclosure, topic: str) -> frozenset[str]:
    """Keys of the elements and parts that any year's form asks for under a topic."""
    items = (i for form in disclosure.catalogues for i in form.items if i.topic == topic)
    return frozenset(
        key
        for item in items
        for element in item.elements
        for key in (element.key, *(part.key for part in element.parts))
    )


def topics_of_pages(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The topic is one of the forms'; each main section answers one of its elements."""
    topics = {item.topic for form in disclosure.catalogues for item in form.items}
    for article in disclosure.articles:
        topic = article.head.topic
        if topic is None or topic == NEWS:
            continue
        if topic not in topics:
            known = ", ".join(sorted(topics))
            yield PAGE_TOPIC.at(article.head.locate("topic"), topic=topic, known=known)
            continue
        keys = element_keys(disclosure, topic)
        for section in article.thai.sections:
            if section.level == 2 and section.key and section.key not in keys:
                near = get_close_matches(section.key, keys, 1, 0.6)
                hint = f"{near[0]}? " if near else ""
                known = ", ".join(sorted(key for key in keys if not key.startswith("filed")))
                yield UNKNOWN_ELEMENT.at(
                    section.place, key=section.key, topic=topic, hint=hint, known=known
                )


def english_of_pages(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Each page has its English beside it, with the same headings."""
    for article in disclosure.articles:
        if article.english is None:
            yield NO_ENGLISH_PAGE.at(article.head.locate(), name=article.slug)
            continue
        thai = [(section.level, section.key) for section in article.thai.sections]
        english = [(section.level, section.key) for section in article.english.sections]
        if thai != english:
            first = next((n for n, pair in enumerate(english) if pair not in thai[n : n + 1]), -1)
            odd = article.english.sections[first] if english else None
            place = odd.place if odd else article.english.place(1)
            yield TWIN_DIFFERS.at(
                place,
                thai=", ".join(key for _, key in thai) or "-",
                english=", ".join(key for _, key in english) or "-",
            )


def _proses(disclosure: Disclosure) -> Iterator[tuple[Article, Prose]]:
    for article in disclosure.articles:
        yield article, article.thai
        if article.english:
            yield article, article.english


def headings(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Headings begin at ##, leave no level out, and each has a key of its own."""
    for _, prose in _proses(disclosure):
        above, seen = 1, set()
        for section in prose.sections:
            if section.level == 1 or section.level > above + 1:
                marks = "#" * min(above + 1, 6)
                yield HEADING_LEVEL.at(section.place, title=section.title, marks=marks)
            if not KEY.fullmatch(section.key) or section.key in seen:
                yield HEADING_KEY.at(section.place, title=section.title)
            above = section.level
            seen.add(section.key)


def substance(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """No section is empty, and none says that something will be there one day."""
    for _, prose in _proses(disclosure):
        yield from _without_substance(prose)


@once_each
def _without_substance(prose: Prose) -> list[Diagnostic]:
    found = []
    for number, section in enumerate(prose.sections):
        rest = prose.sections[number + 1 : number + 2]
        if not section.words and not any(below.level > section.level for below in rest):
            found.append(EMPTY_SECTION.at(section.place, title=section.title))
    for number, line in enumerate(prose.text.split("\n"), 1):
        words = PLACEHOLDER.search(line)
        if words:
            place = prose.place(number, words.start() + 1)
            found.append(PLACEHOLDER_WORDS.at(place, words=words[0]))
    return found


def years_of_pages(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A page under a topic that a form wants for a year says its year, and one has the right one."""
    for form in disclosure.answered:
        for item in form.items:
            pages = [a for a in disclosure.articles if a.head.topic == item.topic]
            if item.period is None or item.topic == NEWS or not pages:
                continue
            before = item.period is Period.PREVIOUS_FISCAL_YEAR
            year = FiscalYear(form.fiscal_year - before)
            if any(page.covers(year) for page in pages if _dated(page)):
                continue
            for page in pages:
                field = "fiscal_year" if page.head.fiscal_year else "fiscal_years"
                place = page.head.locate(field if _dated(page) else "topic")
                form_year = int(form.fiscal_year)
                yield PAGE_YEAR.at(place, item=item.code, form=form_year, year=int(year))


def _dated(article: Article) -> bool:
    return article.head.fiscal_year is not None or article.head.fiscal_years is not None


PAGE_TOPIC = Rule(
    code="page-topic",
    what=Words('ไม่มีแบบประเมินใดมีหัวข้อ "{topic}"', 'No ITA form has the topic "{topic}"'),
    why=Words("หน้านี้จะไม่นับเป็นหลักฐานของข้อใด", "The page would answer no item"),
    mend=Words("ใช้: {known} หรือลบ topic", "Use: {known}; or leave topic out"),
)
UNKNOWN_ELEMENT = Rule(
    code="unknown-element",
    what=Words('หัวข้อ "{topic}" ไม่มีองค์ประกอบ "{key}"', 'The topic "{topic}" has no element "{key}"'),
    why=Words(
        "เนื้อหาส่วนนี้จะไม่นับเป็นหลักฐานของข้อใด", "What stands there would answer no element of the form"
    ),
    mend=Words(
        "{hint}ใช้คีย์ใดคีย์หนึ่ง: {known} หรือใช้หัวข้อระดับ ###",
        "{hint}Use one of: {known}; or make it a heading of level ###",
    ),
)
NO_ENGLISH_PAGE = Rule(
    code="no-english-page",
    severity=Severity.WARNING,
    what=Words('หน้า "{name}" ไม่มีฉบับภาษาอังกฤษ', 'The page "{name}" has no English'),
    why=Words("หน้าภาษาอังกฤษจะแสดงภาษาไทยแทน", "The English page shows the Thai in its place"),
    mend=Words("เพิ่มไฟล์ {name}.en.md ข้างกัน", "Write {name}.en.md beside it"),
)
TWIN_DIFFERS = Rule(
    code="twin-differs",
    what=Words(
        "หัวข้อของสองภาษาไม่ตรงกัน · ไทย: {thai} / อังกฤษ: {english}",
        "The headings of the two languages differ · Thai: {thai} / English: {english}",
    ),
    why=Words(
        "ลิงก์ไปยังหัวข้อจะใช้ได้ภาษาเดียว และผู้อ่านอังกฤษได้เนื้อหาไม่ครบ",
        "A link to a section would work in one language only, and English readers would miss a part",
    ),
    mend=Words(
        "ใช้หัวข้อระดับเดียวกันและ {{#คีย์}} เดียวกัน ลำดับเดียวกัน",
        "Use the same levels and the same {{#key}} in the same order",
    ),
)
HEADING_LEVEL = Rule(
    code="heading-level",
    what=Words('หัวข้อ "{title}" ข้ามระดับ', 'The heading "{title}" leaves a level out'),
    why=Words(
        "โปรแกรมอ่านหน้าจอใช้ระดับหัวข้อนำทาง และชื่อหน้าเป็นระดับที่หนึ่งแล้ว",
        "Screen readers find their way by the levels, and the page's title is the first",
    ),
    mend=Words("เริ่มบรรทัดด้วย {marks}", "Begin the line with {marks}"),
)
HEADING_KEY = Rule(
    code="heading-key",
    what=Words(
        'หัวข้อ "{title}" ไม่มี {{#คีย์}} ของตนเอง', 'The heading "{title}" has no {{#key}} of its own'
    ),
    why=Words(
        "คีย์เป็นที่อยู่ของหัวข้อนี้ในทั้งสองภาษา ซึ่งต้องไม่เปลี่ยน",
        "The key is the section's address in both languages, which has to stay",
    ),
    mend=Words(
        "เติมท้ายบรรทัด เช่น {{#fees}} ใช้ a–z ตัวเล็ก ตัวเลข และขีดกลาง ไม่ซ้ำกันในหน้า",
        "Add it at the end of the line, such as {{#fees}}: a–z, digits, hyphens, once in a page",
    ),
)
EMPTY_SECTION = Rule(
    code="empty-section",
    what=Words('ใต้หัวข้อ "{title}" ไม่มีเนื้อหา', 'Nothing stands below the heading "{title}"'),
    why=Words("หัวข้อเปล่าไม่ตอบสิ่งที่แบบประเมินถาม", "A bare heading answers nothing that the form asks"),
    mend=Words(
        "เขียนเนื้อหา เช่น บอกว่าไม่มีค่าธรรมเนียม หรือลบหัวข้อ",
        "Write what there is to say, also that there is no fee; or delete the heading",
    ),
)
PLACEHOLDER_WORDS = Rule(
    code="placeholder-words",
    what=Words(
        '"{words}" เป็นข้อความที่ทิ้งไว้รอเติม', '"{words}" stands where something is still to be written'
    ),
    why=Words("ผู้อ่านไม่ได้คำตอบ แต่หน้าเว็บดูเหมือนมี", "The page looks as if it had an answer"),
    mend=Words("เขียนข้อมูลจริง หรือลบส่วนนั้น", "Write the facts, or take the part out"),
)
PAGE_YEAR = Rule(
    code="page-year",
    severity=Severity.WARNING,
    what=Words(
        "ข้อ {item} ของแบบปี {form} ต้องการข้อมูลปี {year} แต่หน้านี้ไม่ใช่ของปีนั้น",
        "Item {item} of the form of B.E. {form} wants B.E. {year}, and the page is not of that year",
    ),
    why=Words("ผู้ประเมินจะไม่นับหน้าที่เป็นของปีอื่น", "An assessor does not count a page of another year"),
    mend=Words(
        "ระบุ fiscal_year: {year} หากเป็นของปีนั้น หรือเพิ่มหน้าของปี {year}",
        "Say fiscal_year: {year} if it is of that year, or add a page that is",
    ),
)
CHECKS = (
    units_of_pages, topics_of_pages, english_of_pages, headings, substance, years_of_pages,
)  # fmt: skip
RULES = (
    PAGE_TOPIC, UNKNOWN_ELEMENT, NO_ENGLISH_PAGE, TWIN_DIFFERS, HEADING_LEVEL, HEADING_KEY, EMPTY_SECTION,
    PLACEHOLDER_WORDS, PAGE_YEAR,
)  # fmt: skip

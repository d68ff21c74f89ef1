"""The answer sheet for the assessment system: item, address, explanation with click path, period."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

from generator.assessment.address import Address
from generator.exports.files import csv_file
from generator.exports.workbook import Pen
from generator.frozen import frozen
from generator.render import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.assessment.findings import Assessment, Finding
    from generator.diagnostics import Words
    from generator.edition import Edition
    from generator.exports.drawing import Sheet


@frozen
class Column:
    """A column of a sheet: what stands above it, and how wide it is on paper."""

    head: str
    width: int
    """In characters."""


THAI = (
    Column("ข้อ", 5),
    Column("ชื่อข้อ", 28),
    Column("สถานะ", 12),
    Column("URL", 46),
    Column("คำอธิบาย (เส้นทางการเข้าถึง)", 30),
    Column("ช่วงเวลา", 16),
    Column("องค์ประกอบที่แสดง", 40),
    Column("หน่วยงานที่รับผิดชอบ", 16),
)
"""What officers copy into the assessment system, in its language."""
ENGLISH = (
    Column("Item", 5),
    Column("Title (our translation)", 28),
    Column("Status", 12),
    Column("Address", 46),
    Column("Explanation (click path)", 30),
    Column("Period", 16),
    Column("Elements shown", 40),
    Column("Responsible unit", 16),
)
ELEMENTS = (
    Column("ข้อ · Item", 6),
    Column("แสดง · Shown", 8),
    Column("องค์ประกอบ", 34),
    Column("Element", 34),
    Column("URL", 46),
    Column("เส้นทางการเข้าถึง", 24),
    Column("Click path", 24),
    Column("สิ่งที่พบ", 20),
    Column("What is there", 20),
)
"""Each element that the form demands, shown or not, with its own address."""
ADDRESSES = ("http://", "https://")
BOM = "\ufeff".encode()
"""Before a CSV file: Excel then reads it as UTF-8."""


def answer_rows(
    found: Assessment, address: str, *, english: bool = False
) -> Iterator[tuple[str, ...]]:
    """The answer for each item: its address on the site, and how to come there from the home page."""
    site = Address(address)

    def said(words: Words) -> str:
        return words.en if english else words.th

    for finding in found.everything:
        yield (
            finding.code,
            _title(said(finding.title), said(finding.doubt)),
            said(finding.status_name),
            site.of(finding.page) if finding.is_shown else "",
            explanation(finding, english=english),
            said(finding.period),
            "; ".join(said(place.element) for place in finding.places),
            said(finding.unit),
        )


def _title(title: str, doubt: str) -> str:
    """A title, saying where it is not known to be the form's own."""
    return f"{title} ({doubt})" if doubt else title


def element_rows(found: Assessment, address: str) -> Iterator[tuple[str, ...]]:
    """Each element, with its own address where it is shown."""
    site = Address(address)
    for finding in found.everything:
        for place in finding.places:
            yield (
                finding.code, "✓", place.element.th, place.element.en, site.of(place.address),
                place.way.th, place.way.en, place.seen.th, place.seen.en,
            )  # fmt: skip
        for gap in finding.missing:
            yield (finding.code, "–", gap.th, gap.en, "", "", "", "", "")


def explanation(finding: Finding, *, english: bool) -> str:
    """The ways to the item's proofs, or what the agency states in their place."""
    if finding.statement.th:
        return finding.statement.en if english else finding.statement.th
    ways = (place.way if place.way.th else place.seen for place in finding.places)
    return "; ".join(dict.fromkeys(way.en if english else way.th for way in ways))


def answers_csv(found: Assessment, address: str, _edition: Edition) -> bytes:
    """The answer sheet as CSV, Thai and then English, with the mark by which Excel sees Thai letters."""
    heads = tuple(column.head for column in (*THAI, *ENGLISH[1:]))
    english = answer_rows(found, address, english=True)
    rows = zip(answer_rows(found, address), english, strict=True)
    return BOM + csv_file([heads, *((*thai, *told[1:]) for thai, told in rows)])


def answers_html(found: Assessment, address: str, _edition: Edition) -> bytes:
    """The answer sheet as one file that opens offline and prints on A4."""
    template = environment().get_template("answers.html")
    html = template.render(
        found=found, answers=found.everything, site=Address(address), explain=explanation
    )
    return html.encode("utf-8")


def answers_xlsx(found: Assessment, address: str, edition: Edition) -> bytes:
    """The answer sheet as a workbook: the answers in Thai and in English, then each element."""
    title = f"คำตอบแบบประเมิน ITA ปี {found.year} · {found.agency.th}"
    pen = Pen.of(title, edition)
    said = pen.format(bold=True, font_color="#8D2F2A")
    for name, columns, rows in (
        ("คำตอบ", THAI, answer_rows(found, address)),
        ("Answers", ENGLISH, answer_rows(found, address, english=True)),
        ("องค์ประกอบ Elements", ELEMENTS, element_rows(found, address)),
    ):
        sheet = pen.sheet(name)
        sheet.set_row(0, 1.5 * LINE)
        sheet.set_row(1, LINE)
        sheet.write_string(0, 0, f"{title} · {found.agency.en}", pen.title)
        sheet.write_string(1, 0, f"{found.notice.th} · {found.notice.en}".strip(" ·"), said)
        _table(pen, sheet, columns, list(rows))
    return pen.bytes()


HEAD_ROW = 2
"""Below the title and what the site is."""


def _table(
    pen: Pen, sheet: Sheet, columns: tuple[Column, ...], rows: list[tuple[str, ...]]
) -> None:
    sheet.set_row(HEAD_ROW, _height(columns, tuple(column.head for column in columns)))
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        pen.write(sheet, HEAD_ROW, number, column.head, pen.head)
    for line, row in enumerate(rows, HEAD_ROW + 1):
        sheet.set_row(line, _height(columns, row))
        for number, text in enumerate(row):
            if text.startswith(ADDRESSES):
                sheet.write_url(line, number, text, pen.wrapped, string=text)
            else:
                pen.write(sheet, line, number, text, pen.wrapped)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.repeat_rows(HEAD_ROW)
    sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + len(rows), len(columns) - 1)


LINE = 18.5
"""Points of a line of text; Thai letters are taller than Latin ones."""
HIGHEST = 409
"""Points that Excel gives to a row at most."""


def _height(columns: tuple[Column, ...], row: tuple[str, ...]) -> float:
    """Room for the longest cell; programs that open a workbook do not all make it themselves."""
    lines = (
        math.ceil(_width(text) * 1.05 / column.width)
        for column, text in zip(columns, row, strict=True)
    )
    return min(HIGHEST, LINE * max(1, *lines))


def _width(text: str) -> int:
    """Characters that stand beside each other; Thai vowels and tones above and below take no room."""
    return sum(unicodedata.category(character) != "Mn" for character in text)


ANSWER_FORMATS: dict[str, Callable[[Assessment, str, Edition], bytes]] = {
    "csv": answers_csv,
    "html": answers_html,
    "xlsx": answers_xlsx,
}

"""Texts of hand-written pages that nobody could read, and Markdown's reader only without end.

It looks from each bracket that is opened to the end of the paragraph, writes the whole paragraph
anew for each mark in it, and calls itself for each list within a list. A text that an officer writes has few
of these; more of them are an accident, and are told with their line before the reader begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.source import DEPTH_LIMIT, TOO_DEEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE_LIMIT = 400_000
"""Characters of a page: 150 sheets of A4."""
HEADINGS_LIMIT = 1000
"""Headings of a page. An agency's longest regulation has under 200."""
OPEN_LIMIT = 40
"""Brackets within each other, or left open, in one paragraph."""
MARKS_LIMIT = 1000
"""Marks such as ** in one paragraph, point of a list or row of a table."""
TOO_FAR_IN = re.compile(
    rf"[ \t>*+\-0-9.)]{{{4 * DEPTH_LIMIT},}}+\S"
    rf"|(?:[ \t]*+(?:>|(?:[*+\-]|[0-9]++\.)(?:[ \t]|$))){{{DEPTH_LIMIT},}}+"
)
"""A line of lists or quotations within each other; its reader calls itself for each level."""
HEADING = re.compile(r"#{1,6}")
BRACKETS = re.compile(r"[\[\]()]")
MARKS = re.compile(r"\*+|_+|[`\\]|\]\(")
"""Marks of Markdown; a line drawn with _ or * is one."""
BEGINS_ANEW = re.compile(r"\s*(?:[*+\-#>]|[0-9]+\.|$)|.*\|")
"""A line that does not go on with the text of the line above."""


def unbounded(name: str, lines: Sequence[str], first: int) -> Iterator[Diagnostic]:
    """What of a page's text cannot be read; `first` is the number of its first line."""

    def place(number: int, column: int = 1) -> Place:
        return Place(name, first + number, column, is_quotable=True)

    for number, line in enumerate(lines):
        if TOO_FAR_IN.match(line):
            yield TOO_DEEP.at(place(number), limit=DEPTH_LIMIT)
    for number, found in _marked(lines):
        if found > MARKS_LIMIT:
            yield MANY_MARKS.at(place(number), found=found, limit=MARKS_LIMIT)
    for number, at in _left_open(lines):
        yield OPEN_BRACKETS.at(place(number, at + 1), mark=lines[number][at], limit=OPEN_LIMIT)
    yield from _too_long(lines, place(next((n for n, line in enumerate(lines) if line.strip()), 0)))


def _marked(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins, and how many marks are in it."""
    begun, found = 0, 0
    for number, line in enumerate(lines):
        if BEGINS_ANEW.match(line) or not lines[begun].strip():
            yield begun, found
            begun, found = number, 0
        found += sum(1 for _ in MARKS.finditer(line)) + line.endswith("  ")
    yield begun, found


def _left_open(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the bracket stands that is one too many of its paragraph; once for each paragraph."""
    depth, told = {"[": 0, "(": 0}, False
    for number, line in enumerate(lines):
        if not line.strip():
            depth, told = {"[": 0, "(": 0}, False
        for bracket in BRACKETS.finditer(line):
            mark = bracket[0]
            if mark in "])":
                mark = "[" if mark == "]" else "("
                depth[mark] = max(0, depth[mark] - 1)
                continue
            depth[mark] += 1
            if depth[mark] > OPEN_LIMIT and not told:
                told = True
                yield number, bracket.start()


def _too_long(lines: Sequence[str], place: Place) -> Iterator[Diagnostic]:
    characters = sum(len(line) + 1 for line in lines)
    headings = sum(bool(HEADING.match(line)) for line in lines)
    if characters > PAGE_LIMIT:
        yield PAGE_TOO_LONG.at(place, found=characters, limit=PAGE_LIMIT, of=CHARACTERS)
    elif headings > HEADINGS_LIMIT:
        yield PAGE_TOO_LONG.at(place, found=headings, limit=HEADINGS_LIMIT, of=HEADINGS)


CHARACTERS = Words("ตัวอักษร", "characters")
HEADINGS = Words("หัวข้อ", "headings")
OPEN_BRACKETS = Rule(
    code="open-brackets",
    what=Words(
        'ในย่อหน้านี้มีวงเล็บ "{mark}" ที่ซ้อนกันหรือไม่ได้ปิด เกิน {limit} วงเล็บ',
        'More than {limit} brackets "{mark}" of this paragraph lie within each other or are not closed',
    ),
    why=Words(
        "โปรแกรมต้องหาวงเล็บปิดของแต่ละวงเล็บจนจบย่อหน้า หน้านี้จึงอ่านไม่จบ และข้อความจริงไม่มีวงเล็บมากเพียงนั้น",
        "For each one the program looks for its end all through the paragraph, so that it would not come to an end; no text needs as many",
    ),
    mend=Words(
        "ลบวงเล็บที่เกินตั้งแต่จุดนี้ หรือพิมพ์วงเล็บปิด ] หรือ ) ให้ครบคู่ ถ้าเป็นคนละย่อหน้าให้เว้นบรรทัดว่างคั่น",
        "Delete the brackets too many from here on, or close each with ] or ); put an empty line between paragraphs",
    ),
)
MANY_MARKS = Rule(
    code="many-marks",
    what=Words(
        "ย่อหน้านี้มีเครื่องหมาย * _ ` \\ ลิงก์ หรือช่องว่างท้ายบรรทัด {found} แห่ง เกิน {limit} แห่ง",
        "The paragraph has {found} marks * _ ` \\, links or spaces at ends of lines; the limit is {limit}",
    ),
    why=Words(
        "โปรแกรมเขียนย่อหน้าใหม่ทั้งย่อหน้าสำหรับแต่ละแห่ง หน้านี้จึงอ่านไม่จบ และข้อความจริงไม่มีมากเพียงนั้น",
        "For each one the program writes the whole paragraph anew, so that it would not come to an end; no text needs as many",
    ),
    mend=Words(
        "ลบเครื่องหมายและช่องว่างท้ายบรรทัดที่ไม่จำเป็น หรือแบ่งย่อหน้าด้วยบรรทัดว่าง",
        "Delete the marks and the spaces at ends of lines that are not needed, or break the paragraph with empty lines",
    ),
)
PAGE_TOO_LONG = Rule(
    code="page-too-long",
    what=Words(
        "หน้านี้ยาว {found} {of} เกิน {limit} {of}", "The page has {found} {of}; the limit is {limit}"
    ),
    why=Words(
        "โทรศัพท์ของประชาชนเปิดหน้ายาวเพียงนี้ไม่ไหว และหาสิ่งที่ต้องการไม่พบ",
        "A citizen's phone can hardly open such a page, and nobody finds anything on it",
    ),
    mend=Words(
        "แบ่งเป็นหลายไฟล์ในโฟลเดอร์ pages เช่น regulation-1.md และ regulation-2.md หรือแนบเป็นไฟล์ PDF ในโฟลเดอร์ files",
        "Make several files of it in the folder pages, such as regulation-1.md and regulation-2.md, or attach it as a PDF in the folder files",
    ),
)
RULES = (OPEN_BRACKETS, MANY_MARKS, PAGE_TOO_LONG)

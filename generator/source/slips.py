"""A text that is not the YAML that was meant: where the slip stands, and which one it is.

The parser tells where it gave up, which is often a line below the slip; and some slips it does not
see at all, since what they make is YAML too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Words

if TYPE_CHECKING:
    import yaml

UNSEEN = "\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
"""Spaces that are not YAML's, and letters without any width: what pages and LINE put into a copy."""
UNSEEN_SPACE = re.compile(rf"^[ -]*([{UNSEEN}])|[:：][ ]*([{UNSEEN}])")
"""Where YAML needs an ordinary space: before a key, and after its colon."""
TIGHT_COLON = re.compile(r"^\s*(?:- +)?[A-Za-z0-9_-]+((?::(?=[^\s/:])|：))")
CURLY = re.compile("[“”„‟‘’]")


def slip(name: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """The parser's complaint as one of our rules, in our words."""
    mark = _mark(error)
    if mark is None:
        return SYNTAX.at(Place(name))
    lines = [*text.split("\n"), ""]
    line, column = lines[mark.line], mark.column
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or "\t" in line[column : column + 1]:
        return TAB.at(_place(name, mark.line, line.index("\t")))
    for number in (mark.line, mark.line - 1):
        if number >= 0 and (found := _slip(name, number, lines[number])):
            return found
    curly = CURLY.search(line)
    if curly:
        return CURLY_QUOTES.at(_place(name, mark.line, curly.start()), mark=curly[0])
    return SYNTAX.at(_place(name, mark.line, column))


def _mark(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the slip is: what was opened and not closed began higher up than it was missed."""
    at, opened, context = error.problem_mark, error.context_mark, error.context or ""
    if at is None or opened is None:
        return at or opened
    begun = "quoted scalar" in context or "simple key" in context
    return opened if begun or ("flow" in context and opened.line < at.line) else at


def _slip(name: str, number: int, line: str) -> Diagnostic | None:
    """A slip that explains by itself why a line could not be read."""
    unseen = UNSEEN_SPACE.search(line)
    if unseen:
        at = max(unseen.start(1), unseen.start(2))
        return UNSEEN_CHARACTER.at(_place(name, number, at), character=f"U+{ord(line[at]):04X}")
    tight = TIGHT_COLON.match(line)
    if tight:
        return NO_SPACE_AFTER_COLON.at(_place(name, number, tight.start(1)))
    return None


def cut_by_comma(key: str, place: Place) -> Diagnostic:
    """What to say of a key in braces that has no colon: a piece of a text, mostly."""
    if ":" in key:
        return NO_SPACE_AFTER_COLON.at(place._replace(column=place.column + key.index(":")))
    return COMMA_IN_TEXT.at(place, piece=key)


def seen(text: str) -> str:
    """A key without what nobody can see in it."""
    return re.sub(f"[{UNSEEN}]", "", text)


def _place(name: str, line: int, column: int) -> Place:
    return Place(name, line + 1, column + 1, is_quotable=True)


TAB = Rule(
    code="tab",
    what=Words("มีแท็บในย่อหน้า", "There is a tab in the indentation"),
    why=Words(
        "YAML นับช่องว่างเพื่อรู้ว่าอะไรอยู่ใต้อะไร แท็บทำให้นับไม่ได้",
        "YAML counts spaces to know what belongs to what, and cannot count a tab",
    ),
    mend=Words(
        "ลบแท็บแล้วเคาะช่องว่างสองครั้งต่อหนึ่งระดับ",
        "Delete the tab and type two spaces for each level",
    ),
)
SYNTAX = Rule(
    code="syntax",
    what=Words("อ่านบรรทัดนี้ไม่ได้ตามรูปแบบ YAML", "This line cannot be read as YAML"),
    why=Words(
        "ย่อหน้า เครื่องหมายคำพูด หรือวงเล็บไม่ครบ ข้อมูลในไฟล์นี้จึงไม่ถูกใช้เลย",
        "Indentation, quotation marks or brackets do not match, so nothing in this file is used",
    ),
    mend=Words(
        'ตรวจบรรทัดนี้และบรรทัดก่อนหน้า: ข้อความที่มี : หรือ # หรือขึ้นต้นด้วย - % > @ & ! * ให้ใส่ในเครื่องหมาย "…"',
        'Check this line and the one above: put text that holds : or # or begins with - % > @ & ! * in "…"',
    ),
)
UNSEEN_CHARACTER = Rule(
    code="unseen-character",
    what=Words(
        "ตรงที่ต้องเป็นช่องว่าง มีอักขระ {character} ที่มองไม่เห็น",
        "Where a space is needed stands {character}, which cannot be seen",
    ),
    why=Words(
        "มักติดมากับข้อความที่คัดลอกจากหน้าเว็บหรือ LINE และ YAML ไม่นับเป็นช่องว่าง",
        "It comes with text that is copied from a web page or LINE, and is no space for YAML",
    ),
    mend=Words(
        "ลบตั้งแต่ต้นบรรทัดหรือหลังเครื่องหมาย : จนถึงตัวอักษรถัดไป แล้วเคาะช่องว่างใหม่",
        "Delete from the begin of the line, or from the colon, to the next letter, and type the spaces again",
    ),
)
NO_SPACE_AFTER_COLON = Rule(
    code="no-space-after-colon",
    what=Words("หลังชื่อคีย์ไม่มี : ตามด้วยช่องว่าง", "The key is not followed by a colon and a space"),
    why=Words(
        "ถ้าไม่มีช่องว่าง YAML อ่านชื่อคีย์กับค่าเป็นคำเดียวกัน",
        "Without the space YAML reads key and value as one word",
    ),
    mend=Words(
        "พิมพ์ : แบบธรรมดา แล้วเคาะช่องว่างหนึ่งครั้ง เช่น number: 1",
        "Type an ordinary colon and one space, such as number: 1",
    ),
)
CURLY_QUOTES = Rule(
    code="curly-quotes",
    what=Words("ใช้เครื่องหมายคำพูดแบบโค้ง {mark}", "The quotation mark {mark} is a curly one"),
    why=Words(
        'Word และโทรศัพท์เปลี่ยน " เป็นแบบโค้งเอง YAML ไม่ถือว่าเป็นเครื่องหมายคำพูด จึงอ่าน : และ # ในข้อความผิด',
        "Word and phones write them by themselves; for YAML they are letters, so that it misreads a : or # in the text",
    ),
    mend=Words(
        'เปลี่ยนเป็น " แบบตรงทั้งสองข้าง หรือใส่ "…" ครอบข้อความทั้งหมด',
        'Write straight ones (") on both sides, or put the whole text in "…"',
    ),
)
COMMA_IN_TEXT = Rule(
    code="comma-in-text",
    what=Words(
        'จุลภาคในวงเล็บปีกกาตัดข้อความที่ "{piece}"', 'A comma within braces cuts the text at "{piece}"'
    ),
    why=Words(
        "ในวงเล็บปีกกา จุลภาคคั่นระหว่างคีย์ ข้อความส่วนหลังจึงหลุดไป",
        "Within braces a comma stands between keys, so the rest of the text is lost",
    ),
    mend=Words(
        'ใส่ "…" ครอบข้อความทั้งหมด เช่น th: "งบ 1,000 บาท"',
        'Put the whole text in "…", such as th: "1,000 baht"',
    ),
)
RULES = (
    TAB, SYNTAX, UNSEEN_CHARACTER, NO_SPACE_AFTER_COLON, CURLY_QUOTES, COMMA_IN_TEXT,
)  # fmt: skip

"""Ways to reach a person: telephone, e-mail, LINE."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.privacy.finding import Finding, Kind
from generator.privacy.numbers import before, spans
from generator.privacy.plain import gist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting

GAP = r"[ \-._()\n\r]{0,3}"
FIRST = r"[ \-_()\n\r]{0,3}"
"""After the leading zero: a point there makes a decimal number."""
PREFIX = r"(?:(?:\+|00|\()66[ \-.)]{0,2}(?:\(0\))?|66(?=\d{8,9}(?!\d)|-[689]\d-\d{3}-\d{4}(?!\d))|\(?[0Oo])"
"""Thailand's own number needs its plus, or the rest in one piece: 66 also begins amounts and years."""
MOBILE = re.compile(
    rf"(?:(?<![0-9A-Za-z])|(?<=[Tt][Ee][Ll]))(?<!\d[.,/\-]){PREFIX}{FIRST}[689](?:{GAP}[\dOo]){{8}}(?!\d|[,.]\d|/\d{{1,4}}(?!\d))"
)
FIXED = re.compile(
    rf"(?:(?<![0-9A-Za-z])|(?<=[Tt][Ee][Ll]))(?<!\d[.,/\-]){PREFIX}{FIRST}[2-7](?:{GAP}\d){{7}}(?!\d|[,.]\d|/\d{{1,4}}(?!\d))"
)
FIXED_GROUPS = {
    (2, 7), (2, 3, 4), (2, 4, 3), (3, 6), (3, 3, 3), (1, 4, 4), (1, 8), (3, 2, 4), (1, 2, 6),
}  # fmt: skip
"""How fixed lines are written; nine digits in other groups are rather codes and dates."""
JURISTIC = re.compile(r"0[ \-]\d{4}[ \-]\d{5}[ \-]\d{2}[ \-]\d(?!\d)")
"""A juristic person's tax number begins with 0 as a telephone number does."""
PHONE_WORD = re.compile(
    r"โทร|เบอร์|มือถือ|แฟกซ์|โทรสาร|ติดต่อ|สายด่วน|(?<![A-Za-z])tel\b|phone|mobile|fax|(?<![A-Za-z])call\b|contact",
    re.IGNORECASE,
)
WITHOUT_ZERO = re.compile(r"(?<![\d.,])([689]\d{8})(?![\d.,])")
LOST_ZERO = re.compile(
    rf"(?:โทร|เบอร์|มือถือ|[Pp]hone|[Mm]obile|\b[Tt]el)[^\d\n\x1e\x1f]{{0,16}}{WITHOUT_ZERO.pattern}"
)
"""Spreadsheets drop the zero of a number; under such a head it is a telephone all the same."""
BRACKETED_AT = tuple(re.compile(rf"{bracket}[Aa][Tt][)\]}}]") for bracket in (r"\(", r"\[", "{"))
EMAIL = re.compile(
    r"[A-Za-z0-9_%+\-](?:[A-Za-z0-9._%+\-]{0,62}[A-Za-z0-9_%+\-])? ?(?:[(\[{](?:@|at)[)\]}]|@) ?"
    r"[A-Za-z0-9\-]{1,63}(?:(?: ?\(dot\) ?|\.)[A-Za-z0-9\-]{2,63}){1,4}",
    re.IGNORECASE,
)
LINE_COLON = re.compile(
    r"[Ll](?<![A-Za-z].)[Ii][Nn][Ee] ?: ?(@[a-zA-Z0-9._\-]{3,24}|(?=[a-zA-Z0-9]{0,32}[0-9._])(?=[^ \n]{0,32}[a-z])[a-z][a-zA-Z0-9._\-]{3,24}(?<!\.))"
)
LINE_BY_COLON = re.compile(r":(?:(?<=[Ll][Ii][Nn][Ee]:)|(?<=[Ll][Ii][Nn][Ee] :)) ?[@a-z]")
"""The same, less exactly, found by its colon."""
LINE_ADDRESS = re.compile(r"line\.me/(?:R/)?ti/p/~([a-zA-Z0-9._\-]{4,25})")
LINE_NAME = re.compile(r"ไ(?:(?<!ออนไ)ลน์|อดี)")
LINE_IDS = (gist("line id"), gist("id line"))
LINE = re.compile(
    r"(?:(?<![A-Za-z])line ?(?:id|ไอดี)|(?:(?<![A-Za-z])id|ไอดี) ?(?:line|ไลน์)|(?<!ออน)ไลน์ ?(?:(?:ไอดี|id)|(?=[:=])))[ ]?[:=\-]?[ ]{0,2}"
    r"(@?(?=[a-z0-9._\-]*[a-z])[a-z0-9][a-z0-9._\-]{3,24})(?![a-z0-9])",
    re.IGNORECASE,
)


def phones(text: str, _: Setting) -> Iterator[Finding]:
    """Mobile numbers, and fixed lines that are written as such or called so."""
    places = spans(text)
    for found in (found for place in places for found in MOBILE.finditer(text, *place)):
        if not JURISTIC.match(text, found.start()):
            yield Finding(Kind.PHONE, *found.span(), _dialled(found[0]))
    for found in (found for place in places for found in FIXED.finditer(text, *place)):
        groups = tuple(len(group) for group in re.findall(r"[\dOo]+", found[0]))
        local = not found[0].startswith(("+", "00", "66"))
        called = PHONE_WORD.search(before(text, found.start(), 40))
        if called or not local or groups in FIXED_GROUPS:
            yield Finding(Kind.PHONE, *found.span(), _dialled(found[0]))


def lost_zeros(text: str, _: Setting) -> Iterator[Finding]:
    """Mobile numbers whose first digit a spreadsheet took for nothing."""
    if not any(WITHOUT_ZERO.search(text, *place) for place in spans(text)):
        return
    for found in LOST_ZERO.finditer(text):
        yield Finding(Kind.PHONE, *found.span(1), f"0{found[1]}")


def _dialled(typed: str) -> str:
    """The number as one dials it in Thailand."""
    digits = re.sub(r"\D", "", typed.replace("O", "0").replace("o", "0"))
    return re.sub(r"^(?:00)?660?(?=\d{8,9}$)", "0", digits)


def emails(text: str, _: Setting) -> Iterator[Finding]:
    """E-mail addresses, also those with (at) and (dot)."""
    if "@" not in text and not any(at.search(text) for at in BRACKETED_AT):
        return
    for found in EMAIL.finditer(text):
        typed = found[0].lower().replace(" ", "")
        plain = re.sub(r"[(\[{](?:@|at)[)\]}]", "@", typed).replace("(dot)", ".")
        yield Finding(Kind.EMAIL, *found.span(), plain)


def line_ids(text: str, _: Setting) -> Iterator[Finding]:
    """What is called a LINE ID."""
    for found in LINE_COLON.finditer(text) if LINE_BY_COLON.search(text) else ():
        yield Finding(Kind.LINE_ID, *found.span(1), found[1].lower())
    if "line.me/" in text:
        for found in LINE_ADDRESS.finditer(text):
            yield Finding(Kind.LINE_ID, *found.span(1), found[1].lower())
    for found in LINE.finditer(text) if names_line(text) else ():
        yield Finding(Kind.LINE_ID, *found.span(1), found[1].lower())


def names_line(text: str) -> bool:
    """Whether LINE is named as more than a part of another word."""
    letters = gist(text)
    return bool(LINE_NAME.search(text)) or any(name in letters for name in LINE_IDS)

"""Numbers that belong to one person for life: national ID, tax ID, passport; bank accounts."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.privacy.finding import Finding, Kind
from generator.privacy.plain import ALIKE, LETTERS, gist, thin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting

DIGITS = 13
BETWEEN = r"(?:[ \n\r\-._/·•|*,\x1f:()\[\]~`+;]{0,6}|-?\n {4,20})"
"""What people put between the digits of an ID number."""
SPAN = re.compile(r"[\dOo](?:(?:[\W_]{0,6}|-?\n {4,20})[\dOolI]){8,}")
"""Where digits stand together at all; few texts have such places, and only those are looked at."""
NINE = gist("123456789")
COUNTED = bytes(
    ord("0") if ALIKE[byte] == ord("0") else ord("x" if letter.isalnum() else " ")
    for byte, letter in LETTERS.items()
)
NEAR_DIGITS = re.compile(rb"0(?: *+0){8,}+")
"""Near such places, in a thin text of nothing but 0 for digits, x for letters and spaces."""
RUN = re.compile(rf"[\dOolI](?:{BETWEEN}[\dOolI])*+")
"""Taken whole or not at all, so that a long one is read once."""
FIRST = re.compile(r"(?:(?<![0-9A-Fa-f])|(?<=[Ii][Dd]))(?<!\d\.)")
LAST = re.compile(r"(?![\dA-Za-z])")
"""Where the first number of a run can begin and the last one end: not in a word, nor in a decimal."""
GROUP = re.compile(r"[\dOolI]+")
LOOKALIKES = str.maketrans("OolI", "0011")
EGP = 11
"""Digits of a project's number in e-GP, which stands on lines of its own."""
PRINTED = (1, 4, 5, 2, 1)
"""How the card prints it: 1-2345-67890-12-3."""
ID_WORD = re.compile(
    r"ประชาชน|ประจำตัว|บัตร|บัตร ?ปชช|เลข ?ปชช|เลขบัตร|citizen|national id|(?<![A-Za-z])id (?:no|card|number)|(?<![A-Za-z])pid\b",
    re.IGNORECASE,
)
OWN_WORD = re.compile(
    r"(?:ประจำตัว|บัตร|เลข) ?(?:ประชาชน|ปชช)|citizen id|national id|(?<![A-Za-z])id card",
    re.IGNORECASE,
)
TAX_WORD = re.compile(r"ภาษี|(?<![A-Za-z])tax\b|(?<![A-Za-z])tin\b", re.IGNORECASE)
YEAR = re.compile(r"(?:2[45]\d\d|20[0-4]\d|19\d\d)(?:[01]\d[0-3]\d)?")
ROUND = re.compile(r"\d+000?")
PASSPORT_WORDS = ("พาสปอร์ต", "หนังสือเดินทาง", "assport", "PASSPORT")
PASSPORT = re.compile(
    r"(?:พาสปอร์ต|หนังสือเดินทาง|passport)[^\n]{0,40}?(?<![A-Za-z])([A-Z]{1,2} ?-?(?:\d ?-?){5,6}\d)(?!\d)",
    re.IGNORECASE,
)
ACCOUNT_WORD = re.compile(
    r"ธนาคาร|บัญชี|(?<![ก-๎])บช\.|ธ\. ?ก\. ?ส|ออมสิน|กสิกร|กรุงไทย|ไทยพาณิชย์|กรุงเทพ จำกัด|พร้อมเพย์|promptpay|(?<![A-Za-z])bank\b|(?<![A-Za-z])account\b|(?<![A-Za-z])a/c\b",
    re.IGNORECASE,
)
ACCOUNT = re.compile(
    r"(?<![\d\-/,])(?<!\d\.)\d(?:[ \-.]{0,2}\d){9}(?:(?:[ \-.]{0,2}\d){2})?(?![\d/]|[-.,]\d)"
)
ACCOUNT_FORM = re.compile(r"\d{3}[- ]\d[- ]\d{5}[- ]\d|\d{3}[- ]\d[- ]\d{6}[- ]\d|\d{3}-\d{6}-\d")
NEAR = 60
"""Characters in which a word still tells what a number is."""


@lru_cache(maxsize=1)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The places where nine or more digits stand together, with what may lead to them.

    Kept for the text that was asked for last, since several detectors ask for it.
    """
    if NINE not in gist(text):
        return ()
    counted = thin(text).translate(COUNTED)
    return tuple(
        (max(0, f.start() - 6), f.end() + 6)
        for near in NEAR_DIGITS.finditer(counted)
        for f in SPAN.finditer(text, *near.span())
    )


def before(text: str, start: int, length: int = NEAR) -> str:
    """The words that lead to a place of a text; of a table, those of this cell and of the last."""
    row = text[max(0, start - length) : start].rpartition("\x1e")[2]
    return "\x1f".join(row.split("\x1f")[-2:])


class Digits(NamedTuple):
    """Thirteen digits that stand together."""

    start: int
    end: int
    groups: tuple[str, ...]
    number: str
    between: str


def checks(number: str) -> bool:
    """Whether the thirteenth digit follows from the twelve before it."""
    weighted = sum(int(digit) * (DIGITS - place) for place, digit in enumerate(number[:12]))
    return (11 - weighted % 11) % 10 == int(number[12])


def national_ids(text: str, _: Setting) -> Iterator[Finding]:
    """Numbers of persons (first digit 1–8); a juristic person's tax number starts with 0."""
    for span in spans(text):
        for found in (found for run in RUN.finditer(text, *span) for found in _thirteens(run)):
            if found.number[0] in "12345678" and _is_meant(text, found):
                taxed = TAX_WORD.search(before(text, found.start))
                kind = Kind.TAX_ID if taxed else Kind.NATIONAL_ID
                yield Finding(kind, found.start, found.end, found.number)


def _thirteens(run: re.Match[str]) -> Iterator[Digits]:
    """Every series of whole groups of a run that comes to thirteen digits."""
    groups = _whole_groups(run)
    for first in range(len(groups)):
        digits = ""
        for last in range(first, min(len(groups), first + DIGITS)):
            digits += groups[last][0]
            if len(digits) >= DIGITS:
                break
        if len(digits) == DIGITS and sum(character.isdigit() for character in digits) > 9:
            start, end = groups[first].start(), groups[last].end()
            yield Digits(
                run.start() + start,
                run.start() + end,
                tuple(group[0] for group in groups[first : last + 1]),
                digits.translate(LOOKALIKES),
                GROUP.sub("", run[0][start:end]),
            )


def _whole_groups(run: re.Match[str]) -> list[re.Match[str]]:
    """The groups of a run without those that go on as a word."""
    if len(run[0]) < DIGITS:
        return []
    groups = list(GROUP.finditer(run[0]))
    first = 0 if FIRST.match(run.string, run.start()) else 1
    last = len(groups) if LAST.match(run.string, run.end()) else -1
    return groups[first:last]


def _is_meant(text: str, found: Digits) -> bool:
    words = before(text, found.start)
    if not checks(found.number):
        return bool(OWN_WORD.search(words)) and _compact(found)
    if _compact(found) or ID_WORD.search(words) or TAX_WORD.search(words):
        return True
    return _freely_grouped(found)


def _compact(found: Digits) -> bool:
    sizes = tuple(len(group) for group in found.groups)
    return sizes in {(DIGITS,), PRINTED} or max(sizes) == 1


def _freely_grouped(found: Digits) -> bool:
    """Whether groups of any size are one number, and no years, amounts or cells side by side."""
    if set(found.between) <= set("*_"):
        return True
    plain = any(YEAR.fullmatch(group) or ROUND.fullmatch(group) for group in found.groups)
    if found.between in {"\n", "-"}:
        return not plain and max(map(len, found.groups)) < EGP
    if "," in found.between or "\x1f" in found.between or len(found.groups) < 3:
        return False
    if not set(found.between) & set(" \n\r|()"):
        return True
    long = max(map(len, found.groups))
    return len(found.groups) > 3 and not plain and long < 8 and not _counts(found.groups)


def _counts(groups: tuple[str, ...]) -> bool:
    """Whether the groups count upwards: 8 9 10 11."""
    numbers = [int(group.translate(LOOKALIKES)) for group in groups[-4:]]
    return all(after == one + 1 for one, after in pairwise(numbers))


def passports(text: str, _: Setting) -> Iterator[Finding]:
    """A number that is called a passport's."""
    if not any(word in text for word in PASSPORT_WORDS):
        return
    for found in PASSPORT.finditer(text):
        yield Finding(Kind.PASSPORT, *found.span(1), re.sub(r"[ -]", "", found[1]).upper())


def bank_accounts(text: str, _: Setting) -> Iterator[Finding]:
    """Ten or twelve digits that a bank's name leads to, or that are grouped as banks group them."""
    for found in (found for span in spans(text) for found in ACCOUNT.finditer(text, *span)):
        called = ACCOUNT_WORD.search(before(text, found.start(), 50))
        if called or ACCOUNT_FORM.fullmatch(found[0]):
            yield Finding(Kind.BANK_ACCOUNT, *found.span(), re.sub(r"\D", "", found[0]))

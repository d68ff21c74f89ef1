"""Personal data in the shapes that addresses, programs and other scripts give it."""

from __future__ import annotations

import re
import time
import unicodedata
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import report, typography
from generator.diagnostics import Place
from generator.importers.procurement.agreements import agreements
from generator.importers.procurement.parties import parties
from generator.importers.values import UNITS
from generator.inspection import inspected
from generator.load import load
from generator.model.base import Text
from generator.model.privacy import Release
from generator.privacy import contacts, detect, homes, numbers, persons
from generator.privacy.discreet import Discretion
from generator.privacy.files import csv_table, holds_nothing
from generator.privacy.finding import Finding, Kind
from generator.privacy.gate import gate
from generator.privacy.pieces import Cells, Lines
from generator.privacy.plain import LONGER, TABLE, Plain, gist
from generator.privacy.setting import PLAIN
from generator.report import FORMATS
from tests.conftest import CONTENT
from tests.privacy.cases import grouped, national_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model.disclosure import Disclosure

NUMBER = national_id(Random(12))
CARD = grouped(NUMBER)
SHAPES = (
    "https://a.go.th/?id=" + CARD.replace("-", "%2D"),
    "".join(f"%{ord(digit):02X}" for digit in NUMBER),
    CARD.replace("-", "\\-"),
    CARD.replace("-", "\\."),
    CARD.replace("-", "+"),
    CARD.replace("-", "~"),
    CARD.replace("-", ";"),
    CARD.replace("-", "\u2e3a"),
    "\ufe0f\u20e3".join(NUMBER),
    "\u0332".join(NUMBER),
    "\u0e3a".join(NUMBER),
    "\x01".join(NUMBER),
    "\u3164".join(NUMBER),
    f"{NUMBER[:6]}\u2028{NUMBER[6:]}",
    f"{NUMBER[:6]}\x0b{NUMBER[6:]}",
    f'{NUMBER[:6]}<tspan style="{"x" * 200}">{NUMBER[6:]}</tspan>',
    f"<x {NUMBER}>",
    f'<b title="{CARD}">',
    f"a lead {'<b>' * 3} <{CARD}> <i {NUMBER}>",
)
SAID = {
    "สมชาย <somchai.k@example.com>": "email",
    '<a href="mailto:somchai.k@example.com">x</a>': "email",
    "[x](mailto:somchai%40example.com)": "email",
    "somchai[@]example.com": "email",
    "somchai{at}example.com": "email",
    "https://a.go.th/?n=%E0%B8%99%E0%B8%B2%E0%B8%A2%E0%B8%AA%E0%B8%A1%E0%B8%A1%E0%B8%B8%E0%B8%95%E0%B8%B4+": "name",
    "Tel0812345678": "phone",
    "081_234_5678": "phone",
    "(66) 81 234 5678": "phone",
    "https://line.me/ti/p/~somchai99": "line_id",
    "ผู้ถูกร้องเรียน: สมมุติ ไม่มีจริง": "name",
    "ชื่อ สมมุติ นามสกุล ไม่มีจริง": "name",
    "complainant: Somchai Nonexist": "name",
    "Accused: Somchai Nonexist": "name",
    'birthday: "1987-01-05"': "birth_date",
    'วันเกิด: "1987-01-05"': "birth_date",
    "โอนเข้า บช. 1234567890": "bank_account",
}


@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
def test_no_shape_hides_a_number(shape: str) -> None:
    """Each is the same number; the place that is told is where it stands."""
    found = detect(f"ก {shape} ข")

    assert NUMBER in [finding.value for finding in found]
    for finding in found:
        assert Plain(f"ก {shape} ข"[finding.start : finding.end]).text.strip()


@pytest.mark.parametrize("text", SAID)
def test_what_people_write_is_understood(text: str) -> None:
    """The kind is told, and nothing else is seen in it."""
    assert {finding.kind for finding in detect(text)} == {SAID[text]}


def test_the_place_of_what_stands_in_brackets_is_told() -> None:
    """Behind other brackets, and behind what becomes shorter."""
    text = "&amp; <b class='x'> ก <somchai@example.com> และ <a href='mailto:som@example.com'>"

    found = [text[one.start : one.end] for one in detect(text)]

    assert found == ["somchai@example.com", "mailto:som@example.com".partition(":")[2]]


def test_every_digit_of_every_script_is_a_digit() -> None:
    """A number in Lao or Khmer digits is as easily read as one in Thai."""
    every = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Nd"]

    assert [sign for sign in every if Plain(sign).text != str(unicodedata.digit(sign))] == []


@pytest.mark.parametrize(
    "text",
    ["แจ้งชื่อจริง นามสกุล และที่อยู่", "ชื่อ - นามสกุล ที่อยู่", "ร้อยละ 100%20 ของ", "a < b และ c > d", "<b>โครงการ</b> 5%",
     "complainants: 12", "the accused: none", "https://line.me/R/ti/p/@example"],
)  # fmt: skip
def test_what_only_looks_so_passes(text: str) -> None:
    """Words of forms and of figures."""
    assert detect(text) == ()


def test_no_message_repeats_what_was_typed(project: Path) -> None:
    """Not the words of a message, not the line below it, not what programs get of it."""
    folder = project / "content" / "minimal"
    typed = (CARD, "somchai.k@example.com", "081-234-5678", "นางสาวสมมุติ ไม่มีจริง", "1987-01-05")
    item = (folder / "items" / "p-01.yml").read_text(encoding="utf-8")
    for number, one in enumerate(typed):
        for shape in (f"{one}: x", f"budget: {one}", f'"เกิด {one}": "'):
            (folder / "items" / "p-01.yml").write_text(f"{item}\n{shape}\n", encoding="utf-8")
            problems = inspected(folder)[1]
            assert problems
            for style, write in FORMATS.items():
                if number < len(typed) - 1 or shape.startswith('"'):
                    assert (one, style, one in write(problems)) == (one, style, False)


def test_messages_still_name_suppliers_and_say_where() -> None:
    """Who supplies the agency is public; and a line with points is as long as it was."""
    place = Place("content/a/procurement/2569/bids.csv", 2)
    line = f"นายสมมุติ ไม่มีจริง,{CARD},081-234-5678"

    shown = Discretion([], [(line, place)]).hidden(line, place)

    assert shown.startswith("นายสมมุติ ไม่มีจริง,•-••••-")
    assert (len(shown), CARD in shown, "5678" in shown) == (len(line), False, False)


SEEDS = (
    "O", "o0", "l1", "0", "1", "66", "1,", "1.", "1 ", "1-", "Mr ", "id line", "line id ", "line:a.", "บ้านเลขที่ 1", "นางสาว ก", "<a ", "<a", "<",
    "&", "&#1", "\\", "%E0", "%", " ", "\n", "*", "_", "a@", "a.", "@", "[", "[](", "![", "{#", "# ", "|", "`", "(", "ชื่อ ", "ผู้ร้อง ", "ก ก\n",
    "1/1 หมู่ ", "กก 1", "\x1f", "08", "081-", "https://", ",", "- ", "(", "บาท ", "\t", "ม.ค. ", "1. ", "นาย",
)  # fmt: skip
LENGTH = 40_000


READERS: dict[str, tuple[int, Callable[[str], object]]] = {
    "a text": (LENGTH, detect),
    "a page": (LENGTH, lambda text: list(Lines(text, "a", "a", wrapped=True).found(PLAIN))),
    "a table": (LENGTH, lambda text: list(Cells(csv_table(text, "a"), "a").found(PLAIN))),
    "a cell of suppliers": (LENGTH, parties),
    "a cell of contracts": (LENGTH, agreements),
    "a cell of money": (LENGTH, lambda text: UNITS.sub("", text)),
    "typography": (LENGTH, lambda text: typography.unbroken(text.replace("<", "&lt;"))),
}


PATIENCE = 5
"""CPU seconds, ten times what the slowest needs; a reader that goes back for each letter takes longer."""


@pytest.mark.parametrize("reader", READERS)
def test_no_text_takes_long(reader: str) -> None:
    """Whatever is in it: a text of a few pages must not hold up a build."""
    length, read = READERS[reader]
    slow = []
    for seed in SEEDS:
        start = time.process_time()
        read(seed * (length // len(seed)) + "x!")
        if time.process_time() - start > PATIENCE:
            slow.append(seed)

    assert slow == []


def test_a_table_that_cannot_be_read_is_searched_all_the_same() -> None:
    """Python's reader of CSV gives up on a cell of a certain length."""
    for sort in ("ก", ","):
        assert not holds_nothing(f"id\n{'ข' * 200_000},{sort}{CARD}\n", "procurement/2569/bids.csv")
        assert holds_nothing(f"id\n{'ข' * 200_000},{sort}\n", "procurement/2569/bids.csv")


def test_the_gate_reads_beside_thai_words_and_in_thai_digits() -> None:
    """Thai is written without spaces, so that a word stands right before and behind a number."""
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    disclosure, _ = load(CONTENT / "example-sao")
    assert disclosure is not None
    for shape in (CARD, NUMBER, CARD.replace("-", "."), CARD.replace("-", "\u00a0")):
        for typed in (shape, shape.translate(thai)):
            found = list(gate("a/index.html", f"<p>บัตรเลขที่{typed}ของผู้ร้อง</p>", disclosure))
            assert [problem.rule.code for problem in found] == ["id-published"]
            assert typed not in report.text(found)


def test_the_gate_lets_through_what_is_no_number_of_a_person_or_was_released() -> None:
    """A wrong last digit, more digits, letters, points beside it; and the one number that was released."""
    disclosure, _ = load(CONTENT / "example-sao")
    assert disclosure is not None
    print_ = Finding(Kind.NATIONAL_ID, 0, 0, NUMBER).fingerprint(disclosure.agency.id)
    words = Text(th="คำ", en="Words")
    release = Release(
        kind=Kind.NATIONAL_ID, fingerprint=print_, files=(), who=words, why=words, until=date.max
    )
    released = replace(disclosure, releases=(release,))
    wrong = f"{NUMBER[:-1]}{(int(NUMBER[-1]) + 1) % 10}"

    def stopped(typed: str, of: Disclosure = disclosure) -> bool:
        return any(gate("a/index.html", f"<p>บัตรเลขที่ {typed} ของ</p>", of))

    others = (wrong, f"{NUMBER}1", f"1{NUMBER}", f"x{NUMBER}", f"{NUMBER}.5", f"0.{NUMBER}")
    assert [typed for typed in others if stopped(typed)] == []
    assert (stopped(NUMBER), stopped(f"{NUMBER}.")) == (True, True)
    assert (stopped(NUMBER, released), stopped(national_id(Random(13)), released)) == (False, True)


def _has_labels(text: str) -> bool:
    return bool(persons.LABELS.search(text)) or "สกุล" in text


LOOKED_FOR_FIRST: list[tuple[re.Pattern[str], Callable[[str], object]]] = [
    (numbers.SPAN, lambda text: numbers.NINE in gist(text)),
    (contacts.LOST_ZERO, numbers.spans),
    (contacts.LOST_ZERO, contacts.WITHOUT_ZERO.search),
    (contacts.LINE_COLON, contacts.LINE_BY_COLON.search),
    (contacts.LINE, contacts.names_line),
    (homes.HOME, lambda text: any(lane.search(text) for lane in homes.LANES)),
    (homes.ENGLISH_HOUSE, lambda text: any(sign in gist(text) for sign in homes.ENGLISH_SIGNS)),
    (persons.LABELLED, _has_labels),
    (persons.FORM, _has_labels),
    (
        persons.ENGLISH_LABELLED,
        lambda text: any(sign.search(text) for sign in persons.ENGLISH_LABELS),
    ),
    (
        persons.REGISTERED,
        lambda text: any(sign in gist(text) for sign in persons.REGISTERED_SIGNS),
    ),
    *(
        (name, lambda text: persons.POINTED.search(text) or "หม่อม" in text)
        for name in persons.NAMES
        if name not in persons.SPELT
    ),
]


@pytest.mark.parametrize(("pattern", "sign"), LOOKED_FOR_FIRST)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_looked_for_first_stands_in_whatever_is_found(
    pattern: re.Pattern[str], sign: Callable[[str], object], data: st.DataObject
) -> None:
    """No text is passed over for the lack of a sign."""
    text = Plain(data.draw(st.from_regex(pattern))).text

    assert pattern.search(text) is None or sign(text)


@given(
    st.lists(
        st.sampled_from("a 1_-\t\n*<>%4eเเ๑–\u00a0\u200b\u0e3aํา\x1e?๏“é\\กx")
        | st.sampled_from(["%20", "\\u0e01", "<b>", "  ", "__", "เเ"])
    )
)
def test_a_text_is_read_as_it_is_where_nothing_in_it_is_longer_or_other_than_it_says(
    parts: list[str],
) -> None:
    """Whether there is anything to undo is asked of the text at one byte a character."""
    text = "".join(parts)

    is_plain = LONGER.search(text) is None and not set(text) & set(TABLE)

    assert (Plain(text).text == text) == is_plain


@pytest.mark.parametrize(
    "text",
    ["line Id somdee77", "ID line nong.dee5", "lInE iD: som99"],
)
def test_a_line_id_is_found_in_any_size_of_letters(text: str) -> None:
    """People do not type it as brands do."""
    assert [found.kind for found in contacts.line_ids(text, PLAIN)] == [Kind.LINE_ID]


@pytest.mark.parametrize(
    "text", ["at 99/1 Moo5", "at 99/1 mOO 5", "at 99/1, soi5", "House NO 45/2"]
)
def test_an_english_address_is_found_however_it_is_spaced(text: str) -> None:
    """Also without the space after the lane."""
    assert [found.kind for found in homes.addresses(text, PLAIN)] == [Kind.ADDRESS]

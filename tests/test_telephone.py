"""Telephone numbers: what is dialled by a tap, and what is only read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.edition import Edition
from generator.load import load
from generator.load.scalars import THAI_DIGITS
from generator.model.base import Lang
from generator.pages import prose
from generator.pages.base import Here, Link
from generator.pages.telephone import dialled
from generator.render import render

if TYPE_CHECKING:
    from pathlib import Path

HERE = Here(Lang.TH, "contact")


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("0-3240-1234", {"0-3240-1234": "032401234"}),
        ("02-123-4567", {"02-123-4567": "021234567"}),
        ("032 401 234", {"032 401 234": "032401234"}),
        ("032-401234 ต่อ 101", {"032-401234": "032401234"}),
        ("032-401234 ต่อ 1101, 1102", {"032-401234": "032401234"}),
        ("0-3242-5573-4", {"0-3242-5573": "032425573"}),
        ("032-401234-5 โทรสาร 032-401236", {"032-401234": "032401234", "032-401236": "032401236"}),
        ("032-401234 081-234-5678", {"032-401234": "032401234", "081-234-5678": "0812345678"}),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", {"081 234 5678": "0812345678"}),
        ("สายด่วน 1567 หรือ 0-3240-1234", {"1567": "1567", "0-3240-1234": "032401234"}),
        ("199", {"199": "199"}),
        ("1800-222-333", {"1800-222-333": "1800222333"}),
        ("+66 (0) 32 401234", {"+66 (0) 32 401234": "+6632401234"}),
        ("+66 81 234 5678", {"+66 81 234 5678": "+66812345678"}),
        ("(032) 401234", {"032) 401234": "032401234"}),
        ("00-0000-0100", {"00-0000-0100": "0000000100"}),
        ("032-40123", {}),
        ("0105562012345", {}),
        ("ห้อง 12 ชั้น 3", {}),
    ],
)
def test_a_number_has_as_many_digits_as_its_beginning_says(
    written: str, numbers: dict[str, str]
) -> None:
    """Extensions, the last digit of a range and tax numbers are not dialled."""
    found = {link.text: link.href for link in dialled(HERE, written) if link.href}
    assert found == {text: f"tel:{digits}" for text, digits in numbers.items()}


@given(st.text(st.sampled_from("0123456789๐๓๙+-() .กต่อ"), max_size=40))
def test_nothing_is_lost(written: str) -> None:
    """The parts together are what was written, and each address can be dialled."""
    parts = dialled(HERE, written)

    assert "".join(str(part.text) for part in parts) == written.translate(THAI_DIGITS)
    assert all(part.text for part in parts)
    assert all(re.fullmatch(r"tel:\+?[0-9]{3,12}", part.href) for part in parts if part.href)


NONE_STATED = "The source document states no telephone number and no address."
OFFICE = """\
office:
  address: {th: ที่อยู่สมมติ, en: An invented address}
  phone: 02-000-0000 ต่อ 101
  email: office@example.com
"""


def contact(folder: Path, ways: str) -> str:
    """The English page of contacts of the small sample that is reached in other ways."""
    file = folder / "content" / "minimal" / "agency.yml"
    text = file.read_text(encoding="utf-8")
    told = text.replace("contacts:\n  - {unit: law, phone: 02-000-0000}\n", ways)
    assert told != text
    file.write_text(told, encoding="utf-8", newline="\n")
    disclosure, problems = load(folder / "content" / "minimal")
    assert disclosure is not None, problems
    pages = prose.pages(Edition.of(disclosure), Lang.EN)
    return render(next(page for page in pages if page.here.path == "contact"))


def test_the_office_is_called_and_written_to(project: Path) -> None:
    """Its number and its address lead to the telephone and the mail program; the extension is read."""
    html = contact(project, OFFICE)

    number = '<a href="tel:020000000"><span class="nb">02-000-0000</span></a>'
    assert f"<dd>{number} ext. 101</dd>" in html
    assert '<a href="mailto:office@example.com">office@example.com</a></dd>' in html
    assert "<dd>An invented address</dd>" in html
    assert NONE_STATED not in html


def test_thai_beside_a_number_is_marked_on_an_english_page() -> None:
    """So that a screen reader speaks it; the word before an extension is an interface word."""
    number, beside = dialled(Here(Lang.EN, "contact"), "032-401234 ต่อ ๑๐๑ (งานธุรการ)")

    assert number == Link("032-401234", "tel:032401234")
    assert escape(beside.text) == '<span lang="th"> ext. 101 (งานธุรการ)</span>'


def test_a_word_that_ends_like_an_extension_stays() -> None:
    """The word "ติดต่อ" is to get in touch."""
    number, beside = dialled(Here(Lang.EN, "contact"), "032-401234 ติดต่อ 101")

    assert number == Link("032-401234", "tel:032401234")
    assert str(beside.text) == " ติดต่อ 101"


def test_an_agency_that_states_nothing_says_so(project: Path) -> None:
    """Only where neither its office nor a unit can be reached."""
    assert NONE_STATED in contact(project, "")

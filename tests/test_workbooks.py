"""Workbooks, opened again with another library: whole, inert, the same every time."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest

from generator.edition import Edition
from generator.exports.tables import books
from generator.exports.workbook import CUT, FIRST_SHEET, LONGEST_CELL, Pen, lines_of, workbook
from tests.purchases import SMALL, edition_with


def opened(content: bytes) -> openpyxl.Workbook:
    """A workbook as a spreadsheet program reads it."""
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def small() -> openpyxl.Workbook:
    """The small year of procurement."""
    edition = edition_with(SMALL)
    (book,) = (b for b in books(edition) if b.name == "procurement/2569/procurement")
    return opened(workbook(book, edition))


def test_every_table_is_a_sheet_with_all_its_rows(edition: Edition) -> None:
    """Of each real agency: as many rows and columns as in the CSV file, and Thai heads first."""
    for book in books(edition):
        content = workbook(book, edition)
        sheets = opened(content)
        filled = {t.sheet: t for t in book.tables if any(True for _ in t.rows(edition))}
        assert [FIRST_SHEET, *filled] == sheets.sheetnames
        for name, table in filled.items():
            assert sheets[name].max_row == 1 + sum(1 for _ in table.rows(edition))
            heads = [cell.value.splitlines() for cell in sheets[name][1]]
            assert heads == [[c.label.th, c.label.en] for c in table.every_column]
        assert content == workbook(book, edition)


def test_numbers_and_days_are_numbers_and_days(small: openpyxl.Workbook) -> None:
    """So that an officer can add up and sort; a code carries its words."""
    first = [cell.value for cell in small["contracts"][2]]
    assert first[6].isoformat() == "2025-10-15T00:00:00"
    assert first[:6] == [
        "69010000001",
        "1/2569",
        "บริษัท ก จำกัด",
        "นิติบุคคล · juristic",
        "0105500000001",
        900000,
    ]
    process = {
        c.value.splitlines()[1]: d.value for c, d in zip(*small["processes"]["1:2"], strict=True)
    }
    assert process["Budget of the purchase in baht"] == 1500000.5
    assert process["Method"] == "วิธีประกาศเชิญชวนทั่วไป · open"
    assert process["What the data is"] == "ข้อมูลสมมติ · fictional"


def test_no_cell_is_a_formula(small: openpyxl.Workbook) -> None:
    """Words that begin like a formula stay words."""
    kinds = {cell.data_type for sheet in small for row in sheet.iter_rows() for cell in row}
    titles = [cell.value for cell in small["processes"]["F"]]

    assert "f" not in kinds
    assert "จ้างก่อสร้างถนน =1+1" in titles


def test_formula_like_words_are_written_as_words() -> None:
    """Also where the whole cell looks like one, or like an address."""
    pen = Pen.of("x", edition_with())
    sheet = pen.sheet("x")
    for row, text in enumerate(("=1+1", "+1", "{=1}", "https://example.org/", "@x")):
        pen.write(sheet, row, 0, text, pen.wrapped)
    cells = [cell for (cell,) in opened(pen.bytes())["x"].iter_rows()]

    assert [(c.value, c.data_type, c.hyperlink) for c in cells] == [
        (text, "s", None) for text in ("=1+1", "+1", "{=1}", "https://example.org/", "@x")
    ]


def test_the_first_sheet_says_what_must_be_known(small: openpyxl.Workbook) -> None:
    """That it is invented, units, eras, licence, day of the data, every column of every sheet."""
    front = small[FIRST_SHEET]
    text = "\n".join(str(c.value) for row in front.iter_rows() for c in row if c.value is not None)

    for words in ("All of this is invented", "creativecommons.org/licenses/by/4.0", "พ.ศ.", "baht"):
        assert words in text
    assert "2026-03-31" in text
    assert "juristic = นิติบุคคล · juristic person" in text
    for sheet in ("processes", "bids", "contracts"):
        listed = [row[3].value for row in front.iter_rows() if row[0].value == sheet]
        assert len(listed) == small[sheet].max_column


def test_the_file_holds_no_clock_and_no_stranger(small: openpyxl.Workbook) -> None:
    """The date of the data, the agency as author, what it is as a comment; no macro, no link out."""
    assert small.properties.created.isoformat() == "2026-03-31T00:00:00"
    assert small.properties.creator == "องค์การบริหารส่วนจังหวัดตัวอย่าง (สมมติ)"
    assert "invented" in small.properties.description
    edition = edition_with(SMALL)
    for book in books(edition):
        with zipfile.ZipFile(BytesIO(workbook(book, edition))) as parts:
            assert parts.testzip() is None
            assert not [n for n in parts.namelist() if "vba" in n or "external" in n.lower()]
            assert {info.date_time[0] for info in parts.infolist()} == {1980}


def test_a_text_too_long_for_a_cell_says_so() -> None:
    """Excel would refuse the file; the CSV file has the whole."""
    pen = Pen.of("x", edition_with())
    pen.write(pen.sheet("x"), 0, 0, "ก" * (LONGEST_CELL + 1), pen.wrapped)

    value = opened(pen.bytes())["x"]["A1"].value

    assert len(value) == LONGEST_CELL
    assert value.endswith(CUT)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("กขค", 10, 1), ("กขค\nกขค", 10, 2), ("ก" * 20, 10, 3), ("กี้" * 9, 10, 1)],
)
def test_rows_are_tall_enough(text: str, width: int, lines: int) -> None:
    """By letters that take room: Thai vowels and tone marks above a letter take none."""
    assert lines == lines_of(text, width)

"""The official forms as Excel files: heads to the letter, every line, months without purchases."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports import exports
from generator.importers.account import Account
from generator.importers.procurement.merge import Wishes
from generator.importers.procurement.run import procurement as imported
from generator.model.eras import Month
from tests.purchases import SMALL, edition_with

FOLDER = "data/procurement/2569"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Everything that the small year publishes."""
    return dict(exports(edition_with(SMALL)))


def sheets(content: bytes) -> dict[str, Worksheet]:
    """The sheets of a workbook by name."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: sheet for sheet in book}


def rows(sheet: Worksheet) -> list[list[object]]:
    """The cells of a sheet, row by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


SKR1_HEADS = [
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "ราคากลาง (บาท)", "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง",
]  # fmt: skip


def test_a_month_is_laid_out_as_the_form_is(files: dict[str, bytes]) -> None:
    """The form's name, month, agency, day, that it is invented, nine heads, a line a purchase."""
    (sheet,) = sheets(files[f"{FOLDER}/skr1-2025-10.xlsx"]).values()
    found = rows(sheet)

    assert sheet.title == "ตุลาคม 2568"
    assert found[0][8] == "แบบ สขร. 1"
    assert [row[0] for row in found[1:5]] == [
        "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2568",
        "องค์การบริหารส่วนจังหวัดตัวอย่าง (สมมติ)",
        "วันที่ 31 เดือน มีนาคม พ.ศ. 2569",
        "ข้อมูลทั้งหมดเป็นเรื่องสมมติ ไม่มี อบจ.ตัวอย่าง บุคคล ตัวเลข และเอกสารเหล่านี้อยู่จริง",
    ]
    assert found[5] == SKR1_HEADS
    assert found[6] == [
        1,
        "จ้างก่อสร้างถนน =1+1",
        1500000.5,
        1490000,
        "วิธีประกาศเชิญชวนทั่วไป e-bidding",
        "บริษัท ก จำกัด ราคา 1,480,000 บาท\nหจก. ข ราคา 1,485,000.25 บาท\nหจก. ค",
        "บริษัท ก จำกัด ราคา 900,000 บาท\nหจก. ข ราคา 580,000.25 บาท",
        "ราคาต่ำสุด",
        "1/2569 ลงวันที่ 15 ตุลาคม 2568\n1/2569 ลงวันที่ 16 ตุลาคม 2568",
    ]
    assert len(found) == 8


def test_a_month_without_purchases_says_so(files: dict[str, bytes]) -> None:
    """As the form asks, in words and not with an empty table; a silent month has no file."""
    (sheet,) = sheets(files[f"{FOLDER}/skr1-2025-12.xlsx"]).values()

    assert rows(sheet)[-1][0] == "ไม่มีการจัดซื้อจัดจ้างในเดือนธันวาคม 2568"
    assert f"{FOLDER}/skr1-2026-02.xlsx" not in files


def test_our_own_import_understands_the_form(files: dict[str, bytes], tmp_path: Path) -> None:
    """What is published can be imported again: nothing is lost that the form has a column for."""
    file, account = tmp_path / "skr1.xlsx", Account()
    file.write_bytes(files[f"{FOLDER}/skr1.xlsx"])

    outcome = imported([file], tmp_path / "procurement", Wishes(), account)

    assert account.problems == []
    again = outcome.year
    assert again.report.months_without == SMALL.report.months_without
    for ours, theirs in zip(SMALL.processes, again.processes, strict=True):
        for field in ("month", "method", "budget", "reference_price"):
            assert getattr(ours, field) == getattr(theirs, field)
        assert ours.title.th == theirs.title.th
    assert [(b.bidder, b.price) for b in again.bids] == [(b.bidder, b.price) for b in SMALL.bids]
    assert [(c.number, c.price, c.signed) for c in again.contracts] == [
        (c.number, c.price, c.signed) for c in SMALL.contracts
    ]
    after = dict(exports(edition_with(replace(again, report=SMALL.report))))
    both = [sheets(found[f"{FOLDER}/skr1.xlsx"]).values() for found in (files, after)]
    for before, now in zip(*both, strict=True):
        assert [row[4] for row in rows(before)] == [row[4] for row in rows(now)]


def test_the_year_has_a_sheet_for_each_month_told(files: dict[str, bytes]) -> None:
    """The same sheets in one workbook, in the order of the fiscal year."""
    year = sheets(files[f"{FOLDER}/skr1.xlsx"])

    assert list(year) == ["ตุลาคม 2568", "พฤศจิกายน 2568", "ธันวาคม 2568", "มกราคม 2569"]
    for month, sheet in zip(
        ("2025-10", "2025-11", "2025-12", "2026-01"), year.values(), strict=True
    ):
        (alone,) = sheets(files[f"{FOLDER}/skr1-{month}.xlsx"]).values()
        assert rows(alone) == rows(sheet)


ITA_HEADS = [
    "ที่", "ปีงบประมาณ", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "กระทรวง", "ประเภทหน่วยงาน", "ชื่อรายการของงานที่ซื้อหรือจ้าง",
    "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)", "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง",
    "ราคากลาง (บาท)", "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการในระบบ e-GP",
]  # fmt: skip


def test_the_ita_list_has_its_sixteen_columns(files: dict[str, bytes]) -> None:
    """CSV and workbook alike, to the letter; a purchase once, with the sum of its contracts."""
    text = files[f"{FOLDER}/ita-list.csv"].decode("utf-8")
    heads, first, *others = csv.reader(io.StringIO(text))
    listed = sheets(files[f"{FOLDER}/ita-list.xlsx"])

    assert heads == ITA_HEADS
    assert first == [
        "1", "2569", "องค์การบริหารส่วนจังหวัดตัวอย่าง (สมมติ)", "", "", "กระทรวงมหาดไทย",
        "องค์กรปกครองส่วนท้องถิ่น", "จ้างก่อสร้างถนน =1+1", "1500000.5", "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย",
        "อยู่ระหว่างระยะสัญญา", "วิธีประกาศเชิญชวนทั่วไป", "1490000", "1480000.25", "บริษัท ก จำกัด, หจก. ข", "69010000001",
    ]  # fmt: skip
    assert len(others) == 4
    found = rows(listed["รายการจัดซื้อจัดจ้าง"])
    assert found[0] == ITA_HEADS
    assert [str(cell) for cell in found[1] if cell is not None] == [cell for cell in first if cell]
    assert any("invented" in str(cell) for row in rows(listed["หมายเหตุ"]) for cell in row)


def test_no_formula_stands_in_a_form() -> None:
    """Whatever an officer typed."""
    risky = replace(SMALL.bids[0], bidder="=HYPERLINK(1)")
    found = dict(exports(edition_with(replace(SMALL, bids=(risky, *SMALL.bids[1:])))))
    for name in ("skr1.xlsx", "skr1-2025-10.xlsx", "ita-list.xlsx"):
        for sheet in sheets(found[f"{FOLDER}/{name}"]).values():
            assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_a_year_of_nothing_has_forms_that_say_so() -> None:
    """Twelve months without a purchase: twelve forms, and no list."""
    months = tuple(Month(*divmod_month(n)) for n in range(12))
    report = replace(SMALL.report, months_without=months)
    quiet = replace(SMALL, report=report, processes=(), bids=(), contracts=())
    found = dict(exports(edition_with(quiet)))

    assert sum(name.startswith(f"{FOLDER}/skr1-") for name in found) == 12
    assert f"{FOLDER}/ita-list.xlsx" not in found


def divmod_month(place: int) -> tuple[int, int]:
    """The months of fiscal year 2569, from October 2025."""
    year, month = divmod(place + 9, 12)
    return 2025 + year, month + 1

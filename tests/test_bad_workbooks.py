"""Workbooks that go wrong in every way: each ends in a right import, or in a message that names the cell."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from generator.diagnostics import Words
from generator.importers.account import Account
from generator.importers.grid import cell_name
from generator.importers.procurement.columns import FORM
from generator.importers.procurement.files import save
from generator.importers.procurement.merge import Wishes
from generator.importers.procurement.run import procurement
from generator.importers.template import workbook
from generator.report import of_import

HERE = Path(__file__).parent / "workbooks"
CONTENT = Path(__file__).parent.parent / "content" / "example-sao" / "procurement"
HEADS = [
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "ราคากลาง (บาท)", "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง", "เลขที่โครงการ",
]  # fmt: skip
PARTY = "บริษัท ตัวอย่าง จำกัด 90,000 บาท"
TITLE = "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2568"
LIST = [
    "เดือน",
    "งานที่ซื้อหรือจ้าง",
    "วงเงินงบประมาณ",
    "ราคากลาง",
    "วิธีการจัดซื้อจัดจ้าง",
    "ผู้ได้รับการคัดเลือก",
    "เลขประจำตัวผู้เสียภาษี",
    "ราคาที่ตกลง",
    "วันที่ลงนามในสัญญา",
    "เลขที่สัญญา",
]
ENTRY = [
    "ต.ค. 68",
    "จ้าง",
    100000,
    100000,
    "วิธีเฉพาะเจาะจง",
    "บริษัท ตัวอย่าง จำกัด",
    "",
    90000,
    "5 ต.ค. 68",
    "จ. 1/2569",
]
PERSONS = "8999999000018"


def line(**cells: object) -> list[object]:
    """A sound line of form สขร.1 at row 4, with cells put otherwise by their letter."""
    row: list[object] = [
        1,
        "จ้างทำป้าย",
        100000,
        95000,
        "วิธีเฉพาะเจาะจง",
        PARTY,
        PARTY,
        "ราคาต่ำสุด",
        "จ. 1/2569 ลว. 5 ต.ค. 68",
        "68109999001",
    ]
    for letter, value in cells.items():
        row[ord(letter) - 65] = value
    return row


def entry(**cells: object) -> list[object]:
    """A sound line of a list at row 2."""
    row = list(ENTRY)
    for letter, value in cells.items():
        row[ord(letter) - 65] = value
    return row


def form(*rows: list[object], title: str = TITLE, heads: list[str] = HEADS) -> openpyxl.Workbook:
    """A month's summary: title, blank row, head in row 3, lines from row 4."""
    book = openpyxl.Workbook()
    for row in ([title], [], heads, *(rows or (line(),))):
        book.active.append(row)
    return book


def listed(*rows: list[object], heads: list[str] = LIST) -> openpyxl.Workbook:
    """A list: head in row 1."""
    book = openpyxl.Workbook()
    for row in (heads, *rows):
        book.active.append(row)
    return book


def imported(path: Path, tmp_path: Path, **wishes: object) -> tuple[object, Account]:
    """What an import makes of a file."""
    account = Account()
    return procurement(
        [path], tmp_path / "procurement", Wishes(**({"year": 2569} | wishes)), account
    ), account


def saved(book: openpyxl.Workbook, tmp_path: Path) -> Path:
    """A workbook on disk."""
    path = tmp_path / "book.xlsx"
    book.save(path)
    return path


def hidden_row() -> openpyxl.Workbook:
    book = form(line(), line(B="จ้างอื่น", I="จ. 2/2569", J="68109999002"))
    book.active.row_dimensions[5].hidden = True
    return book


def hidden_column() -> openpyxl.Workbook:
    book = form()
    book.active.column_dimensions["C"].hidden = True
    return book


def two_months() -> openpyxl.Workbook:
    book = form()
    again = book.copy_worksheet(book.active)
    again.title = "อีกแผ่น"
    return book


def month_of_the_copy() -> openpyxl.Workbook:
    book = form()
    book.active.title = "พ.ย. 68"
    return book


def far_cell() -> openpyxl.Workbook:
    book = form()
    book.active["XFD1048576"] = "x"
    return book


REFUSED = {
    "wrong-template": (lambda: listed(heads=["ชื่อ", "โทรศัพท์"]), "no-table", ""),
    "hidden-row": (hidden_row, "hidden-rows", "A5"),
    "hidden-column": (hidden_column, "hidden-column", "C4"),
    "formula-without-value": (lambda: form(line(C="=90000+10000")), "stale-formula", "C4"),
    "shifted-columns": (lambda: form(line(C=PERSONS)), "huge-amount", "C4"),
    "two-sheets-of-a-month": (two_months, "month-twice", "A1"),
    "title-of-the-month-before": (month_of_the_copy, "title-and-tab-differ", "A1"),
    "wrong-year": (lambda: form(title=TITLE.replace("2568", "2566")), "other-fiscal-year", "A1"),
    "slip-in-a-year": (lambda: form(line(I="จ. 1/2569 ลว. 5 ต.ค. 2468")), "far-year", "I4"),
    "negative": (lambda: form(line(C=-5000)), "money-range", "C4"),
    "ambiguous-thousand": (lambda: form(line(C="1.200")), "number-ambiguous", "C4"),
    "mixed-digits": (lambda: form(line(C="1๐0000")), "mixed-digits", "C4"),
    "american-day": (lambda: listed(entry(I="10/05/2025")), "day-or-month", "I2"),
    "no-such-day": (lambda: listed(entry(I="31 พ.ย. 2568")), "no-such-day", "I2"),
    "scientific": (lambda: form(line(J="6.81E+10")), "lost-digits", "J4"),
    "egp-too-short": (lambda: form(line(J="6810999900")), "egp-number", "J4"),
    "missing-head": (lambda: form(heads=[*HEADS[:2], "", *HEADS[3:]]), "no-heading", "C4"),
    "method-missing": (lambda: form(heads=[*HEADS[:4], "x", *HEADS[5:]]), "missing-column", "A3"),
    "unknown-method": (lambda: form(line(E="วิธีพิเศษ")), "unknown-word", "E4"),
    "method-blank": (lambda: form(line(E=None)), "missing-cell", "E4"),
    "title-blank": (lambda: form(line(), line(B=None)), "missing-cell", "B5"),
    "name-or-price": (lambda: form(line(F="ร้านตัวอย่าง 850")), "unsure-party", "F4"),
    "doubtful-supplier": (lambda: form(line(F="-", G="วิสาหกิจชุมชนตัวอย่าง 900 บาท")), "doubtful-supplier", "G4"),
    "more-contracts-than-winners": (lambda: form(line(I="จ. 1/2569 ลว. 5 ต.ค. 68\nจ. 2/2569 ลว. 6 ต.ค. 68")), "uneven-contracts", "I4"),
    "same-line-twice": (lambda: form(line(), line()), "contract-line-twice", "B5"),
    "project-differs": (lambda: form(line(), line(C=50000, I="จ. 2/2569")), "project-differs", "C5"),
    "contract-number-twice": (lambda: form(line(J="-"), line(B="จ้างอื่น", J="-")), "same-number", "B5"),
    "empty-month": (lambda: form([]), "empty-month", "A4"),
    "none-and-some": (lambda: form(line(), [None, "ไม่มีการจัดซื้อจัดจ้าง"]), "none-and-some", "B5"),
    "national-id-in-a-title": (lambda: form(line(B=f"จ้างนายสมมติ {PERSONS}")), "long-number-in-text", "B4"),
    "formula-as-text": (lambda: listed(entry(B="@SUM(A1)")), "formula-text", "B2"),
    "persons-number-of-a-company": (lambda: listed(entry(G=PERSONS)), "persons-number", "G2"),
    "wrong-check-digit": (lambda: listed(entry(G="0999999000000")), "tax-number", "G2"),
    "ends-before-signed": (lambda: listed([*entry(), "1 ต.ค. 68"], heads=[*LIST, "วันที่สิ้นสุดสัญญา"]), "ends-before-signed", "K2"),
    "far-cell": (far_cell, "far-cell", "XFD1048576"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(REFUSED))
def test_refused_with_one_message_that_names_the_cell(case: str, tmp_path: Path) -> None:
    """One message, its cell, its repair; nothing is written; no long number is repeated."""
    make, code, cell = REFUSED[case]

    outcome, account = imported(saved(make(), tmp_path), tmp_path)

    assert outcome is None
    assert [(p.rule.code, cell_name(p.place)) for p in account.problems] == [(code, cell)]
    told = of_import.report(account, Words("ก", "a"), ())
    for shown in (of_import.as_text(told), of_import.as_html(told)):
        assert PERSONS not in shown
        assert account.problems[0].mend.th in shown or "<html" in shown
    assert not (tmp_path / "procurement").exists()


def hidden_sheet() -> openpyxl.Workbook:
    book = form()
    book.create_sheet("ลับ").sheet_state = "hidden"
    return book


def merged_head() -> openpyxl.Workbook:
    """A head of two rows, some cells merged over both, two columns below a common head."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([TITLE])
    sheet.append(["ลำดับที่", "งานที่จัดซื้อ", "วงเงินที่จะซื้อ", "วิธีซื้อ", "ผู้เสนอราคา", None, *HEADS[6:9]])
    sheet.append([None, "หรือจัดจ้าง", "หรือจ้าง (บาท)", "หรือจ้าง", "รายชื่อ", "ราคาที่เสนอ"])
    sheet.merge_cells("E2:F2")
    sheet.append(
        [
            1,
            "จ้างทำป้าย",
            100000,
            "วิธีเฉพาะเจาะจง",
            "บริษัท ตัวอย่าง จำกัด",
            90000,
            PARTY,
            "-",
            "จ. 1/2569 ลว. 5 ต.ค. 68",
        ]
    )
    return book


def repeated_head() -> openpyxl.Workbook:
    total = [None, "รวมทั้งสิ้น", 200000]
    return form(
        line(),
        total,
        HEADS,
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        line(B="จ้างอื่น", I="จ. 2/2569 ลว. 6 ต.ค. 68", J="68109999002"),
        total,
    )


def phantom_rows() -> openpyxl.Workbook:
    book = form()
    for row in range(5, 200_005):
        book.active.cell(row, 1).number_format = "0.00"
    return book


UNDERSTOOD = {
    "plain": (form, 1),
    "hidden-sheet": (hidden_sheet, 1),
    "merged-head": (merged_head, 1),
    "totals-and-head-in-the-middle": (repeated_head, 2),
    "text-numbers": (lambda: form(line(C="๑๐๐,๐๐๐.๐๐ บาท", D="95000.-")), 1),
    "serial-day": (lambda: listed(entry(I=45935)), 1),
    "mixed-eras": (lambda: listed(entry(), entry(A="2025-10", B="อีกงาน", I="2025-10-06", J="2")), 2),
    "egp-number-as-float": (lambda: form(line(J=68109999001.0)), 1),
    "natural-person-with-tax-number": (lambda: listed(entry(F="นายสมมติ ตัวอย่าง", G=PERSONS)), 1),
    "phantom-rows": (phantom_rows, 1),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(UNDERSTOOD))
def test_understood(case: str, tmp_path: Path) -> None:
    """A right import; a person's number stands nowhere."""
    make, count = UNDERSTOOD[case]

    outcome, account = imported(saved(make(), tmp_path), tmp_path)

    assert [(p.rule.code, p.place) for p in account.problems] == []
    assert len(outcome.year.processes) == len(outcome.year.contracts) == count
    assert str(outcome.year.contracts[0].price) in {"90000", "90000.00"}
    told = of_import.report(account, Words("ก", "a"), ())
    everything = of_import.as_text(told).encode() + b"".join(outcome.files.values())
    assert PERSONS.encode() not in everything


FILES = {
    "empty.xlsx": (b"", "empty-workbook"),
    "page.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "not-a-workbook"),
    "plan.pdf": (b"%PDF-1.7 ...", "not-a-workbook"),
    "torn.xlsx": (b"PK\x03\x04 torn", "broken-workbook"),
    "locked.xlsx": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "protected-workbook",
    ),
    "other.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "not-a-workbook"),
    "latin.csv": ("café,naïve,été\n".encode("latin-1") * 9, "unsure-encoding"),
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_files_that_are_no_tables(name: str, tmp_path: Path) -> None:
    """Judged by content; one message about the file."""
    content, code = FILES[name]
    (tmp_path / name).write_bytes(content)

    outcome, account = imported(tmp_path / name, tmp_path)

    assert outcome is None
    assert [p.rule.code for p in account.problems] == [code]


def test_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """What is packed is counted while it unpacks, whatever the archive states."""
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b"\0" * 2**20)

    _, account = imported(path, tmp_path)

    assert [p.rule.code for p in account.problems] == ["unpacks-too-large"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_every_encoding(encoding: str, separator: str, tmp_path: Path) -> None:
    """The same table, however its text is saved and its cells are kept apart."""
    rows = [LIST, [str(c).replace(",", "") for c in ENTRY]]
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))

    outcome, account = imported(path, tmp_path)

    assert account.problems == []
    assert [p.title.th for p in outcome.year.processes] == ["จ้าง"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("last", ["ป้าย", 'ป้าย 2" x 3"'])
def test_a_quotation_mark_that_never_closes(last: str, separator: str, tmp_path: Path) -> None:
    """It would take all lines after it into its cell, and they would be gone without a word."""
    rows = [LIST, entry(B='"จ้าง'), entry(B="ซื้อ", J="จ. 2/2569"), entry(B=last, J="3/2569")]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(separator.join(map(str, row)) for row in rows), encoding="utf-8")

    outcome, account = imported(path, tmp_path)

    assert outcome is None
    assert [(p.rule.code, cell_name(p.place)) for p in account.problems] == [("open-quote", "A2")]


def test_macros_and_pivots_are_told_and_left(tmp_path: Path) -> None:
    """Neither is read; that they were there is told."""
    path = saved(form(), tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
        archive.writestr("xl/pivotCache/pivotCacheRecords1.xml", b"<x/>")

    outcome, account = imported(path, tmp_path)

    assert outcome is not None
    assert sum("มาโคร" in left.why.th or "Pivot" in left.why.th for left in account.left) == 2


def test_template_of_another_version_is_refused(tmp_path: Path) -> None:
    """Columns of another version may mean other things."""
    path = tmp_path / "filled.xlsx"
    path.write_bytes(workbook(FORM))
    book = openpyxl.load_workbook(path)
    book.active.cell(1, len(FORM.offered)).value = "disclosure template procurement 9"

    _, account = imported(saved(book, tmp_path), tmp_path)

    assert [p.rule.code for p in account.problems] == ["other-version"]


@pytest.mark.parametrize("year", [2568, 2569])
def test_the_sample_comes_from_its_workbooks(year: int, tmp_path: Path) -> None:
    """The invented agency's tables are what the importer makes of the committed workbooks."""
    for kind in ("skr1", "ita-list", "template"):
        path = HERE / "example-sao" / f"procurement-{kind}-{year}.xlsx"
        outcome, account = imported(path, tmp_path, year=year, months_from_egp=True)
        assert account.problems == []
        save(outcome.files, outcome.folder)

    for name in ("processes.csv", "bids.csv", "contracts.csv"):
        assert outcome.files[name] == (CONTENT / str(year) / name).read_bytes()


def test_official_forms_complete_each_other(tmp_path: Path) -> None:
    """สขร.1 by month, then the ITA list, then the template: one year, each adding what it knows."""
    for name in ("skr1-2568", "ita18-2568", "english-2568"):
        outcome, account = imported(HERE / "forms" / f"{name}.xlsx", tmp_path, year=2568)
        assert [(p.rule.code, p.place) for p in account.problems] == []
        save(outcome.files, outcome.folder)
    year = outcome.year
    assert len(year.processes) >= 120
    assert {str(month) for month in year.report.months_without} == {"2025-04"}
    assert all(p.status and p.budget_source and p.title.en for p in year.processes)
    assert all(c.tax_id is None or c.tax_id.startswith("0") for c in year.contracts)
    again, _ = imported(HERE / "forms" / "english-2568.xlsx", tmp_path, year=2568)
    assert again.changes_nothing


@pytest.mark.parametrize("name", ["skr1-2568", "ita18-2568"])
@pytest.mark.parametrize("suffix", ["ods", "xls", "csv"])
def test_every_format_tells_the_same(name: str, suffix: str, tmp_path: Path) -> None:
    """What LibreOffice saved as ODS, XLS or CSV is what the XLSX says; CSV is the first sheet."""
    wishes = {"year": 2568, "months_from_egp": True}
    xlsx, _ = imported(HERE / "forms" / f"{name}.xlsx", tmp_path, **wishes)
    saved_by_office, account = imported(HERE / "forms" / f"{name}.{suffix}", tmp_path, **wishes)

    assert [(p.rule.code, p.place) for p in account.problems] == []
    months = {process.month for process in saved_by_office.year.processes}
    expected = tuple(p for p in xlsx.year.processes if p.month in months)
    assert saved_by_office.year.processes == expected
    assert len(expected) >= 9

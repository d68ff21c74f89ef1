"""The official forms, filled in by hand in LibreOffice (tests/workbooks/by_hand.py), and e-GP's open data."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from generator.diagnostics import Words
from generator.importers.account import Account
from generator.importers.procurement.merge import Wishes
from generator.importers.procurement.run import procurement
from generator.report import of_import

HERE = Path(__file__).parent / "workbooks" / "by_hand"
FORMATS = ("xls", "ods", "utf8", "cp874")
PERSONS = "8999999000018"


def files(form: str, kind: str) -> list[Path]:
    """The files of a form in a format; CSV has one for each sheet."""
    plain = HERE / f"{form}.{kind}"
    return [plain] if plain.exists() else sorted(HERE.glob(f"{form}.{kind}-*.csv"))


def imported(paths: list[Path], tmp_path: Path, **wishes: object) -> tuple[object, Account]:
    """What an import of one year makes of files, and its story."""
    account = Account()
    options = Wishes(**({"year": 2569} | wishes))
    return procurement(paths, tmp_path / "procurement", options, account), account


def form_of(form: str, kind: str, tmp_path: Path) -> tuple[object, Account]:
    """A form in a format; the ITA lists name no month, so it is taken from the e-GP number."""
    return imported(files(form, kind), tmp_path, months_from_egp=form != "skr1")


@pytest.mark.parametrize("kind", ["xlsx", *FORMATS])
@pytest.mark.parametrize("form", ["skr1", "ita16", "ita18"])
def test_every_format_gives_the_same_import(form: str, kind: str, tmp_path: Path) -> None:
    """Calc's own cells, or text alone: the tables are the same to the byte."""
    expected, _ = form_of(form, "xlsx", tmp_path)
    outcome, account = form_of(form, kind, tmp_path)

    assert [(p.rule.code, p.place) for p in account.problems] == []
    assert outcome.files == expected.files
    told = of_import.as_text(of_import.report(account, Words("ก", "a"), ()))
    assert PERSONS not in told + "".join(f.decode() for f in outcome.files.values())


def test_summary_of_two_months(tmp_path: Path) -> None:
    """Merged titles, Thai digits, eras as text, two bidders in a cell, a month without any."""
    outcome, _ = form_of("skr1", "xlsx", tmp_path)
    year = outcome.year

    assert [str(process.month) for process in year.processes] == ["2025-10"] * 3
    prices = {process.budget: process.reference_price for process in year.processes}
    assert prices == {498000: 495000, 18450: 18450, 9000: None}
    assert sorted(bid.price for bid in year.bids) == [9000, 18450, 490000, 494000]
    assert sorted(str(contract.signed) for contract in year.contracts) == [
        "2025-10-05", "2025-10-09", "2025-10-12",
    ]  # fmt: skip
    assert [str(month) for month in year.report.months_without] == ["2025-11"]


@pytest.mark.parametrize("form", ["ita16", "ita18"])
def test_lists(form: str, tmp_path: Path) -> None:
    """Four lines, three signed; what is not signed has no contract."""
    outcome, _ = form_of(form, "ods", tmp_path)
    year = outcome.year

    assert [str(process.month) for process in year.processes] == ["2025-10"] * 3 + ["2025-11"]
    assert [contract.price for contract in year.contracts] == [490000, 18450, 9000]
    taxed = [contract.tax_id is not None for contract in year.contracts]
    assert taxed == ([True, True, False] if form == "ita18" else [False] * 3)


def test_list_without_month_asks_for_one(tmp_path: Path) -> None:
    """The list of 16 columns tells no month: nothing is guessed."""
    outcome, account = imported(files("ita16", "xlsx"), tmp_path)

    assert outcome is None
    assert {p.rule.code for p in account.problems} == {"no-month"}
    assert all("--months-from-egp" in p.mend.th for p in account.problems)


@pytest.mark.parametrize("name", ["locked.xlsx", "locked.ods"])
def test_password_of_libreoffice(name: str, tmp_path: Path) -> None:
    """One message, which says how to take the password off."""
    outcome, account = imported([HERE / name], tmp_path)

    assert outcome is None
    assert [p.rule.code for p in account.problems] == ["protected-workbook"]
    assert "เอารหัสผ่านออก" in account.problems[0].mend.th


EGP_HEADS = [
    "project_id", "project_name", "project_type_name", "dept_name", "dept_sub_name", "purchase_method_name",
    "purchase_method_group_name", "province", "project_money", "price_build", "sum_price_agree", "budget_year",
    "transaction_date", "project_status", "contract_no", "contract_date", "contract_finish_date",
    "contract_price_agree", "winner_tin", "winner",
]  # fmt: skip
OFFICE = ["องค์การบริหารส่วนตำบลตัวอย่าง", "-"]
PROJECT = [
    "68109999001", "ซื้ออาหารเสริม (นม) โรงเรียน", "ซื้อ", *OFFICE, "เฉพาะเจาะจง", "วิธีเฉพาะเจาะจง", "ตัวอย่าง",
    300000, 290000, 280000, 2569, "2025-10-20", "แล้วเสร็จตามสัญญา",
]  # fmt: skip
CONTRACTS = [
    ["1/2569", "2025-10-05", "2025-12-31", 200000, "0999999000012", "บริษัท ตัวอย่างนม จำกัด"],
    ["2/2569", "2025-10-06", "2025-12-31", 80000, PERSONS, "นายสมมติ ตัวอย่าง"],
]
ALONE = [
    "68119999002", "จ้างซ่อมรถบรรทุกน้ำ", "จ้าง", *OFFICE, "เฉพาะเจาะจง", "วิธีเฉพาะเจาะจง", "ตัวอย่าง", 25000, 25000, 24500,
    2569, "2025-11-10", "อยู่ระหว่างดำเนินการตามสัญญา", "3/2569", "2025-11-03", "2025-11-30", "", "0999999000012",
    "บริษัท ตัวอย่างนม จำกัด",
]  # fmt: skip


def egp(kind: str, folder: Path) -> Path:
    """e-GP's open data: a line for each contract, the project's amounts repeated on each."""
    rows = [EGP_HEADS, *([*PROJECT, *contract] for contract in CONTRACTS), ALONE]
    path = folder / f"egp.{kind}"
    if kind == "csv":
        text = "\n".join(",".join(str(cell) for cell in row) for row in rows)
        path.write_text(text, encoding="utf-8-sig", newline="\n")
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_open_data_of_egp(kind: str, tmp_path: Path) -> None:
    """Contracts of one project are one purchase: its amounts count once, its contracts add up."""
    outcome, account = imported([egp(kind, tmp_path)], tmp_path, months_from_egp=True)

    assert [(p.rule.code, p.place) for p in account.problems] == []
    year = outcome.year
    assert [str(process.egp_number) for process in year.processes] == ["68109999001", "68119999002"]
    assert sum(process.budget for process in year.processes) == Decimal(325000)
    assert sum(process.reference_price for process in year.processes) == Decimal(315000)
    assert [contract.price for contract in year.contracts] == [200000, 80000, 24500]
    assert [contract.tax_id for contract in year.contracts] == [
        "0999999000012", None, "0999999000012",
    ]  # fmt: skip
    told = of_import.as_text(of_import.report(account, Words("ก", "a"), ()))
    assert PERSONS not in told + "".join(f.decode() for f in outcome.files.values())
    assert "นายสมมติ ตัวอย่าง" in outcome.files["contracts.csv"].decode()


@pytest.mark.parametrize("kind", ["xlsx", *FORMATS])
def test_totals_are_compared_and_never_used(kind: str, tmp_path: Path) -> None:
    """Calc's SUM passes over the amount that was typed in Thai digits: told, with its cell."""
    outcome, account = form_of("skr1", kind, tmp_path)

    assert outcome is not None
    (doubt,) = account.doubts
    assert doubt.rule.code == "total-differs"
    assert (doubt.place.line, doubt.place.column) == (8, 3)
    assert "27,450 บาท" in doubt.what.th
    assert "525,450 บาท" in doubt.what.th
    told = of_import.report(account, Words("ก", "a"), ())
    for shown in (of_import.as_text(told), of_import.as_html(told)):
        assert "525,450" in shown
        assert "C8" in shown


def test_totals_of_parts_and_of_all(tmp_path: Path) -> None:
    """A total of the lines since the last one, and a grand total, are both right; another is not."""
    heads = ["งานที่ซื้อหรือจ้าง", "เดือน", "วงเงินงบประมาณ", "วิธีการจัดซื้อจัดจ้าง"]
    lines = [[f"งานที่ {n}", "ต.ค. 68", 1000 * n, "วิธีเฉพาะเจาะจง"] for n in (1, 2, 3)]
    total = ["รวม", "", "๓,๐๐๐ บาท"]
    book = openpyxl.Workbook()
    for row in (
        heads,
        *lines[:2],
        total,
        lines[2],
        total,
        ["รวมทั้งสิ้น", "", 6000],
        ["รวม", "", 5999],
    ):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")

    outcome, account = imported([tmp_path / "list.xlsx"], tmp_path)

    assert len(outcome.year.processes) == 3
    assert [doubt.place.line for doubt in account.doubts] == [8]


def test_long_report_opens(tmp_path: Path) -> None:
    """The page shows the first 200 lines of a sort and says where the others are; the text has all."""
    heads = ["งานที่ซื้อหรือจ้าง", "เดือน", "วงเงินงบประมาณ", "วิธีการจัดซื้อจัดจ้าง"]
    book = openpyxl.Workbook()
    for row in (heads, *([f"งานที่ {n}", "ต.ค. 68", 10, "วิธีเฉพาะเจาะจง"] for n in range(1, 1206))):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")

    _, account = imported([tmp_path / "list.xlsx"], tmp_path)
    told = of_import.report(account, Words("ก", "a"), ())
    page, text = of_import.as_html(told), of_import.as_text(told)

    assert "1,005 more are in import.txt" in page
    assert page.count("→ 2025-10<") == of_import.SHOWN
    assert text.count("→ 2025-10\n") == 1205

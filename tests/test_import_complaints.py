"""Complaint counts through the template: counts come in, and nothing else ever does."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics import Words
from generator.importers.account import Account
from generator.importers.complaints import fill
from generator.importers.complaints.columns import FORM
from generator.importers.complaints.run import before, complaints
from generator.importers.template import workbook
from generator.report import of_import

ROOT = Path(__file__).parent.parent
WORKBOOKS = ROOT / "tests" / "workbooks" / "example-sao"
CONTENT = ROOT / "content" / "example-sao" / "complaints"
PERSON = "นายสมชาย ใจดี"
ROW = {
    "first_month": "2025-10",
    "last_month": "2025-12",
    **{
        f"{kind}/{field}": Decimal(number)
        for kind in ("corruption", "misconduct", "general")
        for field, number in zip(
            ("carried_over", "received", "completed", "in_progress"), (1, 4, 3, 2), strict=True
        )
    },
}


def brought(content: bytes, folder: Path, **wishes: object):
    """What comes of a workbook."""
    folder.mkdir(exist_ok=True)
    file = folder / "counts.xlsx"
    file.write_bytes(content)
    account = Account()
    told = {"year": 2569, "as_of": date(2026, 1, 9), **wishes}
    return complaints(file, folder, told["year"], told["as_of"], account), account


def with_cell(key: str, value: object, *, row: int = 5) -> bytes:
    """The filled-in template with one cell changed."""
    book = openpyxl.load_workbook(BytesIO(workbook(FORM, rows=[ROW])))
    sheet = book.worksheets[0]
    column = [c.key for c in FORM.offered].index(key) + 1
    sheet.cell(row, column).value = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("year", [2568, 2569])
def test_the_invented_agency_came_through_its_workbooks(year: int, tmp_path: Path) -> None:
    """The committed workbook gives exactly the committed counts, byte for byte, also a second time."""
    account = Account()
    shutil.copy(CONTENT / f"{year}.yml", tmp_path / f"{year}.yml")

    again = complaints(WORKBOOKS / f"complaints-{year}.xlsx", tmp_path, None, None, account)

    assert account.problems == []
    assert again is not None
    assert again.changes_nothing
    assert again.content == (CONTENT / f"{year}.yml").read_bytes()


@pytest.mark.parametrize("year", [2568, 2569])
def test_counts_go_out_to_the_template_and_come_back(year: int, tmp_path: Path) -> None:
    """What stands in the content fills the template, which brings the same back."""
    report = before(CONTENT / f"{year}.yml", [])
    assert report is not None
    outcome, account = brought(
        workbook(FORM, fill.about(report), fill.rows(report)), tmp_path, year=None, as_of=None
    )

    assert account.problems == []
    assert outcome is not None
    (tmp_path / outcome.path.name).write_bytes(outcome.content)
    returned = before(tmp_path / outcome.path.name, [])
    assert returned is not None
    assert returned.periods == report.periods
    assert returned.as_of == report.as_of


@pytest.mark.parametrize(
    "value",
    [
        PERSON,
        "ร้องเรียนเรื่องถนน",
        "ทจ 12/2569",
        date(2025, 11, 3),
        "3 พ.ย. 2568",
        1234567890123,
        "0812345678",
        "2 (นางสาวสมหญิง)",
    ],
)
@pytest.mark.parametrize("key", ["corruption/received", "channel/letter", "answer/within", "asked"])
def test_what_is_no_count_is_refused_with_its_cell_and_never_repeated(
    key: str, value: object, tmp_path: Path
) -> None:
    """A name, a text, a day, a case number: the file is not taken in, and no report quotes it."""
    outcome, account = brought(with_cell(key, value), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == ["only-counts"]
    assert account.problems[0].place.line == 5
    told = of_import.report(account, Words("", ""), ())
    said = of_import.problems_text(told) + of_import.summary(told)
    said += of_import.as_text(told) + of_import.as_html(told)
    if isinstance(value, str):
        assert value not in said
    assert not list(tmp_path.glob("*.yml"))


def test_text_beside_and_below_the_table_is_refused(tmp_path: Path) -> None:
    """A further column, and a remark below the counts, are no counts either."""
    book = openpyxl.load_workbook(BytesIO(workbook(FORM, rows=[ROW])))
    sheet = book.worksheets[0]
    beyond = len(FORM.offered) + 1
    sheet.cell(4, beyond).value = "ชื่อผู้ร้อง"
    sheet.cell(5, beyond).value = PERSON
    sheet.cell(7, 1).value = f"หมายเหตุ {PERSON}"
    target = BytesIO()
    book.save(target)

    outcome, account = brought(target.getvalue(), tmp_path)

    assert outcome is None
    assert {d.rule.code for d in account.problems} == {"only-counts"}
    assert len(account.problems) == 2
    assert PERSON not in str(account.problems) + str(account.left) + str(account.facts)


def test_a_blank_is_not_a_zero(tmp_path: Path) -> None:
    """Where a type is counted, each of its four counts is written."""
    outcome, account = brought(with_cell("general/completed", None), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == ["blank-count"]


def test_a_period_without_complaints_is_a_statement(tmp_path: Path) -> None:
    """The statement stands alone; zeros would be another thing."""
    row = {"first_month": "2025-10", "last_month": "2025-10", "none": "ยืนยันว่าไม่มี"}

    outcome, account = brought(workbook(FORM, rows=[row]), tmp_path)

    assert account.problems == []
    assert outcome is not None
    assert b"    none: true\n" in outcome.content
    assert b"by_type" not in outcome.content


def filled(**cells: object) -> bytes:
    """The template with one row."""
    row = {"first_month": "2025-10", "last_month": "2025-12", **cells}
    return workbook(
        FORM, rows=[{k: Decimal(v) if isinstance(v, int) else v for k, v in row.items()}]
    )


@pytest.mark.parametrize("word", ["ไม่มี", "ยืนยันว่าไม่มี", "ไม่มีเรื่องร้องเรียนใหม่", "None"])
def test_none_typed_by_hand_is_the_statement(word: str, tmp_path: Path) -> None:
    """The column's own help says ไม่มี: the word must not pass as a blank cell."""
    outcome, account = brought(filled(none=word), tmp_path)

    assert account.problems == []
    assert outcome is not None
    assert b"    none: true\n" in outcome.content


def test_none_in_a_cell_for_a_count_is_zero(tmp_path: Path) -> None:
    """Counted, and there was none: not the same as a type that nobody counts."""
    fields = ("carried_over", "received", "completed", "in_progress")
    cells = {f"corruption/{field}": "ไม่มี" for field in fields}
    outcome, account = brought(filled(**cells, none="ไม่มี"), tmp_path)

    assert account.problems == []
    assert outcome is not None
    zeros = "corruption: {carried_over: 0, received: 0, completed: 0, in_progress: 0}"
    assert zeros in outcome.content.decode()
    assert [c.new for c in account.changes if c.old == "ไม่มี"].count("0") == 4


@pytest.mark.parametrize("word", ["-", "–", "ไม่ระบุ", "ไม่มีข้อมูล", "n/a"])
@pytest.mark.parametrize("key", ["corruption/received", "channel/letter", "answer/within", "asked"])
def test_what_can_be_none_or_unknown_is_refused(key: str, word: str, tmp_path: Path) -> None:
    """Zero, not counted and not known are different values; a dash can be any."""
    outcome, account = brought(with_cell(key, word), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == ["unclear-count"]


@pytest.mark.parametrize("key", ["general/received", "channel/letter", "answer/explained"])
def test_none_beside_counts_is_refused_at_its_cell(key: str, tmp_path: Path) -> None:
    """That nothing came in, and how much of it did, cannot both be so."""
    cells = {"general/carried_over": 0, "general/received": 0, "general/completed": 0}
    cells |= {"general/in_progress": 0, key: 2}
    if key.startswith("answer"):
        cells |= {f"answer/{other}": 0 for other in ("within", "unexplained", "not_due")}
    outcome, account = brought(filled(**cells, none="ไม่มี"), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == ["none-beside-counts"]
    assert account.problems[0].place.column == 3


def test_none_new_may_stand_beside_what_was_carried_over(tmp_path: Path) -> None:
    """Old complaints go on in a period in which none came in."""
    cells = dict(
        zip(("carried_over", "received", "completed", "in_progress"), (2, 0, 1, 1), strict=True)
    )
    counted = {f"general/{field}": count for field, count in cells.items()}
    outcome, account = brought(filled(**counted, none="ไม่มี"), tmp_path)

    assert account.problems == []
    assert outcome is not None


def test_an_answer_left_blank_beside_others_is_no_zero(tmp_path: Path) -> None:
    """The guide calls a blank channel zero, and nothing else."""
    outcome, account = brought(filled(**{"answer/within": 3, "answer/explained": 1}), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == ["blank-count"] * 2


@pytest.mark.parametrize("measured", [None, "ไม่ได้สำรวจ", "ไม่มี"])
def test_people_who_answered_need_a_survey(measured: str | None, tmp_path: Path) -> None:
    """Their counts were dropped without a word where the column before them was blank."""
    outcome, account = brought(filled(measured=measured, asked=20, satisfied=18), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == ["measured-unsaid"] * 2


@pytest.mark.parametrize("word", ["ไม่มี", "ไม่ได้สำรวจ"])
def test_no_survey_is_said(word: str, tmp_path: Path) -> None:
    """ไม่มี in the column of surveys says that there was none."""
    outcome, account = brought(filled(measured=word, asked="ไม่มี", satisfied="-"), tmp_path)

    assert [d.rule.code for d in account.problems] == ["unclear-count"]
    assert outcome is None
    outcome, account = brought(filled(measured=word, asked="ไม่มี"), tmp_path)
    assert account.problems == []
    assert outcome is not None
    assert b"satisfaction: {measured: false}" in outcome.content


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("first_month", "only-months"),
        ("last_month", "only-months"),
        ("none", "only-listed-words"),
        ("measured", "only-listed-words"),
    ],
)
@pytest.mark.parametrize("value", [PERSON, f"{PERSON} ต.ค. 2568"])
def test_no_cell_repeats_a_name(key: str, code: str, value: str, tmp_path: Path) -> None:
    """A name in a cell for a month or a word is refused like one in a cell for a count."""
    outcome, account = brought(with_cell(key, value), tmp_path)

    assert outcome is None
    assert [d.rule.code for d in account.problems] == [code]
    told = of_import.report(account, Words("", ""), ())
    said = of_import.problems_text(told) + of_import.as_text(told)
    assert "สมชาย" not in said + of_import.as_html(told)


@pytest.mark.parametrize("month", ["ต.ค. 2568", "ประจำเดือน ตุลาคม พ.ศ. ๒๕๖๘", "2025-10", "ต.ค.68"])
def test_a_month_is_read_however_it_is_written(month: str, tmp_path: Path) -> None:
    """The forms that the template's help names, and those of officers' tables."""
    outcome, account = brought(filled(first_month=month, none="ไม่มี"), tmp_path)

    assert account.problems == []
    assert outcome is not None
    assert b"from: 2025-10" in outcome.content


def test_other_periods_stay_and_settings_too(tmp_path: Path) -> None:
    """An import replaces the periods that it tells, and keeps unit, limit and the other periods."""
    folder = tmp_path / "complaints"
    folder.mkdir()
    (folder / "2569.yml").write_text(
        "fiscal_year: 2569\nas_of: 2026-04-09\nunit: law\nsmall_counts_below: 5\nperiods:\n"
        "  - {from: 2025-10, to: 2025-12, none: true}\n  - {from: 2026-01, to: 2026-03, none: true}\n",
        encoding="utf-8",
    )

    outcome, account = brought(workbook(FORM, rows=[ROW]), folder)

    assert account.problems == []
    assert outcome is not None
    text = outcome.content.decode()
    assert "unit: law\nsmall_counts_below: 5\n" in text
    assert text.count("none: true") == 1
    assert text.index("from: 2025-10") < text.index("from: 2026-01")


def test_the_commands(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Template, import, import again, template with what is there."""
    monkeypatch.chdir(project)
    file = project / "counts.xlsx"
    file.write_bytes(workbook(FORM, rows=[ROW]))
    command = ["import", "complaints", str(file), "--year", "2569", "--as-of", "2026-01-09"]

    first = CliRunner().invoke(main, command)
    second = CliRunner().invoke(main, command)
    filled = CliRunner().invoke(main, ["template", "complaints", "out.xlsx", "--year", "2569"])

    assert (first.exit_code, second.exit_code, filled.exit_code) == (0, 0, 0), first.output
    assert "complaints/2569.yml" in first.output
    assert "nothing changes" in second.output
    assert (project / "content/minimal/complaints/2569.yml").exists()
    assert (project / "out.xlsx").stat().st_size > 5000


def test_counts_in_the_content_are_counts_alone(project: Path, monkeypatch) -> None:
    """The content files have no place for a name, a text, a day or a case number either."""
    monkeypatch.chdir(project)
    folder = project / "content/minimal/complaints"
    folder.mkdir()
    (folder / "2569.yml").write_text(
        f"fiscal_year: 2569\nas_of: 2026-01-09\nperiods:\n  - from: 2025-10-03\n    to: 2025-10\n"
        f"    complainant: {PERSON}\n    case: ทจ 12/2569\n"
        f"    by_type: {{general: {{carried_over: {PERSON}, received: 1, completed: 1, in_progress: 0}}}}\n",
        encoding="utf-8",
    )

    result = CliRunner().invoke(main, ["check", "minimal"])

    assert result.exit_code == 1
    for code in ("month-format", "number-format"):
        assert f"[{code}]" in result.output
    assert result.output.count("[unknown-key]") == 2

"""What a command answers when it was typed wrongly, or when the computer will not: never a traceback."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.here import ENDED, USAGE
from generator.cli.spoken import system
from generator.disk import put


def answer(folder: Path, *words: str) -> tuple[int, str]:
    """The exit code of the command in a folder, and all that it says."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(main, list(words))
    finally:
        os.chdir(before)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("words", "thai"),
    [
        (("chek",), 'ไม่มีคำสั่ง "chek"'),
        (("check", "--formt", "json"), 'ไม่มีตัวเลือก "--formt"'),
        (("check", "--format", "xml"), '--format: ใช้ "xml" ไม่ได้ ใช้ได้: github, json, text'),
        (("assess", "--year", "abc"), '--year: "abc"'),
        (("assess", "--year", "2026"), "2569"),
        (("indicators", "--year", "69"), '--year: "69"'),
        (("template", "procurement", "--year", "0"), '--year: "0"'),
        (("confirm", "--year", "99999"), '--year: "99999"'),
        (("serve", "--port", "99999"), "--port: ใช้ไม่ได้ ต้องเป็นจำนวนเต็ม 0–65535"),
        (("confirm",), "ยังไม่ได้ระบุ --year"),
        (("import", "procurement", "no file.xlsx"), 'ชื่อที่มีช่องว่างให้ใส่ในเครื่องหมาย "…"'),
        (("check", "my", "agency"), 'มีคำเกินมา "agency"'),
        (("serve", "--port"), "ใช้คำสั่งไม่ถูก"),
        (("release", "--on", "1/2/2569"), "--on: "),
    ],
)
def test_wrong_use_is_told_in_thai_and_english(
    words: tuple[str, ...], thai: str, project: Path
) -> None:
    """Before click's own words, with what can be used instead."""
    code, said = answer(project, *words)

    assert (code, thai in said, said.isascii()) == (USAGE, True, False), said
    assert "Error: " in said or "--o" in said or "--year: " in said


@pytest.mark.parametrize(
    "words",
    [
        ("template", "procurement", "LICENSE/x.xlsx"),
        ("assess", "--output", "LICENSE/x.txt"),
        ("assess", "--output", "nowhere/x.txt"),
        ("build", "--site-dir", "LICENSE/site"),
        ("write", "LICENSE/out"),
    ],
)
def test_what_the_computer_refuses_is_told_in_both_languages(
    words: tuple[str, ...], project: Path
) -> None:
    """A folder that is a file, or is not there."""
    (project / "LICENSE").write_text("MIT", encoding="utf-8")

    code, said = answer(project, *words)

    assert code == ENDED, said
    assert "There is no such" in said or "A file stands where" in said
    assert "ไม่มีไฟล์หรือโฟลเดอร์นี้" in said or "มีไฟล์อยู่แทนที่โฟลเดอร์" in said


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "Close the programs that hold it"),
        (errno.ENAMETOOLONG, "nearer to the root"),
        (errno.EADDRINUSE, "--port 0"),
        (errno.EIO, "could not do it"),
    ],
)
def test_each_cause_has_its_mend(number: int, mend: str) -> None:
    """In both languages, and with the file's name."""
    thai, english = system(OSError(number, os.strerror(number), "งาน.xlsx")).splitlines()

    assert thai.startswith("งาน.xlsx: ")
    assert not thai.isascii()
    assert mend in english


def test_a_failed_build_says_that_the_site_stands(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full the site is as it was, and that is said."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    assert answer(project, "build")[0] == 0
    (project / "content/minimal/risk.yml").unlink()
    monkeypatch.setattr("generator.building.staging.Staging._placed", full)

    code, said = answer(project, "build")

    assert code == ENDED
    assert "The disk is full" in said
    assert "was not touched" in said
    assert [p.name for p in project.iterdir() if p.name.startswith("site")] == ["site"]


def test_a_kept_file_is_written_whole_or_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up while a ledger is written does not cost the ledger."""
    path = tmp_path / "released.yml"
    put(path, b"precious")

    def full(_path: Path, content: bytes) -> int:
        with _path.open("wb") as file:
            file.write(content[:2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        put(path, b"another")

    assert path.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "typed", ["minimal", "content/minimal", "content\\minimal\\", "./content/minimal/", "minimal/"]
)
def test_an_agency_may_be_named_by_its_folder(typed: str, project: Path) -> None:
    """As the Tab key completes it."""
    assert answer(project, "check", typed)[0] == 0


@pytest.mark.parametrize("verb", ["check", "build"])
def test_no_agency_at_all_is_said(verb: str, project: Path) -> None:
    """Every one of none is no success."""
    shutil.rmtree(project / "content" / "minimal")

    code, said = answer(project, verb, "--all")

    assert (code, "There are: –" in said) == (USAGE, True)


@pytest.mark.parametrize("subject", ["procurement", "complaints"])
def test_a_blank_template_makes_no_empty_year(subject: str, project: Path) -> None:
    """The wrong file of two must not tell the public that nothing was bought, or that nobody complained."""
    assert answer(project, "template", subject)[0] == 0
    options = ("--year", "2569", "--as-of", "2026-04-09")

    code, said = answer(project, "import", subject, f"{subject}.xlsx", *options)

    assert (code, "error[nothing-filled-in]" in said) == (1, True), said
    assert not (project / "content" / "minimal" / subject).exists()


@pytest.mark.parametrize("subject", ["procurement", "complaints"])
def test_a_filled_in_template_is_not_overwritten(subject: str, project: Path) -> None:
    """The same command a second time must not cost an afternoon's work; a blank one is written again."""
    assert answer(project, "template", subject)[0] == 0
    assert answer(project, "template", subject)[0] == 0
    filled = project / f"{subject}.xlsx"
    filled.write_bytes(b"an afternoon's work")

    code, said = answer(project, "template", subject)

    assert (code, "was not overwritten" in said) == (USAGE, True)
    assert filled.read_bytes() == b"an afternoon's work"

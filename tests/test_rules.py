"""Every rule by examples: `rules/CODE/bad` breaks it twice, `rules/CODE/good` does not.

Both are laid over a copy of `samples/minimal`. `bad/expected.txt` holds every diagnostic that must
come out, as `file:line:column: severity[code] What is wrong, in English`; a line `delete NAME` in
`delete.txt` takes a file of the sample away first. ITA forms in a case's `catalogue/` are examined by
themselves. Adding a case is adding files; `pytest tests/test_rules.py --update-golden` writes what is
expected anew, and the diff is then to be read.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator import report, visit
from generator.checks import DECIDABLE
from generator.cli.catalogue import examined
from generator.diagnostics import Diagnostic, in_order
from generator.importers import rules as importers
from generator.inspection import inspected
from generator.rules import BY_CODE, RULES

HERE = Path(__file__).parent
MINIMAL = HERE / "samples" / "minimal"
CASES = HERE / "rules"

ELSEWHERE = {
    "id-published", "not-a-site", "among-sources",
    "file-too-large", "outside-content", "unreadable-file", "not-utf8", "no-such-agency",
    "no-project", "no-agency", "agency-exists", "control-character",
    "day-ahead", "item-due", "item-due-inferred", "address-silent",
} | {rule.code for rule in (*importers.RULES, *visit.RULES)}  # fmt: skip
"""Rules whose bad input cannot lie in content: test_bad_input.py makes it, test_bad_workbooks.py
workbooks, test_visit.py published sites, test_new_agency.py what commands write, test_evidence.py what only a day or a network shows."""


def laid_over(case: Path, tmp_path: Path) -> list[str]:
    """The diagnostics of the sample with a case's files laid over it, as lines."""
    shown = [
        f"{report.text([diagnostic]).splitlines()[0]} {diagnostic.what.en}"
        for diagnostic in in_order(found(case, tmp_path))
    ]
    return [line.removeprefix("content/minimal/") for line in shown]


def found(case: Path, tmp_path: Path) -> list[Diagnostic]:
    """The diagnostics of the sample with a case's files laid over it."""
    folder = tmp_path / "content" / "minimal"
    shutil.copytree(MINIMAL, folder)
    if (case / "delete.txt").exists():
        for name in (case / "delete.txt").read_text(encoding="utf-8").split():
            (folder / name).unlink()
    laid = (path for path in sorted(case.rglob("*")) if path.is_file())
    for path in (path for path in laid if path.name not in {"expected.txt", "delete.txt"}):
        is_form = path.parent.name == "catalogue"
        target = (tmp_path if is_form else folder) / path.relative_to(case)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return looked_at(tmp_path)


def looked_at(tmp_path: Path) -> list[Diagnostic]:
    """The diagnostics of what was laid there."""
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        _, problems = inspected(Path("content/minimal"))
        problems += examined(None, Path("catalogue"))
    finally:
        os.chdir(before)
    return problems


def test_the_sample_is_clean(tmp_path: Path) -> None:
    """The sample that all cases start from has no fault."""
    assert laid_over(tmp_path / "none", tmp_path) == []


@pytest.mark.parametrize("code", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_bad_example(code: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A bad example gives exactly the expected diagnostics, the rule's own at least twice."""
    path = CASES / code / "bad" / "expected.txt"

    found = laid_over(CASES / code / "bad", tmp_path)

    if request.config.getoption("--update-golden"):
        path.write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8").splitlines() == found
    assert sum(f"[{code}] " in line for line in found) >= 2


@pytest.mark.parametrize("code", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_good_example(code: str, tmp_path: Path) -> None:
    """A good example, close to the bad one, does not break the rule; no error keeps it from being looked at."""
    found = laid_over(CASES / code / "good", tmp_path)

    assert [line for line in found if f"[{code}] " in line or ": error[" in line] == []


@pytest.mark.parametrize("code", sorted(DECIDABLE))
def test_what_a_contradiction_asks_for_decides_it(code: str, tmp_path: Path) -> None:
    """The words that its diagnostic prints, copied into decisions.yml, decide it and no other."""
    open_ones = [d for d in found(CASES / code / "bad", tmp_path) if d.rule.code == code]
    decisions = tmp_path / "content/minimal/decisions.yml"
    written = decisions.read_text(encoding="utf-8") if decisions.exists() else "decisions:\n"
    for diagnostic in open_ones:
        subjects = re.search(r"subjects: (\[.*\])$", diagnostic.mend.en)[1]
        assert subjects in diagnostic.mend.th
        written += f"  - rule: {code}\n    subjects: {subjects}\n    shown: both\n"
        written += "    why: {th: แสดงทั้งสองค่า, en: Both are shown}\n"
    decisions.write_text(written, encoding="utf-8")

    after = looked_at(tmp_path)

    notes = [d for d in after if d.rule.code == code and d.rule.severity == "note"]
    assert len(notes) == len(open_ones) >= 2
    assert {d.rule.code for d in after if d.rule.severity == "error"} <= DECIDABLE - {code}


def test_every_rule_has_examples() -> None:
    """No rule without a folder of bad and good input, no folder without a rule."""
    folders = {path.name for path in CASES.iterdir() if path.is_dir()}

    assert set(BY_CODE) - ELSEWHERE == folders
    assert all((CASES / code / "good").is_dir() for code in folders)


def test_codes_are_unique() -> None:
    """Two rules never share a code."""
    assert len(RULES) == len(BY_CODE)

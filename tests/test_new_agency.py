"""`disclosure new`: from nothing to a site, by filling in what the check names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.test_commands import disclosure

if TYPE_CHECKING:
    from pathlib import Path

TYPED = {
    "th": "คำไทย",
    "en": "English words",
    "type": "sao",
    "kind": "measure",
    "from": "2569",
    "to": "2569",
    "phone": "02-000-0000",
    "email": "office@example.go.th",
    "address": "https://www.example.go.th/ita/",
    "table": "10",
    "detail": "20",
    "2569": "no_budget",
}
"""What is put into a blank, by its key."""


def fill(project: Path) -> None:
    """Puts something into each blank that the check names."""
    told = disclosure(project, "check", "my-agency", "--format", "json")
    blanks = json.loads(told.stdout)
    assert {blank["code"] for blank in blanks} == {"blank"}
    for blank in blanks:
        path = project / blank["file"]
        lines = path.read_text(encoding="utf-8").split("\n")
        typed = re.match(r"([ -]*(\w+):)(.*)", lines[blank["line"] - 1])
        lines[blank["line"] - 1] = f"{typed[1]} {TYPED[typed[2]]}{typed[3]}"
        path.write_text("\n".join(lines), encoding="utf-8")


def test_what_the_check_names_is_all_that_a_site_needs(project: Path) -> None:
    """Each blank filled in, nothing is left to mend, and the site stands."""
    begun = disclosure(project, "new", "my-agency")
    assert begun.returncode == 0
    assert begun.stdout.split() == [
        "content/my-agency/agency.yml",
        "content/my-agency/items/p-01.yml",
        "content/my-agency/plan.yml",
    ]

    fill(project)

    checked = disclosure(project, "check", "my-agency")
    assert (checked.returncode, checked.stdout) == (0, "")
    built = disclosure(project, "build", "my-agency")
    assert built.returncode == 0
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "คำไทย" in home
    assert "02-000-0000" in (project / "site/contact/index.html").read_text(encoding="utf-8")


def test_a_blank_is_told_with_what_was_to_stand_there(project: Path) -> None:
    """Field below field, from the outside in, in both languages."""
    disclosure(project, "new", "my-agency")

    told = disclosure(project, "check", "my-agency").stdout

    assert "ไม่ได้ใส่ค่า: ชื่อเต็มของหน่วยงาน › ข้อความภาษาไทย" in told
    assert "There is no value: Office and ways to ask › Address › The English text" in told


@pytest.mark.parametrize(
    ("agency", "code"),
    [("minimal", "agency-exists"), ("อบต-ตัวอย่าง", "id-format"), ("../other", "id-format")],
)
def test_nothing_is_written_over_or_elsewhere(project: Path, agency: str, code: str) -> None:
    """An agency that is there stays as it is; an id that cannot be one makes no folder."""
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}

    done = disclosure(project, "new", agency)

    assert done.returncode == 2
    assert f"[{code}]" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before

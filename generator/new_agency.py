"""The folder of a new agency: what only the agency can know is blank, and a check names each blank.

Nothing is filled in for it, not even what most agencies have: a site states what its agency said.
"""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.load.catalogues import CATALOGUES
from generator.load.scalars import ID_FORMAT, IDENTIFIER

STARTER = Path(__file__).parent / "starter"


def begin(content: Path, agency: str) -> list[Path] | Diagnostic:
    """Writes the files of a new agency, to be filled in; or why that is not done."""
    place = Place(f"{content.name}/{agency}")
    if not IDENTIFIER.fullmatch(agency):
        return ID_FORMAT.at(place, value=agency)
    folder = content / agency
    if folder.exists():
        return AGENCY_EXISTS.at(place, agency=agency)
    newest = max(path.stem for path in CATALOGUES.glob("*.yml"))
    return [
        _written(folder / path.relative_to(STARTER), path, agency=agency, year=newest)
        for path in sorted(STARTER.rglob("*.yml"))
    ]


def _written(target: Path, starter: Path, **known: str) -> Path:
    text = starter.read_text(encoding="utf-8")
    for name, value in known.items():
        text = text.replace("{" + name + "}", value)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


AGENCY_EXISTS = Rule(
    code="agency-exists",
    what=Words('มีหน่วยงาน "{agency}" อยู่แล้ว', 'There is an agency "{agency}" already'),
    why=Words("คำสั่งนี้ไม่เขียนทับข้อมูลที่มีอยู่", "What is there is never written over"),
    mend=Words(
        "ใช้รหัสอื่น หรือสั่ง disclosure check {agency} เพื่อดูว่ายังขาดอะไร",
        "Take another id, or run disclosure check {agency} to see what is missing",
    ),
)
RULES = (AGENCY_EXISTS,)

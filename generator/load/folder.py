"""The files of an agency's folder, in a fixed layout, read into one `Disclosure`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.load.records import BAD, read
from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.catalogue import OitCatalogue
from generator.model.decision import Decisions
from generator.model.disclosure import Disclosure
from generator.model.plan import ActionPlan, Item
from generator.model.risk import RiskAssessment
from generator.source import read as read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUES = Path(__file__).parent.parent / "catalogue" / "oit"

R = TypeVar("R", bound=Record)

FILES: dict[str, type[Record]] = {
    "agency.yml": Agency,
    "plan.yml": ActionPlan,
    "risk.yml": RiskAssessment,
    "decisions.yml": Decisions,
}
"""Files of an agency. Its items stand one by one under `items/`."""
DATA_NAME = re.compile(r"\.(yml|yaml|json)(\.txt)?$", re.IGNORECASE)
"""Names that look like data; Notepad likes to add .txt."""
OPTIONAL = {"risk.yml", "decisions.yml"}
"""Files that an agency may not have: not every plan assesses risks or contradicts itself."""


def load(folder: Path) -> tuple[Disclosure | None, list[Diagnostic]]:
    """The disclosure of one agency's folder, or None and every reason why not."""
    problems: list[Diagnostic] = []
    if not folder.is_dir():
        return None, [NO_SUCH_AGENCY.at(Place(_shown(folder)), folder=folder.name)]
    if not folder.resolve().is_relative_to(folder.parent.resolve()):
        return None, [OUTSIDE_CONTENT.at(Place(_shown(folder)), file=folder.name)]
    problems.extend(_strangers(folder))
    present = {n: k for n, k in FILES.items() if n not in OPTIONAL or (folder / n).exists()}
    parts = {name: _record(folder / name, folder, kind, problems) for name, kind in present.items()}
    items = [
        _record(path, folder, Item, problems) for path in sorted((folder / "items").glob("*.yml"))
    ]
    agency = parts["agency.yml"]
    catalogues = _catalogues(problems)
    if isinstance(agency, Agency):
        problems.extend(_unknown_years(agency, catalogues))
    if None in parts.values() or None in items or None in catalogues:
        return None, problems
    return _disclosure(parts, items, catalogues), problems


def load_catalogue(path: Path) -> tuple[OitCatalogue | None, list[Diagnostic]]:
    """One year's form."""
    problems: list[Diagnostic] = []
    return _record(path, path.parent, OitCatalogue, problems), problems


def _disclosure(parts: dict[str, Any], items: list[Any], catalogues: list[Any]) -> Disclosure:
    decisions = parts.get("decisions.yml")
    return Disclosure(
        agency=parts["agency.yml"],
        plan=parts["plan.yml"],
        risk=parts.get("risk.yml"),
        items=tuple(items),
        decisions=() if decisions is None else decisions.decisions,
        catalogues=tuple(catalogues),
    )


def _record(path: Path, folder: Path, kind: type[R], problems: list[Diagnostic]) -> R | None:
    name = _shown(path)
    if not path.exists():
        problems.append(MISSING_FILE.at(Place(name), file=path.name))
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        problems.append(OUTSIDE_CONTENT.at(Place(name), file=path.name))
        return None
    node, found = read_source(path, name)
    problems.extend(found)
    if node is None:
        return None
    value = read(node, kind, problems)
    return None if value is BAD else value


def _catalogues(problems: list[Diagnostic]) -> list[OitCatalogue | None]:
    """Every form that is known, oldest first; a new year is a new file and nothing else."""
    forms = []
    for path in sorted(CATALOGUES.glob("*.yml")):
        form, found = load_catalogue(path)
        problems.extend(found)
        forms.append(form)
    return forms


def _unknown_years(agency: Agency, forms: list[OitCatalogue | None]) -> Iterator[Diagnostic]:
    years = [form.fiscal_year for form in forms if form]
    known = ", ".join(str(int(year)) for year in years)
    for year in agency.site.ita_years:
        if year not in years:
            place = agency.site.locate("ita_years")
            yield NO_CATALOGUE.at(place, year=int(year), known=known)


def _strangers(folder: Path) -> list[Diagnostic]:
    """Files that look like data and would be left out without a word."""
    expected = {folder / name for name in FILES} | set((folder / "items").glob("*.yml"))
    found = [p for p in sorted(folder.rglob("*")) if DATA_NAME.search(p.name)]
    return [
        STRANGE_FILE.at(Place(_shown(path)), file=path.relative_to(folder).as_posix())
        for path in found
        if path not in expected
    ]


def _shown(path: Path) -> str:
    """How diagnostics call a file: from where the command was started, if it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


NO_SUCH_AGENCY = Rule(
    code="no-such-agency",
    what=Words('ไม่มีโฟลเดอร์ของหน่วยงาน "{folder}"', 'There is no folder of an agency "{folder}"'),
    why=Words("ไม่มีข้อมูลให้สร้างเว็บไซต์", "There is nothing to build a site from"),
    mend=Words("ตรวจชื่อโฟลเดอร์ใต้ content/", "Check the names of the folders in content/"),
)
MISSING_FILE = Rule(
    code="missing-file",
    what=Words("ไม่มีไฟล์ {file}", "The file {file} is missing"),
    why=Words("หน้าเว็บต้องใช้ข้อมูลในไฟล์นี้", "Pages need what stands in it"),
    mend=Words("สร้างไฟล์นี้ในโฟลเดอร์ของหน่วยงาน", "Create it in the agency's folder"),
)
OUTSIDE_CONTENT = Rule(
    code="outside-content",
    what=Words("{file} ชี้ออกไปนอกโฟลเดอร์ที่ควรอยู่", "{file} points out of the folder where it belongs"),
    why=Words("ไฟล์ส่วนตัวของเครื่องอาจถูกเผยแพร่", "A private file of this computer could be published"),
    mend=Words("คัดลอกของจริงมาไว้ในโฟลเดอร์นั้น", "Put a real copy into that folder"),
)
STRANGE_FILE = Rule(
    code="strange-file",
    what=Words("ไฟล์ {file} ไม่อยู่ในที่ที่ระบบรู้จัก", "The file {file} is not where one is expected"),
    why=Words("ข้อมูลในไฟล์จะไม่แสดงบนเว็บ", "What stands in it would not be published"),
    mend=Words(
        "ใช้ agency.yml, plan.yml, risk.yml, decisions.yml และ items/ชื่อ.yml เท่านั้น หรือลบไฟล์",
        "Use agency.yml, plan.yml, risk.yml, decisions.yml and items/NAME.yml only, or delete it",
    ),
)
NO_CATALOGUE = Rule(
    code="no-catalogue",
    what=Words("ยังไม่มีแบบประเมิน ITA ปี {year}", "There is no ITA form for {year}"),
    why=Words("ไม่รู้ว่าปีนั้นต้องแสดงรายการใด", "It is not known which items that year asks for"),
    mend=Words("ใช้ปีที่มี: {known}", "Use a year that there is: {known}"),
)

RULES = (NO_SUCH_AGENCY, MISSING_FILE, OUTSIDE_CONTENT, STRANGE_FILE, NO_CATALOGUE)

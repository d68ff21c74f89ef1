"""The files of an agency's folder, in a fixed layout, read into one `Disclosure`."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from generator.attachments.cleaning import FOLDER as ATTACHED
from generator.cache.once import once_of
from generator.cache.served import unless_touched
from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.frozen import frozen
from generator.left_behind import is_left_behind
from generator.load import scalars
from generator.load.attached import attached
from generator.load.catalogues import CATALOGUES, laws, review
from generator.load.catalogues import catalogues as known_forms
from generator.load.counts import Counts, count_files, read_counts
from generator.load.outside import OUTSIDE_CONTENT, outside
from generator.load.records import read_file
from generator.load.shown import shown as _shown
from generator.load.tables import read_table
from generator.load.written import Written, read_written, written_files
from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.decision import Decisions
from generator.model.demands import is_ahead
from generator.model.disclosure import Disclosure
from generator.model.evidence import Evidence, PastResults, PersonsChecks, ReleaseLedger
from generator.model.moved import Moved
from generator.model.plan import ActionPlan, Item
from generator.model.privacy import Releases
from generator.model.procurement import Bid, Contract, Process, Procurement, ProcurementReport
from generator.model.risk import RiskAssessment
from generator.source.files import names_below

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.accessibility import Review
    from generator.model.catalogue import OitCatalogue
    from generator.model.laws import Law

R = TypeVar("R", bound=Record)

FILES: dict[str, type[Record]] = {
    "agency.yml": Agency,
    "plan.yml": ActionPlan,
    "risk.yml": RiskAssessment,
    "decisions.yml": Decisions,
    "privacy.yml": Releases,
    "moved.yml": Moved,
    "evidence.yml": Evidence,
    "checks.yml": PersonsChecks,
    "released.yml": ReleaseLedger,
    "ita-results.yml": PastResults,
}
"""Files of an agency. Its items stand one by one under `items/`."""
DATA_NAME = re.compile(r"\.(yml|yaml|json|csv)(\.txt)?$", re.IGNORECASE)
PAGE_NAME = re.compile(r"\.md\.txt$", re.IGNORECASE)
"""Names that look like data; Notepad likes to add .txt."""
KNOWN_NAME = re.compile(
    rf"(?:{'|'.join(re.escape(name) for name in (*FILES, 'people.yml'))})"
    r"|complaints/(?:channels|published)\.yml"
    r"|(?:complaints|gifts|results|operations|services)/2[0-9]{3}\.yml"
    r"|procurement/2[0-9]{3}/(?:report\.yml|(?:processes|bids|contracts)\.csv)"
    r"|(?:items/[a-z0-9]+(?:-[a-z0-9]+)*\.yml|pages/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.en)?\.md)"
)
"""Names that files of data have, below an agency's folder."""
PROCUREMENT_TABLES: dict[str, type[Record]] = {
    "processes": Process,
    "bids": Bid,
    "contracts": Contract,
}
"""Tables of a fiscal year's procurement, `procurement/2569/processes.csv`."""
OPTIONAL = set(FILES) - {"agency.yml", "plan.yml"}
"""Files that an agency may not have: not every plan assesses risks or contradicts itself."""


def load(folder: Path) -> tuple[Disclosure | None, list[Diagnostic]]:
    """The disclosure of one agency's folder, or None and every reason why not."""
    problems: list[Diagnostic] = []
    if not folder.is_dir():
        return None, [NO_SUCH_AGENCY.at(Place(_shown(folder)), folder=folder.name)]
    if not folder.resolve().is_relative_to(folder.parent.resolve()):
        return None, [OUTSIDE_CONTENT.at(Place(_shown(folder)), file=folder.name)]
    linked = outside(folder)
    if linked:
        return None, linked
    problems.extend(_strangers(folder))
    present = {n: k for n, k in FILES.items() if n not in OPTIONAL or (folder / n).exists()}
    parts = {name: _record(folder / name, kind, problems) for name, kind in present.items()}
    items = [
        _record(path, Item, problems)
        for path in sorted((folder / "items").glob("*.yml"), key=attrgetter("name"))
    ]
    procurement = [_procurement(year, problems) for year in _years(folder, "procurement")]
    counts = read_counts(folder, _record, problems)
    written = read_written(folder, _record, problems)
    agency = parts["agency.yml"]
    catalogues = known_forms(problems, CATALOGUES)
    if isinstance(agency, Agency):
        problems.extend(_unknown_years(agency, catalogues))
    reviewed = review(problems)
    if any(None in found for found in (parts.values(), items, procurement, catalogues)):
        return None, problems
    if counts is None or written is None or reviewed is None:
        return None, problems
    subjects = Subjects(
        procurement=procurement,
        counts=counts,
        written=written,
        laws=laws(problems),
        review=reviewed,
    )
    disclosure = _disclosure(parts, items, subjects, catalogues)
    return replace(disclosure, attached=attached(folder, disclosure.evidence)), problems


@frozen(kw_only=True)
class Subjects:
    """What stands beside the plan, read by modules of its own."""

    procurement: list[Any]
    counts: Counts
    written: Written
    laws: tuple[Law, ...]
    review: Review


def _disclosure(
    parts: dict[str, Any], items: list[Any], subjects: Subjects, catalogues: list[Any]
) -> Disclosure:
    decisions, releases = parts.get("decisions.yml"), parts.get("privacy.yml")
    counts, written = subjects.counts, subjects.written
    return Disclosure(
        agency=parts["agency.yml"],
        plan=parts["plan.yml"],
        risk=parts.get("risk.yml"),
        items=tuple(items),
        procurement=tuple(subjects.procurement),
        complaints=counts.complaints,
        complaint_guide=counts.guide,
        gifts=counts.gifts,
        articles=written.articles,
        attachments=written.attachments,
        people=written.people,
        results=written.results,
        operations=written.operations,
        services=written.services,
        published_counts=() if counts.published is None else counts.published.editions,
        decisions=() if decisions is None else decisions.decisions,
        releases=() if releases is None else releases.releases,
        catalogues=tuple(catalogues),
        laws=subjects.laws,
        review=subjects.review,
        moved=parts.get("moved.yml") or Moved(),
        evidence=parts.get("evidence.yml") or Evidence(),
        persons_checks=checks.checks if (checks := parts.get("checks.yml")) else (),
        ledger=parts.get("released.yml"),
        past_results=results.results if (results := parts.get("ita-results.yml")) else (),
    )


def _record(path: Path, kind: type[R], problems: list[Diagnostic]) -> R | None:
    value, found = _read_record(path, kind)
    problems.extend(found)
    return value


@unless_touched
def _read_record(path: Path, kind: type[R]) -> tuple[R | None, tuple[Diagnostic, ...]]:
    name = _shown(path)
    if not path.exists():
        return None, (MISSING_FILE.at(Place(name), file=path.name),)
    return read_file(path, name, kind)


def _years(folder: Path, subject: str) -> list[Path]:
    """The folders of a subject that is told by fiscal year: `procurement/2569`."""
    found = (folder / subject).glob("*") if (folder / subject).is_dir() else ()
    return sorted(path for path in found if path.is_dir() and re.fullmatch(r"2\d{3}", path.name))


def _procurement(year: Path, problems: list[Diagnostic]) -> Procurement | None:
    """A fiscal year's procurement; each table may be missing where there is nothing to list."""
    report = _record(year / "report.yml", ProcurementReport, problems)
    tables = {
        name: _table(year / f"{name}.csv", kind, problems)
        for name, kind in PROCUREMENT_TABLES.items()
    }
    if report is None or None in tables.values():
        return None
    if report.fiscal_year != int(year.name):
        place = report.locate("fiscal_year")
        problems.append(OTHER_YEAR.at(place, year=int(report.fiscal_year), folder=year.name))
        return None
    return _put_together(report, *tables.values())


@once_of
def _put_together(report: ProcurementReport, *tables: Any) -> Procurement:
    return Procurement(report=report, **dict(zip(PROCUREMENT_TABLES, tables, strict=True)))


def _table(path: Path, kind: type[R], problems: list[Diagnostic]) -> tuple[R, ...] | None:
    name = _shown(path)
    if not path.exists():
        return ()
    return read_table(path, name, kind, problems)


def _unknown_years(agency: Agency, forms: list[OitCatalogue | None]) -> Iterator[Diagnostic]:
    years = [form.fiscal_year for form in forms if form]
    known = ", ".join(str(int(year)) for year in years)
    for year in agency.site.ita_years:
        if year not in years and not is_ahead([form for form in forms if form], year):
            place = agency.site.locate("ita_years")
            yield NO_CATALOGUE.at(place, year=int(year), known=known)


def _strangers(folder: Path) -> list[Diagnostic]:
    """Files that look like data and would be left out without a word."""
    expected = [*count_files(folder), *written_files(folder), *(folder / "items").glob("*.yml")]
    for year in _years(folder, "procurement"):
        expected += [*(year / f"{name}.csv" for name in PROCUREMENT_TABLES), year / "report.yml"]
    root = f"{folder.as_posix()}/"
    known = {*FILES, *(path.as_posix().removeprefix(root) for path in expected)}
    return [
        STRANGE_FILE.at(Place(_shown(folder / name)), file=name, hint=_hint(folder, name))
        for name in names_below(folder)
        if name not in known and _is_data(folder, name)
    ]


def _is_data(folder: Path, name: str) -> bool:
    """Whether it looks like data; whatever lies below pages/ was meant to be read by somebody."""
    if name.startswith(f"{ATTACHED}/") or is_left_behind(name.rpartition("/")[2]):
        return False
    hidden = name.rpartition("/")[2].startswith(".")
    is_page = name.startswith("pages/") and not hidden and (folder / name).is_file()
    return is_page or DATA_NAME.search(name) is not None


def _hint(folder: Path, name: str) -> Words:
    """How to rename a file whose name is but spelt otherwise; Notepad adds .txt, which Windows hides."""
    meant = DATA_NAME.sub(r".\1", name.translate(scalars.THAI_DIGITS)).lower()
    meant = PAGE_NAME.sub(".md", re.sub(r"\.yaml$", ".yml", meant))
    if meant == name and name.endswith(".en.md"):
        thai = f"{name.removesuffix('.en.md')}.md"
        return Words(f"ต้องมีฉบับภาษาไทย {thai} ข้างกัน ", f"Its Thai, {thai}, must stand beside it. ")
    if name.lower().endswith(".md") and not KNOWN_NAME.fullmatch(meant):
        return Words(
            "ชื่อหน้าใช้ a–z ตัวเล็ก ตัวเลข และขีดกลาง ", "A page's name has a–z, digits and hyphens. "
        )
    if meant == name or not KNOWN_NAME.fullmatch(meant):
        return Words("", "")
    if meant not in names_below(folder):
        return Words(f"เปลี่ยนชื่อเป็น {meant} หรือ", f"Rename it to {meant}; or: ")
    return Words(f"มี {meant} อยู่แล้ว ", f"There is {meant} already. ")


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
STRANGE_FILE = Rule(
    code="strange-file",
    what=Words("ไฟล์ {file} ไม่อยู่ในที่ที่ระบบรู้จัก", "The file {file} is not where one is expected"),
    why=Words("ข้อมูลในไฟล์จะไม่แสดงบนเว็บ", "What stands in it would not be published"),
    mend=Words(
        "{hint}ดูรายชื่อไฟล์ที่ใช้ได้ใน README หรือลบไฟล์",
        "{hint}The README lists the files that there can be; use one of their names, or delete it",
    ),
)
OTHER_YEAR = Rule(
    code="other-year",
    what=Words(
        "ไฟล์ระบุปี {year} แต่อยู่ในโฟลเดอร์ {folder}",
        "The file says B.E. {year} but stands in the folder {folder}",
    ),
    why=Words("ข้อมูลจะแสดงผิดปีงบประมาณ", "The data would be shown under another fiscal year"),
    mend=Words(
        "แก้ fiscal_year หรือย้ายไปโฟลเดอร์ของปีนั้น",
        "Mend fiscal_year, or move the file to that year's folder",
    ),
)
NO_CATALOGUE = Rule(
    code="no-catalogue",
    what=Words("ยังไม่มีแบบประเมิน ITA ปี {year}", "There is no ITA form for B.E. {year}"),
    why=Words("ไม่รู้ว่าปีนั้นต้องแสดงรายการใด", "It is not known which items that year asks for"),
    mend=Words("ใช้ปีที่มี: {known}", "Use a year that there is: {known}"),
)

RULES = (NO_SUCH_AGENCY, MISSING_FILE, STRANGE_FILE, OTHER_YEAR, NO_CATALOGUE)

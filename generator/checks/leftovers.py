"""What a hurried author leaves: template text, another agency's type, a missing section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.contradictions import Contradiction, Said
from generator.checks.language import texts
from generator.diagnostics import Rule, Words
from generator.model.agency import AgencyType
from generator.model.base import Passage
from generator.model.plan import DocumentType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Text
    from generator.model.disclosure import Disclosure
    from generator.model.plan import ItaResult, Item

TEMPLATE = re.compile("ระบุชื่อ|ระบุหน่วยงาน|“ระบุ|ของระบุ|ค้างจากแบบฟอร์ม|…{3,}|\\.{6,}")
OTHER_TYPES = {
    AgencyType.PAO: re.compile("(?<!สันนิบาต)เทศบาล(?!ตำบล[ก-ฮ])|องค์การบริหารส่วนตำบล(?![ก-ฮ])"),
    AgencyType.SAO: re.compile("เทศบาล|องค์การบริหารส่วนจังหวัด"),
    AgencyType.SUBDISTRICT_MUNICIPALITY: re.compile("องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด"),
}
"""Words that can only come from the plan of an agency of another type."""
LAW = re.compile("เมืองพัทยา")
"""Only the law that lists every type of local body names this one too; citing it is no slip."""


def template_text(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Words of a form that were to be replaced ("ระบุ…")."""
    for item in disclosure.items:
        for number, text in enumerate(texts(item)):
            found = TEMPLATE.search(text.th)
            if found:
                yield _text(TEMPLATE_TEXT, item, number, text)
    used = {name for item in disclosure.items for name in item.shown_responsible}
    for unit in disclosure.agency.units:
        if unit.id in used and unit.name.th.startswith("ระบุ"):
            for item in disclosure.items_of(unit.id):
                yield _text(TEMPLATE_TEXT, item, -1, unit.name)


def other_agency(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A plan that speaks of another type of agency: text taken over unchanged."""
    pattern = OTHER_TYPES.get(disclosure.agency.type)
    for item in disclosure.items if pattern else ():
        for number, text in enumerate(texts(item)):
            if pattern and pattern.search(text.th) and not LAW.search(text.th):
                yield _text(OTHER_AGENCY, item, number, text)


def _text(rule: Rule, item: Item, number: int, text: Text) -> Contradiction:
    line = text.line if isinstance(text, Passage) else None
    place = item.locate("responsible") if number < 0 else text.locate("th")
    return Contradiction(
        rule=rule,
        place=place,
        subject=item.id,
        about=f"text/{line or number}",
        said=(Said(where=_TEXT, value=Words(text.th, text.en or text.th), line=line),),
    )


REQUIRED = {
    DocumentType.ACTION_PLAN: ("rationale", "objectives", "target_groups", "steps", "period"),
    DocumentType.ANNUAL_PLANS: ("rationale", "objectives", "target_groups", "steps", "period"),
    DocumentType.PLAN_CHAPTER: (
        "rationale", "objectives", "targets", "place", "steps", "period", "indicators",
    ),
    DocumentType.ANNUAL_PLAN: ("steps", "period", "indicators"),
    DocumentType.RESULT_REPORT: ("steps", "period", "result_summary", "outcomes"),
}  # fmt: skip
"""Sections that the description of an item has in a document of each type."""


def missing_sections(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A section that all other items have."""
    for item in disclosure.items:
        if item.source.detail is None and disclosure.plan.type is DocumentType.ANNUAL_PLANS:
            continue
        for section in REQUIRED[disclosure.plan.type]:
            if not getattr(item, section):
                yield _missing(item, section)
        if item.shown_kind is None:
            yield _missing(item, "kind")
        if not item.shown_responsible:
            yield _missing(item, "responsible")


def _missing(item: Item, section: str) -> Contradiction:
    lines = item.source.lines
    return Contradiction(
        rule=SECTION_MISSING,
        place=item.locate("source"),
        subject=item.id,
        about=section,
        said=(
            Said(
                where=SECTION_WORDS[section],
                value=Words("ไม่มีในเอกสาร", "not in the document"),
                line=lines[-1] if lines else None,
            ),
        ),
    )


SECTION_WORDS = {
    "rationale": Words("หลักการและเหตุผล", "rationale"),
    "objectives": Words("วัตถุประสงค์", "objectives"),
    "target_groups": Words("กลุ่มเป้าหมาย", "target group"),
    "targets": Words("เป้าหมาย/ผลผลิต", "targets and outputs"),
    "place": Words("พื้นที่ดำเนินการ", "place"),
    "steps": Words("วิธีดำเนินการ", "steps"),
    "period": Words("ระยะเวลาดำเนินการ", "period"),
    "indicators": Words("ตัวชี้วัด", "indicators"),
    "result_summary": Words("สรุปผลการดำเนินการ", "result summary"),
    "outcomes": Words("ผลลัพธ์", "outcomes"),
    "kind": Words("ประเภท", "kind"),
    "responsible": Words("ผู้รับผิดชอบ", "responsible unit"),
}

EXCELLENT, PASS, IMPROVE = 95, 85, 70
"""Scores from which the ITA grades of fiscal year 2566 and later begin; the two upper grades ask
that each of the three instruments reaches them too, so a lower grade is possible, never a higher."""
GRADES = ("ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง", "ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม")


def grades(disclosure: Disclosure) -> Iterator[Contradiction]:
    """An ITA grade that its own score cannot have."""
    for result in disclosure.plan.ita_results:
        possible = possible_grades(result)
        if result.grade.th not in possible:
            yield Contradiction(
                rule=GRADE_IMPOSSIBLE,
                place=result.locate("grade"),
                subject="plan",
                about=f"ita/{int(result.fiscal_year)}",
                said=(
                    Said(
                        where=Words(f"คะแนน {result.score}", f"score {result.score}"),
                        value=Words(result.grade.th, result.grade.en or result.grade.th),
                        line=result.line,
                    ),
                    Said(where=_POSSIBLE, value=Words(*[" / ".join(possible)] * 2)),
                ),
            )


def possible_grades(result: ItaResult) -> tuple[str, ...]:
    """Grades that a total score can have, whatever the three instruments gave."""
    if result.score >= EXCELLENT:
        return GRADES[2:]
    if result.score >= PASS:
        return GRADES[2:4]
    return GRADES[1:2] if result.score >= IMPROVE else GRADES[:1]


_TEXT = Words("ข้อความ", "text")
_POSSIBLE = Words("เป็นไปได้", "possible")
_MEND = Words(
    "ตรวจกับเอกสาร แล้วบันทึกเหตุผลใน decisions.yml สำหรับ {key}",
    "Check the document, then record the reason in decisions.yml for {key}",
)
TEMPLATE_TEXT = Rule(
    code="template-text",
    what=Words(
        "{subject}: ข้อความของแบบฟอร์มค้างอยู่ · {said}",
        "{subject}: text of the form was left in · {said}",
    ),
    why=Words("ช่องที่ต้องกรอกยังว่างอยู่", "What was to be filled in is still open"),
    mend=_MEND,
)
OTHER_AGENCY = Rule(
    code="other-agency",
    what=Words(
        "{subject}: กล่าวถึงหน่วยงานประเภทอื่น · {said}",
        "{subject}: speaks of another type of agency · {said}",
    ),
    why=Words(
        "ข้อความน่าจะคัดลอกมาจากแผนของหน่วยงานอื่น",
        "The text was probably taken from another agency's plan",
    ),
    mend=_MEND,
)
SECTION_MISSING = Rule(
    code="section-missing",
    what=Words("{subject}: ขาดหัวข้อ · {said}", "{subject}: a section is missing · {said}"),
    why=Words("รายการอื่นมีหัวข้อนี้ครบ", "The other items have it"),
    mend=_MEND,
)
GRADE_IMPOSSIBLE = Rule(
    code="grade-impossible",
    what=Words("ระดับ ITA ไม่ตรงกับคะแนน · {said}", "The ITA grade does not fit its score · {said}"),
    why=Words("คะแนนนี้ได้ระดับนั้นไม่ได้", "That score cannot have that grade"),
    mend=_MEND,
)

CONTRADICTIONS = (template_text, other_agency, missing_sections, grades)
RULES = (TEMPLATE_TEXT, OTHER_AGENCY, SECTION_MISSING, GRADE_IMPOSSIBLE)

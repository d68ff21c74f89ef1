"""What a hurried author leaves: template text, another agency's type, a missing section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cache.once import once_each
from generator.checks.contradictions import Contradiction, Said, to_decide, words_of
from generator.checks.walk import placed, texts
from generator.diagnostics import Rule, Words
from generator.model.agency import AgencyType
from generator.model.base import Text
from generator.model.grades import BANDS
from generator.model.grades import PASS as PASSED
from generator.model.plan import DocumentType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Place
    from generator.model.base import Record
    from generator.model.disclosure import Disclosure
    from generator.model.plan import ItaResult, Item

TEMPLATE = re.compile(
    "ระบุชื่อ ?องค์(?:กร|การ)ปกครองส่วนท้องถิ่น|ระบุชื่อ ?อปท\\.|ของระบุ"
    '|[“"]ระบุ|\\(ระบุ(?! ?[A-Za-z])|ค้างจากแบบฟอร์ม|“เช่น|เช่น ?(?:…|\\.{3})|…{2,}|\\.{5,}'
)
"""What a form tells its author to fill in, and its dotted lines.

To name something is also normal wording ("ระบุผู้รับผิดชอบ"), so the word alone proves nothing.
"""

NAMED = "[ก-ฮเ-ไ]"
"""The first letter of a name: a consonant, or a vowel that Thai writes before it."""
MUNICIPALITY = f"(?<!สันนิบาต)เทศบาล(?!(?:ตำบล|เมือง|นคร){NAMED})"
SAO = f"องค์การบริหารส่วนตำบล(?!{NAMED})"
PAO = f"องค์การบริหารส่วนจังหวัด(?!{NAMED})"
OTHER_TYPES = {
    AgencyType.PAO: re.compile(f"{MUNICIPALITY}|{SAO}"),
    AgencyType.SAO: re.compile(f"{MUNICIPALITY}|{PAO}"),
    AgencyType.SUBDISTRICT_MUNICIPALITY: re.compile(f"{SAO}|{PAO}"),
}
"""Words that can only come from the plan of an agency of another type; a neighbour has a name."""
LAW = re.compile("เมืองพัทยา")
"""Only the law that lists every type of local body names this one too; citing it is no slip."""


def template_text(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Words of a form that were to be replaced ("ระบุ…")."""
    for subject, record in _told(disclosure):
        yield from _texts(TEMPLATE_TEXT, subject, record, TEMPLATE)
    for unit in disclosure.agency.units:
        if unit.name.th.startswith("ระบุ"):
            for item in disclosure.items_of(unit.id):
                about, place = f"responsible/{unit.id}", item.locate("responsible")
                yield _text(TEMPLATE_TEXT, item.id, about, unit.name, place)


def other_agency(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A plan that speaks of another type of agency: text taken over unchanged."""
    pattern = OTHER_TYPES.get(disclosure.agency.type)
    if pattern is None:
        return
    for subject, record in _told(disclosure):
        yield from _texts(OTHER_AGENCY, subject, record, pattern)


def _told(disclosure: Disclosure) -> Iterator[tuple[str, Record]]:
    """Every record that tells something, with the subject under which pages show it."""
    yield "plan", disclosure.plan
    yield from ((item.id, item) for item in disclosure.items)
    if disclosure.risk:
        yield from ((risk.id, risk) for risk in disclosure.risk.risks)
        yield "risk", replace(disclosure.risk, risks=())


def _is_slip(pattern: re.Pattern[str], thai: str) -> bool:
    return bool(pattern.search(thai)) and not (pattern is not TEMPLATE and LAW.search(thai))


@once_each
def _has_slip(record: Record, pattern: re.Pattern[str]) -> bool:
    return any(_is_slip(pattern, text.th) for text in texts(record))


def _texts(
    rule: Rule, subject: str, record: Record, pattern: re.Pattern[str]
) -> Iterator[Contradiction]:
    """The texts of a record that are a slip, each named by its line, or by its field."""
    if not _has_slip(record, pattern):
        return
    on_line: Counter[int] = Counter()
    for path, text in placed(record, Text):
        if _is_slip(pattern, text.th):
            line: int | None = getattr(text, "line", None)
            about = f"text/{path}"
            if line is not None:
                on_line[line] += 1
                about = f"text/{line}" + (f"/{on_line[line]}" if on_line[line] > 1 else "")
            yield _text(rule, subject, about, text, text.locate("th"))


def _text(rule: Rule, subject: str, about: str, text: Text, place: Place) -> Contradiction:
    return Contradiction(
        rule=rule,
        place=place,
        subject=subject,
        about=about,
        said=(Said(where=_TEXT, value=words_of(text), line=getattr(text, "line", None)),),
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
_BEST, _GOOD, _WEAK, _WORST = (band.name for band in BANDS)
GRADES = (_WORST, _WEAK, PASSED, _GOOD, _BEST)
GRADED_SINCE = 2566
"""The fiscal year that brought these grades; before it they were letters."""
FULL_SCORE = 100


def grades(disclosure: Disclosure) -> Iterator[Contradiction]:
    """An ITA score that nobody can have, or a grade that its own score cannot have."""
    for result in disclosure.plan.ita_results:
        possible = possible_grades(result)
        if not 0 <= result.score <= FULL_SCORE:
            yield _grade(result, _FULL)
        elif possible and "".join(result.grade.th.split()) not in {name.th for name in possible}:
            value = Words(" / ".join(n.th for n in possible), " / ".join(n.en for n in possible))
            yield _grade(result, Said(where=_POSSIBLE, value=value))


def _grade(result: ItaResult, possible: Said) -> Contradiction:
    score = Words(f"คะแนน {result.score}", f"score {result.score}")
    return Contradiction(
        rule=GRADE_IMPOSSIBLE,
        place=result.locate("grade"),
        subject="plan",
        about=f"ita/{int(result.fiscal_year)}",
        said=(Said(where=score, value=words_of(result.grade), line=result.line), possible),
    )


def possible_grades(result: ItaResult) -> tuple[Words, ...]:
    """Grades that a total score can have, whatever the three instruments gave; none where unknown."""
    if result.fiscal_year < GRADED_SINCE:
        return ()
    if result.score >= EXCELLENT:
        return GRADES[2:]
    if result.score >= PASS:
        return GRADES[2:4]
    return GRADES[1:2] if result.score >= IMPROVE else GRADES[:1]


_TEXT = Words("ข้อความ", "text")
_POSSIBLE = Words("เป็นไปได้", "possible")
_FULL = Said(where=_POSSIBLE, value=Words(f"0–{FULL_SCORE}", f"0–{FULL_SCORE}"))
TEMPLATE_TEXT = Rule(
    code="template-text",
    what=Words(
        "{subject}: ข้อความของแบบฟอร์มค้างอยู่ · {said}",
        "{subject}: text of the form was left in · {said}",
    ),
    why=Words("ช่องที่ต้องกรอกยังว่างอยู่", "What was to be filled in is still open"),
    mend=to_decide("template-text"),
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
    mend=to_decide("other-agency"),
)
SECTION_MISSING = Rule(
    code="section-missing",
    what=Words("{subject}: ขาดหัวข้อ · {said}", "{subject}: a section is missing · {said}"),
    why=Words("รายการอื่นมีหัวข้อนี้ครบ", "The other items have it"),
    mend=to_decide("section-missing"),
)
GRADE_IMPOSSIBLE = Rule(
    code="grade-impossible",
    what=Words(
        "ระดับหรือคะแนน ITA เป็นไปไม่ได้ · {said}", "The ITA grade or score is impossible · {said}"
    ),
    why=Words(
        "คะแนนเต็ม 100 และแต่ละคะแนนได้บางระดับเท่านั้น",
        "Scores end at 100, and each allows only some grades",
    ),
    mend=to_decide("grade-impossible"),
)

CONTRADICTIONS = (template_text, other_agency, missing_sections, grades)
RULES = (TEMPLATE_TEXT, OTHER_AGENCY, SECTION_MISSING, GRADE_IMPOSSIBLE)

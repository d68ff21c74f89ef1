"""Every id that is named must exist, once, and codes must lie in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cache.once import once_each
from generator.checks.walk import below, records
from generator.diagnostics import Rule, Words
from generator.model.agency import AgencyType
from generator.model.base import Operator, Passage, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Diagnostic, Place
    from generator.model.base import Id, Record, YearSpan
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, Node
    from generator.model.risk import RiskAssessment


def repeated_ids(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Two records of one kind with one id would share one address."""
    groups: list[Iterable[tuple[str, Place]]] = [
        ((item.id, item.locate("id")) for item in disclosure.items),
        ((unit.id, unit.locate("id")) for unit in disclosure.agency.units),
        ((node.code, node.locate("code")) for node in disclosure.plan.walk()),
    ]
    if disclosure.risk:
        groups.append((risk.id, risk.locate("id")) for risk in disclosure.risk.risks)
    for group in groups:
        first: dict[str, Place] = {}
        for name, place in group:
            if name in first:
                yield REPEATED_ID.at(place, id=name, file=first[name].file, line=first[name].line)
            first.setdefault(name, place)


def names_of_files(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """An item's file and an agency's folder carry its id, so that it is found."""
    for item in disclosure.items:
        place = item.locate("id")
        stem = place.file.rpartition("/")[2].rpartition(".")[0]
        if stem != item.id:
            yield FILE_NAME.at(place, id=item.id, name=stem)
    place = disclosure.agency.locate("id")
    folder = place.file.split("/")[-2] if "/" in place.file else disclosure.agency.id
    if folder != disclosure.agency.id:
        yield FILE_NAME.at(place, id=disclosure.agency.id, name=folder)


def unknown_units(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Responsible units, the plan's owner and contacts must be units of the agency."""
    units = {unit.id for unit in disclosure.agency.units}
    known = ", ".join(sorted(units))
    named = [
        (name, item.locate("responsible"))
        for item in disclosure.items
        for statement in item.responsible.statements
        for name in statement.value
    ]
    named += [(contact.unit, contact.locate("unit")) for contact in disclosure.agency.contacts]
    site = disclosure.agency.site
    for topic, unit in (site.responsible or {}).items():
        named.append((unit, site.locate(f"responsible/{topic}")))
    if disclosure.plan.owner:
        named.append((disclosure.plan.owner, disclosure.plan.locate("owner")))
    yield from (
        UNKNOWN_UNIT.at(place, id=name, known=known) for name, place in named if name not in units
    )


def unknown_nodes(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Items, rows, figures and reports must name a code of the plan's tree."""
    codes = {node.code for node in disclosure.plan.walk()}
    named = [(item.node, item.locate("node")) for item in disclosure.items]
    named += [(r.node, r.locate("node")) for item in disclosure.items for r in item.schedule]
    named += [(f.node, f.locate("node")) for f in disclosure.plan.stated if f.node]
    for report in disclosure.plan.reports:
        named += [(code, report.locate(f"by_node/{code}")) for code in report.by_node]
        named += [(row.node, row.locate("node")) for row in report.rows]
    yield from (UNKNOWN_NODE.at(place, code=code) for code, place in named if code not in codes)


def misplaced_nodes(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A node's code continues the code above it; at the top it is one number."""
    top = Words("ที่ระดับบนสุด", "at the top")
    for node in disclosure.plan.nodes:
        if "." in node.code:
            yield MISPLACED_NODE.at(node.locate("code"), code=node.code, where=top)
        yield from _misplaced_below(node)


def _misplaced_below(node: Node) -> Iterator[Diagnostic]:
    below_it = Words(f'ใต้ "{node.code}"', f'below "{node.code}"')
    for child in node.nodes:
        if child.code.rpartition(".")[0] != node.code:
            yield MISPLACED_NODE.at(child.locate("code"), code=child.code, where=below_it)
        yield from _misplaced_below(child)


def unknown_items(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A passage or a reported row that names an item must name one that exists."""
    ids = {item.id for item in disclosure.items}
    named = [pair for record in records(disclosure) for pair in _items_in(record)]
    for report in disclosure.plan.reports:
        named += [(row.item, row.locate("item")) for row in report.rows]
    yield from (UNKNOWN_ITEM.at(place, id=name) for name, place in named if name not in ids)


@once_each
def _items_in(record: Record) -> list[tuple[Id, Place]]:
    return [(p.item, p.locate("item")) for p in below(record, Passage) if p.item]


def unknown_levels(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Risks and the matrix must use the named risk levels."""
    if disclosure.risk is None:
        return
    levels = {level.id for level in disclosure.risk.levels}
    named = [(risk.level, risk.locate("level")) for risk in disclosure.risk.risks]
    named += [
        (level, row.locate("levels")) for row in disclosure.risk.matrix for level in row.levels
    ]
    yield from (
        UNKNOWN_LEVEL.at(place, id=name, known=", ".join(sorted(levels)))
        for name, place in named
        if name not in levels
    )


def unknown_fields(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A risk belongs to a field of risk that the assessment names."""
    if disclosure.risk is None:
        return
    numbers = {field.number for field in disclosure.risk.fields}
    known = ", ".join(str(number) for number in sorted(numbers)) or "–"
    for risk in disclosure.risk.risks:
        if risk.field is not None and risk.field not in numbers:
            yield UNKNOWN_FIELD.at(risk.locate("field"), number=risk.field, known=known)


def repeated_likelihoods(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The matrix has one row for each likelihood."""
    first: dict[int, Place] = {}
    for row in disclosure.risk.matrix if disclosure.risk else ():
        place = row.locate("likelihood")
        known = first.setdefault(row.likelihood, place)
        if known is not place:
            yield LIKELIHOOD_TWICE.at(
                place, number=row.likelihood, file=known.file, line=known.line
            )


def budget_years(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A budget says something about each year of the plan."""
    for item in disclosure.items:
        if item.budget is not None:
            for year in sorted(set(disclosure.years) - item.budget.keys()):
                yield YEAR_WITHOUT_BUDGET.at(item.locate("budget"), year=int(year))


def years_outside(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Budgets, rows, periods and reports speak of the plan's years and of no other."""
    if not disclosure.years:
        return
    named = [(r.fiscal_year, r.locate("fiscal_year")) for r in disclosure.plan.reports]
    for item in disclosure.items:
        named += _years_in(item)
    known = set(disclosure.plan.fiscal_years.years)
    yield from (
        YEAR_OUTSIDE_PLAN.at(place, year=int(year)) for year, place in named if year not in known
    )


@once_each
def _years_in(item: Item) -> list[tuple[FiscalYear, Place]]:
    named = [(year, item.locate(f"budget/{year}")) for year in sorted(item.budget or ())]
    named += [(row.fiscal_year, row.locate("fiscal_year")) for row in item.schedule]
    if item.period:
        named.append((item.period.from_, item.period.locate("from_")))
        named.append((item.period.to, item.period.locate("to")))
    return named


def both_budget_and_schedule(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Money is written in one place: the yearly budget, or the rows of annual plans."""
    for item in disclosure.items:
        if item.budget is not None and item.schedule:
            yield TWO_BUDGETS.at(item.locate("schedule"), id=item.id)


def out_of_range(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Quarters are 1 to 4, months 1 to 12, likelihood and impact 1 to 5."""
    for item in disclosure.items:
        for row in item.schedule:
            yield from _range(row.quarters, QUARTERS, row.locate("quarters"))
        if item.period:
            yield from _range(item.period.quarters, QUARTERS, item.period.locate("quarters"))
            yield from _range(item.period.marked, QUARTERS, item.period.locate("marked"))
            yield from _range(item.period.months, MONTHS, item.period.locate("months"))
    for figure in disclosure.plan.stated:
        if figure.quarter is not None:
            yield from _range((figure.quarter,), QUARTERS, figure.locate("quarter"))
    if disclosure.risk:
        yield from _risk_range(disclosure.risk)


QUARTERS, MONTHS, RISK_LEVELS = 4, 12, 5


def _risk_range(assessment: RiskAssessment) -> Iterator[Diagnostic]:
    numbered: list[tuple[int | None, Place]] = [
        (criterion.level, criterion.locate("level"))
        for criterion in (*assessment.likelihood, *assessment.impact)
    ]
    numbered += [(row.likelihood, row.locate("likelihood")) for row in assessment.matrix]
    numbered += [(risk.likelihood, risk.locate("likelihood")) for risk in assessment.risks]
    numbered += [(risk.impact, risk.locate("impact")) for risk in assessment.risks]
    for number, place in numbered:
        if number is not None:
            yield from _range((number,), RISK_LEVELS, place)


def backward_spans(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Spans of years run forward."""
    spans: list[YearSpan] = [item.period for item in disclosure.items if item.period]
    for span in (*spans, disclosure.plan.fiscal_years):
        if span.from_ > span.to:
            yield BACKWARDS.at(span.locate("to"))


def _range(values: tuple[int, ...], most: int, place: Place) -> Iterator[Diagnostic]:
    for value in values:
        if not 1 <= value <= most:
            yield OUT_OF_RANGE.at(place, value=value, most=most)


def shape(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Fields of one shape of document in another, and trees deeper than their named levels."""
    plan = disclosure.plan
    for node in plan.walk():
        deep = node.code.count(".") + 1
        if deep > len(plan.levels):
            place = node.locate("code")
            yield UNNAMED_LEVEL.at(place, code=node.code, deep=deep, named=len(plan.levels))
    for item in disclosure.items:
        if item.result_summary and plan.type != "result_report":
            yield WRONG_DOCUMENT.at(
                item.locate("result_summary"), field="result_summary", type=plan.type
            )
        if item.schedule and plan.type != "annual_plans":
            yield WRONG_DOCUMENT.at(item.locate("schedule"), field="schedule", type=plan.type)
    if plan.reports and disclosure.agency.type is AgencyType.PROVINCE:
        yield WRONG_DOCUMENT.at(plan.locate("reports"), field="reports", type=plan.type)


def impossible_targets(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A target that compares with a number needs the number, its other end and what it counts."""
    for record in records(disclosure):
        yield from _impossible_in(record)


@once_each
def _impossible_in(record: Record) -> list[Diagnostic]:
    found = []
    for target in below(record, Target):
        needed = ["value", "unit"] if target.operator.needs_value else []
        if target.operator in {Operator.BETWEEN, Operator.FROM_TO}:
            needed.append("upper")
        missing = ", ".join(name for name in needed if getattr(target, name) is None)
        if missing:
            place = target.locate("operator")
            found.append(TARGET_WITHOUT_VALUE.at(place, op=target.operator, missing=missing))
    return found


REPEATED_ID = Rule(
    code="repeated-id",
    what=Words('รหัส "{id}" ใช้แล้วที่ {file}:{line}', 'The id "{id}" is already used in {file}:{line}'),
    why=Words("สองเรื่องจะอยู่ที่อยู่หน้าเว็บเดียวกัน", "Two things would share one address"),
    mend=Words("ตั้งรหัสใหม่ให้เรื่องที่เพิ่มทีหลัง", "Give the newer one another id"),
)
FILE_NAME = Rule(
    code="file-name",
    what=Words('รหัส "{id}" ไม่ตรงกับชื่อ "{name}"', 'The id "{id}" differs from the name "{name}"'),
    why=Words("หาข้อมูลจากที่อยู่หน้าเว็บไม่พบ", "The data cannot be found from the page's address"),
    mend=Words("ให้ชื่อไฟล์หรือโฟลเดอร์ตรงกับรหัส", "Make the file or folder name the same as the id"),
)
UNKNOWN_UNIT = Rule(
    code="unknown-unit",
    what=Words('ไม่มีหน่วยงานรหัส "{id}"', 'There is no unit "{id}"'),
    why=Words("ประชาชนจะไม่รู้ว่าใครรับผิดชอบ", "Citizens could not see who answers for it"),
    mend=Words(
        "เพิ่มใน units ของ agency.yml หรือใช้: {known}",
        "Add it to units in agency.yml, or use: {known}",
    ),
)
UNKNOWN_NODE = Rule(
    code="unknown-node",
    what=Words('ไม่มีรหัส "{code}" ในโครงสร้างแผน', 'There is no code "{code}" in the plan\'s tree'),
    why=Words("รายการจะไม่อยู่ในหน้าใดและไม่ถูกนับ", "It would stand on no page and be counted nowhere"),
    mend=Words("ใช้รหัสใน nodes ของ plan.yml", "Use a code from nodes in plan.yml"),
)
MISPLACED_NODE = Rule(
    code="misplaced-node",
    what=Words('รหัส "{code}" ไม่ได้อยู่{where}', 'The code "{code}" does not belong {where}'),
    why=Words("ยอดรวมของแต่ละระดับจะผิด", "The totals of the levels would be wrong"),
    mend=Words("แก้รหัสหรือย้ายไปไว้ให้ถูกที่", "Correct the code, or move it to its place"),
)
UNKNOWN_ITEM = Rule(
    code="unknown-item",
    what=Words('ไม่มีรายการรหัส "{id}"', 'There is no item "{id}"'),
    why=Words("ลิงก์จะเสีย", "The link would be broken"),
    mend=Words("ใช้รหัสของไฟล์ใน items/", "Use the id of a file in items/"),
)
UNKNOWN_LEVEL = Rule(
    code="unknown-level",
    what=Words('ไม่มีระดับความเสี่ยงรหัส "{id}"', 'There is no risk level "{id}"'),
    why=Words("แสดงระดับความเสี่ยงไม่ได้", "The level of risk cannot be shown"),
    mend=Words("ใช้: {known}", "Use: {known}"),
)
UNKNOWN_FIELD = Rule(
    code="unknown-field",
    what=Words("ไม่มีความเสี่ยงด้านที่ {number}", "There is no field of risk {number}"),
    why=Words("ไม่รู้ว่าเป็นความเสี่ยงด้านใด", "Nobody can tell which field it belongs to"),
    mend=Words(
        "เพิ่มใน fields ของ risk.yml หรือใช้: {known}", "Add it to fields in risk.yml, or use: {known}"
    ),
)
LIKELIHOOD_TWICE = Rule(
    code="likelihood-twice",
    what=Words(
        "ตารางมีแถวของโอกาสเกิด {number} แล้วที่ {file}:{line}",
        "The matrix already has a row of likelihood {number} in {file}:{line}",
    ),
    why=Words("ไม่รู้ว่าระดับความเสี่ยงเป็นไปตามแถวใด", "It is unclear which row gives the level of risk"),
    mend=Words("ลบแถวที่ซ้ำ หรือแก้ likelihood", "Delete the second row, or correct its likelihood"),
)
YEAR_WITHOUT_BUDGET = Rule(
    code="year-without-budget",
    what=Words("ไม่ได้ระบุงบประมาณปี {year}", "Nothing is said about the budget of B.E. {year}"),
    why=Words(
        "ไม่รู้ว่าไม่ใช้งบ หรือไม่ดำเนินการ หรือลืม",
        "It is unclear whether it uses none, does not run, or was forgotten",
    ),
    mend=Words(
        "เพิ่ม {year}: จำนวนบาท หรือ no_budget หรือ not_scheduled",
        "Add {year}: the baht, or no_budget, or not_scheduled",
    ),
)
YEAR_OUTSIDE_PLAN = Rule(
    code="year-outside-plan",
    what=Words("ปี {year} อยู่นอกช่วงของแผน", "B.E. {year} lies outside the plan"),
    why=Words(
        "เรื่องของปีนั้นจะไม่แสดงและเงินจะไม่ถูกรวม",
        "What belongs to it would stand on no page, and its money would not be counted",
    ),
    mend=Words(
        "แก้ปี หรือแก้ fiscal_years ใน plan.yml", "Correct the year, or fiscal_years in plan.yml"
    ),
)
TWO_BUDGETS = Rule(
    code="two-budgets",
    what=Words(
        'รายการ "{id}" มีทั้ง budget และ schedule', 'The item "{id}" has both budget and schedule'
    ),
    why=Words("เงินจะถูกนับสองครั้ง", "The money would be counted twice"),
    mend=Words("ใช้อย่างใดอย่างหนึ่ง", "Keep one of them"),
)
OUT_OF_RANGE = Rule(
    code="out-of-range",
    what=Words("{value} ไม่อยู่ระหว่าง 1 ถึง {most}", "{value} is not between 1 and {most}"),
    why=Words("ไม่มีไตรมาส เดือน หรือระดับนั้น", "There is no such quarter, month or level"),
    mend=Words("ตรวจกับเอกสาร", "Check it against the document"),
)
BACKWARDS = Rule(
    code="backwards",
    what=Words("ปีสุดท้ายมาก่อนปีแรก", "The last year comes before the first"),
    why=Words("ไม่มีปีใดอยู่ในช่วงนี้", "No year lies in the span"),
    mend=Words("สลับ from กับ to", "Exchange from and to"),
)
UNNAMED_LEVEL = Rule(
    code="unnamed-level",
    what=Words(
        'รหัส "{code}" อยู่ระดับที่ {deep} แต่ตั้งชื่อไว้ {named} ระดับ',
        'The code "{code}" stands at level {deep}, but {named} levels are named',
    ),
    why=Words("หน้าเว็บไม่รู้ว่าจะเรียกระดับนั้นว่าอะไร", "Pages do not know what to call that level"),
    mend=Words("เพิ่มชื่อระดับใน levels", "Add the names to levels"),
)
WRONG_DOCUMENT = Rule(
    code="wrong-document",
    what=Words(
        '"{field}" ไม่ใช่ข้อมูลของเอกสารประเภท {type}',
        '"{field}" does not belong in a document of type {type}',
    ),
    why=Words("หน้าเว็บของเอกสารประเภทนี้ไม่แสดงข้อมูลนี้", "Pages of such a document would not show it"),
    mend=Words("แก้ type ใน plan.yml หรือย้ายข้อมูล", "Correct type in plan.yml, or move the data"),
)
TARGET_WITHOUT_VALUE = Rule(
    code="target-without-value",
    what=Words('ค่าเป้าหมายแบบ "{op}" ไม่มี {missing}', 'A target "{op}" has no {missing}'),
    why=Words("เทียบผลกับเป้าหมายไม่ได้", "No result can be held against it"),
    mend=Words(
        "เพิ่ม {missing} หรือใช้ decrease / increase",
        "Add {missing}, or use decrease or increase",
    ),
)

CHECKS = (
    repeated_ids, names_of_files, unknown_units, unknown_nodes, misplaced_nodes, unknown_items,
    unknown_levels, unknown_fields, repeated_likelihoods, budget_years, years_outside,
    both_budget_and_schedule, out_of_range, backward_spans, shape, impossible_targets,
)  # fmt: skip
RULES = (
    REPEATED_ID, FILE_NAME, UNKNOWN_UNIT, UNKNOWN_NODE, MISPLACED_NODE, UNKNOWN_ITEM,
    UNKNOWN_LEVEL, UNKNOWN_FIELD, LIKELIHOOD_TWICE, YEAR_WITHOUT_BUDGET, YEAR_OUTSIDE_PLAN,
    TWO_BUDGETS, OUT_OF_RANGE, BACKWARDS, UNNAMED_LEVEL, WRONG_DOCUMENT, TARGET_WITHOUT_VALUE,
)  # fmt: skip

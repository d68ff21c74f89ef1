"""The tables of the plan, its risks, its contradictions and the ITA items, as one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.figures import WHAT_WORDS, reconciled
from generator.checks.statements import KIND_WORDS, ORIGIN_WORDS
from generator.checks.targets import OPERATOR_WORDS
from generator.diagnostics import Words
from generator.exports.plan_words import (
    COUNTED_WORDS,
    FIELD_WORDS,
    LEVEL_WORDS,
    SECTION_WORDS,
    SHOWN_WORDS,
    STATUS_WORDS,
)
from generator.exports.table import (
    Book,
    Table,
    Type,
    Unit,
    baht,
    choice,
    column,
    fiscal_year,
    integer,
)
from generator.formats import plain
from generator.model.base import Text
from generator.model.disclosure import total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Passage, Stated
    from generator.model.plan import Item, Node


def _number(value: int | None) -> str:
    return "" if value is None else str(int(value))


def _items(edition: Edition) -> Iterator[tuple[str, ...]]:
    years = edition.disclosure.years
    for item in edition.disclosure.items:
        title, period = item.shown_title, item.period
        yield (
            item.id,
            _number(item.shown_number),
            item.shown_kind or "",
            item.top,
            item.node,
            title.th,
            title.en or "",
            " ".join(item.shown_responsible),
            _number(period.from_ if period else None),
            _number(period.to if period else None),
            " ".join(str(quarter) for quarter in period.quarters) if period else "",
            " ".join(str(month) for month in period.months) if period else "",
            plain(total([item], years)) if item.allocations(years) else "",
            _number(item.source.table),
            _number(item.source.detail),
        )


def _allocations(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        for year, money in item.allocations(edition.disclosure.years).items():
            yield item.id, str(int(year)), plain(money.amount), money.status


def _schedule(edition: Edition) -> Iterator[tuple[str, ...]]:
    rows = [(row, item) for item in edition.disclosure.items for row in item.schedule]
    for row, item in sorted(rows, key=lambda pair: (pair[0].fiscal_year, pair[0].line)):
        yield (
            item.id,
            str(int(row.fiscal_year)),
            str(row.number),
            row.node,
            " ".join(str(quarter) for quarter in row.quarters),
            plain(row.budget.amount),
            row.budget.status,
            str(row.line),
            row.title.th if row.title else "",
        )


def _units(edition: Edition) -> Iterator[tuple[str, ...]]:
    for unit in edition.disclosure.agency.units:
        sort = "group" if unit.collective else "position" if unit.position else "unit"
        items = str(len(edition.disclosure.items_of(unit.id)))
        yield unit.id, unit.name.th, unit.name.en or "", sort, items, _number(unit.line)


def _nodes(edition: Edition) -> Iterator[tuple[str, ...]]:
    plan = edition.disclosure.plan
    for node in plan.walk():
        inside = edition.disclosure.items_in(node)
        title = node.shown_title
        yield (
            node.code,
            plan.levels[node.code.count(".")],
            title.th,
            title.en or "",
            str(len(inside)),
            plain(total(inside, edition.disclosure.years)),
            _number(node.line),
        )


def _risks(edition: Edition) -> Iterator[tuple[str, ...]]:
    risk = edition.disclosure.risk
    for one in risk.risks if risk else ():
        events_en = " / ".join(event.en or "" for event in one.events)
        yield (
            one.id,
            str(one.number),
            one.step.th,
            one.step.en or "",
            " / ".join(event.th for event in one.events),
            events_en,
            _number(one.likelihood),
            _number(one.impact),
            _number(one.score),
            one.level,
            str(len(one.controls)),
            _number(one.line),
        )


def _controls(edition: Edition) -> Iterator[tuple[str, ...]]:
    risk = edition.disclosure.risk
    for one in risk.risks if risk else ():
        for number, control in enumerate(one.controls, 1):
            yield one.id, str(number), control.th, control.en or "", control.item or ""


def _statements(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        facts: tuple[tuple[str, Stated[object] | None], ...] = (
            ("number", item.number),  # type: ignore[assignment]
            ("kind", item.kind),
            ("title", item.title),
            ("responsible", item.responsible),
        )
        for field, fact in facts:
            yield from _statements_of(item.id, field, fact)
    for node in edition.disclosure.plan.walk():
        yield from _statements_of(node.code, "title", node.title)  # type: ignore[arg-type]


def _statements_of(
    subject: str, field: str, fact: Stated[object] | None
) -> Iterator[tuple[str, ...]]:
    for said in fact.statements if fact and fact.differs else ():
        value = said.value
        if isinstance(value, Text):
            text = value.th
        elif isinstance(value, tuple):
            text = " ".join(str(part) for part in value)
        else:
            text = str(value)
        yield subject, field, said.origin or "", _number(said.line), text


SECTIONS = (
    "objectives", "target_groups", "targets", "steps", "indicators", "outputs", "outcomes",
    "results", "result_summary",
)  # fmt: skip


def _passages(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        if item.rationale:
            yield from _passages_of(item, "rationale", (item.rationale,), "")
        for section in SECTIONS:
            yield from _passages_of(item, section, getattr(item, section), "")


def _passages_of(
    item: Item, section: str, lines: tuple[Passage, ...], above: str
) -> Iterator[tuple[str, ...]]:
    for number, line in enumerate(lines, 1):
        place = f"{above}{number}"
        yield item.id, section, place, line.th, line.en or "", _number(line.line)
        yield from _passages_of(item, section, line.parts, f"{place}.")


def _targets(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        for section in SECTIONS:
            for line in getattr(item, section):
                yield from _targets_of(item.id, section, line)
    for node in edition.disclosure.plan.walk():
        yield from _node_targets(node)


def _targets_of(subject: str, section: str, line: Passage) -> Iterator[tuple[str, ...]]:
    for target in line.every_target():
        yield (
            subject,
            section,
            target.metric.th,
            target.metric.en or "",
            target.operator,
            plain(target.value),
            plain(target.upper),
            target.unit or "",
            _number(target.fiscal_year),
            _number(line.line),
        )


def _node_targets(node: Node) -> Iterator[tuple[str, ...]]:
    for target in node.targets:
        yield (
            node.code,
            "node",
            target.metric.th,
            target.metric.en or "",
            target.operator,
            plain(target.value),
            plain(target.upper),
            target.unit or "",
            _number(target.fiscal_year),
            _number(node.line),
        )


def _yearly_targets(edition: Edition) -> Iterator[tuple[str, ...]]:
    for target in edition.disclosure.plan.yearly_targets:
        for year, value in target.values.items():
            yield (
                target.metric.th,
                target.metric.en or "",
                str(int(year)),
                target.operator,
                plain(value),
                target.unit,
                _number(target.base_year),
                str(target.line),
            )


def _stated(edition: Edition) -> Iterator[tuple[str, ...]]:
    for pair in reconciled(edition.disclosure):
        figure = pair.stated
        yield (
            figure.what,
            figure.node or "",
            figure.kind or "",
            _number(figure.fiscal_year),
            _number(figure.quarter),
            figure.place,
            str(figure.line),
            plain(figure.value),
            plain(pair.computed),
            plain(pair.computed - figure.value),
            "yes" if pair.agrees else "no",
        )


def _reports(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.plan.reports:
        for row in report.rows:
            title = row.title.th if row.title else ""
            year = str(int(report.fiscal_year))
            yield year, str(row.number), row.item, row.node, title, str(row.line)


def _report_counts(edition: Edition) -> Iterator[tuple[str, ...]]:
    for report in edition.disclosure.plan.reports:
        year = str(int(report.fiscal_year))
        own = [row for i in edition.disclosure.items for row in i.rows_of(report.fiscal_year)]
        yield (
            year, "", str(report.count), str(len(own)), str(len(report.rows)),
            _number(report.minimum), _number(report.additional), str(report.line),
        )  # fmt: skip
        for code, number in report.by_node.items():
            table = str(sum(row.node == code for row in own))
            entered = str(sum(row.node == code for row in report.rows))
            yield year, code, str(number), table, entered, "", "", str(report.line)


def _ita_results(edition: Edition) -> Iterator[tuple[str, ...]]:
    for result in edition.disclosure.plan.ita_results:
        yield (
            str(int(result.fiscal_year)),
            plain(result.score),
            result.grade.th,
            result.grade.en or "",
            _number(result.line),
        )


def _contradictions(edition: Edition) -> Iterator[tuple[str, ...]]:
    for found in edition.contradictions:
        for said in found.said:
            yield (
                found.rule.code,
                edition.disclosure.agency.id,
                found.subject,
                found.about,
                said.where.en,
                _number(said.line),
                said.value.th,
                said.value.en,
                found.difference,
                found.decision.shown if found.decision else "open",
            )


def _ita(edition: Edition) -> Iterator[tuple[str, ...]]:
    for form in edition.coverage:
        for covered in form.items:
            yield (
                str(int(form.year)),
                covered.item.code,
                covered.item.topic,
                covered.item.title.th,
                covered.item.title.en or "",
                covered.status,
                str(covered.proven),
                str(len(covered.elements)),
            )


_ITEM = column("item_id", "รหัสรายการ", "Id of the item")
_YEAR = fiscal_year()
_LINE = integer("line", "บรรทัดในเอกสารต้นฉบับ", "Line in the source document", Unit.LINE)
_TITLE_TH = column("title_th", "ชื่อ", "Title in Thai")
_TITLE_EN = column("title_en", "ชื่อภาษาอังกฤษ", "Title in English")
_NODE = column("node", "รหัสมิติ ภารกิจ หรือตัวชี้วัด", "Code of dimension, area or indicator")
_AMOUNT = baht(
    "amount_thb", "จำนวนเงิน (บาท) ว่างเมื่อไม่มีจำนวนเงิน", "Amount in baht; empty where there is none"
)
MONEY_STATUS = choice(
    "status",
    "มีงบประมาณหรือไม่",
    "Whether there is a budget",
    budgeted=("มีงบประมาณ", "an amount is set"),
    no_budget=("ไม่ใช้งบประมาณ", "runs in this year and uses no budget"),
    not_scheduled=("ไม่ดำเนินการในปีนั้น", "does not run in this year"),
)
_KIND = column("kind", "ประเภท", "Kind", values=KIND_WORDS.items())
_OPERATOR = column("operator", "การเทียบ", "How it compares", values=OPERATOR_WORDS.items())
_ORIGIN = column("place", "ตำแหน่งในเอกสาร", "Where in the document", values=ORIGIN_WORDS.items())
_VALUE = column("value", "ค่า", "Value", Type.NUMBER)
_COUNTED = column("unit", "หน่วยนับ", "What it counts", values=COUNTED_WORDS.items())
_METRIC = (
    column("metric_th", "สิ่งที่วัด", "What is measured, in Thai"),
    column("metric_en", "สิ่งที่วัด ภาษาอังกฤษ", "What is measured, in English"),
)

_ITEMS = Table(
    name="items",
    about=Words("รายการในแผน", "Items of the plan"),
    columns=(
        _ITEM,
        integer("number", "ลำดับที่", "Sequence number"),
        _KIND,
        column("dimension", "รหัสมิติ ประเด็น หรือเป้าหมาย", "Code of the dimension, issue or goal"),
        column("area", "รหัสภารกิจหรือตัวชี้วัด", "Code of the area or indicator"),
        _TITLE_TH,
        _TITLE_EN,
        column("unit_ids", "รหัสหน่วยงานรับผิดชอบ", "Ids of the responsible units"),
        integer(
            "first_year", "ปีงบประมาณแรก (พ.ศ.)", "First fiscal year (B.E.)", Unit.BUDDHIST_YEAR
        ),
        integer(
            "last_year", "ปีงบประมาณสุดท้าย (พ.ศ.)", "Last fiscal year (B.E.)", Unit.BUDDHIST_YEAR
        ),
        column("quarters", "ไตรมาส", "Quarters of the fiscal year"),
        column("months", "เดือน", "Months, 1 to 12"),
        baht("budget_thb", "งบประมาณรวม (บาท)", "Budget over all years in baht"),
        integer("line_table", "บรรทัดในตาราง", "Line of its row in the table"),
        integer("line_detail", "บรรทัดของรายละเอียด", "Line where its description begins"),
    ),
    rows=_items,
    key="item_id",
)
_NODES = Table(
    name="nodes",
    about=Words(
        "มิติ ภารกิจ ประเด็น เป้าหมาย และตัวชี้วัด", "Dimensions, areas, issues, goals and indicators"
    ),
    columns=(
        column("code", "รหัส", "Code"),
        column("level", "ระดับ", "Level", values=LEVEL_WORDS.items()),
        _TITLE_TH,
        _TITLE_EN,
        integer("items", "จำนวนรายการ", "Number of items", Unit.ITEMS),
        baht("budget_thb", "งบประมาณรวม (บาท)", "Budget over all years in baht"),
        _LINE,
    ),
    rows=_nodes,
    key="code",
)
_RISKS = Table(
    name="risks",
    about=Words("ความเสี่ยงการทุจริต", "Corruption risks"),
    columns=(
        column("risk_id", "รหัสความเสี่ยง", "Id of the risk"),
        integer("number", "ลำดับที่", "Number"),
        column("step_th", "ขั้นตอนการดำเนินงาน", "Process step in Thai"),
        column("step_en", "ขั้นตอนการดำเนินงาน ภาษาอังกฤษ", "Process step in English"),
        column("event_th", "ประเด็นความเสี่ยง", "What could happen, in Thai"),
        column("event_en", "ประเด็นความเสี่ยง ภาษาอังกฤษ", "What could happen, in English"),
        integer("likelihood", "โอกาสเกิด (1–5)", "Likelihood, 1 to 5"),
        integer("impact", "ผลกระทบ (1–5)", "Impact, 1 to 5"),
        integer("score", "คะแนนตามที่พิมพ์", "Score as printed", Unit.POINTS),
        column("level", "ระดับ", "Level"),
        integer("controls", "จำนวนมาตรการควบคุม", "Number of control measures"),
        _LINE,
    ),
    rows=_risks,
    key="risk_id",
)
_TABLES = (
    _ITEMS,
    Table(
        name="allocations",
        about=Words("งบประมาณของแต่ละรายการในแต่ละปี", "Budget of each item in each year"),
        columns=(_ITEM, _YEAR, _AMOUNT, MONEY_STATUS),
        rows=_allocations,
        links=(("item_id", _ITEMS),),
    ),
    Table(
        name="schedule",
        about=Words("แถวของแผนรายปี", "Rows of the annual plans"),
        columns=(
            _ITEM,
            _YEAR,
            integer("number", "ลำดับที่ในปีนั้น", "Number in that year"),
            _NODE,
            column("quarters", "ไตรมาสที่ทำเครื่องหมาย", "Quarters marked"),
            _AMOUNT,
            MONEY_STATUS,
            _LINE,
            column(
                "title_in_table",
                "ชื่อในตารางเมื่อต่างจากชื่อรายการ",
                "Title in the table, where it differs",
            ),
        ),
        rows=_schedule,
        links=(("item_id", _ITEMS), ("node", _NODES)),
    ),
    Table(
        name="units",
        about=Words("หน่วยงานและตำแหน่งที่รับผิดชอบ", "Responsible units and positions"),
        columns=(
            column("unit_id", "รหัสหน่วยงาน", "Id of the unit"),
            column("name_th", "ชื่อ", "Name in Thai"),
            column("name_en", "ชื่อภาษาอังกฤษ", "Name in English"),
            choice(
                "sort",
                "ชนิด",
                "Sort",
                unit=("หน่วยงาน", "a unit"),
                position=("ตำแหน่ง", "a position"),
                group=("หลายหน่วยงานรวมกัน", "several units together"),
            ),
            integer("items", "จำนวนรายการ", "Number of items", Unit.ITEMS),
            _LINE,
        ),
        rows=_units,
        key="unit_id",
    ),
    _NODES,
    Table(
        name="passages",
        about=Words("ข้อความของแต่ละรายการ", "The texts of each item"),
        columns=(
            _ITEM,
            column("section", "หัวข้อ", "Section", values=SECTION_WORDS.items()),
            column("place", "ลำดับในหัวข้อ", "Place in the section"),
            column("text_th", "ข้อความ", "Text in Thai"),
            column("text_en", "ข้อความภาษาอังกฤษ", "Text in English"),
            _LINE,
        ),
        rows=_passages,
        links=(("item_id", _ITEMS),),
    ),
    Table(
        name="targets",
        about=Words("ค่าเป้าหมายและผลเชิงตัวเลข", "Targets and results in numbers"),
        columns=(
            column("subject", "รหัสรายการหรือตัวชี้วัด", "Id of the item, or code of the indicator"),
            column("section", "หัวข้อ", "Section", values=SECTION_WORDS.items()),
            *_METRIC,
            _OPERATOR,
            _VALUE,
            column("upper", "ค่าปลาย", "The other end", Type.NUMBER),
            _COUNTED,
            _YEAR,
            _LINE,
        ),
        rows=_targets,
    ),
    Table(
        name="yearly_targets",
        about=Words("ค่าเป้าหมายรายปีของแผน", "The plan's targets of each year"),
        columns=(
            *_METRIC,
            _YEAR,
            _OPERATOR,
            _VALUE,
            _COUNTED,
            integer(
                "base_year",
                "ปีฐาน (พ.ศ.)",
                "Year that it is counted from (B.E.)",
                Unit.BUDDHIST_YEAR,
            ),
            _LINE,
        ),
        rows=_yearly_targets,
    ),
    _RISKS,
    Table(
        name="controls",
        about=Words("มาตรการควบคุมความเสี่ยง", "Control measures"),
        columns=(
            column("risk_id", "รหัสความเสี่ยง", "Id of the risk"),
            integer("number", "ลำดับที่", "Number"),
            column("text_th", "มาตรการ", "Measure in Thai"),
            column("text_en", "มาตรการ ภาษาอังกฤษ", "Measure in English"),
            column("item_id", "รหัสรายการในแผน ถ้ามี", "Id of the plan item, if it is one"),
        ),
        rows=_controls,
        links=(("risk_id", _RISKS),),
    ),
    Table(
        name="statements",
        about=Words("เรื่องที่เอกสารระบุไว้สองอย่าง", "What the document says in two ways"),
        columns=(
            column("item_id", "รหัสรายการหรือรหัสภารกิจ", "Id of the item, or code of the area"),
            column("field", "เรื่อง", "What it is about", values=FIELD_WORDS.items()),
            _ORIGIN,
            _LINE,
            column("value", "ค่าที่ระบุ", "What it says there"),
        ),
        rows=_statements,
    ),
    Table(
        name="stated",
        about=Words("ยอดที่เอกสารพิมพ์เทียบกับที่นับได้", "Printed totals against computed ones"),
        columns=(
            column("what", "นับอะไร", "What it counts", values=WHAT_WORDS.items()),
            _NODE,
            _KIND,
            _YEAR,
            integer("quarter", "ไตรมาส", "Quarter"),
            _ORIGIN,
            _LINE,
            column("printed", "ค่าที่พิมพ์", "Printed value", Type.NUMBER),
            column("computed", "ค่าที่นับได้", "Computed value", Type.NUMBER),
            column("difference", "ผลต่าง", "Computed less printed", Type.NUMBER),
            column("agrees", "ตรงกันหรือไม่", "Whether they agree", Type.FLAG),
        ),
        rows=_stated,
    ),
    Table(
        name="report_counts",
        about=Words(
            "จำนวนในระบบ e-PlanNACC เทียบกับตาราง", "Counts in e-PlanNACC against the tables"
        ),
        columns=(
            _YEAR,
            _NODE,
            column("printed", "จำนวนที่ระบบพิมพ์", "Count that the system prints", Type.NUMBER),
            integer("in_table", "จำนวนในตารางของหน่วยงาน", "Count in the agency's own table"),
            integer("entered", "จำนวนแถวที่บันทึก", "Rows entered"),
            integer("minimum", "จำนวนขั้นต่ำ", "Minimum"),
            integer("additional", "เพิ่มเติม (ไม่คิดคะแนน)", "Additional, not scored"),
            _LINE,
        ),
        rows=_report_counts,
    ),
    Table(
        name="reports",
        about=Words("รายการที่บันทึกในระบบ e-PlanNACC", "What was entered in e-PlanNACC"),
        columns=(
            _YEAR,
            integer("number", "ลำดับที่", "Number"),
            _ITEM,
            _NODE,
            column("title", "ชื่อในระบบเมื่อต่างจากชื่อรายการ", "Title in the system, where it differs"),
            _LINE,
        ),
        rows=_reports,
        links=(("item_id", _ITEMS),),
    ),
    Table(
        name="ita_results",
        about=Words("ผลการประเมิน ITA", "ITA results"),
        columns=(
            _YEAR,
            column("score", "คะแนน (เต็ม 100)", "Score out of 100", Type.NUMBER, Unit.POINTS),
            column("grade_th", "ระดับ", "Grade in Thai"),
            column("grade_en", "ระดับ ภาษาอังกฤษ", "Grade in English"),
            _LINE,
        ),
        rows=_ita_results,
    ),
    Table(
        name="contradictions",
        about=Words("ข้อขัดแย้งในเอกสาร", "Contradictions of the document"),
        columns=(
            column("code", "รหัสกฎ", "Code of the rule"),
            column("agency", "รหัสหน่วยงาน", "Id of the agency"),
            column("subject", "เรื่อง", "What it concerns"),
            column("about", "ส่วนของเรื่อง", "Which part of it"),
            column("place", "ตำแหน่ง", "Where it is stated"),
            _LINE,
            column("value_th", "ค่าที่ระบุ", "What is stated, in Thai"),
            column("value_en", "ค่าที่ระบุ ภาษาอังกฤษ", "What is stated, in English"),
            column("difference", "ผลต่าง", "Difference"),
            column("shown", "ค่าที่แสดง", "Which is shown", values=SHOWN_WORDS.items()),
        ),
        rows=_contradictions,
    ),
    Table(
        name="ita",
        about=Words("สถานะของแต่ละข้อใน ITA", "Status of each ITA item"),
        columns=(
            _YEAR,
            column("code", "รหัสข้อ", "Code"),
            column("topic", "หัวข้อ", "Topic"),
            _TITLE_TH,
            _TITLE_EN,
            column("status", "สถานะ", "Status", values=STATUS_WORDS.items()),
            integer("proven", "องค์ประกอบที่มี", "Elements that are there"),
            integer("elements", "องค์ประกอบทั้งหมด", "Elements in all"),
        ),
        rows=_ita,
    ),
)


PLAN = "plan"
"""Name of the workbook."""


def books(edition: Edition) -> Iterator[Book]:
    """The workbook of the plan."""
    del edition  # every agency has these tables
    yield Book(
        name=PLAN,
        about=Words(
            "แผน ความเสี่ยง ข้อขัดแย้งในเอกสาร และสถานะ ITA",
            "The plan, its risks, what its document contradicts, and the ITA items",
        ),
        tables=_TABLES,
    )

"""What the document says in two ways, and its printed figures against computed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.figures import WHAT_WORDS, reconciled
from generator.diagnostics import Words
from generator.exports.plan.columns import ITEM, KIND, LINE, NODE, ORIGIN, YEAR, whole
from generator.exports.plan.items import ITEMS
from generator.exports.plan.words import FIELD_WORDS, SHOWN_WORDS
from generator.exports.table import Table, Type, column, integer
from generator.formats import plain
from generator.model.base import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Stated


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
        yield subject, field, said.origin or "", whole(said.line), text


def _stated(edition: Edition) -> Iterator[tuple[str, ...]]:
    for pair in reconciled(edition.disclosure):
        figure = pair.stated
        yield (
            figure.what,
            figure.node or "",
            figure.kind or "",
            whole(figure.fiscal_year),
            whole(figure.quarter),
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
            whole(report.minimum), whole(report.additional), str(report.line),
        )  # fmt: skip
        for code, number in report.by_node.items():
            table = str(sum(row.node == code for row in own))
            entered = str(sum(row.node == code for row in report.rows))
            yield year, code, str(number), table, entered, "", "", str(report.line)


def _contradictions(edition: Edition) -> Iterator[tuple[str, ...]]:
    for found in edition.contradictions:
        for said in found.said:
            yield (
                found.rule.code,
                edition.disclosure.agency.id,
                found.subject,
                found.about,
                said.where.en,
                whole(said.line),
                said.value.th,
                said.value.en,
                found.difference,
                found.decision.shown if found.decision else "open",
            )


STATEMENTS = Table(
    name="statements",
    about=Words("เรื่องที่เอกสารระบุไว้สองอย่าง", "What the document says in two ways"),
    columns=(
        column("item_id", "รหัสรายการหรือรหัสภารกิจ", "Id of the item, or code of the area"),
        column("field", "เรื่อง", "What it is about", values=FIELD_WORDS.items()),
        ORIGIN,
        LINE,
        column("value", "ค่าที่ระบุ", "What it says there"),
    ),
    rows=_statements,
)


STATED = Table(
    name="stated",
    about=Words("ยอดที่เอกสารพิมพ์เทียบกับที่นับได้", "Printed totals against computed ones"),
    columns=(
        column("what", "นับอะไร", "What it counts", values=WHAT_WORDS.items()),
        NODE,
        KIND,
        YEAR,
        integer("quarter", "ไตรมาส", "Quarter"),
        ORIGIN,
        LINE,
        column("printed", "ค่าที่พิมพ์", "Printed value", Type.NUMBER),
        column("computed", "ค่าที่นับได้", "Computed value", Type.NUMBER),
        column("difference", "ผลต่าง", "Computed less printed", Type.NUMBER),
        column("agrees", "ตรงกันหรือไม่", "Whether they agree", Type.FLAG),
    ),
    rows=_stated,
)


REPORT_COUNTS = Table(
    name="report_counts",
    about=Words("จำนวนในระบบ e-PlanNACC เทียบกับตาราง", "Counts in e-PlanNACC against the tables"),
    columns=(
        YEAR,
        NODE,
        column("printed", "จำนวนที่ระบบพิมพ์", "Count that the system prints", Type.NUMBER),
        integer("in_table", "จำนวนในตารางของหน่วยงาน", "Count in the agency's own table"),
        integer("entered", "จำนวนแถวที่บันทึก", "Rows entered"),
        integer("minimum", "จำนวนขั้นต่ำ", "Minimum"),
        integer("additional", "เพิ่มเติม (ไม่คิดคะแนน)", "Additional, not scored"),
        LINE,
    ),
    rows=_report_counts,
)


REPORTS = Table(
    name="reports",
    about=Words("รายการที่บันทึกในระบบ e-PlanNACC", "What was entered in e-PlanNACC"),
    columns=(
        YEAR,
        integer("number", "ลำดับที่", "Number"),
        ITEM,
        NODE,
        column("title", "ชื่อในระบบเมื่อต่างจากชื่อรายการ", "Title in the system, where it differs"),
        LINE,
    ),
    rows=_reports,
    links=(("item_id", ITEMS),),
)


CONTRADICTIONS = Table(
    name="contradictions",
    about=Words("ข้อขัดแย้งในเอกสาร", "Contradictions of the document"),
    columns=(
        column("code", "รหัสกฎ", "Code of the rule"),
        column("agency", "รหัสหน่วยงาน", "Id of the agency"),
        column("subject", "เรื่อง", "What it concerns"),
        column("about", "ส่วนของเรื่อง", "Which part of it"),
        column("place", "ตำแหน่ง", "Where it is stated"),
        LINE,
        column("value_th", "ค่าที่ระบุ", "What is stated, in Thai"),
        column("value_en", "ค่าที่ระบุ ภาษาอังกฤษ", "What is stated, in English"),
        column("difference", "ผลต่าง", "Difference"),
        column("shown", "ค่าที่แสดง", "Which is shown", values=SHOWN_WORDS.items()),
    ),
    rows=_contradictions,
)

STATEMENT_TABLES = (STATEMENTS, STATED, REPORT_COUNTS, REPORTS)

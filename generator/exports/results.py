"""The tables of what was done: results of the plan, of risks and measures, the year's operations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.plan.columns import MONEY_STATUS
from generator.exports.table import (
    Book,
    Table,
    Type,
    Unit,
    baht,
    column,
    fiscal_year,
    integer,
    two_languages,
)
from generator.formats import plain
from generator.model.results import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Text
    from generator.model.results import Outcome

PROGRESS_WORDS = {
    Progress.DONE: Words("แล้วเสร็จ", "done"),
    Progress.ONGOING: Words("อยู่ระหว่างดำเนินการ", "under way"),
    Progress.NOT_DONE: Words("ไม่ได้ดำเนินการ", "not done"),
}


def books(edition: Edition) -> Iterator[Book]:
    """A workbook of results and one of operations, where they are told."""
    disclosure = edition.disclosure
    if disclosure.results:
        yield Book(
            name="results/results",
            about=Words("ผลการดำเนินการตามแผน", "Results of the plan"),
            as_of=max(year.as_of for year in disclosure.results),
            tables=(ITEMS, RISKS, MEASURES),
        )
    if disclosure.operations:
        yield Book(
            name="operations/operations",
            about=Words("แผนดำเนินงานและความก้าวหน้า", "Operations of the year and their progress"),
            as_of=max(year.as_of for year in disclosure.operations),
            tables=(PROGRAMMES,),
        )


def _items(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.results:
        for one in year.items:
            spent = one.spent
            yield (
                str(int(year.fiscal_year)),
                one.item,
                *_outcome(one),
                plain(spent.amount),
                spent.status,
            )


def _risks(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.results:
        for one in year.risks:
            yield str(int(year.fiscal_year)), one.risk, *_outcome(one), str(one.incidents)


def _measures(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.results:
        for one in year.measures:
            yield str(int(year.fiscal_year)), one.id, *both(one.title), one.unit, *_outcome(one)


def _programmes(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.operations:
        for one in year.programmes:
            yield (
                str(int(year.fiscal_year)),
                one.id,
                *both(one.title),
                *both(one.strategy),
                one.unit,
                plain(one.budget),
                *both(one.source),
                str(one.begins),
                str(one.ends),
                *_outcome(one),
                plain(one.spent),
            )


def _outcome(one: Outcome) -> tuple[str, ...]:
    return one.status, *both(one.result), *both(one.problems), *both(one.recommendations)


def both(text: Text | None) -> tuple[str, str]:
    """Thai and English, empty where there is none."""
    return (text.th, text.en or "") if text else ("", "")


_OUTCOME = (
    column("status", "สถานะการดำเนินการ", "How far it is", values=PROGRESS_WORDS.items()),
    *two_languages("result", "ผลการดำเนินการ", "What was done"),
    *two_languages("problems", "ปัญหาหรืออุปสรรค", "Problems or obstacles"),
    *two_languages("recommendations", "ข้อเสนอแนะ", "Recommendations"),
)
_UNIT = column("unit_id", "รหัสหน่วยงานรับผิดชอบ", "Id of the responsible unit")

ITEMS = Table(
    name="results/items",
    about=Words("ผลของรายการในแผน", "Results of the plan's items"),
    columns=(
        fiscal_year(),
        column("item_id", "รหัสรายการ", "Id of the item"),
        *_OUTCOME,
        baht("spent_thb", "เงินที่ใช้จริง (บาท)", "Baht that was spent"),
        replace(MONEY_STATUS, name="money"),
    ),
    rows=_items,
)
RISKS = Table(
    name="results/risks",
    about=Words("ผลการจัดการความเสี่ยง", "Results of the control of risks"),
    columns=(
        fiscal_year(),
        column("risk_id", "รหัสความเสี่ยง", "Id of the risk"),
        *_OUTCOME,
        integer("incidents", "จำนวนครั้งที่เกิดเหตุ", "How often it happened", Unit.TIMES),
    ),
    rows=_risks,
)
MEASURES = Table(
    name="results/measures",
    about=Words("ผลของมาตรการส่งเสริมคุณธรรม", "Results of integrity measures"),
    columns=(
        fiscal_year(),
        column("measure_id", "รหัสมาตรการ", "Id of the measure"),
        *two_languages("title", "มาตรการ", "Measure"),
        _UNIT,
        *_OUTCOME,
    ),
    rows=_measures,
)
PROGRAMMES = Table(
    name="operations/programmes",
    about=Words("โครงการในแผนดำเนินงาน", "Projects of the year's operations"),
    columns=(
        fiscal_year(),
        column("programme_id", "รหัสโครงการ", "Id of the project"),
        *two_languages("title", "โครงการ", "Project"),
        *two_languages("strategy", "ยุทธศาสตร์", "Strategy"),
        _UNIT,
        baht("budget_thb", "งบประมาณที่ตั้งไว้ (บาท)", "Budget in baht"),
        *two_languages("source", "แหล่งงบประมาณ", "Source of the money"),
        column("begins", "เดือนที่เริ่ม (ปี ค.ศ.-เดือน)", "Month in which it begins", Type.MONTH),
        column("ends", "เดือนที่สิ้นสุด (ปี ค.ศ.-เดือน)", "Month in which it ends", Type.MONTH),
        *_OUTCOME,
        baht("spent_thb", "เบิกจ่ายแล้ว (บาท)", "Baht paid out so far"),
    ),
    rows=_programmes,
)

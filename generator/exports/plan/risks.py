"""The risks of corruption that were assessed, and the measures against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.plan.columns import LINE, whole
from generator.exports.table import Table, Unit, column, integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition


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
            whole(one.likelihood),
            whole(one.impact),
            whole(one.score),
            one.level,
            str(len(one.controls)),
            whole(one.line),
        )


def _controls(edition: Edition) -> Iterator[tuple[str, ...]]:
    risk = edition.disclosure.risk
    for one in risk.risks if risk else ():
        for number, control in enumerate(one.controls, 1):
            yield one.id, str(number), control.th, control.en or "", control.item or ""


RISKS = Table(
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
        LINE,
    ),
    rows=_risks,
    key="risk_id",
)


CONTROLS = Table(
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
    links=(("risk_id", RISKS),),
)

RISK_TABLES = (RISKS, CONTROLS)

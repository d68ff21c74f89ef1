"""A corruption risk assessment (การประเมินความเสี่ยงการทุจริต): scales, matrix, risks, controls."""

from __future__ import annotations

from generator.model.base import Id, Operator, Passage, Record, Text, record, told


@record
class Criterion(Text):
    """One level of a criteria scale, from 1 (lowest) to 5."""

    level: int = told("ระดับ 1–5", "Level, 1 to 5")
    operator: Operator | None = told(
        "เทียบกับจำนวนครั้งอย่างไร", "How it compares with a number of times", default=None
    )
    value: int | None = told("จำนวนครั้ง", "Number of times", default=None)
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class RiskLevel(Record):
    """A named level of risk (ระดับความเสี่ยง)."""

    id: Id = told("รหัส", "Id")
    name: Text = told("ชื่อระดับ", "Name of the level")


@record
class MatrixRow(Record):
    """A row of the printed risk matrix: one likelihood, impact 1 to 5 from left to right."""

    likelihood: int = told("โอกาสเกิด 1–5", "Likelihood, 1 to 5")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)
    levels: tuple[Id, ...] = told("รหัสระดับความเสี่ยงห้าช่อง", "Ids of the five risk levels")


@record
class Approach(Text):
    """A process of the assessment's framework."""

    name: str = told("ชื่อ", "Name")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class RiskField(Record):
    """A field of corruption risk (ด้านความเสี่ยง)."""

    number: int = told("ด้านที่", "Number")
    title: Text = told("ชื่อ", "Title")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class Effectiveness(Text):
    """A level of how well a control works (ประสิทธิภาพการควบคุม)."""

    id: Id = told("รหัส", "Id")
    name: Text = told("ชื่อระดับ", "Name of the level")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class Risk(Record):
    """An assessed corruption risk, with what is done about it."""

    id: Id = told("รหัส", "Id")
    number: int = told("ลำดับที่", "Number")
    field: int | None = told("ด้านที่", "Number of its field", default=None)
    step: Text = told("ขั้นตอนการดำเนินงาน", "Process step")
    events: tuple[Passage, ...] = told("ประเด็นความเสี่ยงการทุจริต", "What could happen")
    likelihood: int | None = told("โอกาสเกิด (L)", "Likelihood (L)", default=None)
    impact: int | None = told("ผลกระทบ (I)", "Impact (I)", default=None)
    score: int | None = told("คะแนนที่เอกสารพิมพ์ (L × I)", "Score as printed (L × I)", default=None)
    level: Id = told("รหัสระดับที่เอกสารพิมพ์", "Id of the level as printed")
    controls: tuple[Passage, ...] = told("มาตรการควบคุม", "Control measures")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class RiskAssessment(Record):
    """The whole assessment of one process."""

    id: Id = told("รหัส", "Id")
    process: Passage | None = told(
        "กระบวนงานที่ประเมิน", "The process that was assessed", default=None
    )
    framework: tuple[Approach, ...] = told("กรอบการประเมิน", "Framework", default=())
    fields: tuple[RiskField, ...] = told("ประเภทของความเสี่ยง", "Fields of risk", default=())
    likelihood: tuple[Criterion, ...] = told("เกณฑ์โอกาสที่จะเกิด", "Likelihood criteria", default=())
    impact: tuple[Criterion, ...] = told("เกณฑ์ผลกระทบ", "Impact criteria", default=())
    levels: tuple[RiskLevel, ...] = told("ระดับความเสี่ยง จากต่ำไปสูง", "Risk levels, lowest first")
    matrix: tuple[MatrixRow, ...] = told("ตารางระดับความเสี่ยง", "The printed matrix", default=())
    effectiveness: tuple[Effectiveness, ...] = told(
        "ระดับประสิทธิภาพการควบคุม", "Levels of control effectiveness", default=()
    )
    risks: tuple[Risk, ...] = told("ความเสี่ยงที่ประเมิน", "The assessed risks")

    def at(self, likelihood: int, impact: int) -> tuple[Risk, ...]:
        """The assessed risks that stand in a cell of the matrix."""
        return tuple(r for r in self.risks if (r.likelihood, r.impact) == (likelihood, impact))

    def level_at(self, likelihood: int, impact: int) -> Id | None:
        """Id of the level in the matrix's cell; None where the matrix has no such cell."""
        for row in self.matrix:
            if row.likelihood == likelihood and 1 <= impact <= len(row.levels):
                return row.levels[impact - 1]
        return None

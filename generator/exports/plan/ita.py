"""The results of the ITA assessment, and the status of each of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.plan.columns import LINE, TITLE_EN, TITLE_TH, YEAR, whole
from generator.exports.plan.words import CONFIDENCE_WORDS, STATUS_WORDS
from generator.exports.table import Table, Type, Unit, column, integer
from generator.formats import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition


def _ita_results(edition: Edition) -> Iterator[tuple[str, ...]]:
    """Of every year that is known; a grade only where a document states it."""
    for result in edition.disclosure.results_of_ita:
        yield (
            str(int(result.fiscal_year)),
            plain(result.total),
            result.grade.th if result.grade else "",
            (result.grade.en or "") if result.grade else "",
            whole(result.line),
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
                covered.item.confidence,
                covered.status,
                str(covered.proven),
                str(len(covered.elements)),
            )


ITA_RESULTS = Table(
    name="ita_results",
    about=Words("ผลการประเมิน ITA", "ITA results"),
    columns=(
        YEAR,
        column("score", "คะแนน (เต็ม 100)", "Score out of 100", Type.NUMBER, Unit.POINTS),
        column("grade_th", "ระดับ ถ้าเอกสารระบุ", "Grade in Thai, if a document states it"),
        column(
            "grade_en",
            "ระดับ ถ้าเอกสารระบุ ภาษาอังกฤษ",
            "Grade in English, if a document states it",
        ),
        LINE,
    ),
    rows=_ita_results,
)


ITA = Table(
    name="ita",
    about=Words("สถานะของแต่ละข้อใน ITA", "Status of each ITA item"),
    columns=(
        YEAR,
        column("code", "รหัสข้อ", "Code"),
        column("topic", "หัวข้อ", "Topic"),
        TITLE_TH,
        TITLE_EN,
        column(
            "title_wording",
            "ที่มาของรหัสและชื่อข้อ",
            "How code and title are known",
            values=CONFIDENCE_WORDS.items(),
        ),
        column("status", "สถานะ", "Status", values=STATUS_WORDS.items()),
        integer("proven", "องค์ประกอบที่มี", "Elements that are there"),
        integer("elements", "องค์ประกอบทั้งหมด", "Elements in all"),
    ),
    rows=_ita,
)

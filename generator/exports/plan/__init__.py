"""The tables of the plan, its risks, its contradictions and the ITA items, as one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.plan.ita import ITA, ITA_RESULTS
from generator.exports.plan.items import ITEM_TABLES
from generator.exports.plan.risks import RISK_TABLES
from generator.exports.plan.statements import CONTRADICTIONS, STATEMENT_TABLES
from generator.exports.plan.texts import TEXT_TABLES
from generator.exports.table import Book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition

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
        tables=(
            *ITEM_TABLES,
            *TEXT_TABLES,
            *RISK_TABLES,
            *STATEMENT_TABLES,
            ITA_RESULTS,
            CONTRADICTIONS,
            ITA,
        ),
    )

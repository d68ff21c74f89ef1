"""Every rule of the way in."""

from __future__ import annotations

from generator.importers import archive, body, headers, text, totals, values, workbook
from generator.importers.complaints import run as complaints
from generator.importers.procurement import context, lines, merge, run, suppliers

RULES = (
    *archive.RULES,
    *text.RULES,
    *workbook.RULES,
    *headers.RULES,
    *body.RULES,
    *totals.RULES,
    *values.RULES,
    *suppliers.RULES,
    *context.RULES,
    *lines.RULES,
    *merge.RULES,
    *run.RULES,
    *complaints.RULES,
)

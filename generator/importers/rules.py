"""Every rule of the way in."""

from __future__ import annotations

from generator.importers import archive, body, headers, text, values, workbook

RULES = (
    *archive.RULES,
    *text.RULES,
    *workbook.RULES,
    *headers.RULES,
    *body.RULES,
    *values.RULES,
)

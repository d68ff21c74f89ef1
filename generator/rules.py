"""Every rule that there is, for `disclosure explain` and the generated page of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import checks, destination, duties, online, project, source, visit
from generator import new_agency as beginning
from generator.attachments import refusal
from generator.importers import rules as importers
from generator.load import articles, attachments, counts, folder, outside, records, scalars, tables
from generator.privacy import gate, releases

if TYPE_CHECKING:
    from generator.diagnostics import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *source.RULES,
            *beginning.RULES,
            *scalars.RULES,
            *records.RULES,
            *tables.RULES,
            *folder.RULES,
            *outside.RULES,
            *counts.RULES,
            *articles.RULES,
            *attachments.RULES,
            *checks.RULES,
            *destination.RULES,
            *duties.RULES,
            *online.RULES,
            *importers.RULES,
            *project.RULES,
            *visit.RULES,
            *releases.RULES,
            *gate.RULES,
            *refusal.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
BY_CODE = {rule.code: rule for rule in RULES}

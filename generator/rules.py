"""Every rule that there is, for `disclosure explain` and the generated page of rules."""

from __future__ import annotations

from generator import checks, project, source
from generator.diagnostics import Rule
from generator.load import folder, records, scalars

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*source.RULES, *scalars.RULES, *records.RULES, *folder.RULES, *checks.RULES, *project.RULES),
        key=lambda rule: rule.code,
    )
)
BY_CODE = {rule.code: rule for rule in RULES}

"""Rules across values. `checked` runs them all; each is a generator over a disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import (
    figures,
    language,
    leftovers,
    references,
    risks,
    sequence,
    statements,
    timing,
)
from generator.checks.contradictions import Contradiction, decided
from generator.diagnostics import Diagnostic, Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure

CHECKS = (*references.CHECKS, *language.CHECKS)
CONTRADICTIONS = (
    *statements.CONTRADICTIONS,
    *figures.CONTRADICTIONS,
    *sequence.CONTRADICTIONS,
    *timing.CONTRADICTIONS,
    *risks.CONTRADICTIONS,
    *leftovers.CONTRADICTIONS,
)


def faults(disclosure: Disclosure) -> list[Diagnostic]:
    """What is wrong with the data itself."""
    return [diagnostic for check in CHECKS for diagnostic in check(disclosure)]


def contradictions(disclosure: Disclosure) -> tuple[Contradiction, ...]:
    """Where the source contradicts itself, with the decisions; the data must be free of faults."""
    found = (c for rule in CONTRADICTIONS for c in rule(disclosure))
    return decided(found, disclosure.decisions)


def checked(disclosure: Disclosure) -> list[Diagnostic]:
    """Faults of the data, then contradictions of the source and decisions that lost their object."""
    found = faults(disclosure)
    if any(d.rule in references.RULES for d in found):
        return found
    against = contradictions(disclosure)
    return [*found, *(c.diagnostic for c in against), *stale(disclosure, against)]


def stale(disclosure: Disclosure, against: tuple[Contradiction, ...]) -> Iterator[Diagnostic]:
    """Decisions about contradictions that are no longer there."""
    keys = {(c.rule.code, c.subject, c.about) for c in against}
    keys |= {(code, subject, "") for code, subject, _ in keys}
    keys |= {(code, "*", "") for code, _, _ in keys}
    for decision in disclosure.decisions:
        for subject, about in decision.parted():
            if (decision.rule, subject, about) not in keys:
                name = f"{subject} {about}".strip()
                yield STALE_DECISION.at(decision.locate("subjects"), rule=decision.rule, name=name)


STALE_DECISION = Rule(
    code="stale-decision",
    what=Words(
        'ไม่มีข้อขัดแย้ง {rule} "{name}" แล้ว', 'There is no contradiction {rule} "{name}" (any more)'
    ),
    why=Words(
        "การตัดสินใจที่ค้างอยู่ทำให้ข้อขัดแย้งใหม่ถูกมองข้าม",
        "A decision left behind would hide a new contradiction",
    ),
    mend=Words("ลบหรือแก้การตัดสินใจนี้", "Delete the decision, or correct what it is about"),
)

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *language.RULES,
    *statements.RULES,
    *figures.RULES,
    *sequence.RULES,
    *timing.RULES,
    *risks.RULES,
    *leftovers.RULES,
    STALE_DECISION,
)

CONTRADICTION_RULES: frozenset[str] = frozenset(
    rule.code
    for module in (statements, figures, sequence, timing, risks, leftovers)
    for rule in module.RULES
)
"""Codes of what is wrong with the document, not with the data; a decision settles it."""

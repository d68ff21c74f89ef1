"""Rules across values. `checked` runs them all; each is a generator over a disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cache.once import once
from generator.checks import (
    articles,
    catalogues,
    counts,
    decisions,
    evidence,
    figures,
    language,
    leftovers,
    links,
    moved,
    procurement,
    published,
    references,
    risks,
    sequence,
    settings,
    statements,
    targets,
    timing,
    written,
)
from generator.checks.contradictions import Contradiction, decided

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Rule
    from generator.model.disclosure import Disclosure

CHECKS = (
    *references.CHECKS,
    *catalogues.CHECKS,
    *moved.CHECKS,
    *counts.CHECKS,
    *published.CHECKS,
    *language.CHECKS,
    *articles.CHECKS,
    *links.CHECKS,
    *written.CHECKS,
    *procurement.CHECKS,
    *settings.CHECKS,
    *evidence.CHECKS,
)
CONTRADICTIONS = (
    *statements.CONTRADICTIONS,
    *figures.CONTRADICTIONS,
    *sequence.CONTRADICTIONS,
    *timing.CONTRADICTIONS,
    *risks.CONTRADICTIONS,
    *leftovers.CONTRADICTIONS,
    *targets.CONTRADICTIONS,
)
CONTRADICTION_RULES: tuple[Rule, ...] = (
    *statements.RULES,
    *figures.RULES,
    *sequence.RULES,
    *timing.RULES,
    *risks.RULES,
    *leftovers.RULES,
    *targets.RULES,
)
DECIDABLE = frozenset(rule.code for rule in CONTRADICTION_RULES)
"""Codes of the rules about contradictions, under which alone a decision can stand."""


def faults(disclosure: Disclosure) -> list[Diagnostic]:
    """What is wrong with the data itself."""
    found = [diagnostic for check in CHECKS for diagnostic in check(disclosure)]
    found += decisions.unknown_rules(disclosure.decisions, DECIDABLE)
    found += decisions.decided_twice(disclosure.decisions)
    return found


@once
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
    stale = decisions.stale(disclosure.decisions, DECIDABLE, against)
    return [*found, *(c.reported(disclosure.agency.id) for c in against), *stale]


RULES: tuple[Rule, ...] = (
    *references.RULES,
    *catalogues.RULES,
    *moved.RULES,
    *counts.RULES,
    *published.RULES,
    *language.RULES,
    *articles.RULES,
    *links.RULES,
    *written.RULES,
    *procurement.RULES,
    *settings.RULES,
    *evidence.RULES,
    *CONTRADICTION_RULES,
    *decisions.RULES,
)

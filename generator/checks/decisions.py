"""Decisions that fit no contradiction, or fit one twice."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.contradictions import Contradiction
    from generator.diagnostics import Diagnostic, Place
    from generator.model.decision import Decision


def unknown_rules(decisions: tuple[Decision, ...], codes: frozenset[str]) -> Iterator[Diagnostic]:
    """Decisions under a code that no rule about contradictions has."""
    for decision in decisions:
        if decision.rule not in codes:
            nearest = get_close_matches(decision.rule, sorted(codes), 1, 0.5)
            hint = Words(
                f'หมายถึง "{nearest[0]}" หรือไม่ · ' if nearest else "",
                f'Did you mean "{nearest[0]}"? ' if nearest else "",
            )
            yield UNKNOWN_RULE.at(decision.locate("rule"), rule=decision.rule, hint=hint)


def decided_twice(decisions: tuple[Decision, ...]) -> Iterator[Diagnostic]:
    """A second decision on what was decided before."""
    first: dict[tuple[str, str, str], Place] = {}
    for decision in decisions:
        place = decision.locate("subjects")
        for subject, about in decision.parted():
            key = (decision.rule, subject, about)
            if key in first:
                name = f"{subject} {about}".strip()
                known = first[key]
                yield DECIDED_TWICE.at(
                    place, rule=decision.rule, name=name, file=known.file, line=known.line
                )
            first.setdefault(key, place)


def stale(
    decisions: tuple[Decision, ...], codes: frozenset[str], against: tuple[Contradiction, ...]
) -> Iterator[Diagnostic]:
    """Decisions about contradictions that are no longer there."""
    keys = {(c.rule.code, c.subject, c.about) for c in against}
    keys |= {(code, subject, "") for code, subject, _ in keys}
    keys |= {(code, "*", "") for code, _, _ in keys}
    for decision in (d for d in decisions if d.rule in codes):
        for subject, about in decision.parted():
            if (decision.rule, subject, about) not in keys:
                name = f"{subject} {about}".strip()
                yield STALE_DECISION.at(decision.locate("subjects"), rule=decision.rule, name=name)


UNKNOWN_RULE = Rule(
    code="unknown-rule",
    what=Words(
        'ไม่มีกฎเรื่องข้อขัดแย้งรหัส "{rule}"', 'No rule about contradictions has the code "{rule}"'
    ),
    why=Words("การตัดสินใจนี้จึงไม่มีผลต่อเรื่องใด", "So the decision is about nothing"),
    mend=Words(
        "{hint}ดูรหัสทั้งหมดด้วย disclosure explain", "{hint}See all codes with disclosure explain"
    ),
)
DECIDED_TWICE = Rule(
    code="decided-twice",
    what=Words(
        '{rule} "{name}" ตัดสินใจไว้แล้วที่ {file}:{line}',
        '{rule} "{name}" is already decided in {file}:{line}',
    ),
    why=Words("ไม่รู้ว่าเหตุผลใดเป็นของเรื่องนี้", "It is unclear which of the reasons holds"),
    mend=Words("ลบหนึ่งในสองแห่ง", "Delete one of the two"),
)
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

RULES = (UNKNOWN_RULE, DECIDED_TWICE, STALE_DECISION)

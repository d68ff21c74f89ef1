"""Where a document contradicts itself: found by rules, published with both statements.

A contradiction is not mended. The data says about each either which statement is shown and why (a
decision), or nothing, and then it is open. Pages print both values; `disclosure check` lists them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Severity, Words
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.base import Text
    from generator.model.decision import Decision


@frozen(kw_only=True)
class Said:
    """One of the statements that do not agree."""

    where: Words
    """"The summary table", "the description", "computed"."""
    value: Words
    line: int | None = None
    """Line in the source document; None for what is computed."""


@frozen(kw_only=True)
class Contradiction:
    """Two statements of a document, or a statement and a computation, that cannot both hold."""

    rule: Rule
    place: Place
    """Where the data is written."""
    subject: str
    """Id of the item or risk, code of the node, or `plan`, which pages link to."""
    about: str
    """What part of the subject: a field name, a year; with rule and subject it is unique."""
    said: tuple[Said, ...]
    difference: str = ""
    decision: Decision | None = None

    @property
    def entry(self) -> str:
        """How the `subjects` of a decision name it: `p-16 kind` or `plan items/line17`."""
        return f"{self.subject} {self.about}".strip()

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it."""
        return self.decision is None

    @property
    def diagnostic(self) -> Diagnostic:
        """The contradiction as `disclosure check` reports it; a decided one is only a note."""
        rule = self.rule if self.is_open else replace(self.rule, severity=Severity.NOTE)
        return rule.at(
            self.place,
            entry=self.entry,
            subject=self.subject,
            said=Words(
                " / ".join(f"{s.where.th}{_line(s, 'บรรทัด')}: {s.value.th}" for s in self.said),
                " / ".join(f"{s.where.en}{_line(s, 'line')}: {s.value.en}" for s in self.said),
            ),
            difference=self.difference,
        )

    @property
    def statements(self) -> list[dict[str, object]]:
        """Each statement apart, for programs."""
        return [
            {
                "place": said.where.by_language,
                "line": said.line,
                "value": said.value.by_language,
            }
            for said in self.said
        ]

    def reported(self, agency: str) -> Diagnostic:
        """The diagnostic with its parts, for programs that read `--format json`."""
        found = {
            "agency": agency,
            "item": self.subject,
            "about": self.about,
            "statements": self.statements,
            "difference": self.difference,
            "decided": not self.is_open,
        }
        return replace(self.diagnostic, details={"contradiction": found})


def _line(said: Said, word: str) -> str:
    return "" if said.line is None else f" ({word} {said.line})"


def words_of(text: Text) -> Words:
    """A data text as words; where English is missing the Thai stands for it."""
    return Words(text.th, text.en or text.th)


def to_decide(code: str) -> Words:
    """How the contradictions of a rule are mended, with the very words that a decision needs."""
    return Words(
        "ตรวจกับเอกสารต้นฉบับ แล้วแก้ข้อมูล หรือเพิ่มการตัดสินใจใน decisions.yml: "
        f'rule: {code}, subjects: ["{{entry}}"]',
        "Check the document; correct the data, or record a decision in decisions.yml: "
        f'rule: {code}, subjects: ["{{entry}}"]',
    )


def decided(
    found: Iterable[Contradiction], decisions: tuple[Decision, ...]
) -> tuple[Contradiction, ...]:
    """The contradictions with the decisions about them."""
    by_key = {(d.rule, subject, about): d for d in decisions for subject, about in d.parted()}
    return tuple(
        replace(
            c,
            decision=by_key.get((c.rule.code, c.subject, c.about))
            or by_key.get((c.rule.code, c.subject, ""))
            or by_key.get((c.rule.code, "*", "")),
        )
        for c in found
    )

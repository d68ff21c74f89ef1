"""Problems as values: what is wrong, where it stands, and how to mend it, in Thai and English."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from generator.frozen import frozen


@frozen
class Words:
    """The same sentence in Thai and English, with the same named slots."""

    th: str
    en: str

    def filled(self, slots: Slots) -> Words:
        """The sentence with its slots filled in, each in its language."""
        return Words(
            self.th.format_map({k: v.th if isinstance(v, Words) else v for k, v in slots.items()}),
            self.en.format_map({k: v.en if isinstance(v, Words) else v for k, v in slots.items()}),
        )

    @property
    def by_language(self) -> dict[str, str]:
        """The sentence as programs read it, `{"th": …, "en": …}`."""
        return {"th": self.th, "en": self.en}


Slots = dict[str, str | Words]
"""What fills the slots of a sentence: the same text for both languages, or words for each."""


class Severity(StrEnum):
    """An error stops the build; a warning stops it only under `--strict`; a note stops nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(kw_only=True)
class Rule:
    """One thing that can be wrong: what it is, why it matters, and how to mend it."""

    code: str
    """Stable kebab-case name, printed in brackets and explained by `disclosure explain`."""
    what: Words
    why: Words
    mend: Words
    severity: Severity = Severity.ERROR

    def at(self, place: Place, **slots: object) -> Diagnostic:
        """The rule, broken at a place."""
        filled = {k: v if isinstance(v, Words) else str(v) for k, v in slots.items()}
        return Diagnostic(place=place, rule=self, slots=filled)


class Place(NamedTuple):
    """Where something is written: a file below the project's folder, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1
    is_quotable: bool = False
    """Whether the line may be shown with a problem; not where it would tell what must stay hidden."""


@frozen(kw_only=True)
class Diagnostic:
    """A rule broken at a place."""

    place: Place
    rule: Rule
    slots: Slots = field(default_factory=dict)
    details: dict[str, object] = field(default_factory=dict)
    """More for programs: the statements of a contradiction, each with its place and value."""

    @property
    def what(self) -> Words:
        """What is wrong here."""
        return self.rule.what.filled(self.slots)

    @property
    def why(self) -> Words:
        """Why that matters."""
        return self.rule.why.filled(self.slots)

    @property
    def mend(self) -> Words:
        """What to do about it."""
        return self.rule.mend.filled(self.slots)


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics by file, line and column, each said once."""
    unique = {(d.place, d.rule.code, d.what.en): d for d in diagnostics}
    return [unique[key] for key in sorted(unique)]

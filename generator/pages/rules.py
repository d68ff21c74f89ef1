"""Every rule that data is held against, in both languages: what, why, how to mend."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from generator.cache import kept
from generator.diagnostics import Severity
from generator.pages.base import Here, Page, Searched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule in the page's language."""

    code: str
    severity: str
    what: str
    why: str
    mend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage(Page):
    """The rules, for the officer who keeps the data."""

    template: ClassVar[str] = "rules.html"
    searched: ClassVar[Searched] = "headings"

    rows: tuple[RuleRow, ...]


def pages(_edition: Edition, lang: Lang) -> Iterator[RulesPage]:
    """The page of rules."""
    here = Here(lang, "rules")
    _ = here.words
    yield RulesPage(
        here=here,
        title=_("Rules for data"),
        description=_("Every rule that the data of this site is held against"),
        rows=_rows(here),
    )


@kept
def _rows(here: Here) -> tuple[RuleRow, ...]:
    """The same for all agencies; what imports workbooks is loaded only to ask for its rules."""
    _ = here.words
    severities = {
        Severity.ERROR: _("stops the build"),
        Severity.WARNING: _("warning"),
        Severity.NOTE: _("note"),
    }
    return tuple(
        RuleRow(
            code=rule.code,
            severity=severities[rule.severity],
            what=here.say(rule.what),
            why=here.say(rule.why),
            mend=here.say(rule.mend),
        )
        for rule in import_module("generator.rules").RULES
    )

"""Every rule that data is held against, in both languages: what, why, how to mend."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from generator.cache import kept
from generator.diagnostics import Severity
from generator.frozen import frozen
from generator.pages.base import Here, Page, Searched
from generator.pages.narrowing import Way, marks, narrowing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.narrowing import Marks, Narrowing
    from generator.wording import Wording


@frozen(kw_only=True)
class RuleRow:
    """A rule in the page's language."""

    code: str
    severity: str
    what: str
    why: str
    mend: str
    marks: Marks


@frozen(kw_only=True)
class RulesPage(Page):
    """The rules, for the officer who keeps the data."""

    template: ClassVar[str] = "rules.html"
    searched: ClassVar[Searched] = "headings"

    rows: tuple[RuleRow, ...]
    narrowing: Narrowing | None


def pages(_edition: Edition, lang: Lang) -> Iterator[RulesPage]:
    """The page of rules."""
    here = Here(lang, "rules")
    _, rows = here.words, _rows(here)
    names = {severity.value: words for severity, words in severities(_).items()}
    way = Way(name="severity", label=_("What it does"), values=names)
    yield RulesPage(
        here=here,
        title=_("Rules for data"),
        description=_("Every rule that the data of this site is held against"),
        rows=rows,
        narrowing=narrowing(here, [row.marks for row in rows], [way]),
    )


def severities(_: Wording) -> dict[Severity, str]:
    """What a message does to the build."""
    return {
        Severity.ERROR: _("stops the build"),
        Severity.WARNING: _("warning"),
        Severity.NOTE: _("note"),
    }


@kept
def _rows(here: Here) -> tuple[RuleRow, ...]:
    """The same for all agencies; what imports workbooks is loaded only to ask for its rules."""
    names = severities(here.words)
    return tuple(
        RuleRow(
            code=rule.code,
            severity=names[rule.severity],
            what=here.say(rule.what),
            why=here.say(rule.why),
            mend=here.say(rule.mend),
            marks=marks(severity=rule.severity.value),
        )
        for rule in import_module("generator.rules").RULES
    )

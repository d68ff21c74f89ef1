"""Where the document contradicts itself: both statements, and what was decided, as pages print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.pages.base import Link
from generator.pages.narrowing import marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checks.contradictions import Contradiction
    from generator.edition import Edition
    from generator.model.base import Phrase
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks
    from generator.wording import Wording


@frozen(kw_only=True)
class SaidRow:
    """One of the statements that do not agree."""

    where: str
    value: str
    line: int | None


@frozen(kw_only=True)
class Discrepancy:
    """A contradiction of the source as a page prints it."""

    subject: Link
    about: str
    code: str
    said: tuple[SaidRow, ...]
    decision: str
    why: Phrase | str
    misread: bool
    is_open: bool
    marks: Marks


def discrepancies(
    here: Here, edition: Edition, found: Iterable[Contradiction]
) -> tuple[Discrepancy, ...]:
    """Contradictions with both statements and what was decided."""
    return tuple(_discrepancy(here, edition, c) for c in found)


def _discrepancy(here: Here, edition: Edition, found: Contradiction) -> Discrepancy:
    decision, shown = found.decision, decided(here.words)
    _ = here.words
    return Discrepancy(
        subject=_subject(here, edition, found.subject),
        about=about_name(_, found.rule.code),
        code=found.rule.code,
        said=tuple(
            SaidRow(where=here.say(s.where), value=here.say(s.value), line=s.line)
            for s in found.said
        ),
        decision=shown[decision.shown if decision else OPEN],
        why=here.text(decision.why) if decision else "",
        misread=bool(decision and decision.misread),
        is_open=found.is_open,
        marks=marks(sort=found.rule.code, shown=decision.shown if decision else OPEN),
    )


OPEN = "open"
"""Stands in addresses for what is not decided yet."""


def decided(_: Wording) -> dict[str, str]:
    """What pages show where the document contradicts itself, in words."""
    return {
        "table": _("The summary table is shown"),
        "detail": _("The description is shown"),
        "computed": _("The computed figure is shown"),
        "both": _("Both are shown"),
        OPEN: _("Not decided yet: both are shown"),
    }


def _subject(here: Here, edition: Edition, subject: str) -> Link:
    item = next((i for i in edition.disclosure.items if i.id == subject), None)
    if item:
        number = "" if item.shown_number is None else f"{item.shown_number}. "
        return Link(f"{number}{here.text(item.shown_title)}", here.to(f"items/{item.id}"))
    if subject == "risk" or (edition.disclosure.risk and subject.startswith("r-")):
        return Link(here.words("Corruption risk"), here.to("risk"))
    node = next((n for n in edition.disclosure.plan.walk() if n.code == subject), None)
    if node:
        return Link(
            f"{node.code} {here.text(node.shown_title)}", here.to("plan", f"node-{node.code}")
        )
    return Link(here.words("Plan"), here.to("plan"))


def about_name(_: Wording, code: str) -> str:
    """What a contradiction is about, in a few words."""
    return {
        "kind-differs": _("Two kinds are stated"),
        "title-differs": _("Two titles are stated"),
        "number-differs": _("Two numbers are stated"),
        "responsible-differs": _("Two responsible units are stated"),
        "dimension-differs": _("Listed under two dimensions"),
        "budget-differs": _("Two budgets are stated"),
        "one-amount-many-years": _("One amount for several years"),
        "figure-differs": _("A printed total differs from the data"),
        "parts-differ": _("A printed total is not the sum of its parts"),
        "report-differs": _("The report in e-PlanNACC does not agree"),
        "number-repeated": _("A number is used twice"),
        "number-jumps": _("The numbers jump"),
        "row-repeated": _("Appears twice in one year"),
        "not-scheduled": _("Scheduled in no year"),
        "not-described": _("Described nowhere"),
        "score-differs": _("The score is not likelihood × impact"),
        "level-differs": _("The level is not the matrix’s"),
        "matrix-falls": _("The level falls where the risk rises"),
        "product-falls": _("A higher score has a lower level"),
        "scale-gap": _("The scale has a gap"),
        "months-differ": _("Months and quarters do not fit"),
        "years-differ": _("Years and period do not fit"),
        "template-text": _("Text of the form was left in"),
        "other-agency": _("Refers to another type of agency"),
        "section-missing": _("A section is missing"),
        "grade-impossible": _("The grade does not fit its score"),
        "target-differs": _("Two targets are set for one thing"),
        "list-jumps": _("The numbers of a list jump"),
        "blank-number": _("A number was left blank"),
        "title-repeated": _("Two parts have one title"),
    }[code]

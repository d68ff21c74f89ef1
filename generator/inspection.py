"""An agency's folder → its disclosure and all that is to be said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import addresses
from generator.checks import DECIDABLE, checked
from generator.checks.moved import moved_against
from generator.diagnostics import Severity, in_order
from generator.edition import Edition
from generator.load import load
from generator.privacy.exposed import exposed
from generator.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.disclosure import Disclosure


def inspected(
    folder: Path, looked_through: Callable[[], object] = lambda: None
) -> tuple[Disclosure | None, list[Diagnostic]]:
    """An agency's disclosure and all that is to be said about it, in order.

    Where somebody else looks through the folder meanwhile, `looked_through` waits for that.
    """
    disclosure, problems = load(folder)
    if disclosure is not None:
        problems = [*problems, *checked(disclosure)]
        looked_through()
        problems += exposed(disclosure, folder)
        if (disclosure.ledger or any(disclosure.moved.old())) and not is_faulty(problems):
            problems.extend(moved_against(disclosure, addresses(disclosure)))
    return disclosure, in_order(problems)


def ready(
    folder: Path,
    looked_through: Callable[[], object] = lambda: None,
    *,
    strict: bool = False,
    draft: bool = False,
) -> Edition:
    """What the site is made of; refuses at errors, if strict at warnings too.

    A draft is made although contradictions of the document are open: its pages show them.
    """
    disclosure, problems = inspected(folder, looked_through)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    errors = [
        problem
        for problem in problems
        if problem.rule.severity in grave and not (draft and problem.rule.code in DECIDABLE)
    ]
    if disclosure is None or errors:
        raise Refused(errors or problems)
    return Edition.of(disclosure)


def is_faulty(problems: list[Diagnostic]) -> bool:
    """Whether the data itself has errors; contradictions of its source do not keep pages from being made."""
    return any(
        problem.rule.severity is Severity.ERROR and problem.rule.code not in DECIDABLE
        for problem in problems
    )

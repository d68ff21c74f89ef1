"""Nothing in a page that a strict content policy refuses or that names a foreign host."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "policy"
WHAT = "inline scripts, styles, handlers; foreign hosts"
THOROUGH = False


def look(visit: Visit) -> list[Violation]:
    """Elements and attributes that a policy of `'self'` refuses, whether or not they came to act."""
    return visit.violations(visit.ask("policy"))

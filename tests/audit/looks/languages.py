"""Every fragment says in which language it is, for voices and for hyphens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "languages"
WHAT = "lang on every Thai and every English fragment"
THOROUGH = False


def look(visit: Visit) -> list[Violation]:
    """Thai letters below anything but `lang=th`, sentences in Latin letters below `lang=th`."""
    return visit.violations(visit.ask("languages", visit.built.lang))

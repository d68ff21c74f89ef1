"""The parts of the audit, in the order in which they run: the quick ones first."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from tests.audit import lighthouse, markup, search, walk, weights
from tests.audit.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.audit.findings import Findings
    from tests.audit.sites import BuiltPage, Sites


def together() -> int:
    """How many browsers look at once: one more than cores, since each waits now and then for us."""
    return (os.cpu_count() or 1) + 1


@dataclass(frozen=True)
class Audit:
    """What is looked at, how thoroughly, and who is told how far it is."""

    sites: Sites
    whole: bool = True
    """Every page in every mode; otherwise every page once, as in each test run."""
    processes: int = field(default_factory=together)
    say: Callable[[str], object] = print
    agencies: tuple[str, ...] = AGENCIES
    """All that there are."""

    @cached_property
    def examples(self) -> frozenset[BuiltPage]:
        """A page of each kind in each language, at which every look looks."""
        return frozenset(self.sites.one_of_each_kind())

    @cached_property
    def thorough(self) -> frozenset[BuiltPage]:
        """Those that are looked at in all modes; in a test run the Thai ones, whose lines are taller."""
        return frozenset(page for page in self.examples if self.whole or page.lang == "th")


class Part(Protocol):
    """A module with a name, and what it finds: one `Findings` for each subject."""

    NAME: str

    def run(self, audit: Audit) -> list[Findings]:
        """Look at the sites."""


PARTS: tuple[Part, ...] = (weights, markup, search, walk, lighthouse)


def run(audit: Audit, names: tuple[str, ...] = ()) -> Iterator[Findings]:
    """What each part finds, or each that is named."""
    for part in PARTS:
        if names and part.NAME not in names:
            continue
        audit.say(f"{part.NAME} …")
        began = time.monotonic()
        found = part.run(audit)
        for one in found:
            one.seconds = one.seconds or time.monotonic() - began
        yield from found

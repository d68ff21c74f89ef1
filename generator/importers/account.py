"""What an import has to tell: every change of a value, what was left out, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Place, Words


class Change(NamedTuple):
    """A value that is written otherwise than the workbook has it."""

    place: Place
    old: str
    new: str
    how: Words


class Left(NamedTuple):
    """Something of the workbook that does not come in, and why."""

    place: Place
    what: str
    why: Words


class Verdict(NamedTuple):
    """What a rule decided about a name, such as whether a supplier is a person."""

    place: Place
    name: str
    verdict: Words
    why: Words


class Fact(NamedTuple):
    """What was understood of a sheet: its form, its month, the columns that were found."""

    place: Place
    told: Words


@dataclass(slots=True)
class Account:
    """The whole story of an import, in the order in which it happened."""

    problems: list[Diagnostic] = field(default_factory=list)
    doubts: list[Diagnostic] = field(default_factory=list)
    """What looks wrong but keeps nothing from coming in."""
    facts: list[Fact] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    """By name: the same name is decided once."""

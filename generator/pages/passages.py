"""Passages of a document as lists, and its targets in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.pages.base import Link
from generator.target_words import target_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.base import Passage, Phrase, Target
    from generator.pages.base import Here


@frozen(kw_only=True)
class PassageRow:
    """A line of a plan with its targets and its parts."""

    text: Phrase
    number: int | None
    """The number that the document prints, where it is not the place in the list."""
    line: int | None
    targets: tuple[TargetRow, ...]
    parts: tuple[PassageRow, ...]
    item: Link | None


@frozen(kw_only=True)
class TargetRow:
    """A target in numbers."""

    metric: Phrase
    value: str
    """Operator, number and unit in words: "at least 80 percent"."""


def passages(here: Here, lines: Iterable[Passage]) -> tuple[PassageRow, ...]:
    """Lines as a list."""
    return tuple(
        PassageRow(
            text=here.text(line),
            number=line.number,
            line=line.line,
            targets=tuple(target_row(here, target) for target in line.targets),
            parts=passages(here, line.parts),
            item=Link(here.words("In the plan"), here.to(f"items/{line.item}"))
            if line.item
            else None,
        )
        for line in lines
    )


def target_row(here: Here, target: Target) -> TargetRow:
    """A target with its value in words."""
    return TargetRow(metric=here.text(target.metric), value=target_value(here.words, target))

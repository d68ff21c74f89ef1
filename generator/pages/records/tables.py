"""What stands on a page of records: tables with a heading each, sentences, and what narrows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.results import Progress
from generator.pages.narrowing import Way

if TYPE_CHECKING:
    from datetime import date

    from generator.model.base import Phrase, Text
    from generator.model.results import Outcome
    from generator.pages.base import Here
    from generator.pages.narrowing import Marks
    from generator.pages.picture import Picture
    from generator.pages.records.posts import Tree
    from generator.wording import Wording


@frozen
class Cell:
    """A cell of a table."""

    text: str | Phrase
    numeric: bool = False
    picture: str = ""
    """Address of a picture that stands in its place; the text tells what it shows."""


@frozen(kw_only=True)
class Block:
    """A heading with a table below it, or with sentences."""

    anchor: str
    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    lines: tuple[Phrase, ...] = ()
    foot: tuple[Cell, ...] = ()
    """Sums of the columns; empty below those that have none."""
    picture: Picture | None = None
    """The rows as a picture."""
    quarters: Picture | None = None
    """Planned against done, where the plan sets quarters."""
    trees: tuple[Tree, ...] = ()
    marks: tuple[Marks, ...] = ()
    """What each of its rows is found by; none of a table that nobody would narrow."""

    @property
    def has_names(self) -> bool:
        """Whether each row begins with what it is about, not with a picture or the lack of one."""
        return all(row and not row[0].picture and str(row[0].text) != "–" for row in self.rows)

    @property
    def is_told(self) -> bool:
        """Whether it holds anything."""
        return bool(self.rows or self.lines or self.trees)


@frozen(kw_only=True)
class Told:
    """What the agency tells of a subject, in a year or as it is now."""

    here: Here
    title: str
    about: str
    as_of: date
    blocks: tuple[Block, ...]
    ways: tuple[Way, ...] = ()
    """By what all its tables are narrowed together."""
    sums: tuple[str, ...] = ()
    """What is added up of the rows that are shown."""


def by_status(_: Wording) -> Way:
    """Narrowing by how far something is."""
    return Way(name="status", label=_("Status"), values=progress_words(_))


def progress_words(_: Wording) -> dict[str, str]:
    """How far something is, in words."""
    return {
        Progress.DONE: _("Done"),
        Progress.ONGOING: _("Under way"),
        Progress.NOT_DONE: _("Not done"),
    }


def outcome(here: Here, told: Outcome) -> tuple[Cell, ...]:
    """How far something is, what came of it, and what is said of that."""
    _ = here.words
    said = (told.problems, told.recommendations)
    return (
        Cell(progress_words(_)[told.status]),
        Cell(here.text(told.result)),
        *(Cell(here.text(text) if text else "–") for text in said),
    )


def as_a_whole(
    here: Here, problems: tuple[Text, ...], recommendations: tuple[Text, ...]
) -> tuple[Block, ...]:
    """What the agency says of a year and not of one of its records."""
    _ = here.words
    told = (
        ("problems", _("Problems"), problems),
        ("recommendations", _("Recommendations"), recommendations),
    )
    return tuple(
        Block(anchor=anchor, title=title, lines=tuple(here.text(text) for text in texts))
        for anchor, title, texts in told
    )

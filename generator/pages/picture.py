"""The frame of every picture: finding, drawing, legend, the table of its numbers, the file of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.drawing import swatch
from generator.frozen import frozen
from generator.pages.base import Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from markupsafe import Markup

    from generator.exports.table import Table
    from generator.model.base import Phrase
    from generator.pages.base import Here


@frozen
class Key:
    """A part's look with what it stands for."""

    swatch: Markup
    words: str | Phrase


@frozen
class TwinRow:
    """A row of the picture's numbers."""

    name: str | Phrase
    cells: tuple[str, ...]
    note: str = ""
    """In words, where there is no number: that nothing was bought, or that it is not told."""


@frozen(kw_only=True)
class Twin:
    """The numbers of a picture as a table; its first column names the rows."""

    caption: str
    heads: tuple[str | Phrase, ...]
    rows: tuple[TwinRow, ...]
    foot: TwinRow | None = None


@frozen(kw_only=True)
class Picture:
    """A drawing with all that stands for it: nobody needs to see it to know what it shows."""

    id: str
    """Its anchor; no other picture of the page has it."""
    finding: str
    """What it shows, in a sentence worked out from the numbers."""
    about: str
    """What is counted, as of when, by which document."""
    drawing: Markup
    key: tuple[Key, ...] = ()
    twin: Twin | None = None
    """None where the page hands over a table of its own, which says more."""
    files: tuple[Link, ...]
    """The numbers as CSV, and what its columns mean."""


def keys(
    picture: str, names: Iterable[str | Phrase], used: Collection[int] | None = None
) -> tuple[Key, ...]:
    """The legend of parts in their order, or of those that the picture holds."""
    return tuple(
        Key(swatch(picture, number), name)
        for number, name in enumerate(names)
        if used is None or number in used
    )


def files(here: Here, table: Table) -> tuple[Link, ...]:
    """The picture's numbers as a file, and where its columns are explained in both languages."""
    _ = here.words
    return (
        Link(_("The numbers as CSV"), here.shared(f"data/{table.name}.csv")),
        Link(_("What its columns mean"), here.to("data/dictionary", table.anchor)),
    )

"""Published counts as tables, pictures and sentences; nothing here sees what is hidden."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.charts.bars import Measured, measured_bars
from generator.disclosure_control.cells import Mark
from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from generator.charts.drawing import Spoken
    from generator.diagnostics import Words
    from generator.disclosure_control.cells import Shown
    from generator.pages.base import Here, Link
    from generator.pages.picture import Picture
    from generator.published.facts import Span


@frozen
class CountCell:
    """A count as a reader sees and hears it."""

    text: str
    spoken: str = ""
    """What is read aloud where the sign alone would not be understood."""


@frozen(kw_only=True)
class CountRow:
    """A line of a table of counts."""

    name: str
    cells: tuple[CountCell, ...]
    note: str = ""
    """In words what the numbers alone do not say: that there was none, or that nothing is known."""


@frozen(kw_only=True)
class CountTable:
    """A table of counts, with the picture of it where there is one."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[CountRow, ...]
    foot: CountRow | None = None
    picture: Picture | None = None


@frozen(kw_only=True)
class Method:
    """How small counts are handled, in plain words."""

    paragraphs: tuple[str, ...]
    used: bool
    """Whether anything on the page is hidden."""


@frozen
class DataFile:
    """A file with the page's numbers."""

    link: Link
    about: str


def cell(here: Here, shown: Shown) -> CountCell:
    """14, <3, or that it is withheld."""
    _ = here.words
    if shown.mark is Mark.SMALL:
        return CountCell(f"<{shown.limit}", _("fewer than {n}", n=shown.limit))
    if shown.mark is Mark.WITHHELD:
        return CountCell(_("withheld"))
    return CountCell(formats.number(shown.value or 0))


def in_words(here: Here, shown: Shown) -> str:
    """The same within a sentence."""
    _ = here.words
    if shown.mark is Mark.SMALL:
        return _("fewer than {n}", n=shown.limit)
    if shown.mark is Mark.WITHHELD:
        return _("(a number that is withheld)")
    return formats.number(shown.value or 0)


def name(here: Here, words: Words) -> str:
    """What a line or a column is called."""
    said = here.say(words)
    return said[:1].upper() + said[1:]


def percent(part: int, whole: int) -> str:
    """85.7, with one decimal where it is needed."""
    return formats.number((Decimal(part) * 100 / whole).quantize(Decimal("0.1")))


def rate(part: Iterable[Shown], whole: Iterable[Shown]) -> str:
    """The percentage of two sums of cells; empty where one is hidden or there is nothing."""
    above, below = list(part), list(whole)
    if any(shown.value is None for shown in (*above, *below)):
        return ""
    total = sum(shown.value or 0 for shown in below)
    return percent(sum(shown.value or 0 for shown in above), total) if total else ""


def span_name(here: Here, span: Span) -> str:
    """ตุลาคม–ธันวาคม 2567 · October–December 2024."""
    return formats.months(span.first, span.last, here.lang)


def counted(
    here: Here,
    measures: tuple[str, ...],
    rows: Iterable[tuple[str, tuple[Shown, ...] | str]],
    spoken: Spoken,
) -> Markup | None:
    """Bars of the counts that are shown; a hidden one has its words and no bar.

    Where a row has several measures, one without a bar is named, because no pattern tells it. A row
    of which nothing is counted comes with the words that say so.
    """
    measured = tuple(Measured(name, _cells(here, measures, cells)) for name, cells in rows)
    if not any(value for row in measured for value, _words in row.values):
        return None
    return measured_bars(measured, spoken)


def _cells(
    here: Here, measures: tuple[str, ...], cells: tuple[Shown, ...] | str
) -> tuple[tuple[Decimal | None, str], ...]:
    if isinstance(cells, str):
        return ((None, cells),)
    return tuple(
        (_value(shown), _barred(here, shown, measure if len(measures) > 1 else ""))
        for measure, shown in zip(measures, cells, strict=True)
    )


def _barred(here: Here, shown: Shown, measure: str) -> str:
    words = in_words(here, shown)
    return f"{measure}: {words}" if measure and not shown.value else words


def _value(shown: Shown) -> Decimal | None:
    return None if shown.value is None else Decimal(shown.value)


def method(here: Here, shown: Iterable[Shown]) -> Method:
    """What is done with small counts, and why it cannot be undone."""
    _ = here.words
    cells = list(shown)
    limit = max((cell.limit for cell in cells), default=3)
    return Method(
        used=any(cell.mark is not Mark.SHOWN for cell in cells),
        paragraphs=(
            _(
                "A count from 1 to {most} could point to a person in a small community. It is shown as <{limit}.",
                most=limit - 1,
                limit=limit,
            ),
            _(
                "Whoever knows a total and all other numbers could subtract. So some other numbers are withheld too, first inside the tables, totals last; a withheld number can be any number."
            ),
            _(
                "For every hidden number a program looks for another set of numbers that fits everything that is shown. The page is built only when there is one for each: the tables of this site, together with those of the editions before it, always leave more than one answer."
            ),
            _(
                "Zero is shown, since it concerns no person. A percentage is given only where both of its numbers are shown."
            ),
        ),
    )

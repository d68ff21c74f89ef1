"""How much of a year's work is done: counted from the results, as a picture and as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.charts.bars import Bar, stacked_bars
from generator.charts.drawing import Spoken
from generator.exports.pictures import REACHED
from generator.frozen import frozen
from generator.model.results import Progress, reached
from generator.pages.counts import percent
from generator.pages.findings import progress
from generator.pages.picture import Picture, files, keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.plan import Money
    from generator.model.results import Outcome
    from generator.pages.base import Here


@frozen
class Group:
    """Things of a kind: what they are called, and how each of them went."""

    name: str
    outcomes: tuple[Outcome, ...]

    def reached(self, status: Progress) -> int:
        """How many of them are that far."""
        return reached(self.outcomes, status)


def row(group: Group) -> tuple[str, ...]:
    """Done, under way, not done, all, and the share done in percent."""
    counts = [group.reached(status) for status in Progress]
    share = percent(group.reached(Progress.DONE), len(group.outcomes))
    return (group.name, *(str(count) for count in counts), str(len(group.outcomes)), share)


def picture(here: Here, groups: Iterable[Group], as_of: str) -> Picture:
    """A bar for each group, parted by how far its things are."""
    _, told = here.words, tuple(groups)
    bars = tuple(
        Bar(
            label=group.name,
            parts=tuple(Decimal(group.reached(status)) for status in Progress),
            total=_(
                "{n} of {planned} done",
                n=group.reached(Progress.DONE),
                planned=len(group.outcomes),
            ),
        )
        for group in told
    )
    names = (_("Done"), _("Under way"), _("Not done"))
    used = [n for n in range(len(names)) if any(bar.parts[n] for bar in bars)]
    title = _("Bar chart: how much of each part is done")
    spoken = "; ".join(f"{bar.label}: {bar.total}" for bar in bars)
    done = sum(group.reached(Progress.DONE) for group in told)
    return Picture(
        id="progress-picture",
        finding=progress(here, done, sum(len(group.outcomes) for group in told)),
        about=_("Items, risks and measures of the year, counted by status as of {day}.", day=as_of),
        drawing=stacked_bars(bars, Spoken("progress", title, spoken)),
        key=keys("progress", names, used),
        files=files(here, REACHED),
    )


def baht(moneys: Iterable[Money]) -> str:
    """The sum of what is an amount, in baht; no budget and another year's count nothing."""
    return formats.baht(sum((money.baht for money in moneys), Decimal(0)))

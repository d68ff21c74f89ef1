"""How much of a year's work is done: counted from the results, as a picture and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator import formats
from generator.charts import Bar, stacked_bars
from generator.model.results import Progress, reached
from generator.pages.counts import percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from generator.model.plan import Money
    from generator.model.results import Outcome
    from generator.pages.base import Here


@dataclass(frozen=True, slots=True)
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


def picture(here: Here, groups: Iterable[Group], title: str) -> Markup:
    """A bar for each group, parted by how far its things are."""
    _ = here.words
    bars = tuple(
        Bar(
            label=group.name,
            parts=tuple(Decimal(group.reached(status)) for status in Progress),
            total=f"{group.reached(Progress.DONE)}/{len(group.outcomes)}",
        )
        for group in groups
    )
    legend = (_("Done"), _("Under way"), _("Not done"))
    spoken = "; ".join(f"{bar.label}: {_('Done')} {bar.total}" for bar in bars)
    return stacked_bars(bars, legend, title, spoken)


def baht(moneys: Iterable[Money]) -> str:
    """The sum of what is an amount, in baht; no budget and another year's count nothing."""
    return formats.baht(sum((money.baht for money in moneys), Decimal(0)))

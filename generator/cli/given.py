"""Options whose values are written as in the content files: days and months."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.here import USAGE, stop
from generator.diagnostics import Place
from generator.load import scalars
from generator.source import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")


def option(name: str, typed: str, convert: Callable[[Scalar], T]) -> T:
    """An option's value by the rules of the content files: either era, Thai digits, Thai months."""
    try:
        return convert(Scalar(typed, Place(name), quoted=True))
    except scalars.Unclear as unclear:
        what, mend = unclear.diagnostic.what, unclear.diagnostic.mend
        return stop(f"{name}: {what.th} → {mend.th}\n{name}: {what.en}. → {mend.en}", USAGE)


class Year(click.ParamType[int]):
    """A fiscal year of the Buddhist era; one of the common era is refused, with what it would be."""

    name = "year"

    def convert(self, value: object, param: object, ctx: object) -> int:  # noqa: ARG002
        """The year as a number."""
        return int(option("--year", str(value), scalars.fiscal_year))


YEAR = Year()

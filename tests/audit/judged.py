"""What axe cannot tell, and what people or measurements said of it: `judged.yml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Judgement:
    """One sort of element of which axe cannot tell whether it is right."""

    rule: str
    """axe's rule."""
    selector: str
    """Elements that it is about, in CSS."""
    because: tuple[str, ...]
    """axe's words for why it cannot tell; another reason has to be judged anew."""
    reason: str
    """Why it is right."""
    by: str
    """By what means that was found out."""
    judged: dt.date
    measured: bool = False
    """Whether the contrast of each such element is measured at each look, 4.5:1 or more."""
    sometimes: bool = False
    """Whether axe asks in one browser and not in another; then none may need it."""


@cache
def judgements() -> tuple[Judgement, ...]:
    """All of them, in the order of the file."""
    text = Path(__file__).with_name("judged.yml").read_text(encoding="utf-8")
    return tuple(
        Judgement(**{**entry, "because": tuple(entry["because"])}) for entry in yaml.safe_load(text)
    )


def patterns() -> list[dict[str, object]]:
    """What a page needs to know of them."""
    return [
        {
            "rule": one.rule,
            "selector": one.selector,
            "because": one.because,
            "measured": one.measured,
        }
        for one in judgements()
    ]

"""The way to a page in words, as officers write it for the assessor: "Home → Plan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import formats
from generator.model.eras import FiscalYear, Month
from generator.pages.frame import navigation

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.pages.base import Here

YEAR = re.compile(r"2\d{3}")
MONTH = re.compile(r"(\d{4})-(\d{2})")


def click_path(here: Here, edition: Edition, path: str) -> str:
    """What a visitor presses: home, the page that the navigation or foot names, a year, a month."""
    _ = here.words
    names = {link.href: str(link.text) for link in navigation(here, edition)}
    names[here.to("contact")] = _("Contact")
    steps, below = [_("Home")], ""
    for part in path.split("/"):
        below = f"{below}/{part}" if below else part
        steps.append(names.get(here.to(below)) or _called(here, part))
    return " → ".join(steps)


def _called(here: Here, part: str) -> str:
    """What a page calls the link to a year or a month below it."""
    month = MONTH.fullmatch(part)
    if month:
        return formats.month_of_year(Month(int(month[1]), int(month[2])), here.lang)
    if YEAR.fullmatch(part):
        year = formats.fiscal_year(FiscalYear(int(part)), here.lang)
        return here.words("Fiscal year {year}", year=year)
    return part

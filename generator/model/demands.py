"""What a year's ITA form demands of an agency, where its own text is known and where it is not.

Of some items only what one agency filed is known, which is no demand. The newest earlier form that
demands something under the same topic is then used, and said to be. So is, for a year whose form has
not come, the newest form that is known. Source: ITA scoring practice is to assess by the year's own
manual; nothing taken over here is official.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.model.agency import AgencyType
from generator.model.base import Text
from generator.model.catalogue import (
    AnswerWindow,
    Confidence,
    Element,
    OitCatalogue,
    OitItem,
    Period,
)
from generator.model.eras import FiscalYear

FILED = "filed"
"""Keys that begin so tell what one agency filed under an item; that is no demand of the form."""
YEARS_AHEAD = 3
"""How many years a stand-in may reach beyond the newest form that is known."""


@frozen(kw_only=True)
class Demand:
    """The elements by which an item is measured, and the form that they come from."""

    item: OitItem
    elements: tuple[Element, ...]
    year: FiscalYear
    """Year that is assessed."""
    of: FiscalYear
    """Year of the form whose words the elements are."""

    @property
    def carried(self) -> bool:
        """Whether the words are those of an earlier form, and the demand inferred."""
        return self.of != self.year

    @property
    def covers(self) -> FiscalYear:
        """The fiscal year that the item's data must be of."""
        before = self.item.period is Period.PREVIOUS_FISCAL_YEAR
        return FiscalYear(self.year - 1) if before else self.year

    def reading(self, words: str) -> str:
        """The years that an earlier form's words name, moved on: "2566 → 2569"; "" if none.

        Only the form's own year and the one before are meant so; years of laws and spans of plans
        stay as they are.
        """
        by = self.year - self.of
        named = sorted({int(found) for found in _SINGLE_YEAR.findall(words)})
        moved = [year for year in named if year in (self.of, self.of - 1)]
        return ", ".join(f"{year} → {year + by}" for year in moved) if by else ""


SAYS_NOTHING = frozenset(
    {
        "complaint-statistics", "no-gift-report", "procurement-list", "procurement-monthly",
        "service-statistics",
    }
)  # fmt: skip
"""Topics of which a form asks to state that there was nothing (กรณีไม่มี … ให้ระบุว่าไม่มี): 2566 O21,
O29, O33; 2568 O11, O12, O19.
"""
_SINGLE_YEAR = re.compile(r"(?<![\d–-])(25\d\d)(?![\d–-])")


def stand_in(catalogues: Sequence[OitCatalogue], year: FiscalYear) -> OitCatalogue:
    """The newest known form, for a year whose own has not come."""
    newest = catalogues[-1]
    known = int(newest.fiscal_year)
    status = Text(
        th=f"ยังไม่ทราบแบบประเมินปี {int(year)} จึงใช้แบบปี {known} ไปก่อนจนกว่าแบบของปีนั้นจะประกาศ "
        f"รหัสข้อ ชื่อข้อ และองค์ประกอบอาจเปลี่ยน · {newest.status.th}",
        en=f"The form of B.E. {int(year)} is not known; that of B.E. {known} is used until the year's own comes. "
        f"Codes, titles and elements may change. {newest.status.en or newest.status.th}",
    )
    return replace(
        newest,
        fiscal_year=year,
        status=status,
        answers=_moved(newest.answers, year - known) if newest.answers else None,
        taken_from=newest.fiscal_year,
    )


def _moved(window: AnswerWindow, by: int) -> AnswerWindow:
    first, last = (day.replace(year=day.year + by) for day in (window.first, window.last))
    return replace(window, first=first, last=last, confidence=Confidence.INFERRED)


def is_ahead(catalogues: Sequence[OitCatalogue], year: FiscalYear) -> bool:
    """Whether a year without a form is one to come, for which the newest form stands in."""
    return catalogues[-1].fiscal_year < year <= catalogues[-1].fiscal_year + YEARS_AHEAD


def demand(
    catalogues: Sequence[OitCatalogue], form: OitCatalogue, item: OitItem, kind: AgencyType
) -> Demand:
    """What is asked of a kind of agency under an item, in the words of its year or of an earlier."""
    elements, of = _asked(item, kind), form.taken_from or form.fiscal_year
    earlier = [other for other in catalogues if other.fiscal_year < of]
    for other in reversed(earlier):
        if elements:
            break
        found = next((one for one in other.items if one.topic == item.topic), None)
        elements, of = (_asked(found, kind), other.fiscal_year) if found else ((), of)
    if not elements:
        of = form.fiscal_year
    return Demand(item=item, elements=elements, year=form.fiscal_year, of=of)


def _asked(item: OitItem, kind: AgencyType) -> tuple[Element, ...]:
    """An item's elements for a kind of agency, without what is only known to have been filed."""
    return tuple(
        element
        for element in item.elements
        if not element.key.startswith(FILED) and (not element.only or kind in element.only)
    )

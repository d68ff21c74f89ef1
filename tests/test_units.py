"""Who answers for what: the page of units says of money what the plan says, not more."""

from __future__ import annotations

from generator.model.base import Lang
from generator.pages.units import UnitPage, UnitsPage, pages
from tests.conftest import edition_of


def test_no_budget_and_no_item_are_not_zero_baht() -> None:
    """A unit whose items use no money says so, and one that no item names has a dash."""
    listed, *each = pages(edition_of("example-sao"), Lang.EN)
    assert isinstance(listed, UnitsPage)
    rows = {str(row.link.text): row for row in listed.rows}
    said = {str(page.title): page.summary for page in each if isinstance(page, UnitPage)}

    assert (rows["Engineering Division"].items, rows["Engineering Division"].budget) == ("0", "–")
    assert said["Engineering Division"] == "0 items"
    assert rows["All offices and divisions"].budget == "No budget used"
    assert said["All offices and divisions"] == "1 item · No budget used"
    assert rows["Finance Division"].budget == "278,000"
    assert said["Finance Division"] == "4 items, 278,000 baht planned over all years"

"""The invented agency's procurement came in through the importers, as an officer's would.

Three workbooks for each year: the monthly summaries (form สขร.1, a sheet for each month), the ITA
list of eighteen columns that adds numbers, status and money, and our template, into which what was
imported was written and which adds the English titles.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model.eras import Month
from generator.model.ledger import MonthState
from generator.model.procurement import ContractStatus, Method
from tests.conftest import edition_of

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content" / "example-sao"
WORKBOOKS = ROOT / "tests" / "workbooks" / "example-sao"
AS_OF = {2568: "2025-10-10", 2569: "2026-04-09"}


def brought(name: str, year: int) -> str:
    """What the command says of a workbook, which must come in whole."""
    file = WORKBOOKS / f"procurement-{name}-{year}.xlsx"
    wishes = ["--agency", "example-sao", "--year", str(year), "--as-of", AS_OF[year]]
    command = ["import", "procurement", str(file), *wishes, "--months-from-egp"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("year", [2568, 2569])
def test_the_workbooks_give_the_content(
    year: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From nothing, byte for byte; the last workbook a second time changes nothing."""
    target = project / "content" / "example-sao"
    shutil.copytree(CONTENT, target, ignore=shutil.ignore_patterns("procurement"))
    monkeypatch.chdir(project)

    for name in ("skr1", "ita-list", "template"):
        brought(name, year)
    again = brought("template", year)

    for name in ("processes", "bids", "contracts"):
        path = f"procurement/{year}/{name}.csv"
        assert (target / path).read_bytes() == (CONTENT / path).read_bytes(), name
    assert "0 purchases added, 0 changed, 0 taken out" in again


def test_the_year_shows_all_that_there_can_be() -> None:
    """At least 120 contracts over twelve months, one of them empty, by every method.

    One purchase has two contracts, one was given up, one cost more than its reference price.
    """
    ledger = edition_of("example-sao").ledgers[0]
    states = Counter(ledger.state(month) for month in ledger.year.months)
    contracts = sum(len(purchase.contracts) for purchase in ledger.purchases)

    assert contracts >= 120
    assert states == {MonthState.REPORTED: 11, MonthState.NOTHING: 1}
    assert ledger.state(Month(2025, 4)) is MonthState.NOTHING
    assert {purchase.process.method for purchase in ledger.purchases} == set(Method)
    assert any(len(purchase.contracts) == 2 for purchase in ledger.purchases)
    assert any(p.process.status is ContractStatus.CANCELLED for p in ledger.purchases)
    assert [p.explanation is not None for p in ledger.purchases].count(True) == 1

"""The tables of procurement: each figure once, no number of a person, both eras."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import HealthCheck, given, settings

from generator.exports import exports
from generator.exports.tables import tables
from generator.model.procurement import Procurement
from tests.purchases import SMALL, edition_with, years
from tests.test_exports import fits


def read(name: str) -> list[dict[str, str]]:
    """A table of the small year, as anyone reads it."""
    files = dict(exports(edition_with(SMALL)))
    content = files[f"data/procurement/2569/{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(content)))


def test_a_purchase_stands_once_with_its_sums() -> None:
    """Budget and reference price once, though there are two contracts; their prices added up."""
    first, second, *others = read("processes")

    assert first["budget_thb"] == "1500000.5"
    assert first["reference_price_thb"] == "1490000"
    assert (first["bids"], first["contracts"]) == ("3", "2")
    assert first["contract_price_thb"] == "1480000.25"
    assert (first["explanation_th"], second["explanation_en"]) == ("ราคาวัสดุสูงขึ้น", "")
    assert first["ocid"] == "ocds-xxxxxx-69010000001"
    assert second["ocid"] == "ocds-xxxxxx-minimal-cnt-2-2569"
    assert [row["contract_price_thb"] for row in others] == ["1", "", ""]
    assert {row["standing"] for row in others} == {"fictional"}


def test_a_registered_prefix_takes_the_place() -> None:
    """The setting is used as it is."""
    edition = edition_with(SMALL, ocds_prefix="ocds-a1b2c3")
    table = next(t for t in tables(edition) if t.name == "procurement/2569/processes")

    assert next(iter(table.rows(edition)))[1] == "ocds-a1b2c3-69010000001"


def test_no_number_of_a_person_is_published() -> None:
    """A natural person has a name and nothing else, even if the data held a number."""
    company, partnership, person, unsigned = read("contracts")

    assert company["tax_id"] == "0105500000001"
    assert partnership["tax_id"] == person["tax_id"] == unsigned["tax_id"] == ""
    content = b"".join(content for _, content in exports(edition_with(SMALL)))
    assert b"1100500000001" not in content


def test_days_stand_in_both_eras() -> None:
    """ISO for machines, Buddhist era as the contract says it."""
    company = read("contracts")[0]

    assert (company["signed"], company["signed_be"]) == ("2025-10-15", "15 ตุลาคม 2568")
    assert (company["ends"], company["ends_be"]) == ("2026-04-13", "13 เมษายน 2569")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(years())
def test_any_year_fits_its_columns(year: Procurement) -> None:
    """Types and allowed words hold for every year that can be."""
    edition = edition_with(year)
    for table in tables(edition):
        for row in table.lines(edition):
            for column, cell in zip(table.every_column, row, strict=True):
                assert fits(cell, column), (table.name, column.name, cell)


def test_the_whole_in_one_file_holds_the_year() -> None:
    """Every purchase, bid and contract, months as months; of a person no number."""
    whole = json.loads(dict(exports(edition_with(SMALL)))["data/disclosure.json"])
    (year,) = whole["procurement"]

    assert year["report"]["months_without"] == ["2025-12"]
    assert year["processes"][0]["month"] == "2025-10"
    assert year["processes"][0]["budget"] == 1500000.5
    assert [len(year[part]) for part in ("processes", "bids", "contracts")] == [5, 4, 4]
    assert [contract.get("tax_id") for contract in year["contracts"]] == [
        "0105500000001",
        None,
        None,
        None,
    ]

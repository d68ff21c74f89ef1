"""Open contracting data against the official schemas and codelists, and against our own tables."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.edition import Edition
from generator.exports import exports
from generator.exports.ocds import packages
from generator.exports.ocds.ocid import PROVISIONAL
from generator.exports.ocds.release import METHODS
from generator.model.base import Code
from generator.model.procurement import Method, Procurement, SupplierKind
from tests.ocds_standard import (
    BIDS,
    coded,
    codes,
    merged,
    release_schema,
    unknown_fields,
    validator,
)
from tests.purchases import SMALL, edition_with, years

Json = dict[str, Any]


def packaged(edition: Edition) -> dict[str, Json]:
    """Every package of an edition by its address."""
    return {name: json.loads(content) for name, content in packages.files(edition)}


@pytest.fixture(scope="module")
def small() -> list[Json]:
    """The releases of the small year."""
    return packaged(edition_with(SMALL))["data/ocds/releases-2569.json"]["releases"]


def examine(found: dict[str, Json]) -> None:
    """Schema, codes, references and merging of whole packages."""
    for name, package in found.items():
        kind = "records" if "records" in package else "releases"
        errors = validator("record-package" if kind == "records" else "release-package")
        assert [(e.json_path, e.message) for e in errors.iter_errors(package)] == [], name
        ocids = [one["ocid"] for one in package[kind]]
        assert len(ocids) == len(set(ocids))
        for one in package[kind]:
            if kind == "releases":
                examine_release(one)
            else:
                assert merged(one["releases"]) == one["compiledRelease"]
                examine_release(one["compiledRelease"])


def examine_release(release: Json) -> None:
    """Codes are those of the lists, open or closed; whoever is named is a party with that part."""
    for codelist, code, is_open in coded(release, release_schema()):
        assert code in codes(codelist), (codelist, code, is_open)
    assert set(unknown_fields(release, release_schema())) <= {"/parties/details/standing"}
    parties = {party["id"]: party for party in release["parties"]}
    assert len(parties) == len(release["parties"])
    awards, contracts = release.get("awards", []), release.get("contracts", [])
    named = [("supplier", s) for award in awards for s in award["suppliers"]]
    named += [("tenderer", t) for b in bids(release) for t in b["tenderers"]]
    named += [("tenderer", t) for t in release["tender"].get("tenderers", [])]
    named += [
        ("buyer", release["buyer"]),
        ("procuringEntity", release["tender"]["procuringEntity"]),
    ]
    for role, reference in named:
        assert role in parties[reference["id"]]["roles"]
        assert reference["name"] == parties[reference["id"]]["name"]
    for things in (awards, contracts, bids(release)):
        assert len({one["id"] for one in things}) == len(things)
    assert {c["awardID"] for c in contracts} <= {award["id"] for award in awards}


def bids(release: Json) -> list[Json]:
    """The offers of a release."""
    return release.get("bids", {}).get("details", [])


def test_the_small_year_keeps_the_standard() -> None:
    """With a provisional prefix, and with a registered one at an address."""
    examine(packaged(edition_with(SMALL)))
    found = packaged(
        edition_with(SMALL, ocds_prefix="ocds-a1b2c3", address="https://www.example.go.th/ita/")
    )
    examine(found)
    package = found["data/ocds/records-2569.json"]
    assert package["uri"] == "https://www.example.go.th/ita/data/ocds/records-2569.json"
    assert package["publicationPolicy"].startswith("https://www.example.go.th/ita/data/dictionary/")
    assert [n["en"] for n in package["notices"]] == [
        "All of this is invented: Example PAO, its people, its figures and its documents do not exist."
    ]


def test_real_agencies_keep_the_standard(edition: Edition) -> None:
    """Whatever procurement an agency of content/ has."""
    found = packaged(edition)
    examine(found)
    assert len(found) == 2 * sum(bool(year.processes) for year in edition.disclosure.procurement)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(years())
def test_any_year_keeps_the_standard(year: Procurement) -> None:
    """Every combination of what is known and what is not; every baht arrives."""
    found = packaged(edition_with(year))
    examine(found)
    releases = found["data/ocds/releases-2569.json"]["releases"] if found else []
    awarded = [Decimal(str(a["value"]["amount"])) for r in releases for a in r.get("awards", [])]
    offered = [
        Decimal(str(b["value"]["amount"])) for r in releases for b in bids(r) if "value" in b
    ]
    planned = [
        Decimal(str(r["planning"]["budget"]["amount"]["amount"]))
        for r in releases
        if "amount" in r.get("planning", {}).get("budget", {})
    ]
    assert sum(awarded) == sum(contract.price for contract in year.contracts)
    assert sum(offered) == sum(bid.price or 0 for bid in year.bids)
    assert sum(planned) == sum(process.budget or 0 for process in year.processes)
    numbers = {
        contract.tax_id for contract in year.contracts if contract.kind is SupplierKind.JURISTIC
    }
    for release in releases:
        for party in release["parties"]:
            assert party.get("identifier", {"id": None})["id"] in {None, *numbers}
            assert party["id"].startswith("natural") <= ("identifier" not in party)


def test_provisional_ids_say_so() -> None:
    """In the prefix and in the head of each file, in both languages."""
    for package in packaged(edition_with(SMALL)).values():
        assert all(one["ocid"].startswith(f"{PROVISIONAL}-") for one in _entries(package))
        assert any("ยังไม่ได้จดทะเบียน" in n["th"] for n in package["notices"])
        assert any("not registered" in n["en"] for n in package["notices"])
        assert package["uri"].startswith("urn:uuid:")
        assert package["publishedDate"] == "2026-03-31T00:00:00+07:00"


def _entries(package: Json) -> list[Json]:
    return package.get("releases") or package["records"]


def test_two_suppliers_are_two_awards(small: list[Json]) -> None:
    """Each contract with its award, though they carry one number; the lesser bidder is no party twice."""
    release = small[0]
    assert [award["suppliers"][0]["name"] for award in release["awards"]] == [
        "บริษัท ก จำกัด",
        "หจก. ข",
    ]
    assert [c["id"] for c in release["contracts"]] == ["1/2569", "1/2569-2"]
    assert [c["value"]["amount"] for c in release["contracts"]] == [900000, 580000.25]
    assert release["tag"] == ["planning", "tender", "award", "contract"]
    assert release["tender"]["numberOfTenderers"] == 3
    assert [party["roles"] for party in release["parties"]] == [
        ["buyer", "procuringEntity"],
        ["tenderer", "supplier"],
        ["tenderer", "supplier"],
        ["tenderer"],
    ]
    assert release["parties"][1]["identifier"]["id"] == "0105500000001"
    assert release["contracts"][0]["dateSigned"] == "2025-10-15T00:00:00+07:00"
    assert release["contracts"][0]["period"] == {"endDate": "2026-04-13T23:59:59+07:00"}
    assert release["tender"]["value"] == {"amount": 1490000, "currency": "THB"}
    assert release["tender"]["procurementMethodDetails"] == "วิธีประกาศเชิญชวนทั่วไป e-bidding"


def test_a_person_has_a_name_and_nothing_else(small: list[Json]) -> None:
    """No identifier, and an id that means something in this release alone."""
    person = small[1]["parties"][1]

    assert person == {
        "id": "natural-1",
        "name": "นายสมมติ ตัวอย่าง",
        "roles": ["tenderer", "supplier"],
    }
    assert small[1]["tender"]["procurementMethodRationale"] == "มาตรา 56 (2) (ข)"


def test_statuses_say_how_far_a_purchase_is(small: list[Json]) -> None:
    """Signed, ended, chosen and not signed, given up, unknown."""

    def status(release: Json, part: str) -> str | None:
        return (release.get(part) or [{}])[0].get("status")

    assert [
        (r["tender"].get("status"), status(r, "awards"), status(r, "contracts")) for r in small
    ] == [
        ("complete", "active", "active"),
        ("complete", "active", "terminated"),
        ("complete", "pending", None),
        ("cancelled", None, None),
        (None, None, None),
    ]


def test_a_release_has_a_new_id_when_it_says_something_new(small: list[Json]) -> None:
    """Another price, another id; the other purchases keep theirs."""
    first, *others = SMALL.contracts
    year = replace(SMALL, contracts=(replace(first, price=Decimal(900001)), *others))
    after = packaged(edition_with(year))["data/ocds/releases-2569.json"]["releases"]

    assert after[0]["id"] != small[0]["id"]
    assert [r["id"] for r in after[1:]] == [r["id"] for r in small[1:]]


def test_merging_two_editions_keeps_the_later(small: list[Json]) -> None:
    """A reader who keeps our releases can compile them: ids of parts stay the same."""
    ended = replace(SMALL.processes[0], status=None, egp_number=Code("69010000001"))
    report = replace(SMALL.report, as_of=date(2026, 3, 31) + timedelta(days=30))
    year = replace(SMALL, report=report, processes=(ended, *SMALL.processes[1:]))
    after = packaged(edition_with(year))["data/ocds/releases-2569.json"]["releases"]

    both = merged([after[0], small[0]])

    assert both["date"] == "2026-04-30T00:00:00+07:00"
    assert len(both["contracts"]) == len(both["awards"]) == 2
    assert len(both["parties"]) == 4


def test_methods_are_decided_for_all() -> None:
    """Each Thai method has a code of the standard's list."""
    assert set(METHODS) == set(Method)
    assert set(METHODS.values()) <= codes("method.csv")


def test_a_year_without_purchases_has_no_package() -> None:
    """The standard knows no empty package."""
    assert packaged(edition_with(replace(SMALL, processes=(), bids=(), contracts=()))) == {}


def test_the_extension_is_named_and_never_fetched() -> None:
    """The address is pinned to a version; our copy of its fields is for validators alone."""
    assert "/v1.1.5/" in packages.BIDS_EXTENSION
    assert json.loads((BIDS / "extension.json").read_text(encoding="utf-8"))["schemas"]


def test_packages_are_published_with_the_site() -> None:
    """At their addresses, the same every time."""
    edition = edition_with(SMALL)
    first = dict(exports(edition))

    assert {"data/ocds/releases-2569.json", "data/ocds/records-2569.json"} <= first.keys()
    assert first == dict(exports(edition))

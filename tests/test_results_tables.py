"""The tables of results, operations, posts and services: every cell where it belongs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.edition import Edition
from generator.exports import exports
from generator.exports.results import PROGRESS_WORDS
from generator.exports.services import RANK_WORDS, SIDE_WORDS
from generator.exports.tables import tables
from generator.model.base import Id, Text
from generator.model.eras import FiscalYear, Month
from generator.model.people import People, Post, Rank, Side
from generator.model.plan import AllocationStatus, Money
from generator.model.results import (
    ItemResult,
    MeasureResult,
    Operations,
    Programme,
    Progress,
    RiskResult,
    YearResults,
)
from generator.model.services import Service, ServiceYear, Uses
from tests.purchases import edition_with
from tests.test_exports import fits

YEAR, DAY = FiscalYear(2566), date(2023, 9, 30)


def said(words: str) -> Text:
    """A text in both languages."""
    return Text(th=f"{words} ไทย", en=words)


@pytest.fixture(scope="module")
def told() -> Edition:
    """The small sample with a year of each."""
    how = {"status": Progress.DONE, "result": said("result"), "problems": Text(th="ปัญหา")}
    results = YearResults(
        fiscal_year=YEAR,
        as_of=DAY,
        items=(
            ItemResult(
                item=Id("p-01"),
                spent=Money(status=AllocationStatus.BUDGETED, amount=Decimal("99.5")),
                **how,
            ),
        ),
        risks=(RiskResult(risk=Id("r-1"), incidents=0, **how),),
        measures=(MeasureResult(id=Id("m-1"), title=said("measure"), unit=Id("law"), **how),),
    )
    programme = Programme(
        id=Id("x-1"),
        title=said("road"),
        unit=Id("finance"),
        budget=Decimal(1000),
        begins=Month(2022, 11),
        ends=Month(2023, 1),
        spent=Decimal(0),
        **how,
    )
    people = People(
        as_of=DAY,
        posts=(Post(id=Id("mayor"), side=Side.POLITICAL, rank=Rank.CHIEF, position=said("Mayor")),),
    )
    service = Service(
        id=Id("tax"),
        title=said("Tax"),
        unit=Id("finance"),
        months={Month(2022, 11): Uses(walk_in=3), Month(2022, 10): Uses(walk_in=0, online=2)},
    )
    disclosure = replace(
        edition_with().disclosure,
        results=(results,),
        operations=(Operations(fiscal_year=YEAR, as_of=DAY, programmes=(programme,)),),
        people=people,
        services=(ServiceYear(fiscal_year=YEAR, as_of=DAY, services=(service,)),),
    )
    return replace(edition_with(), disclosure=disclosure)


@pytest.fixture(scope="module")
def rows(told: Edition) -> dict[str, list[dict[str, str]]]:
    """Each table as anyone reads it."""
    files = dict(exports(told))
    return {
        table.name: list(
            csv.DictReader(io.StringIO(files[f"data/{table.name}.csv"].decode("utf-8")))
        )
        for table in tables(told)
    }


def test_results_stand_in_their_columns(rows: dict[str, list[dict[str, str]]]) -> None:
    """Status, words in both languages, money with what it is."""
    (item,), (risk,), (measure,) = (rows[f"results/{n}"] for n in ("items", "risks", "measures"))

    assert (item["item_id"], item["spent_thb"]) == ("p-01", "99.5")
    assert (item["status"], item["money"]) == ("done", "budgeted")
    assert item["result_en"] == "result"
    assert (item["problems_th"], item["problems_en"], item["recommendations_th"]) == (
        "ปัญหา",
        "",
        "",
    )
    assert (risk["risk_id"], risk["incidents"]) == ("r-1", "0")
    assert (measure["measure_id"], measure["title_th"], measure["unit_id"]) == (
        "m-1",
        "measure ไทย",
        "law",
    )


def test_operations_posts_and_services_do_too(rows: dict[str, list[dict[str, str]]]) -> None:
    """Months in order; zero is not the same as none."""
    (programme,), (post,) = rows["operations/programmes"], rows["people/posts"]
    first, second = rows["services/uses"]

    assert (programme["begins"], programme["ends"], programme["spent_thb"]) == (
        "2022-11",
        "2023-01",
        "0",
    )
    assert (post["position_en"], post["name_th"], post["rank"]) == ("Mayor", "", "chief")
    assert [(r["month"], r["walk_in"], r["online"]) for r in (first, second)] == [
        ("2022-10", "0", "2"),
        ("2022-11", "3", ""),
    ]


def test_cells_fit_their_columns(told: Edition) -> None:
    """Types, allowed words, and words for every value of the model."""
    for table in tables(told):
        assert len(table.names) == len(set(table.names)), table.name
        for row in table.lines(told):
            for column, cell in zip(table.every_column, row, strict=True):
                assert fits(cell, column), (table.name, column.name, cell)
    assert set(Progress) == set(PROGRESS_WORDS)
    assert set(Side) == set(SIDE_WORDS)
    assert set(Rank) == set(RANK_WORDS)


def test_the_whole_in_one_file_holds_them(told: Edition) -> None:
    """With months as months."""
    whole = json.loads(dict(exports(told))["data/disclosure.json"])

    assert whole["people"]["posts"][0]["id"] == "mayor"
    assert whole["results"][0]["items"][0]["spent"]["amount"] == 99.5
    assert whole["operations"][0]["programmes"][0]["begins"] == "2022-11"
    assert whole["services"][0]["services"][0]["months"]["2022-10"] == {"walk_in": 0, "online": 2}

"""Open data against the counts and sums of the source documents (facts.json, taken by hand)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator.coverage.status import Status
from generator.edition import Edition
from generator.exports import exports
from generator.exports.files import csv_file, inert
from generator.exports.plan import words as plan_words
from generator.exports.plan.texts import SECTIONS
from generator.exports.table import Column, Type
from generator.exports.tables import books
from generator.exports.tables import tables as every_table
from generator.model.base import TargetUnit
from generator.model.decision import Shown
from generator.model.plan import Level

FACTS = json.loads((Path(__file__).parent / "facts.json").read_text(encoding="utf-8"))

type_Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def tables(edition: Edition) -> tuple[str, dict[str, type_Rows]]:
    """The agency's id and its CSV files, read back as anyone would."""
    files = {name: content for name, content in exports(edition) if name.endswith(".csv")}
    return edition.disclosure.agency.id, {
        table.name: list(
            csv.DictReader(io.StringIO(files[f"data/{table.name}.csv"].decode("utf-8")))
        )
        for table in every_table(edition)
    }


def test_counts_are_those_of_the_document(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Items, allocations, rows, areas and controls: nothing was lost on the way."""
    agency, rows = tables
    for name in ("items", "allocations", "schedule", "nodes", "controls", "reports"):
        if name in FACTS[agency]:
            assert FACTS[agency][name] == len(rows[name]), name


def test_passages_are_those_of_the_document(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Steps, result lines and outcomes of the first level are all there."""
    agency, rows = tables
    top = Counter(row["section"] for row in rows["passages"] if "." not in row["place"])
    for section in ("steps", "result_summary", "outcomes"):
        if section in FACTS[agency]:
            assert FACTS[agency][section] == top[section], section


def test_budgets_add_up_to_those_of_the_document(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Baht of each year."""
    agency, rows = tables
    sums: dict[str, Decimal] = {}
    for row in rows["allocations"]:
        sums[row["fiscal_year"]] = sums.get(row["fiscal_year"], Decimal(0)) + Decimal(
            row["amount_thb"] or 0
        )

    assert FACTS[agency].get("budget", {}) == {year: int(total) for year, total in sums.items()}


def test_kinds_are_those_of_the_document(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Projects, measures and activities."""
    agency, rows = tables
    if "kinds" in FACTS[agency]:
        assert FACTS[agency]["kinds"] == dict(Counter(row["kind"] for row in rows["items"]))


def test_three_kinds_of_no_money_stay_apart(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """An amount stands where there is one and nowhere else."""
    agency, rows = tables
    for row in rows["allocations"]:
        assert (row["status"] == "budgeted") is bool(row["amount_thb"])
    if agency == "phetchaburi-pao":
        assert sum(row["status"] == "not_scheduled" for row in rows["allocations"]) == 4


def test_a_budget_is_empty_where_no_amount_is_set(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """0 baht is not the same as no budget used."""
    _, rows = tables
    budgeted = {row["item_id"] for row in rows["allocations"] if row["status"] == "budgeted"}

    assert {row["item_id"] for row in rows["items"] if row["budget_thb"]} == budgeted


def test_annual_plans_are_whole(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Rows, quarter marks and yearly targets of the municipality's five plans."""
    agency, rows = tables
    facts = FACTS[agency]
    if "rows" not in facts:
        assert rows["schedule"] == []
        return
    assert facts["rows"] == dict(Counter(row["fiscal_year"] for row in rows["schedule"]))
    for year, marks in facts["marks"].items():
        quarters = " ".join(
            r["quarters"] for r in rows["schedule"] if r["fiscal_year"] == year
        ).split()
        assert marks == [quarters.count(q) for q in "1234"], year
    assert facts["yearly_targets"] == [
        [r["fiscal_year"], r["value"]] for r in rows["yearly_targets"]
    ]
    assert facts["described"] == sum(bool(row["line_detail"]) for row in rows["items"])


def test_results_and_losses_are_told(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """The ITA score of one document, the lost projects of another."""
    agency, rows = tables
    facts = FACTS[agency]
    assert facts.get("ita_results", []) == [
        [r["fiscal_year"], r["score"], r["grade_th"]] for r in rows["ita_results"]
    ]
    if "stated_items" in facts:
        whole = {r["what"]: r for r in rows["stated"] if not r["node"]}
        assert (facts["stated_items"], "20") == (
            whole["items"]["printed"],
            whole["items"]["computed"],
        )
        assert (facts["stated_budget"], "338010") == (
            whole["budget"]["printed"],
            whole["budget"]["computed"],
        )


def test_both_statements_are_exported(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Where the document says two things, each stands with its place and line."""
    agency, rows = tables
    if agency != "phetchaburi-pao":
        return
    said = {
        (r["item_id"], r["field"], r["place"]): (r["line"], r["value"]) for r in rows["statements"]
    }
    assert said["p-16", "kind", "table"] == ("251", "measure")
    assert said["p-16", "kind", "detail"] == ("1257", "project")
    assert said["p-06", "number", "detail"] == ("608", "2")
    assert all(row["line"].isdigit() for row in rows["statements"])


def test_names_in_files_lead_somewhere(tables: tuple[str, dict[str, type_Rows]]) -> None:
    """Ids of items, units and nodes that a table names stand in their own table."""
    _, rows = tables
    items = {row["item_id"] for row in rows["items"]}
    units = {row["unit_id"] for row in rows["units"]}
    nodes = {row["code"] for row in rows["nodes"]}
    for table in ("allocations", "schedule", "passages", "reports"):
        assert {row["item_id"] for row in rows[table]} <= items
    for row in rows["items"]:
        assert set(row["unit_ids"].split()) <= units
        assert {row["dimension"], row["area"]} <= nodes
        assert row["title_th"]
        assert row["title_en"]


def test_files_are_plain_utf8_and_repeatable(edition: Edition) -> None:
    """No mark at the beginning, but for Excel's own copies; the same bytes every time."""
    first = dict(exports(edition))
    assert first == dict(exports(edition))
    for name, content in first.items():
        assert content.startswith(b"\xef\xbb\xbf") is name.startswith("data/excel/"), name
        if name.startswith("data/excel/"):
            assert content[3:] == first[name.replace("excel/", "")]
    whole = json.loads(first["data/disclosure.json"])
    assert {"agency", "plan", "items", "contradictions", "ita"} <= whole.keys()


@pytest.mark.parametrize("cell", ["=CMD()", "+1+1", "-2+3", "@SUM(A1)", "\tx", "=1", "-"])
def test_formulas_are_inert(cell: str) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    assert "'" + cell == inert(cell)
    assert cell.encode() not in csv_file([(cell,)]).splitlines()


@pytest.mark.parametrize("cell", ["-5", "-5.25", "2566", "ก-ข", "a=b", ""])
def test_ordinary_cells_stay(cell: str) -> None:
    """Numbers and words are not touched."""
    assert cell == inert(cell)


def test_columns_are_named_in_both_languages(edition: Edition) -> None:
    """Every table and column has words for a reader, and columns do not repeat."""
    for table in every_table(edition):
        assert table.about.th
        assert table.about.en
        assert len(table.names) == len(set(table.names))
        assert all(column.label.th and column.label.en for column in table.columns)


def test_cells_hold_what_their_columns_promise(edition: Edition) -> None:
    """Type and allowed words of every cell; no two tables or workbooks share a name."""
    names = [thing.name for thing in (*books(edition), *every_table(edition))]
    assert len(names) == len(set(names))
    for table in every_table(edition):
        for row in table.lines(edition):
            for column, cell in zip(table.every_column, row, strict=True):
                assert fits(cell, column), (table.name, column.name, cell)


def fits(cell: str, column: Column) -> bool:
    """Whether a cell is of its column's type, and one of its words."""
    if not cell:
        return True
    if column.values:
        return cell in {value for value, _ in column.values}
    pattern = {
        Type.INTEGER: r"-?\d+",
        Type.NUMBER: r"-?\d+(\.\d+)?",
        Type.DATE: r"\d{4}-\d\d-\d\d",
        Type.MONTH: r"\d{4}-\d\d",
        Type.FLAG: "yes|no",
    }.get(column.type, ".*")
    return re.fullmatch(pattern, cell, re.DOTALL) is not None


def test_every_code_has_words() -> None:
    """The dictionary explains each value that a model can hold."""
    for kind, words in (
        (Level, plan_words.LEVEL_WORDS),
        (TargetUnit, plan_words.COUNTED_WORDS),
        (Status, plan_words.STATUS_WORDS),
    ):
        assert set(kind) == set(words)
    assert {*Shown, "open"} == set(plan_words.SHOWN_WORDS)
    assert {*SECTIONS, "rationale", "node"} == set(plan_words.SECTION_WORDS)

"""Coverage of the ITA forms: computed from the data, agreed on by index, pages and reports."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import jsonschema
import pytest
from click.testing import CliRunner

from generator import assessment as assessing
from generator import formats
from generator.checks.catalogues import laws_without_form
from generator.cli import main
from generator.coverage import Status, coverage, worth
from generator.exports import exports
from generator.exports.index_schema import SCHEMA_FILE
from generator.load.catalogues import CATALOGUES, LAWS, laws
from generator.model.base import Lang
from generator.model.catalogue import RECALL, Confidence
from generator.proofs import PROOFS
from generator.site import SitePage, site_pages
from tests.conftest import edition_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.edition import Edition
    from generator.model.disclosure import Disclosure


def shown(disclosure: Disclosure, year: int) -> set[tuple[str, str]]:
    """Topic and key of each element that a disclosure proves."""
    form = next(form for form in disclosure.catalogues if form.fiscal_year == year)
    return {
        (covered.item.topic, element.part or element.element.key)
        for covered in coverage(disclosure, form).items
        for element in covered.elements
        if element.proof
    }


WHOLE = {
    ("contact", "telephone"), ("contact", "email"),
    ("risk-assessment", "risk-events"), ("risk-assessment", "risk-levels"), ("risk-assessment", "measures"),
    ("action-plan", "projects"), ("action-plan", "budget"), ("action-plan", "timeframe"), ("action-plan", "in-force"),
}  # fmt: skip


def without(disclosure: Disclosure, what: str) -> Disclosure:
    """The disclosure after one record was deleted."""
    item, risk = disclosure.items[0], disclosure.risk
    contact = disclosure.agency.contacts[0]
    first = risk.risks[0]
    return {
        "phone": lambda: replace(
            disclosure, agency=replace(disclosure.agency, contacts=(replace(contact, phone=None),))
        ),
        "email": lambda: replace(
            disclosure, agency=replace(disclosure.agency, contacts=(replace(contact, email=None),))
        ),
        "budget": lambda: replace(
            disclosure, items=(replace(item, budget=None), *disclosure.items[1:])
        ),
        "period": lambda: replace(
            disclosure, items=(replace(item, period=None), *disclosure.items[1:])
        ),
        "items": lambda: replace(disclosure, items=()),
        "risk": lambda: replace(disclosure, risk=None),
        "events": lambda: replace(
            disclosure, risk=replace(risk, risks=(replace(first, events=()),))
        ),
        "controls": lambda: replace(
            disclosure, risk=replace(risk, risks=(replace(first, controls=()),))
        ),
    }[what]()


@pytest.mark.parametrize(
    ("deleted", "falls"),
    [
        ("phone", {("contact", "telephone")}),
        ("email", {("contact", "email")}),
        ("budget", {("action-plan", "budget")}),
        ("period", {("action-plan", "timeframe")}),
        (
            "items",
            {("action-plan", "projects"), ("action-plan", "budget"), ("action-plan", "timeframe")},
        ),
        ("risk", {("risk-assessment", k) for k in ("risk-events", "risk-levels", "measures")}),
        ("events", {("risk-assessment", "risk-events")}),
        ("controls", {("risk-assessment", "measures")}),
    ],
)
def test_a_deleted_record_makes_exactly_its_elements_fall(
    deleted: str, falls: set[tuple[str, str]]
) -> None:
    """Status comes from content: nothing else changes, and nothing stays that has no proof."""
    disclosure = edition_of("phetchaburi-pao").disclosure

    assert shown(disclosure, 2566) == WHOLE
    assert WHOLE - falls == shown(without(disclosure, deleted), 2566)


def test_a_plan_of_other_years_proves_nothing() -> None:
    """A form asks for a plan in force in its year."""
    old = edition_of("chom-prathat").disclosure

    assert set() == {pair for pair in shown(old, 2566) if pair[0] == "action-plan"}


def test_every_proof_is_of_an_element_that_a_form_has() -> None:
    """No function that proves what nobody asks."""
    asked = {
        (item.topic, key)
        for form in edition_of("phetchaburi-pao").disclosure.catalogues
        for item in form.items
        for element in item.elements
        for key in (element.key, *(part.key for part in element.parts))
    }

    assert set(PROOFS) <= asked


def test_the_points_of_a_form_come_to_forty() -> None:
    """The arithmetic shares out what the form gives, in every year; the sample values are those of 2566."""
    for form in edition_of("phetchaburi-pao").disclosure.catalogues:
        total = sum((worth(form, item) for item in form.items), Decimal(0))
        assert Decimal(40) == total.quantize(Decimal("0.0001"))
        if form.fiscal_year == 2566:
            by_code = {item.code: worth(form, item) for item in form.items}
            assert (Decimal("0.4"), Decimal("1.25"), Decimal(2)) == (
                by_code["O1"],
                by_code["O36"],
                by_code["O43"],
            )


def test_index_report_and_pages_agree(edition: Edition) -> None:
    """One truth: disclosure-index.json, `assess`, the table of open data and the pages."""
    index = json.loads(dict(exports(edition))["disclosure-index.json"])
    pages = {
        page.src_uri: page.html
        for page in site_pages(edition, Lang.EN)
        if isinstance(page, SitePage)
    }
    for form, told in zip(edition.coverage, index["forms"], strict=True):
        report = json.loads(assessing.as_json(assessing.assessment(edition, form)))
        missing = {entry["code"] for entry in report["missing"]}
        for covered, entry in zip(form.items, told["items"], strict=True):
            html = pages["en/" + entry["page"].replace(".html", ".md")]
            assert covered.status == entry["status"]
            assert (covered.status is not Status.PUBLISHED) is (entry["code"] in missing)
            assert f'status--{entry["status"]}"' in html
            assert html.count('class="yes"') == sum(e["shown"] for e in entry["elements"])
        assert report["published"] == sum(e["status"] == "published" for e in told["items"])
        whole = (c.item for c in form.items if c.status.is_whole)
        points = sum((worth(form.catalogue, one) for one in whole), Decimal(0))
        assert float(told["estimated_points"]) == pytest.approx(float(points))
        estimate = formats.number(points.quantize(formats.HUNDREDTH))
        assert f"About {estimate} of the 40" in pages[f"en/ita/{int(form.year)}/index.md"]


def test_the_index_changes_only_with_the_data() -> None:
    """An item's hash is the same for the same data, and another one after a change."""
    edition = edition_of("phetchaburi-pao")
    shorter = type(edition).of(without(edition.disclosure, "budget"))

    def hashes(one: Edition) -> dict[str, str]:
        index = json.loads(dict(exports(one))["disclosure-index.json"])
        return {entry["code"]: entry["hash"] for entry in index["forms"][0]["items"]}

    before, after = hashes(edition), hashes(shorter)

    assert before == hashes(edition_of("phetchaburi-pao"))
    assert {"O36"} == {code for code in before if before[code] != after[code]}


def test_the_index_fits_its_published_schema(edition: Edition, site: Path) -> None:
    """A program that follows the schema reads the index of every agency, before and after sealing."""
    files = dict(exports(edition))
    schema = json.loads(files[SCHEMA_FILE])
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)

    for index in (files["disclosure-index.json"], (site / "disclosure-index.json").read_bytes()):
        told = json.loads(index)
        assert [error.message for error in validator.iter_errors(told)] == []
        assert told["$schema"] == SCHEMA_FILE
        assert list(validator.iter_errors({**told, "more": 1}))


def test_doubtful_wording_is_marked_everywhere() -> None:
    """Recalled or inferred texts never stand as official: in pages, report and answer sheet."""
    edition = edition_of("phetchaburi-pao")
    form = edition.coverage[0]
    pages = {
        page.src_uri: page.html
        for page in site_pages(edition, Lang.EN)
        if isinstance(page, SitePage)
    }
    found = assessing.assessment(edition, form)
    for covered in form.items:
        doubtful = [e for e in covered.elements if e.element.confidence is not Confidence.SEEN]
        html = pages[f"en/ita/2566/{covered.item.code.lower()}/index.md"]
        finding = next(f for f in found.everything if f.code == covered.item.code)
        assert html.count("(wording ") == len(doubtful)
        told = [*finding.missing, *(place.element for place in finding.places)]
        recalled = [e for e in doubtful if e.element.confidence is Confidence.RECALLED]
        assert sum("recalled" in words.en for words in told) >= len(recalled)
        assert sum("ความจำ" in words.th for words in told) >= len(recalled)


def crosswalk_row(title: str) -> str:
    """A topic's row of the English crosswalk, without addresses."""
    edition = edition_of("phetchaburi-pao")
    page = next(p for p in site_pages(edition, Lang.EN) if p.src_uri == "en/ita/crosswalk/index.md")
    row = next(
        line for line in page.html.splitlines() if line.strip().startswith("<tr") and title in line
    )
    return re.sub(r'href="[^"]*"', "", row)


def test_the_crosswalk_follows_the_action_plan() -> None:
    """The topic stays while its code moves, from 2562 on."""
    row = crosswalk_row("Anti-corruption action plan")

    assert re.findall(r"O\d+", row) == ["O23", "O25", "O32", "O36", "O39", "O39", "O39", "O39"]


def test_the_crosswalk_marks_what_is_not_official() -> None:
    """A code that is recalled says so, one that was seen does not; a topic that was merged leads on."""
    plan = crosswalk_row("Anti-corruption action plan")
    spending = crosswalk_row("Annual plan of budget spending")

    assert plan.count("recalled") == 2
    assert plan.count("inferred") == 1
    assert plan.count("may differ") == 4
    assert re.findall(r"→ </span>.*?(O\d+)", spending) == ["O11"]


def test_catalogue_check_reads_one_file_against_the_others(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new year's form with slips is refused at their places; mended, it is clean."""
    text = (CATALOGUES / "2569.yml").read_text(encoding="utf-8")
    text = text.replace("fiscal_year: 2569", "fiscal_year: 2570")
    slips = text.replace("topic: news", "topic: new").replace("code: O26", "code: O25")
    path = project / "2570.yml"
    monkeypatch.chdir(project)

    def checked(content: str) -> tuple[int, list[str]]:
        path.write_text(content, encoding="utf-8")
        done = CliRunner().invoke(main, ["catalogue", "check", "2570.yml"])
        return done.exit_code, re.findall(
            r"^2570.yml:\d+:\d+: error\[(.*?)\]", done.output, re.MULTILINE
        )

    assert checked(slips) == (
        1,
        ["topic-moved", "unknown-topic", "catalogue-twice", "catalogue-twice"],
    )
    assert checked(text) == (0, [])


def test_an_unknown_year_is_said(project: Path) -> None:
    """A form that the agency does not answer ends with what it does answer."""
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "generator", "assess", "--year", "2570"],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert "There are: 2566" in done.stderr


def test_every_wording_leads_to_its_source() -> None:
    """On an item's page each element names the copy that it was read in, unless it is recalled."""
    edition = edition_of("example-sao")
    form = edition.coverage[-1]
    pages = {
        page.src_uri: page.html
        for page in site_pages(edition, Lang.EN)
        if isinstance(page, SitePage)
    }
    for covered in form.items:
        html = pages[f"en/ita/{int(form.year)}/{covered.item.code.lower()}/index.md"]
        listed = set(re.findall(r'<dt id="(source-[\w-]+)">', html))
        linked = re.findall(r'href="#(source-[\w-]+)"', html)
        read = [e for e in covered.elements if e.element.source != RECALL]
        assert linked == [f"source-{e.element.source.lower()}" for e in read]
        assert listed >= {*linked, *(f"source-{name.lower()}" for name in covered.item.sources)}


def test_a_legal_basis_says_how_sure_it_is() -> None:
    """No law stands on a page as if its text had been read, where it was not."""
    edition = edition_of("example-sao")
    pages = {
        page.src_uri: page.html
        for page in site_pages(edition, Lang.EN)
        if isinstance(page, SitePage)
    }
    for covered in edition.coverage[-1].items:
        html = pages[f"en/ita/2569/{covered.item.code.lower()}/index.md"]
        laws = [law for law in edition.disclosure.laws if covered.item.topic in law.topics]
        section = re.search(r'<h2 id="law">.*?</ul>', html, re.DOTALL)
        assert bool(section) is bool(laws)
        if section:
            doubtful = [law for law in laws if law.confidence.is_doubtful]
            assert section[0].count("what would confirm it") == len(doubtful)
            assert section[0].count("the text of the law") == len(doubtful)


def test_a_law_speaks_of_topics_that_there_are(tmp_path: Path) -> None:
    """Two slips are refused at their place; our own laws are clean."""
    path = tmp_path / "laws.yml"
    text = LAWS.read_text(encoding="utf-8").replace("[structure, powers,", "[structur, power,")
    path.write_text(text, encoding="utf-8")
    forms = edition_of("example-sao").disclosure.catalogues
    problems: list[Diagnostic] = []

    slips = list(laws_without_form(forms, laws(problems, path)))

    assert [(p.rule.code, p.place.line) for p in slips] == [("no-such-topic", 5)] * 2
    assert problems == list(laws_without_form(forms, laws(problems))) == []

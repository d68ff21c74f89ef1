"""The answer sheet and the printed report: addresses, ways, QR codes, one file that needs no other."""

from __future__ import annotations

import csv
import io
import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pypdf import PdfReader

from generator.assessment import (
    answers_csv,
    answers_html,
    answers_xlsx,
    as_html,
    assessment,
)
from generator.cli import main
from generator.edition import Edition
from tests import telephone
from tests.conftest import DEMONSTRATED, ROOT, edition_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SITE = "https://www.example.invalid/ita-site/"
WAY = "คำอธิบาย (เส้นทางการเข้าถึง)"


def told(style: str, edition: Edition) -> str:
    """A report as one text."""
    found = assessment(edition, edition.coverage[0])
    if style == "assessment":
        return as_html(found, SITE)
    return answers_html(found, SITE, edition).decode("utf-8")


def test_the_answer_sheet_has_an_address_for_what_is_shown(edition: Edition) -> None:
    """Each item once, in the order of the form; an address and a way where something is shown."""
    for form in edition.coverage:
        found = assessment(edition, form)
        text = answers_csv(found, SITE, edition).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert [covered.item.code for covered in form.items] == [row["ข้อ"] for row in rows]
        for covered, row in zip(form.items, rows, strict=True):
            page = f"{SITE}ita/{int(form.year)}/{covered.item.code.lower()}/"
            assert row["URL"] == (page if covered.is_shown else "")
            assert row["Address"] == row["URL"]
            assert ("Title and code: " in row["Title (our translation)"]) is (
                covered.item.confidence.is_doubtful
            )
            assert bool(row[WAY]) is covered.is_shown
            assert bool(row["Explanation (click path)"]) is covered.is_shown


def test_the_way_says_what_a_visitor_presses() -> None:
    """In the words of the links, in both languages."""
    edition = edition_of(DEMONSTRATED)
    found = assessment(edition, edition.coverage[0])
    contact = next(finding for finding in found.everything if finding.code == "O5")

    assert {(place.way.th, place.way.en) for place in contact.places} == {
        ("หน้าแรก → ติดต่อ", "Home → Contact")
    }


def test_the_workbook_says_the_same_as_the_file() -> None:
    """Three sheets; the same bytes every time; no cell is a formula, whatever a name begins with."""
    edition = edition_of(DEMONSTRATED)
    agency = edition.disclosure.agency
    units = (
        replace(agency.units[0], name=replace(agency.units[0].name, th="=1+1")),
        *agency.units[1:],
    )
    site = replace(agency.site, responsible={"contact": units[0].id})
    agency = replace(agency, units=units, site=site)
    edition = Edition.of(replace(edition.disclosure, agency=agency))
    found = assessment(edition, edition.coverage[0])

    content = answers_xlsx(found, SITE, edition)
    book = load_workbook(io.BytesIO(content))

    assert content == answers_xlsx(found, SITE, edition)
    thai, english, elements = book.worksheets
    assert [cell.value for cell in thai["A"][3:]] == [f.code for f in found.everything]
    assert [cell.value for cell in english["A"][3:]] == [f.code for f in found.everything]
    demanded = sum(len(f.places) + len(f.missing) for f in found.everything)
    assert len(list(elements.iter_rows(min_row=4))) == demanded
    assert "=1+1" in [cell.value for cell in thai["H"]]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    linked = [cell.hyperlink.target for cell in thai["D"] if cell.hyperlink]
    assert linked == [
        SITE + f.page.removesuffix("index.html") for f in found.everything if f.is_shown
    ]


@pytest.mark.parametrize("style", ["assessment", "answers"])
def test_reports_are_one_file(style: str) -> None:
    """The HTML needs nothing beside it: no style sheet, script, picture or other host."""
    text = told(style, edition_of(DEMONSTRATED))

    class Tags(HTMLParser):
        loads: list[str]

        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            self.loads += [tag] if tag in {"link", "script", "img", "iframe"} else []

    tags = Tags()
    tags.loads = []
    tags.feed(text)

    assert tags.loads == []
    assert not re.search(r"url\(|@import", text)
    assert "O43" in text
    assert "Demonstration built from" in text


def test_every_item_of_the_report_has_its_address_and_its_code() -> None:
    """Written out for who types, as a QR code for who has a telephone: the same address."""
    edition = edition_of(DEMONSTRATED)
    found = assessment(edition, edition.coverage[0])
    text = as_html(found, SITE)
    codes = {telephone.read(code) for code in re.findall(r"<svg aria-hidden.*?</svg>", text)}

    for finding in found.everything:
        address = SITE + finding.page.removesuffix("index.html")
        assert f">{address}<" in text
        assert address in codes


def test_the_report_has_three_lights_for_each_item() -> None:
    """Published, complete, checked by a person: never one."""
    edition = edition_of(DEMONSTRATED)
    found = assessment(edition, edition.coverage[0])
    text = as_html(found, SITE)

    assert text.count('class="light ') == 3 * found.number
    shown = sum(finding.is_shown for finding in found.everything)
    assert text.count('class="light on') == shown + found.published


@pytest.mark.browser
@pytest.mark.parametrize(("style", "size"), [("assessment", (595, 842)), ("answers", (842, 595))])
def test_reports_print_on_a4_with_page_numbers(
    style: str, size: tuple[int, int], page: Page, tmp_path: Path
) -> None:
    """From one file, offline: no request leaves it, every sheet says which of how many it is."""
    path = tmp_path / "report.html"
    path.write_text(told(style, edition_of(DEMONSTRATED)), encoding="utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    pdf = page.pdf(prefer_css_page_size=True)

    sheets = PdfReader(io.BytesIO(pdf)).pages
    assert asked == [path.as_uri()]
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets, 1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == size
        assert f"{number} / {len(sheets)}" in sheet.extract_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["assess", "--format", "html"], "address"),
        (["answers"], "address"),
        (["answers", "--address", "javascript:alert(1)"], "address"),
        (["answers", "--address", SITE, "--format", "xlsx"], "--output"),
    ],
)
def test_what_a_report_needs_is_said(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an address there is nothing to write out; a workbook needs a file. Exit code 2."""
    shutil.copytree(ROOT / "tests/samples/minimal", tmp_path / "content/minimal")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace(DEMONSTRATED, "minimal")
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    done = CliRunner().invoke(main, arguments)
    path = tmp_path / "answers.xlsx"
    good = CliRunner().invoke(
        main, ["answers", "--address", SITE, "--format", "xlsx", "-o", str(path)]
    )

    assert done.exit_code == 2
    assert said in done.stderr
    assert good.exit_code == 0
    assert load_workbook(path).sheetnames == ["คำตอบ", "Answers", "องค์ประกอบ Elements"]

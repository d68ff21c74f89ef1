"""`disclosure assess` and `disclosure answers`: the ITA form seen from both sides of the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator import report
from generator.assessment import ANSWER_FORMATS, ASSESSMENT_FORMATS, assessment
from generator.cli.given import YEAR
from generator.cli.here import FINDINGS, USAGE, chosen, project, stop
from generator.diagnostics import Severity
from generator.edition import Edition
from generator.inspection import inspected
from generator.report.of_visit import VISIT_FORMATS
from generator.visit import is_web_address, visit

if TYPE_CHECKING:
    from generator.coverage import Coverage


def edition_of(agency: str | None) -> Edition:
    """The agency's edition; ends the command where its data has errors."""
    here = project()
    (name,) = chosen(here, agency, every=False)
    disclosure, problems = inspected(here.content / name)
    errors = [problem for problem in problems if problem.rule.severity is Severity.ERROR]
    if disclosure is None or errors:
        stop(report.text(errors or problems), FINDINGS)
    return Edition.of(disclosure)


def answered(agency: str | None, year: int | None) -> tuple[Edition, Coverage]:
    """The agency's edition and its form of a year, the newest if none is named."""
    edition = edition_of(agency)
    forms = {int(form.year): form for form in edition.coverage}
    wanted = year or max(forms, default=0)
    if wanted not in forms:
        known = ", ".join(str(known) for known in forms) or "–"
        stop(
            f"หน่วยงานนี้ไม่ได้ตอบแบบประเมินปี {wanted} · มี: {known}\n"
            f"This agency answers no form of {wanted}. There are: {known}",
            USAGE,
        )
    return edition, forms[wanted]


ADDRESS = click.option(
    "--address",
    help="ที่อยู่เว็บไซต์ที่เผยแพร่ หากไม่ได้ระบุไว้ใน agency.yml · address of the published site, "
    "where agency.yml does not give it",
)
OUTPUT = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="เขียนลงไฟล์ · write to a file",
)
OF_YEAR = click.option("--year", type=YEAR, help="ปีงบประมาณ (พ.ศ.) · fiscal year (B.E.)")


@click.command()
@click.argument("agency", required=False)
@OF_YEAR
@click.option(
    "--format",
    "style",
    type=click.Choice(sorted(ASSESSMENT_FORMATS)),
    default="text",
    help="text, json หรือ html (ไฟล์เดียว พิมพ์ A4 ได้ มี QR) · html is one file for A4 with QR codes",
)
@ADDRESS
@OUTPUT
@click.option(
    "--url",
    help="ตรวจเว็บไซต์ที่เผยแพร่แล้วจากภายนอก · check a published site from outside, by its address",
)
def assess(
    agency: str | None,
    year: int | None,
    style: str,
    address: str | None,
    output: Path | None,
    url: str | None,
) -> None:
    """สิ่งที่ยังขาดตามแบบ ITA · What is missing of the ITA form, the most costly first.

    With --url, exit code 0: the site holds what it says; 1: something does not hold; 2: wrong use,
    or there is no site to check.
    """
    if url:
        _visit(url, year, style, agency)
    edition, form = answered(agency, year)
    root = _address(edition, address) if style == "html" else ""
    told = ASSESSMENT_FORMATS[style](assessment(edition, form), root)
    _put((told + "\n").encode("utf-8"), output)


def _visit(url: str, year: int | None, style: str, agency: str | None) -> NoReturn:
    if agency or style not in VISIT_FORMATS or not is_web_address(url):
        stop(
            "--url ใช้กับที่อยู่ http หรือ https ไม่ต้องระบุหน่วยงาน และพิมพ์เป็น text หรือ json\n"
            "--url takes an http or https address, no AGENCY, and prints text or json",
            USAGE,
        )
    found = visit(url, year)
    if found.unreadable:
        stop(report.text(found.problems), USAGE)
    if year and not found.forms:
        stop("เว็บไซต์นี้ไม่มีแบบประเมินของปีนั้น\nThe site has no form of that year", USAGE)
    click.echo(VISIT_FORMATS[style](found))
    raise SystemExit(FINDINGS if found.problems else 0)


def _address(edition: Edition, given: str | None) -> str:
    """Where the site is: as the option says, or as the agency's data does."""
    address = given or edition.disclosure.agency.site.address
    if not address or not is_web_address(address):
        stop(
            "ต้องระบุที่อยู่ของเว็บไซต์: --address https://… หรือ site.address ใน agency.yml\n"
            "The site's address is needed: --address https://… or site.address in agency.yml",
            USAGE,
        )
    return address


def _put(content: bytes, output: Path | None) -> None:
    """To a file, or to the screen."""
    if output:
        output.write_bytes(content)
        click.echo(f"เขียนแล้ว · written → {output}", err=True)
    else:
        click.echo(content.decode("utf-8-sig").replace("\r\n", "\n"), nl=False)


@click.command()
@click.argument("agency", required=False)
@OF_YEAR
@ADDRESS
@OUTPUT
@click.option(
    "--format",
    "style",
    type=click.Choice(sorted(ANSWER_FORMATS)),
    default="csv",
    help="csv, html หรือ xlsx (ต้องมี --output) · how to print; xlsx needs --output",
)
def answers(
    agency: str | None,
    year: int | None,
    address: str | None,
    output: Path | None,
    style: str,
) -> None:
    """กระดาษคำตอบสำหรับกรอกในระบบ ITA · The answer sheet: item, address, click path, period, elements."""
    if style == "xlsx" and output is None:
        stop(
            "xlsx เป็นไฟล์: ใช้ --output คำตอบ.xlsx\nxlsx is a file: use --output answers.xlsx", USAGE
        )
    edition, form = answered(agency, year)
    root = _address(edition, address)
    _put(ANSWER_FORMATS[style](assessment(edition, form), root, edition), output)

"""`disclosure template`: a workbook to fill in, blank or with what is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import report
from generator.cli.given import YEAR
from generator.cli.here import FINDINGS, USAGE, chosen, project, stop
from generator.disk import put
from generator.importers.complaints import fill as counts
from generator.importers.complaints import run
from generator.importers.forms import FORMS
from generator.importers.procurement import files, fill
from generator.importers.template import workbook

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


@click.command()
@click.argument("subject", type=click.Choice(sorted(FORMS)))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--agency", help="หน่วยงานที่นำข้อมูลมาใส่ไว้ · the agency whose data is filled in")
@click.option("--year", type=YEAR, help="ปีงบประมาณ (พ.ศ.) ที่นำมาใส่ไว้ · the fiscal year (B.E.) of it")
def template(subject: str, file: Path | None, agency: str | None, year: int | None) -> None:
    """สร้างแบบกรอกข้อมูล XLSX · Write the workbook to fill in; FILE is SUBJECT.xlsx if none is named.

    With --year it holds what is there, to be corrected and imported again.
    """
    target = file or Path(f"{subject}.xlsx")
    content = workbook(FORMS[subject]) if year is None else _filled(subject, agency, year)
    if target.exists() and target.read_bytes() != content:
        stop(
            f"มีไฟล์ {target} อยู่แล้ว จึงไม่ได้เขียนทับ เพราะอาจกรอกข้อมูลไว้แล้ว ตั้งชื่ออื่นต่อท้ายคำสั่ง\n"
            f"There is a file {target} already, perhaps filled in, so it was not overwritten. "
            "Name another file at the end of the command.",
            USAGE,
        )
    put(target, content)
    click.echo(f"เขียนแบบกรอกแล้ว → {target}\nThe workbook to fill in → {target}")


def _filled(subject: str, agency: str | None, year: int) -> bytes:
    here = project()
    (name,) = chosen(here, agency, every=False)
    problems: list[Diagnostic] = []
    content = _there(subject, here.content / name / subject, year, problems)
    if problems:
        stop(report.text(problems), FINDINGS)
    if content is None:
        stop(f"{name} ไม่มีข้อมูล {subject} ของปี {year}\n{name} has no {subject} of B.E. {year}", USAGE)
    return content


def _there(subject: str, folder: Path, year: int, problems: list[Diagnostic]) -> bytes | None:
    """The template with a year's data, or None where there is none."""
    if subject == "complaints":
        told = run.before(folder / f"{year}.yml", problems)
        if told is None:
            return None
        return workbook(FORMS[subject], counts.about(told), counts.rows(told))
    there = files.before(folder / str(year), problems)
    if there is None:
        return None
    return workbook(FORMS[subject], fill.about(there), fill.rows(there))

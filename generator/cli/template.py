"""`disclosure template`: a workbook to fill in, blank or with what is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import report
from generator.cli.here import FINDINGS, USAGE, chosen, project, stop
from generator.importers.forms import FORMS
from generator.importers.procurement import files, fill
from generator.importers.template import workbook

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


@click.command()
@click.argument("subject", type=click.Choice(sorted(FORMS)))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--agency", help="หน่วยงานที่นำข้อมูลมาใส่ไว้ · the agency whose data is filled in")
@click.option("--year", type=int, help="ปีงบประมาณ (พ.ศ.) ที่นำมาใส่ไว้ · the fiscal year (B.E.) of it")
def template(subject: str, file: Path | None, agency: str | None, year: int | None) -> None:
    """สร้างแบบกรอกข้อมูล XLSX · Write the workbook to fill in; FILE is SUBJECT.xlsx if none is named.

    With --year it holds what is there, to be corrected and imported again.
    """
    target = file or Path(f"{subject}.xlsx")
    if year is None:
        target.write_bytes(workbook(FORMS[subject]))
    elif subject != "procurement":
        stop("--year ใช้ได้กับ procurement เท่านั้น\n--year is for procurement alone", USAGE)
    else:
        target.write_bytes(_filled(agency, year))
    click.echo(str(target))


def _filled(agency: str | None, year: int) -> bytes:
    here = project()
    (name,) = chosen(here, agency, every=False)
    problems: list[Diagnostic] = []
    there = files.before(here.content / name / "procurement" / str(year), problems)
    if problems:
        stop(report.text(problems), FINDINGS)
    if there is None:
        stop(f"{name} ไม่มีการจัดซื้อจัดจ้างของปี {year}\n{name} has no procurement of {year}", USAGE)
    return workbook(FORMS["procurement"], fill.about(there), fill.rows(there))

"""`disclosure new`: the files of an agency that has none yet."""

from __future__ import annotations

import click

from generator import report
from generator.cli.here import USAGE, project, stop
from generator.diagnostics import Diagnostic
from generator.new_agency import begin


@click.command()
@click.argument("agency")
def new(agency: str) -> None:
    """เริ่มหน่วยงานใหม่ · Begin a new agency.

    Writes content/AGENCY/ with a file each for the agency, its plan and the first item, to be
    filled in. AGENCY is its id: lower-case letters a-z, digits and hyphens.
    """
    here = project()
    written = begin(here.content, agency)
    if isinstance(written, Diagnostic):
        stop(report.text([written]), USAGE)
    for path in written:
        click.echo(path.relative_to(here.root).as_posix())
    click.echo(
        f"เติมช่องว่างในไฟล์เหล่านี้ แล้วสั่ง disclosure check {agency} เพื่อดูว่ายังขาดอะไร\n"
        f"Fill in the blanks of these files; disclosure check {agency} tells what is missing.",
        err=True,
    )

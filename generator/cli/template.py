"""`disclosure template`: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.importers.forms import FORMS
from generator.importers.template import workbook


@click.command()
@click.argument("subject", type=click.Choice(sorted(FORMS)))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
def template(subject: str, file: Path | None) -> None:
    """สร้างแบบกรอกข้อมูล XLSX · Write the workbook to fill in; FILE is SUBJECT.xlsx if none is named."""
    target = file or Path(f"{subject}.xlsx")
    target.write_bytes(workbook(FORMS[subject]))
    click.echo(str(target))

"""`disclosure import complaints`: a filled-in template becomes a year's counts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.bring import NOTHING_WRITTEN, bring, written
from generator.cli.given import YEAR, option
from generator.cli.here import FINDINGS, chosen, project, stop
from generator.diagnostics import Words
from generator.disk import put
from generator.importers.account import Account
from generator.importers.complaints.run import Outcome, complaints
from generator.load import scalars
from generator.report import of_import


@bring.command(name="complaints")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--agency", help="หน่วยงานใน content/ · an agency in content/")
@click.option("--year", type=YEAR, help="ปีงบประมาณ (พ.ศ.) · fiscal year (B.E.)")
@click.option("--as-of", help="ข้อมูล ณ วันที่ เช่น 2026-03-31 · the day that the data is of")
@click.option("--dry-run", is_flag=True, help="ตรวจเท่านั้น ไม่เขียน · only try it, write nothing")
def import_complaints(
    file: Path, agency: str | None, year: int | None, as_of: str | None, *, dry_run: bool
) -> None:
    """นำเข้าจำนวนเรื่องร้องเรียน · Bring complaint counts in, from our template; counts alone."""
    here = project()
    (name,) = chosen(here, agency, every=False)
    account = Account()
    day = option("--as-of", as_of, scalars.day) if as_of else None
    outcome = complaints(file, here.content / name / "complaints", year, day, account)
    title = Words(f"รายงานการนำเข้า {file.name} → {name}", f"Import of {file.name} into {name}")
    told = of_import.report(account, title, _result(outcome, dry=dry_run))
    if outcome is None:
        stop(of_import.problems_text(told) + "\n" + of_import.summary(told), FINDINGS)
    if not dry_run and not outcome.changes_nothing:
        put(outcome.path, outcome.content)
    click.echo(of_import.summary(told))


def _result(outcome: Outcome | None, *, dry: bool) -> tuple[Words, ...]:
    if outcome is None:
        return (NOTHING_WRITTEN,)
    name, number = f"complaints/{outcome.path.name}", outcome.periods
    return (
        Words(f"{name}: {number} ช่วงเวลา", f"{name}: {number} periods."),
        written(changes_nothing=outcome.changes_nothing, dry=dry),
    )

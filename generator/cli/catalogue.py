"""`disclosure catalogue check`: the ITA forms themselves."""

from __future__ import annotations

from pathlib import Path

import click

from generator import report
from generator.checks.catalogues import catalogue_faults, laws_without_form
from generator.cli.here import FINDINGS, USAGE, stop
from generator.diagnostics import Diagnostic, in_order
from generator.load.catalogues import CATALOGUES, laws, load_catalogue
from generator.load.shown import shown


@click.group()
def catalogue() -> None:
    """แบบประเมิน ITA ของแต่ละปี · The ITA forms, one file for each fiscal year."""


@catalogue.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--format",
    "style",
    type=click.Choice(sorted(report.FORMATS)),
    default="text",
    help="text, json, github · how to print",
)
def check_catalogue(file: Path | None, style: str) -> None:
    """ตรวจแบบประเมินทุกปี หรือไฟล์เดียวเทียบกับปีอื่น · Check every form, or one FILE against the others.

    Exit code 0: nothing to mend. 1: something was found. 2: the command was used wrongly.
    """
    if file and not file.is_file():
        stop(f"ไม่มีไฟล์ {file}\nThere is no file {file}", USAGE)
    found = in_order(examined(file))
    click.echo(report.FORMATS[style](found), nl=bool(found) or style == "json")
    raise SystemExit(FINDINGS if found else 0)


def examined(file: Path | None, folder: Path = CATALOGUES) -> list[Diagnostic]:
    """What is wrong with the forms of a folder; with a file, what is wrong with that one."""
    paths = [path for path in sorted(folder.glob("*.yml")) if not file or path.name != file.name]
    loaded = [load_catalogue(path) for path in (*paths, *([file] if file else []))]
    forms = [form for form, _ in loaded if form]
    problems = [problem for _, found in loaded for problem in found]
    problems += catalogue_faults(forms)
    if folder == CATALOGUES:
        problems += laws_without_form(forms, laws(problems))
    return [p for p in problems if not file or p.place.file == shown(file)]

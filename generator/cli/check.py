"""`disclosure check`: every problem at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from generator import report
from generator.checks import DECIDABLE
from generator.cli.here import FINDINGS, chosen, project
from generator.diagnostics import Diagnostic, Severity, in_order
from generator.duties import duties
from generator.edition import Edition
from generator.inspection import inspected
from generator.today import today

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--all", "every", is_flag=True, help="ทุกหน่วยงานใน content/ · every agency in content/"
)
@click.option(
    "--format",
    "style",
    type=click.Choice(sorted(report.FORMATS)),
    default="text",
    help="text สำหรับอ่าน, json สำหรับโปรแกรม, github สำหรับหมายเหตุบน GitHub · how to print",
)
@click.option(
    "--notes/--no-notes",
    default=None,
    help="แสดงข้อขัดแย้งที่ตัดสินใจแล้วด้วย · also print decided contradictions",
)
@click.option(
    "--online",
    is_flag=True,
    help="ลองเปิดที่อยู่ภายนอกด้วย · also ask outside addresses whether they answer",
)
def check(agency: str | None, style: str, *, every: bool, notes: bool | None, online: bool) -> None:
    """ตรวจข้อมูล · Check the data of AGENCY, or of the one in mkdocs.yml.

    Due dates and waivers are held against today. Outside addresses are asked only with --online.

    Exit code 0: nothing to mend. 1: something was found. 2: the command was used wrongly.
    """
    here = project()
    found: list[Diagnostic] = []
    for name in chosen(here, agency, every=every):
        found += _found(here.content / name, online=online)
    to_mend = [d for d in found if d.rule.severity is not Severity.NOTE]
    shown = found if notes or (notes is None and style == "json") else to_mend
    click.echo(report.FORMATS[style](shown), nl=bool(shown) or style == "json")
    click.echo(_summary(found, to_mend), err=True)
    raise SystemExit(FINDINGS if to_mend else 0)


def _found(folder: Path, *, online: bool) -> list[Diagnostic]:
    """What is to be said about the data, and about it today."""
    disclosure, problems = inspected(folder)
    if disclosure is None or any(p.rule.severity is Severity.ERROR for p in problems):
        return problems
    edition = Edition.of(disclosure)
    problems += duties(edition, today())
    if online:  # what asks the network is loaded by nobody else
        problems += import_module("generator.online").silent_addresses(edition)
    return in_order(problems)


def _summary(found: list[Diagnostic], to_mend: list[Diagnostic]) -> str:
    notes = sum(d.rule.severity is Severity.NOTE and d.rule.code in DECIDABLE for d in found)
    if not to_mend:
        return (
            f"ไม่พบสิ่งที่ต้องแก้ · ข้อขัดแย้งในเอกสารที่ตัดสินใจแล้ว {notes} เรื่อง (--notes)\n"
            f"Nothing to mend. {notes} contradictions of the document are decided (--notes)."
        )
    return (
        f"พบ {len(to_mend)} เรื่องที่ต้องแก้ หรือต้องตัดสินใจ\n"
        f"{len(to_mend)} to mend or to decide; `disclosure explain CODE` tells more."
    )

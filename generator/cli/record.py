"""`disclosure record`: what this edition publishes of small counts, kept for the next one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator import report
from generator.cli.here import FINDINGS, chosen, project, stop
from generator.diagnostics import Severity
from generator.disk import put
from generator.inspection import inspected
from generator.load.counts import PUBLISHED
from generator.published import published, subject_of, written

if TYPE_CHECKING:
    from generator.model.complaints import ComplaintReport
    from generator.model.disclosure import Disclosure
    from generator.model.gifts import GiftReport

HEAD = """# yaml-language-server: $schema=../../.schema/published.json
# เขียนโดยคำสั่ง disclosure record ห้ามแก้ไข: ฉบับถัดไปใช้ไฟล์นี้ป้องกันการนำสองฉบับมาลบกัน
# Written by disclosure record; do not edit: the next edition needs it, so that nothing hidden shows.
editions:
"""


@click.command()
@click.argument("agency", required=False)
def record(agency: str | None) -> None:
    """บันทึกจำนวนที่เผยแพร่ของเรื่องร้องเรียน · Record what is published of complaints.

    Run it when you publish. It adds to complaints/published.yml how each count of complaints and
    gifts is shown now; the next edition hides what the two together would give away.
    """
    here = project()
    (name,) = chosen(here, agency, every=False)
    folder = here.content / name
    disclosure, problems = inspected(folder)
    errors = [problem for problem in problems if problem.rule.severity is Severity.ERROR]
    if disclosure is None or errors:
        stop(report.text(errors or problems), FINDINGS)
    new = _new_editions(disclosure)
    if new:
        path = folder / PUBLISHED
        before = path.read_text(encoding="utf-8-sig") if path.exists() else HEAD
        put(path, "".join([before.rstrip("\n"), "\n", *new]).encode("utf-8"))
    click.echo(_told(len(new), f"{name}/{PUBLISHED}"))


def _told(number: int, place: str) -> str:
    if not number:
        return (
            "ไม่มีจำนวนใหม่ให้บันทึก สิ่งที่แสดงอยู่บันทึกไว้แล้ว\n"
            "Nothing new to record: what is shown now is recorded already."
        )
    return f"บันทึกจำนวนที่แสดงอยู่ {number} ชุด → {place}\nRecorded what is shown now: {number} → {place}"


def _new_editions(disclosure: Disclosure) -> list[str]:
    """What is shown now and is not recorded, as entries of the file."""
    now = published(disclosure)
    new = []
    reports: list[ComplaintReport | GiftReport] = [*disclosure.complaints, *disclosure.gifts]
    for told in reports:
        cells = {key: written(shown) for key, shown in now.of(told).items()}
        known = (e.cells for e in disclosure.published_counts if e.subject == subject_of(told))
        if cells and cells not in list(known):
            new.append(_entry(told, cells))
    return new


def _entry(told: ComplaintReport | GiftReport, cells: dict[str, str]) -> str:
    lines = [
        f"  - fiscal_year: {int(told.fiscal_year)}",
        f"    as_of: {told.as_of}",
        f"    subject: {subject_of(told)}",
        "    cells:",
        *(f"      {key}: {json.dumps(value)}" for key, value in cells.items()),
    ]
    return "\n".join(lines) + "\n"

"""`disclosure confirm` and `disclosure release`: what a person states, written down with its day."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import click

from generator import report
from generator.cli.assess import answered, edition_of
from generator.cli.given import YEAR, option
from generator.cli.here import FINDINGS, USAGE, chosen, project, stop
from generator.diagnostics import Severity
from generator.disk import put
from generator.inspection import inspected
from generator.kept_files import CHECKS, RELEASED, confirmed, released, write_checks, write_ledger
from generator.load import scalars
from generator.model.base import Text
from generator.today import today

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

AHEAD = timedelta(days=31)
"""How far a release may be planned ahead; what lies beyond is a slip of the keyboard."""


def _day(typed: str) -> date:
    """The day of an option; one far in the future would keep every later one out."""
    day = option("--on", typed, scalars.day)
    if day > today() + AHEAD:
        stop(
            f"--on: วันที่ {day} ยังมาไม่ถึง ตรวจปี\n--on: {day} lies in the future; check the year", USAGE
        )
    return day


def _written(folder: Path, name: str, write: Callable[[], None]) -> None:
    """Writes a file that is kept, unless the data would have errors with it; then all is as it was."""
    path = folder / name
    before = path.read_bytes() if path.exists() else None
    write()
    _, problems = inspected(folder)
    errors = [problem for problem in problems if problem.rule.severity is Severity.ERROR]
    if not errors:
        return
    told = report.text(errors)
    if before is None:
        path.unlink()
    else:
        put(path, before)
    stop(
        f"{told}\nไม่ได้บันทึก เพราะข้อมูลจะผิดกติกา\nNothing was written: the data would have errors.",
        USAGE,
    )


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--year", type=YEAR, required=True, help="ปีของแบบประเมิน (พ.ศ.) · year of the form (B.E.)"
)
@click.option("--item", required=True, help="รหัสข้อ เช่น O11 · code of the item, such as O11")
@click.option(
    "--by", required=True, help="ตำแหน่งผู้ตรวจ ไม่ใช่ชื่อบุคคล · position of who checked, not a name"
)
@click.option("--by-en", help="ตำแหน่งเป็นภาษาอังกฤษ · the position in English, for the English pages")
@click.option("--on", required=True, help="วันที่ตรวจ เช่น 2026-03-31 · day of the check, YYYY-MM-DD")
def confirm(agency: str | None, year: int, item: str, by: str, by_en: str | None, on: str) -> None:
    """บันทึกว่าบุคคลตรวจข้อนี้แล้ว · Write down that a person checked an item and found it right.

    When the item's data or what the form demands changes, the item asks to be checked again.
    """
    edition, form = answered(agency, year)
    covered = next((c for c in form.items if c.item.code == item.upper()), None)
    if covered is None:
        stop(f"แบบปี {year} ไม่มีข้อ {item}\nThe form of B.E. {year} has no item {item}", USAGE)
    if not covered.is_shown:
        stop(
            f"ข้อ {item} ยังไม่มีข้อมูลให้ตรวจ\nNothing of {item} is published, so there is nothing to check",
            FINDINGS,
        )
    position = Text(th=by.strip(), en=by_en.strip() if by_en else None)
    folder = project().content / edition.disclosure.agency.id
    checks = confirmed(edition, form, covered, position, _day(on))
    _written(folder, CHECKS, partial(write_checks, folder, checks))
    code, place = covered.item.code, f"{folder.name}/{CHECKS}"
    click.echo(
        f"บันทึกแล้วว่า {position.th} ตรวจข้อ {code} ปี {year} → {place}\n"
        f"Written down that {code} of B.E. {year} was checked → {place}"
    )


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--all", "every", is_flag=True, help="ทุกหน่วยงานใน content/ · every agency in content/"
)
@click.option(
    "--on", required=True, help="วันที่เผยแพร่ เช่น 2026-03-31 · day of the release, YYYY-MM-DD"
)
def release(agency: str | None, on: str, *, every: bool) -> None:
    """บันทึกว่าเว็บไซต์เผยแพร่เมื่อใด · Write down what is published on a day, in released.yml.

    Pages then tell when an item was first published and when it last changed. Run it before the
    build that is published, and keep the file with the data.
    """
    here, day = project(), _day(on)
    for name in chosen(here, agency, every=every):
        edition = edition_of(name)
        before = edition.disclosure.ledger
        if before and before.on > day:
            stop(
                f"{name}: เผยแพร่แล้วเมื่อ {before.on} ซึ่งหลังจาก {day}\n"
                f"{name}: the last release was on {before.on}, after {day}",
                USAGE,
            )
        ledger = released(edition, day)
        folder = here.content / name
        _written(folder, RELEASED, partial(write_ledger, folder, ledger))
        changed = sum(entry.changed == day for entry in ledger.items)
        number, place = len(ledger.items), f"{name}/{RELEASED}"
        click.echo(
            f"บันทึกการเผยแพร่วันที่ {day} แล้ว: ใหม่หรือเปลี่ยน {changed} จาก {number} ข้อ → {place}\n"
            f"The release of {day} is written down: {changed} of {number} items new or changed → {place}"
        )

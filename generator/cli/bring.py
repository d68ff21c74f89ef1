"""`disclosure import`: officers' workbooks become the content's tables, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.given import YEAR, option
from generator.cli.here import FINDINGS, chosen, project, stop
from generator.diagnostics import Words
from generator.importers.account import Account
from generator.importers.procurement.files import save
from generator.importers.procurement.merge import Wishes
from generator.importers.procurement.run import Outcome, procurement
from generator.load import scalars
from generator.report import of_import


@click.group(name="import")
def bring() -> None:
    """นำเข้าไฟล์ของเจ้าหน้าที่ · Bring officers' workbooks in: XLSX, XLS, ODS or CSV."""


@bring.command(name="procurement")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option("--agency", help="หน่วยงานใน content/ · an agency in content/")
@click.option("--year", type=YEAR, help="ปีงบประมาณ (พ.ศ.) · fiscal year (B.E.)")
@click.option("--month", help="เดือนของแผ่นงานที่ไม่ได้บอก เช่น 2025-10 · month of sheets that tell none")
@click.option(
    "--months-from-egp",
    is_flag=True,
    help="ใช้เดือนในเลขที่โครงการ e-GP (หลักที่ 1–4) · take the month from the e-GP number",
)
@click.option("--as-of", help="ข้อมูล ณ วันที่ เช่น 2026-03-31 · the day that the data is of")
@click.option(
    "--report",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="เขียนรายงานไว้ในโฟลเดอร์นี้ (HTML และข้อความ) · write the report here, as HTML and text",
)
@click.option("--dry-run", is_flag=True, help="ตรวจเท่านั้น ไม่เขียน · only try it, write nothing")
def import_procurement(
    files: tuple[Path, ...],
    agency: str | None,
    year: int | None,
    month: str | None,
    as_of: str | None,
    folder: Path | None,
    *,
    months_from_egp: bool,
    dry_run: bool,
) -> None:
    """นำเข้าการจัดซื้อจัดจ้าง · Bring procurement in: form สขร.1, the ITA lists, e-GP, our template."""
    here = project()
    (name,) = chosen(here, agency, every=False)
    wishes = Wishes(
        year=year,
        month=option("--month", month, scalars.month) if month else None,
        months_from_egp=months_from_egp,
        as_of=option("--as-of", as_of, scalars.day) if as_of else None,
    )
    account = Account()
    outcome = procurement(files, here.content / name / "procurement", wishes, account)
    told = of_import.report(account, _title(files, name), _result(outcome, dry=dry_run))
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "import.html").write_text(of_import.as_html(told), encoding="utf-8", newline="\n")
        (folder / "import.txt").write_text(of_import.as_text(told), encoding="utf-8", newline="\n")
    if outcome is None:
        stop(of_import.problems_text(told) + "\n" + of_import.summary(told), FINDINGS)
    if not dry_run and not outcome.changes_nothing:
        save(outcome.files, outcome.folder)
    click.echo(of_import.summary(told))


def _title(files: tuple[Path, ...], agency: str) -> Words:
    names = ", ".join(path.name for path in files)
    return Words(f"รายงานการนำเข้า {names} → {agency}", f"Import of {names} into {agency}")


def _result(outcome: Outcome | None, *, dry: bool) -> tuple[Words, ...]:
    if outcome is None:
        return (NOTHING_WRITTEN,)
    year, before = outcome.year, outcome.before
    old = {p.id: p for p in before.processes} if before else {}
    new = {p.id: p for p in year.processes}
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    months = ", ".join(str(month) for month in year.report.months_without) or "–"
    place = f"{outcome.folder.parent.parent.name}/procurement/{outcome.folder.name}"
    return (
        Words(
            f"{place}: {len(new)} รายการ {len(year.contracts)} สัญญา {len(year.bids)} ราคาที่เสนอ · เดือนที่ไม่มี: {months}",
            f"{place}: {len(new)} purchases, {len(year.contracts)} contracts, {len(year.bids)} bids; months without: {months}",
        ),
        Words(
            f"เพิ่ม {added} เปลี่ยน {changed} นำออก {gone} รายการ",
            f"{added} purchases added, {changed} changed, {gone} taken out.",
        ),
        written(changes_nothing=outcome.changes_nothing, dry=dry),
    )


NOTHING_WRITTEN = Words(
    "ไม่ได้เขียนอะไร เพราะมีเรื่องที่ต้องแก้ก่อน", "Nothing was written; mend these first."
)


def written(*, changes_nothing: bool, dry: bool) -> Words:
    """What an import that had no problems did to the files."""
    if changes_nothing:
        return Words("ตรงกับที่มีอยู่แล้ว ไม่มีอะไรเปลี่ยน", "All of it is there already; nothing changes.")
    if dry:
        return Words("ยังไม่ได้เขียน (--dry-run)", "Nothing was written (--dry-run).")
    return Words("เขียนแล้ว ตรวจด้วย disclosure check", "Written; `disclosure check` comes next.")

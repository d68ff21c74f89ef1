"""`disclosure write DIR`: the same tree on disk, for another engine."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator import report
from generator.building.files import made
from generator.cli.here import FINDINGS, USAGE, chosen, project, stop
from generator.destination import among_sources
from generator.refused import Refused
from generator.site import SitePage


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--agency", help="หน่วยงานใน content/ · an agency in content/")
def write(folder: Path, agency: str | None) -> None:
    """เขียนหน้าเว็บเป็นไฟล์สำหรับโปรแกรมอื่น · Write the pages as files for another engine.

    Each page is an .md file: front matter (title, lang, description, alternates), then its HTML.
    """
    here = project()
    (name,) = chosen(here, agency, every=False)
    misplaced = among_sources(folder, here)
    if misplaced:
        stop(report.text([misplaced]), USAGE)
    if folder.exists() and any(folder.iterdir()):
        stop(f"โฟลเดอร์ {folder} ไม่ว่าง\nThe folder {folder} is not empty", FINDINGS)
    try:
        files = list(made(here.content / name))
    except Refused as refused:
        stop(report.text(refused.diagnostics), FINDINGS)
    for file in files:
        path = folder / file.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_document(file) if isinstance(file, SitePage) else file.content)
    click.echo(f"เขียนแล้ว {len(files)} ไฟล์ → {folder}\n{len(files)} files written → {folder}")


def _document(page: SitePage) -> bytes:
    front = {
        "title": page.frame.title,
        "lang": page.frame.around.lang,
        "description": page.frame.description,
        "alternates": dict(page.frame.alternates) or {page.frame.other_lang: page.frame.other.href},
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "", page.html, ""]).encode("utf-8")

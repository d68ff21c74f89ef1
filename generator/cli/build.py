"""`disclosure build`: a site that takes the old one's place when it is whole."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import report
from generator.building.build import build as build_site
from generator.cli.here import ENDED, FINDINGS, USAGE, chosen, project, stop
from generator.destination import among_sources, taken
from generator.refused import Lost, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--all", "every", is_flag=True, help="ทุกหน่วยงาน พร้อมหน้ารวม · every agency, with a portal page"
)
@click.option("--strict", is_flag=True, help="หยุดเมื่อมีคำเตือน · stop at warnings too")
@click.option(
    "--fresh", is_flag=True, help="ไม่ใช้ผลที่เก็บไว้จากครั้งก่อน · as if nothing had been built before"
)
@click.option("--draft", is_flag=True, hidden=True)
@click.option("--place", type=click.Path(path_type=Path), hidden=True)
@click.option("--site-dir", type=click.Path(path_type=Path), help="โฟลเดอร์ผลลัพธ์ · where to write")
def build(
    agency: str | None,
    site_dir: Path | None,
    place: Path | None,
    *,
    every: bool,
    strict: bool,
    fresh: bool,
    draft: bool,
) -> None:
    """สร้างเว็บไซต์ · Build the site of AGENCY, or of the one in mkdocs.yml, into site/."""
    here = project()
    names = chosen(here, agency, every=every)
    target = (site_dir or here.site).absolute()
    if fresh:
        shutil.rmtree(here.cache, ignore_errors=True)
    misplaced = among_sources(target, here) or taken(target)
    if misplaced:
        stop(report.text([misplaced]), USAGE)
    try:
        if every:
            build_all = import_module("generator.building.every_agency").build_all
            failed = build_all(here, names, target, strict=strict, say=click.echo)
            raise SystemExit(FINDINGS if failed else 0)
        is_new = build_site(here, names[0], target, place=place, strict=strict, draft=draft)
    except Refused as refused:
        stop(report.text(refused.diagnostics) + _REFUSED, FINDINGS)
    except Lost:
        stop(_LOST, ENDED)
    except OSError:
        click.echo(_REFUSED, err=True)
        raise
    for words in _taken_out(here.content / names[0]) if is_new else ():
        click.echo(words)
    click.echo(f"{names[0]} → {target}" + ("" if is_new else _SAME))


def _taken_out(folder: Path) -> Iterator[str]:
    """What was taken out of each attached file; they were cleaned a moment ago and are kept."""
    attachments = import_module("generator.attachments")
    for path in attachments.attached(folder):
        clean = attachments.cleaned(path, path.name)
        if isinstance(clean, attachments.Cleaned) and clean.removed:
            thai = ", ".join(words.th for words in clean.removed)
            english = ", ".join(words.en for words in clean.removed)
            yield f"{path.name}: นำออกก่อนเผยแพร่: {thai} · taken out: {english}"


_SAME = "\nไม่มีอะไรเปลี่ยน เว็บไซต์เดิมใช้ได้ · nothing has changed since the last build"
_REFUSED = (
    "\nไม่ได้สร้างเว็บไซต์ใหม่ เว็บไซต์เดิมยังอยู่ครบ\n"
    "The site was not built again; the one that is there was not touched."
)
_LOST = (
    "กระบวนการที่สองของการสร้างเว็บไซต์ถูกปิดกลางคัน หน่วยความจำอาจไม่พอ เว็บไซต์เดิมยังอยู่ครบ "
    "ลองใหม่อีกครั้ง หากเกิดซ้ำ ให้ตั้งตัวแปร DISCLOSURE_PROCESSES=1\n"
    "The second process of the build was ended from outside, perhaps for want of memory. The site that is there "
    "was not touched. Try again; if it happens again, set DISCLOSURE_PROCESSES=1."
)

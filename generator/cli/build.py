"""`disclosure build`: a site that takes the old one's place when it is whole."""

from __future__ import annotations

from pathlib import Path

import click

from generator import report
from generator.cli.here import FINDINGS, chosen, project, stop
from generator.portal import build_all
from generator.workshop import Refused


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--all", "every", is_flag=True, help="ทุกหน่วยงาน พร้อมหน้ารวม · every agency, with a portal page"
)
@click.option("--strict", is_flag=True, help="หยุดเมื่อมีคำเตือน · stop at warnings too")
@click.option("--site-dir", type=click.Path(path_type=Path), help="โฟลเดอร์ผลลัพธ์ · where to write")
def build(agency: str | None, site_dir: Path | None, *, every: bool, strict: bool) -> None:
    """สร้างเว็บไซต์ · Build the site of AGENCY, or of the one in mkdocs.yml, into site/."""
    from generator import mkdocs_plugin

    here = project()
    names = chosen(here, agency, every=every)
    target = (site_dir or here.site).absolute()
    if every:
        failed = build_all(here, names, target, strict=strict, say=click.echo)
        raise SystemExit(FINDINGS if failed else 0)
    try:
        mkdocs_plugin.build(here.config_file, agency=names[0], site_dir=target, strict=strict)
    except Refused as refused:
        stop(report.text(refused.diagnostics) + _REFUSED, FINDINGS)
    click.echo(f"{names[0]} → {target}")


_REFUSED = (
    "\nไม่ได้สร้างเว็บไซต์ใหม่ เว็บไซต์เดิมยังอยู่ครบ\n"
    "The site was not built again; the one that is there was not touched."
)

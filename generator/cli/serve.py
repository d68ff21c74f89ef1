"""`disclosure serve`: the site on this computer, built again at every change."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from generator.cli.here import chosen, project
from generator.serving.server import serve_site


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, help="0: พอร์ตว่างใดก็ได้ · 0: any free port"
)
def serve(agency: str | None, port: int) -> None:
    """เปิดดูเว็บไซต์ที่เครื่องนี้ และสร้างใหม่เมื่อข้อมูลเปลี่ยน · Serve the site; a change shows at once."""
    here = project()
    (name,) = chosen(here, agency, every=False)
    folder = tempfile.mkdtemp(prefix="disclosure-")
    try:
        serve_site(here, name, Path(folder) / "site", port, say=click.echo)
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # a browser may be reading one of its files

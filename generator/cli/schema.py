"""`disclosure schema`: the JSON Schema that editors use."""

from __future__ import annotations

import click

from generator.cli.here import project
from generator.disk import put
from generator.schema import schemas


@click.command()
def schema() -> None:
    """เขียน JSON Schema สำหรับโปรแกรมแก้ไขไฟล์ · Write the JSON Schema to content/.schema/."""
    folder = project().content / ".schema"
    folder.mkdir(exist_ok=True)
    for name, content in schemas():
        put(folder / name, content)
        click.echo(f"{folder.name}/{name}")

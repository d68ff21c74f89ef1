"""The `disclosure` command: one module for each verb."""

from __future__ import annotations

import sys

import click

from generator.cli.assess import answers, assess
from generator.cli.bring import bring
from generator.cli.bring_complaints import import_complaints
from generator.cli.build import build
from generator.cli.catalogue import catalogue
from generator.cli.check import check
from generator.cli.explain import explain
from generator.cli.indicators import indicators
from generator.cli.keep import confirm, release
from generator.cli.record import record
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.template import template
from generator.cli.write import write


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """สร้างเว็บไซต์เปิดเผยข้อมูลของ อปท. จากไฟล์ใน content/.

    Builds an agency's disclosure site from the files in content/.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


bring.add_command(import_complaints)
for command in (
    answers,
    assess,
    bring,
    build,
    catalogue,
    check,
    confirm,
    explain,
    indicators,
    record,
    release,
    schema,
    serve,
    template,
    write,
):
    main.add_command(command)

"""The project that a command is run in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

import click

from generator import report
from generator.diagnostics import Diagnostic
from generator.project import Project, find

FINDINGS, USAGE, ENDED = 1, 2, 3
"""Exit codes: something was found; the command was used wrongly; it was ended from outside."""


def project() -> Project:
    """The project of the current folder; ends the command if there is none."""
    found = find(Path.cwd())
    if isinstance(found, Diagnostic):
        stop(report.text([found]), USAGE)
    return found


def chosen(project: Project, agency: str | None, *, every: bool) -> tuple[str, ...]:
    """The agencies that a command is about; ends the command if one does not exist."""
    known = ", ".join(project.agencies())
    if every and known:
        return project.agencies()
    name = _last_part(agency or project.agency)
    if name not in project.agencies():
        stop(
            f'ไม่มีหน่วยงาน "{name}" ใน content/ · มี: {known or "–"}\n'
            f'There is no agency "{name}" in content/. There are: {known or "–"}',
            USAGE,
        )
    return (name,)


def _last_part(agency: str) -> str:
    """The name of a folder that was typed, or completed by the Tab key, as a path."""
    return re.split(r"[\\/]", agency.rstrip("\\/"))[-1]


def stop(message: str, code: int) -> NoReturn:
    """Say why, and end the command."""
    click.echo(message, err=True)
    raise SystemExit(code)

"""The `disclosure` command: one module for each verb, loaded when the verb is asked for."""

from __future__ import annotations

import errno
import sys
from importlib import import_module
from typing import Any

import click

from generator.cli.here import ENDED
from generator.memory import look_seldom

VERBS = {
    "answers": "assess",
    "assess": "assess",
    "build": "build",
    "catalogue": "catalogue",
    "check": "check",
    "confirm": "keep",
    "explain": "explain",
    "import": "bring_complaints",
    "indicators": "indicators",
    "new": "new",
    "record": "record",
    "release": "keep",
    "schema": "schema",
    "serve": "serve",
    "template": "template",
    "write": "write",
}
"""The module of each verb, of `import` the last that adds to it.

A check must not wait for what only a build or an import needs.
"""


class Verbs(click.Group):
    """A group whose commands are found by name in their modules."""

    def main(self, *arguments: Any, **named: Any) -> Any:
        """Runs a command; what it loads is held until its end too."""
        look_seldom()
        for stream in (sys.stdout, sys.stderr):  # before the help is printed, also into a file
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return super().main(*arguments, **named)

    def make_context(self, *arguments: Any, **named: Any) -> click.Context:
        """Reads what was typed; what click says against it is told in Thai too."""
        try:
            return super().make_context(*arguments, **named)
        except click.UsageError as error:
            _spoken("wrong_use", error)
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; what click or the system say against it is told in Thai too."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            _spoken("wrong_use", error)
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read our words has gone
                raise
            _spoken("system", error)
            raise SystemExit(ENDED) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs, as the help lists them."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A verb's command; None if there is no such verb."""
        if cmd_name not in VERBS:
            return None
        found = vars(import_module(f"generator.cli.{VERBS[cmd_name]}")).values()
        return next(c for c in found if isinstance(c, click.Command) and c.name == cmd_name)


def _spoken(how: str, error: Exception) -> None:
    """Words that are seldom needed, loaded when they are."""
    told = vars(import_module("generator.cli.spoken"))[how](error)
    click.echo(told, err=True, nl=bool(told))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """สร้างเว็บไซต์เปิดเผยข้อมูลของ อปท. จากไฟล์ใน content/.

    Builds an agency's disclosure site from the files in content/.
    """

"""`disclosure explain CODE`: one rule, or the list of all."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click

from generator.cli.here import USAGE, stop
from generator.rules import BY_CODE, RULES


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """อธิบายกติกา · Explain a rule; without CODE, list them all."""
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code:24} {_general(rule.what.th)} · {_general(rule.what.en)}")
        return
    code = CODE.sub(r"\1", code.strip().lower())
    rule = BY_CODE.get(code) or stop(_unknown(code, list(BY_CODE)), USAGE)
    click.echo(f"{rule.severity}[{rule.code}]")
    for what, why, mend in (
        (rule.what.th, rule.why.th, rule.mend.th),
        (rule.what.en, rule.why.en, rule.mend.en),
    ):
        click.echo(_general(f"\n  {what}\n  {why}\n  → {mend}"))


CODE = re.compile(r"(?:error|warning|note)?\[(.+)\]")
"""A code as messages print it: `error[tab]`."""


def _general(words: str) -> str:
    """A rule's words without a case: "…" where a message names what it is about."""
    return re.sub(r"(?<!\{)\{[a-z_]+\}", "…", words).replace("{{", "{").replace("}}", "}")


def _unknown(code: str, codes: list[str]) -> str:
    nearest = get_close_matches(code, codes, 1, 0.5)
    hint = f" · {nearest[0]}?" if nearest else ""
    return f'ไม่มีกติกา "{code}"{hint}\nThere is no rule "{code}"{hint}'

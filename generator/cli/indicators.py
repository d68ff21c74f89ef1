"""`disclosure indicators`: what an auditor would look at first, for the officer's own eyes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator import report
from generator.cli.given import YEAR
from generator.cli.here import FINDINGS, chosen, project, stop
from generator.formats import plain
from generator.indicators import INDICATORS, NOT_PROOF, findings
from generator.inspection import inspected
from generator.model.ledger import Ledger

if TYPE_CHECKING:
    from generator.diagnostics import Words
    from generator.indicators import Finding
    from generator.model.disclosure import Disclosure


@click.command()
@click.argument("agency", required=False)
@click.option(
    "--year", type=YEAR, help="ปีงบประมาณ พ.ศ. เช่น 2569 · fiscal year (B.E.); all if left out"
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text สำหรับอ่าน, json สำหรับโปรแกรม · how to print",
)
def indicators(agency: str | None, year: int | None, style: str) -> None:
    """ตัวชี้วัดความเสี่ยงของการจัดซื้อจัดจ้าง · Indicators of risk in an agency's procurement.

    Whatever the public page shows. A finding is a reason to read the documents, not proof of
    wrongdoing.
    """
    here = project()
    (name,) = chosen(here, agency, every=False)
    disclosure, problems = inspected(here.content / name)
    if disclosure is None:
        stop(report.text(problems), FINDINGS)
    ledgers = _ledgers(disclosure, year)
    if style == "json":
        content = [_in_json(ledger, found) for ledger in ledgers for found in findings(ledger)]
        click.echo(json.dumps(content, ensure_ascii=False, indent=1))
        return
    for ledger in ledgers:
        _print(ledger)


def _ledgers(disclosure: Disclosure, year: int | None) -> list[Ledger]:
    known = [Ledger.of(procurement) for procurement in disclosure.procurement]
    wanted = [ledger for ledger in known if year in (None, int(ledger.year))]
    if not wanted:
        years = ", ".join(str(int(ledger.year)) for ledger in known) or "–"
        stop(
            f"ไม่มีข้อมูลจัดซื้อจัดจ้าง · มีปี: {years}\nThere is no procurement of that year. Years (B.E.): {years}",
            FINDINGS,
        )
    return wanted


def _print(ledger: Ledger) -> None:
    click.echo(f"ปีงบประมาณ · Fiscal year (B.E.) {int(ledger.year)}")
    _both(NOT_PROOF, "  ")
    found = findings(ledger)
    for indicator in INDICATORS:
        passed = [finding for finding in found if finding.indicator is indicator]
        click.echo(f"\n[{indicator.code}] {len(passed)}")
        _both(indicator.title, "  ")
        click.echo(f"  {indicator.formula.th} · {indicator.threshold.th} · {indicator.source.th}")
        click.echo(f"  {indicator.formula.en} · {indicator.threshold.en} · {indicator.source.en}")
        for finding in passed:
            _print_finding(finding)
    click.echo()


def _print_finding(finding: Finding) -> None:
    subject = f"{finding.subject}: " if finding.subject else ""
    click.echo(f"  - {subject}{finding.value.th} · {finding.value.en}")
    for purchase in finding.purchases:
        place, price = purchase.process.locate(), plain(purchase.price)
        click.echo(f"      {place.file}:{place.line}: {purchase.process.title.th} {price}")


def _both(words: Words, indent: str) -> None:
    click.echo(f"{indent}{words.th}\n{indent}{words.en}")


def _in_json(ledger: Ledger, finding: Finding) -> dict[str, object]:
    return {
        "fiscal_year": int(ledger.year),
        "indicator": finding.indicator.code,
        "subject": finding.subject,
        "value": finding.value.by_language,
        "processes": [purchase.process.id for purchase in finding.purchases],
    }

"""Indicators of risk as a page shows them, where the agency chose to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import formats
from generator.frozen import frozen
from generator.indicators import INDICATORS, findings
from generator.pages.base import Link
from generator.pages.purchases import path_of

if TYPE_CHECKING:
    from generator.indicators import Finding, Indicator
    from generator.model.base import Phrase
    from generator.model.ledger import Ledger
    from generator.pages.base import Here

MOST = 20
"""Findings of an indicator, and purchases of a finding, that the page names; `disclosure indicators` names them all."""


@frozen(kw_only=True)
class FindingRow:
    """What passed the threshold of an indicator."""

    subject: Phrase | str
    value: str
    purchases: tuple[Link, ...]
    more: str


@frozen(kw_only=True)
class IndicatorRow:
    """An indicator with its formula, threshold and source, whether anything passed it or not."""

    title: str
    formula: str
    threshold: str
    source: str
    findings: tuple[FindingRow, ...]
    more: str


def indicator_rows(here: Here, ledger: Ledger) -> tuple[IndicatorRow, ...]:
    """Every indicator, with what passed it in the year."""
    found = findings(ledger)
    return tuple(
        _indicator(here, ledger, one, [f for f in found if f.indicator is one])
        for one in INDICATORS
    )


def _indicator(
    here: Here, ledger: Ledger, indicator: Indicator, found: list[Finding]
) -> IndicatorRow:
    return IndicatorRow(
        title=here.say(indicator.title),
        formula=here.say(indicator.formula),
        threshold=here.say(indicator.threshold),
        source=here.say(indicator.source),
        findings=tuple(_row(here, ledger, finding) for finding in found[:MOST]),
        more=_more(here, len(found)),
    )


def _more(here: Here, number: int) -> str:
    rest = number - MOST
    return here.words("and {n} more", n=formats.number(rest)) if rest > 0 else ""


def _row(here: Here, ledger: Ledger, finding: Finding) -> FindingRow:
    return FindingRow(
        subject=here.written(finding.subject) if finding.subject else "",
        value=here.say(finding.value),
        purchases=tuple(
            Link(
                here.text(purchase.process.title),
                here.to(path_of(ledger, purchase), purchase.process.id),
            )
            for purchase in finding.purchases[:MOST]
        ),
        more=_more(here, len(finding.purchases)),
    )

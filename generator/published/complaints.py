"""Complaint reports as linked tables: what is counted, how it hangs together, what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.complaints import Answer, Medium
from generator.published.facts import ALL, AT_END, AT_START, Facts, Span

if TYPE_CHECKING:
    from generator.model.complaints import ComplaintPeriod, ComplaintReport, ComplaintType

RECEIVED, COMPLETED = "received", "completed"
CHANNEL, ANSWER = "channel", "answer"
CONTENT = "content"
"""Answers to the question of satisfaction: `yes` and `no`."""
INSIDE, BY_PERIOD, BY_CATEGORY, TOTAL = 0, 1, 2, 5
"""Ranks: what lies inside a table is rather withheld than a margin, a total last."""


def span_of(period: ComplaintPeriod) -> Span:
    """The months of a period."""
    return Span(period.from_, period.to)


def whole_span(report: ComplaintReport) -> Span:
    """From the first month that is counted to the last."""
    return Span(report.periods[0].from_, report.periods[-1].to)


def counted_months(report: ComplaintReport) -> int:
    """Of how many of the year's twelve months something is said."""
    return len({month for period in report.periods for month in period.months})


def add_facts(facts: Facts, reports: tuple[ComplaintReport, ...]) -> None:
    """The counts of every year and the relations between them."""
    before: Span | None = None
    for report in reports:
        for period in report.periods:
            _flows(facts, period, report.types, before)
            _splits(facts, period)
            if period.none:
                facts.silent.add((RECEIVED, span_of(period)))
            before = span_of(period)


def _flows(
    facts: Facts, period: ComplaintPeriod, types: tuple[ComplaintType, ...], before: Span | None
) -> None:
    """Carried over + received = completed + open at the end, for each type."""
    span, flows = span_of(period), period.flows
    facts.count(RECEIVED, span, {t: flows[t].received if t in flows else 0 for t in types})
    facts.count(COMPLETED, span, {t: flows[t].completed if t in flows else 0 for t in types})
    facts.count(AT_END, span, {t: flows[t].in_progress if t in flows else 0 for t in types})
    if before and before.last.next == span.first:
        facts.carry(before, span, [str(t) for t in types])
    else:
        facts.count(AT_START, span, {t: flows[t].carried_over if t in flows else 0 for t in types})
    for kind in types:
        there = [facts.of(m, span).get(kind) for m in (AT_START, RECEIVED)]
        gone = [facts.of(m, span)[kind] for m in (COMPLETED, AT_END)]
        facts.equal([atom for atom in there if atom], gone)


def _splits(facts: Facts, period: ComplaintPeriod) -> None:
    """What came in, by channel and by the answering rule; who was asked, by what they said."""
    span = span_of(period)
    received = list(facts.of(RECEIVED, span).values())
    for measure, split in ((CHANNEL, period.by_channel), (ANSWER, period.answers)):
        if split is not None:
            facts.count(measure, span, {str(k): n for k, n in split.counts().items()})
            facts.equal(list(facts.of(measure, span).values()), received)
    asked = period.satisfaction
    if asked and asked.satisfied is not None and asked.asked is not None:
        facts.count(CONTENT, span, {"yes": asked.satisfied, "no": asked.asked - asked.satisfied})


def add_cells(facts: Facts, report: ComplaintReport) -> None:
    """The tables of a year: type by period, flow by period, flow by type, channel, answer."""
    limit, types = report.small_counts_below, report.types
    whole = whole_span(report)
    for period in report.periods:
        span = span_of(period)
        for kind in types:
            facts.cell(RECEIVED, span, kind, rank=INSIDE, limit=limit)
        for measure in (AT_START, RECEIVED, COMPLETED, AT_END):
            facts.cell(measure, span, ALL, rank=BY_PERIOD, limit=limit)
    for measure in (AT_START, RECEIVED, COMPLETED, AT_END):
        for kind in types:
            facts.cell(measure, whole, kind, rank=BY_CATEGORY, limit=limit)
        facts.cell(measure, whole, ALL, rank=TOTAL, limit=limit)
    for measure, categories in split_tables(report).items():
        for category in categories:
            facts.cell(measure, whole, category, rank=INSIDE, limit=limit)
    facts.cell(CONTENT, whole, ALL, rank=TOTAL, limit=limit)


def split_tables(report: ComplaintReport) -> dict[str, tuple[str, ...]]:
    """The splits of what came in that are written down for every period in which something did."""
    busy = [period for period in report.periods if period.received]
    tables: dict[str, tuple[str, ...]] = {}
    if busy and all(period.by_channel for period in busy):
        tables[CHANNEL] = tuple(Medium)
    if busy and all(period.answers for period in busy):
        tables[ANSWER] = tuple(Answer)
    if _all_asked_alike(report):
        tables[CONTENT] = ("yes", "no")
    return tables


def _all_asked_alike(report: ComplaintReport) -> bool:
    asked = [p.satisfaction for p in report.periods if p.satisfaction and p.satisfaction.measured]
    return bool(asked) and all(told.satisfied is not None for told in asked)

"""Reports of gifts and of property received as linked tables, one for each way of splitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.published.facts import ALL, Facts, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.gifts import GiftReport, Receipts

GIFTS, PROPERTY = "gift", "property"
SUBJECTS = (GIFTS, PROPERTY)
WAYS = ("giver", "handling", "value")


def receipts_of(report: GiftReport, subject: str) -> tuple[Receipts, ...]:
    """The periods of a subject."""
    return report.gifts if subject == GIFTS else report.property


def whole_span(told: tuple[Receipts, ...]) -> Span:
    """From the first month that is told to the last."""
    return Span(told[0].from_, told[-1].to)


def ways_of(told: tuple[Receipts, ...]) -> tuple[str, ...]:
    """The ways of splitting that are written down wherever something was received."""
    busy = [receipts for receipts in told if receipts.times]
    return tuple(way for way in WAYS if busy and all(way in r.splits() for r in busy))


def add_facts(facts: Facts, reports: tuple[GiftReport, ...]) -> None:
    """The counts of every year and the relations between them."""
    for report in reports:
        for subject in SUBJECTS:
            for receipts in receipts_of(report, subject):
                _add(facts, subject, receipts)


def _add(facts: Facts, subject: str, receipts: Receipts) -> None:
    span = Span(receipts.from_, receipts.to)
    facts.count(subject, span, {"times": receipts.times or 0})
    if receipts.none:
        facts.silent.add((subject, span))
    for way, counts in receipts.splits().items():
        measure = f"{subject}-{way}"
        facts.count(measure, span, counts)
        facts.equal(list(facts.of(measure, span).values()), list(facts.of(subject, span).values()))


def add_cells(facts: Facts, report: GiftReport) -> None:
    """The tables of a year: times by period, and over the year by each way of splitting."""
    limit = report.small_counts_below
    for subject in SUBJECTS:
        told = receipts_of(report, subject)
        if not told:
            continue
        whole = whole_span(told)
        for receipts in told:
            facts.cell(subject, Span(receipts.from_, receipts.to), ALL, rank=1, limit=limit)
        facts.cell(subject, whole, ALL, rank=5, limit=limit)
        for way in ways_of(told):
            first = facts.of(f"{subject}-{way}", next(_busy(told)))
            for category in first:
                facts.cell(f"{subject}-{way}", whole, category, rank=0, limit=limit)


def _busy(told: tuple[Receipts, ...]) -> Iterator[Span]:
    return (Span(r.from_, r.to) for r in told if r.times)

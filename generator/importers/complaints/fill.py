"""A year's counts as the rows of the template, to be taken further and imported again."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.importers.complaints.columns import FLOW_FIELDS, FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.importers.template import Cell, Row
    from generator.model.base import Record
    from generator.model.complaints import ComplaintPeriod, ComplaintReport


def about(report: ComplaintReport) -> list[tuple[str, Cell]]:
    """What stands above the table."""
    return [
        ("ปีงบประมาณ", str(int(report.fiscal_year))),
        ("ข้อมูล ณ วันที่", report.as_of),
    ]


def rows(report: ComplaintReport) -> Iterator[Row]:
    """A row for each period; a satisfaction told as a mean score has no column and stays out."""
    for period in report.periods:
        yield {key: cell for key, cell in _cells(period) if cell is not None}


def _cells(period: ComplaintPeriod) -> Iterator[tuple[str, Cell]]:
    yield "first_month", str(period.from_)
    yield "last_month", str(period.to)
    if period.none:
        yield "none", FORM.column("none").choices[0].word
    for kind, flow in period.flows.items():
        for field in FLOW_FIELDS:
            yield f"{kind}/{field}", Decimal(getattr(flow, field))
    for group, split in (("channel", period.by_channel), ("answer", period.answers)):
        for key, count in _numbers(split).items():
            yield f"{group}/{key}", Decimal(count)
    told = period.satisfaction
    if told:
        words = {choice.value: choice.word for choice in FORM.column("measured").choices}
        yield "measured", words[str(told.measured).lower()]
        for key in ("asked", "satisfied"):
            count = getattr(told, key)
            yield key, None if count is None else Decimal(count)


def _numbers(split: Record | None) -> Mapping[str, int]:
    if split is None:
        return {}
    return {f.name: getattr(split, f.name) for f in fields(split) if f.name != "written"}

"""What the plan says of its items: every passage, and every target in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.plan.columns import (
    COUNTED,
    ITEM,
    LINE,
    METRIC,
    OPERATOR,
    VALUE,
    YEAR,
    whole,
)
from generator.exports.plan.items import ITEMS
from generator.exports.plan.words import SECTION_WORDS
from generator.exports.table import Table, Type, Unit, column, integer
from generator.formats import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Passage, Target
    from generator.model.plan import Item, Node

SECTIONS = (
    "objectives", "target_groups", "targets", "steps", "indicators", "outputs", "outcomes",
    "results", "result_summary",
)  # fmt: skip


def _passages(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        if item.rationale:
            yield from _passages_of(item, "rationale", (item.rationale,), "")
        for section in SECTIONS:
            yield from _passages_of(item, section, getattr(item, section), "")


def _passages_of(
    item: Item, section: str, lines: tuple[Passage, ...], above: str
) -> Iterator[tuple[str, ...]]:
    for number, line in enumerate(lines, 1):
        place = f"{above}{number}"
        yield item.id, section, place, line.th, line.en or "", whole(line.line)
        yield from _passages_of(item, section, line.parts, f"{place}.")


def _targets(edition: Edition) -> Iterator[tuple[str, ...]]:
    for item in edition.disclosure.items:
        for section in SECTIONS:
            for line in getattr(item, section):
                yield from _targets_of(item.id, section, line)
    for node in edition.disclosure.plan.walk():
        yield from _node_targets(node)


def _targets_of(subject: str, section: str, line: Passage) -> Iterator[tuple[str, ...]]:
    for target in line.every_target():
        yield _target(subject, section, target, line.line)


def _node_targets(node: Node) -> Iterator[tuple[str, ...]]:
    for target in node.targets:
        yield _target(node.code, "node", target, node.line)


def _target(subject: str, section: str, target: Target, line: int | None) -> tuple[str, ...]:
    return (
        subject,
        section,
        target.metric.th,
        target.metric.en or "",
        target.operator,
        plain(target.value),
        plain(target.upper),
        target.unit or "",
        whole(target.fiscal_year),
        whole(line),
    )


def _yearly_targets(edition: Edition) -> Iterator[tuple[str, ...]]:
    for target in edition.disclosure.plan.yearly_targets:
        for year, value in target.values.items():
            yield (
                target.metric.th,
                target.metric.en or "",
                str(int(year)),
                target.operator,
                plain(value),
                target.unit,
                whole(target.base_year),
                str(target.line),
            )


PASSAGES = Table(
    name="passages",
    about=Words("ข้อความของแต่ละรายการ", "The texts of each item"),
    columns=(
        ITEM,
        column("section", "หัวข้อ", "Section", values=SECTION_WORDS.items()),
        column("place", "ลำดับในหัวข้อ", "Place in the section"),
        column("text_th", "ข้อความ", "Text in Thai"),
        column("text_en", "ข้อความภาษาอังกฤษ", "Text in English"),
        LINE,
    ),
    rows=_passages,
    links=(("item_id", ITEMS),),
)


TARGETS = Table(
    name="targets",
    about=Words("ค่าเป้าหมายและผลเชิงตัวเลข", "Targets and results in numbers"),
    columns=(
        column("subject", "รหัสรายการหรือตัวชี้วัด", "Id of the item, or code of the indicator"),
        column("section", "หัวข้อ", "Section", values=SECTION_WORDS.items()),
        *METRIC,
        OPERATOR,
        VALUE,
        column("upper", "ค่าปลาย", "The other end", Type.NUMBER),
        COUNTED,
        YEAR,
        LINE,
    ),
    rows=_targets,
)


YEARLY_TARGETS = Table(
    name="yearly_targets",
    about=Words("ค่าเป้าหมายรายปีของแผน", "The plan's targets of each year"),
    columns=(
        *METRIC,
        YEAR,
        OPERATOR,
        VALUE,
        COUNTED,
        integer(
            "base_year",
            "ปีฐาน (พ.ศ.)",
            "Year that it is counted from (B.E.)",
            Unit.BUDDHIST_YEAR,
        ),
        LINE,
    ),
    rows=_yearly_targets,
)

TEXT_TABLES = (PASSAGES, TARGETS, YEARLY_TARGETS)

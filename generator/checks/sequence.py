"""Numbers that repeat or jump, rows that stand twice, items that a table or a chapter forgot."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.checks.contradictions import Contradiction, Said, to_decide
from generator.checks.statements import ORIGIN_WORDS
from generator.diagnostics import Rule, Words
from generator.model.base import Origin
from generator.model.plan import DocumentType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, ReportRow, YearRow


def item_numbers(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Printed numbers of items, which run through the plan or restart in each issue or indicator."""
    groups: dict[str, list[tuple[int, Item]]] = defaultdict(list)
    restarts = disclosure.plan.type in {DocumentType.ANNUAL_PLAN, DocumentType.RESULT_REPORT}
    for item in _as_printed(disclosure.items):
        if item.number:
            group = item.node if restarts else ""
            groups[group].append((item.number.at(Origin.DETAIL), item))
    for numbered in groups.values():
        yield from _breaks(numbered)


def _as_printed(items: tuple[Item, ...]) -> list[Item]:
    """Items by their lines in the document; one without a line follows its neighbour by id."""
    lines: list[int] = []
    for item in items:
        before = lines[-1] if lines else 0
        lines.append(item.source.detail or item.source.table or before)
    order = sorted(range(len(items)), key=lines.__getitem__)
    return [items[position] for position in order]


def _breaks(numbered: list[tuple[int, Item]]) -> Iterator[Contradiction]:
    """Numbers used twice or left out.

    After a repeated number the list may go on from that number (1, 2, 2, 3) or as if the slip had
    not happened (1, 2, 3, 2, 5).
    """
    expected = [1]
    seen: dict[int, Item] = {}
    for number, item in numbered:
        if number in seen:
            yield _number(NUMBER_REPEATED, item, number, seen[number].id)
            expected = sorted({number + 1, expected[-1] + 1})
            continue
        if number not in expected:
            yield _number(NUMBER_JUMPS, item, number, " / ".join(map(str, expected)))
        seen[number] = item
        expected = [number + 1]


def _number(rule: Rule, item: Item, number: int, other: str) -> Contradiction:
    lines = item.source.lines
    return Contradiction(
        rule=rule,
        place=item.locate("number"),
        subject=item.id,
        about="number",
        said=(
            Said(
                where=_PRINTED,
                value=Words(str(number), str(number)),
                line=lines[-1] if lines else None,
            ),
            Said(where=_OTHER if rule is NUMBER_REPEATED else _EXPECTED, value=Words(other, other)),
        ),
    )


def row_numbers(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Numbers of the rows of each annual plan."""
    for year, rows in _rows_by_year(disclosure).items():
        expected = 1
        for row, item in sorted(rows, key=lambda pair: pair[0].line):
            if row.number != expected:
                yield Contradiction(
                    rule=NUMBER_JUMPS,
                    place=row.locate("number"),
                    subject=item.id,
                    about=f"number/{int(year)}/{row.number}",
                    said=(
                        Said(
                            where=_PRINTED,
                            value=Words(str(row.number), str(row.number)),
                            line=row.line,
                        ),
                        Said(where=_EXPECTED, value=Words(str(expected), str(expected))),
                    ),
                )
            expected = row.number + 1


def _rows_by_year(disclosure: Disclosure) -> dict[FiscalYear, list[tuple[YearRow, Item]]]:
    by_year: dict[FiscalYear, list[tuple[YearRow, Item]]] = defaultdict(list)
    for item in disclosure.items:
        for row in item.schedule:
            by_year[row.fiscal_year].append((row, item))
    return dict(sorted(by_year.items()))


def repeated_rows(disclosure: Disclosure) -> Iterator[Contradiction]:
    """An item twice in the plan of one year, or twice in what was entered for a year."""
    for item in disclosure.items:
        for year in disclosure.years:
            rows = item.rows_of(year)
            if len(rows) > 1:
                lines = [(ORIGIN_WORDS[Origin.TABLE], row.line) for row in rows]
                yield _twice(item, f"rows/{int(year)}", lines, rows[-1])
    for report in disclosure.plan.reports:
        for item in disclosure.items:
            entered = [row for row in report.rows if row.item == item.id]
            if len(entered) > 1:
                lines = [(ORIGIN_WORDS[Origin.EPLAN], row.line) for row in entered]
                yield _twice(item, f"entered/{int(report.fiscal_year)}", lines, entered[-1])


def _twice(
    item: Item, about: str, lines: list[tuple[Words, int]], last: YearRow | ReportRow
) -> Contradiction:
    year = about.partition("/")[2]
    return Contradiction(
        rule=ROW_REPEATED,
        place=last.locate(),
        subject=item.id,
        about=about,
        said=tuple(
            Said(where=where, value=Words(year, f"B.E. {year}"), line=line) for where, line in lines
        ),
    )


def forgotten(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Items that are scheduled in no year, and items that are described nowhere."""
    if disclosure.plan.type is not DocumentType.ANNUAL_PLANS:
        return
    for item in disclosure.items:
        if not item.schedule and item.budget is None:
            yield _forgotten(NOT_SCHEDULED, item, item.source.detail)
        if item.source.detail is None:
            yield _forgotten(NOT_DESCRIBED, item, item.source.table)


def _forgotten(rule: Rule, item: Item, line: int | None) -> Contradiction:
    scheduled = rule is NOT_DESCRIBED
    where, other = (Origin.TABLE, Origin.DETAIL) if scheduled else (Origin.DETAIL, Origin.TABLE)
    return Contradiction(
        rule=rule,
        place=item.locate("source"),
        subject=item.id,
        about="",
        said=(
            Said(where=ORIGIN_WORDS[where], value=Words("มี", "there"), line=line),
            Said(where=ORIGIN_WORDS[other], value=Words("ไม่มี", "not there")),
        ),
    )


_PRINTED = Words("ที่พิมพ์", "as printed")
_EXPECTED = Words("ลำดับที่ควรเป็น", "next in order")
_OTHER = Words("ซ้ำกับ", "same as")
_WHY = Words(
    "ผู้อ่านอ้างถึงรายการด้วยลำดับที่ไม่ได้แน่ชัด หรือไม่รู้ว่ามีรายการหายไปหรือไม่",
    "A reader cannot tell which item is meant, or whether one is missing",
)
NUMBER_REPEATED = Rule(
    code="number-repeated",
    what=Words("{subject}: ลำดับที่ซ้ำ · {said}", "{subject}: its number is used twice · {said}"),
    why=_WHY,
    mend=to_decide("number-repeated"),
)
NUMBER_JUMPS = Rule(
    code="number-jumps",
    what=Words("{subject}: ลำดับที่ไม่ต่อเนื่อง · {said}", "{subject}: the numbers jump · {said}"),
    why=_WHY,
    mend=to_decide("number-jumps"),
)
ROW_REPEATED = Rule(
    code="row-repeated",
    what=Words(
        "{subject}: มีสองแถวในปีเดียว · {said}", "{subject}: stands twice in one year · {said}"
    ),
    why=Words("จำนวนรายการและเงินถูกนับซ้ำ", "Items and money are counted twice"),
    mend=to_decide("row-repeated"),
)
NOT_SCHEDULED = Rule(
    code="not-scheduled",
    what=Words("{subject}: ไม่อยู่ในแผนปีใด · {said}", "{subject}: is scheduled in no year · {said}"),
    why=Words("ไม่รู้ว่าจะทำเมื่อใด", "Nobody can tell when it will be done"),
    mend=to_decide("not-scheduled"),
)
NOT_DESCRIBED = Rule(
    code="not-described",
    what=Words("{subject}: ไม่มีรายละเอียด · {said}", "{subject}: is described nowhere · {said}"),
    why=Words("ไม่รู้ว่าจะทำอะไร โดยใคร", "Nobody can tell what will be done, and by whom"),
    mend=to_decide("not-described"),
)

CONTRADICTIONS = (item_numbers, row_numbers, repeated_rows, forgotten)
RULES = (NUMBER_REPEATED, NUMBER_JUMPS, ROW_REPEATED, NOT_SCHEDULED, NOT_DESCRIBED)

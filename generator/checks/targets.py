"""Targets of one thing that differ between places; lists whose numbers jump; numbers left blank."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.cache.once import once_each
from generator.checks.contradictions import Contradiction, Said, to_decide
from generator.diagnostics import Place, Rule, Words
from generator.frozen import frozen
from generator.model.base import Lang, Operator
from generator.target_words import target_value
from generator.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from generator.model.base import Passage, Target, TargetUnit
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, YearlyTarget


@frozen(kw_only=True)
class Aim:
    """A target value with what it is of and where it is set."""

    thing: str
    year: FiscalYear | None
    operator: Operator
    value: Decimal | None
    upper: Decimal | None
    unit: TargetUnit | None
    subject: str
    where: Words
    line: int | None
    place: Place


def target_values(disclosure: Disclosure) -> Iterator[Contradiction]:
    """One thing, one year, two target values."""
    by_thing: dict[tuple[str, FiscalYear | None], list[Aim]] = defaultdict(list)
    for aim in aims(disclosure):
        by_thing[aim.thing, aim.year].append(aim)
    for (thing, year), several in by_thing.items():
        if len({(aim.operator, aim.value, aim.upper, aim.unit) for aim in several}) > 1:
            subject = next((a.subject for a in several if a.subject != "plan"), "plan")
            yield Contradiction(
                rule=TARGET_DIFFERS,
                place=several[-1].place,
                subject=subject,
                about=f"target/{thing}" + (f"/{int(year)}" if year else ""),
                said=tuple(Said(where=a.where, value=_value(a), line=a.line) for a in several),
            )


def aims(disclosure: Disclosure) -> Iterator[Aim]:
    """Every target that carries the common name of what it measures."""
    plan = disclosure.plan
    for line in (*plan.rationale, *plan.national_targets, *plan.objectives, *plan.targets):
        yield from _aims_of(line.every_target(), line.line, "plan", _PLAN)
    for node in plan.walk():
        where = Words(f"รหัส {node.code}", f"code {node.code}")
        yield from _aims_of(node.targets, node.line, node.code, where)
    for yearly in plan.yearly_targets:
        yield from _yearly_aims(yearly)
    for item in disclosure.items:
        yield from _aims_in(item)


@once_each
def _aims_in(item: Item) -> list[Aim]:
    where = Words(f"รายการ {item.id}", f"item {item.id}")
    lines = lines_of(item)
    return [
        aim for line in lines for aim in _aims_of(line.every_target(), line.line, item.id, where)
    ]


def _aims_of(
    targets: Iterable[Target], line: int | None, subject: str, where: Words
) -> Iterator[Aim]:
    for target in targets:
        if target.thing:
            yield Aim(
                thing=target.thing,
                year=target.fiscal_year,
                operator=target.operator,
                value=target.value,
                upper=target.upper,
                unit=target.unit,
                subject=subject,
                where=where,
                line=target.line or line,
                place=target.locate("value"),
            )


def _yearly_aims(yearly: YearlyTarget) -> Iterator[Aim]:
    for year, value in yearly.values.items() if yearly.thing else ():
        yield Aim(
            thing=yearly.thing or "",
            year=year,
            operator=yearly.operator,
            value=value,
            upper=None,
            unit=yearly.unit,
            subject="plan",
            where=_YEARLY,
            line=yearly.line,
            place=yearly.locate("values"),
        )


_PLAN = Words("แผน", "the plan")
_YEARLY = Words("ตารางค่าเป้าหมายรายปี", "table of yearly targets")


def lines_of(item: Item) -> Iterator[Passage]:
    """Every line of an item's description, in order."""
    if item.rationale:
        yield item.rationale
    yield from item.objectives
    yield from item.target_groups
    yield from item.steps
    yield from item.passages()


OPERATOR_WORDS = {
    Operator.AT_LEAST: Words("อย่างน้อย", "at least"),
    Operator.MORE_THAN: Words("มากกว่า", "more than"),
    Operator.EXACTLY: Words("เท่ากับ", "exactly"),
    Operator.AT_MOST: Words("ไม่เกิน", "at most"),
    Operator.LESS_THAN: Words("น้อยกว่า", "less than"),
    Operator.BETWEEN: Words("ระหว่าง", "between"),
    Operator.FROM_TO: Words("จาก", "from"),
    Operator.DECREASE: Words("ลดลง", "decrease"),
    Operator.INCREASE: Words("เพิ่มขึ้น", "increase"),
    Operator.DECREASE_BY: Words("ลดลง", "decrease by"),
    Operator.DECREASE_BY_AT_LEAST: Words("ลดลงอย่างน้อย", "decrease by at least"),
    Operator.INCREASE_BY: Words("เพิ่มขึ้น", "increase by"),
    Operator.INCREASE_BY_AT_LEAST: Words("เพิ่มขึ้นอย่างน้อย", "increase by at least"),
}


def _value(aim: Aim) -> Words:
    """The value as pages write it, so that nobody compares a percentage with a number of times."""
    thai, english = (target_value(wording(lang), aim) for lang in Lang)
    return Words(thai, english)


def list_numbers(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A printed number in a list that is not the next one."""
    for item in disclosure.items:
        yield from _jumps_in(item)


NUMBERED = (
    "objectives", "targets", "steps", "indicators", "outputs", "outcomes", "result_summary",
)  # fmt: skip
"""The lists of an item."""


@once_each
def _jumps_in(item: Item) -> list[Contradiction]:
    return [
        jump for section in NUMBERED for jump in _numbers(item, section, getattr(item, section))
    ]


def _numbers(item: Item, section: str, lines: tuple[Passage, ...]) -> Iterator[Contradiction]:
    expected = 1
    for position, line in enumerate(lines, 1):
        printed = line.number if line.number is not None else expected
        if printed != expected:
            yield Contradiction(
                rule=LIST_JUMPS,
                place=line.locate("number"),
                subject=item.id,
                about=f"{section}/{position}",
                said=(
                    Said(where=_PRINTED, value=Words(str(printed), str(printed)), line=line.line),
                    Said(where=_EXPECTED, value=Words(str(expected), str(expected))),
                ),
            )
        expected = printed + 1
        yield from _numbers(item, f"{section}.{position}", line.parts)


BLANK = re.compile(
    "เว้นตัวเลขว่าง|จำนวน (?:คน|ครั้ง|ฉบับ|เรื่อง|ชุด|ช่องทาง)(?![ก-๙])|(?:จำนวน|ร้อยละ) ?(?:$|[(…])"
)


def blank_numbers(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A place for a number that was never filled in ("จำนวน … คน")."""
    for item in disclosure.items:
        yield from _blanks(item)


@once_each
def _blanks(item: Item) -> list[Contradiction]:
    seen: Counter[str] = Counter()
    found = []
    for position, line in enumerate(lines_of(item), 1):
        if BLANK.search(line.th):
            about = f"blank/{line.line or position}"
            seen[about] += 1
            words = Words(line.th, line.en or line.th)
            found.append(
                Contradiction(
                    rule=BLANK_NUMBER,
                    place=line.locate("th"),
                    subject=item.id,
                    about=about if seen[about] == 1 else f"{about}/{seen[about]}",
                    said=(Said(where=_TEXT, value=words, line=line.line),),
                )
            )
    return found


def repeated_titles(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Two nodes side by side with one title."""
    levels = [disclosure.plan.nodes, *(node.nodes for node in disclosure.plan.walk())]
    for nodes in levels:
        first: dict[str, str] = {}
        lines: dict[str, int | None] = {node.code: node.line for node in nodes}
        for node in nodes:
            title = node.shown_title
            key = re.sub(r"\s", "", title.th)
            if key in first:
                words = Words(title.th, title.en or title.th)
                yield Contradiction(
                    rule=TITLE_REPEATED,
                    place=node.locate("title"),
                    subject=node.code,
                    about="title",
                    said=(
                        Said(
                            where=Words(first[key], first[key]), value=words, line=lines[first[key]]
                        ),
                        Said(where=Words(node.code, node.code), value=words, line=node.line),
                    ),
                )
            first.setdefault(key, node.code)


_PRINTED = Words("ที่พิมพ์", "as printed")
_EXPECTED = Words("ลำดับที่ควรเป็น", "next in order")
_TEXT = Words("ข้อความ", "text")
TARGET_DIFFERS = Rule(
    code="target-differs",
    what=Words(
        "ค่าเป้าหมายของเรื่องเดียวกันไม่ตรงกัน · {said}", "The targets of one thing differ · {said}"
    ),
    why=Words("ไม่รู้ว่าจะวัดความสำเร็จด้วยค่าใด", "Nobody can tell by which value success is measured"),
    mend=to_decide("target-differs"),
)
LIST_JUMPS = Rule(
    code="list-jumps",
    what=Words(
        "{subject}: ลำดับข้อไม่ต่อเนื่อง · {said}", "{subject}: the numbers of a list jump · {said}"
    ),
    why=Words("ผู้อ่านไม่รู้ว่ามีข้อใดหายไปหรือไม่", "A reader cannot tell whether a point is missing"),
    mend=to_decide("list-jumps"),
)
BLANK_NUMBER = Rule(
    code="blank-number",
    what=Words("{subject}: ตัวเลขว่างอยู่ · {said}", "{subject}: a number was left blank · {said}"),
    why=Words("ไม่รู้ว่าเท่าใด", "Nobody can tell how many"),
    mend=to_decide("blank-number"),
)
TITLE_REPEATED = Rule(
    code="title-repeated",
    what=Words(
        "{subject}: ชื่อซ้ำกับข้ออื่น · {said}", "{subject}: its title is another one's too · {said}"
    ),
    why=Words("แยกสองเรื่องออกจากกันไม่ได้", "The two cannot be told apart"),
    mend=to_decide("title-repeated"),
)

CONTRADICTIONS = (target_values, list_numbers, blank_numbers, repeated_titles)
RULES = (TARGET_DIFFERS, LIST_JUMPS, BLANK_NUMBER, TITLE_REPEATED)

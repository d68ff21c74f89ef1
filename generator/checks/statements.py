"""Facts that a document states in two places, differently."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from generator.checks.contradictions import Contradiction, Said, to_decide, words_of
from generator.diagnostics import Rule, Words
from generator.model.base import Origin, Stated
from generator.model.plan import AllocationStatus, Kind, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model.base import Text
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.plan import Item, Money, ReportRow, StatedMoney, YearRow

T = TypeVar("T")

ORIGIN_WORDS = {
    Origin.TABLE: Words("ตารางสรุป", "summary table"),
    Origin.DETAIL: Words("รายละเอียด", "description"),
    Origin.FOREWORD: Words("คำนำ", "foreword"),
    Origin.REPORT: Words("รายงาน", "report"),
    Origin.EPLAN: Words("ระบบ e-PlanNACC", "e-PlanNACC"),
}
KIND_WORDS = {
    Kind.PROJECT: Words("โครงการ", "project"),
    Kind.MEASURE: Words("มาตรการ", "measure"),
    Kind.ACTIVITY: Words("กิจกรรม", "activity"),
}


def stated_twice(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Kind, title, number and responsible units: table against description."""
    units = {unit.id: words_of(unit.name) for unit in disclosure.agency.units}
    for item in disclosure.items:
        if item.kind:
            yield from _two(KIND_DIFFERS, item, "kind", item.kind, KIND_WORDS.__getitem__)
        yield from _two(TITLE_DIFFERS, item, "title", item.title, words_of)
        if item.number:
            yield from _two(NUMBER_DIFFERS, item, "number", item.number, _plain)
        yield from _two(
            RESPONSIBLE_DIFFERS,
            item,
            "responsible",
            item.responsible,
            lambda ids: Words(
                ", ".join(units[i].th for i in ids), ", ".join(units[i].en for i in ids)
            ),
        )


def node_titles(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Headings of dimensions and areas: table against description."""
    for node in disclosure.plan.walk():
        yield from _two(TITLE_DIFFERS, node, "title", node.title, words_of)


def row_titles(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Titles in annual plans: against the item's own.

    Titles in reports are left out: they were read from pictures of screens, and many of them differ
    by misread letters alone.
    """
    for item in disclosure.items:
        own = Said(
            where=ORIGIN_WORDS[Origin.DETAIL],
            value=words_of(item.shown_title),
            line=item.source.detail or item.source.table,
        )
        for row in item.schedule:
            if row.title and _letters(row.title) != _letters(item.shown_title):
                there = Said(
                    where=_plan_of(row.fiscal_year), value=words_of(row.title), line=row.line
                )
                yield Contradiction(
                    rule=TITLE_DIFFERS,
                    place=row.locate("title"),
                    subject=item.id,
                    about=f"title/{int(row.fiscal_year)}/{row.number}",
                    said=(own, there),
                )


def _letters(title: Text) -> str:
    """A title without spaces and quotation marks, which documents set as they please."""
    return re.sub("[\\s\"'“”‘’]", "", title.th)


def row_dimensions(disclosure: Disclosure) -> Iterator[Contradiction]:
    """The dimension under which an annual plan or a report lists an item: against its own."""
    for item in disclosure.items:
        for row in item.schedule:
            year = int(row.fiscal_year)
            yield from _dimension(item, row, f"node/{year}/{row.number}", _plan_of(row.fiscal_year))
    items = {item.id: item for item in disclosure.items}
    for report in disclosure.plan.reports:
        year = int(report.fiscal_year)
        for entered in _once(report.rows):
            about = f"node/{year}/entered/line{entered.line}"
            yield from _dimension(items[entered.item], entered, about, _report_of(year))


def _dimension(
    item: Item, row: YearRow | ReportRow, about: str, where: Words
) -> Iterator[Contradiction]:
    if row.node.partition(".")[0] != item.top:
        own = Said(
            where=ORIGIN_WORDS[Origin.DETAIL], value=_plain(item.top), line=item.source.detail
        )
        yield Contradiction(
            rule=DIMENSION_DIFFERS,
            place=row.locate("node"),
            subject=item.id,
            about=about,
            said=(own, Said(where=where, value=_plain(row.node), line=row.line)),
        )


def _once(rows: tuple[ReportRow, ...]) -> Iterable[ReportRow]:
    """Rows of a report, each entry once though overlapping screens show it twice."""
    return {(row.number, row.item, row.node): row for row in reversed(rows)}.values()


def budgets(disclosure: Disclosure) -> Iterator[Contradiction]:
    """The one amount of a description against the amounts of the years."""
    for item in disclosure.items:
        by_year = {
            year: money
            for year, money in item.allocations(disclosure.years).items()
            if money.status is not AllocationStatus.NOT_SCHEDULED
        }
        if item.budget_in_detail is not None and by_year:
            yield from _budget_of(item, by_year, item.budget_in_detail)


def _budget_of(
    item: Item, by_year: dict[FiscalYear, Money], stated: StatedMoney
) -> Iterator[Contradiction]:
    together = sum((money.baht for money in by_year.values()), Decimal(0))
    amount = stated.value.baht
    in_some_year = amount > 0 and amount in {money.baht for money in by_year.values()}
    if amount == together:
        return
    yield Contradiction(
        rule=ONE_AMOUNT_MANY_YEARS if in_some_year else BUDGET_DIFFERS,
        place=item.locate("budget_in_detail"),
        subject=item.id,
        about="budget",
        said=(
            Said(
                where=ORIGIN_WORDS[Origin.TABLE],
                value=Words(
                    "; ".join(f"{year} = {_money(m).th}" for year, m in by_year.items()),
                    "; ".join(f"B.E. {year} = {_money(m).en}" for year, m in by_year.items()),
                ),
                line=item.source.table,
            ),
            Said(where=ORIGIN_WORDS[Origin.DETAIL], value=_money(stated.value), line=stated.line),
        ),
        difference=f"{abs(together - amount):,}",
    )


def _money(money: Money) -> Words:
    if money.status is AllocationStatus.BUDGETED:
        return Words(f"{money.baht:,} บาท", f"{money.baht:,} baht")
    return Words("ไม่ใช้งบประมาณ", "no budget used")


def _plain(value: object) -> Words:
    return Words(str(value), str(value))


def _plan_of(year: FiscalYear) -> Words:
    return Words(f"แผนปี {int(year)}", f"plan of B.E. {int(year)}")


def _report_of(year: int) -> Words:
    return Words(f"e-PlanNACC ปี {year}", f"e-PlanNACC of B.E. {year}")


def _two(
    rule: Rule, owner: Item | Node, field: str, fact: Stated[T], words: Callable[[T], Words]
) -> Iterator[Contradiction]:
    if fact.differs:
        yield Contradiction(
            rule=rule,
            place=owner.locate(field),
            subject=owner.code if isinstance(owner, Node) else owner.id,
            about=field,
            said=tuple(
                Said(where=ORIGIN_WORDS[s.origin], value=words(s.value), line=s.line)
                for s in fact.statements
                if s.origin is not None
            ),
        )


def _differs(code: str, th: str, en: str) -> Rule:
    return Rule(
        code=code,
        what=Words("{subject}: " + th + " · {said}", "{subject}: " + en + " · {said}"),
        why=Words(
            "เอกสารขัดแย้งกันเอง ผู้อ่านไม่รู้ว่าควรเชื่อค่าใด",
            "The document contradicts itself, and a reader cannot know which to believe",
        ),
        mend=to_decide(code),
    )


KIND_DIFFERS = _differs("kind-differs", "ประเภทไม่ตรงกัน", "two kinds are stated")
TITLE_DIFFERS = _differs("title-differs", "ชื่อไม่ตรงกัน", "two titles are stated")
NUMBER_DIFFERS = _differs("number-differs", "ลำดับที่ไม่ตรงกัน", "two numbers are stated")
RESPONSIBLE_DIFFERS = _differs(
    "responsible-differs", "ผู้รับผิดชอบไม่ตรงกัน", "two responsible units are stated"
)
DIMENSION_DIFFERS = _differs("dimension-differs", "มิติไม่ตรงกัน", "it is listed under two dimensions")
BUDGET_DIFFERS = _differs("budget-differs", "งบประมาณไม่ตรงกัน", "two budgets are stated")
ONE_AMOUNT_MANY_YEARS = _differs(
    "one-amount-many-years",
    "รายละเอียดพิมพ์จำนวนเงินเดียวสำหรับหลายปี",
    "the description prints one amount for several years",
)

CONTRADICTIONS = (stated_twice, node_titles, row_titles, row_dimensions, budgets)
RULES = (
    KIND_DIFFERS, TITLE_DIFFERS, NUMBER_DIFFERS, RESPONSIBLE_DIFFERS, DIMENSION_DIFFERS,
    BUDGET_DIFFERS, ONE_AMOUNT_MANY_YEARS,
)  # fmt: skip

"""Printed counts and sums against computed ones. Pages use the same comparison."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.contradictions import Contradiction, Said, to_decide
from generator.checks.statements import KIND_WORDS, ORIGIN_WORDS
from generator.diagnostics import Rule, Words
from generator.frozen import frozen
from generator.model.disclosure import count, total
from generator.model.plan import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.plan import PlanReport, StatedFigure, YearRow


@frozen
class Reconciled:
    """A printed figure beside the one that the data gives."""

    stated: StatedFigure
    computed: Decimal

    @property
    def agrees(self) -> bool:
        """Whether they are the same."""
        return self.stated.value == self.computed


def reconciled(disclosure: Disclosure) -> Iterator[Reconciled]:
    """Each figure that the document prints, with what the data gives."""
    for figure in disclosure.plan.stated:
        yield Reconciled(figure, computed(disclosure, figure))


def computed(disclosure: Disclosure, figure: StatedFigure) -> Decimal:
    """What the data gives for a figure: a count, or baht.

    A plan made of annual plans counts their rows, each under the dimension that its table names;
    other plans count their items.
    """
    if any(item.schedule for item in disclosure.items):
        return _of_rows([row for item in disclosure.items for row in item.schedule], figure)
    items = [item for item in disclosure.items if _belongs(item.node, figure)]
    if figure.what is Figure.BUDGET:
        return total(items, disclosure.years, figure.fiscal_year)
    return Decimal(count(items, figure.kind))


def _of_rows(rows: list[YearRow], figure: StatedFigure) -> Decimal:
    counted = [
        row
        for row in rows
        if _belongs(row.node, figure) and figure.fiscal_year in (None, row.fiscal_year)
    ]
    if figure.what is Figure.BUDGET:
        return sum((row.budget.baht for row in counted), Decimal(0))
    if figure.what is Figure.MARKS:
        return Decimal(
            sum(quarter == figure.quarter for row in counted for quarter in row.quarters)
        )
    return Decimal(len(counted))


def _belongs(code: str, figure: StatedFigure) -> bool:
    return figure.node is None or code == figure.node or code.startswith(figure.node + ".")


def printed_totals(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Totals of foreword and tables that the data does not give."""
    for pair in reconciled(disclosure):
        if not pair.agrees:
            yield _figure_differs(pair)


def _figure_differs(pair: Reconciled) -> Contradiction:
    figure = pair.stated
    parts: list[str | None] = [figure.what, figure.node, figure.kind]
    parts.append(f"q{figure.quarter}" if figure.quarter else None)
    parts.append(str(int(figure.fiscal_year)) if figure.fiscal_year else None)
    parts.append(f"line{figure.line}")
    return Contradiction(
        rule=FIGURE_DIFFERS,
        place=figure.locate("value"),
        subject="plan",
        about="/".join(str(part) for part in parts if part),
        said=(
            Said(where=described(figure), value=_number(figure.value), line=figure.line),
            Said(where=_COMPUTED, value=_number(pair.computed)),
        ),
        difference=f"{pair.computed - figure.value:+,}",
    )


def described(figure: StatedFigure) -> Words:
    """A figure in words: "foreword, items, dimension 2"."""
    th = [ORIGIN_WORDS[figure.place].th, WHAT_WORDS[figure.what].th]
    en = [ORIGIN_WORDS[figure.place].en, WHAT_WORDS[figure.what].en]
    if figure.node:
        th.append(f"รหัส {figure.node}")
        en.append(f"code {figure.node}")
    if figure.kind:
        th.append(KIND_WORDS[figure.kind].th)
        en.append(KIND_WORDS[figure.kind].en)
    if figure.fiscal_year:
        th.append(f"ปี {int(figure.fiscal_year)}")
        en.append(f"B.E. {int(figure.fiscal_year)}")
    if figure.quarter:
        th.append(f"ไตรมาส {figure.quarter}")
        en.append(f"quarter {figure.quarter}")
    return Words(" ".join(th), ", ".join(en))


WHAT_WORDS = {
    Figure.ITEMS: Words("จำนวนรายการ", "items"),
    Figure.BUDGET: Words("งบประมาณ (บาท)", "budget (baht)"),
    Figure.MARKS: Words("จำนวนเครื่องหมายไตรมาส", "quarter marks"),
}
_COMPUTED = Words("นับจากข้อมูล", "computed from the data")


def _number(value: Decimal) -> Words:
    return Words(f"{value:,}", f"{value:,}")


def sum_of_parts(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A printed whole against the sum of the parts printed in the same place.

    Whole and parts count items of every kind over all years; the parts are the topmost nodes.
    """
    tops = {node.code for node in disclosure.plan.nodes}
    counts = [
        figure
        for figure in disclosure.plan.stated
        if figure.what is Figure.ITEMS and figure.kind is None and figure.fiscal_year is None
    ]
    for whole in (figure for figure in counts if not figure.node):
        parts = [f for f in counts if f.place is whole.place and f.node in tops]
        summed = sum((part.value for part in parts), Decimal(0))
        if parts and summed != whole.value:
            yield Contradiction(
                rule=PARTS_DIFFER,
                place=whole.locate("value"),
                subject="plan",
                about=f"items/line{whole.line}",
                said=(
                    Said(where=described(whole), value=_number(whole.value), line=whole.line),
                    Said(where=_PARTS, value=_number(summed), line=parts[0].line),
                ),
                difference=f"{summed - whole.value:+,}",
            )


_PARTS = Words("ผลรวมของส่วนย่อยที่พิมพ์", "sum of the printed parts")


def reports(disclosure: Disclosure) -> Iterator[Contradiction]:
    """What was entered in e-PlanNACC against the agency's own table of the year, if it has any."""
    if not any(item.schedule for item in disclosure.items):
        return
    for report in disclosure.plan.reports:
        rows = [r for i in disclosure.items for r in i.rows_of(report.fiscal_year)]
        entered = {row.number: row for row in report.rows}  # overlapping screens repeat rows
        yield from _report(report, "count", report.count, Decimal(len(rows)), _TABLE)
        yield from _report(report, "rows", report.count, Decimal(len(entered)), _ENTERED_ONCE)
        for code, stated in report.by_node.items():
            own = Decimal(sum(row.node == code for row in rows))
            yield from _report(report, f"node/{code}", stated, own, _TABLE)
            listed = Decimal(sum(row.node == code for row in entered.values()))
            yield from _report(report, f"entered/{code}", stated, listed, _ENTERED_ONCE)


def _report(
    report: PlanReport, about: str, stated: int, found: Decimal, where: Words
) -> Iterator[Contradiction]:
    if stated != found:
        year = int(report.fiscal_year)
        yield Contradiction(
            rule=REPORT_DIFFERS,
            place=report.locate("count" if about in {"count", "rows"} else "by_node"),
            subject="plan",
            about=f"report/{year}/{about}",
            said=(
                Said(
                    where=Words(f"e-PlanNACC ปี {year} {about}", f"e-PlanNACC B.E. {year}, {about}"),
                    value=_number(Decimal(stated)),
                    line=report.line,
                ),
                Said(where=where, value=_number(found)),
            ),
            difference=f"{found - stated:+,}",
        )


_TABLE = Words("ตารางของหน่วยงาน", "the agency's own table")
_ENTERED_ONCE = Words("แถวที่บันทึกในระบบ ไม่นับซ้ำ", "rows entered in the system, each once")


def _rule(code: str, th: str, en: str) -> Rule:
    return Rule(
        code=code,
        what=Words(
            th + " · {said} (ต่างกัน {difference})", en + " · {said} (difference {difference})"
        ),
        why=Words(
            "ยอดที่พิมพ์กับยอดที่นับได้ไม่ตรงกัน ประชาชนและผู้ประเมินจะสงสัยทั้งเอกสาร",
            "A printed total that cannot be counted casts doubt on the whole document",
        ),
        mend=to_decide(code),
    )


FIGURE_DIFFERS = _rule(
    "figure-differs", "ยอดที่พิมพ์ไม่ตรงกับข้อมูล", "A printed total differs from the data"
)
PARTS_DIFFER = _rule(
    "parts-differ",
    "ยอดรวมไม่เท่ากับผลรวมของส่วนย่อย",
    "A printed whole is not the sum of its printed parts",
)
REPORT_DIFFERS = _rule(
    "report-differs", "ข้อมูลในระบบ e-PlanNACC ไม่ตรงกัน", "The report in e-PlanNACC does not agree"
)

CONTRADICTIONS = (printed_totals, sum_of_parts, reports)
RULES = (FIGURE_DIFFERS, PARTS_DIFFER, REPORT_DIFFERS)

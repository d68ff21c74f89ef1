"""A risk score that is not L × I, a level that is not the matrix's, a matrix or scale that fails."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.contradictions import Contradiction, Said, to_decide, words_of
from generator.diagnostics import Rule, Words
from generator.model.base import Operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.disclosure import Disclosure
    from generator.model.risk import Criterion, Risk, RiskAssessment


def scores(disclosure: Disclosure) -> Iterator[Contradiction]:
    """Score against likelihood × impact, level against the matrix's cell."""
    assessment = disclosure.risk
    for risk in assessment.risks if assessment else ():
        if risk.likelihood is None or risk.impact is None or assessment is None:
            continue
        product = risk.likelihood * risk.impact
        if risk.score is not None and risk.score != product:
            counted = (Words(*[str(risk.score)] * 2), Words(*[str(product)] * 2))
            yield _risk(SCORE_DIFFERS, risk, "score", *counted)
        cell = assessment.level_at(risk.likelihood, risk.impact)
        if cell is not None and cell != risk.level:
            named = (_named(assessment, risk.level), _named(assessment, cell))
            yield _risk(LEVEL_DIFFERS, risk, "level", *named)


def _named(assessment: RiskAssessment, level: str) -> Words:
    """A level by its name, as readers know it; one that is not in the list by its key."""
    names = [one.name for one in assessment.levels if one.id == level]
    return words_of(names[0]) if names else Words(level, level)


def _risk(rule: Rule, risk: Risk, field: str, printed: Words, right: Words) -> Contradiction:
    return Contradiction(
        rule=rule,
        place=risk.locate(field),
        subject=risk.id,
        about=field,
        said=(
            Said(where=_PRINTED, value=printed, line=risk.line),
            Said(where=_RIGHT, value=right),
        ),
    )


def matrix(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A level must not fall where likelihood or impact rises."""
    if disclosure.risk is None:
        return
    order = {level.id: number for number, level in enumerate(disclosure.risk.levels)}
    cells = {
        (row.likelihood, impact): (order.get(level, 0), level)
        for row in disclosure.risk.matrix
        for impact, level in enumerate(row.levels, 1)
    }
    for (likelihood, impact), (rank, level) in sorted(cells.items()):
        for higher in ((likelihood + 1, impact), (likelihood, impact + 1)):
            if higher in cells and cells[higher][0] < rank:
                yield _falls(disclosure.risk, (likelihood, impact), level, higher, cells[higher][1])


def _falls(
    assessment: RiskAssessment, low: tuple[int, int], level: str, high: tuple[int, int], other: str
) -> Contradiction:
    row = next(row for row in assessment.matrix if row.likelihood == high[0])
    return Contradiction(
        rule=MATRIX_FALLS,
        place=row.locate("levels"),
        subject="risk",
        about=f"matrix/{low[0]}x{low[1]}-{high[0]}x{high[1]}",
        said=(
            Said(where=Words(*[f"L{low[0]} × I{low[1]}"] * 2), value=_named(assessment, level)),
            Said(
                where=Words(*[f"L{high[0]} × I{high[1]}"] * 2),
                value=_named(assessment, other),
                line=row.line,
            ),
        ),
    )


def uneven_products(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A higher product of likelihood and impact with a lower level than a smaller product."""
    if disclosure.risk is None:
        return
    order = {level.id: number for number, level in enumerate(disclosure.risk.levels)}
    cells = sorted(
        (row.likelihood * impact, row.likelihood, impact, level)
        for row in disclosure.risk.matrix
        for impact, level in enumerate(row.levels, 1)
    )
    highest = None
    for product, likelihood, impact, level in cells:
        if highest and order[level] < order[highest[3]] and product > highest[0]:
            row = next(r for r in disclosure.risk.matrix if r.likelihood == likelihood)
            yield Contradiction(
                rule=PRODUCT_FALLS,
                place=row.locate("levels"),
                subject="risk",
                about=f"product/{likelihood}x{impact}",
                said=(
                    Said(
                        where=_cell(highest[1], highest[2]),
                        value=_named(disclosure.risk, highest[3]),
                    ),
                    Said(
                        where=_cell(likelihood, impact),
                        value=_named(disclosure.risk, level),
                        line=row.line,
                    ),
                ),
            )
        elif highest is None or order[level] > order[highest[3]]:
            highest = (product, likelihood, impact, level)


def _cell(likelihood: int, impact: int) -> Words:
    text = f"{likelihood} × {impact} = {likelihood * impact}"
    return Words(text, text)


def scale_gaps(disclosure: Disclosure) -> Iterator[Contradiction]:
    """A number of times that no level of the likelihood scale covers."""
    if disclosure.risk is None:
        return
    numbered = [c for c in disclosure.risk.likelihood if c.operator and c.value is not None]
    for lower, upper in pairwise(sorted(numbered, key=lambda c: c.level)):
        covered, begins = _upper_end(lower), _lower_end(upper)
        if covered is not None and begins is not None and begins > covered + 1:
            yield Contradiction(
                rule=SCALE_GAP,
                place=upper.locate("value"),
                subject="risk",
                about=f"likelihood/{upper.level}",
                said=(
                    Said(where=_level(lower), value=words_of(lower), line=lower.line),
                    Said(where=_level(upper), value=words_of(upper), line=upper.line),
                ),
                difference=_numbers(covered + 1, begins - 1),
            )


def _numbers(first: int, last: int) -> str:
    """Up to three numbers one by one, more of them as a span."""
    if last - first < 3:
        return ", ".join(str(number) for number in range(first, last + 1))
    return f"{first:,}–{last:,}"


def _level(criterion: Criterion) -> Words:
    return Words(f"ระดับ {criterion.level}", f"level {criterion.level}")


def _upper_end(criterion: Criterion) -> int | None:
    """The largest number of times that a level covers; None where it is open above."""
    if criterion.value is None or criterion.operator is None:
        return None
    below = {Operator.LESS_THAN: criterion.value - 1}
    closed = {Operator.AT_MOST, Operator.EXACTLY}
    return criterion.value if criterion.operator in closed else below.get(criterion.operator)


def _lower_end(criterion: Criterion) -> int | None:
    """The smallest number of times that a level demands; None where it says only "at most"."""
    if criterion.value is None or criterion.operator is None:
        return None
    above = {Operator.MORE_THAN: criterion.value + 1}
    closed = {Operator.AT_LEAST, Operator.EXACTLY}
    return criterion.value if criterion.operator in closed else above.get(criterion.operator)


_PRINTED = Words("ที่พิมพ์", "as printed")
_RIGHT = Words("ตามเกณฑ์ของเอกสารเอง", "by the document's own scale")
_WHY = Words(
    "ความเสี่ยงอาจถูกจัดการต่ำหรือสูงกว่าที่ควร",
    "The risk may be taken too lightly or too seriously",
)
SCORE_DIFFERS = Rule(
    code="score-differs",
    what=Words(
        "{subject}: คะแนนไม่เท่ากับ L × I · {said}", "{subject}: the score is not L × I · {said}"
    ),
    why=_WHY,
    mend=to_decide("score-differs"),
)
LEVEL_DIFFERS = Rule(
    code="level-differs",
    what=Words(
        "{subject}: ระดับไม่ตรงกับตาราง · {said}", "{subject}: the level is not the matrix's · {said}"
    ),
    why=_WHY,
    mend=to_decide("level-differs"),
)
MATRIX_FALLS = Rule(
    code="matrix-falls",
    what=Words("ระดับลดลงเมื่อความเสี่ยงเพิ่ม · {said}", "The level falls where the risk rises · {said}"),
    why=_WHY,
    mend=to_decide("matrix-falls"),
)
PRODUCT_FALLS = Rule(
    code="product-falls",
    what=Words("คะแนนสูงกว่าแต่ระดับต่ำกว่า · {said}", "A higher score has a lower level · {said}"),
    why=_WHY,
    mend=to_decide("product-falls"),
)
SCALE_GAP = Rule(
    code="scale-gap",
    what=Words(
        "เกณฑ์ไม่ครอบคลุม {difference} ครั้ง · {said}",
        "The scale does not cover {difference} times · {said}",
    ),
    why=Words("เหตุการณ์จำนวนนี้ไม่มีระดับให้ใส่", "An event of that number has no level"),
    mend=to_decide("scale-gap"),
)

CONTRADICTIONS = (scores, matrix, uneven_products, scale_gaps)
RULES = (SCORE_DIFFERS, LEVEL_DIFFERS, MATRIX_FALLS, PRODUCT_FALLS, SCALE_GAP)

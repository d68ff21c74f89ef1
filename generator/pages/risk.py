"""The corruption risk assessment, with its matrix drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.charts.drawing import Spoken
from generator.charts.heatmap import Axes, HeatCell, HeatRow, heat_map
from generator.exports.pictures import RISKS
from generator.frozen import frozen
from generator.pages.base import Here, Page
from generator.pages.contradictions import Discrepancy, discrepancies
from generator.pages.findings import listed, risk_levels
from generator.pages.narrowing import Way, marks, narrowing
from generator.pages.passages import PassageRow, passages
from generator.pages.picture import Picture, files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.risk import Criterion, Risk, RiskAssessment
    from generator.pages.narrowing import Marks, Narrowing


@frozen(kw_only=True)
class Cell:
    """A cell of the matrix."""

    level: Phrase
    rank: int
    """Place of the level from the lowest, 0, up; colours follow it."""
    risks: tuple[str, ...]
    """Numbers of the risks that stand in it."""


@frozen(kw_only=True)
class MatrixLine:
    """A row of the matrix."""

    likelihood: str
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class RiskRow:
    """An assessed risk."""

    id: str
    number: str
    field: Phrase | None
    step: Phrase
    events: tuple[PassageRow, ...]
    likelihood: str
    impact: str
    score: str
    level: Phrase
    rank: int
    controls: tuple[PassageRow, ...]
    line: int | None
    marks: Marks


@frozen(kw_only=True)
class Scale:
    """A scale: heading, then level, words and line of each step."""

    heading: str
    rows: tuple[tuple[str, Phrase, int | None], ...]


@frozen(kw_only=True)
class RiskPage(Page):
    """The whole assessment."""

    template: ClassVar[str] = "risk.html"

    process: Phrase | None
    finding: str
    picture: Picture | None
    risks: tuple[RiskRow, ...]
    narrowing: Narrowing | None
    matrix: tuple[MatrixLine, ...]
    impacts: tuple[str, ...]
    scales: tuple[Scale, ...]
    framework: tuple[tuple[str, Phrase], ...]
    fields: tuple[tuple[str, Phrase], ...]
    effectiveness: tuple[tuple[Phrase, Phrase], ...]
    discrepancies: tuple[Discrepancy, ...]


def pages(edition: Edition, lang: Lang) -> Iterator[RiskPage]:
    """The risk page, if the agency assessed risks."""
    risk = edition.disclosure.risk
    if risk is None:
        return
    here = Here(lang, "risk")
    _ = here.words
    rows = tuple(_row(here, risk, one) for one in risk.risks)
    subjects = {"risk", *(one.id for one in risk.risks)}
    yield RiskPage(
        here=here,
        title=_("Corruption risk"),
        description=_(
            "Corruption risks that {agency} assessed: how likely, how serious, and what is done about them",
            agency=here.text(edition.disclosure.agency.short_name),
        ),
        process=here.text(risk.process) if risk.process else None,
        finding=_finding(here, risk),
        picture=_picture(here, risk),
        risks=rows,
        narrowing=_narrowing(here, risk, rows),
        matrix=tuple(_lines(here, risk)),
        impacts=tuple(
            str(n) for n in range(1, 1 + max((len(r.levels) for r in risk.matrix), default=0))
        ),
        scales=tuple(_scales(here, risk)),
        framework=tuple((one.name, here.text(one)) for one in risk.framework),
        fields=tuple((str(field.number), here.text(field.title)) for field in risk.fields),
        effectiveness=tuple((here.text(one.name), here.text(one)) for one in risk.effectiveness),
        discrepancies=discrepancies(
            here, edition, (c for c in edition.contradictions if c.subject in subjects)
        ),
    )


def _finding(here: Here, risk: RiskAssessment) -> str:
    _, names = here.words, {level.id: here.text(level.name) for level in risk.levels}
    parts = []
    for level in reversed(risk.levels):
        number = sum(one.level == level.id for one in risk.risks)
        if number:
            parts.append(
                _.count(
                    "{n} risk at level {level}",
                    "{n} risks at level {level}",
                    number,
                    n=number,
                    level=names[level.id],
                )
            )
    return (", " if here.lang == "en" else " ").join(parts)


def _picture(here: Here, risk: RiskAssessment) -> Picture | None:
    """The matrix as a map, where the document prints one."""
    if not risk.matrix:
        return None
    _ = here.words
    rows = tuple(
        HeatRow(
            likelihood=line.likelihood,
            cells=tuple(HeatCell(cell.level, cell.rank, cell.risks) for cell in line.cells),
        )
        for line in _lines(here, risk)
    )
    steps = tuple(str(number) for number in range(1, 1 + max(len(row.cells) for row in rows)))
    placed = [r for r in risk.risks if r.likelihood is not None and r.impact is not None]
    told = "; ".join(
        _(
            "Risk {n}: likelihood {likelihood}, impact {impact}",
            n=one.number,
            likelihood=one.likelihood,
            impact=one.impact,
        )
        for one in placed
    )
    spoken = Spoken("matrix", _("Heat map: the risks in the matrix of likelihood and impact"), told)
    return Picture(
        id="matrix-picture",
        finding=_highest(here, risk),
        about=_about(here, len(risk.risks) - len(placed)),
        drawing=heat_map(rows, Axes(_("Likelihood"), _("Impact"), steps), spoken),
        files=files(here, RISKS),
    )


def _highest(here: Here, risk: RiskAssessment) -> str:
    counts = [
        (str(here.text(level.name)), [r for r in risk.risks if r.level == level.id])
        for level in risk.levels
    ]
    top = next((risks for _level, risks in reversed(counts) if risks), [])
    numbers = listed(here, [str(one.number) for one in top]) if top else ""
    return risk_levels(here.words, [(level, len(found)) for level, found in counts], numbers)


def _about(here: Here, unplaced: int) -> str:
    _ = here.words
    told = _(
        "Level of risk by likelihood and impact, as the document prints it; the numbers on the filled plates are those of the risks."
    )
    if not unplaced:
        return told
    lacking = _.count(
        "{n} risk has no likelihood and impact in the document and is in no cell.",
        "{n} risks have no likelihood and impact in the document and are in no cell.",
        unplaced,
        n=unplaced,
    )
    return f"{told} {lacking}"


RANKS = {"low": 0, "medium": 1, "high": 2, "very-high": 3}
"""The usual four levels keep their colours even where a document names only some of them."""


def _rank(risk: RiskAssessment, level: str) -> int:
    place = next(rank for rank, known in enumerate(risk.levels) if known.id == level)
    return RANKS.get(level, place)


def _row(here: Here, risk: RiskAssessment, one: Risk) -> RiskRow:
    return RiskRow(
        id=one.id,
        number=str(one.number),
        field=next((here.text(f.title) for f in risk.fields if f.number == one.field), None),
        step=here.text(one.step),
        events=passages(here, one.events),
        likelihood=_number(one.likelihood),
        impact=_number(one.impact),
        score=_number(one.score),
        level=next(here.text(level.name) for level in risk.levels if level.id == one.level),
        rank=_rank(risk, one.level),
        controls=passages(here, one.controls),
        line=one.line,
        marks=marks(level=one.level, field=_number(one.field)),
    )


def _narrowing(here: Here, risk: RiskAssessment, rows: tuple[RiskRow, ...]) -> Narrowing | None:
    _ = here.words
    levels: dict[str, str | Phrase] = {
        level.id: here.text(level.name) for level in reversed(risk.levels)
    }
    fields = {str(field.number): here.text(field.title) for field in risk.fields}
    ways = (
        Way(name="level", label=_("Level"), values=levels),
        Way(name="field", label=_("Field"), values=fields),
    )
    return narrowing(here, [row.marks for row in rows], ways)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _lines(here: Here, risk: RiskAssessment) -> Iterator[MatrixLine]:
    for row in sorted(risk.matrix, key=lambda row: -row.likelihood):
        cells = []
        for impact, level in enumerate(row.levels, 1):
            inside = risk.at(row.likelihood, impact)
            name = next(here.text(known.name) for known in risk.levels if known.id == level)
            cells.append(
                Cell(
                    level=name, rank=_rank(risk, level), risks=tuple(str(r.number) for r in inside)
                )
            )
        yield MatrixLine(likelihood=str(row.likelihood), cells=tuple(cells))


def _scales(here: Here, risk: RiskAssessment) -> Iterator[Scale]:
    _ = here.words
    for heading, criteria in ((_("Likelihood"), risk.likelihood), (_("Impact"), risk.impact)):
        if criteria:
            yield Scale(heading=heading, rows=tuple(_criterion(here, one) for one in criteria))


def _criterion(here: Here, one: Criterion) -> tuple[str, Phrase, int | None]:
    return str(one.level), here.text(one), one.line

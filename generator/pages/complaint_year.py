"""A fiscal year's complaints in figures, as far as they may be shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.addresses import path_of_complaints
from generator.charts.drawing import Spoken
from generator.count_words import ANSWER_WORDS, CONTENT_WORDS, FLOW_WORDS, MEDIUM_WORDS, TYPE_WORDS
from generator.exports.pictures import CHANNELS, COMPLAINTS
from generator.frozen import frozen
from generator.model.complaints import Answer
from generator.pages.base import Here, Link, Page
from generator.pages.counts import (
    CountRow,
    CountTable,
    DataFile,
    Method,
    cell,
    counted,
    in_words,
    method,
    name,
    rate,
    span_name,
)
from generator.pages.findings import most_counted
from generator.pages.items import unit_link
from generator.pages.picture import Picture, files, keys
from generator.published.complaints import (
    ANSWER,
    CHANNEL,
    COMPLETED,
    CONTENT,
    RECEIVED,
    span_of,
    split_tables,
    whole_span,
)
from generator.published.facts import ALL, AT_END, AT_START, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure_control.cells import Shown
    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.complaints import ComplaintPeriod, ComplaintReport

FLOWS = (AT_START, RECEIVED, COMPLETED, AT_END)


@frozen(kw_only=True)
class ComplaintYearPage(Page):
    """How many complaints came in, what they were about, and what became of them."""

    template: ClassVar[str] = "complaint_year.html"

    key: str
    """The most important thing, in a sentence."""
    statements: tuple[str, ...]
    """That there was none, in words, wherever that is so."""
    rates: tuple[str, ...]
    span: str
    as_of: str
    unit: Link | None
    by_period: CountTable
    types_by_period: CountTable | None
    by_type: CountTable | None
    channels: CountTable | None
    answers: CountTable | None
    answer_rule: str
    content: CountTable | None
    satisfaction: str
    method: Method
    files: tuple[DataFile, ...]
    guide: Link | None
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[ComplaintYearPage]:
    """A page for each year that is counted."""
    for report in told(edition):
        yield _Year(edition, report, Here(lang, path_of_complaints(report))).page()


def told(edition: Edition) -> list[ComplaintReport]:
    """The reports that tell anything, oldest first."""
    return [report for report in edition.disclosure.complaints if report.periods]


def year_title(here: Here, report: ComplaintReport) -> str:
    """What a year's page is called."""
    year = formats.fiscal_year(report.fiscal_year, here.lang)
    return here.words("Complaints of fiscal year {year} in figures", year=year)


class _Year:
    """A report with the cells of it that are published."""

    def __init__(self, edition: Edition, report: ComplaintReport, here: Here) -> None:
        self.edition, self.report, self.here = edition, report, here
        self.whole = whole_span(report)
        self.splits = split_tables(report)

    def shown(self, measure: str, span: Span, category: str = ALL) -> Shown:
        return self.edition.published.shown(measure, span, category)

    def total(self, measure: str, category: str = ALL) -> Shown:
        return self.shown(measure, self.whole, category)

    def page(self) -> ComplaintYearPage:
        here, report = self.here, self.report
        _ = here.words
        title = year_title(here, report)
        has_guide = self.edition.disclosure.complaint_guide is not None
        return ComplaintYearPage(
            here=here,
            title=title,
            description=_("{title}: received, completed, in progress", title=title),
            trail=(Link(_("Complaints"), here.to("complaints")),),
            key=self.key(),
            statements=tuple(self.statements()),
            rates=tuple(self.rates()),
            span=span_name(here, self.whole),
            as_of=formats.day(report.as_of, here.lang),
            unit=unit_link(here, self.edition, report.unit) if report.unit else None,
            by_period=self.by_period(),
            types_by_period=self.types_by_period() if report.types else None,
            by_type=self.by_type() if report.types else None,
            channels=self.channels() if CHANNEL in self.splits else None,
            answers=self.answers() if ANSWER in self.splits else None,
            answer_rule=self.answer_rule(),
            content=self.content() if CONTENT in self.splits else None,
            satisfaction=self.satisfaction(),
            method=method(here, self.edition.published.of(report).values()),
            files=self.files(),
            guide=Link(_("How to complain"), here.to("complaints")) if has_guide else None,
            previous=self.neighbour(-1),
            next=self.neighbour(1),
        )

    def key(self) -> str:
        _ = self.here.words
        span = span_name(self.here, self.whole)
        if self.total(RECEIVED).value == 0:
            return _("No complaint was received in {span}.", span=span)
        return _(
            "In {span} the agency received {received} complaints and completed {completed}; at the end {open} were in progress.",
            span=span,
            received=in_words(self.here, self.total(RECEIVED)),
            completed=in_words(self.here, self.total(COMPLETED)),
            open=in_words(self.here, self.total(AT_END)),
        )

    def statements(self) -> Iterator[str]:
        """What there was none of, in words, as the ITA's form asks."""
        _ = self.here.words
        if self.total(RECEIVED).value == 0:
            return
        for kind in self.report.types:
            if self.total(RECEIVED, kind).value == 0:
                named = self.here.say(TYPE_WORDS[kind])
                yield _("There was no new complaint of this type: {type}.", type=named)

    def rates(self) -> Iterator[str]:
        _ = self.here.words
        whole = [self.total(AT_START), self.total(RECEIVED)]
        done = rate([self.total(COMPLETED)], whole)
        if done and not list(self.report.missing_months()):
            yield _("{percent}% of what was carried over or received was completed.", percent=done)
        if ANSWER in self.splits:
            due = [self.total(ANSWER, a) for a in Answer if a is not Answer.NOT_DUE]
            within = rate([self.total(ANSWER, Answer.WITHIN)], due)
            if within:
                yield _("{percent}% of what was due was answered in time.", percent=within)
        if CONTENT in self.splits:
            yes = rate([self.total(CONTENT, "yes")], [self.total(CONTENT)])
            if yes:
                yield _("{percent}% of those who answered were satisfied.", percent=yes)

    def by_period(self) -> CountTable:
        _ = self.here.words
        rows = [(p.from_, self.period_row(p)) for p in self.report.periods]
        rows += [
            (
                month,
                CountRow(
                    name=formats.month_of_year(month, self.here.lang),
                    cells=(),
                    note=_("Nothing is known of this month."),
                ),
            )
            for month in self.report.missing_months()
        ]
        return CountTable(
            caption=_("Complaints of all types, by period"),
            head=(_("Period"), *(name(self.here, FLOW_WORDS[m]) for m in FLOWS)),
            rows=tuple(row for _month, row in sorted(rows, key=lambda pair: pair[0])),
            foot=CountRow(
                name=_("Total"), cells=tuple(cell(self.here, self.total(m)) for m in FLOWS)
            ),
            picture=self.over_time(),
        )

    def over_time(self) -> Picture | None:
        """What came in and what was completed, period by period; nothing where there is only one."""
        _ = self.here.words
        rows = [
            (span_name(self.here, span), tuple(self.shown(m, span) for m in (RECEIVED, COMPLETED)))
            for span in map(span_of, self.report.periods)
        ]
        told = "; ".join(
            f"{span}: {in_words(self.here, cells[0])}, {in_words(self.here, cells[1])}"
            for span, cells in rows
        )
        title = _("Bar chart: complaints received and completed in each period")
        names = tuple(name(self.here, FLOW_WORDS[m]) for m in (RECEIVED, COMPLETED))
        drawing = counted(self.here, names, rows, Spoken("periods", title, told))
        if drawing is None or len(rows) == 1:
            return None
        used = [n for n in range(len(names)) if any(cells[n].value for _span, cells in rows)]
        return Picture(
            id="periods-picture",
            finding=most_counted(self.here, [(span, cells[0]) for span, cells in rows]),
            about=self.counted_as_of(),
            drawing=drawing,
            key=keys("periods", names, used),
            files=files(self.here, COMPLAINTS),
        )

    def counted_as_of(self) -> str:
        return self.here.words(
            "Complaints of all types in {span}; counted as of {day}.",
            span=span_name(self.here, self.whole),
            day=formats.day(self.report.as_of, self.here.lang),
        )

    def period_row(self, period: ComplaintPeriod) -> CountRow:
        _ = self.here.words
        span = span_of(period)
        return CountRow(
            name=span_name(self.here, span),
            cells=tuple(cell(self.here, self.shown(measure, span)) for measure in FLOWS),
            note=_("No complaint was received in this period.") if period.none else "",
        )

    def types_by_period(self) -> CountTable:
        _ = self.here.words
        types = self.report.types
        return CountTable(
            caption=_("Complaints received, by period and type"),
            head=(_("Period"), *(name(self.here, TYPE_WORDS[t]) for t in types), _("Total")),
            rows=tuple(self.typed(span_of(p)) for p in self.report.periods),
            foot=self.typed(self.whole, _("Total")) if len(self.report.periods) > 1 else None,
        )

    def typed(self, span: Span, name: str = "") -> CountRow:
        kinds = (*self.report.types, ALL)
        return CountRow(
            name=name or span_name(self.here, span),
            cells=tuple(cell(self.here, self.shown(RECEIVED, span, kind)) for kind in kinds),
        )

    def by_type(self) -> CountTable:
        _ = self.here.words
        return CountTable(
            caption=_("Complaints by type, over all periods"),
            head=(_("Type"), *(name(self.here, FLOW_WORDS[m]) for m in FLOWS)),
            rows=tuple(
                CountRow(
                    name=name(self.here, TYPE_WORDS[kind]),
                    cells=tuple(cell(self.here, self.total(m, kind)) for m in FLOWS),
                )
                for kind in self.report.types
            ),
        )

    def channels(self) -> CountTable:
        _ = self.here.words
        named = [
            (name(self.here, MEDIUM_WORDS[medium]), self.total(CHANNEL, medium))
            for medium in MEDIUM_WORDS
        ]
        title = _("Complaints received, by channel")
        return CountTable(
            caption=title,
            head=(_("Channel"), name(self.here, FLOW_WORDS[RECEIVED])),
            rows=tuple(self.single(name, shown) for name, shown in named),
            foot=self.single(_("Total"), self.total(RECEIVED)),
            picture=self.by_channel(named),
        )

    def by_channel(self, named: list[tuple[str, Shown]]) -> Picture | None:
        """The channels through which something came; nothing where no number is shown."""
        _ = self.here.words
        used = [(channel, shown) for channel, shown in named if shown.value != 0]
        told = "; ".join(f"{channel}: {in_words(self.here, shown)}" for channel, shown in used)
        title = _("Bar chart: complaints received through each channel")
        rows = [(channel, (shown,)) for channel, shown in used]
        drawing = counted(self.here, ("",), rows, Spoken("channels", title, told))
        if drawing is None:
            return None
        return Picture(
            id="channels-picture",
            finding=most_counted(self.here, used),
            about=self.counted_as_of(),
            drawing=drawing,
            files=files(self.here, CHANNELS),
        )

    def single(self, name: str, shown: Shown) -> CountRow:
        return CountRow(name=name, cells=(cell(self.here, shown),))

    def answers(self) -> CountTable:
        _ = self.here.words
        return CountTable(
            caption=_("Complaints received, by how they were answered"),
            head=(_("Answer"), name(self.here, FLOW_WORDS[RECEIVED])),
            rows=tuple(
                self.single(name(self.here, words), self.total(ANSWER, answer))
                for answer, words in ANSWER_WORDS.items()
            ),
            foot=self.single(_("Total"), self.total(RECEIVED)),
        )

    def answer_rule(self) -> str:
        _, guide = self.here.words, self.edition.disclosure.complaint_guide
        if guide is None:
            return _(
                "The unit resolves a complaint within the set days; if it cannot, it explains why to the complainant within them."
            )
        return _(
            "The unit resolves a complaint within {n} days; if it cannot, it explains why to the complainant within them.",
            n=guide.answer_days,
        )

    def content(self) -> CountTable:
        _ = self.here.words
        return CountTable(
            caption=_("Answers of those who responded"),
            head=(_("Answer"), _("People")),
            rows=tuple(
                self.single(name(self.here, words), self.total(CONTENT, key))
                for key, words in CONTENT_WORDS.items()
            ),
            foot=self.single(_("Total"), self.total(CONTENT)),
        )

    def satisfaction(self) -> str:
        """What is known of satisfaction beside a table: a mean score, or that nobody was asked."""
        _ = self.here.words
        asked = [p.satisfaction for p in self.report.periods if p.satisfaction]
        measured = [told for told in asked if told.measured]
        if not asked:
            return _("Nothing is stated about satisfaction.")
        if not measured:
            return _("Satisfaction was not measured.")
        scored = [
            (told.asked or 0, told.score, told.out_of)
            for told in measured
            if told.score is not None
        ]
        if not scored:
            return ""
        few = any(number < self.report.small_counts_below for number, _s, _o in scored)
        if few or len({out_of for _n, _s, out_of in scored}) > 1:
            return _(
                "A mean score is not shown, because too few people answered or the scales differ."
            )
        return self.mean_score([(n, score, most) for n, score, most in scored if score and most])

    def mean_score(self, scored: list[tuple[int, Decimal, int]]) -> str:
        """The mean of the periods' scores, weighted by who answered."""
        _ = self.here.words
        people = sum(number for number, _score, _most in scored)
        total = sum((number * score for number, score, _most in scored), Decimal(0))
        return _(
            "Mean score {score} out of {most}, from {n} answers.",
            score=formats.number((total / people).quantize(Decimal("0.1"))),
            most=scored[0][2],
            n=people,
        )

    def files(self) -> tuple[DataFile, ...]:
        _ = self.here.words
        return tuple(
            DataFile(Link(name, self.here.shared(f"data/complaints/{name}")), about)
            for name, about in (
                (
                    "counts.csv",
                    _("Every number of these pages, all years; a hidden one is empty and flagged"),
                ),
                (
                    "periods.csv",
                    _("The periods, and where it is stated that no complaint was received"),
                ),
                ("complaints.xlsx", _("Both as a workbook")),
            )
        )

    def neighbour(self, step: int) -> Link | None:
        reports = told(self.edition)
        at = reports.index(self.report) + step
        if not 0 <= at < len(reports):
            return None
        return Link(
            year_title(self.here, reports[at]), self.here.to(path_of_complaints(reports[at]))
        )

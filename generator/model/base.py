"""What every record is made of: typed fields with help in two languages, texts, statements.

A record class is a frozen dataclass whose fields are declared with `told`, which carries the help
that an officer sees in the editor. The loader fills records from YAML by their annotations; the
JSON Schema is written from the same declarations, so there is no second definition of the truth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar, dataclass_transform

from markupsafe import escape

from generator.diagnostics import Place, Words
from generator.frozen import frozen
from generator.model.eras import FiscalYear

T = TypeVar("T")


R = TypeVar("R", bound="type[Record]")


class Id(str):
    """A lasting name in lower-case ASCII words joined by hyphens; it becomes part of an address."""

    __slots__ = ()


class Code(str):
    """A number that a document prints as a code, such as 1.1.2, always in Arabic digits."""

    __slots__ = ()


class Lang(StrEnum):
    """The two languages of every site. Thai is the source."""

    TH = "th"
    EN = "en"

    @property
    def other(self) -> Lang:
        """The language that the switch leads to."""
        return Lang.EN if self is Lang.TH else Lang.TH


def told(th: str, en: str, *, default: Any = MISSING) -> Any:
    """A field of a record with its help in Thai and English; with a default it may be left out."""
    return field(default=default, metadata={"help": Words(th, en)})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(told,))
def record(cls: R) -> R:
    """Makes a class of `told` fields a record."""
    return frozen(kw_only=True)(cls)  # type: ignore[return-value]


@frozen(kw_only=True)
class Record:
    """Something an officer wrote down, which remembers where each of its fields stands."""

    written: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Place of each field by name; "" is the record itself."""

    def locate(self, name: str = "") -> Place:
        """Where a field was written; the record itself where the field was left out."""
        return self.written.get(name) or self.written.get("") or Place("")


@record
class Text(Record):
    """Words that are data: Thai as the source says or we retell it, English beside it."""

    th: str = told("ข้อความภาษาไทย", "The Thai text")
    en: str | None = told("ข้อความภาษาอังกฤษ", "The English text", default=None)

    def phrase(self, lang: Lang) -> Phrase:
        """The text in a language; where English is missing, the Thai, known to be Thai."""
        if lang is Lang.EN and self.en is not None:
            return Phrase(self.en, Lang.EN, lang)
        return Phrase(self.th, Lang.TH, lang)


class Phrase(NamedTuple):
    """A text as one reader will see it, with the language that it is in."""

    text: str
    lang: Lang
    page: Lang

    def __str__(self) -> str:
        """The words alone."""
        return self.text

    def __html__(self) -> str:
        """The words for a page: escaped, and marked where their language is not the page's."""
        if self.lang is self.page:
            return str(escape(self.text))
        return f'<span lang="{self.lang}">{escape(self.text)}</span>'


class Operator(StrEnum):
    """How a result is held against a target value."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    EXACTLY = "exactly"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    DECREASE = "decrease"
    INCREASE = "increase"
    DECREASE_BY = "decrease_by"
    DECREASE_BY_AT_LEAST = "decrease_by_at_least"
    FROM_TO = "from_to"
    INCREASE_BY = "increase_by"
    INCREASE_BY_AT_LEAST = "increase_by_at_least"

    @property
    def needs_value(self) -> bool:
        """Whether a number belongs to it: "to decrease" alone is a direction, not an amount."""
        return self not in {Operator.DECREASE, Operator.INCREASE}


class TargetUnit(StrEnum):
    """What a target value counts."""

    PERCENT = "percent"
    SCORE = "score"
    RANK = "rank"
    PERSON = "person"
    TIMES = "times"
    TIMES_PER_YEAR = "times_per_year"
    TIMES_PER_QUARTER = "times_per_quarter"
    CHANNEL = "channel"
    COPY = "copy"
    SET = "set"
    TOPIC = "topic"
    PLACE = "place"
    NETWORK = "network"
    MISSION = "mission"
    MEASURE = "measure"
    ISSUE = "issue"
    JOB = "job"
    PLAN = "plan"
    DAY = "day"
    MINUTE = "minute"
    CASE = "case"
    AGENCY = "agency"
    PLAN_PER_YEAR = "plan_per_year"
    PERSON_PER_YEAR = "person_per_year"


@record
class Target(Record):
    """A result in numbers (ค่าเป้าหมายเชิงตัวเลข): metric, operator, value, unit."""

    metric: Text = told("สิ่งที่วัด ไม่มีตัวเลข", "What is measured, without the number")
    operator: Operator = told("เทียบกับค่าเป้าหมายอย่างไร", "How it compares with the value")
    value: Decimal | None = told("ค่าเป้าหมาย", "The target value", default=None)
    upper: Decimal | None = told(
        "ค่าปลาย ใช้กับ between และ from_to", "The other end, for between and from_to", default=None
    )
    unit: TargetUnit | None = told("หน่วยนับ", "What the value counts", default=None)
    fiscal_year: FiscalYear | None = told("ปีเป้าหมาย", "Year of the target", default=None)
    base_year: FiscalYear | None = told("ปีฐาน", "Year that it is counted from", default=None)
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)
    thing: Id | None = told(
        "ชื่อร่วมของสิ่งที่วัด เมื่อเอกสารตั้งเป้าไว้หลายแห่ง เช่น ita-score",
        "Common name of what is measured, where the document sets its target in several places",
        default=None,
    )


@record
class Passage(Text):
    """A line of a plan: an objective, a step, an output, with its targets and its parts."""

    line: int | None = told(
        "บรรทัดในเอกสารต้นฉบับ", "Line in the source document, from 1", default=None
    )
    number: int | None = told(
        "ลำดับที่พิมพ์ เมื่อไม่ตรงกับลำดับในรายการ",
        "Printed number, where it is not the place in the list",
        default=None,
    )
    targets: tuple[Target, ...] = told("ค่าเป้าหมาย", "Targets in numbers", default=())
    parts: tuple[Passage, ...] = told("ข้อย่อย", "Sub-points", default=())
    item: Id | None = told(
        "รหัสรายการในแผนที่กล่าวถึง", "Id of the plan item that is meant", default=None
    )

    def every_target(self) -> Iterator[Target]:
        """Its targets and those of its parts."""
        yield from self.targets
        for part in self.parts:
            yield from part.every_target()


class Origin(StrEnum):
    """Where in a document something is stated."""

    TABLE = "table"
    DETAIL = "detail"
    FOREWORD = "foreword"
    REPORT = "report"
    EPLAN = "eplan"


@frozen
class Statement(Generic[T]):
    """A fact as one place of a document states it."""

    value: T
    origin: Origin | None = None
    """None where the document says it once, or everywhere the same."""
    line: int | None = None
    place: Place = field(default=Place(""), compare=False)


@frozen
class Stated(Generic[T]):
    """A fact with all that a document states about it; more than one statement means they differ."""

    statements: tuple[Statement[T], ...]

    @classmethod
    def once(cls, value: T) -> Stated[T]:
        """A fact about which a document does not contradict itself."""
        return cls((Statement(value),))

    @property
    def differs(self) -> bool:
        """Whether the document says two things."""
        return len(self.statements) > 1

    def at(self, origin: Origin) -> T:
        """What one place of the document says; where it says it once, that."""
        for statement in self.statements:
            if statement.origin is origin:
                return statement.value
        return self.statements[0].value


@record
class YearSpan(Record):
    """Fiscal years from one to another, both included."""

    from_: FiscalYear = told("ปีงบประมาณแรก (พ.ศ.)", "First fiscal year (B.E.)")
    to: FiscalYear = told("ปีงบประมาณสุดท้าย (พ.ศ.)", "Last fiscal year (B.E.)")
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """Each fiscal year of the span."""
        return _years(self.from_, self.to)

    def __contains__(self, year: int) -> bool:
        """Whether a fiscal year lies in the span."""
        return self.from_ <= year <= self.to


@cache
def _years(first: FiscalYear, last: FiscalYear) -> tuple[FiscalYear, ...]:
    """A plan has one span, which is asked for with each of its items."""
    return tuple(map(FiscalYear, range(first, last + 1)))

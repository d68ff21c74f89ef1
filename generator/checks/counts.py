"""Rules about counted complaints and gifts: what adds up, what lies in its year, what is said."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.checks.references import UNKNOWN_UNIT
from generator.checks.walk import below
from generator.diagnostics import Rule, Severity, Words
from generator.model.complaints import (
    Answers,
    ByMedium,
    ComplaintReport,
    Flow,
    Medium,
    Satisfaction,
)
from generator.model.gifts import ByGiver, ByHandling, ByValue, Receipts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic, Place
    from generator.model.complaints import ComplaintPeriod, ComplaintType
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.gifts import CultureActivity, GiftDeclaration, GiftReport

    Period = ComplaintPeriod | Receipts

SMALLEST_LIMIT, LARGEST_LIMIT = 3, 10
"""Below 3, a hidden count other than zero could only be 1, and would not be hidden at all."""


def _told_periods(disclosure: Disclosure) -> Iterator[tuple[FiscalYear, tuple[Period, ...]]]:
    """Every list of periods with its fiscal year."""
    for report in disclosure.complaints:
        yield report.fiscal_year, report.periods
    for gifts in disclosure.gifts:
        yield gifts.fiscal_year, gifts.gifts
        yield gifts.fiscal_year, gifts.property


def known_units(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The unit that answers for complaints, a channel or the No Gift Policy is the agency's."""
    guide = disclosure.complaint_guide
    named: list[Any] = [*disclosure.complaints, *disclosure.gifts]
    named += [guide, *guide.channels] if guide else []
    units = {unit.id for unit in disclosure.agency.units}
    for told in named:
        if told.unit is not None and told.unit not in units:
            known = ", ".join(sorted(units))
            yield UNKNOWN_UNIT.at(told.locate("unit"), id=told.unit, known=known)


def periods(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Periods lie in their year, run forward, and no month is counted twice."""
    for year, told in _told_periods(disclosure):
        for period in told:
            if period.from_ > period.to or {period.from_, period.to} - set(year.months):
                yield PERIOD_OUTSIDE_YEAR.at(
                    period.locate("from_"), from_=period.from_, to=period.to, year=int(year)
                )
        for before, after in pairwise(told):
            if after.from_ <= before.to:
                place = after.locate("from_")
                yield PERIODS_OVERLAP.at(place, from_=after.from_, before=before.to)


def missing_months(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A month of which nothing is said, between months that are counted."""
    for report in disclosure.complaints:
        missing = [str(month) for month in report.missing_months()]
        if missing:
            yield MONTHS_MISSING.at(report.locate("periods"), months=", ".join(missing))


def counted_too_early(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A period can be counted when it is over."""
    for report in _reports(disclosure):
        for period in _periods_of(report):
            if report.as_of < period.to.last_day:
                yield PERIOD_NOT_OVER.at(period.locate("to"), to=period.to, as_of=report.as_of)


def _reports(disclosure: Disclosure) -> Iterator[ComplaintReport | GiftReport]:
    yield from disclosure.complaints
    yield from disclosure.gifts


def _periods_of(report: ComplaintReport | GiftReport) -> tuple[Period, ...]:
    if isinstance(report, ComplaintReport):
        return report.periods
    return (*report.gifts, *report.property)


def negative_counts(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Nothing is counted below zero."""
    told = (disclosure.complaints, disclosure.gifts)
    for kind in (Flow, ByMedium, Answers, Satisfaction, ByGiver, ByHandling, ByValue, Receipts):
        for counts in below(told, kind):
            for name in counts.written:
                value = getattr(counts, name, None)
                if isinstance(value, int) and value < 0:
                    yield NEGATIVE_COUNT.at(counts.locate(name), value=value)


def complaint_sums(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Carried over + received = completed + in progress; each split adds up to what came in."""
    for period in _complaint_periods(disclosure):
        for flow in period.flows.values():
            there, gone = flow.carried_over + flow.received, flow.completed + flow.in_progress
            if there != gone:
                yield COMPLAINTS_SUM.at(flow.locate(), there=there, gone=gone)
        splits = (period.by_channel, period.answers)
        for split in splits:
            total = sum(split.counts().values()) if split else period.received
            if split and total != period.received:
                yield SPLIT_SUM.at(split.locate(), total=total, received=period.received)


def _complaint_periods(disclosure: Disclosure) -> Iterator[ComplaintPeriod]:
    for report in disclosure.complaints:
        yield from report.periods


def complaints_of_none(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A period without a complaint is stated: it has no counts of what came in, nor zeros alone."""
    for period in _complaint_periods(disclosure):
        months = {"from_": period.from_, "to": period.to}
        if period.none and _came_in(period):
            yield NONE_WITH_COUNTS.at(period.locate("none"), number=_came_in(period))
        elif not period.none and period.by_type is None:
            yield NOTHING_COUNTED.at(period.locate(), **months)
        elif not period.none and not period.received:
            yield NONE_NOT_SAID.at(period.locate(), **months)


def receipts_of_none(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A period without a gift is stated likewise."""
    for receipts in _all_receipts(disclosure):
        months = {"from_": receipts.from_, "to": receipts.to}
        if receipts.none and (receipts.times or receipts.splits()):
            split = (sum(counts.values()) for counts in receipts.splits().values())
            number = max([receipts.times or 0, *split])
            yield NONE_WITH_COUNTS.at(receipts.locate("none"), number=number)
        elif not receipts.none and receipts.times is None:
            yield NOTHING_COUNTED.at(receipts.locate(), **months)
        elif not receipts.none and receipts.times == 0:
            yield NONE_NOT_SAID.at(receipts.locate(), **months)


def _came_in(period: ComplaintPeriod) -> int:
    """How many came in, by the count that says most."""
    splits = [split for split in (period.by_channel, period.answers) if split]
    return max([period.received, *(sum(split.counts().values()) for split in splits)])


def _all_receipts(disclosure: Disclosure) -> Iterator[Receipts]:
    for report in disclosure.gifts:
        yield from (*report.gifts, *report.property)


def receipt_sums(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Each way of splitting what was received adds up to the number of times."""
    for receipts in _all_receipts(disclosure):
        for way, counts in receipts.splits().items():
            total = sum(counts.values())
            if receipts.times is not None and total != receipts.times:
                place = receipts.locate(f"by_{way}")
                yield SPLIT_SUM.at(place, total=total, received=receipts.times)


def carried_over(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """What a period carries over is what the one before left in progress; a quiet one carries on."""
    told = [period for period in _complaint_periods(disclosure) if period.flows or period.none]
    for before, after in pairwise(told):
        if before.to.next != after.from_:
            continue
        for kind in sorted({*before.flows, *after.flows}):
            left, carried, place = _left_and_carried(before, after, kind)
            if left != carried:
                yield CARRIED_DIFFERS.at(place, carried=carried, left=left, to=before.to)


def _left_and_carried(
    before: ComplaintPeriod, after: ComplaintPeriod, kind: ComplaintType
) -> tuple[int, int, Place]:
    left = before.flows[kind].in_progress if kind in before.flows else 0
    if kind not in after.flows:
        return left, 0, after.locate()
    flow = after.flows[kind]
    return left, flow.carried_over, flow.locate("carried_over")


def same_types(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Within a year the same types are counted in every period."""
    for report in disclosure.complaints:
        for period in report.periods:
            missing = [kind for kind in report.types if period.flows and kind not in period.flows]
            if missing:
                place = period.locate("by_type")
                yield TYPES_DIFFER.at(place, missing=", ".join(missing))


def satisfaction(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Measured: how many answered, and how many were content or their mean score; else nothing."""
    for told in below(disclosure.complaints, Satisfaction):
        if not _is_sensible(told):
            yield SATISFACTION_UNCLEAR.at(told.locate())


def _is_sensible(told: Satisfaction) -> bool:
    values = (told.asked, told.satisfied, told.score, told.out_of)
    if not told.measured:
        return all(value is None for value in values)
    if not told.asked or (told.satisfied is None) == (told.score is None):
        return False
    if told.satisfied is not None:
        return told.satisfied <= told.asked and told.out_of is None
    return told.score is not None and told.out_of is not None and 0 <= told.score <= told.out_of


def days_in_year(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A declaration and an activity belong to the fiscal year under which they are told."""
    for report in disclosure.gifts:
        year = report.fiscal_year
        events: list[GiftDeclaration | CultureActivity] = [*report.activities]
        if report.declaration:
            events.insert(0, report.declaration)
        for event in events:
            if not year.first_day <= event.date <= year.last_day:
                yield DAY_OUTSIDE_YEAR.at(event.locate("date"), day=event.date, year=int(year))


def small_limit(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The limit of small counts protects, and still leaves something to see."""
    for report in _reports(disclosure):
        if not SMALLEST_LIMIT <= report.small_counts_below <= LARGEST_LIMIT:
            place = report.locate("small_counts_below")
            yield SMALL_LIMIT.at(place, value=report.small_counts_below)


def separate_channel(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The corruption channel is online and stands apart from the general ones."""
    guide = disclosure.complaint_guide
    if guide is None:
        return
    shared = {c.url for c in guide.channels if c.concern == "general" and c.url}
    for channel in guide.channels:
        if channel.concern == "corruption" and channel.url in shared:
            yield CHANNEL_SHARED.at(channel.locate("url"), url=channel.url)
        ways = (channel.url, channel.phone, channel.email, channel.address)
        online = channel.medium in {Medium.WEBSITE, Medium.SOCIAL}
        if not any(ways) or (online and channel.url is None):
            yield CHANNEL_WITHOUT_WAY.at(channel.locate())


PERIOD_OUTSIDE_YEAR = Rule(
    code="period-outside-year",
    what=Words(
        "ช่วง {from_} ถึง {to} ไม่อยู่ในปีงบประมาณ {year} หรือสิ้นสุดก่อนเริ่ม",
        "The period {from_} to {to} lies outside fiscal year B.E. {year}, or ends before it begins",
    ),
    why=Words("จำนวนจะไปอยู่ผิดปี", "Its counts would stand in another year"),
    mend=Words(
        "ปีงบประมาณเริ่มเดือนตุลาคมของปีก่อนและสิ้นสุดเดือนกันยายน แก้ from หรือ to",
        "A fiscal year runs from October of the year before to September; mend from or to",
    ),
)
PERIODS_OVERLAP = Rule(
    code="periods-overlap",
    what=Words(
        "ช่วงที่เริ่ม {from_} ซ้อนกับช่วงก่อนหน้าซึ่งถึง {before}",
        "The period from {from_} overlaps the one before, which goes to {before}",
    ),
    why=Words("เรื่องเดียวกันจะถูกนับสองครั้ง", "The same complaint would be counted twice"),
    mend=Words("แก้เดือน และเรียงช่วงตามเวลา", "Mend the months, and list the periods in order"),
)
MONTHS_MISSING = Rule(
    code="months-missing",
    severity=Severity.WARNING,
    what=Words("ไม่มีข้อมูลของเดือน {months}", "Nothing is said of {months}"),
    why=Words(
        "ไม่มีข้อมูล ศูนย์ และไม่มีเรื่องร้องเรียน เป็นคนละเรื่อง หน้าเว็บจะแสดงว่าไม่มีข้อมูล",
        "Unknown, zero and none are different things; the page will say that nothing is known",
    ),
    mend=Words(
        "เพิ่มช่วงที่ขาด ถ้าไม่มีเรื่องให้เขียน none: true",
        "Add the period; if no complaint came in, write none: true",
    ),
)
PERIOD_NOT_OVER = Rule(
    code="period-not-over",
    what=Words(
        "ช่วงที่ถึง {to} ยังไม่สิ้นสุดในวันที่ของข้อมูล ({as_of})",
        "The period to {to} is not over on the day of the data ({as_of})",
    ),
    why=Words("จำนวนของช่วงนั้นยังเปลี่ยนได้", "Its counts can still change"),
    mend=Words("แก้ as_of หรือรอให้สิ้นเดือน", "Mend as_of, or wait for the end of the month"),
)
NEGATIVE_COUNT = Rule(
    code="negative-count",
    what=Words("จำนวน {value} ติดลบ", "The count {value} is below zero"),
    why=Words("นับสิ่งของได้ตั้งแต่ศูนย์", "Things are counted from zero"),
    mend=Words("แก้ตัวเลขตามทะเบียน", "Mend the number by the register"),
)
COMPLAINTS_SUM = Rule(
    code="complaints-sum",
    what=Words(
        "ยกมา + รับใหม่ = {there} เรื่อง แต่แล้วเสร็จ + อยู่ระหว่างดำเนินการ = {gone} เรื่อง",
        "Carried over + received = {there} complaints, but completed + in progress = {gone}",
    ),
    why=Words("มีเรื่องหายไปหรือถูกนับซ้ำ", "A complaint is lost or counted twice"),
    mend=Words("ตรวจกับทะเบียนเรื่องร้องเรียน", "Check against the register of complaints"),
)
SPLIT_SUM = Rule(
    code="split-sum",
    what=Words(
        "จำนวนที่จำแนกรวมได้ {total} แต่รับทั้งหมด {received}",
        "The split adds up to {total}, but {received} were received",
    ),
    why=Words("ตารางในหน้าเดียวกันจะไม่ตรงกัน", "Tables on one page would not agree"),
    mend=Words("แก้ตัวเลขให้รวมได้เท่ากัน", "Mend the numbers so that they add up alike"),
)
NONE_WITH_COUNTS = Rule(
    code="none-with-counts",
    what=Words(
        "ระบุว่าไม่มี แต่นับเรื่องหรือของขวัญได้ {number} รายการ",
        "It is stated that there was none, but {number} complaints or gifts are counted",
    ),
    why=Words("หน้าเว็บจะบอกสองอย่าง", "The page would say two things"),
    mend=Words(
        "ลบบรรทัด none: true หรือถ้าไม่มีจริง ลบจำนวนที่รับใหม่ในช่วงเดียวกัน",
        "Delete the line none: true; or, if there was none, the counts of what came in in that period",
    ),
)
NONE_NOT_SAID = Rule(
    code="none-not-said",
    severity=Severity.WARNING,
    what=Words(
        "ช่วง {from_} ถึง {to} มีแต่ศูนย์ โดยไม่ได้ยืนยันว่าไม่มี",
        "The period {from_} to {to} has zeros, and no statement that there was none",
    ),
    why=Words(
        "แบบประเมินให้เผยแพร่ว่าไม่มีเป็นถ้อยคำ ศูนย์อาจแปลว่ายังไม่ได้กรอก",
        "The form asks that none be published in words; a zero may mean that nobody filled it in",
    ),
    mend=Words(
        "เพิ่มบรรทัด none: true ใต้ to ของช่วงนี้ หรือเลือกยืนยันว่าไม่มีในแบบกรอกแล้วนำเข้าใหม่",
        "Add a line none: true below to of this period, or choose the statement in the template and import it again",
    ),
)
NOTHING_COUNTED = Rule(
    code="nothing-counted",
    what=Words(
        "ช่วง {from_} ถึง {to} ไม่มีจำนวนใด", "Nothing is counted in the period {from_} to {to}"
    ),
    why=Words(
        "ไม่รู้ว่าไม่มีเรื่อง หรือยังไม่ได้กรอก", "It is unclear whether there was none or nobody filled it in"
    ),
    mend=Words(
        "ใส่จำนวน หรือ none: true ถ้าไม่มี หรือลบช่วงนี้ถ้าไม่มีข้อมูล",
        "Fill in the counts, or none: true, or delete the period if nothing is known",
    ),
)
CARRIED_DIFFERS = Rule(
    code="carried-differs",
    what=Words(
        "ยกมา {carried} เรื่อง แต่สิ้นเดือน {to} ค้างอยู่ {left} เรื่อง",
        "{carried} complaints are carried over, but {left} were left in progress at the end of {to}",
    ),
    why=Words("มีเรื่องหายไปหรือเกิดขึ้นระหว่างสองช่วง", "Complaints vanish or appear between two periods"),
    mend=Words(
        "แก้ carried_over หรือ in_progress ของช่วงก่อน แล้วเขียน by_type แม้ช่วงนี้ไม่มีเรื่องใหม่",
        "Mend carried_over, or in_progress before; write by_type even where nothing new came in",
    ),
)
TYPES_DIFFER = Rule(
    code="types-differ",
    what=Words("ช่วงนี้ขาดประเภท {missing}", "This period lacks the type {missing}"),
    why=Words("ยอดทั้งปีของประเภทนั้นจะไม่ครบ", "That type's total of the year would be incomplete"),
    mend=Words("เพิ่มประเภทนั้น ศูนย์ก็ต้องเขียน", "Add it; a zero is written too"),
)
SATISFACTION_UNCLEAR = Rule(
    code="satisfaction-unclear",
    what=Words(
        "ผลความพึงพอใจไม่ครบหรือเป็นไปไม่ได้", "The satisfaction result is incomplete or impossible"
    ),
    why=Words("ร้อยละหรือคะแนนจะไม่มีความหมาย", "A percentage or score from it would mean nothing"),
    mend=Words(
        "เขียน measured: false หรือ measured: true พร้อม asked และ satisfied (ไม่เกิน asked) หรือ asked, score และ out_of",
        "Write measured: false, or measured: true with asked and satisfied (at most asked), or asked, score and out_of",
    ),
)
DAY_OUTSIDE_YEAR = Rule(
    code="day-outside-year",
    what=Words("วันที่ {day} อยู่นอกปีงบประมาณ {year}", "{day} lies outside fiscal year B.E. {year}"),
    why=Words("แบบประเมินถามของปีนั้น", "The form asks for that year's"),
    mend=Words("แก้วันที่ หรือย้ายไปไฟล์ของปีที่ถูก", "Mend the date, or move it to its year's file"),
)
SMALL_LIMIT = Rule(
    code="small-limit",
    what=Words("small_counts_below เป็น {value}", "small_counts_below is {value}"),
    why=Words(
        "ต่ำกว่า 3 ผู้อ่านรู้จำนวนที่ปิดไว้ทันที สูงกว่า 10 แทบไม่เหลืออะไรให้ดู",
        "Below 3 a reader knows at once what is hidden; above 10 hardly anything is left to see",
    ),
    mend=Words("เขียนจำนวนเต็ม 3 ถึง 10", "Write a whole number from 3 to 10"),
)
CHANNEL_SHARED = Rule(
    code="channel-shared",
    what=Words(
        "ช่องทางแจ้งทุจริตใช้ที่อยู่เดียวกับเรื่องทั่วไป: {url}",
        "The corruption channel has the address of a general one: {url}",
    ),
    why=Words(
        "แบบประเมินให้แยกจากเรื่องทั่วไปเพื่อคุ้มครองผู้แจ้ง",
        "The form asks that it stand apart, so as to protect who reports",
    ),
    mend=Words("ใช้แบบฟอร์มแยกต่างหาก", "Use a form of its own"),
)
CHANNEL_WITHOUT_WAY = Rule(
    code="channel-without-way",
    what=Words("ช่องทางนี้ไม่มีที่ให้ติดต่อ", "This channel has nowhere to turn to"),
    why=Words("ประชาชนใช้ช่องทางนี้ไม่ได้", "Nobody can use it"),
    mend=Words(
        "เพิ่ม url (จำเป็นสำหรับเว็บไซต์และสื่อสังคม) phone email หรือ address",
        "Add url (needed for a website or social media), phone, email or address",
    ),
)

CHECKS = (
    known_units, periods, missing_months, counted_too_early, negative_counts, complaint_sums,
    complaints_of_none, receipts_of_none, receipt_sums, carried_over, same_types, satisfaction, days_in_year, small_limit,
    separate_channel,
)  # fmt: skip
RULES = (
    PERIOD_OUTSIDE_YEAR, PERIODS_OVERLAP, MONTHS_MISSING, PERIOD_NOT_OVER, NEGATIVE_COUNT,
    COMPLAINTS_SUM, SPLIT_SUM, NONE_WITH_COUNTS, NONE_NOT_SAID, NOTHING_COUNTED, CARRIED_DIFFERS,
    TYPES_DIFFER, SATISFACTION_UNCLEAR, DAY_OUTSIDE_YEAR, SMALL_LIMIT, CHANNEL_SHARED, CHANNEL_WITHOUT_WAY,
)  # fmt: skip

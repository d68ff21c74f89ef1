"""A year's procurement: its lines belong together, its months are told, its days can be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.cache.once import once_of
from generator.checks import suppliers
from generator.checks.references import REPEATED_ID
from generator.diagnostics import Rule, Severity, Words
from generator.model.ledger import Ledger, MonthState
from generator.model.procurement import ContractStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.diagnostics import Diagnostic, Place
    from generator.model.disclosure import Disclosure
    from generator.model.ledger import Purchase
    from generator.model.procurement import Bid, Contract, Explanation, Procurement

EGP_DIGITS = 11
"""Digits of a project number in e-GP; the first two are the year in the Buddhist era."""
EARLIEST = timedelta(days=366)
"""How long before its month a contract can be signed, as a bound that catches a wrong era."""
LATEST = timedelta(days=92)
"""How long after its month; a late entry is common, a year's distance is a slip."""


def procurement(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Everything about each year's lines, whose ids and e-GP numbers are of one agency."""
    yield from repeated_ids(disclosure.procurement)
    yield from repeated_numbers(disclosure.procurement)
    for year in disclosure.procurement:
        yield from _lines_of(year)


@once_of
def _lines_of(year: Procurement) -> list[Diagnostic]:
    ledger = Ledger.of(year)
    checks = (*LEDGER_CHECKS, *suppliers.LEDGER_CHECKS)
    found = (diagnostic for check in checks for diagnostic in check(ledger))
    return [*orphans(year), *repeated_lines(year), *found]


def repeated_ids(years: Iterable[Procurement]) -> Iterator[Diagnostic]:
    """A process keeps its id for good, so no other has it in any year."""
    first: dict[str, Place] = {}
    for process in (process for year in years for process in year.processes):
        place = process.locate("id")
        seen = first.setdefault(process.id, place)
        if seen is not place:
            yield REPEATED_ID.at(place, id=process.id, file=seen.file, line=seen.line)


def repeated_numbers(years: Iterable[Procurement]) -> Iterator[Diagnostic]:
    """An e-GP number is one project's, and has eleven digits."""
    first: dict[str, Place] = {}
    for process in (process for year in years for process in year.processes):
        if process.egp_number is None:
            continue
        number, place = process.egp_number, process.locate("egp_number")
        if len(number) != EGP_DIGITS or not number.isdigit():
            yield EGP_FORMAT.at(place, number=number)
        seen = first.setdefault(number, place)
        if seen is not place:
            yield EGP_TWICE.at(place, number=number, file=seen.file, line=seen.line)


def orphans(year: Procurement) -> Iterator[Diagnostic]:
    """Bids, contracts and explanations belong to a process of the year."""
    ids = {process.id for process in year.processes}
    lines: tuple[Bid | Contract | Explanation, ...] = (
        *year.bids,
        *year.contracts,
        *year.report.explanations,
    )
    for line in lines:
        if line.process not in ids:
            yield UNKNOWN_PROCESS.at(line.locate("process"), id=line.process)


def repeated_lines(year: Procurement) -> Iterator[Diagnostic]:
    """The same contract or bid twice would be counted twice."""
    first: dict[tuple[object, ...], int] = {}
    for contract in year.contracts:
        key = ("contract", contract.process, contract.number, contract.supplier, contract.price)
        yield from _again(contract, key, first)
    for bid in year.bids:
        yield from _again(bid, ("bid", bid.process, bid.bidder), first)


def _again(
    line: Bid | Contract, key: tuple[object, ...], first: dict[tuple[object, ...], int]
) -> Iterator[Diagnostic]:
    number = line.locate().line
    seen = first.setdefault(key, number)
    if seen != number:
        yield LINE_TWICE.at(line.locate(), id=line.process, line=seen)


def months(ledger: Ledger) -> Iterator[Diagnostic]:
    """Months lie in the year and before the day of the data, and none says two things."""
    report = ledger.procurement.report
    told = [(p.process.month, p.process.locate("month")) for p in ledger.purchases]
    without = [(month, report.locate("months_without")) for month in report.months_without]
    for month, place in (*told, *without):
        if month.fiscal_year != ledger.year:
            yield MONTH_OUTSIDE_YEAR.at(place, month=month, year=int(ledger.year))
    for month, place in told:
        if month.first_day > report.as_of:
            yield MONTH_TO_COME.at(place, month=month, day=report.as_of)
    for month, place in without:
        if month in ledger.by_month:
            number = len(ledger.by_month[month])
            yield MONTH_NOT_EMPTY.at(place, month=month, n=number)
        elif month.last_day > report.as_of:
            yield MONTH_TO_COME.at(place, month=month, day=report.as_of)


def unstated_months(ledger: Ledger) -> Iterator[Diagnostic]:
    """Of every month that is over, the data says what was bought, or that nothing was."""
    silent = [m for m in ledger.year.months if ledger.state(m) is MonthState.UNSTATED]
    if silent:
        names = ", ".join(str(month) for month in silent)
        yield MONTH_UNSTATED.at(ledger.procurement.report.locate("as_of"), months=names)


def days(ledger: Ledger) -> Iterator[Diagnostic]:
    """A contract is signed near its month, not after the day of the data, and ends later."""
    as_of = ledger.procurement.report.as_of
    for purchase in ledger.purchases:
        month = purchase.process.month
        for contract in purchase.contracts:
            signed = contract.signed
            if signed is None:
                continue
            place = contract.locate("signed")
            if signed > as_of:
                yield SIGNED_TO_COME.at(place, day=signed, as_of=as_of)
            elif not month.first_day - EARLIEST <= signed <= month.last_day + LATEST:
                yield SIGNED_FAR.at(place, day=signed, month=month)
            if contract.ends and contract.ends < signed:
                yield ENDS_BEFORE.at(contract.locate("ends"), day=contract.ends, signed=signed)


def statuses(ledger: Ledger) -> Iterator[Diagnostic]:
    """The status of a purchase fits its contracts and their days."""
    as_of = ledger.procurement.report.as_of
    for purchase in ledger.purchases:
        process = purchase.process
        if process.status is None:
            continue
        place = process.locate("status")
        misfit = _misfit(process.status, purchase)
        if misfit:
            yield STATUS_DIFFERS.at(place, id=process.id, status=process.status, found=misfit)
        elif process.status is ContractStatus.ACTIVE and _all_ended(purchase.contracts, as_of):
            yield STATUS_LATE.at(place, id=process.id, day=as_of)


def _misfit(status: ContractStatus, purchase: Purchase) -> Words | None:
    signed = any(contract.signed for contract in purchase.contracts)
    if status is ContractStatus.PENDING and signed:
        return Words("มีสัญญาที่ลงนามแล้ว", "a contract is signed")
    under_contract = status in {ContractStatus.ACTIVE, ContractStatus.TERMINATED}
    if under_contract and not purchase.contracts:
        return Words("ไม่มีสัญญา", "there is no contract")
    return None


def _all_ended(contracts: tuple[Contract, ...], as_of: date) -> bool:
    return bool(contracts) and all(c.ends is not None and c.ends < as_of for c in contracts)


LEDGER_CHECKS = (months, unstated_months, days, statuses)

UNKNOWN_PROCESS = Rule(
    code="unknown-process",
    what=Words('ไม่มีการจัดซื้อจัดจ้างรหัส "{id}" ในปีนี้', 'There is no process "{id}" in this year'),
    why=Words("บรรทัดนี้จะไม่แสดงที่ใดเลย", "This line would be shown nowhere"),
    mend=Words(
        "แก้รหัสให้ตรงกับ processes.csv", "Write the id as it stands in processes.csv, or add it there"
    ),
)
EGP_FORMAT = Rule(
    code="egp-format",
    what=Words(
        'เลขที่โครงการ e-GP "{number}" ไม่ใช่เลข 11 หลัก',
        'The e-GP number "{number}" does not have 11 digits',
    ),
    why=Words("ค้นในระบบ e-GP ไม่พบ", "Nobody can find the project in e-GP by it"),
    mend=Words(
        "คัดลอกเลขจากระบบ e-GP หรือเว้นว่างถ้าไม่มี",
        "Copy the number from e-GP, or leave it blank if there is none",
    ),
)
EGP_TWICE = Rule(
    code="egp-twice",
    what=Words(
        "เลขที่โครงการ e-GP {number} ใช้แล้วที่ {file}:{line}",
        "The e-GP number {number} is already used in {file}:{line}",
    ),
    why=Words("วงเงินของโครงการเดียวจะถูกนับสองครั้ง", "One project's budget would be counted twice"),
    mend=Words(
        "รวมเป็นรายการเดียว แล้วให้สัญญาทุกฉบับอ้างรหัสเดียวกัน หรือแก้เลขที่ผิด",
        "Make it one process that all its contracts name, or mend the wrong number",
    ),
)
LINE_TWICE = Rule(
    code="line-twice",
    what=Words('บรรทัดนี้ของ "{id}" ซ้ำกับบรรทัด {line}', 'This line of "{id}" repeats line {line}'),
    why=Words("เงินหรือผู้เสนอราคาจะถูกนับสองครั้ง", "Money or bidders would be counted twice"),
    mend=Words(
        "ลบบรรทัดที่ซ้ำ หรือใส่เลขที่สัญญาที่ต่างกัน", "Delete one, or give each contract its own number"
    ),
)
MONTH_OUTSIDE_YEAR = Rule(
    code="month-outside-year",
    what=Words(
        "เดือน {month} ไม่อยู่ในปีงบประมาณ {year}", "The month {month} is not in fiscal year B.E. {year}"
    ),
    why=Words(
        "ปีงบประมาณเริ่มเดือนตุลาคมของปีก่อน จบเดือนกันยายน",
        "A fiscal year runs from October of the year before to September",
    ),
    mend=Words("แก้เดือน หรือย้ายไปโฟลเดอร์ของปีนั้น", "Mend the month, or move it to that year's folder"),
)
MONTH_TO_COME = Rule(
    code="month-to-come",
    what=Words(
        "เดือน {month} ยังไม่มาถึงหรือยังไม่สิ้นสุด ณ วันที่ของข้อมูล {day}",
        "The month {month} was still to come, or not over, on the day of the data, {day}",
    ),
    why=Words("ข้อมูลกล่าวถึงสิ่งที่ยังไม่เกิด", "The data speaks of what has not happened"),
    mend=Words("แก้เดือน หรือแก้ as_of ใน report.yml", "Mend the month, or as_of in report.yml"),
)
MONTH_NOT_EMPTY = Rule(
    code="month-not-empty",
    what=Words(
        "เดือน {month} ระบุว่าไม่มีการจัดซื้อจัดจ้าง แต่มี {n} รายการ",
        "The month {month} is said to be without procurement, but has entries ({n})",
    ),
    why=Words("หน้าเว็บจะขัดแย้งกันเอง", "The page would contradict itself"),
    mend=Words("ลบเดือนนั้นจาก months_without", "Take the month out of months_without"),
)
MONTH_UNSTATED = Rule(
    code="month-unstated",
    severity=Severity.WARNING,
    what=Words("ไม่มีข้อมูลของเดือน {months} ซึ่งผ่านไปแล้ว", "Nothing is said of {months}, which are over"),
    why=Words(
        "แบบประเมินให้ระบุว่าไม่มีการจัดซื้อจัดจ้าง ถ้าเดือนนั้นไม่มี",
        "The form asks to state it where a month is without procurement",
    ),
    mend=Words(
        "นำเข้ารายการของเดือนนั้น หรือเพิ่มใน months_without ถ้าไม่มีจริง",
        "Import the month, or add it to months_without if nothing was bought",
    ),
)
SIGNED_TO_COME = Rule(
    code="signed-to-come",
    what=Words(
        "วันที่ลงนาม {day} อยู่หลังวันที่ของข้อมูล {as_of}",
        "The contract is signed on {day}, after the day of the data, {as_of}",
    ),
    why=Words(
        "ปีอาจผิดศักราช หรือ as_of ยังไม่ได้ปรับ", "The year may be of the wrong era, or as_of is old"
    ),
    mend=Words("แก้วันที่ลงนาม หรือ as_of ใน report.yml", "Mend the day, or as_of in report.yml"),
)
SIGNED_FAR = Rule(
    code="signed-far",
    severity=Severity.WARNING,
    what=Words(
        "วันที่ลงนาม {day} ห่างจากเดือนที่รายงาน {month} มาก",
        "The contract was signed on {day}, far from the month that reports it, {month}",
    ),
    why=Words(
        "แบบ สขร.1 รายงานสัญญาของเดือนนั้น ปีหรือเดือนน่าจะพิมพ์ผิด",
        "Form SKR.1 reports a month's contracts; the year or the month is probably a slip",
    ),
    mend=Words("ตรวจกับสัญญา แล้วแก้วันที่หรือเดือน", "Check the contract; mend the day or the month"),
)
ENDS_BEFORE = Rule(
    code="ends-before",
    what=Words(
        "วันสิ้นสุดสัญญา {day} มาก่อนวันที่ลงนาม {signed}",
        "The contract ends on {day}, before it is signed on {signed}",
    ),
    why=Words("ระยะเวลาของสัญญาเป็นไปไม่ได้", "No contract lasts less than nothing"),
    mend=Words("ตรวจกับสัญญา แล้วแก้วันที่", "Check the contract and mend the day"),
)
STATUS_DIFFERS = Rule(
    code="status-differs",
    severity=Severity.WARNING,
    what=Words('"{id}" มีสถานะ {status} แต่{found}', '"{id}" has the status {status}, but {found}'),
    why=Words("สถานะและสัญญาขัดแย้งกันบนหน้าเดียว", "Status and contract contradict each other"),
    mend=Words(
        "แก้ status หรือแก้บรรทัดใน contracts.csv", "Mend the status, or the line in contracts.csv"
    ),
)
STATUS_LATE = Rule(
    code="status-late",
    severity=Severity.NOTE,
    what=Words(
        '"{id}" ยังอยู่ระหว่างระยะสัญญา แต่สัญญาทุกฉบับสิ้นสุดก่อน {day}',
        '"{id}" is still active, but all its contracts ended before {day}',
    ),
    why=Words(
        "อาจส่งมอบล่าช้า หรือยังไม่ได้ปรับสถานะ",
        "The delivery may be late, or the status was not brought up to date",
    ),
    mend=Words("ปรับสถานะถ้าส่งมอบแล้ว", "Bring the status up to date if it was delivered"),
)

CHECKS = (procurement,)
RULES = (
    UNKNOWN_PROCESS, EGP_FORMAT, EGP_TWICE, LINE_TWICE, MONTH_OUTSIDE_YEAR, MONTH_TO_COME,
    MONTH_NOT_EMPTY, MONTH_UNSTATED, SIGNED_TO_COME, SIGNED_FAR, ENDS_BEFORE, STATUS_DIFFERS,
    STATUS_LATE, *suppliers.RULES,
)  # fmt: skip

"""What the workbooks say now and what was imported before → the year as it stands.

A month's summary replaces that month; a list adds to what is known and mends it. What a form has no
column for stays as it was, and so does an id once it was given.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule, Words
from generator.frozen import frozen
from generator.importers.account import Change, Left
from generator.importers.columns import folded
from generator.importers.grid import cell_name, quoted, whole
from generator.importers.procurement.context import outside
from generator.importers.procurement.identity import natural, process_id
from generator.model import eras
from generator.model.base import Id, Text
from generator.model.eras import Month
from generator.model.procurement import Bid, Contract, Process, Procurement, ProcurementReport

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.importers.account import Account
    from generator.importers.procurement.lines import Agreed, Draft, Gathered
    from generator.model.eras import Day, FiscalYear

BIDS = frozenset({"bids", "bidder"})
NUMBERS = frozenset({"agreement", "contract_number"})


@frozen(kw_only=True)
class Wishes:
    """What the officer adds on the command line to what the workbooks say."""

    year: int | None = None
    month: Month | None = None
    """The month of sheets that tell none."""
    months_from_egp: bool = False
    """Whether the third and fourth digit of the e-GP number, its month, may stand for the month."""
    as_of: Day | None = None


@dataclass(slots=True)
class Old:
    """What was imported before, found by all that a workbook may know it by."""

    year: Procurement | None
    by_id: dict[str, Process] = field(default_factory=dict)
    by_number: dict[str, list[Process]] = field(default_factory=dict)
    by_title: dict[tuple[str, str, Decimal], list[Process]] = field(default_factory=dict)
    bids: dict[Id, list[Bid]] = field(default_factory=dict)
    contracts: dict[Id, list[Contract]] = field(default_factory=dict)

    @classmethod
    def of(cls, year: Procurement | None) -> Old:
        """The year as it stands in the content folder."""
        old = cls(year)
        for bid in year.bids if year else ():
            old.bids.setdefault(bid.process, []).append(bid)
        for contract in year.contracts if year else ():
            old.contracts.setdefault(contract.process, []).append(contract)
        for process in year.processes if year else ():
            old.by_id[process.id] = process
            for contract in old.contracts.get(process.id, ()):
                old.by_number.setdefault(contract.number or "", []).append(process)
                key = _title_key(process.title.th, contract)
                old.by_title.setdefault(key, []).append(process)
        return old

    def known(self, draft: Draft) -> Process | None:
        """The purchase that a draft is about, if it was imported before."""
        if draft.stated_id:
            return self.by_id.get(draft.stated_id)
        if draft.egp_number and draft.egp_number in self.by_id:
            return self.by_id[draft.egp_number]
        candidates = [p for contract in draft.contracts for p in self._alike(draft, contract)]
        fitting = {p.id: p for p in candidates if _may_be(p, draft)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _alike(self, draft: Draft, contract: Agreed) -> list[Process]:
        """By the contract's number; by title, supplier and price where one side has no number."""
        if contract.number and contract.number in self.by_number:
            return self.by_number[contract.number]
        alike = self.by_title.get(_title_key(draft.title, contract), [])
        if contract.number is None:
            return alike
        return [p for p in alike if not any(c.number for c in self.contracts.get(p.id, ()))]


def _may_be(process: Process, draft: Draft) -> bool:
    """Whether nothing speaks against a draft being this purchase: another month or e-GP number."""
    same_month = draft.month in {None, process.month}
    numbers = {draft.egp_number, process.egp_number} - {None}
    return same_month and len(numbers) < 2


def _title_key(title: str, contract: Contract | Agreed) -> tuple[str, str, Decimal]:
    return folded(title), folded(contract.supplier), contract.price


def merged(
    gathered: Gathered,
    drafts: list[Draft],
    old: Old,
    wishes: Wishes,
    year: FiscalYear,
    account: Account,
) -> Procurement | None:
    """The year with what is new, or None where something has no certain place in it."""
    before = len(account.problems)
    known = {id(draft): old.known(draft) for draft in drafts}
    for draft in drafts:
        _place_in_month(draft, known[id(draft)], wishes, year, account)
    _none_and_some(gathered, drafts, account)
    if len(account.problems) > before:
        return None
    made = _Year(year, old)
    for draft in drafts:
        made.add(draft, known[id(draft)], account)
    made.keep_the_rest(gathered, account)
    if len(account.problems) > before:
        return None
    return made.finished(gathered, wishes, account)


def _place_in_month(
    draft: Draft, known: Process | None, wishes: Wishes, year: FiscalYear, account: Account
) -> None:
    """The month that reports a purchase: as said, as known, as wished, else that of its signing."""
    if draft.month:
        return
    signed = min((c.signed for c in draft.contracts if c.signed), default=None)
    egp = _egp_month(draft) if wishes.months_from_egp else None
    found = (
        (known.month if known else None, KNOWN_MONTH),
        (wishes.month, WISHED_MONTH),
        (Month.of(signed) if signed else None, SIGNED_MONTH),
        (egp, EGP_MONTH),
    )
    month, how = next(((m, how) for m, how in found if m), (None, None))
    if month is None or how is None:
        place = draft.line.place("title")
        account.problems.append(NO_MONTH.at(place, value=quoted(draft.title)))
    elif month.fiscal_year != year:
        key = "signed" if how is SIGNED_MONTH else "egp_number"
        account.problems.append(outside(draft.line.place(key), str(month), year))
    else:
        draft.month = month
        account.changes.append(Change(draft.line.place("title"), "–", str(month), how))


def _egp_month(draft: Draft) -> Month | None:
    """2569-04 of 69049163846, where these digits are a month."""
    number = draft.egp_number or ""
    if not number or not 1 <= int(number[2:4]) <= 12:
        return None
    return Month(eras.common_year(2500 + int(number[:2])), int(number[2:4]))


def _none_and_some(gathered: Gathered, drafts: list[Draft], account: Account) -> None:
    """A month cannot be without purchases and have some."""
    for month, line in gathered.months_without.items():
        some = next((draft for draft in drafts if draft.month == month), None)
        if some:
            where = cell_name(some.line.place("title"))
            account.problems.append(NONE_AND_SOME.at(line.place("title"), month=month, cell=where))


class _Year:
    """The year's tables as they grow."""

    def __init__(self, year: FiscalYear, old: Old) -> None:
        self.year = year
        self.old = old
        self.processes: dict[Id, Process] = {}
        self.lines: dict[Id, Draft] = {}
        self.bids: dict[Id, list[Bid]] = {}
        self.contracts: dict[Id, list[Contract]] = {}

    def add(self, draft: Draft, known: Process | None, account: Account) -> None:
        """A purchase; two different ones under the same number are asked about."""
        process = self._process(draft, known)
        first = self.lines.setdefault(process.id, draft)
        if first is not draft:
            account.problems.append(
                SAME_NUMBER.at(
                    draft.line.place("title"),
                    number=quoted(_number(draft) or draft.title),
                    first=cell_name(first.line.place("title")),
                )
            )
            return
        self.processes[process.id] = process
        bids = [
            Bid(process=process.id, bidder=b.bidder, kind=b.kind, price=b.price) for b in draft.bids
        ]
        kept = [] if draft.given & BIDS else self.old.bids.get(process.id, [])
        self.bids[process.id] = bids or kept
        earlier = self.old.contracts.get(process.id, [])
        self.contracts[process.id] = [
            _contract(process.id, c, draft, earlier) for c in draft.contracts
        ]

    def _process(self, draft: Draft, known: Process | None) -> Process:
        assert draft.month is not None  # noqa: S101 - every draft was given its month before
        assert draft.method is not None  # noqa: S101 - a line without a method is refused
        own = process_id(draft.egp_number, self.year, _number(draft), draft.month, draft.title)
        stated = Id(draft.stated_id) if draft.stated_id else None
        keep = _Keep(draft, known)
        english = draft.title_en or keep.of("title_en", _english(known, draft.title))
        reason = draft.reason or keep.of(
            "reason", known.reason.th if known and known.reason else None
        )
        reason_en = draft.reason_en or keep.of(
            "reason_en", known.reason.en if known and known.reason else None
        )
        same_method = known is not None and known.method is draft.method
        return Process(
            id=known.id if known else stated or own,
            egp_number=draft.egp_number or keep.field("egp_number"),
            month=draft.month,
            title=Text(th=draft.title, en=english),
            method=draft.method,
            method_details=draft.method_details
            or (keep.field("method_details") if same_method else None),
            budget=keep.ours("budget", draft.budget),
            budget_source=keep.ours("budget_source", draft.budget_source),
            reference_price=keep.ours("reference_price", draft.reference_price),
            status=keep.ours("status", draft.status),
            reason=Text(th=reason, en=reason_en) if reason else None,
        )

    def keep_the_rest(self, gathered: Gathered, account: Account) -> None:
        """What was imported before and is not told now; a month that is told wholly has no more."""
        for identifier, process in self.old.by_id.items():
            if identifier in self.processes:
                continue
            if process.month in gathered.whole or process.month in gathered.months_without:
                place = whole("processes.csv")
                told = f"{process.month} {identifier} {process.title.th}"
                account.left.append(Left(place, quoted(told), NO_LONGER))
                continue
            self.processes[process.id] = process
            self.bids[process.id] = self.old.bids.get(process.id, [])
            self.contracts[process.id] = self.old.contracts.get(process.id, [])

    def finished(self, gathered: Gathered, wishes: Wishes, account: Account) -> Procurement:
        """All of it, by month and number."""
        order = sorted(self.processes.values(), key=lambda p: (p.month, natural(p.id)))
        return Procurement(
            report=self._report(gathered, wishes, account),
            processes=tuple(order),
            bids=tuple(bid for process in order for bid in self.bids[process.id]),
            contracts=tuple(c for process in order for c in self.contracts[process.id]),
        )

    def _report(self, gathered: Gathered, wishes: Wishes, account: Account) -> ProcurementReport:
        filled = {process.month for process in self.processes.values()}
        before = self.old.year.report if self.old.year else None
        without = set(gathered.months_without) | set(before.months_without if before else ())
        as_of = wishes.as_of or self._as_of(
            gathered, filled | set(gathered.months_without), account
        )
        if before and not wishes.as_of:
            as_of = max(as_of, before.as_of)
        months = tuple(sorted(without - filled))
        if before:
            return replace(before, as_of=as_of, months_without=months)
        return ProcurementReport(fiscal_year=self.year, as_of=as_of, months_without=months)

    def _as_of(self, gathered: Gathered, months: set[Month], account: Account) -> Day:
        """The day that the sheets state, else the last day of the last month that they tell."""
        if gathered.as_of:
            return max(gathered.as_of)
        last = max(months, default=self.year.months[-1])
        following = [month for month in self.year.months if month > last]
        day = following[0].first_day.replace(day=1) if following else self.year.last_day
        if following:
            day = type(day).fromordinal(day.toordinal() - 1)
        account.changes.append(Change(whole("report.yml"), "–", day.isoformat(), END_OF_MONTH))
        return day


class _Keep:
    """What stays of a purchase where the new form has no column for it."""

    def __init__(self, draft: Draft, known: Process | None) -> None:
        self.draft = draft
        self.known = known

    def of(self, key: str, before: Any) -> Any:
        """A value of before, where the form cannot say it."""
        return None if key in self.draft.given else before

    def field(self, key: str) -> Any:
        """A field of before, where the form cannot say it."""
        return self.of(key, getattr(self.known, key, None))

    def ours(self, key: str, value: Any) -> Any:
        """What the form says, else the field of before."""
        return value if value is not None else self.field(key)


def _english(known: Process | None, title: str) -> str | None:
    return known.title.en if known and known.title.th == title else None


def _number(draft: Draft) -> str | None:
    return next((contract.number for contract in draft.contracts if contract.number), None)


def _contract(process: Id, new: Agreed, draft: Draft, earlier: list[Contract]) -> Contract:
    """A contract, with what an earlier form knew about the same one."""
    same = [
        old
        for old in earlier
        if (new.number and old.number == new.number)
        or (new.number is None and (old.supplier, old.price) == (new.supplier, new.price))
    ]
    old = same[0] if len(same) == 1 else None
    lacks = {
        "number": not draft.given & NUMBERS,
        "tax_id": "tax_id" not in draft.given,
        "signed": not draft.given & {"agreement", "signed"},
        "ends": "ends" not in draft.given,
    }
    values = {
        key: getattr(old, key) if lacking and old else getattr(new, key)
        for key, lacking in lacks.items()
    }
    return Contract(
        process=process, supplier=new.supplier, kind=new.kind, price=new.price, **values
    )


KNOWN_MONTH = Words("เดือนที่รู้จากการนำเข้าครั้งก่อน", "The month known from an earlier import")
WISHED_MONTH = Words("เดือนที่ระบุด้วย --month", "The month named by --month")
SIGNED_MONTH = Words(
    "แบบนี้ไม่มีเดือน จึงใช้เดือนที่ลงนามสัญญา", "The form has no month; that of the signing stands for it"
)
EGP_MONTH = Words(
    "เดือนจากหลักที่ 1–4 ของเลข e-GP ตามที่สั่งด้วย --months-from-egp",
    "The month in the first four digits of the e-GP number, as --months-from-egp asks",
)
END_OF_MONTH = Words(
    "ไฟล์ไม่ได้บอกว่าเป็นข้อมูล ณ วันใด จึงใช้วันสุดท้ายของเดือนล่าสุด",
    "The file does not say of which day it is; the last day of its last month stands for it",
)
NO_LONGER = Words(
    "เคยนำเข้าแล้ว แต่สรุปของเดือนนี้ไม่มีแล้ว จึงนำออก",
    "It was imported before, but the month's summary no longer has it, so it goes",
)

NO_MONTH = Rule(
    code="no-month",
    what=Words('ไม่รู้ว่า "{value}" อยู่ในสรุปของเดือนใด', 'Which month reports "{value}" is unknown'),
    why=Words(
        "แบบนี้ไม่มีเดือนและวันที่ลงนาม และยังไม่เคยนำเข้าจากแบบ สขร.1",
        "This form has neither month nor day of signing, and no monthly summary with it was imported",
    ),
    mend=Words(
        'นำเข้าแบบ สขร.1 ก่อน หรือเพิ่มคอลัมน์ "เดือนที่รายงาน" หรือใช้ --month หรือ --months-from-egp',
        "Import the monthly summaries first, or add a column with the month, or use --month or --months-from-egp",
    ),
)
NONE_AND_SOME = Rule(
    code="none-and-some",
    what=Words(
        "เดือน {month} ระบุว่าไม่มีการจัดซื้อจัดจ้าง แต่มีรายการที่ {cell}",
        "The month {month} is said to be without procurement, but {cell} has some",
    ),
    why=Words("ทั้งสองอย่างเป็นจริงพร้อมกันไม่ได้", "Both cannot be true"),
    mend=Words("ลบข้อความหรือลบรายการ", "Delete the statement or the line"),
)
SAME_NUMBER = Rule(
    code="same-number",
    what=Words('"{number}" ซ้ำกับ {first}', '"{number}" is also in {first}'),
    why=Words(
        "สองงานจะใช้ที่อยู่หน้าเว็บเดียวกัน หรืองานเดียวถูกนับสองครั้ง",
        "Two purchases would have one address, or one would be counted twice",
    ),
    mend=Words(
        "ลบแถวที่ซ้ำ หรือแก้เลขที่สัญญา หรือใส่เลขที่โครงการ e-GP",
        "Delete the line that repeats, or mend the contract's number, or write the e-GP number",
    ),
)
RULES = (NO_MONTH, NONE_AND_SOME, SAME_NUMBER)

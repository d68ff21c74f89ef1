"""Lines of a table → purchases with their bids and contracts, in the model's words.

A line whose title is blank continues the one above. Lines with the same e-GP number are one
purchase: what they repeat about it must agree and is kept once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule, Words
from generator.importers import body
from generator.importers.account import Left
from generator.importers.body import missing_cell
from generator.importers.columns import folded, tidy
from generator.importers.grid import cell_name, quoted, text_of
from generator.importers.procurement.agreements import agreements
from generator.importers.procurement.context import NOTHING_BOUGHT, is_none_statement, outside
from generator.importers.procurement.parties import Party, Unsure, parties
from generator.importers.procurement.suppliers import decide, kept, tax_number
from generator.importers.values import is_nothing, of_column
from generator.model.base import Code
from generator.model.procurement import BudgetSource, ContractStatus, Method

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.importers.account import Account
    from generator.importers.body import Line
    from generator.importers.headers import Table
    from generator.importers.procurement.context import About
    from generator.importers.values import Cells
    from generator.model.eras import Day, Month
    from generator.model.procurement import SupplierKind

FURTHER = frozenset({
    "bids", "award", "agreement", "bidder", "bidder_kind", "bid_price", "contract_number", "supplier",
    "supplier_kind", "tax_id", "price", "signed", "ends", "reason", "month", "number", "fiscal_year", "agency",
})  # fmt: skip
"""Columns in which a line without a title may say something more about the one above."""
ONCE = ("title", "method", "budget", "reference_price", "budget_source")
"""What is said about a purchase and not about a contract; lines that repeat it must agree."""
EGP_DIGITS = 11


@dataclass(slots=True)
class Bidden:
    """A price that was offered."""

    bidder: str
    kind: SupplierKind
    price: Decimal | None


@dataclass(slots=True)
class Agreed:
    """A contract, and the line that tells it."""

    line: Line
    supplier: str
    kind: SupplierKind
    price: Decimal
    number: str | None = None
    tax_id: Code | None = None
    signed: Day | None = None
    ends: Day | None = None


@dataclass(slots=True)
class Draft:
    """A purchase as it is gathered from its lines."""

    line: Line
    lines: list[Line]
    month: Month | None = None
    egp_number: Code | None = None
    title: str = ""
    title_en: str | None = None
    method: Method | None = None
    method_details: str | None = None
    budget: Decimal | None = None
    budget_source: BudgetSource | None = None
    reference_price: Decimal | None = None
    status: ContractStatus | None = None
    reason: str | None = None
    reason_en: str | None = None
    stated_id: str | None = None
    bids: list[Bidden] = field(default_factory=list)
    contracts: list[Agreed] = field(default_factory=list)
    given: frozenset[str] = frozenset()
    """Keys of the columns that its form has: what it lacks says nothing."""


@dataclass(slots=True)
class Gathered:
    """What tables say about a year."""

    drafts: list[Draft] = field(default_factory=list)
    months_without: dict[Month, Line] = field(default_factory=dict)
    whole: set[Month] = field(default_factory=set)
    """Months that a table tells wholly: what it does not name did not happen."""
    as_of: list[Day] = field(default_factory=list)


class Reading:
    """Goes through a table's lines."""

    def __init__(self, table: Table, about: About, cells: Cells, gathered: Gathered) -> None:
        self.table = table
        self.about = about
        self.cells = cells
        self.account: Account = cells.account
        self.gathered = gathered
        self.drafts: list[Draft] = []
        self.nothing: Line | None = None

    def read(self) -> None:
        """Every line, then every purchase with all of its lines."""
        for line in body.lines(self.table, self.account, keeps=NOTHING_BOUGHT):
            statement = next((k for k in line.filled if is_none_statement(line.text(k))), None)
            if statement:
                self._nothing_bought(line)
            elif is_nothing(line.text("title")):
                self._further(line)
            else:
                self.drafts.append(Draft(line, [line], given=frozenset(self.table.columns)))
        for draft in self.drafts:
            self._gather(draft)
        self._months()
        self.gathered.drafts += self.drafts

    def _months(self) -> None:
        """Which months the table tells wholly, and whether that agrees with its lines."""
        month = self.about.month
        if month and "month" not in self.table.columns:
            self.gathered.whole.add(month)
            if not self.drafts and self.nothing is None:
                place = self.table.sheet.place(self.table.last_head + 1, 1)
                self.account.problems.append(EMPTY_MONTH.at(place, month=month))
        elif self.table.template:
            self.gathered.whole |= {draft.month for draft in self.drafts if draft.month}
            self.gathered.whole |= set(self.gathered.months_without)

    def _nothing_bought(self, line: Line) -> None:
        month = self.cells.month(line, "month") if line.text("month") else self.about.month
        if month is None:
            self.account.problems.append(missing_cell(line, line.column("month")))
            return
        if month.fiscal_year != self.cells.year:
            self.account.problems.append(outside(line.place("month"), str(month), self.cells.year))
            return
        self.nothing = line
        self.gathered.months_without[month] = line

    def _further(self, line: Line) -> None:
        """A line without a title says more about the one above, if it says only what can be more."""
        said = {key for key in line.filled if not is_nothing(line.text(key))} - {"title"}
        if not said:
            return
        if not self.drafts or said - FURTHER:
            self.account.problems.append(missing_cell(line, line.column("title")))
            return
        self.drafts[-1].lines.append(line)

    def _gather(self, draft: Draft) -> None:
        line, cells = draft.line, self.cells
        draft.month = self._month(line)
        draft.egp_number = self._egp(line)
        draft.title = cells.words(line, "title") or ""
        draft.title_en = cells.words(line, "title_en")
        self._method(draft)
        draft.method_details = cells.words(line, "method_details") or draft.method_details
        draft.budget = cells.amount(line, "budget")
        draft.reference_price = cells.amount(line, "reference_price")
        source, status = cells.choice(line, "budget_source"), cells.choice(line, "status")
        draft.budget_source = BudgetSource(source) if source else None
        draft.status = ContractStatus(status) if status else None
        reasons = [cells.words(each, "reason") for each in draft.lines]
        draft.reason = " ".join(reason for reason in reasons if reason) or None
        draft.reason_en = cells.words(line, "reason_en")
        draft.stated_id = cells.words(line, "id")
        self._bids(draft)
        self._contracts(draft)

    def _month(self, line: Line) -> Month | None:
        if "month" not in self.table.columns:
            return self.about.month
        month = self.cells.month(line, "month")
        if month is None and not line.text("month"):
            self.account.problems.append(missing_cell(line, line.column("month")))
        if month and month.fiscal_year != self.cells.year:
            text = line.text("month")
            self.account.problems.append(outside(line.place("month"), text, self.cells.year))
        return month

    def _egp(self, line: Line) -> Code | None:
        digits = self.cells.digits(line, "egp_number")
        if digits is None:
            return None
        if len(digits) != EGP_DIGITS:
            self.cells.refuse(EGP_NUMBER, line, "egp_number", count=len(digits))
            return None
        return Code(digits)

    def _method(self, draft: Draft) -> None:
        """The method; what its cell says beyond it is kept as written."""
        line = draft.line
        if not line.text("method"):
            if "method" in self.table.columns:
                self.account.problems.append(missing_cell(line, line.column("method")))
            return
        value = self.cells.choice(line, "method")
        draft.method = Method(value) if value else None
        text = " ".join(line.text("method").split())
        if value and SUB_METHOD.search(folded(text)):
            draft.method_details = text

    def _bids(self, draft: Draft) -> None:
        if "bids" in self.table.columns:
            for party in self._parties(draft, "bids"):
                self._bid(draft, draft.line, "bids", party, None)
            return
        for line in draft.lines:
            if is_nothing(line.text("bidder")):
                if not is_nothing(line.text("bid_price")):
                    self.account.problems.append(missing_cell(line, line.column("bidder")))
                continue
            stated = self.cells.choice(line, "bidder_kind")
            for party in self._beside(line, "bidder", "bid_price"):
                self._bid(draft, line, "bidder", party, stated)

    def _bid(self, draft: Draft, line: Line, key: str, party: Party, stated: str | None) -> None:
        price_key = "bid_price" if key == "bidder" else key
        price = self.cells.amount_of(line, price_key, party.price) if party.price else None
        kind = decide(self.account, line, key, party.name, None, stated)
        if kind:
            draft.bids.append(Bidden(party.name, kind, price))

    def _parties(self, draft: Draft, key: str) -> list[Party]:
        """Everybody in a cell and in the cells of the lines that continue it."""
        raw = "\n".join(tidy(text_of(line.value(key))) for line in draft.lines if line.text(key))
        return self._split(draft.line, key, raw)

    def _split(self, line: Line, key: str, raw: str) -> list[Party]:
        found = parties(raw)
        if isinstance(found, Unsure):
            self.cells.refuse(UNSURE_PARTY, line, key, value=quoted(found.part))
            return []
        if any(_has_long_number(party.name) for party in found):
            self.cells.words(line, key)
            return []
        told = "; ".join(f"{p.name} — {p.price or '–'}" for p in found)
        if found and told != f"{raw} — –":
            self.cells.changed_at(line.place(key), raw, told, TAKEN_APART)
        return found

    def _beside(self, line: Line, names: str, prices: str) -> list[Party]:
        """Names in one column and prices in another; several in a cell stand in the same order."""
        if self.table.template:
            name = self.cells.words(line, names)
            return [Party(name, text_of(line.value(prices)))] if name else []
        found = self._split(line, names, line.text(names))
        typed = line.value(prices)
        amounts = [text_of(typed)] if not isinstance(typed, str) else _amounts(typed)
        if any(party.price for party in found):
            return found if not amounts else self._agreeing(line, prices, found, amounts)
        if len(found) == len(amounts):
            return [party._replace(price=a) for party, a in zip(found, amounts, strict=True)]
        if amounts:
            counts = {"names": len(found), "prices": len(amounts)}
            self.account.problems.append(
                of_column(UNEVEN.at(line.place(prices), **counts), line.column(prices))
            )
            return []
        return found

    def _agreeing(
        self, line: Line, prices: str, found: list[Party], amounts: list[str]
    ) -> list[Party]:
        """Prices that stand both beside the names and in their own column must be the same."""
        if [folded(p.price) for p in found] == [folded(a) for a in amounts]:
            return found
        self.cells.refuse(TWO_PRICES, line, prices)
        return []

    def _contracts(self, draft: Draft) -> None:
        if "award" in self.table.columns:
            self._awards(draft)
            return
        for line in draft.lines:
            self._suppliers(draft, line)
        if not draft.contracts and _is_signed(draft.status):
            self.account.problems.append(missing_cell(draft.line, draft.line.column("supplier")))

    def _awards(self, draft: Draft) -> None:
        """Winners with prices in one column, numbers with days in another, as form สขร.1 has them."""
        line = draft.line
        awards = self._parties(draft, "award")
        papers = self._papers(draft)
        if len(papers) > 1 and len(papers) != len(awards):
            counts = {"awards": len(awards), "contracts": len(papers)}
            self.account.problems.append(UNEVEN_AWARDS.at(line.place("agreement"), **counts))
            return
        if len(awards) > 1 and len(papers) == 1:
            counts = {"awards": len(awards), "contracts": 1}
            self.account.problems.append(UNEVEN_AWARDS.at(line.place("agreement"), **counts))
            return
        empty: tuple[str | None, Day | None] = (None, None)
        for at, party in enumerate(awards):
            number, signed = papers[at] if papers else empty
            kind = decide(self.account, line, "award", party.name, None, None)
            price = self.cells.amount_of(line, "award", party.price) if party.price else None
            if not party.price:
                self.cells.refuse(NO_PRICE, line, "award", value=party.name)
            if kind and price is not None:
                draft.contracts.append(
                    Agreed(line, party.name, kind, price, number=number, signed=signed)
                )

    def _papers(self, draft: Draft) -> list[tuple[str | None, Day | None]]:
        """Numbers and days of contracts, from one column or from two."""
        line = draft.line
        if "agreement" not in self.table.columns:
            return [
                (self.cells.words(each, "contract_number"), self.cells.day(each, "signed"))
                for each in draft.lines
                if each.text("contract_number") or each.text("signed")
            ]
        raw = "\n".join(tidy(text_of(each.value("agreement"))) for each in draft.lines)
        found = agreements(raw)
        days = [self.cells.dated(line, "agreement", a.day) if a.day else None for a in found]
        numbers = [agreement.number or None for agreement in found]
        if any(_has_long_number(number or "") for number in numbers):
            self.cells.words(line, "agreement")
            return []
        if any(numbers):
            told = "; ".join(f"{n or '–'}" for n in numbers)
            self.cells.changed_at(line.place("agreement"), raw, told, NUMBER_APART)
        return list(zip(numbers, days, strict=True))

    def _suppliers(self, draft: Draft, line: Line) -> None:
        """A supplier and a price in columns of their own, as the ITA lists and e-GP have them."""
        if is_nothing(line.text("supplier")):
            if not is_nothing(line.text("price")) and line.value("price") != 0:
                self.account.problems.append(missing_cell(line, line.column("supplier")))
            elif (draft.line is line or line.text("contract_number")) and line.text("tax_id"):
                tax_number(self.account, line)
            return
        tax = tax_number(self.account, line) if "tax_id" in self.table.columns else None
        stated = self.cells.choice(line, "supplier_kind")
        number, signed, ends = self._paper(line)
        found = self._beside(line, "supplier", "price")
        if len(found) > 1 and (number or tax):
            counts = {"awards": len(found), "contracts": 1}
            self.account.problems.append(UNEVEN_AWARDS.at(line.place("supplier"), **counts))
            return
        for party in found:
            kind = decide(self.account, line, "supplier", party.name, tax, stated)
            amount = self._price(draft, line, party)
            if kind and amount is not None:
                agreed = Agreed(line, party.name, kind, amount, number=number)
                agreed.tax_id = kept(self.account, line, kind, tax)
                agreed.signed, agreed.ends = signed, ends
                draft.contracts.append(agreed)

    def _paper(self, line: Line) -> tuple[str | None, Day | None, Day | None]:
        """Number, day of signing and last day of the contract of a line."""
        ends = self.cells.day(line, "ends")
        if "agreement" in self.table.columns:
            raw = line.text("agreement")
            found = agreements(raw)
            if len(found) == 1:
                day = self.cells.dated(line, "agreement", found[0].day) if found[0].day else None
                if found[0].number:
                    self.cells.changed_at(
                        line.place("agreement"), raw, found[0].number, NUMBER_APART
                    )
                return found[0].number or None, day, ends
            if found:
                self.account.problems.append(
                    UNEVEN_AWARDS.at(line.place("agreement"), awards=1, contracts=len(found))
                )
            return None, None, ends
        number = self.cells.words(line, "contract_number")
        signed = self.cells.day(line, "signed")
        if signed and ends and ends < signed:
            self.cells.refuse(ENDS_BEFORE, line, "ends")
        return number, signed, ends

    def _price(self, draft: Draft, line: Line, party: Party) -> Decimal | None:
        """The price agreed; e-GP's sum of a project stands for it where there is one contract."""
        if party.price:
            typed = line.value("price")
            value = typed if typed != "" and not isinstance(typed, str) else party.price
            return self.cells.amount_of(line, "price" if line.text("price") else "supplier", value)
        if draft.status in {ContractStatus.PENDING, ContractStatus.CANCELLED}:
            self.account.left.append(Left(line.place("supplier"), party.name, NOT_SIGNED))
            return None
        total = self.cells.amount(line, "project_price")
        if total is not None and len(draft.lines) == 1:
            self.cells.changed_at(line.place("project_price"), str(total), str(total), SUM_AS_PRICE)
            return total
        self.account.problems.append(missing_cell(line, line.column("price")))
        return None


def together(gathered: Gathered, account: Account) -> list[Draft]:
    """One purchase for each e-GP number: what its lines repeat agrees, their contracts add up."""
    found: dict[str, Draft] = {}
    alone: list[Draft] = []
    for draft in gathered.drafts:
        first = found.setdefault(draft.egp_number, draft) if draft.egp_number else draft
        if first is draft:
            alone.append(draft)
            continue
        if not _agrees(first, draft, account):
            continue
        first.contracts += draft.contracts
        first.bids += [bid for bid in draft.bids if bid not in first.bids]
        if draft.month and first.month:
            first.month = min(first.month, draft.month)
    for draft in alone:
        _repeated(draft, account)
    return alone


def _agrees(first: Draft, other: Draft, account: Account) -> bool:
    for key in ONCE:
        one, two = getattr(first, key), getattr(other, key)
        if None not in (one, two) and one != two:
            account.problems.append(
                PROJECT_DIFFERS.at(
                    other.line.place(key),
                    column=other.line.column(key).head,
                    number=first.egp_number,
                    one=quoted(str(one)),
                    two=quoted(str(two)),
                    first=cell_name(first.line.place(key)),
                )
            )
            return False
    return True


def _repeated(draft: Draft, account: Account) -> None:
    """The same contract twice in one purchase."""
    seen: dict[tuple[Any, ...], Agreed] = {}
    for contract in draft.contracts:
        key = (contract.number, contract.supplier, contract.price, contract.signed)
        first = seen.setdefault(key, contract)
        if first is not contract:
            account.problems.append(
                LINE_TWICE.at(
                    contract.line.place("title"), first=cell_name(first.line.place("title"))
                )
            )


def _is_signed(status: ContractStatus | None) -> bool:
    return status in {ContractStatus.ACTIVE, ContractStatus.TERMINATED}


def _amounts(typed: str) -> list[str]:
    """The amounts of a cell, one in each of its lines."""
    parts = (part.strip() for part in re.split(r"\n|;", tidy(typed)))
    return [re.sub(r"^[0-9๐-๙]{1,2}[.)]\s+", "", part) for part in parts if not is_nothing(part)]


def _has_long_number(text: str) -> bool:
    return "#" * 13 in quoted(text)


SUB_METHOD = re.compile(r"ebidding|emarket|ประกวดราคา|ตลาดอิเล็ก|สอบราคา|ตกลงราคา|มาตรา|คัดเลือก.*56")
"""Words that tell more than the method of the act."""

TAKEN_APART = Words("แยกชื่อและราคาที่อยู่ในช่องเดียวกัน", "Names and prices of one cell were taken apart")
NUMBER_APART = Words("แยกเลขที่และวันที่ที่อยู่ในช่องเดียวกัน", "Number and day of one cell were taken apart")
SUM_AS_PRICE = Words(
    "โครงการมีสัญญาเดียว จึงใช้มูลค่าจัดหารวมเป็นราคาสัญญา",
    "The project has one contract, so its sum stands for the contract's price",
)
NOT_SIGNED = Words(
    "ยังไม่ลงนามหรือยกเลิก และไม่มีราคา จึงยังไม่มีสัญญา",
    "Not signed, or cancelled, and without a price: no contract yet",
)

EGP_NUMBER = Rule(
    code="egp-number",
    what=Words(
        'เลขที่โครงการ e-GP "{value}" มี {count} หลัก', 'The e-GP number "{value}" has {count} digits'
    ),
    why=Words("เลขที่โครงการมี 11 หลัก และเป็นที่อยู่หน้าเว็บ", "It has 11, and pages are known by it"),
    mend=Words(
        "ตรวจเลขใน e-GP กำหนดรูปแบบช่องเป็นข้อความแล้วพิมพ์ใหม่",
        "Look it up in e-GP, format the cell as text and type it again",
    ),
)
UNSURE_PARTY = Rule(
    code="unsure-party",
    what=Words(
        'ไม่แน่ใจว่าใน "{value}" ส่วนใดเป็นชื่อ ส่วนใดเป็นราคา',
        'Which part of "{value}" is the name and which the price is not certain',
    ),
    why=Words("ตัวเลขอาจเป็นส่วนของชื่อ หรือเป็นราคา", "A number can be part of a name, or a price"),
    mend=Words(
        "เขียนหนึ่งรายต่อหนึ่งบรรทัด ชื่อก่อน แล้วราคาพร้อมคำว่า บาท",
        "Write one in each line: the name, then the price with the word for baht",
    ),
)
UNEVEN = Rule(
    code="uneven-prices",
    what=Words(
        "มีชื่อ {names} ราย แต่มีราคา {prices} จำนวน", "There are {names} names but {prices} prices"
    ),
    why=Words("ไม่รู้ว่าราคาใดเป็นของใคร", "It is unclear whose each price is"),
    mend=Words(
        "เขียนหนึ่งรายต่อหนึ่งบรรทัดให้จำนวนตรงกัน", "Write one in each line, as many prices as names"
    ),
)
UNEVEN_AWARDS = Rule(
    code="uneven-contracts",
    what=Words(
        "มีผู้ได้รับการคัดเลือก {awards} ราย แต่มีสัญญา {contracts} ฉบับ",
        "There are {awards} suppliers but {contracts} contracts",
    ),
    why=Words("ไม่รู้ว่าสัญญาใดเป็นของใคร", "It is unclear whose each contract is"),
    mend=Words(
        "เขียนเลขที่และวันที่ของทุกสัญญา ตามลำดับผู้ได้รับการคัดเลือก หนึ่งฉบับต่อหนึ่งบรรทัด",
        "Write number and day of each contract, one in each line, in the order of the suppliers",
    ),
)
TWO_PRICES = Rule(
    code="two-prices",
    what=Words(
        'ราคาใน "{column}" ({value}) ไม่ตรงกับราคาที่อยู่กับชื่อ',
        'The price in "{column}" ({value}) is not the one beside the name',
    ),
    why=Words("ไม่รู้ว่าราคาใดถูก", "It is unclear which is right"),
    mend=Words("เหลือราคาไว้แห่งเดียว", "Keep one of the two"),
)
NO_PRICE = Rule(
    code="no-price",
    what=Words('"{value}" ได้รับการคัดเลือกแต่ไม่มีราคา', '"{value}" was chosen but has no price'),
    why=Words("สัญญาต้องมีราคาที่ตกลง", "A contract has a price"),
    mend=Words(
        "เติมราคาหลังชื่อ พร้อมคำว่า บาท", "Write the price after the name, with the word for baht"
    ),
)
ENDS_BEFORE = Rule(
    code="ends-before-signed",
    what=Words(
        'สัญญาสิ้นสุด "{value}" ก่อนวันลงนาม', 'The contract ends on "{value}", before it is signed'
    ),
    why=Words("วันใดวันหนึ่งพิมพ์ผิด", "One of the two days is a slip"),
    mend=Words("ตรวจทั้งสองวันกับสัญญา", "Check both against the contract"),
)
EMPTY_MONTH = Rule(
    code="empty-month",
    what=Words("เดือน {month} ไม่มีรายการ", "The month {month} has no lines"),
    why=Words(
        "ไม่รู้ว่าไม่มีการจัดซื้อจัดจ้าง หรือยังไม่ได้กรอก",
        "Whether nothing was bought, or nothing was filled in yet, is unclear",
    ),
    mend=Words(
        "ถ้าไม่มี ให้พิมพ์ว่า ไม่มีการจัดซื้อจัดจ้าง ใต้หัวตาราง",
        "If there was none, write so in words below the head, as the form asks",
    ),
)
PROJECT_DIFFERS = Rule(
    code="project-differs",
    what=Words(
        '"{column}" ของโครงการ {number} คือ "{two}" แต่ที่ {first} คือ "{one}"',
        '"{column}" of the project {number} is "{two}" here and "{one}" in {first}',
    ),
    why=Words(
        "ข้อมูลระดับโครงการซ้ำในทุกแถวของสัญญา จึงต้องตรงกัน",
        "What belongs to the project is repeated on every contract's line and must agree",
    ),
    mend=Words("แก้ให้ตรงกัน หรือตรวจเลขที่โครงการ", "Make them agree, or check the project number"),
)
LINE_TWICE = Rule(
    code="contract-line-twice",
    what=Words("แถวนี้ซ้ำกับ {first}", "This line repeats {first}"),
    why=Words("จะถูกนับสองครั้ง", "It would be counted twice"),
    mend=Words("ลบแถวหนึ่ง", "Delete one of the two"),
)
RULES = (
    EGP_NUMBER, UNSURE_PARTY, UNEVEN, UNEVEN_AWARDS, TWO_PRICES, NO_PRICE, ENDS_BEFORE, EMPTY_MONTH,
    PROJECT_DIFFERS, LINE_TWICE,
)  # fmt: skip

"""Who was paid what: bids against contracts, prices against budgets, and nobody's ID."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.diagnostics import Place, Rule, Severity, Words
from generator.formats import baht
from generator.load.scalars import MONEY_RANGE
from generator.model.procurement import SupplierKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.ledger import Ledger, Purchase
    from generator.model.procurement import Bid, Contract, Process

SATANG = -2
"""The smallest decimal of an amount."""
TAX_DIGITS = 13


def amounts(ledger: Ledger) -> Iterator[Diagnostic]:
    """No amount is negative or smaller than a satang."""
    fields: list[tuple[Process | Bid | Contract, str]] = [
        (line, name)
        for lines, names in (
            (ledger.procurement.processes, ("budget", "reference_price")),
            (ledger.procurement.bids, ("price",)),
            (ledger.procurement.contracts, ("price",)),
        )
        for line in lines
        for name in names
    ]
    for line, name in fields:
        value: Decimal | None = getattr(line, name)
        if value is not None and (value < 0 or _decimals(value) < SATANG):
            yield MONEY_RANGE.at(line.locate(name), value=value)


def _decimals(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def prices(ledger: Ledger) -> Iterator[Diagnostic]:
    """A price above its budget or reference price stands with an explanation, or is a slip."""
    for purchase in ledger.purchases:
        price, process = purchase.price, purchase.process
        if price is None or purchase.explanation:
            continue
        place = purchase.contracts[0].locate("price")
        slots = {"id": process.id, "price": baht(price)}
        if process.budget is not None and price > process.budget:
            yield OVER_BUDGET.at(place, budget=baht(process.budget), **slots)
        elif process.reference_price is not None and price > process.reference_price:
            yield OVER_REFERENCE.at(place, reference=baht(process.reference_price), **slots)


def winners(ledger: Ledger) -> Iterator[Diagnostic]:
    """Who got a contract had made an offer, and was not paid more than it."""
    for purchase in ledger.purchases:
        offered = {bid.bidder: bid.price for bid in purchase.bids}
        for supplier, price in _paid(purchase).items() if offered else ():
            place = next(c for c in purchase.contracts if c.supplier == supplier).locate("supplier")
            if supplier not in offered:
                yield WINNER_NOT_BIDDER.at(place, id=purchase.process.id, supplier=supplier)
                continue
            bid = offered[supplier]
            if bid is not None and price > bid and not purchase.explanation:
                slots = {"price": baht(price), "bid": baht(bid)}
                yield OVER_BID.at(place, id=purchase.process.id, supplier=supplier, **slots)


def _paid(purchase: Purchase) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for contract in purchase.contracts:
        sums[contract.supplier] += contract.price
    return sums


def tax_ids(ledger: Ledger) -> Iterator[Diagnostic]:
    """A tax number is a juristic person's; a natural person's is the national ID."""
    for contract in ledger.procurement.contracts:
        number = contract.tax_id
        if number is None:
            continue
        written = contract.locate("tax_id")
        place = Place(written.file, written.line, written.column)  # the line would print the ID
        if contract.kind is SupplierKind.NATURAL or (
            not number.startswith("0") and is_tax_id(number)
        ):
            yield PERSON_TAX_ID.at(place)
        elif not is_tax_id(number):
            yield TAX_ID_FORMAT.at(place)


def is_tax_id(number: str) -> bool:
    """Whether thirteen digits end in the digit that checks them (modulus 11, Revenue Department)."""
    if len(number) != TAX_DIGITS or not number.isdigit():
        return False
    weighted = sum(int(digit) * (TAX_DIGITS - n) for n, digit in enumerate(number[:-1]))
    return (11 - weighted % 11) % 10 == int(number[-1])


def one_supplier(ledger: Ledger) -> Iterator[Diagnostic]:
    """One name is one supplier: of one kind, with one tax number."""
    first: dict[str, tuple[SupplierKind, str | None, int]] = {}
    for contract in ledger.procurement.contracts:
        kind, tax_id, line = first.setdefault(
            contract.supplier, (contract.kind, contract.tax_id, contract.locate().line)
        )
        other_id = tax_id and contract.tax_id and tax_id != contract.tax_id
        if kind is not contract.kind or other_id:
            place = contract.locate("supplier")
            yield SUPPLIER_DIFFERS.at(
                Place(place.file, place.line, place.column), supplier=contract.supplier, line=line
            )


LEDGER_CHECKS = (amounts, prices, winners, tax_ids, one_supplier)

_EXPLAIN = Words(
    "ตรวจกับสัญญา แล้วแก้จำนวนเงิน ถ้าถูกต้องแล้วให้เพิ่มคำชี้แจงใน report.yml: "
    'explanations: [{{process: {id}, text: {{th: "…", en: "…"}}}}]',
    "Check the contract and mend the amount; if it is right, add an explanation to report.yml: "
    'explanations: [{{process: {id}, text: {{th: "…", en: "…"}}}}]',
)
OVER_BUDGET = Rule(
    code="over-budget",
    severity=Severity.WARNING,
    what=Words(
        '"{id}": ราคาตามสัญญา {price} บาท สูงกว่าวงเงิน {budget} บาท',
        '"{id}": the price agreed, {price} baht, is above the budget, {budget} baht',
    ),
    why=Words(
        "ซื้อหรือจ้างเกินวงเงินที่ได้รับอนุมัติไม่ได้ หรือพิมพ์ตัวเลขผิด",
        "Nobody may spend more than was approved; or a figure is wrong",
    ),
    mend=_EXPLAIN,
)
OVER_REFERENCE = Rule(
    code="over-reference",
    severity=Severity.WARNING,
    what=Words(
        '"{id}": ราคาตามสัญญา {price} บาท สูงกว่าราคากลาง {reference} บาท',
        '"{id}": the price agreed, {price} baht, is above the reference price, {reference} baht',
    ),
    why=Words("ประชาชนและผู้ประเมินจะถามถึงเหตุผล", "Citizens and assessors will ask why"),
    mend=_EXPLAIN,
)
WINNER_NOT_BIDDER = Rule(
    code="winner-not-bidder",
    severity=Severity.WARNING,
    what=Words(
        '"{id}": {supplier} ได้รับคัดเลือก แต่ไม่อยู่ในรายชื่อผู้เสนอราคา',
        '"{id}": {supplier} was chosen, but is not among those who made an offer',
    ),
    why=Words(
        "ชื่ออาจเขียนไม่เหมือนกัน หรือขาดผู้เสนอราคา",
        "The name may be written differently, or a bid is missing",
    ),
    mend=Words("เขียนชื่อให้ตรงกันใน bids.csv และ contracts.csv", "Write one name in both tables"),
)
OVER_BID = Rule(
    code="over-bid",
    severity=Severity.WARNING,
    what=Words(
        '"{id}": {supplier} ได้สัญญา {price} บาท แต่เสนอราคา {bid} บาท',
        '"{id}": {supplier} got {price} baht, but had offered {bid} baht',
    ),
    why=Words(
        "ราคาที่ตกลงไม่ควรสูงกว่าราคาที่เสนอ", "The price agreed should not be above the price offered"
    ),
    mend=_EXPLAIN,
)
PERSON_TAX_ID = Rule(
    code="person-tax-id",
    what=Words(
        "มีเลขประจำตัวประชาชนของบุคคลธรรมดา", "Here stands a natural person's identification number"
    ),
    why=Words(
        "เลขผู้เสียภาษีของบุคคลธรรมดาคือเลขประจำตัวประชาชน ห้ามเผยแพร่",
        "A person's tax number is the national ID, which must not be published",
    ),
    mend=Words(
        "ลบเลขออกจาก tax_id หรือแก้ kind ถ้าเป็นนิติบุคคล",
        "Delete the number; if the supplier is a juristic person, mend kind or the number",
    ),
)
TAX_ID_FORMAT = Rule(
    code="tax-id-format",
    what=Words("เลขประจำตัวผู้เสียภาษีไม่ถูกต้อง", "The tax number is not thirteen digits that check out"),
    why=Words(
        "เลขหลักสุดท้ายไม่ตรงกับหลักอื่น มีหลักที่พิมพ์ผิด",
        "Its last digit does not fit the others, so one is wrong",
    ),
    mend=Words(
        "คัดลอกเลข 13 หลักจากหนังสือรับรองนิติบุคคล หรือเว้นว่าง",
        "Copy the 13 digits from the company's certificate, or leave it blank",
    ),
)
SUPPLIER_DIFFERS = Rule(
    code="supplier-differs",
    severity=Severity.WARNING,
    what=Words(
        "{supplier} บันทึกต่างจากบรรทัด {line} (ประเภทหรือเลขผู้เสียภาษี)",
        "{supplier} is recorded unlike line {line} (kind or tax number)",
    ),
    why=Words(
        "ยอดรวมของผู้ขายรายเดียวจะถูกแยกหรือรวมผิด", "One supplier's sums would be parted or mixed up"
    ),
    mend=Words("แก้ให้ตรงกันทุกบรรทัด", "Make them the same on every line"),
)

RULES = (
    OVER_BUDGET, OVER_REFERENCE, WINNER_NOT_BIDDER, OVER_BID, PERSON_TAX_ID, TAX_ID_FORMAT,
    SUPPLIER_DIFFERS,
)  # fmt: skip

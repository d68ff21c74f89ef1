"""Indicators of risk in a year's purchases, defined as Open Contracting's Cardinal defines its own.

Each has a formula, a threshold and a source. A finding is a reason to read the file, and no proof of
wrongdoing: a small agency far from any town may have one shop to buy from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.formats import baht, percent
from generator.forms import METHOD_WORDS
from generator.frozen import frozen
from generator.model.ledger import spent
from generator.model.procurement import Method
from generator.model.spending import by_method, by_supplier

if TYPE_CHECKING:
    from generator.model.eras import Day
    from generator.model.ledger import Ledger, Purchase

METHOD_SHARE = Decimal("0.80")
"""Above this share of the money, one method is named; our own choice, no law's."""
SUPPLIER_SHARE = Decimal("0.30")
"""Above this share of the money, one supplier is named; our own choice, no law's."""
SUPPLIER_CONTRACTS = 3
"""A supplier of fewer contracts is not named: one bridge can be most of a small year."""
DIRECT_CEILING = Decimal(500_000)
"""Baht up to which goods may be bought directly (section 56 (2) (b) of the Act of B.E. 2560)."""
NEAR = timedelta(days=30)
"""Contracts signed within this time are taken together."""
COMPETITIVE = frozenset({Method.OPEN, Method.SELECTIVE})
"""Methods in which several are asked to offer."""

NOT_PROOF = Words(
    "ตัวชี้วัดเป็นเหตุให้ตรวจดูเอกสาร ไม่ใช่หลักฐานว่ามีการกระทำผิด",
    "An indicator is a reason to read the documents. It is not proof of wrongdoing.",
)


@frozen(kw_only=True)
class Indicator:
    """What is measured, and from where on it is told."""

    code: str
    title: Words
    formula: Words
    threshold: Words
    source: Words


@frozen
class Finding:
    """An indicator that passed its threshold: by what value, and which purchases it is about."""

    indicator: Indicator
    subject: str
    """Whom or what it is about, as the data names it; empty where it is the whole year."""
    value: Words
    purchases: tuple[Purchase, ...]


Measure = Callable[["Ledger"], Iterator[Finding]]


def findings(ledger: Ledger) -> tuple[Finding, ...]:
    """Everything that passes its threshold in a year, indicator by indicator."""
    return tuple(found for measure in MEASURES for found in measure(ledger))


def method_share(ledger: Ledger) -> Iterator[Finding]:
    """One method has nearly all of the money."""
    whole = spent(ledger.purchases)
    for group in by_method(ledger.purchases):
        if whole and group.baht / whole > METHOD_SHARE:
            name, share = METHOD_WORDS[group.key], percent(group.baht, whole)
            words = Words(
                f"{name.th} {share} ของมูลค่าสัญญา", f"{name.en}: {share} of the contract value"
            )
            yield Finding(_METHOD_SHARE, "", words, ())


def supplier_share(ledger: Ledger) -> Iterator[Finding]:
    """One supplier has a large part of the money."""
    whole = spent(ledger.purchases)
    for supplier in by_supplier(ledger.purchases):
        if whole and supplier.baht / whole > SUPPLIER_SHARE:
            if supplier.contracts < SUPPLIER_CONTRACTS:
                continue
            share, number = percent(supplier.baht, whole), supplier.contracts
            words = Words(
                f"{share} ของมูลค่าสัญญา ({number} สัญญา)",
                f"{share} of the contract value ({number} contracts)",
            )
            yield Finding(_SUPPLIER_SHARE, supplier.name, words, _of(ledger, supplier.name))


def _of(ledger: Ledger, supplier: str) -> tuple[Purchase, ...]:
    return tuple(p for p in ledger.purchases if any(c.supplier == supplier for c in p.contracts))


def price_at_ceiling(ledger: Ledger) -> Iterator[Finding]:
    """The price agreed is the reference price to the satang."""
    known = [
        p for p in ledger.purchases if p.price is not None and p.process.reference_price is not None
    ]
    same = tuple(p for p in known if p.price == p.process.reference_price)
    if same:
        words = Words(
            f"{len(same)} รายการ จาก {len(known)} รายการที่มีราคากลาง",
            f"{len(same)} of {len(known)} purchases that have a reference price",
        )
        yield Finding(_PRICE_AT_CEILING, "", words, same)


def splitting(ledger: Ledger) -> Iterator[Finding]:
    """Direct purchases near each other in time that pass the ceiling together."""
    small = [
        (signed, purchase)
        for purchase in ledger.purchases
        if purchase.process.method is Method.DIRECT
        and (signed := _signed(purchase))
        and purchase.price is not None
        and purchase.price <= DIRECT_CEILING
    ]
    by_name: dict[str, list[tuple[Day, Purchase]]] = defaultdict(list)
    by_work: dict[str, list[tuple[Day, Purchase]]] = defaultdict(list)
    for day, purchase in small:
        for name in {contract.supplier for contract in purchase.contracts}:
            by_name[name].append((day, purchase))
        by_work[_work(purchase.process.title.th)].append((day, purchase))
    told: set[frozenset[str]] = set()
    for name, bought in by_name.items():
        for run in _runs(bought):
            told.add(_ids(run))
            yield _split(name, run)
    for bought in by_work.values():
        for run in _runs(bought):
            if _ids(run) not in told:
                yield _split(run[0].process.title.th, run)


def _ids(run: tuple[Purchase, ...]) -> frozenset[str]:
    return frozenset(purchase.process.id for purchase in run)


def _signed(purchase: Purchase) -> Day | None:
    return min((c.signed for c in purchase.contracts if c.signed), default=None)


def _work(title: str) -> str:
    """A title without its numbers, so that road 1 and road 2 are one kind of work."""
    return "".join(letter for letter in title if not letter.isdigit() and not letter.isspace())


def _runs(bought: list[tuple[Day, Purchase]]) -> Iterator[tuple[Purchase, ...]]:
    """Spans of purchases within the time that pass the ceiling; no purchase is in two of them."""
    run: list[tuple[Day, Purchase]] = []
    for day, purchase in sorted(bought, key=lambda pair: (pair[0], pair[1].process.id)):
        if run and day - run[0][0] > NEAR:
            near = [pair for pair in run if day - pair[0] <= NEAR]
            if _passes(run):
                yield tuple(found for _day, found in run)
                near = []
            run = near
        run.append((day, purchase))
    if _passes(run):
        yield tuple(found for _day, found in run)


def _passes(run: list[tuple[Day, Purchase]]) -> bool:
    return len(run) > 1 and spent(purchase for _day, purchase in run) > DIRECT_CEILING


def _split(name: str, run: tuple[Purchase, ...]) -> Finding:
    number, total = len(run), baht(spent(run))
    return Finding(
        _SPLITTING,
        name,
        Words(
            f"{number} รายการใน {NEAR.days} วัน รวม {total} บาท",
            f"{number} purchases within {NEAR.days} days, {total} baht together",
        ),
        run,
    )


def single_bid(ledger: Ledger) -> Iterator[Finding]:
    """Several were asked to offer, one did."""
    asked = [p for p in ledger.purchases if p.process.method in COMPETITIVE and p.bids]
    alone = tuple(p for p in asked if len({bid.bidder for bid in p.bids}) == 1)
    if alone:
        words = Words(
            f"{len(alone)} รายการ จาก {len(asked)} รายการที่เชิญชวนหลายราย",
            f"{len(alone)} of {len(asked)} purchases in which several were asked",
        )
        yield Finding(_SINGLE_BID, "", words, alone)


def identical_bids(ledger: Ledger) -> Iterator[Finding]:
    """Two bidders offered the same price."""
    same = tuple(p for p in ledger.purchases if _is_repeated([bid.price for bid in p.bids]))
    if same:
        several = "purchase" if len(same) == 1 else "purchases"
        words = Words(f"{len(same)} รายการ", f"{len(same)} {several}")
        yield Finding(_IDENTICAL_BIDS, "", words, same)


def _is_repeated(prices: list[Decimal | None]) -> bool:
    stated = [price for price in prices if price is not None]
    return len(set(stated)) < len(stated)


_OWN = Words("เกณฑ์ของเว็บไซต์นี้ ไม่มีกฎหมายกำหนด", "A threshold of this site; no law sets it")
_METHOD_SHARE = Indicator(
    code="method-share",
    title=Words("วิธีเดียวใช้เงินเกือบทั้งหมด", "One method has nearly all of the money"),
    formula=Words(
        "มูลค่าสัญญาของวิธีนั้น ÷ มูลค่าสัญญาทั้งปี", "Contract value of the method ÷ that of the year"
    ),
    threshold=Words("เกินร้อยละ 80", "Above 80%"),
    source=_OWN,
)
_SUPPLIER_SHARE = Indicator(
    code="supplier-share",
    title=Words("ผู้ขายรายเดียวได้เงินส่วนใหญ่", "One supplier has a large part of the money"),
    formula=Words(
        "มูลค่าสัญญาของผู้ขาย ÷ มูลค่าสัญญาทั้งปี", "Contract value of the supplier ÷ that of the year"
    ),
    threshold=Words("เกินร้อยละ 30 และตั้งแต่ 3 สัญญา", "Above 30%, with 3 contracts or more"),
    source=_OWN,
)
_PRICE_AT_CEILING = Indicator(
    code="price-at-ceiling",
    title=Words("ราคาเท่ากับราคากลางพอดี", "The price is exactly the reference price"),
    formula=Words("ราคาตามสัญญา = ราคากลาง", "Price agreed = reference price"),
    threshold=Words("ตั้งแต่ 1 รายการ", "1 purchase or more"),
    source=_OWN,
)
_SPLITTING = Indicator(
    code="splitting",
    title=Words(
        "ซื้อใกล้กันหลายครั้ง รวมแล้วเกินวงเงินวิธีเฉพาะเจาะจง",
        "Purchases near each other pass the ceiling of direct award together",
    ),
    formula=Words(
        "ผลรวมของสัญญาวิธีเฉพาะเจาะจง กับผู้ขายรายเดียวกันหรืองานชื่อเดียวกัน ที่ลงนามภายใน 30 วัน",
        "Sum of direct contracts with one supplier, or for work of one name, signed within 30 days",
    ),
    threshold=Words(
        "แต่ละครั้งไม่เกิน 500,000 บาท แต่รวมกันเกิน",
        "Each at most 500,000 baht, together more",
    ),
    source=Words(
        "วงเงินตามมาตรา 56 (2) (ข) แห่ง พ.ร.บ. การจัดซื้อจัดจ้างฯ พ.ศ. 2560 และกฎกระทรวงกำหนดวงเงินฯ พ.ศ. 2560 "
        "(เลขมาตราเขียนจากความจำ) แนวคิดจากธนาคารโลก: many awards just below threshold",
        "Ceiling by section 56 (2) (b) of the Procurement Act B.E. 2560 and the ministerial regulation on amounts of "
        "B.E. 2560 (the section's number is recalled); idea: World Bank, many awards just below threshold",
    ),
)
_SINGLE_BID = Indicator(
    code="single-bid",
    title=Words("มีผู้เสนอราคารายเดียว", "Single bid received"),
    formula=Words(
        "จำนวนผู้เสนอราคา = 1 ในวิธีประกาศเชิญชวนทั่วไปหรือวิธีคัดเลือก",
        "Number of bidders = 1 in open or selective tender",
    ),
    threshold=Words("ตั้งแต่ 1 รายการ", "1 purchase or more"),
    source=Words(
        "Cardinal R018 ของ Open Contracting Partnership",
        "Cardinal R018, Open Contracting Partnership",
    ),
)
_IDENTICAL_BIDS = Indicator(
    code="identical-bids",
    title=Words("ผู้เสนอราคาต่างรายเสนอราคาเท่ากัน", "Identical bid prices"),
    formula=Words(
        "ราคาที่เสนอของผู้เสนอราคาสองรายในครั้งเดียวเท่ากัน", "Two bidders of one purchase offer one price"
    ),
    threshold=Words("ตั้งแต่ 1 รายการ", "1 purchase or more"),
    source=Words(
        "Cardinal R028 ของ Open Contracting Partnership",
        "Cardinal R028, Open Contracting Partnership",
    ),
)
INDICATORS = (
    _METHOD_SHARE, _SUPPLIER_SHARE, _PRICE_AT_CEILING, _SPLITTING, _SINGLE_BID, _IDENTICAL_BIDS,
)  # fmt: skip
"""Every indicator, those that nothing passed included."""
MEASURES: tuple[Measure, ...] = (
    method_share, supplier_share, price_at_ceiling, splitting, single_bid, identical_bids,
)  # fmt: skip

"""A small year of procurement, and any year that Hypothesis can think of, for the export tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from generator.edition import Edition
from generator.load import load
from generator.model.base import Code, Id, Text
from generator.model.eras import FiscalYear, Month
from generator.model.procurement import (
    Bid,
    BudgetSource,
    Contract,
    ContractStatus,
    Explanation,
    Method,
    Process,
    Procurement,
    ProcurementReport,
    SupplierKind,
)

MINIMAL = Path(__file__).parent / "samples" / "minimal"
YEAR = FiscalYear(2569)
JURISTIC, NATURAL = SupplierKind.JURISTIC, SupplierKind.NATURAL


def process(number: str, **fields: object) -> Process:
    """A purchase with what must be there."""
    given = {
        "month": Month(2025, 10),
        "title": Text(th=f"งาน {number}", en=f"Work {number}"),
        "method": Method.DIRECT,
    }
    return Process(id=Id(number), **{**given, **fields})


SMALL = Procurement(
    report=ProcurementReport(
        fiscal_year=YEAR,
        as_of=date(2026, 3, 31),
        months_without=(Month(2025, 12),),
        explanations=(
            Explanation(
                process=Id("69010000001"), text=Text(th="ราคาวัสดุสูงขึ้น", en="Materials cost more")
            ),
        ),
    ),
    processes=(
        process(
            "69010000001",
            egp_number=Code("69010000001"),
            title=Text(th="จ้างก่อสร้างถนน =1+1", en="Road works"),
            method=Method.OPEN,
            method_details="e-bidding",
            budget=Decimal("1500000.50"),
            budget_source=BudgetSource.ORDINANCE,
            reference_price=Decimal(1490000),
            status=ContractStatus.ACTIVE,
            reason=Text(th="ราคาต่ำสุด", en="Lowest price"),
        ),
        process(
            "cnt-2-2569",
            method_details="มาตรา 56 (2) (ข)",
            budget=Decimal(9000),
            status=ContractStatus.TERMINATED,
        ),
        process("69010000003", month=Month(2025, 11), status=ContractStatus.PENDING),
        process("69010000004", month=Month(2025, 11), status=ContractStatus.CANCELLED),
        process("cnt-5-2569", month=Month(2026, 1), method=Method.SELECTIVE),
    ),
    bids=(
        Bid(process=Id("69010000001"), bidder="บริษัท ก จำกัด", kind=JURISTIC, price=Decimal(1480000)),
        Bid(process=Id("69010000001"), bidder="หจก. ข", kind=JURISTIC, price=Decimal("1485000.25")),
        Bid(process=Id("69010000001"), bidder="หจก. ค", kind=JURISTIC),
        Bid(process=Id("cnt-2-2569"), bidder="นายสมมติ ตัวอย่าง", kind=NATURAL, price=Decimal(9000)),
    ),
    contracts=(
        Contract(
            process=Id("69010000001"),
            number="1/2569",
            supplier="บริษัท ก จำกัด",
            kind=JURISTIC,
            tax_id=Code("0105500000001"),
            price=Decimal(900000),
            signed=date(2025, 10, 15),
            ends=date(2026, 4, 13),
        ),
        Contract(
            process=Id("69010000001"),
            number="1/2569",
            supplier="หจก. ข",
            kind=JURISTIC,
            price=Decimal("580000.25"),
            signed=date(2025, 10, 16),
        ),
        Contract(
            process=Id("cnt-2-2569"),
            number="2/2569",
            supplier="นายสมมติ  ตัวอย่าง",
            kind=NATURAL,
            tax_id=Code("1100500000001"),
            price=Decimal(9000),
            signed=date(2025, 10, 20),
        ),
        Contract(
            process=Id("69010000003"), supplier="บริษัท ก จำกัด", kind=JURISTIC, price=Decimal(1)
        ),
    ),
)
"""Two suppliers of one purchase, a natural person, a purchase without contract, one cancelled."""


def edition_with(*years: Procurement, **site: object) -> Edition:
    """The small sample with years of procurement in place of its own."""
    disclosure, problems = load(MINIMAL)
    assert disclosure is not None, problems
    agency = replace(disclosure.agency, site=replace(disclosure.agency.site, **site))
    return Edition.of(replace(disclosure, agency=agency, procurement=years))


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
texts = st.builds(Text, th=words, en=st.none() | words)
money = st.decimals(Decimal("0.01"), Decimal(10**9), places=2)
days = st.dates(date(2025, 10, 1), date(2026, 9, 30))
names = st.sampled_from(["บริษัท ก จำกัด", "บริษัท  ก จำกัด", "หจก. ข", "นายสมมติ", "=1+1"])
kinds = st.sampled_from(list(SupplierKind))


@st.composite
def years(draw: st.DrawFn) -> Procurement:
    """Any year of procurement whose ids are in order."""
    ids = [Id(f"cnt-{n}-2569") for n in range(draw(st.integers(0, 4)))]
    processes = [
        Process(
            id=name,
            egp_number=draw(st.none() | st.just(Code(f"6901000{n:04}"))),
            month=draw(st.sampled_from(YEAR.months)),
            title=draw(texts),
            method=draw(st.sampled_from(list(Method))),
            method_details=draw(st.none() | words),
            budget=draw(st.none() | money),
            budget_source=draw(st.none() | st.sampled_from(list(BudgetSource))),
            reference_price=draw(st.none() | money),
            status=draw(st.none() | st.sampled_from(list(ContractStatus))),
            reason=draw(st.none() | texts),
        )
        for n, name in enumerate(ids)
    ]
    some = st.sampled_from(ids) if ids else st.nothing()
    bids = st.builds(Bid, process=some, bidder=names, kind=kinds, price=st.none() | money)
    contracts = st.builds(
        Contract,
        process=some,
        number=st.none() | st.sampled_from(["1/2569", "2/2569", " 1/2569 "]),
        supplier=names,
        kind=kinds,
        tax_id=st.none() | st.sampled_from([Code("0105500000001"), Code("0105500000002")]),
        price=money,
        signed=st.none() | days,
        ends=st.none() | days,
    )
    return Procurement(
        report=ProcurementReport(fiscal_year=YEAR, as_of=draw(days)),
        processes=tuple(processes),
        bids=tuple(draw(st.lists(bids, max_size=6))) if ids else (),
        contracts=tuple(draw(st.lists(contracts, max_size=6))) if ids else (),
    )

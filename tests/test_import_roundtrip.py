"""Whatever the model can hold, the template can, and the import gives it back."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importers.account import Account
from generator.importers.procurement.columns import FORM
from generator.importers.procurement.files import before, save
from generator.importers.procurement.fill import about, rows
from generator.importers.procurement.identity import natural
from generator.importers.procurement.merge import Wishes
from generator.importers.procurement.run import procurement
from generator.importers.template import workbook
from generator.importers.values import is_nothing
from generator.model.base import Code, Id, Text
from generator.model.eras import FiscalYear
from generator.model.procurement import (
    Bid,
    BudgetSource,
    Contract,
    ContractStatus,
    Method,
    Process,
    Procurement,
    ProcurementReport,
    SupplierKind,
)

YEAR = FiscalYear(2569)
WORDS = (
    st.lists(
        st.text("กขคงจชดตถทนบปพมยรลวสหอะาเแAbc", min_size=2, max_size=8).filter(
            lambda w: "เเ" not in w
        ),
        min_size=1,
        max_size=4,
    )
    .map(" ".join)
    .filter(lambda words: not is_nothing(words))
)
"""What a cell can say; the unit of money alone, like a dash, says that there is nothing."""
MONEY = st.decimals(0, 10**9, places=2)
DAYS = st.integers(-30, 700).map(lambda days: YEAR.first_day + timedelta(days=days))
NUMBERS = st.from_regex(r"[กขจซส]\. ?[1-9][0-9]{0,3}/25(68|69)", fullmatch=True)


def _tax_id(digits: str) -> Code:
    total = sum(int(d) * (13 - at) for at, d in enumerate(digits))
    return Code(digits + str((11 - total % 11) % 10))


TAX_IDS = st.from_regex("0[0-9]{11}", fullmatch=True).map(_tax_id)


@st.composite
def _contracts(draw: st.DrawFn, process: Id) -> Contract:
    kind = draw(st.sampled_from(SupplierKind))
    signed = draw(st.none() | DAYS)
    ends = draw(st.none() | st.integers(0, 400))
    return Contract(
        process=process,
        number=draw(NUMBERS),
        supplier=draw(WORDS),
        kind=kind,
        tax_id=draw(st.none() | TAX_IDS) if kind is SupplierKind.JURISTIC else None,
        price=draw(MONEY),
        signed=signed,
        ends=None if ends is None else (signed or YEAR.first_day) + timedelta(days=ends),
    )


@st.composite
def _years(draw: st.DrawFn) -> Procurement:
    ids = draw(
        st.lists(
            st.from_regex("[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True),
            max_size=6,
            unique=True,
        )
    )
    processes, bids, contracts = [], [], []
    for identifier in map(Id, ids):
        own = draw(st.lists(_contracts(identifier), max_size=3, unique_by=lambda c: c.number))
        statuses = [None, ContractStatus.PENDING, ContractStatus.CANCELLED]
        statuses += [ContractStatus.ACTIVE, ContractStatus.TERMINATED] if own else []
        processes.append(
            Process(
                id=identifier,
                month=draw(st.sampled_from(YEAR.months)),
                title=Text(th=draw(WORDS), en=draw(st.none() | st.just("A title"))),
                method=draw(st.sampled_from(Method)),
                method_details=draw(st.none() | st.just("e-bidding")),
                budget=draw(st.none() | MONEY),
                budget_source=draw(st.none() | st.sampled_from(BudgetSource)),
                reference_price=draw(st.none() | MONEY),
                status=draw(st.sampled_from(statuses)),
                reason=draw(st.none() | st.just(Text(th="ราคาต่ำสุด", en="Lowest price"))),
            )
        )
        contracts += own
        bids += [
            Bid(
                process=identifier,
                bidder=draw(WORDS),
                kind=draw(st.sampled_from(SupplierKind)),
                price=draw(st.none() | MONEY),
            )
            for _ in range(draw(st.integers(0, 3)))
        ]
    processes.sort(key=lambda p: (p.month, natural(p.id)))
    order = [p.id for p in processes]
    free = [m for m in YEAR.months if m not in {p.month for p in processes}]
    without = tuple(sorted(set(draw(st.lists(st.sampled_from(free), max_size=3))))) if free else ()
    return Procurement(
        report=ProcurementReport(fiscal_year=YEAR, as_of=draw(DAYS), months_without=without),
        processes=tuple(processes),
        bids=tuple(sorted(bids, key=lambda b: order.index(b.process))),
        contracts=tuple(sorted(contracts, key=lambda c: order.index(c.process))),
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(_years().filter(lambda year: year.processes or year.report.months_without))
def test_what_the_template_holds_comes_back(year: Procurement) -> None:
    """Model → template → import → files → model is the identity."""
    with tempfile.TemporaryDirectory() as place:
        folder, account = Path(place), Account()
        file = folder / "filled.xlsx"
        file.write_bytes(workbook(FORM, about(year), rows(year)))

        outcome = procurement([file], folder / "procurement", Wishes(), account)

        assert [(p.rule.code, p.place, p.slots) for p in account.problems] == []
        assert outcome.year == year
        save(outcome.files, outcome.folder)
        assert before(outcome.folder, account.problems) == year
        again = procurement([file], folder / "procurement", Wishes(), account)
        assert again.changes_nothing

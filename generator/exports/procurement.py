"""The tables of procurement: one workbook for each fiscal year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import formats
from generator.diagnostics import Words
from generator.exports.ocds.ocid import ocid
from generator.exports.table import (
    Book,
    Table,
    Type,
    Unit,
    baht,
    column,
    fiscal_year,
    integer,
)
from generator.formats import plain
from generator.forms import METHOD_WORDS, SOURCE_WORDS, STATUS_WORDS, SUPPLIER_WORDS
from generator.model.base import Lang
from generator.model.procurement import SupplierKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Text
    from generator.model.eras import Day
    from generator.model.ledger import Ledger
    from generator.model.procurement import Procurement


def books(edition: Edition) -> Iterator[Book]:
    """A workbook for each fiscal year whose procurement is told."""
    for ledger in edition.ledgers:
        number = int(ledger.year)
        yield Book(
            name=f"procurement/{number}/procurement",
            about=Words(
                f"การจัดซื้อจัดจ้าง ปีงบประมาณ {number}",
                f"Procurement of fiscal year {ledger.year.common} (B.E. {number})",
            ),
            as_of=ledger.procurement.report.as_of,
            notes=NOTES,
            tables=_tables(ledger),
        )


def _tables(ledger: Ledger) -> tuple[Table, ...]:
    number = int(ledger.year)
    name = f"procurement/{number}"
    processes = Table(
        name=f"{name}/processes",
        about=Words(f"งานที่จัดซื้อจัดจ้าง ปีงบประมาณ {number}", f"Purchases of fiscal year B.E. {number}"),
        kind=Words("งานที่จัดซื้อจัดจ้าง", "Purchases"),
        columns=PROCESS_COLUMNS,
        rows=partial(_processes, ledger),
        key="process_id",
    )
    bids = Table(
        name=f"{name}/bids",
        about=Words(f"ผู้เสนอราคา ปีงบประมาณ {number}", f"Bids of fiscal year B.E. {number}"),
        kind=Words("ผู้เสนอราคา", "Bids"),
        columns=BID_COLUMNS,
        rows=partial(_bids, ledger.procurement),
        links=(("process_id", processes),),
    )
    contracts = Table(
        name=f"{name}/contracts",
        about=Words(f"สัญญาและข้อตกลง ปีงบประมาณ {number}", f"Contracts of fiscal year B.E. {number}"),
        kind=Words("สัญญาและข้อตกลง", "Contracts"),
        columns=CONTRACT_COLUMNS,
        rows=partial(_contracts, ledger.procurement),
        links=(("process_id", processes),),
    )
    return processes, bids, contracts


def _processes(ledger: Ledger, edition: Edition) -> Iterator[tuple[str, ...]]:
    for purchase in ledger.purchases:
        process = purchase.process
        yield (
            process.id,
            ocid(edition.disclosure.agency, process),
            process.egp_number or "",
            str(int(ledger.year)),
            str(process.month),
            process.title.th,
            process.title.en or "",
            process.method,
            process.method_details or "",
            plain(process.budget),
            process.budget_source or "",
            plain(process.reference_price),
            process.status or "",
            *_text(process.reason),
            str(len(purchase.bids)),
            str(len(purchase.contracts)),
            plain(purchase.price),
            *_text(purchase.explanation.text if purchase.explanation else None),
        )


def _bids(year: Procurement, edition: Edition) -> Iterator[tuple[str, ...]]:
    del edition
    for bid in year.bids:
        yield bid.process, bid.bidder, bid.kind, plain(bid.price)


def _contracts(year: Procurement, edition: Edition) -> Iterator[tuple[str, ...]]:
    del edition
    for contract in year.contracts:
        juristic = contract.kind is SupplierKind.JURISTIC
        yield (
            contract.process,
            contract.number or "",
            contract.supplier,
            contract.kind,
            (contract.tax_id or "") if juristic else "",
            plain(contract.price),
            *_day(contract.signed),
            *_day(contract.ends),
        )


def _text(value: Text | None) -> tuple[str, str]:
    return (value.th, value.en or "") if value else ("", "")


def _day(value: Day | None) -> tuple[str, str]:
    """A day in both eras: 2025-10-15, and as an officer writes it, 15 ตุลาคม 2568."""
    return (value.isoformat(), formats.day(value, Lang.TH)) if value else ("", "")


_PROCESS = column("process_id", "รหัสงานที่จัดซื้อจัดจ้าง", "Id of the purchase")
PROCESS_COLUMNS = (
    _PROCESS,
    column("ocid", "รหัสตามมาตรฐาน OCDS", "Open Contracting id (OCID)"),
    column("egp_number", "เลขที่โครงการในระบบ e-GP", "Project number in e-GP"),
    fiscal_year(),
    column("month", "เดือนที่รายงาน (ปี ค.ศ.-เดือน)", "Month of the summary (C.E.)", Type.MONTH),
    column("title_th", "งานที่จัดซื้อหรือจัดจ้าง", "What is bought or hired, in Thai"),
    column("title_en", "งานที่จัดซื้อหรือจัดจ้าง ภาษาอังกฤษ", "What is bought or hired, in English"),
    column("method", "วิธีซื้อหรือจ้าง", "Method", values=METHOD_WORDS.items()),
    column("method_details", "วิธีย่อยหรือข้อกฎหมาย", "Sub-method or ground in law"),
    baht("budget_thb", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "Budget of the purchase in baht"),
    column(
        "budget_source", "แหล่งที่มาของงบประมาณ", "Source of the money", values=SOURCE_WORDS.items()
    ),
    baht("reference_price_thb", "ราคากลาง (บาท)", "Reference price in baht"),
    column("status", "สถานะการจัดซื้อจัดจ้าง", "Status", values=STATUS_WORDS.items()),
    column("reason_th", "เหตุผลที่คัดเลือกโดยสรุป", "Why the supplier was chosen, in Thai"),
    column("reason_en", "เหตุผลที่คัดเลือก ภาษาอังกฤษ", "Why the supplier was chosen, in English"),
    integer("bids", "จำนวนผู้เสนอราคา", "Number of bids", Unit.ITEMS),
    integer("contracts", "จำนวนสัญญา", "Number of contracts", Unit.ITEMS),
    baht(
        "contract_price_thb",
        "ราคาที่ตกลงรวมทุกสัญญา (บาท) ว่างเมื่อยังไม่มีสัญญาหรือยกเลิก",
        "Price of all its contracts in baht; empty where there is none, or it was cancelled",
    ),
    column(
        "explanation_th",
        "คำชี้แจงเมื่อราคาสูงกว่าวงเงิน ราคากลาง หรือราคาที่เสนอ",
        "Explanation of a price above budget, reference price or bid, in Thai",
    ),
    column(
        "explanation_en",
        "คำชี้แจง ภาษาอังกฤษ",
        "Explanation of a price above budget, reference price or bid, in English",
    ),
)
_KIND = column(
    "kind", "นิติบุคคลหรือบุคคลธรรมดา", "Juristic or natural person", values=SUPPLIER_WORDS.items()
)
BID_COLUMNS = (
    _PROCESS,
    column("bidder", "ผู้เสนอราคา", "Who offered"),
    _KIND,
    baht("price_thb", "ราคาที่เสนอ (บาท)", "Price offered in baht"),
)
CONTRACT_COLUMNS = (
    _PROCESS,
    column("number", "เลขที่สัญญาหรือข้อตกลง", "Number of the contract"),
    column("supplier", "ผู้ได้รับการคัดเลือก", "Supplier"),
    _KIND,
    column(
        "tax_id",
        "เลขประจำตัวผู้เสียภาษี (เฉพาะนิติบุคคล)",
        "Tax number, of juristic persons alone",
    ),
    baht("price_thb", "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "Price agreed in baht"),
    column("signed", "วันที่ลงนาม (ค.ศ.)", "Day of signing (C.E.)", Type.DATE),
    column("signed_be", "วันที่ลงนาม (พ.ศ.)", "Day of signing (B.E.)"),
    column("ends", "วันที่สิ้นสุดสัญญา (ค.ศ.)", "Last day of the contract (C.E.)", Type.DATE),
    column("ends_be", "วันที่สิ้นสุดสัญญา (พ.ศ.)", "Last day of the contract (B.E.)"),
)
NOTES = (
    Words(
        "วงเงินและราคากลางเป็นของงานทั้งงาน ไม่ใช่ของแต่ละสัญญา จึงอยู่ในตาราง processes แห่งเดียว",
        "Budget and reference price belong to the whole purchase, not to each contract, and so "
        "stand in the table processes alone.",
    ),
    Words(
        "ผู้ขายที่เป็นบุคคลธรรมดามีเพียงชื่อตามที่กฎหมายให้เผยแพร่ ไม่มีเลขประจำตัว",
        "Of a supplier who is a natural person there is only the name, as the law publishes it, "
        "and no number.",
    ),
)

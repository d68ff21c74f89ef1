"""One purchase as an OCDS release: everything that is known of it on the day of the data.

Planning, tender, award and contract stand in one release, because a monthly summary tells them
together. What the data does not say is left out: no start of a contract, no category of goods.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from generator.exports.ocds.ocid import ocid
from generator.exports.ocds.parties import Parties
from generator.forms import SOURCE_WORDS, ground, method_said
from generator.model.procurement import ContractStatus, Method

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model.agency import Agency
    from generator.model.base import Text
    from generator.model.eras import Day, FiscalYear
    from generator.model.ledger import Purchase
    from generator.model.procurement import Contract, Process

METHODS = {
    Method.OPEN: "open",
    Method.SELECTIVE: "selective",
    Method.DIRECT: "direct",
    Method.DESIGN_CONTEST: "selective",
}
"""Thai methods in the words of the codelist `method`, decided once.

วิธีคัดเลือก is `selective`, since section 55 (2) of the Procurement Act B.E. 2560 lets an agency invite
only those with the qualifications that it set, at least three; `limited` would say that it may ask
whom it likes. วิธีประกวดแบบ is `selective` too: designers who fit the conditions are asked to compete,
which claims less than `open`. The Thai word always stands beside it, in `procurementMethodDetails`.
"""
DAY_BEGINS, DAY_ENDS = "T00:00:00+07:00", "T23:59:59+07:00"
"""Thailand's time, the same all year."""


def release(agency: Agency, year: FiscalYear, as_of: Day, purchase: Purchase) -> dict[str, Any]:
    """The release of a purchase; its id changes when what it says changes, and only then."""
    parties = Parties.of(agency, purchase)
    labels = _labels(purchase)
    parts = {
        "planning": _planning(purchase.process, year),
        "tender": _tender(purchase, parties),
        "bids": _bids(purchase, parties),
        "awards": [_award(purchase, c, label, parties) for c, label in labels],
        "contracts": [_contract(purchase, c, label) for c, label in labels if _is_drawn_up(c)],
    }
    said = {
        "ocid": ocid(agency, purchase.process),
        "date": as_of.isoformat() + DAY_BEGINS,
        "language": "th",
        "tag": [tag for tag, part in TAGS.items() if parts[part]],
        "initiationType": "tender",
        "parties": parties.json(),
        "buyer": parties.buyer,
        **{name: part for name, part in parts.items() if part},
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return {"ocid": said["ocid"], "id": f"{as_of.isoformat()}-{digest[:12]}", **said}


TAGS = {"planning": "planning", "tender": "tender", "award": "awards", "contract": "contracts"}
"""A release's tags by the part that each announces."""


def compiled(said: dict[str, Any]) -> dict[str, Any]:
    """What all releases of a purchase say together; of one release, what it says."""
    own = {"ocid": said["ocid"], "id": f"{said['ocid']}-{said['date']}", "date": said["date"]}
    return {**said, **own, "tag": ["compiled"]}


def _planning(process: Process, year: FiscalYear) -> dict[str, Any]:
    """The budget; its fiscal year and source are words, as the core standard has no field."""
    said = [f"ปีงบประมาณ พ.ศ. {int(year)}"]
    if process.budget_source:
        said.append(SOURCE_WORDS[process.budget_source].th)
    elif process.budget is None:
        return {}
    budget: dict[str, Any] = {"description": " · ".join(said)}
    if process.budget is not None:
        budget["amount"] = _value(process.budget)
    return {"budget": budget}


def _tender(purchase: Purchase, parties: Parties) -> dict[str, Any]:
    process = purchase.process
    tender: dict[str, Any] = {
        "id": process.egp_number or process.id,
        **_text("title", process.title),
        "status": _tender_status(purchase),
        "procuringEntity": parties.buyer,
        "procurementMethod": METHODS[process.method],
        "procurementMethodDetails": method_said(process),
    }
    if ground(process) and process.method is Method.DIRECT:
        tender["procurementMethodRationale"] = ground(process)
    if process.reference_price is not None:
        tender["description"] = "tender/value คือราคากลาง"
        tender["description_en"] = "tender/value is the reference price"
        tender["value"] = _value(process.reference_price)
    if purchase.bids:
        tender["numberOfTenderers"] = len(parties.tenderers)
        tender["tenderers"] = parties.tenderers
    return {key: value for key, value in tender.items() if value is not None}


def _tender_status(purchase: Purchase) -> str | None:
    """Done where somebody was chosen; where nobody was, what the status says."""
    if purchase.contracts:
        return "complete"
    return {
        ContractStatus.PENDING: "active",
        ContractStatus.CANCELLED: "cancelled",
        ContractStatus.ACTIVE: "complete",
        ContractStatus.TERMINATED: "complete",
        None: None,
    }[purchase.process.status]


def _bids(purchase: Purchase, parties: Parties) -> dict[str, Any]:
    """The prices offered, by the bids extension; whether a bid was valid is not known."""
    details = []
    for number, bid in enumerate(purchase.bids, 1):
        said: dict[str, Any] = {"id": str(number), "tenderers": [parties.bidder(bid).reference]}
        if bid.price is not None:
            said["value"] = _value(bid.price)
        details.append(said)
    return {"details": details} if details else {}


def _award(purchase: Purchase, contract: Contract, label: str, parties: Parties) -> dict[str, Any]:
    """The choice of one supplier: a purchase with two contracts has two awards."""
    award: dict[str, Any] = {
        "id": f"award-{label}",
        **_text("title", purchase.process.title),
        **(_text("description", purchase.process.reason) if purchase.process.reason else {}),
        "status": _award_status(purchase.process, contract),
        "value": _value(contract.price),
        "suppliers": [parties.supplier(contract).reference],
    }
    return {key: value for key, value in award.items() if value is not None}


def _award_status(process: Process, contract: Contract) -> str | None:
    match process.status:
        case ContractStatus.PENDING:
            return "pending"
        case ContractStatus.CANCELLED:
            return "cancelled"
        case None:
            return "active" if contract.signed else None
    return "active"


def _contract(purchase: Purchase, contract: Contract, label: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": label,
        "awardID": f"award-{label}",
        **_text("title", purchase.process.title),
        "status": _contract_status(purchase.process, contract),
        "value": _value(contract.price),
        "dateSigned": contract.signed.isoformat() + DAY_BEGINS if contract.signed else None,
        "period": {"endDate": contract.ends.isoformat() + DAY_ENDS} if contract.ends else None,
    }
    return {key: value for key, value in said.items() if value is not None}


def _contract_status(process: Process, contract: Contract) -> str | None:
    """The standard calls a contract cancelled only before it is signed, and terminated after."""
    if process.status is ContractStatus.CANCELLED and contract.signed:
        return "terminated"
    return str(process.status) if process.status else None


def _is_drawn_up(contract: Contract) -> bool:
    """Whether there is a contract yet, and not only somebody chosen for it."""
    return bool(contract.number or contract.signed)


def _labels(purchase: Purchase) -> list[tuple[Contract, str]]:
    """Each contract with a name that no other of the purchase has: its number where it has one."""
    labels: list[tuple[Contract, str]] = []
    taken: set[str] = set()
    for place, contract in enumerate(purchase.contracts, 1):
        number = " ".join((contract.number or "").split())
        label = number or f"{purchase.process.id}-{place}"
        while label in taken:
            label += f"-{place}"
        taken.add(label)
        labels.append((contract, label))
    return labels


def _text(field: str, text: Text) -> dict[str, str]:
    """Thai in the field itself, English in its twin."""
    return {field: text.th, **({f"{field}_en": text.en} if text.en else {})}


def _value(amount: Decimal) -> dict[str, Any]:
    whole = amount == amount.to_integral_value()
    return {"amount": int(amount) if whole else float(amount), "currency": "THB"}

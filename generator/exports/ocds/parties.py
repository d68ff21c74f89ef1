"""Who takes part in a purchase: the agency, who offered, who was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.model.procurement import SupplierKind

if TYPE_CHECKING:
    from generator.model.agency import Agency
    from generator.model.ledger import Purchase
    from generator.model.procurement import Bid, Contract

TAX_NUMBER = "TH-TIN"
"""Our name for the Revenue Department's numbers of juristic persons (เลขประจำตัวผู้เสียภาษี).

The list of identifier lists, org-id.guide, has none for Thailand that was seen; data users can tell
this local name by its documentation.
"""


@dataclass(slots=True)
class Party:
    """Somebody with the parts that he plays, in the order in which they are written."""

    id: str
    name: str
    roles: list[str]
    number: str | None = None
    """The tax number of a juristic person; of a natural person it is the national ID, and never
    stands here."""

    @property
    def reference(self) -> dict[str, str]:
        """As other parts of a release name him."""
        return {"id": self.id, "name": self.name}


@dataclass(slots=True)
class Parties:
    """The parties of one purchase, each once.

    Who has a tax number is known by it in every release. Who has none gets a name that means
    something in this release alone, so that no number ties the purchases of a person together.
    """

    agency: Agency
    numbers: dict[str, str]
    """Tax number by a juristic person's name, as the purchase's contracts state them."""
    found: dict[object, Party] = field(default_factory=dict)

    @classmethod
    def of(cls, agency: Agency, purchase: Purchase) -> Parties:
        """Those who take part in a purchase."""
        numbers: dict[str, str] = {}
        for contract in purchase.contracts:
            if contract.tax_id and contract.kind is SupplierKind.JURISTIC:
                numbers.setdefault(written(contract.supplier), contract.tax_id)
        parties = cls(agency, numbers)
        for bid in purchase.bids:
            parties.bidder(bid)
        for contract in purchase.contracts:
            parties.supplier(contract)
        return parties

    def bidder(self, bid: Bid) -> Party:
        """Who offered."""
        return self._party(written(bid.bidder), bid.kind, None, "tenderer")

    def supplier(self, contract: Contract) -> Party:
        """Who was chosen."""
        name = written(contract.supplier)
        return self._party(name, contract.kind, contract.tax_id, "supplier")

    def _party(self, name: str, kind: SupplierKind, stated: str | None, role: str) -> Party:
        juristic = kind is SupplierKind.JURISTIC
        number = (stated or self.numbers.get(name)) if juristic else None
        party = self.found.setdefault(number or (name, kind), self._new(name, kind, number))
        if role not in party.roles:
            party.roles.append(role)
        return party

    def _new(self, name: str, kind: SupplierKind, number: str | None) -> Party:
        own = f"{TAX_NUMBER}-{number}" if number else f"{kind}-{len(self.found) + 1}"
        return Party(own, name, [], number)

    @property
    def tenderers(self) -> list[dict[str, str]]:
        """Each who offered, once."""
        return [party.reference for party in self.found.values() if "tenderer" in party.roles]

    @property
    def buyer(self) -> dict[str, str]:
        """The agency, as other parts of a release name it."""
        return {"id": self.agency.id, "name": self.agency.name.th}

    def json(self) -> list[dict[str, Any]]:
        """All of them, the agency first."""
        return [self._agency(), *(_json(party) for party in self.found.values())]

    def _agency(self) -> dict[str, Any]:
        agency = self.agency
        address = {
            "locality": agency.district.th if agency.district else None,
            "region": agency.province.th if agency.province else None,
            "countryName": "ประเทศไทย",
        }
        return {
            **self.buyer,
            "roles": ["buyer", "procuringEntity"],
            "address": {key: value for key, value in address.items() if value},
            "details": {"standing": str(agency.site.standing)},
        }


def _json(party: Party) -> dict[str, Any]:
    said: dict[str, Any] = {**party.reference, "roles": party.roles}
    if party.number:
        identifier = {"scheme": TAX_NUMBER, "id": party.number, "legalName": party.name}
        said["identifier"] = identifier
    return said


def written(name: str) -> str:
    """A name with its spaces in order, by which two mentions are known to be one."""
    return " ".join(name.split())

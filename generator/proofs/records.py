"""What lies behind a generated page: its records' fingerprint and the day that they are of."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.model.disclosure import Disclosure
    from generator.proofs.proof import Proof

    Records = Callable[[Disclosure], object]

BEHIND: dict[str, Records] = {
    "contact": lambda disclosure: (disclosure.agency.contacts, disclosure.agency.units),
    "plan": lambda disclosure: (disclosure.plan, disclosure.items),
    "risk": lambda disclosure: disclosure.risk,
    "procurement": lambda disclosure: disclosure.procurement,
}
"""By the first part of a page's address; of any other page everything that the agency discloses."""
NOT_DATA = {
    "catalogues", "evidence", "attached", "persons_checks", "releases", "ledger", "past_results",
    "complaints", "gifts",
}  # fmt: skip
"""Fields of a disclosure that tell about items; and counts, whose fingerprint could be guessed back
to a number too small to publish. What is published of counts is fingerprinted in their place.
"""
OF_THE_PLAN = {"plan", "risk", "items"}


def behind(disclosure: Disclosure, proof: Proof) -> Proof:
    """The proof with the fingerprint and the day of the records that its page shows."""
    page = proof.path.split("/")[0]
    as_of = proof.as_of or (_announced(disclosure) if page in OF_THE_PLAN else None)
    return replace(proof, digest=_digest(_Same(disclosure), page), as_of=as_of)


def _announced(disclosure: Disclosure) -> date | None:
    announcement = disclosure.plan.announcement
    return announcement.date if announcement else None


class _Same:
    """A disclosure as a key: the same object, not an equal one, whose comparison would take long."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.disclosure = disclosure

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.disclosure is other.disclosure

    def __hash__(self) -> int:
        return id(self.disclosure)


@lru_cache(maxsize=64)
def _digest(same: _Same, page: str) -> str:
    records = BEHIND.get(page)
    return fingerprint(records(same.disclosure) if records else _everything(same.disclosure))


def _everything(disclosure: Disclosure) -> object:
    names = (field.name for field in fields(disclosure))
    return {name: getattr(disclosure, name) for name in names if name not in NOT_DATA}

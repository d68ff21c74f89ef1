"""What lies behind a generated page: its records' fingerprint and the day that they are of."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from generator.cache.once import once
from generator.fingerprint import fingerprint
from generator.published import published, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from generator.model.disclosure import Disclosure
    from generator.proofs.proof import Proof

    Records = Callable[[Disclosure, str], object]


def _of_year(records: Iterable[Any], year: str) -> tuple[Any, ...]:
    """The records of a fiscal year; all of them, where the address names none."""
    return tuple(r for r in records if not year or str(int(r.fiscal_year)) == year)


def _complaints(disclosure: Disclosure, year: str) -> object:
    """What is published of them: a fingerprint of counts could be guessed back to a small one."""
    return (
        disclosure.complaint_guide,
        _counts(disclosure, _of_year(disclosure.complaints, year)),
    )


def _gifts(disclosure: Disclosure, year: str) -> object:
    return _counts(disclosure, _of_year(disclosure.gifts, year))


def _counts(disclosure: Disclosure, reports: Iterable[Any]) -> object:
    now = published(disclosure)
    return [
        (int(report.fiscal_year), report.as_of, {key: written(cell) for key, cell in cells.items()})
        for report in reports
        for cells in [now.of(report)]
    ]


BEHIND: dict[str, Records] = {
    "contact": lambda disclosure, _year: (disclosure.agency.contacts, disclosure.agency.units),
    "plan": lambda disclosure, _year: (disclosure.plan, disclosure.items),
    "risk": lambda disclosure, _year: disclosure.risk,
    "procurement": lambda disclosure, year: _of_year(disclosure.procurement, year),
    "structure": lambda disclosure, _year: disclosure.people,
    "results": lambda disclosure, year: _of_year(disclosure.results, year),
    "operations": lambda disclosure, year: _of_year(disclosure.operations, year),
    "services": lambda disclosure, year: _of_year(disclosure.services, year),
    "complaints": _complaints,
    "no-gift": _gifts,
}
"""By the first part of a page's address, given the fiscal year that its second part names; of any
other page everything that the agency discloses, counts apart.
"""
NOT_DATA = {
    "catalogues", "evidence", "attached", "persons_checks", "releases", "ledger", "past_results",
    "complaints", "gifts",
}  # fmt: skip
"""Fields of a disclosure that tell about items; and counts, of which only what is published counts."""
OF_THE_PLAN = {"plan", "risk", "items"}


def behind(disclosure: Disclosure, proof: Proof) -> Proof:
    """The proof with the fingerprint and the day of the records that its page shows."""
    if proof.digest:
        return proof
    page, _, below = proof.path.partition("/")
    year = below.partition("/")[0]
    year = year if year.isdigit() else ""
    as_of = proof.as_of or (_announced(disclosure) if page in OF_THE_PLAN else None)
    return replace(proof, digest=_digest(disclosure, page, year), as_of=as_of)


def _announced(disclosure: Disclosure) -> date | None:
    announcement = disclosure.plan.announcement
    return announcement.date if announcement else None


@once
def _digest(disclosure: Disclosure, page: str, year: str) -> str:
    records = BEHIND.get(page)
    return fingerprint(records(disclosure, year) if records else _everything(disclosure))


def _everything(disclosure: Disclosure) -> object:
    names = (field.name for field in fields(disclosure))
    return {name: getattr(disclosure, name) for name in names if name not in NOT_DATA}

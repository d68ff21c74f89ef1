"""How to reach the agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.proofs.proof import Proof

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.proofs.proof import Prove


def _phone(disclosure: Disclosure, _year: FiscalYear) -> Proof | None:
    if not any(contact.phone for contact in disclosure.agency.contacts):
        return None
    return Proof("contact", "", Words("โทรศัพท์", "telephone"))


def _email(disclosure: Disclosure, _year: FiscalYear) -> Proof | None:
    if not any(contact.email for contact in disclosure.agency.contacts):
        return None
    return Proof("contact", "", Words("อีเมล", "e-mail"))


PROOFS: dict[tuple[str, str], Prove] = {
    ("contact", "telephone"): _phone,
    ("contact", "email"): _email,
}

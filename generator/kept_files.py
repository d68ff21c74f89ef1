"""The two files that commands keep: a person's checks, and the ledger of what was published when.

Both are written whole, entry by entry in the order of year and item, so that a change shows as the
lines that changed. Neither looks at a clock: the day is given.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.addresses import addresses
from generator.disk import put
from generator.model.evidence import PersonsCheck, ReleasedItem, ReleaseLedger
from generator.proofs import Means

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from generator.coverage import Coverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Text
    from generator.model.eras import FiscalYear

CHECKS, RELEASED = "checks.yml", "released.yml"


def confirmed(
    edition: Edition, form: Coverage, covered: ItemCoverage, by: Text, on: date
) -> tuple[PersonsCheck, ...]:
    """The checks of an agency with a new one, which takes the place of an older one of the item."""
    new = PersonsCheck(
        year=form.year, item=covered.item.code, by=by, on=on, hash=covered.fingerprint
    )
    named = (new.year, new.item)
    others = (c for c in edition.disclosure.persons_checks if (c.year, c.item) != named)
    return tuple(sorted((*others, new), key=lambda check: _order(check.year, check.item)))


def released(edition: Edition, on: date) -> ReleaseLedger:
    """The ledger after a release on a day: what is new, what changed, what stayed."""
    before = edition.disclosure.ledger
    known = {(e.year, e.item): e for e in before.items} if before else {}
    items = [
        _entry(form, covered, known.get((form.year, covered.item.code)), on)
        for form in edition.coverage
        for covered in form.items
    ]
    named = {(entry.year, entry.item) for entry in items}
    gone = (entry for name, entry in known.items() if name not in named)
    in_order = sorted((*items, *gone), key=lambda entry: _order(entry.year, entry.item))
    ever = {*addresses(edition.disclosure), *(before.addresses if before else ())} - {""}
    return ReleaseLedger(on=on, items=tuple(in_order), addresses=tuple(sorted(ever)))


def _entry(
    form: Coverage, covered: ItemCoverage, before: ReleasedItem | None, on: date
) -> ReleasedItem:
    """An item of which nothing was ever shown has no dates."""
    was_shown = before is not None and before.first is not None
    same = before is not None and before.hash == covered.fingerprint
    first = before.first if before and before.first else (on if covered.is_shown else None)
    changed = before.changed if before and was_shown and same else (on if first else None)
    return ReleasedItem(
        year=form.year,
        item=covered.item.code,
        status=covered.status,
        first=first,
        changed=changed,
        hash=covered.fingerprint,
        pages=tuple(sorted(_pages(covered))),
    )


def _pages(covered: ItemCoverage) -> set[str]:
    """The pages of this site on which its elements stand."""
    outside = {Means.FILE, Means.ADDRESS}
    proofs = (element.proof for element in covered.elements)
    return {proof.path for proof in proofs if proof and proof.means not in outside}


def _order(year: FiscalYear, code: str) -> tuple[int, int, str]:
    digits = "".join(character for character in code if character.isdigit())
    return int(year), int(digits or 0), code


def write_checks(folder: Path, checks: Iterable[PersonsCheck]) -> None:
    """Write `checks.yml`."""
    lines = (
        f"  - {{year: {int(c.year)}, item: {c.item}, by: {_words(c.by)}, on: {c.on}, hash: {c.hash}}}"
        for c in checks
    )
    _write(folder / CHECKS, "checks", ["checks:", *lines])


def write_ledger(folder: Path, ledger: ReleaseLedger) -> None:
    """Write `released.yml`."""
    _write(
        folder / RELEASED,
        "released",
        [
            f"on: {ledger.on}",
            "items:",
            *(_line(entry) for entry in ledger.items),
            "addresses:",
            *(f"  - {_quoted(address)}" for address in ledger.addresses),
        ],
    )


def _line(entry: ReleasedItem) -> str:
    days = {"first": entry.first, "changed": entry.changed}
    told = "".join(f" {name}: {day}," for name, day in days.items() if day)
    pages = f", pages: [{', '.join(entry.pages)}]" if entry.pages else ""
    named = f"year: {int(entry.year)}, item: {entry.item}, status: {entry.status},"
    return f"  - {{{named}{told} hash: {entry.hash}{pages}}}"


def _words(text: Text) -> str:
    english = f", en: {_quoted(text.en)}" if text.en else ""
    return f"{{th: {_quoted(text.th)}{english}}}"


def _quoted(text: str) -> str:
    """A text in double quotes, which YAML reads as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, schema: str, lines: list[str]) -> None:
    head = f"# yaml-language-server: $schema=../.schema/{schema}.json"
    put(path, "\n".join([head, *lines, ""]).encode("utf-8"))

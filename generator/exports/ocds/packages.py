"""A fiscal year's releases and records as the two files of open contracting data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from generator.exports.about import LICENCE_URL, standing
from generator.exports.ocds.ocid import is_registered
from generator.exports.ocds.release import DAY_BEGINS, compiled, release
from generator.model.agency import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.eras import FiscalYear
    from generator.model.procurement import Procurement

VERSION = "1.1"
BIDS_EXTENSION = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/"
    "v1.1.5/extension.json"
)
"""Declares where `bids` is defined, in the version that was frozen with OCDS 1.1.5. It is a name:
nothing here or in a reader's browser fetches it."""
NOT_REGISTERED = {
    "th": "คำนำหน้า OCID ยังไม่ได้จดทะเบียนกับ Open Contracting Partnership จึงเป็นรหัสชั่วคราว",
    "en": "The OCID prefix is not registered with the Open Contracting Partnership: these are "
    "provisional ids.",
}


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Releases and records of each fiscal year in which something was bought.

    The standard knows no package without a release, so a year without purchases has no file.
    """
    agency = edition.disclosure.agency
    for ledger in edition.ledgers:
        year = ledger.procurement
        releases, records = [], []
        for purchase in ledger.purchases:
            one = release(agency, ledger.year, year.report.as_of, purchase)
            said, ocid, whole = _line(one), _line(one["ocid"]), _line(compiled(one))
            releases.append(said)
            records.append(f'{{"ocid": {ocid}, "releases": [{said}], "compiledRelease": {whole}}}')
        if releases:
            yield _file(edition, year, "releases", releases)
            yield _file(edition, year, "records", records)


def address(year: FiscalYear, kind: str) -> str:
    """Where a package stands below the site's root."""
    return f"data/ocds/{kind}-{int(year)}.json"


def _line(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)


def _file(edition: Edition, year: Procurement, kind: str, lines: list[str]) -> tuple[str, bytes]:
    """A package with each of its entries on a line, so that a difference shows what changed."""
    path = address(year.fiscal_year, kind)
    head = json.dumps(_head(edition, year, path), ensure_ascii=False, indent=1)
    entries = ",\n".join(lines)
    text = head.removesuffix("\n}") + f',\n "{kind}": [\n{entries}\n ]\n}}\n'
    return path, text.encode("utf-8")


def _head(edition: Edition, year: Procurement, path: str) -> dict[str, Any]:
    agency = edition.disclosure.agency
    head: dict[str, Any] = {
        "uri": _uri(edition, path),
        "version": VERSION,
        "extensions": [BIDS_EXTENSION],
        "publishedDate": year.report.as_of.isoformat() + DAY_BEGINS,
        "publisher": {"name": agency.name.th},
        "license": LICENCE_URL,
    }
    if agency.site.address:
        head["publisher"]["uri"] = agency.site.address
        head["publicationPolicy"] = f"{agency.site.address}data/dictionary/index.html#ocds"
    notices = list(_notices(edition))
    if notices:
        head["notices"] = notices
    return head


def _notices(edition: Edition) -> Iterator[dict[str, str]]:
    """What a reader must not overlook: invented data, provisional ids."""
    agency = edition.disclosure.agency
    if agency.site.standing is not Standing.OFFICIAL:
        yield standing(edition).by_language
    if not is_registered(agency):
        yield NOT_REGISTERED


def _uri(edition: Edition, path: str) -> str:
    """The package's address; where the site has none yet, a name that is still one in the world."""
    agency = edition.disclosure.agency
    if agency.site.address:
        return agency.site.address + path
    return uuid5(NAMESPACE_URL, f"{agency.id}/{path}").urn

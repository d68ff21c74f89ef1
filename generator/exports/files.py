"""Bytes of data files: the same for the same content, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from io import StringIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.attachments.table import FORMULA_STARTS
from generator.by_type import ByType
from generator.formats import plain
from generator.json_lines import json_lines
from generator.model.base import Lang, Record, Stated
from generator.model.eras import Month
from generator.model.procurement import SupplierKind
from generator.notice import notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.by_type import Way
    from generator.checks.contradictions import Contradiction
    from generator.coverage import ItemCoverage
    from generator.edition import Edition
    from generator.model.procurement import Procurement

EXCEL_MARK = b"\xef\xbb\xbf"
"""Before a CSV file, lets Excel see that it is UTF-8."""


def csv_file(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Rows as CSV: comma, CRLF, quoted where needed."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(tuple(inert(cell) for cell in row) for row in rows)
    return text.getvalue().encode("utf-8")


def inert(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula; negative numbers stay numbers."""
    if cell.startswith(FORMULA_STARTS) and not _is_number(cell):
        return "'" + cell
    return cell


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit() and cell.count("-") <= 1


def json_file(edition: Edition) -> bytes:
    """The whole disclosure as JSON."""
    disclosure = edition.disclosure
    content = {
        "standing": disclosure.agency.site.standing,
        "notice": {str(lang): notice(disclosure.agency, lang) for lang in Lang},
        "agency": _json(disclosure.agency),
        "plan": _json(disclosure.plan),
        "items": _json(disclosure.items),
        "risk": _json(disclosure.risk),
        "people": _json(disclosure.people),
        "results": _json(disclosure.results),
        "operations": _json(disclosure.operations),
        "services": _json(disclosure.services),
        "procurement": [_json(_without_persons(year)) for year in disclosure.procurement],
        "counts": [
            {"cell": key, "count": shown.value, "flag": shown.mark}
            for key, shown in edition.published.cells.items()
        ],
        "decisions": _json(disclosure.decisions),
        "contradictions": [_contradiction(found) for found in edition.contradictions],
        "ita": [
            {"fiscal_year": int(form.year), "items": [_item(covered) for covered in form.items]}
            for form in edition.coverage
        ],
    }
    return json_lines(content)


def _contradiction(found: Contradiction) -> dict[str, object]:
    return {
        "code": found.rule.code,
        "subject": found.subject,
        "about": found.about,
        "statements": found.statements,
        "decided": not found.is_open,
    }


def _item(covered: ItemCoverage) -> dict[str, object]:
    """An item of an ITA form, with where each of its elements stands."""
    return {
        "code": covered.item.code,
        "topic": covered.item.topic,
        "status": covered.status,
        "elements": [
            {
                "key": element.part or element.element.key,
                "shown": element.proof is not None,
                "page": element.proof.path if element.proof else None,
            }
            for element in covered.elements
        ],
    }


def _without_persons(year: Procurement) -> Procurement:
    """A year's procurement without any number of a natural person, even if the data held one."""
    contracts = (
        one if one.kind is SupplierKind.JURISTIC else replace(one, tax_id=None)
        for one in year.contracts
    )
    return replace(year, contracts=tuple(contracts))


def _json(value: Any) -> Any:
    return _WAYS[type(value)](value)


def _way(kind: Any) -> Way:
    """How values of a type are told in JSON."""
    if issubclass(kind, Month):
        return str
    if issubclass(kind, Stated):
        return lambda value: [
            {"place": s.origin, "line": s.line, "value": _json(s.value)} for s in value.statements
        ]
    if issubclass(kind, Record):
        return _by_fields(kind)
    if issubclass(kind, tuple):
        return lambda value: [_json(part) for part in value]
    if issubclass(kind, dict):
        return lambda value: {str(key): _json(part) for key, part in value.items()}
    return _scalar(kind)


def _by_fields(kind: Any) -> Way:
    """By the fields of a class of records, each as it is written in YAML."""
    known = [
        (field.name.rstrip("_"), attrgetter(field.name))
        for field in fields(kind)
        if field.name != "written"
    ]
    return lambda value: {
        key: _WAYS[type(part)](part)
        for key, part_of in known
        if (part := part_of(value)) is not None and part != ()
    }


def _scalar(kind: Any) -> Way:
    if issubclass(kind, Decimal):
        return lambda value: json.loads(plain(value))
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    return lambda value: value


_WAYS = ByType(_way)

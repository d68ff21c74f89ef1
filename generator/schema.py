"""The JSON Schema of content files, from the same declarations that the loader reads by.

An editor that knows YAML schemas (the content files name theirs in their first line) completes the
keys and shows each field's help in Thai and English.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from generator.load.records import fields_of
from generator.model.accessibility import Review
from generator.model.agency import Agency
from generator.model.base import Code, Id, Origin, Stated
from generator.model.catalogue import OitCatalogue
from generator.model.complaints import ComplaintGuide, ComplaintReport, PublishedRecord
from generator.model.decision import Decisions
from generator.model.eras import FiscalYear, Month
from generator.model.evidence import Evidence, PastResults, PersonsChecks, ReleaseLedger
from generator.model.gifts import GiftReport
from generator.model.laws import Laws
from generator.model.moved import Moved
from generator.model.people import People
from generator.model.plan import ActionPlan, Item, Money
from generator.model.privacy import Releases
from generator.model.procurement import ProcurementReport
from generator.model.results import Operations, YearResults
from generator.model.risk import RiskAssessment
from generator.model.services import ServiceYear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Record

KINDS: dict[str, type[Record]] = {
    "agency": Agency,
    "plan": ActionPlan,
    "item": Item,
    "risk": RiskAssessment,
    "decisions": Decisions,
    "privacy": Releases,
    "moved": Moved,
    "laws": Laws,
    "accessibility": Review,
    "procurement": ProcurementReport,
    "complaints": ComplaintReport,
    "channels": ComplaintGuide,
    "published": PublishedRecord,
    "gifts": GiftReport,
    "people": People,
    "results": YearResults,
    "operations": Operations,
    "services": ServiceYear,
    "catalogue": OitCatalogue,
    "evidence": Evidence,
    "checks": PersonsChecks,
    "released": ReleaseLedger,
    "ita-results": PastResults,
}
"""Kinds of content files, each with a schema of its own."""

_NUMBER = {"type": ["number", "string"]}
SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": ["string", "number"]},
    Id: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    Code: {"type": ["string", "number"]},
    int: _NUMBER,
    Decimal: _NUMBER,
    FiscalYear: _NUMBER,
    date: {"type": "string"},
    Month: {"type": "string", "pattern": "^[0-9๐-๙]{4}-[0-9๐-๙]{1,2}$"},
    bool: {"type": "boolean"},
    Money: {"anyOf": [{"enum": ["no_budget", "not_scheduled"]}, _NUMBER]},
}
"""Scalars as an editor sees them, which reads `2566` as a number and `๒๕๖๖` as a text."""


def schemas() -> Iterator[tuple[str, bytes]]:
    """File name and content of each schema."""
    for name, kind in KINDS.items():
        schema = _Schema().of(name, kind)
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        yield f"{name}.json", text.encode("utf-8")


class _Schema:
    """Collects the definitions of one file's records."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def of(self, name: str, kind: type[Record]) -> dict[str, Any]:
        root = self.record(kind)
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": name,
            **root,
            "definitions": dict(sorted(self.definitions.items())),
        }

    def of_type(self, kind: Any) -> dict[str, Any]:
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in SCALARS:
            return SCALARS[kind]
        if origin in (Union, UnionType):
            return self.of_type(next(a for a in arguments if a is not type(None)))
        if origin is tuple:
            return {"type": "array", "items": self.of_type(arguments[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of_type(arguments[1])}
        if origin is Stated:
            return self.stated(arguments[0])
        if issubclass(kind, StrEnum):
            return {"enum": [str(member) for member in kind]}
        return self.record(kind)

    def stated(self, kind: Any) -> dict[str, Any]:
        statement = {
            "type": "object",
            "properties": {"line": _NUMBER, "value": self.of_type(kind)},
            "required": ["line", "value"],
            "additionalProperties": False,
        }
        by_origin = {
            "type": "object",
            "properties": {str(origin): statement for origin in Origin},
            "additionalProperties": False,
            "minProperties": 2,
        }
        return {"anyOf": [self.of_type(kind), by_origin]}

    def record(self, kind: Any) -> dict[str, Any]:
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            known = fields_of(kind)
            self.definitions[name] = {
                "type": "object",
                "properties": {
                    key: {
                        "description": f"{field.help.th} · {field.help.en}",
                        "allOf": [self.of_type(field.type)],
                    }
                    for key, field in known.items()
                },
                "required": [key for key, field in known.items() if field.required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/definitions/{name}"}

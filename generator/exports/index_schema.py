"""The JSON Schema of `disclosure-index.json`, published beside it for those who read it by program."""

from __future__ import annotations

import json
from typing import Any

from generator.coverage import Checked, Status
from generator.model.agency import Standing
from generator.model.catalogue import Confidence
from generator.proofs import Means

SCHEMA_FILE = "data/disclosure-index.schema.json"


def index_schema() -> bytes:
    """The schema, in the draft that most programs know."""
    return (json.dumps(_schema(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _schema() -> dict[str, Any]:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "disclosure-index",
        "description": "What a disclosure site holds of each ITA form that its agency answers. "
        "Statuses are computed from the data, never typed. Addresses are below the site's root; "
        "pages have an English twin below en/.",
        **_object(
            {
                "$schema": _told("Where this schema stands", {"type": "string"}),
                "version": _told("Of this form of the file", {"type": "integer", "const": 2}),
                "agency": _object({"id": _TEXT, "name_th": _TEXT, "name_en": _or_null(_TEXT)}),
                "standing": _enum(Standing),
                "notice": _both(_TEXT),
                "data_as_of": _told("Day that the plan was announced", _or_null(_DAY)),
                "forms": {"type": "array", "items": _object(_form())},
                "pages": _told(
                    "SHA-256 of each page that an item needs, CR LF read as LF; written last",
                    {"type": "object", "additionalProperties": _HASH},
                ),
                "files": _told(
                    "Every data file and attachment",
                    {
                        "type": "object",
                        "additionalProperties": _object({"sha256": _HASH, "bytes": _COUNT}),
                    },
                ),
            }
        ),
    }


_TEXT: dict[str, Any] = {"type": "string"}
_DAY: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_MONTH: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}
_HASH: dict[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_YEAR: dict[str, Any] = {
    "type": "integer",
    "minimum": 2500,
    "description": "Fiscal year in the Buddhist era: 2569 is 1 October 2025 to 30 September 2026",
}
_TRUTH: dict[str, Any] = {"type": "boolean"}


def _form() -> dict[str, Any]:
    return {
        "fiscal_year": _YEAR,
        "taken_from": _told("Year of the form that stands in for an unknown one", _or_null(_YEAR)),
        "page": _TEXT,
        "estimated_points": _told(
            "Of 40, by the arithmetic of B.E. 2564: an estimate, no result of the assessment",
            {"type": "string", "pattern": "^[0-9.]+$"},
        ),
        "items": {"type": "array", "items": _object(_item())},
    }


def _item() -> dict[str, Any]:
    return {
        "code": {"type": "string", "pattern": "^O[0-9]+$"},
        "topic": _told("Stays when codes move from year to year", _TEXT),
        "title": _told("English titles are our translation", _both(_or_null(_TEXT))),
        "title_wording": _enum(Confidence),
        "unit": _told("Id of the unit that answers for it", _or_null(_TEXT)),
        "status": _enum(Status),
        "measured_against": _told("Year of the form whose elements are demanded", _YEAR),
        "lights": _object({"published": _TRUTH, "complete": _TRUTH, "checked": _enum(Checked)}),
        "dates": _object(
            {
                **dict.fromkeys(("as_of", "published", "changed", "due"), _or_null(_DAY)),
                "due_inferred": _TRUTH,
            }
        ),
        "months_lacking": {"type": "array", "items": _MONTH},
        "not_applicable": _told("The agency's reason", _or_null(_both(_or_null(_TEXT)))),
        "nothing_to_report": _told("The public sentence", _or_null(_both(_or_null(_TEXT)))),
        "page": _TEXT,
        "elements": {"type": "array", "items": _object(_element())},
        "hash": _told("Changes when the item's data or the demand changes", _HASH),
    }


def _element() -> dict[str, Any]:
    return {
        "key": _TEXT,
        "shown": _TRUTH,
        "means": _or_null(_enum(Means)),
        "page": _told("Page, file or outside address where it stands", _or_null(_TEXT)),
        "anchor": _or_null(_TEXT),
        "seen_th": _or_null(_TEXT),
        "seen_en": _or_null(_TEXT),
        "wording": _enum(Confidence),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _both(kind: dict[str, Any]) -> dict[str, Any]:
    return _object({"th": kind, "en": kind})


def _or_null(kind: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [kind, {"type": "null"}]}


def _enum(kind: Any) -> dict[str, Any]:
    return {"enum": [str(member) for member in kind]}


def _told(words: str, kind: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, **kind}

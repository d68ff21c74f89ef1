"""The standard itself for the tests: official schemas, codelists, and how releases are merged.

`data/ocds-1.1.5` holds the schemas and codelists of the tag 1__1__5 as published (Apache-2.0);
`data/ocds-bids` the fields of the bids extension that the export writes.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT4

DATA = Path(__file__).parent / "data"
STANDARD = DATA / "ocds-1.1.5"
BIDS = DATA / "ocds-bids"
HOME = "https://standard.open-contracting.org/schema/1__1__5/"

formats = FormatChecker(formats=())


@formats.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """RFC 3339, with the offset that the standard asks for."""
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


@formats.checks("uri")
def is_uri(value: object) -> bool:
    """A scheme and something after it, and no space."""
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s]+", value) is not None


def schema(name: str) -> dict[str, Any]:
    """One of the official schemas."""
    return json.loads((STANDARD / f"{name}-schema.json").read_text(encoding="utf-8"))


@cache
def release_schema() -> dict[str, Any]:
    """The release schema with the bids extension applied, as the package declares."""
    patch = json.loads((BIDS / "release-schema.json").read_text(encoding="utf-8"))
    return patched(schema("release"), patch)


def patched(whole: Any, patch: Any) -> Any:
    """JSON Merge Patch (RFC 7396), by which extensions change the schema."""
    if not isinstance(patch, dict):
        return patch
    result = dict(whole) if isinstance(whole, dict) else {}
    for key, value in patch.items():
        result[key] = patched(result.get(key), value)
    return result


@cache
def validator(package: str) -> Draft4Validator:
    """Of release packages or record packages."""
    versioned = schema("versioned-release-validation")
    registry = Registry().with_resources(
        [
            (f"{HOME}release-schema.json", DRAFT4.create_resource(release_schema())),
            (
                f"{HOME}versioned-release-validation-schema.json",
                DRAFT4.create_resource(versioned),
            ),
        ]
    )
    return Draft4Validator(schema(package), registry=registry, format_checker=formats)


@cache
def codes(codelist: str) -> frozenset[str]:
    """The codes of an official codelist."""
    path = STANDARD / "codelists" / codelist
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["Code"] for row in csv.DictReader(file))


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema, with what it refers to in its place."""
    if "$ref" in part:
        name = part["$ref"].removeprefix("#/definitions/")
        return {**release_schema()["definitions"][name], **part}
    return part


def coded(value: Any, part: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Each code in a value: its codelist, itself, and whether others may be used."""
    part = resolved(part)
    if "codelist" in part and value is not None:
        for code in value if isinstance(value, list) else [value]:
            yield part["codelist"], code, part["openCodelist"]
    elif isinstance(value, list):
        for one in value:
            yield from coded(one, part.get("items", {}))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from coded(inner, part.get("properties", {}).get(key, {}))


def unknown_fields(value: Any, part: dict[str, Any], path: str = "") -> Iterator[str]:
    """Fields that the schema with its extension does not know."""
    part = resolved(part)
    if isinstance(value, list):
        for one in value:
            yield from unknown_fields(one, part.get("items", {}), path)
    elif isinstance(value, dict) and part.get("properties"):
        translated = [re.compile(pattern) for pattern in part.get("patternProperties", {})]
        for key, inner in value.items():
            known = part["properties"].get(key)
            if known is None and not any(pattern.search(key) for pattern in translated):
                yield f"{path}/{key}"
            yield from unknown_fields(inner, known or {}, f"{path}/{key}")


def merged(releases: list[dict[str, Any]]) -> dict[str, Any]:
    """The compiled release, by the merging rules of OCDS 1.1: later values over earlier ones.

    Objects are merged field by field, lists of things with ids thing by thing, other lists are
    replaced whole; a release's own id, date and tag are left out.
    """
    result: dict[str, Any] = {"tag": ["compiled"]}
    for release in sorted(releases, key=lambda one: one["date"]):
        result["ocid"], result["date"] = release["ocid"], release["date"]
        result["id"] = f"{release['ocid']}-{release['date']}"
        _merge(result, release, release_schema())
    return result


def _merge(target: dict[str, Any], source: dict[str, Any], part: dict[str, Any]) -> None:
    for key, value in source.items():
        inner = resolved(part.get("properties", {}).get(key, {}))
        if inner.get("omitWhenMerged"):
            continue
        if isinstance(value, dict):
            _merge(target.setdefault(key, {}), value, inner)
        elif _is_by_id(value) and not inner.get("wholeListMerge"):
            _merge_list(target.setdefault(key, []), value, resolved(inner.get("items", {})))
        else:
            target[key] = value


def _is_by_id(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _merge_list(target: list[Any], source: list[Any], part: dict[str, Any]) -> None:
    known = {one["id"]: one for one in target}
    for one in source:
        if one["id"] not in known:
            known[one["id"]] = {}
            target.append(known[one["id"]])
        _merge(known[one["id"]], one, part)

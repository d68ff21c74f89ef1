"""`data/datapackage.json`: every CSV file with its columns, as Frictionless Data Package v1 has it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from generator.exports.about import (
    CONVENTIONS,
    LICENCE_NAME,
    LICENCE_TITLE,
    LICENCE_URL,
    source,
    standing,
)
from generator.exports.table import Type
from generator.exports.tables import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.edition import Edition
    from generator.exports.table import Column, Table


def datapackage(edition: Edition, csv_files: Mapping[str, bytes]) -> bytes:
    """The description of the CSV files, whose bytes are given by the name of their table."""
    agency, said, document = edition.disclosure.agency, standing(edition), source(edition)
    package = {
        "profile": "tabular-data-package",
        "name": agency.id,
        "title": agency.name.th,
        "title_en": agency.name.en,
        "description": "\n".join([said.th, *(words.th for words in CONVENTIONS)]),
        "description_en": "\n".join([said.en, *(words.en for words in CONVENTIONS)]),
        "standing": str(agency.site.standing),
        "licenses": [{"name": LICENCE_NAME, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "sources": [{"title": document.th, "title_en": document.en}],
        "contributors": [{"title": agency.name.th, "role": "publisher"}],
        "resources": [_resource(table, csv_files[table.name]) for table in tables(edition)],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def resource_name(table: str) -> str:
    """A table's name in the package, where a slash may not stand: `procurement-2569-contracts`."""
    return table.replace("/", "-")


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": resource_name(table.name),
        "path": f"{table.name}.csv",
        "title": table.about.th,
        "title_en": table.about.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.every_column],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [table.key]
    if table.links:
        schema["foreignKeys"] = [
            {
                "fields": [column],
                "reference": {"resource": resource_name(other.name), "fields": [other.key]},
            }
            for column, other in table.links
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": str(column.type),
        "title": column.label.th,
        "title_en": column.label.en,
    }
    if column.unit:
        field["unit"] = str(column.unit)
    if column.type is Type.FLAG:
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if column.values:
        field["constraints"] = {"enum": [value for value, _ in column.values]}
        field["values"] = {value: words.by_language for value, words in column.values}
    return field

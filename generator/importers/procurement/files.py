"""The year's tables and report in the content folder: read, and written whole or not at all."""

from __future__ import annotations

import csv
import re
import shutil
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from generator.disk import Replacement
from generator.formats import plain
from generator.load.records import BAD, columns_of, read
from generator.load.tables import read_table
from generator.model.base import Text
from generator.model.procurement import Bid, Contract, Process, Procurement, ProcurementReport
from generator.source import read as read_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.base import Record

SCHEMA = "# yaml-language-server: $schema=../../../.schema/procurement.json\n"


def before(folder: Path, problems: list[Diagnostic]) -> Procurement | None:
    """The year as it stands in its folder; None where there is none yet, or it cannot be read."""
    path = folder / "report.yml"
    if not path.exists():
        return None
    name = f"{folder.name}/report.yml"
    node, found = read_source(path, name)
    problems.extend(found)
    report = read(node, ProcurementReport, problems) if node else BAD
    tables: dict[str, Any] = {
        key: _table(folder, key, kind, problems)
        for key, kind in (("processes", Process), ("bids", Bid), ("contracts", Contract))
    }
    if report is BAD or None in tables.values():
        return None
    return Procurement(report=report, **tables)


def _table(folder: Path, key: str, kind: Any, problems: list[Diagnostic]) -> Any:
    path = folder / f"{key}.csv"
    return read_table(path, f"{folder.name}/{key}.csv", kind, problems) if path.exists() else ()


def contents(year: Procurement, folder: Path) -> dict[str, bytes]:
    """The bytes of each file; of the report, only what an import knows is written anew."""
    path = folder / "report.yml"
    text = path.read_text(encoding="utf-8-sig") if path.exists() else SCHEMA
    return {
        "report.yml": _report(text, year.report).encode("utf-8"),
        "processes.csv": table(year.processes, Process),
        "bids.csv": table(year.bids, Bid),
        "contracts.csv": table(year.contracts, Contract),
    }


def save(files: dict[str, bytes], folder: Path) -> None:
    """All files at once: a folder beside the old one takes its place when it is whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    replacement = Replacement(folder)
    new = replacement.begin()
    try:
        if folder.exists():
            shutil.copytree(folder, new, dirs_exist_ok=True)
        for name, content in files.items():
            (new / name).write_bytes(content)
        replacement.swap()
    except OSError:
        replacement.abandon()
        raise


def table(records: Iterable[Record], kind: Any) -> bytes:
    """Records as CSV, a line each, its columns in the order of the model."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    columns = columns_of(kind)
    writer.writerow(columns)
    writer.writerows([_cell(record, column) for column in columns] for record in records)
    return text.getvalue().encode("utf-8")


def _cell(record: Record, column: str) -> str:
    field, _, language = column.partition(".")
    value = getattr(record, field)
    if isinstance(value, Text):
        value = getattr(value, language)
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _report(text: str, report: ProcurementReport) -> str:
    """The report with its day and its empty months; whatever an officer wrote there stays."""
    months = ", ".join(str(month) for month in report.months_without)
    text = _set(text, "fiscal_year", str(int(report.fiscal_year)))
    text = _set(text, "as_of", report.as_of.isoformat())
    return _set(text, "months_without", f"[{months}]" if months else "")


def _set(text: str, key: str, value: str) -> str:
    """One key at the top level, with what belongs to it, written anew or taken out."""
    line = f"{key}: {value}\n" if value else ""
    pattern = re.compile(rf"^{key}:.*\n?(?:^(?:[ \t]+|-[ \t]).*\n?)*", re.MULTILINE)
    if pattern.search(text):
        return pattern.sub(line, text, count=1)
    return (text if text.endswith("\n") else text + "\n") + line

"""Diagnostics for people, for programs and for GitHub; none of them repeats personal data."""

from __future__ import annotations

import json
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Severity, Words
from generator.source.files import Quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Diagnostic, Place

EXCERPT_WIDTH = 100
"""Characters of a line that are printed around the place; lines of a damaged file can be huge."""


def text(diagnostics: Iterable[Diagnostic]) -> str:
    """For a terminal: place and rule, Thai, English, the line with a caret."""
    told, quotes = list(diagnostics), Quotes()
    lines = [(quotes.line(d.place), d.place) for d in told]
    discretion = _discretion(told, lines)
    return "\n".join(
        _paragraph(discretion.hides(d), discretion.hidden(*line))
        for d, line in zip(told, lines, strict=True)
    )


def _discretion(told: list[Diagnostic], lines: Iterable[tuple[str, Place]] = ()) -> Any:
    """What hides personal data; it knows so many patterns that it is loaded when there is a problem."""
    return import_module("generator.privacy.discreet").Discretion(told, lines)


def _quiet(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    told = list(diagnostics)
    return map(_discretion(told).hides, told)


def _paragraph(diagnostic: Diagnostic, line: str) -> str:
    place = diagnostic.place
    head = f"{place.file}:{place.line}:{place.column}: {_label(diagnostic)}"
    return "\n".join(
        [
            head,
            f"  {diagnostic.what.th} · {diagnostic.why.th} → {diagnostic.mend.th}",
            f"  {diagnostic.what.en}. {diagnostic.why.en}. → {diagnostic.mend.en}",
            *(_excerpt(line, place) if line else ()),
            "",
        ]
    )


def _label(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.rule.severity}[{diagnostic.rule.code}]"


def _excerpt(line: str, place: Place) -> list[str]:
    start = max(0, place.column - 1 - EXCERPT_WIDTH // 2)
    shown = line[start : start + EXCERPT_WIDTH].replace("\t", "→")
    before = "…" if start else ""
    gutter = f"  {place.line} │ "
    offset = _width(before + shown[: place.column - 1 - start])
    after = "…" if start + EXCERPT_WIDTH < len(line) else ""
    return [gutter + before + shown + after, " " * (len(gutter) - 2) + "│ " + " " * offset + "^"]


def _width(shown: str) -> int:
    """Columns on a terminal: Thai vowels and tone marks above and below take none."""
    return sum(unicodedata.category(character) not in {"Mn", "Me"} for character in shown)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """For programs: a list, in the order of the text."""
    return json.dumps([_record(d) for d in _quiet(diagnostics)], ensure_ascii=False, indent=2)


def _record(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    return {
        "code": diagnostic.rule.code,
        "severity": str(diagnostic.rule.severity),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "what": diagnostic.what.by_language,
        "why": diagnostic.why.by_language,
        "mend": diagnostic.mend.by_language,
        **diagnostic.details,
        "slots": {
            name: slot.by_language if isinstance(slot, Words) else slot
            for name, slot in diagnostic.slots.items()
        },
    }


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """For GitHub: annotations on the changed lines."""
    return "\n".join(
        f"::{_COMMANDS[d.rule.severity]} file={_escaped(d.place.file)},line={d.place.line},"
        f"col={d.place.column},title={d.rule.code}::"
        + _escaped(f"{d.what.th} → {d.mend.th}\n{d.what.en}. → {d.mend.en}")
        for d in _quiet(diagnostics)
    )


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS = {"text": text, "json": as_json, "github": github}

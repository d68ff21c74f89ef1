"""What an assessor asks and an officer fills in: what is missing, and where everything stands."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import formats
from generator.coverage import Status, worth
from generator.model.base import Lang
from generator.pages.base import Here
from generator.pages.ita import period_words, status_name
from generator.pages.standing import carried, doubt, element_doubt, lacking
from generator.pages.ways import click_path
from generator.render import environment
from generator.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An item of the form in both languages, as a report prints it."""

    code: str
    title_th: str
    title_en: str
    status: Status
    status_th: str
    status_en: str
    points: str
    proven: int
    number: int
    missing_th: tuple[str, ...]
    missing_en: tuple[str, ...]
    doubt: str
    measured_th: str
    """That the item is measured against the form of another year; empty where its own is known."""
    measured_en: str
    lights: dict[str, bool | str]
    """Published, complete, checked by a person: three things that are never one."""
    dates: dict[str, str | bool | None]
    """Data as of, published, last changed, next due, as ISO days."""
    page: str
    """Address of the item's page below the site's root."""
    period_th: str
    way_th: str
    """What a visitor presses to come to the item's proofs."""
    elements_th: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A year's form, the most costly gaps first."""

    agency_th: str
    agency_en: str
    year: int
    points: str
    published: int
    number: int
    missing: tuple[Finding, ...]
    whole: tuple[Finding, ...]

    @property
    def everything(self) -> tuple[Finding, ...]:
        """All items in the order of the form."""
        return tuple(sorted((*self.missing, *self.whole), key=lambda f: int(f.code[1:])))


def assessment(edition: Edition, form: Coverage) -> Assessment:
    """What is missing of a form, and what is there."""
    agency = edition.disclosure.agency
    findings = {covered.item.code: _finding(edition, form, covered) for covered in form.items}
    missing = [findings[covered.item.code] for covered in form.missing()]
    gaps = {finding.code for finding in missing}
    whole = [finding for finding in findings.values() if finding.code not in gaps]
    return Assessment(
        agency_th=agency.name.th,
        agency_en=agency.name.en or agency.name.th,
        year=int(form.year),
        points=_points(form.points()),
        published=form.whole,
        number=len(findings),
        missing=tuple(missing),
        whole=tuple(whole),
    )


def _points(points: Decimal) -> str:
    return formats.number(points.quantize(formats.HUNDREDTH))


def _finding(edition: Edition, form: Coverage, covered: ItemCoverage) -> Finding:
    item, th, en = covered.item, wording(Lang.TH), wording(Lang.EN)
    here, english = Here(Lang.TH, ""), Here(Lang.EN, "")
    gaps = [_text(covered, element) for element in covered.missing]
    if covered.lacking:
        gaps.append((lacking(here, covered.lacking), lacking(english, covered.lacking)))
    paths = dict.fromkeys(e.proof.path for e in covered.elements if e.proof)
    return Finding(
        code=item.code,
        title_th=item.title.th,
        title_en=item.title.en or item.title.th,
        status=covered.status,
        status_th=status_name(th, covered.status),
        status_en=status_name(en, covered.status),
        points=_points(worth(form.catalogue, item)),
        proven=covered.proven,
        number=len(covered.elements),
        missing_th=tuple(th_text for th_text, _en in gaps),
        missing_en=tuple(en_text for _th, en_text in gaps),
        doubt=doubt(en, item.confidence),
        measured_th=carried(here, covered.demand),
        measured_en=carried(english, covered.demand),
        lights={
            "published": covered.is_shown,
            "complete": covered.is_complete,
            "checked": str(covered.checked),
        },
        dates=_dates(covered),
        page=f"ita/{int(form.year)}/{item.code.lower()}/index.html",
        period_th=period_words(here, item.period, form.year) if item.period else "",
        way_th="; ".join(click_path(here, edition, path) for path in paths),
        elements_th="; ".join(_text(covered, e)[0] for e in covered.elements if e.proof),
    )


def _dates(covered: ItemCoverage) -> dict[str, str | bool | None]:
    dates = covered.dates
    named = {
        "as_of": dates.as_of,
        "published": dates.published,
        "changed": dates.changed,
        "due": dates.due,
    }
    days = {name: day.isoformat() if day else None for name, day in named.items()}
    return {**days, "due_inferred": dates.due_inferred}


def _text(item: ItemCoverage, covered: ElementCoverage) -> tuple[str, str]:
    """The element in both languages, saying where its wording is not known to be official."""
    part = next((p for p in covered.element.parts if p.key == covered.part), covered.element)
    marks = [element_doubt(Here(lang, ""), item.demand, covered) for lang in Lang]
    th, en = (f" ({mark})" if mark else "" for mark in marks)
    return part.th + th, (part.en or part.th) + en


def as_text(found: Assessment) -> str:
    """For a terminal."""
    head = f"{found.agency_th} · ITA {found.year}: {found.published}/{found.number}"
    english = f"{found.agency_en}: {found.published} of {found.number} items published"
    estimate = f"an estimated {found.points} of 40 points (an estimate, no result)"
    lines = [f"{head} · ≈ {found.points}/40", f"{english}, {estimate}", ""]
    for finding in found.missing:
        lines.append(
            f"{finding.code:4} ≈{finding.points:>5}  {finding.status_th} {finding.proven}/{finding.number}  "
            f"{finding.title_th} · {finding.title_en}"
        )
        lines += [
            f"       – {th} · {en}"
            for th, en in zip(finding.missing_th, finding.missing_en, strict=True)
        ]
        if finding.measured_th:
            lines.append(f"       * {finding.measured_th} · {finding.measured_en}")
    return "\n".join(lines)


def as_json(found: Assessment) -> str:
    """For programs."""
    content = {
        "agency": found.agency_en,
        "fiscal_year": found.year,
        "published": found.published,
        "items": found.number,
        "estimated_points": found.points,
        "missing": [
            {
                "code": finding.code,
                "title": {"th": finding.title_th, "en": finding.title_en},
                "status": finding.status,
                "estimated_points": finding.points,
                "shown": finding.proven,
                "elements": finding.number,
                "missing": [
                    {"th": th, "en": en}
                    for th, en in zip(finding.missing_th, finding.missing_en, strict=True)
                ],
                "measured_against": {"th": finding.measured_th, "en": finding.measured_en},
                "lights": finding.lights,
                "dates": finding.dates,
                "page": finding.page,
            }
            for finding in found.missing
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_html(found: Assessment) -> str:
    """One file that opens offline and prints on A4."""
    return environment().get_template("assessment.html").render(found=found)


ASSESSMENT_FORMATS = {"text": as_text, "json": as_json, "html": as_html}

ANSWER_COLUMNS = (
    "ข้อ", "ชื่อข้อ", "สถานะ", "URL", "คำอธิบาย (เส้นทางการเข้าถึง)", "ช่วงเวลา", "องค์ประกอบที่แสดง",
)  # fmt: skip
"""Columns of the sheet that officers copy into the assessment system, in its language."""


def answer_rows(found: Assessment, address: str) -> Iterable[tuple[str, ...]]:
    """The answer for each item: its address on the site, and how to come there from the home page."""
    base = address.rstrip("/")
    for finding in found.everything:
        shown = finding.proven > 0
        yield (
            finding.code,
            finding.title_th,
            finding.status_th,
            f"{base}/{finding.page.removesuffix('index.html')}" if shown else "",
            finding.way_th,
            finding.period_th,
            finding.elements_th,
        )


def answers_csv(found: Assessment, address: str) -> str:
    """The answer sheet as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(ANSWER_COLUMNS)
    writer.writerows(answer_rows(found, address))
    return text.getvalue()


def answers_html(found: Assessment, address: str) -> str:
    """The answer sheet as one file that opens offline and prints on A4."""
    rows = tuple(answer_rows(found, address))
    return (
        environment()
        .get_template("answers.html")
        .render(found=found, rows=rows, columns=ANSWER_COLUMNS)
    )


ANSWER_FORMATS = {"csv": answers_csv, "html": answers_html}

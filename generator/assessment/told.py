"""What is missing of a form: for a terminal, for programs, and as one file that prints on A4."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.assessment.address import Address
from generator.render import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.assessment.findings import Assessment, Finding


def as_text(found: Assessment, _address: str = "") -> str:
    """For a terminal."""
    head = f"{found.agency.th} · ITA {found.year}: {found.published}/{found.number}"
    english = f"{found.agency.en}: {found.published} of {found.number} items published"
    estimate = f"an estimated {found.points} of 40 points (an estimate, no result)"
    lines = [f"{head} · ≈ {found.points}/40", f"{english}, {estimate}", ""]
    for finding in found.missing:
        lines.append(
            f"{finding.code:4} ≈{finding.points:>5}  {finding.status_name.th} "
            f"{finding.proven}/{finding.number}  {finding.title.th} · {finding.title.en}"
        )
        lines += [f"       – {gap.th} · {gap.en}" for gap in finding.missing]
        if finding.measured.th:
            lines.append(f"       * {finding.measured.th} · {finding.measured.en}")
    return "\n".join(lines)


def as_json(found: Assessment, _address: str = "") -> str:
    """For programs."""
    content = {
        "agency": found.agency.en,
        "fiscal_year": found.year,
        "published": found.published,
        "items": found.number,
        "estimated_points": found.points,
        "missing": [_told(finding) for finding in found.missing],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _told(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "title": finding.title.by_language,
        "status": finding.status,
        "estimated_points": finding.points,
        "shown": finding.proven,
        "elements": finding.number,
        "missing": [gap.by_language for gap in finding.missing],
        "measured_against": finding.measured.by_language,
        "lights": finding.told_lights,
        "dates": finding.dates,
        "unit": finding.unit.by_language,
        "page": finding.page,
    }


def as_html(found: Assessment, address: str) -> str:
    """One file that opens offline and prints on A4, with the address of each item and its QR code."""
    template = environment().get_template("assessment.html")
    return template.render(found=found, site=Address(address))


ASSESSMENT_FORMATS: dict[str, Callable[[Assessment, str], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}

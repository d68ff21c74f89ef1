"""`disclosure-index.json`: what a site holds of each ITA form, for checkers that need not crawl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.index_schema import SCHEMA_FILE
from generator.formats import plain
from generator.json_lines import json_lines
from generator.model.base import Lang
from generator.notice import notice
from generator.proofs import Means

if TYPE_CHECKING:
    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Text
    from generator.proofs import Proof

VERSION = 2
"""Of the file's form; it goes up when a reader of the old form would go wrong."""


def index_file(edition: Edition) -> bytes:
    """Every item with its status, elements and addresses, the same bytes for the same data.

    Pages and files get their fingerprints when the whole site has been written.
    """
    agency, plan = edition.disclosure.agency, edition.disclosure.plan
    content = {
        "$schema": SCHEMA_FILE,
        "version": VERSION,
        "agency": {"id": agency.id, "name_th": agency.name.th, "name_en": agency.name.en},
        "standing": agency.site.standing,
        "notice": {str(lang): notice(agency, lang) for lang in Lang},
        "data_as_of": plan.announcement.date.isoformat() if plan.announcement else None,
        "forms": [_form(edition, form) for form in edition.coverage],
        "pages": {},
        "files": {},
    }
    return json_lines(content)


def _form(edition: Edition, form: Coverage) -> dict[str, object]:
    return {
        "fiscal_year": int(form.year),
        "taken_from": form.catalogue.taken_from and int(form.catalogue.taken_from),
        "page": f"ita/{int(form.year)}/index.html",
        "estimated_points": plain(form.points()),
        "items": [_item(edition, form, covered) for covered in form.items],
    }


def _item(edition: Edition, form: Coverage, covered: ItemCoverage) -> dict[str, object]:
    unit = edition.disclosure.unit_for(covered.item.topic)
    elements = [_element(element) for element in covered.elements]
    return {
        "code": covered.item.code,
        "topic": covered.item.topic,
        "title": _both(covered.item.title),
        "title_wording": covered.item.confidence,
        "unit": unit.id if unit else None,
        "status": covered.status,
        "measured_against": int(covered.demand.of),
        "lights": {
            "published": covered.is_shown,
            "complete": covered.is_complete,
            "checked": covered.checked,
        },
        "dates": _dates(covered),
        "months_lacking": [str(month) for month in covered.lacking],
        "not_applicable": _both(covered.waiver.why) if covered.waiver else None,
        "nothing_to_report": _both(covered.nothing) if covered.nothing else None,
        "page": f"ita/{int(form.year)}/{covered.item.code.lower()}/index.html",
        "elements": elements,
        "hash": covered.fingerprint,
    }


def _both(text: Text) -> dict[str, str | None]:
    return {"th": text.th, "en": text.en}


def _dates(covered: ItemCoverage) -> dict[str, object]:
    """Four dates that are never mixed; null where one is not known."""
    dates = covered.dates
    return {
        "as_of": dates.as_of and dates.as_of.isoformat(),
        "published": dates.published and dates.published.isoformat(),
        "changed": dates.changed and dates.changed.isoformat(),
        "due": dates.due and dates.due.isoformat(),
        "due_inferred": dates.due_inferred,
    }


def _element(covered: ElementCoverage) -> dict[str, object]:
    proof = covered.proof
    return {
        "key": covered.key,
        "shown": proof is not None,
        "means": proof.means if proof else None,
        "page": _address(proof) if proof else None,
        "anchor": proof.anchor if proof else None,
        "seen_th": proof.seen.th if proof else None,
        "seen_en": proof.seen.en if proof else None,
        "wording": covered.element.confidence,
    }


def _address(proof: Proof) -> str:
    """Of a page or a file below the site's root, or an outside address."""
    on_page = proof.means not in {Means.FILE, Means.ADDRESS}
    return f"{proof.path}/index.html" if on_page else proof.path

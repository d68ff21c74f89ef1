"""`disclosure-index.json`: what a site holds of each ITA form, for checkers that need not crawl."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from generator.formats import plain
from generator.model.base import Lang
from generator.notice import notice

if TYPE_CHECKING:
    from generator.coverage import Coverage, ElementCoverage, ItemCoverage
    from generator.edition import Edition

VERSION = 1
"""Of the file's form; it goes up when a reader of the old form would go wrong."""


def index_file(edition: Edition) -> bytes:
    """Every item with its status, elements and addresses, the same bytes for the same data."""
    agency, plan = edition.disclosure.agency, edition.disclosure.plan
    content = {
        "version": VERSION,
        "agency": {"id": agency.id, "name_th": agency.name.th, "name_en": agency.name.en},
        "standing": agency.site.standing,
        "notice": {str(lang): notice(agency, lang) for lang in Lang},
        "data_as_of": plan.announcement.date.isoformat() if plan.announcement else None,
        "forms": [_form(form) for form in edition.coverage],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _form(form: Coverage) -> dict[str, object]:
    return {
        "fiscal_year": int(form.year),
        "page": f"ita/{int(form.year)}/index.html",
        "estimated_points": plain(form.points()),
        "items": [_item(form, covered) for covered in form.items],
    }


def _item(form: Coverage, covered: ItemCoverage) -> dict[str, object]:
    elements = [_element(element) for element in covered.elements]
    return {
        "code": covered.item.code,
        "topic": covered.item.topic,
        "status": covered.status,
        "page": f"ita/{int(form.year)}/{covered.item.code.lower()}/index.html",
        "elements": elements,
        "hash": _hash(covered, elements),
    }


def _element(covered: ElementCoverage) -> dict[str, object]:
    proof = covered.proof
    return {
        "key": covered.part or covered.element.key,
        "shown": proof is not None,
        "page": f"{proof.path}/index.html" if proof else None,
        "anchor": proof.anchor if proof else None,
        "seen_th": proof.seen.th if proof else None,
        "seen_en": proof.seen.en if proof else None,
        "wording": covered.element.confidence,
    }


def _hash(covered: ItemCoverage, elements: list[dict[str, object]]) -> str:
    """Changes when what is shown or what is asked for changes, and only then."""
    asked = [covered.item.title.th, *(element.element.th for element in covered.elements)]
    text = json.dumps([asked, elements], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

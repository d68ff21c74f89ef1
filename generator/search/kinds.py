"""Kinds of pages by which results are told apart and narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.wording import wording

if TYPE_CHECKING:
    from generator.model.base import Lang

OF_FOLDER = {
    "items": "item",
    "plan": "plan",
    "dimensions": "plan",
    "results": "plan",
    "declaration": "integrity",
    "risk": "integrity",
    "no-gift": "integrity",
    "units": "agency",
    "structure": "agency",
    "contact": "agency",
    "about": "agency",
    "procurement": "procurement",
    "complaints": "complaints",
    "ita": "ita",
    "data": "data",
}
"""The first folder of a page's address → its kind; everything else is a page of its own."""


def kind_of(path: str) -> str:
    """The kind of the page at an address."""
    return OF_FOLDER.get(path.split("/", maxsplit=1)[0], "page")


def kinds(lang: Lang) -> dict[str, str]:
    """Each kind in words."""
    _ = wording(lang)
    return {
        "item": _("Plan items"),
        "plan": _("Plan and results"),
        "integrity": _("Integrity and risk"),
        "agency": _("Agency and units"),
        "procurement": _("Procurement"),
        "complaints": _("Complaints"),
        "ita": _("Items of the ITA form"),
        "data": _("Open data"),
        "page": _("Other pages"),
    }

"""Whether an index that came from a server has the shape that a visit relies on.

The index is written by whoever holds the site; nothing in it is trusted before it was looked at.
"""

from __future__ import annotations

from typing import Any

from generator.visit.fetch import is_below

MOST_FILES = 50_000
"""Pages and data files together; a site that names more is not visited."""
ITEM = {"code": str, "status": str, "page": str, "elements": list}
FORM = {"fiscal_year": int, "page": str, "items": list}
ELEMENT = {"key": str, "shown": bool, "page": (str, type(None)), "anchor": (str, type(None))}


def fits(index: Any) -> bool:
    """Whether forms, items, elements and files are told as the published schema says."""
    if not isinstance(index, dict) or not _is_list(index.get("forms"), FORM):
        return False
    items = [item for form in index["forms"] for item in form["items"]]
    if not _is_list(items, ITEM):
        return False
    elements = [element for item in items for element in item["elements"]]
    return _is_list(elements, ELEMENT) and _names_files(index, items, elements)


def _is_list(values: Any, shape: dict[str, Any]) -> bool:
    return isinstance(values, list) and all(
        isinstance(value, dict) and all(isinstance(value.get(k), kind) for k, kind in shape.items())
        for value in values
    )


def _names_files(index: dict[str, Any], items: list[Any], elements: list[Any]) -> bool:
    pages, files = index.get("pages"), index.get("files")
    if not isinstance(pages, dict) or not isinstance(files, dict):
        return False
    named = [*pages, *files, *(one["page"] for one in (*index["forms"], *items))]
    named += [one["page"] for one in elements if one["page"] and "://" not in one["page"]]
    sealed = all(
        isinstance(said, dict) and isinstance(said.get("sha256"), str) for said in files.values()
    )
    return sealed and len(named) < MOST_FILES and all(map(is_below, named))

"""One page from the data as it is now, while the rest of the site is still as it was.

Whoever edits a record looks at one page. It is made first and alone, in a fraction of what the site
takes; it is the same page, by the same code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.edition import Edition
from generator.inspection import inspected, is_faulty
from generator.model.base import Lang
from generator.pages import page_at
from generator.pages.frame import frame
from generator.privacy.gate import gate
from generator.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from generator.site.theme import Theme

INDEX = "index.html"


def preview(folder: Path, theme: Theme, addresses: list[str]) -> dict[str, bytes]:
    """Those of the pages that can be made alone, by their files below the site's root.

    Empty where the data has errors, or tells of a person what it must not: then the site is to say so.
    """
    disclosure, problems = inspected(folder)
    if disclosure is None or is_faulty(problems):
        return {}
    edition, made = Edition.of(disclosure), {}
    for address in addresses:
        page = page_at(edition, *_place(address)) if address.endswith(INDEX) else None
        if page is None:
            continue
        html = render(page)
        if any(True for _ in gate(address, html, disclosure)):
            return {}
        made[address] = theme.document(frame(page, edition), html).encode("utf-8")
    return made


def _place(address: str) -> tuple[Lang, str]:
    """Language and path of a page by its file: `en/items/p-01/index.html`."""
    folder = address.removesuffix(INDEX).strip("/")
    first, _, rest = folder.partition("/")
    return (Lang.EN, rest) if first == "en" else (Lang.TH, folder)

"""One page from the data as it is now, while the rest of the site is still as it was.

Whoever edits a record looks at one page. It is made first and alone, in a fraction of what the site
takes; it is the same page, by the same code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import DECIDABLE, checked
from generator.diagnostics import Severity
from generator.edition import Edition
from generator.load import load
from generator.model.base import Lang
from generator.pages import page_at
from generator.pages.frame import frame
from generator.site import finished

if TYPE_CHECKING:
    from pathlib import Path

    from generator.theme import Theme

INDEX = "index.html"


def preview(folder: Path, theme: Theme, addresses: list[str]) -> dict[str, bytes]:
    """Those of the pages that can be made alone, by their files below the site's root.

    Empty where the data has errors: then the site is to say so.
    """
    disclosure, problems = load(folder)
    if disclosure is None:
        return {}
    found = [*problems, *checked(disclosure)]
    if any(one.rule.severity is Severity.ERROR and one.rule.code not in DECIDABLE for one in found):
        return {}
    edition, made = Edition.of(disclosure), {}
    for address in addresses:
        page = page_at(edition, *_place(address)) if address.endswith(INDEX) else None
        if page:
            document = theme.document(frame(page, edition), finished(page).html)
            made[address] = document.encode("utf-8")
    return made


def _place(address: str) -> tuple[Lang, str]:
    """Language and path of a page by its file: `en/items/p-01/index.html`."""
    folder = address.removesuffix(INDEX).strip("/")
    first, _, rest = folder.partition("/")
    return (Lang.EN, rest) if first == "en" else (Lang.TH, folder)

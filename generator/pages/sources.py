"""Where the wording of an ITA item was read: the public copies by which a reader can check it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.cache.once import once
from generator.frozen import frozen
from generator.model.catalogue import RECALL

if TYPE_CHECKING:
    from generator.coverage import Coverage, ItemCoverage
    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.catalogue import OitCatalogue
    from generator.pages.base import Here


@frozen(kw_only=True)
class SourceRow:
    """A public copy of the form."""

    id: str
    anchor: str
    text: Phrase
    address: str
    shown: str
    """The address as people read it: Thai letters in it are Thai letters."""


def source_rows(here: Here, form: OitCatalogue) -> tuple[SourceRow, ...]:
    """Every source of a form."""
    return _rows(form, here.lang)


@once
def _rows(form: OitCatalogue, lang: Lang) -> tuple[SourceRow, ...]:
    """The same on every page of a language."""
    return tuple(
        SourceRow(
            id=source.id,
            anchor=source_anchor(source.id),
            text=source.phrase(lang),
            address=source.address or "",
            shown=unquote(source.address or ""),
        )
        for source in form.sources
    )


def sources_of(
    here: Here, edition: Edition, form: Coverage, covered: ItemCoverage
) -> tuple[SourceRow, ...]:
    """The sources of an item's title and elements, which may be those of an earlier year's form."""
    named = {*covered.item.sources, *(e.element.source for e in covered.elements)}
    of = covered.demand.of
    forms = [form.catalogue, *(f for f in edition.disclosure.catalogues if f.fiscal_year == of)]
    rows = {row.id: row for one in reversed(forms) for row in source_rows(here, one)}
    return tuple(rows[name] for name in sorted(named & rows.keys()))


def source_anchor(name: str) -> str:
    """Where a source stands on a page; empty for what is recalled and was read nowhere."""
    return "" if name == RECALL else f"source-{name.lower()}"

"""News of the year, as pages that officers wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.fingerprint import fingerprint
from generator.model.article import NEWS
from generator.proofs.proof import Means, Proof

if TYPE_CHECKING:
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.proofs.proof import Prove


def _news(disclosure: Disclosure, year: FiscalYear) -> Proof | None:
    """News whose day lies in the fiscal year; the form speaks of work under the agency's powers."""
    found = [a for a in disclosure.articles if a.head.topic == NEWS and a.covers(year)]
    if not found:
        return None
    number = len(found)
    return Proof(
        "news",
        "",
        Words(
            f"ข่าวในปีงบประมาณ {int(year)} {number} ข่าว",
            f"news of fiscal year B.E. {int(year)}: {number}",
        ),
        Means.SECTION,
        max(article.head.as_of for article in found),
        fingerprint([(article.slug, article.thai.text) for article in found]),
    )


PROOFS: dict[tuple[str, str], Prove] = {("news", "news"): _news, ("news", "current-year"): _news}

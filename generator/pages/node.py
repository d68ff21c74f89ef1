"""One page for each dimension, issue or goal: the top level of the plan's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.disclosure import total
from generator.pages.base import Here, Link, Page
from generator.pages.contradictions import Discrepancy, discrepancies
from generator.pages.items import item_narrowing
from generator.pages.plan import Branch, all_rows, branch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.model.plan import Node
    from generator.pages.narrowing import Narrowing


@frozen(kw_only=True)
class NodePage(Page):
    """A dimension with its areas and items."""

    template: ClassVar[str] = "node.html"

    branch: Branch
    narrowing: Narrowing | None
    heads: tuple[str, ...]
    budget: tuple[str, ...]
    """Baht of each year and of all; empty where there is none."""
    discrepancies: tuple[Discrepancy, ...]
    previous: Link | None
    next: Link | None


def pages(edition: Edition, lang: Lang) -> Iterator[NodePage]:
    """A page for each node at the top."""
    nodes = edition.disclosure.plan.nodes
    for number, node in enumerate(nodes):
        before = nodes[number - 1] if number else None
        after = nodes[number + 1] if number + 1 < len(nodes) else None
        yield _page(edition, Here(lang, f"dimensions/{node.code}"), node, before, after)


def _page(
    edition: Edition, here: Here, node: Node, before: Node | None, after: Node | None
) -> NodePage:
    _, disclosure = here.words, edition.disclosure
    inside = disclosure.items_in(node)
    whole = branch(here, edition, node, 0)
    below = [found for child in node.walk() for found in edition.about(child.code)]
    return NodePage(
        here=here,
        title=f"{whole.level} {node.code}: {whole.title}",
        description=_(
            "{number} in this part of the plan: {title}",
            number=whole.number,
            title=f"{whole.level} {node.code} {whole.title}",
        ),
        trail=(Link(here.text(disclosure.plan.short_title), here.to("plan")),),
        branch=whole,
        narrowing=item_narrowing(
            here, edition, all_rows([whole]), "year", "unit", "kind", "budget"
        ),
        heads=(*(formats.fiscal_year(year, here.lang) for year in disclosure.years), _("Total")),
        budget=tuple(
            formats.baht(total(inside, disclosure.years, year))
            for year in (*disclosure.years, None)
        )
        if total(inside, disclosure.years)
        else (),
        discrepancies=discrepancies(here, edition, below),
        previous=_link(here, before),
        next=_link(here, after),
    )


def _link(here: Here, node: Node | None) -> Link | None:
    return (
        None
        if node is None
        else Link(here.text(node.shown_title), here.to(f"dimensions/{node.code}"))
    )

"""The posts of an agency, on the political and the permanent side, and who holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.people import Rank, Side
from generator.pages.base import Here
from generator.pages.narrowing import Way, marks
from generator.pages.records.posts import tree
from generator.pages.records.tables import Block, Cell, Told

if TYPE_CHECKING:
    from generator.model.base import Id, Lang
    from generator.model.people import People, Post
    from generator.wording import Wording


def structure(lang: Lang, people: People) -> Told:
    """The chart of posts, then each side's posts as a table."""
    here = Here(lang, "structure")
    _ = here.words
    sides = ((Side.POLITICAL, _("Political side")), (Side.PERMANENT, _("Permanent side")))
    return Told(
        here=here,
        title=_("Structure and executives"),
        about=_("The posts of the agency, on the political and the permanent side"),
        as_of=people.as_of,
        blocks=(
            Block(
                anchor="chart",
                title=_("Chart of posts"),
                trees=tuple(
                    tree(here, people, side, name) for side, name in sides if people.of(side)
                ),
            ),
            *(_side(here, people, side, name) for side, name in sides),
        ),
        ways=(
            Way(name="side", label=_("Side"), values={str(side): name for side, name in sides}),
            Way(name="rank", label=_("Rank"), values=_rank_words(_)),
        ),
    )


def _side(here: Here, people: People, side: Side, name: str) -> Block:
    _, posts = here.words, {post.id: post for post in people.posts}
    return Block(
        anchor=str(side),
        title=name,
        heads=(_("Photograph"), _("Position"), _("Name"), _("Rank"), _("Above it"), _("Contact")),
        rows=tuple(_post(here, post, posts) for post in people.of(side)),
        marks=tuple(marks(side=side, rank=post.rank) for post in people.of(side)),
    )


def _rank_words(_: Wording) -> dict[str, str]:
    """The highest first."""
    return {
        Rank.CHIEF: _("Chief"),
        Rank.DEPUTY: _("Deputy"),
        Rank.COUNCIL: _("Council"),
        Rank.HEAD: _("Head of a unit"),
        Rank.STAFF: _("Staff"),
    }


def _post(here: Here, post: Post, posts: dict[Id, Post]) -> tuple[Cell, ...]:
    _ = here.words
    above = posts.get(post.under) if post.under else None
    position = here.text(post.position)
    return (
        Cell(position, picture=here.shared(f"files/{post.photo}")) if post.photo else Cell("–"),
        Cell(position),
        Cell(here.text(post.name) if post.name else _("Vacant")),
        Cell(_rank_words(_)[post.rank]),
        Cell(here.text(above.position) if above else "–"),
        Cell(" · ".join(part for part in (post.phone, post.email) if part) or "–"),
    )

"""The posts of an agency as a chart: each stands below the one that leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen

if TYPE_CHECKING:
    from generator.model.base import Phrase
    from generator.model.people import People, Post, Side
    from generator.pages.base import Here


@frozen(kw_only=True)
class Branch:
    """A post with the posts right below it."""

    name: Phrase | str
    """The position."""
    holder: Phrase | str
    """Who holds it, or that it is vacant."""
    vacant: bool
    below: tuple[Branch, ...]


@frozen(kw_only=True)
class Tree:
    """A side of the agency from its top."""

    name: str
    branches: tuple[Branch, ...]


def tree(here: Here, people: People, side: Side, name: str) -> Tree:
    """A side's posts; the topmost are those whom nobody of the side leads."""
    return Tree(name=name, branches=_below(here, people, side, None))


def _below(here: Here, people: People, side: Side, post: Post | None) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            name=here.text(one.position),
            holder=here.text(one.name) if one.name else here.words("Vacant"),
            vacant=one.name is None,
            below=_below(here, people, side, one),
        )
        for one in people.below(post, side)
    )

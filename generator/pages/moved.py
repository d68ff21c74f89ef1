"""What stands at an address that is no longer used: the way to the new one, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.pages.base import Here, Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.moved import Redirect, Withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Page):
    """A page that leads to another, at once or by a link."""

    template: ClassVar[str] = "redirect.html"

    target: Link
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage(Page):
    """A page that says what stood here and why it was withdrawn."""

    template: ClassVar[str] = "withdrawn.html"

    was: Phrase
    since: str
    why: Phrase


def pages(edition: Edition, lang: Lang) -> Iterator[Page]:
    """A page at each address that moved or was withdrawn."""
    moved = edition.disclosure.moved
    for redirect in moved.redirects:
        yield _redirect(Here(lang, redirect.from_), redirect)
    for withdrawn in moved.withdrawn:
        yield _withdrawn(Here(lang, withdrawn.address), withdrawn)


def _redirect(here: Here, redirect: Redirect) -> RedirectPage:
    _ = here.words
    path, _hash, anchor = redirect.to.partition("#")
    href = here.to(path, anchor)
    return RedirectPage(
        here=here,
        title=_("This page has moved"),
        description=_("This page has moved; its new address is {address}", address=f"/{path}"),
        moved_to=href,
        target=Link(_("Go to the new address"), href),
        since=formats.day(redirect.on, here.lang),
    )


def _withdrawn(here: Here, withdrawn: Withdrawn) -> WithdrawnPage:
    _, was = here.words, here.text(withdrawn.title)
    return WithdrawnPage(
        here=here,
        title=_("Withdrawn: {title}", title=was),
        description=_("What stood at this address was withdrawn; the reason is given here"),
        was=was,
        since=formats.day(withdrawn.on, here.lang),
        why=here.text(withdrawn.why),
    )

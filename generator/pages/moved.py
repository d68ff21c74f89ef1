"""What stands at an address that is no longer used: the way to the new one, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator import formats
from generator.frozen import frozen
from generator.model.moved import Redirect
from generator.pages.base import Here, Link, Page, Searched

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from generator.edition import Edition
    from generator.model.base import Lang, Phrase
    from generator.model.moved import Withdrawn


@frozen(kw_only=True)
class RedirectPage(Page):
    """A page that leads to another, at once or by a link."""

    template: ClassVar[str] = "redirect.html"
    searched: ClassVar[Searched] = "no"

    target: Link
    since: str


@frozen(kw_only=True)
class WithdrawnPage(Page):
    """A page that says what stood here and why it was withdrawn."""

    template: ClassVar[str] = "withdrawn.html"
    searched: ClassVar[Searched] = "no"

    was: Phrase
    since: str
    why: Phrase


def pages(edition: Edition, lang: Lang, in_use: Container[str]) -> Iterator[Page]:
    """A page at each address that moved or was withdrawn."""
    disclosure = edition.disclosure
    published = disclosure.ledger.addresses if disclosure.ledger else ()
    for address, entry in disclosure.moved.told_of(published, in_use).items():
        here = Here(lang, address)
        yield _redirect(here, entry) if isinstance(entry, Redirect) else _withdrawn(here, entry)


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

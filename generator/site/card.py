"""The picture that a messenger shows beside an address: the page's title, large, and whose it is."""

from __future__ import annotations

from importlib import import_module

from generator.cache import kept
from generator.frozen import frozen


@frozen
class Card:
    """What stands on a picture."""

    title: str
    agency: str
    notice: str
    """That the agency or its figures are not official; empty on an official site."""


@kept
def card(content: Card) -> bytes:
    """The picture as PNG, the same bytes for the same words."""
    drawn: bytes = import_module("generator.site.drawn_card").drawn(
        content
    )  # its libraries are heavy
    return drawn

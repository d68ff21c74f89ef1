"""The way to a page in words, as officers write it for the assessor: "Home → Plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.frame import navigation

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.pages.base import Here


def click_path(here: Here, edition: Edition, path: str) -> str:
    """What a visitor presses, from the home page to a page that the navigation or foot names."""
    _ = here.words
    target = here.to(path)
    names = {link.href: str(link.text) for link in navigation(here, edition)}
    last = names.get(target) or {"contact": _("Contact")}.get(path, path)
    return f"{_('Home')} → {last}"

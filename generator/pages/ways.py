"""The way to a page in words, as officers write it for the assessor: "Home → Complaints → 2569".

The words are those that a visitor reads on the links: the name in the navigation or the foot, the
titles of the pages above. They are taken from the pages themselves, so they cannot grow old.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.base import Here
from generator.pages.frame import foot, navigation

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.base import Page


class Ways:
    """The ways to the pages of one language that were made so far."""

    def __init__(self, edition: Edition, lang: Lang) -> None:
        home = Here(lang, "")
        self.lang = lang
        self.home = home.words("Home")
        links = (*foot(home.level), *navigation(home.level, edition))
        self.labels = {link.href: str(link.text) for link in links}
        self.known: dict[str, str] = {}

    def add(self, page: Page) -> None:
        """A page that can be gone to."""
        path = page.here.path
        above = [str(link.text) for link in page.trail]
        last = self.labels.get(Here(page.here.lang, "").to(path)) or page.called or str(page.title)
        self.known[path] = " → ".join([self.home, *above, last])

    def to(self, path: str) -> str:
        """What a visitor presses, from the home page to the page at a path."""
        label = self.labels.get(Here(self.lang, "").to(path), path)
        return self.known.get(path) or f"{self.home} → {label}"

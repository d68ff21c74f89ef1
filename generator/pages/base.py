"""What every page is made of: where it stands, how it links, the frame around it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from generator.frozen import frozen
from generator.model.base import Lang, Phrase, Text
from generator.wording import Wording, wording

if TYPE_CHECKING:
    from generator.diagnostics import Words

THAI = re.compile("[\u0e01-\u0e2e]")


@frozen
class Level:
    """The pages of a language that stand equally deep: whatever they link to, their links are the same."""

    lang: Lang
    root: str
    """From there to the site's root: "" or "../../"."""

    @property
    def words(self) -> Wording:
        """The interface words of its language."""
        return wording(self.lang)

    def to(self, path: str, anchor: str = "") -> str:
        """The address of a page of the same language.

        Addresses name `index.html`, so that they work from a folder on a disk as they do on a
        server.
        """
        return self.root + _file(self.lang, path) + (f"#{anchor}" if anchor else "")


@frozen
class Here:
    """A page in one language: the place from which links are drawn and words are chosen."""

    lang: Lang
    path: str
    """Folder of the page below its language, without slashes at the ends; "" is the home page."""

    @property
    def words(self) -> Wording:
        """The interface words of its language."""
        return wording(self.lang)

    @property
    def file(self) -> str:
        """Its file below the site's root."""
        return _file(self.lang, self.path)

    @property
    def root(self) -> str:
        """From here to the site's root: "" or "../../"."""
        return "../" * self.file.count("/")

    @property
    def level(self) -> Level:
        """It and the pages that stand as deep."""
        return _level(self.lang, self.root)

    def to(self, path: str, anchor: str = "") -> str:
        """The address of another page of the same language, from here."""
        return self.level.to(path, anchor)

    def shared(self, path: str) -> str:
        """The address of a file that both languages share, from here."""
        return self.root + path

    def other(self) -> str:
        """The address of this page in the other language, from here."""
        return self.root + _file(self.lang.other, self.path)

    def text(self, text: Text) -> Phrase:
        """Words of the data in this language."""
        return text.phrase(self.lang)

    def written(self, text: str) -> Phrase:
        """Words of the data that come in one language alone, a supplier's name, marked as the language they are."""
        return Phrase(text, Lang.TH if THAI.search(text) else self.lang, self.lang)

    def say(self, words: Words) -> str:
        """Words that code holds in both languages."""
        return words.th if self.lang is Lang.TH else words.en


_level = cache(Level)


@cache
def _file(lang: Lang, path: str) -> str:
    parts = [*(["en"] if lang is Lang.EN else []), *path.split("/"), "index.html"]
    return "/".join(part for part in parts if part)


@frozen
class Link:
    """Words that lead somewhere."""

    text: str | Phrase
    href: str
    current: bool = False


Searched = Literal["whole", "headings", "no"]
"""How much of a page the search index holds; of a list, whose lines are pages, only the headings."""


@frozen(kw_only=True)
class Page:
    """A page in one language: finished words, nothing left to decide."""

    template: ClassVar[str]
    """Name of its template."""
    searched: ClassVar[Searched] = "whole"

    here: Here
    title: str | Phrase
    description: str
    """One sentence for search engines and for people who are sent the address."""
    trail: tuple[Link, ...] = ()
    """The pages above it, from the top."""
    called: str = ""
    """What the link to it says, where that is not its title."""
    moved_to: str = ""
    """Address of the page that took its place, from here; empty on every page that is in use."""

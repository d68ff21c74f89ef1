"""The theme's folder: the document around a page's content, and the files that every page asks for.

Nothing of Material is sent to readers: the theme's own stylesheet says the whole, and its 30 KB were
most of what a phone had to fetch first. `main.html` is written so that MkDocs, which renders it too,
makes the same document of it. What many pages have in common, `around.html`, is drawn once for them.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.cache.once import once
from generator.frozen import frozen
from generator.pages.frame import LEVELS
from generator.site import SiteFile
from generator.typography import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Template

    from generator.pages.frame import Frame, Surroundings

STYLESHEETS = ("assets/css/site.css",)
"""Addresses of the stylesheets, in the order in which they count."""
WHERE = "\x1e"
"""Stands where the content is put in; no text has it."""
UNPUBLISHED = (".html", ".py", ".md")
"""Kinds of files in a theme's folder that MkDocs does not publish, nor do we."""


@frozen
class Drawn:
    """What surrounds many pages, as HTML: in the head, above what is the page's own, and below it."""

    links: Markup
    bar: Markup
    ways: Markup
    foot: Markup


class Theme:
    """The folder `theme/` of a project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._templates = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=True,  # `main.html` switches it on by itself too, since MkDocs does not
            auto_reload=False,
        )
        self._templates.filters["unbroken"] = _unbroken

    @cached_property
    def _main(self) -> Template:
        return self._templates.get_template("main.html")

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """Addresses of the stylesheets, in the order in which they count."""
        return STYLESHEETS

    def document(self, frame: Frame, content: str) -> str:
        """A whole page: the frame with the content in it."""
        parts = {"drawn": self.drawn(frame.around), "has_lists": has_lists(content)}
        around = self._main.render(frame=frame, content=WHERE, **parts)
        return around.replace(
            WHERE, content
        )  # the book is long, and a template copies what it prints

    def drawn(self, around: Surroundings) -> Drawn:
        """What surrounds a page and those beside it, for `main.html`."""
        return _drawn(around, self._around)

    @cached_property
    def _around(self) -> Template:
        return self._templates.get_template("around.html")

    def files(self, home: Frame) -> Iterator[SiteFile]:
        """What is published beside the pages: stylesheets, scripts, typefaces, the page of 404.

        That page is shown at any address, so its own links begin at the root of the server, below
        which the home page tells where the site is.
        """
        template = self._templates.get_template("404.html")
        root = urlsplit(home.address).path or "/"
        lost = template.render(root=root, stylesheets=self.stylesheets)
        yield SiteFile("404.html", lost.encode("utf-8"))
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not _is_hidden(path, self.folder):
                yield SiteFile(path.relative_to(self.folder).as_posix(), path.read_bytes())


def has_lists(content: str) -> bool:
    """Whether a page has a list that can be narrowed, and needs the script that does it."""
    return "data-narrow" in content


def _unbroken(words: str) -> Markup:
    return Markup(unbroken(str(escape(words))))  # noqa: S704 - escaped


@partial(once, most=LEVELS)
def _drawn(around: Surroundings, template: Template) -> Drawn:
    parts: Any = template.make_module({"around": around, "stylesheets": STYLESHEETS})
    return Drawn(parts.links(), parts.bar(), parts.ways(), parts.foot())


def _is_hidden(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return path.suffix in UNPUBLISHED or any(part.startswith(".") for part in parts)

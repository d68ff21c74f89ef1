"""The theme's folder: the document around a page's content, and the files that every page asks for.

Material gives the stylesheet that ours is laid over; nothing else of it is used. `main.html` is
written so that MkDocs, which renders it too, makes the same document of it.
"""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.cache import key_of, program
from generator.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from generator.pages.frame import Frame

OWN_SHEETS = ("assets/css/site.css",)
MATERIAL_SHEETS = ("main.*.min.css", "palette.*.min.css")
UNPUBLISHED = (".html", ".py", ".md")
"""Kinds of files in a theme's folder that MkDocs does not publish, nor do we."""


class Theme:
    """The folder `theme/` of a project, with what of Material goes with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._templates = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=False,  # noqa: S701 - the templates switch it on, since MkDocs does not
            auto_reload=False,
        )

    @cached_property
    def _main(self) -> Template:
        return self._templates.get_template("main.html")

    @cached_property
    def _material(self) -> dict[str, Path]:
        """Address and place of Material's stylesheets, whose names hold a hash of their content."""
        found = find_spec("material")
        places = found.submodule_search_locations if found else None
        if not places:
            raise ModuleNotFoundError("mkdocs-material")
        folder = Path(places[0]) / "templates" / "assets" / "stylesheets"
        return {
            f"assets/stylesheets/{path.name}": path
            for pattern in MATERIAL_SHEETS
            for path in sorted(folder.glob(pattern))
        }

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """Addresses of the stylesheets, in the order in which they count."""
        return (*self._material, *OWN_SHEETS)

    @cached_property
    def version(self) -> bytes:
        """The same as long as the same frame and content make the same document."""
        main = (self.folder / "main.html").read_bytes()
        return key_of(program(), main, self.stylesheets)

    def document(self, frame: Frame, content: str) -> str:
        """A whole page: the frame with the content in it."""
        whole = Markup(content)  # noqa: S704 - rendered by our templates, which escape
        return self._main.render(frame=frame, content=whole, stylesheets=self.stylesheets)

    def files(self, home: Frame) -> Iterator[SiteFile]:
        """What is published beside the pages: stylesheets, scripts, typefaces, the page of 404.

        That page is shown at any address, so its own links begin at the root of the server, below
        which the home page tells where the site is.
        """
        template = self._templates.get_template("404.html")
        root = urlsplit(home.address).path or "/"
        lost = template.render(root=root, stylesheets=self.stylesheets)
        yield SiteFile("404.html", lost.encode("utf-8"))
        for address, path in self._material.items():
            yield SiteFile(address, path.read_bytes())
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not _is_hidden(path, self.folder):
                yield SiteFile(path.relative_to(self.folder).as_posix(), path.read_bytes())


def _is_hidden(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return path.suffix in UNPUBLISHED or any(part.startswith(".") for part in parts)

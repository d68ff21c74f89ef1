"""A page's HTML as a link checker sees it, and what is broken in a folder of pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

THAI = re.compile("[\u0e01-\u0e2e]")
LOADED_FROM = ("src", "srcset", "poster", "data", "action", "formaction", "xlink:href", "cite")


class Seen(HTMLParser):
    """Addresses, ids, languages and visible words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.html_lang = ""
        self.twin: tuple[str, str] = ("", "")
        """Language and address of the switch between the languages."""
        self.title = ""
        self.foreign: list[str] = []
        """Thai words on a page or part that says it is English."""
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what the tag points at, and the language inside it."""
        a = {name: value or "" for name, value in attributes}
        lang = a.get("lang") or (self._open[-1][1] if self._open else "")
        if tag == "html":
            self.html_lang = lang
        if a.get("id"):
            assert a["id"] not in self.ids, f"the id {a['id']} stands twice"
            self.ids.add(a["id"])
        if a.get("class") == "head__tool" and "hreflang" in a:
            self.twin = (a["hreflang"], a["href"])
        if tag == "a" and "href" in a:
            self.links.append(a["href"])
        elif "href" in a and a.get("rel") not in {"canonical", "alternate"}:
            self.loads.append(a["href"])
        self.loads += [a[name] for name in LOADED_FROM if a.get(name)]
        if a.get("http-equiv") == "refresh":
            self.links.append(a["content"].partition("url=")[2])
        for name in ("aria-label", "title", "alt", "content"):
            if lang == "en" and THAI.search(a.get(name, "")):
                self.foreign.append(a[name])
        if tag not in {"meta", "link", "img", "br", "input", "hr", "path", "rect", "circle"}:
            self._open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        """Leave the language."""
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        """Words must be in the language that is said."""
        tag, lang = self._open[-1] if self._open else ("", "")
        if tag == "title":
            self.title += data
        if lang == "en" and THAI.search(data):
            self.foreign.append(data.strip())


def pages_of(site: Path) -> dict[str, Seen]:
    """Every page of a site by its address, without the one for lost visitors."""
    seen = {}
    for path in sorted(site.rglob("*.html")):
        page = Seen()
        page.feed(path.read_text(encoding="utf-8"))
        seen[path.relative_to(site).as_posix()] = page
    seen.pop("404.html", None)
    return seen


def broken_links(site: Path, pages: dict[str, Seen]) -> list[tuple[str, str]]:
    """Page and address of each link that leads to no file of the site, or to no id of a page.

    As a disk reads them: a folder is no page, and nothing above the site is part of it.
    """
    root = site.resolve()
    return [
        (name, address)
        for name, page in pages.items()
        for address in (*page.links, *page.loads)
        if not (urlsplit(address).scheme or urlsplit(address).netloc)
        and not _leads_somewhere(root, pages, name, address)
    ]


def _leads_somewhere(root: Path, pages: dict[str, Seen], name: str, address: str) -> bool:
    parts = urlsplit(address)
    path = unquote(parts.path)
    target = ((root / name).parent / path).resolve() if path else root / name
    if root not in target.parents or not target.is_file():
        return False
    if not parts.fragment or target.suffix != ".html":
        return True
    return unquote(parts.fragment) in pages[target.relative_to(root).as_posix()].ids

"""Hand-written Markdown → a tree of a closed set of elements. What is checked is what is published.

Paragraphs, headings with an explicit `{#key}`, lists, tables, quotations, bold, italic, links and
pictures: nothing else. HTML is text like any other, so it shows as it was typed and does nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.serializers import to_html_string
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADING_LINE = re.compile(r"^#{1,6}")
LEFT_OUT = {
    "preprocessors": ("html_block",),
    "blockprocessors": ("code", "setextheader", "reference", "hr"),
    "inlinePatterns": (
        "html", "entity", "autolink", "automail", "reference", "image_reference",
        "short_reference", "short_image_ref",
    ),
    "treeprocessors": ("prettify",),
}  # fmt: skip
"""Parts of Markdown that an officer would only meet by accident."""


class _Keys(Treeprocessor):
    """Takes `{#key}` off each heading; before the words in it are looked at."""

    def run(self, root: Element) -> None:
        """Every heading."""
        for heading in (part for part in root.iter() if part.tag in HEADINGS):
            title, begun, key = (heading.text or "").rstrip().rpartition("{#")
            if begun and key.find("}") == len(key) - 1:
                heading.text = title.rstrip()
                heading.set("id", key[:-1])


class _Kept(Treeprocessor):
    """Keeps the finished tree."""

    root: Element | None = None

    def run(self, root: Element) -> None:
        """The last step."""
        self.root = root


class _ClosedSet(Extension):
    """The closed set of what a page can hold."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Leave out, and take the keys."""
        parts: dict[str, Any] = {
            "preprocessors": md.preprocessors,
            "blockprocessors": md.parser.blockprocessors,
            "inlinePatterns": md.inlinePatterns,
            "treeprocessors": md.treeprocessors,
        }
        for name, left_out in LEFT_OUT.items():
            for one in left_out:
                parts[name].deregister(one)
        md.treeprocessors.register(_Keys(md), "keys", 30)
        md.treeprocessors.register(_Kept(md), "kept", -10)


@cache
def _reader() -> tuple[Markdown, _Kept]:
    """Markdown's own reader, which takes longer to make than most texts to read."""
    parts = [TableExtension(use_align_attribute=True), SaneListExtension(), _ClosedSet()]
    reader = Markdown(extensions=parts)
    kept = reader.treeprocessors["kept"]
    assert isinstance(kept, _Kept)  # noqa: S101 - registered above
    return reader, kept


@cache
def tree(text: str) -> Element:
    """The elements of a text. It is shared: whoever changes it copies it first."""
    reader, kept = _reader()
    kept.root = None
    reader.reset()
    reader.convert(text)
    return Element("div") if kept.root is None else kept.root


def words(element: Element) -> str:
    """The words of an element, single-spaced."""
    return " ".join("".join(element.itertext()).split())


def heading_lines(text: str) -> list[int]:
    """Numbers of the lines that begin a heading, from 1."""
    return [n for n, line in enumerate(text.split("\n"), 1) if HEADING_LINE.match(line)]


def sections(text: str) -> Iterator[tuple[Element, int, str]]:
    """Each heading, its line, and the words below it until the next of its level or above."""
    parts = list(tree(text))
    heads = [n for n, part in enumerate(parts) if part.tag in HEADINGS]
    for position, line in zip(heads, heading_lines(text), strict=False):
        head = parts[position]
        after = (n for n in heads if n > position and parts[n].tag <= head.tag)
        end = next(after, len(parts))
        body = (p for p in parts[position + 1 : end] if p.tag not in HEADINGS)
        yield head, line, " ".join(filter(None, (_content(part) for part in body)))


def _content(part: Element) -> str:
    pictures = " ".join(picture.get("alt", "") for picture in part.iter("img"))
    return f"{words(part)} {pictures}".strip()


def html(text: str, address: Callable[[str], str]) -> Markup:
    """The text as HTML with each link as `address` says; tables fold on a phone."""
    root = _copy(tree(text))
    for part in list(root.iter()):
        if part.tag == "a":
            _link(part, address)
        elif part.tag == "img":
            part.attrib = {"src": address(part.get("src", "")), "alt": part.get("alt", "")}
            part.set("loading", "lazy")
        elif part.tag == "table":
            _fold(part)
    inner = "".join(to_html_string(part) for part in root)
    return Markup(inner)  # noqa: S704 - made of the closed set; its words are escaped


def _copy(element: Element) -> Element:
    new = Element(element.tag, dict(element.attrib))
    new.text, new.tail = element.text, element.tail
    new.extend(_copy(part) for part in element)
    return new


def _link(link: Element, address: Callable[[str], str]) -> None:
    target = link.get("href", "")
    link.attrib = {"href": address(target)}
    if target.startswith("https:"):
        link.set("rel", "external nofollow")


def _hold_together(cell: Element) -> None:
    """One element around a cell's content, which stands beside its column's name on a phone."""
    inner = Element("span")
    inner.text, cell.text = cell.text, None
    inner.extend(list(cell))
    for part in list(cell):
        cell.remove(part)
    cell.append(inner)


def _fold(table: Element) -> None:
    """Names of columns beside the cells, for a screen too narrow for columns."""
    table.set("class", "sheet stack")
    names = [words(cell) for cell in table.iter("th")]
    for cell in table.iter("th"):
        cell.set("scope", "col")
    for row in (row for part in table.iter("tbody") for row in part.iter("tr")):
        for number, cell in enumerate(row):
            if number:
                cell.set("data-label", names[number])
                _hold_together(cell)
            else:
                cell.tag = "th"
                cell.set("scope", "row")
    for cell in (*table.iter("td"), *table.iter("th")):
        if cell.attrib.pop("align", "") == "right":
            cell.set("class", "num")

"""A page as a reader finds it: which places can be linked to, and whether anything stands there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
"""Tags that hold nothing and have no end."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
UNREAD = {"script", "style", "template"}
"""What a reader never sees."""


@dataclass(slots=True)
class Sections:
    """The places of a page by their anchors, with the length of what stands at each."""

    anchors: set[str] = field(default_factory=set)
    words: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Characters below an anchor: in its element, or after it if it is a heading's."""
    total: int = 0
    """Characters of the main part of the page."""

    def holds(self, anchor: str) -> bool:
        """Whether something can be read there; without an anchor, on the page at all."""
        return bool(self.words[anchor] if anchor else self.total)


def sections(html: str) -> Sections:
    """The places of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Follows a page from top to bottom with what is open at each point."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Sections()
        self.open: list[tuple[str, str]] = []
        """Tags that are not ended yet, with their anchors."""
        self.headed: list[tuple[int, str]] = []
        """Headings whose section is not over, with level and anchor."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id") or ""
        if anchor:
            self.found.anchors.add(anchor)
        if tag in HEADINGS:
            self.headed = [one for one in self.headed if one[0] < HEADINGS[tag]]
        if tag == "img":
            self._read(1)
        if tag not in VOID:
            self.open.append((tag, anchor))

    def handle_endtag(self, tag: str) -> None:
        if tag not in {name for name, _ in self.open}:
            return
        while True:
            name, anchor = self.open.pop()
            if name in HEADINGS and anchor:
                self.headed.append((HEADINGS[name], anchor))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._read(len("".join(data.split())))

    def _read(self, length: int) -> None:
        names = {name for name, _ in self.open}
        if not length or names & UNREAD or not names & {"main", "article"}:
            return
        self.found.total += length
        in_heading = names & HEADINGS.keys()
        for name, anchor in self.open:
            if anchor and name not in HEADINGS:
                self.found.words[anchor] += length
        if not in_heading:
            for _level, anchor in self.headed:
                self.found.words[anchor] += length

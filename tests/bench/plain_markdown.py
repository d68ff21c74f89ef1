"""The text of a finished page as plain Markdown, for engines whose work begins there."""

from __future__ import annotations

import re
from html.parser import HTMLParser

HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
BLOCKS = {*HEADINGS, "p", "li", "dt", "dd", "figcaption", "summary", "caption", "div", "section"}
UNREAD = {"svg", "script", "style", "template"}


def markdown(html: str) -> str:
    """Headings, paragraphs, lists, tables and links; what is drawn is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", reader.text()).strip() + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread = 0
        self.table: list[list[str]] | None = None
        self.links: list[str] = []

    def text(self) -> str:
        return "".join(self.parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self.unread += 1
        elif tag == "table":
            self.table = []
        elif self.table is not None:
            self._in_table(tag)
        elif tag == "a":
            self.links.append(dict(attrs).get("href") or "")
            self.parts.append("[")
        elif tag in BLOCKS:
            self.parts.append("\n- " if tag == "li" else f"\n\n{_mark(tag)}")

    def _in_table(self, tag: str) -> None:
        assert self.table is not None
        if tag == "tr":
            self.table.append([])
        elif tag in {"th", "td"} and self.table:
            self.table[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self.unread -= 1
        elif tag == "table" and self.table is not None:
            rows, self.table = self.table, None
            self.parts.append(_table([row for row in rows if row]))
        elif tag == "a" and self.table is None and self.links:
            self.parts.append(f"]({self.links.pop()})")
        elif tag in BLOCKS and self.table is None:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self.unread:
            return
        words = re.sub(r"\s+", " ", data)
        if self.table is None:
            self.parts.append(words)
        elif self.table and self.table[-1]:
            self.table[-1][-1] += words.replace("|", r"\|")


def _mark(tag: str) -> str:
    return f"{HEADINGS[tag]} " if tag in HEADINGS else ""


def _table(rows: list[list[str]]) -> str:
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    lines = [
        "| " + " | ".join([c.strip() for c in row] + [""] * (width - len(row))) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + " --- |" * width)
    return "\n\n" + "\n".join(lines) + "\n\n"

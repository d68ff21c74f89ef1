"""The file that a browser searches: every page's text, as numbers of its words.

A page is written once, as a string of characters that each stand for a word of the vocabulary. The
browser turns it back into the text, for the excerpt, and into the table of which word stands on
which page. That is a third smaller than text and table side by side, and both always agree.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.search.kinds import kind_of, kinds
from generator.search.text import headings, running_text, words
from generator.source import Scalar, Sequence, read

if TYPE_CHECKING:
    from generator.model.base import Lang
    from generator.pages.base import Page

VERSION = 1
"""Of the file's form; the script refuses another."""
SYNONYMS = Path(__file__).parent / "synonyms.yml"
FIRST_CHARACTER = 0x100
"""Stands for the most frequent word; below it are the characters that JSON and JavaScript escape."""
SURROGATES = range(0xD800, 0xE000)
GLUE = "\u2060"
"""Stands between two words that would get a space when the text is put together, and had none."""
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,.;:%)]$"), re.compile(r"[A-Za-z0-9(]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index holds it, its title and its text cut into words."""

    kind: str
    address: str
    title: tuple[str, ...]
    body: tuple[str, ...]


def entry(page: Page, fragment: str) -> Entry | None:
    """A page with its finished content; None for pages that say that they are not searched."""
    if page.searched == "no":
        return None
    body = headings(fragment) if page.searched == "headings" else running_text(fragment)
    text = f"{page.description}\n{body}" if body else page.description
    address = page.here.path
    return Entry(kind_of(address), address, _cut(str(page.title)), _cut(text))


class SearchIndex:
    """The pages of one language, gathered as they are made."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """The next page."""
        self.entries.append(entry)

    def file(self) -> bytes:
        """A script, not bare JSON: a page that is opened from a disk may run one, but not fetch."""
        uses = Counter(word for one in self.entries for word in (*one.title, *one.body))
        vocabulary = sorted(uses, key=lambda word: (-uses[word], word))
        sign = {word: _character(number) for number, word in enumerate(vocabulary)}
        content = {
            "version": VERSION,
            "words": vocabulary,
            "kinds": kinds(self.lang),
            "synonyms": synonyms(),
            "pages": [
                [one.kind, one.address, _signs(one.title, sign), _signs(one.body, sign)]
                for one in self.entries
            ],
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return f'disclosureIndex("{self.lang}",{text});\n'.encode()


def _cut(text: str) -> tuple[str, ...]:
    """Words, with the spaces left out that the script can put back by itself."""
    cut: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            cut.append("\n")
        cut += _without_plain_spaces(words(line))
    return tuple(cut)


@cache
def _without_plain_spaces(line: tuple[str, ...]) -> tuple[str, ...]:
    kept: list[str] = []
    for number, word in enumerate(line):
        before = line[number - 1] if number else ""
        after = line[number + 1] if number + 1 < len(line) else ""
        if word == " " and _joined_by_space(before, after):
            continue
        if before and before != " " and _joined_by_space(before, word):
            kept.append(GLUE)
        kept.append(word)
    return tuple(kept)


def _joined_by_space(before: str, after: str) -> bool:
    return bool(_LATIN_END.search(before) and _LATIN_START.match(after))


def _character(number: int) -> str:
    code = FIRST_CHARACTER + number
    return chr(code if code < SURROGATES.start else code + len(SURROGATES))


def _signs(cut: tuple[str, ...], sign: dict[str, str]) -> str:
    return "".join(sign[word] for word in cut)


@cache
def synonyms() -> list[list[str]]:
    """Groups of words, in both languages, of which each finds the others."""
    node, problems = read(SYNONYMS, SYNONYMS.name)
    if not isinstance(node, Sequence) or problems:
        raise ValueError(problems)
    return [
        [word.text for word in group.items if isinstance(word, Scalar)]
        for group in node.items
        if isinstance(group, Sequence)
    ]

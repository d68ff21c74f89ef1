"""The file that a browser searches: every page's text, as numbers of its words.

A page is written once, as a string of characters that each stand for a word of the vocabulary. The
browser turns it back into the text, for the excerpt, and into the table of which word stands on
which page. That is a third smaller than text and table side by side, and both always agree.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frozen import frozen
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
CUT = "\x1f"
"""Stands between two words while they wait for their characters; no text has it."""
_BEFORE, _AFTER = "[A-Za-z0-9,.;:%)]", "[A-Za-z0-9(]"
"""Between which characters the script puts a space by itself."""
_SPACED = re.compile(rf"{CUT} {CUT}(?={_AFTER})(?<={_BEFORE}{CUT} {CUT})")
_UNSPACED = re.compile(rf"{CUT}(?={_AFTER})(?<={_BEFORE}{CUT})")
"""Both begin with the mark itself, since Python seeks a plain character fastest."""


@frozen
class Entry:
    """A page as the index holds it: each word of its title and of its text is one character."""

    kind: str
    address: str
    title: str
    body: str


class SearchIndex:
    """The pages of one language, gathered as they are made."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.entries: list[Entry] = []
        self._signs = _Signs()

    def add(self, page: Page, cut_up: str) -> None:
        """The next page, with what is searched of it, cut into words; nothing if it is not searched."""
        if not cut_up:
            return
        title, _end, told = self._signs.of(cut_up).partition(self._signs["\n"])
        self.entries.append(Entry(kind_of(page.here.path), page.here.path, title, told))

    def file(self) -> bytes:
        """A script, not bare JSON: a page that is opened from a disk may run one, but not fetch."""
        vocabulary, final = self._by_use()
        content = {
            "version": VERSION,
            "words": vocabulary,
            "kinds": kinds(self.lang),
            "synonyms": synonyms(),
            "pages": [
                [one.kind, one.address, one.title.translate(final), one.body.translate(final)]
                for one in self.entries
            ],
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return f'disclosureIndex("{self.lang}",{text});\n'.encode()

    def _by_use(self) -> tuple[list[str], dict[int, str]]:
        """All words, the most frequent first, and the characters that they get for their places."""
        uses: Counter[str] = Counter()
        for one in self.entries:
            uses.update(one.title)
            uses.update(one.body)
        order = sorted(self._signs.items(), key=lambda pair: (-uses[pair[1]], pair[0]))
        final = {ord(sign): _character(place) for place, (_word, sign) in enumerate(order)}
        return [word for word, _sign in order], final


class _Signs(dict[str, str]):
    """A character for each word, in the order in which words are met."""

    def __missing__(self, word: str) -> str:
        sign = self[word] = _character(len(self))
        return sign

    def of(self, words: str) -> str:
        """A text that was cut, a character for each of its words."""
        return "".join(map(self.__getitem__, words.split(CUT))) if words else ""


def searched(page: Page, fragment: str) -> str:
    """What is searched of a page, cut into words; some pages say that they are not searched."""
    if page.searched == "no":
        return ""
    head = "\n".join(filter(None, (str(page.title), page.description)))
    body = headings(fragment) if page.searched == "headings" else running_text(fragment)
    lead, _end, rest = body.partition("\n")
    return cut("\n".join(filter(None, (head, rest if lead in head.split("\n") else body))))


def cut(text: str) -> str:
    """A text with a mark between its words; left out are spaces that the script can put back by itself."""
    marked = CUT.join(words(text))
    return _SPACED.sub(CUT, _UNSPACED.sub(CUT + GLUE + CUT, marked))


def _character(number: int) -> str:
    code = FIRST_CHARACTER + number
    return chr(code if code < SURROGATES.start else code + len(SURROGATES))


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

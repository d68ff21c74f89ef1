"""A form as its columns: from one declaration come template, recognition of heads, and messages.

To add a subject, declare its `Form` and register it in `generator/importers/forms.py`; `template`
then writes its workbook, `headers.tables` finds its tables, `body.lines` gives their lines.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.load.scalars import INVISIBLE, THAI_DIGITS

if TYPE_CHECKING:
    from generator.diagnostics import Words

_UNSEEN = str.maketrans(dict.fromkeys(INVISIBLE.replace(" ", "") + "\u00ad\u00a0", " "))
_SILENT = re.compile(r"[\s()\[\]{}.,:;/\\|\-–—_*\"'“”‘’#?!&+]+")


class Kind(StrEnum):
    """What a column holds; the template's formats and drop-downs follow from it."""

    TEXT = "text"
    CODE = "code"
    """Digits that are a name, not an amount: they are kept as text."""
    MONEY = "money"
    COUNT = "count"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    CHOICE = "choice"


@frozen
class Choice:
    """One of the words that a column allows."""

    value: str
    """As the data has it."""
    word: str
    """As the template offers it, in Thai."""
    also: tuple[str, ...] = ()
    """Patterns of other spellings, over the folded text."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a form."""

    key: str
    head: Words
    help: Words
    """What to write, for the template's messages and for errors."""
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[Choice, ...] = ()
    also: tuple[str, ...] = ()
    """Patterns of heads that other forms give this column, over the folded text."""
    offered: bool = True
    """Whether the template has it; columns of other forms are only recognized."""
    width: int = 18

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What a folded head of another form matches."""
        return tuple(re.compile(pattern) for pattern in self.also)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Its own heads, folded."""
        return frozenset((folded(self.head.th), folded(self.head.en)))


@dataclass(frozen=True, kw_only=True)
class Form:
    """A subject's table as officers fill it in."""

    subject: str
    version: int
    title: Words
    columns: tuple[Column, ...]
    sign: frozenset[str]
    """Columns without which a sheet is not such a table."""
    name: str
    """The column that names a line; a line without it continues the one above."""
    guide: tuple[Words, ...] = ()
    """What the template's first sheet tells."""
    _known: dict[str, Column | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def mark(self) -> str:
        """What a filled-in template is recognized by."""
        return f"disclosure template {self.subject} {self.version}"

    @property
    def offered(self) -> tuple[Column, ...]:
        """The template's columns."""
        return tuple(column for column in self.columns if column.offered)

    def column(self, key: str) -> Column:
        """The column with a key."""
        return self._keyed[key]

    @cached_property
    def _keyed(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    def headed(self, head: str) -> Column | None:
        """The column that a folded head names."""
        if head not in self._known:
            own = (c for c in self.columns if head in c.heads)
            also = (c for c in self.columns if any(p.fullmatch(head) for p in c.patterns))
            self._known[head] = next(chain(own, also), None)
        return self._known[head]


REMEMBERED = 2**12
"""Texts whose reading is kept: cells of a table repeat, and the same cell is looked at many times."""


@lru_cache(maxsize=REMEMBERED)
def tidy(text: str) -> str:
    """A text without what cannot be seen: one kind of spaces, vowels composed as a font shows them."""
    composed = unicodedata.normalize("NFC", text).replace("\u0e4d\u0e32", "\u0e33")
    composed = composed.replace("\u0e40\u0e40", "\u0e41").translate(_UNSEEN)
    return "\n".join(" ".join(line.split()) for line in composed.splitlines()).strip()


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """A text as heads and words are compared: no spaces, no punctuation, Arabic digits."""
    return _SILENT.sub("", tidy(text)).translate(THAI_DIGITS).lower().removesuffix("บาท")

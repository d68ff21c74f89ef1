"""Whether a PDF holds words, or only pictures of words."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = 40
"""Letters that a PDF must hold to be more than stamps and page numbers on a scan."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def has_words(path: Path) -> bool:
    """Whether the pages of a PDF hold text; a damaged or locked one holds none for us."""
    letters = 0
    try:
        for page in PdfReader(path).pages:
            letters += sum(character.isalpha() for character in page.extract_text())
            if letters >= ENOUGH:
                return True
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return False
    return False

"""One file → its bytes without what it says about persons, or why it cannot be published."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from generator.attachments.refusal import DAMAGED, FILE_DAMAGED, FILE_TYPE, TOO_LARGE, Refused
from generator.cache import kept
from generator.diagnostics import Diagnostic, Place, Words
from generator.frozen import frozen
from generator.left_behind import is_left_behind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Cleaner = Callable[[bytes], tuple[bytes, tuple[Words, ...]]]

SIZE_LIMIT = 50 * 1024 * 1024
FOLDER = "files"
"""Where an agency's attachments stand, and the folder of the site in which they are published."""


@frozen
class Cleaned:
    """A file as it is published."""

    content: bytes
    removed: tuple[Words, ...] = ()
    """What was taken out, in words for a report."""


def attached(folder: Path) -> tuple[Path, ...]:
    """The files that an agency attaches, in order; of hidden ones nobody knows that they are there."""
    files = folder / FOLDER
    found = files.rglob("*") if files.is_dir() else ()
    return tuple(
        sorted(p for p in found if p.is_file() and not _is_hidden(p.relative_to(files).parts))
    )


def _is_hidden(parts: tuple[str, ...]) -> bool:
    return is_left_behind(parts[-1]) or any(part.startswith(".") for part in parts)


def cleaned(path: Path, name: str) -> Cleaned | Diagnostic:
    """The bytes to publish of a file; `name` is what diagnostics call it."""
    state = path.stat()
    try:
        return _cleaned(path, state.st_mtime_ns, state.st_size)
    except Refused as refused:
        place = Place(f"{name}#{refused.inside}" if refused.inside else name)
        return refused.rule.at(place, **refused.slots)


@lru_cache(maxsize=256)
def _cleaned(path: Path, _changed: int, size: int) -> Cleaned:
    """Kept while the file stays as it is, so that serving does not clean it at every change."""
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise Refused(FILE_TYPE, suffix=suffix, hint=OTHER_KINDS.get(suffix, ALLOWED))
    if size > SIZE_LIMIT:
        raise Refused(FILE_DAMAGED, reason=TOO_LARGE)
    if path.is_symlink():
        raise Refused(FILE_DAMAGED, reason=DAMAGED)
    return _cleaned_content(suffix, path.read_bytes())


@kept
def _cleaned_content(suffix: str, content: bytes) -> Cleaned:
    cleaner: Cleaner = import_module(f"generator.attachments.{KINDS[suffix]}").clean
    return Cleaned(*cleaner(content))


KINDS = {
    ".pdf": "pdf",
    ".xlsx": "workbook",
    ".csv": "table",
    ".jpg": "picture",
    ".jpeg": "picture",
    ".png": "picture",
    ".webp": "picture",
    ".svg": "vector",
}
"""What can be published, and the module that cleans it, whose libraries are loaded when needed."""
ALLOWED = Words(
    "บันทึกเป็น PDF, XLSX, CSV, JPG, PNG, WebP หรือ SVG",
    "Save it as PDF, XLSX, CSV, JPG, PNG, WebP or SVG",
)
_AS_PDF = Words("เปิดใน Word แล้ว บันทึกเป็น… PDF", "Open it in Word and save it as PDF")
_AS_XLSX = Words(
    "เปิดใน Excel หรือ LibreOffice แล้ว บันทึกเป็น… Excel Workbook (.xlsx)",
    "Open it in Excel or LibreOffice and save it as Excel Workbook (.xlsx)",
)
OTHER_KINDS = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp"), _AS_PDF),
    **dict.fromkeys((".xls", ".ods", ".xlsm", ".xlsb", ".xltx"), _AS_XLSX),
}

"""Files as they lie on the disk: which there are, how long they may be, how their letters are written."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, Rule, Words

SIZE_LIMIT = 16 * 1024 * 1024
"""Bytes. The largest plan known is under 1 MB; a file beyond this is not a plan."""
OLD_THAI = "cp874"
"""How Windows wrote Thai before Unicode: TIS-620 with a few characters more."""
TABLE_LIMIT = 64 * 1024 * 1024
"""Bytes of a CSV file: fifty thousand purchases are 18 MB."""


def read_text(path: Path, name: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of one file, whatever its line ends, or the reason why it cannot be read."""
    try:
        size = path.stat().st_size
        most = TABLE_LIMIT if path.suffix.lower() == ".csv" else SIZE_LIMIT
        if size > most:
            megabytes, limit = f"{size / 1024 / 1024:.0f}", most // 1024 // 1024
            return None, [FILE_TOO_LARGE.at(Place(name), megabytes=megabytes, limit=limit)]
        raw = path.read_bytes()
    except OSError as error:
        return None, [UNREADABLE_FILE.at(Place(name), reason=error.strerror or "")]
    return _decoded(raw, name)


def _decoded(raw: bytes, name: str) -> tuple[str | None, list[Diagnostic]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [NOT_UTF8.at(Place(name), found="UTF-16")]
    try:
        return _lines_ended(raw.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        whole = raw.split(b"\n")[line - 1].decode(OLD_THAI, errors="replace")
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", errors="replace")) + 1
        found = "CP874 / TIS-620" if _is_thai(whole) else f"0x{raw[error.start]:02X}"
        return None, [NOT_UTF8.at(Place(name, line, column, is_quotable=True), found=found)]


def _lines_ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Quotes:
    """The lines at which problems stand, read again when they are told.

    Records keep their places and not the lines: of a large agency that is a tenth of the memory.
    """

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def line(self, place: Place) -> str:
        """The line as it stands in the file; empty where there is none, or it must stay hidden."""
        if not place.is_quotable:
            return ""
        if place.file not in self._files:
            self._files[place.file] = _lines_of(Path(place.file))
        lines = self._files[place.file]
        return lines[place.line - 1] if place.line <= len(lines) else ""


def _lines_of(path: Path) -> list[str]:
    """What is not UTF-8 is made legible as the Thai of older systems."""
    try:
        raw = path.read_bytes()
    except OSError:
        return []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode(OLD_THAI, errors="replace")
    return _lines_ended(text).split("\n")


def _is_thai(text: str) -> bool:
    return re.search("[\u0e01-\u0e5b]", text) is not None


def names_below(folder: Path) -> list[str]:
    """All files and folders below a folder, in order, as names with slashes.

    They are asked for at each preview, and paths take four times as long to make and to compare.
    """
    root = os.fspath(folder)
    found: list[str] = []
    for where, folders, files in os.walk(root):
        lead = f"{where}/"[len(root) + 1 :].replace(os.sep, "/")
        found += [lead + name for name in (*folders, *files)]
    return sorted(found, key=lambda name: name.split("/"))


FILE_TOO_LARGE = Rule(
    code="file-too-large",
    what=Words(
        "ไฟล์ใหญ่ {megabytes} MB เกิน {limit} MB",
        "The file has {megabytes} MB; the limit is {limit} MB",
    ),
    why=Words(
        "ไฟล์ข้อมูลแผนไม่ใหญ่เพียงนี้ น่าจะเป็นไฟล์อื่น",
        "Plan data is never that large; it is probably another file",
    ),
    mend=Words("นำไฟล์นี้ออกจากโฟลเดอร์ content", "Take the file out of the content folder"),
)
UNREADABLE_FILE = Rule(
    code="unreadable-file",
    what=Words("เปิดไฟล์ไม่ได้ ({reason})", "The file cannot be opened ({reason})"),
    why=Words("ข้อมูลในไฟล์จึงไม่ถูกใช้", "So its data is not used"),
    mend=Words(
        "ตรวจสิทธิ์และชื่อไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์อยู่",
        "Check its name and permissions, and close other programs that hold it",
    ),
)
NOT_UTF8 = Rule(
    code="not-utf8",
    what=Words(
        "ไฟล์ไม่ได้บันทึกแบบ UTF-8 (พบ {found})", "The file is not saved as UTF-8 (found {found})"
    ),
    why=Words("อักษรไทยจะกลายเป็นตัวอ่านไม่ออก", "Thai letters would turn into nonsense"),
    mend=Words(
        "เปิดด้วย Notepad แล้ว บันทึกเป็น… เลือก การเข้ารหัส UTF-8",
        "Open it in Notepad, choose Save as…, Encoding UTF-8",
    ),
)
RULES = (FILE_TOO_LARGE, UNREADABLE_FILE, NOT_UTF8)

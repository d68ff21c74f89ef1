"""Which kind of file it really is, and whether it is safe to unpack."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Rule, Words
from generator.importers.grid import whole

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 32 * 1024 * 1024
"""Bytes of a file. A year of a large agency has under 5 MB."""
UNPACKED_LIMIT = 256 * 1024 * 1024
"""Bytes of everything that is packed in a workbook."""
PARTS_LIMIT = 5000
"""Files packed in a workbook."""


class Format(StrEnum):
    """What a file is, judged by its content and not by its name."""

    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    CSV = "CSV"


def recognized(path: Path, name: str) -> Format | Diagnostic:
    """The format of a file, or why it cannot be read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
            if head.startswith(b"\xd0\xcf\x11\xe0"):
                file.seek(0)
                return _compound(file.read(SIZE_LIMIT + 1), size, name)
    except OSError as error:
        return UNREADABLE.at(whole(name), reason=error.strerror or "")
    if size > SIZE_LIMIT:
        return _too_large(size, name)
    if not head.strip():
        return NOTHING_IN_IT.at(whole(name))
    if head.startswith(b"PK"):
        return _zipped(path, name)
    return _text_like(head, name)


def _too_large(size: int, name: str) -> Diagnostic:
    megabytes, limit = f"{size / 2**20:.0f}", SIZE_LIMIT // 2**20
    return WORKBOOK_TOO_LARGE.at(whole(name), megabytes=megabytes, limit=limit)


def _compound(content: bytes, size: int, name: str) -> Format | Diagnostic:
    """An old Excel file, or a new one that is locked in such a container."""
    if size > SIZE_LIMIT:
        return _too_large(size, name)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return PROTECTED.at(whole(name))
    workbook = any(stream.encode("utf-16-le") in content for stream in ("Workbook", "Book"))
    return Format.XLS if workbook else NOT_A_WORKBOOK.at(whole(name), found=_OTHER)


def _zipped(path: Path, name: str) -> Format | Diagnostic:
    try:
        with zipfile.ZipFile(path) as archive:
            return _too_much(archive, name) or _packed(archive, name)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError):
        return BROKEN_WORKBOOK.at(whole(name))


def _packed(archive: zipfile.ZipFile, name: str) -> Format | Diagnostic:
    parts = set(archive.namelist())
    if "xl/workbook.xml" in parts:
        return Format.XLSX
    if "xl/workbook.bin" in parts:
        return NOT_A_WORKBOOK.at(whole(name), found=_BINARY)
    if "content.xml" in parts and "META-INF/manifest.xml" in parts:
        with archive.open("META-INF/manifest.xml") as manifest:
            locked = b"encryption-data" in manifest.read(2**20)
        return PROTECTED.at(whole(name)) if locked else Format.ODS
    return NOT_A_WORKBOOK.at(whole(name), found=_OTHER)


def _too_much(archive: zipfile.ZipFile, name: str) -> Diagnostic | None:
    """What is packed is counted while it is unpacked: the sizes that an archive states can lie."""
    parts = archive.infolist()
    stated = sum(part.file_size for part in parts)
    if stated > UNPACKED_LIMIT or len(parts) > PARTS_LIMIT:
        return BOMB.at(whole(name), limit=UNPACKED_LIMIT // 2**20)
    for part in parts:
        part_size, part.file_size = part.file_size, UNPACKED_LIMIT
        with archive.open(part) as stream:
            left = part_size
            while chunk := stream.read(2**18):
                left -= len(chunk)
                if left < 0:
                    return BOMB.at(whole(name), limit=UNPACKED_LIMIT // 2**20)
        part.file_size = part_size
    return None


def _text_like(head: bytes, name: str) -> Format | Diagnostic:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<div")):
        return NOT_A_WORKBOOK.at(whole(name), found=_WEB_PAGE)
    if start.startswith(b"%pdf"):
        return NOT_A_WORKBOOK.at(whole(name), found=_PDF)
    return Format.CSV


_WEB_PAGE = Words("หน้าเว็บหรือ XML ที่ตั้งชื่อเป็นตารางคำนวณ", "a web page or XML under a workbook's name")
_PDF = Words("ไฟล์ PDF", "a PDF")
_BINARY = Words("Excel แบบไบนารี (XLSB)", "a binary Excel file (XLSB)")
_OTHER = Words("ไฟล์ชนิดอื่น", "another kind of file")

UNREADABLE = Rule(
    code="unreadable-workbook",
    what=Words("เปิดไฟล์ไม่ได้ ({reason})", "The file cannot be opened ({reason})"),
    why=Words("จึงไม่มีข้อมูลให้นำเข้า", "So there is nothing to import"),
    mend=Words(
        "ตรวจชื่อไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์อยู่",
        "Check its name, and close other programs that hold it",
    ),
)
WORKBOOK_TOO_LARGE = Rule(
    code="workbook-too-large",
    what=Words(
        "ไฟล์ใหญ่ {megabytes} MB เกิน {limit} MB",
        "The file has {megabytes} MB; the limit is {limit} MB",
    ),
    why=Words(
        "ตารางของทั้งปีไม่ใหญ่เพียงนี้ มักมีรูปภาพหรือแผ่นงานอื่นติดมา",
        "A year's table is never that large; pictures or other sheets are probably in it",
    ),
    mend=Words(
        "คัดลอกเฉพาะตารางไปไว้ในสมุดงานใหม่ แล้วบันทึกเป็น XLSX",
        "Copy the table alone into a new workbook and save it as XLSX",
    ),
)
NOTHING_IN_IT = Rule(
    code="empty-workbook",
    what=Words("ไฟล์ว่างเปล่า", "The file is empty"),
    why=Words("ไม่มีข้อมูลให้นำเข้า", "There is nothing to import"),
    mend=Words("ตรวจว่าเลือกไฟล์ถูกต้องและบันทึกแล้ว", "Check that it is the right file and was saved"),
)
NOT_A_WORKBOOK = Rule(
    code="not-a-workbook",
    what=Words("ไฟล์นี้คือ{found}", "This is {found}"),
    why=Words("อ่านเป็นตารางให้แน่ชัดไม่ได้", "It cannot be read as a table with certainty"),
    mend=Words(
        "เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น XLSX",
        "Open it in Excel or LibreOffice and save it as XLSX",
    ),
)
PROTECTED = Rule(
    code="protected-workbook",
    what=Words("ไฟล์ล็อกด้วยรหัสผ่าน", "The file is locked with a password"),
    why=Words("อ่านข้อมูลข้างในไม่ได้", "What is in it cannot be read"),
    mend=Words(
        "เปิดไฟล์ เอารหัสผ่านออก (ไฟล์ › ข้อมูล › ป้องกันสมุดงาน) แล้วบันทึกใหม่",
        "Open it, take the password off (File › Info › Protect Workbook), save it again",
    ),
)
BROKEN_WORKBOOK = Rule(
    code="broken-workbook",
    what=Words("ไฟล์เสียหาย อ่านไม่ได้จนจบ", "The file is damaged and cannot be read to its end"),
    why=Words("ข้อมูลที่อ่านได้อาจไม่ครบ", "What can be read of it may not be all"),
    mend=Words(
        "เปิดด้วย Excel หรือ LibreOffice ให้ซ่อม แล้วบันทึกเป็น XLSX ใหม่",
        "Let Excel or LibreOffice repair it, and save it again as XLSX",
    ),
)
BOMB = Rule(
    code="unpacks-too-large",
    what=Words("ข้างในไฟล์มีข้อมูลเกิน {limit} MB", "More than {limit} MB are packed in the file"),
    why=Words(
        "ไฟล์เช่นนี้ทำให้เครื่องค้างได้ และตารางจริงไม่ใหญ่เพียงนั้น",
        "Such a file can stop the computer, and no real table is that large",
    ),
    mend=Words(
        "คัดลอกเฉพาะตารางไปไว้ในสมุดงานใหม่ แล้วบันทึกเป็น XLSX",
        "Copy the table alone into a new workbook and save it as XLSX",
    ),
)
RULES = (
    UNREADABLE, WORKBOOK_TOO_LARGE, NOTHING_IN_IT, NOT_A_WORKBOOK, PROTECTED, BROKEN_WORKBOOK, BOMB,
)  # fmt: skip

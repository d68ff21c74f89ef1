"""Files that hold a text, made for the tests: pictures, workbooks, drawings."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin

PLACED = {0x0001: "N", 0x0002: (13.0, 6.0, 0.0), 0x0003: "E", 0x0004: (99.0, 56.0, 0.0)}


def drawn(size: tuple[int, int] = (24, 16)) -> Image.Image:
    """A picture whose corners differ, so that it is seen when it was turned."""
    picture = Image.new("RGB", size, "white")
    picture.paste((200, 30, 30), (0, 0, size[0] // 2, size[1] // 2))
    picture.paste((30, 30, 200), (size[0] // 2, size[1] // 2, *size))
    return picture


def photograph(kind: str, text: str = "", *, turned: int = 1, tail: bytes = b"") -> bytes:
    """A picture with a camera's notes: the place, the time, a text as description and artist."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010E] = exif[0x013B] = text or "นายสมมุติ ไม่มีจริง"
    exif[0x0132] = "2026:01:02 03:04:05"
    exif.get_ifd(0x8825).update(PLACED)
    options: dict[str, object] = {"exif": exif}
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_itxt("Comment", text or "0812345678")
        options["pnginfo"] = notes
    if kind == "JPEG":
        options |= {"comment": (text or "0812345678").encode(), "quality": 90}
    if kind == "WEBP":
        options |= {"lossless": True, "xmp": (text or "0812345678").encode()}
    written = BytesIO()
    drawn().save(written, kind, **options)
    return written.getvalue() + tail


def workbook(rows: list[list[object]]) -> Workbook:
    """A workbook with an author and a comment."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = "นายสมมุติ ไม่มีจริง"
    sheet = book.active
    sheet.title = "รายงาน"
    for row in rows:
        sheet.append(row)
    sheet["A1"].comment = Comment("โทร 081-234-5678", "นายสมมุติ ไม่มีจริง")
    return book


def bytes_of(book: Workbook) -> bytes:
    """A workbook as a file."""
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def drawing(text: str) -> bytes:
    """An SVG that says a text, with a program, a foreign picture and notes of its maker."""
    return (
        '<?xml version="1.0"?><!DOCTYPE svg><!-- made by somebody -->'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'inkscape:export-filename="C:/Users/somchai/a.png" onload="alert(1)" viewBox="0 0 9 9">'
        "<metadata>นายสมมุติ ไม่มีจริง</metadata><script>alert(1)</script>"
        '<image xlink:href="https://example.com/a.png"/>'
        '<rect width="9" height="9" fill="url(https://example.com/b)" stroke="url(#c)"/>'
        f"<text>{text}</text></svg>"
    ).encode()

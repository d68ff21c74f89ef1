"""Pictures without what the camera wrote: where, when, with which device, of whom."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.attachments.refusal import CHANGED, DAMAGED, FILE_DAMAGED, Refused
from generator.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = ("JPEG", "PNG", "WEBP")
ORIENTATION, GPS = 0x0112, 0x8825
UPRIGHT = 1
TURNED = Words(
    "การหมุนภาพ (ภาพถูกหมุนให้ตั้งตรงแล้ว)", "the orientation mark (the picture itself is upright now)"
)
PLACE = Words("พิกัด GPS ที่ถ่ายภาพ", "GPS position of the picture")
CAMERA = Words("ข้อมูลกล้องและเวลา (EXIF/XMP)", "camera and time (EXIF, XMP)")
TAIL = Words("ข้อมูลต่อท้ายภาพ", "data behind the picture")


def clean(content: bytes) -> tuple[bytes, tuple[Words, ...]]:
    """The same pixels, upright, and nothing else."""
    before = _opened(content)
    exif = before.getexif()
    turned = exif.get(ORIENTATION, UPRIGHT) != UPRIGHT
    parts = {"JPEG": jpeg_parts, "PNG": png_parts, "WEBP": webp_parts}[before.format or ""]
    source = _upright(before) if turned else content
    kept, dropped, tail = parts(source)
    after = _opened(kept)
    if (not turned and after.tobytes() != before.tobytes()) or _notes(after):
        raise Refused(FILE_DAMAGED, reason=CHANGED)
    removed = []
    if exif.get_ifd(GPS):
        removed.append(PLACE)
    if dropped or turned:
        removed.append(CAMERA)
    if turned:
        removed.append(TURNED)
    if tail:
        removed.append(TAIL)
    return kept, tuple(removed)


def _opened(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture bomb is a warning to Pillow
            picture = Image.open(BytesIO(content), formats=FORMATS)
            picture.load()
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Warning,
        OSError,
        ValueError,
        SyntaxError,
    ) as error:
        raise Refused(FILE_DAMAGED, reason=DAMAGED) from error
    return picture


NOTES = ("comment", "exif", "xmp", "XML:com.adobe.xmp", "photoshop")


def _notes(picture: Image.Image) -> bool:
    """Whether another reader still finds notes in a picture."""
    return bool(picture.getexif()) or any(name in picture.info for name in NOTES)


def _upright(picture: Image.Image) -> bytes:
    """The picture turned as its mark says; a JPEG is written again for that, at high quality."""
    upright = ImageOps.exif_transpose(picture)
    written = BytesIO()
    options = {"JPEG": {"quality": 92}, "WEBP": {"quality": 92, "method": 4}, "PNG": {}}
    kind = picture.format or ""
    profile = picture.info.get("icc_profile")
    upright.save(written, kind, icc_profile=profile, **options[kind])
    return written.getvalue()


JPEG_KEPT = {*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}
"""Frames, scans and the tables by which they are read."""


def jpeg_parts(content: bytes) -> tuple[bytes, bool, bool]:
    """A JPEG without comments and notes; whether there were any, and whether a tail was cut off."""
    kept, dropped, at = [content[:2]], False, 2
    while at + 4 <= len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if content[at] != 0xFF or marker == 0xD9:
            break
        if marker == 0xFF:  # any number of these may stand before a mark
            at += 1
            continue
        end = at + 2 + length
        if marker == 0xDA:
            end = _end_of_scan(content, end)
        part = content[at:end]
        clean = part if marker in JPEG_KEPT else _colour(marker, part)
        kept.append(clean)
        dropped = dropped or clean != part
        at = end
    return b"".join([*kept, b"\xff\xd9"]), dropped, at + 2 < len(content)


JFIF_HEAD = 16
"""Bytes of JFIF's head up to the size of the small picture that may follow in it."""


def _colour(marker: int, part: bytes) -> bytes:
    """What a note says of colours: JFIF's head, a profile, or Adobe's word on how they are stored.

    The small picture in a head may still show what was cut out of the large one.
    """
    if marker == 0xE0 and part[4:9] == b"JFIF\0" and len(part) > JFIF_HEAD:
        return b"\xff\xe0\x00\x10" + part[4:JFIF_HEAD] + b"\0\0"
    profile = marker == 0xE2 and part[4:16] == b"ICC_PROFILE\0"
    return part if profile or (marker == 0xEE and part[4:9] == b"Adobe") else b""


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the data of a scan ends: at a marker that is neither stuffing nor a restart."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7 and content[at + 1] != 0xFF:
            return at
        at += 1 if content[at + 1] == 0xFF else 2
    return len(content)


JPX_NOTES = (b"xml ", b"uuid", b"uinf", b"jp2i")


def jpx_parts(content: bytes) -> tuple[bytes, bool]:
    """A JPEG 2000 without its boxes of notes; whether there were any."""
    kept, at = [], 0
    while at + 8 <= len(content) and not content.startswith(b"\xff\x4f", at):
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(content[at + 8 : at + 16])
        end = at + length if length >= 8 else len(content)
        if kind not in JPX_NOTES:
            kept.append(content[at:end])
        at = end
    parts = b"".join([*kept, content[at:]])
    return parts, parts != content


PNG_KEPT = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD",
    b"cICP", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip


def png_parts(content: bytes) -> tuple[bytes, bool, bool]:
    """A PNG without texts, times and EXIF."""
    kept, dropped, at = [content[:8]], False, 8
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind in PNG_KEPT:
            kept.append(content[at : at + 12 + length])
        else:
            dropped = True
        at += 12 + length
        if kind == b"IEND":
            break
    return b"".join(kept), dropped, at < len(content)


WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}


def webp_parts(content: bytes) -> tuple[bytes, bool, bool]:
    """A WebP without EXIF and XMP, whose head no longer promises them."""
    size = int.from_bytes(content[4:8], "little") + 8
    kept, dropped = [], False
    for kind, part in _riff(content[12:size]):
        if kind == b"VP8X":
            flags = part[8] & ~0b0000_1100
            part = part[:8] + bytes([flags]) + part[9:]  # noqa: PLW2901 - the same part, honest
        if kind in WEBP_KEPT:
            kept.append(part)
        else:
            dropped = True
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body, dropped, size < len(content)


def _riff(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        length = int.from_bytes(body[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        yield body[at : at + 4], body[at:end]
        at = end

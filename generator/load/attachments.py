"""`files/*` → attachments: files that are published with the site, under names that make addresses.

What kinds there can be, how large, and how they are cleaned, `generator.attachments` says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.attachments import attached
from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.load.scalars import NOT_OF_WINDOWS
from generator.load.shown import shown
from generator.model.article import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER_NAME = re.compile(rf"{NOT_OF_WINDOWS}[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(rf"{FOLDER_NAME.pattern}\.[a-z0-9]+")


def read_attachments(folder: Path, problems: list[Diagnostic]) -> list[Attachment]:
    """Every file below files/; what cannot be published is told."""
    found = []
    for path in attached(folder):
        place = Place(shown(path))
        name = path.relative_to(folder / "files").as_posix()
        faults = list(_faults(name, place))
        problems.extend(faults)
        if not faults:
            size = path.stat().st_size
            found.append(Attachment(name=name, path=path, size=size, place=place))
    return found


def _faults(name: str, place: Place) -> Iterator[Diagnostic]:
    *folders, file = name.split("/")
    for folder in folders:
        if not FOLDER_NAME.fullmatch(folder):
            yield FILE_ADDRESS.at(place, file=folder)
    if not NAME.fullmatch(file):
        yield FILE_ADDRESS.at(place, file=file)


FILE_ADDRESS = Rule(
    code="attachment-name",
    what=Words('ชื่อไฟล์ "{file}" ใช้เป็นที่อยู่เว็บไม่ได้', 'The name "{file}" cannot be an address'),
    why=Words(
        "ชื่อที่มีอักษรไทย ช่องว่าง หรือตัวใหญ่ ทำให้ลิงก์เสียเมื่อส่งต่อ",
        "A name with Thai letters, spaces or capitals breaks when its link is passed on",
    ),
    mend=Words(
        "ใช้ a–z ตัวเล็ก ตัวเลข และขีดกลาง เช่น plan-2569.pdf ยกเว้นคำที่ Windows สงวนไว้ เช่น con aux nul",
        "Use lower-case a–z, digits and hyphens, such as plan-2569.pdf, but no word that Windows keeps, such as con, aux, nul",
    ),
)
RULES = (FILE_ADDRESS,)

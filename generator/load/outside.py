"""What lies in an agency's folder only by a link, and really lies elsewhere on this computer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.load.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def outside(folder: Path) -> list[Diagnostic]:
    """Every file and folder that points out of the agency's folder; nothing of it is opened."""
    root = os.path.realpath(folder)
    return [
        OUTSIDE_CONTENT.at(Place(shown(folder / name)), file=name.rpartition("/")[2])
        for name in _linked(os.fspath(folder))
        if not _is_below(os.path.realpath(folder / name), root)
    ]


def _linked(root: str) -> Iterator[str]:
    """What may be a link: folders all, since a junction of Windows does not look like one."""
    found: list[str] = []
    for where, folders, files in os.walk(root):
        lead = f"{where}/"[len(root) + 1 :].replace(os.sep, "/")
        found += [lead + name for name in folders]
        found += [lead + name for name in files if os.path.islink(f"{where}/{name}")]  # noqa: PTH114 - asked of every file, and paths take far longer
    yield from sorted(found)


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(root + os.sep)


OUTSIDE_CONTENT = Rule(
    code="outside-content",
    what=Words("{file} ชี้ออกไปนอกโฟลเดอร์ที่ควรอยู่", "{file} points out of the folder where it belongs"),
    why=Words("ไฟล์ส่วนตัวของเครื่องอาจถูกเผยแพร่", "A private file of this computer could be published"),
    mend=Words("คัดลอกของจริงมาไว้ในโฟลเดอร์นั้น", "Put a real copy into that folder"),
)
RULES = (OUTSIDE_CONTENT,)

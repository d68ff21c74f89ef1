"""What click and the system say in English alone, told to people who read Thai as well."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from generator.diagnostics import Words

if TYPE_CHECKING:
    from click import ParamType


def wrong_use(error: click.UsageError) -> str:
    """Why a command was not understood, in Thai; nothing where click only prints its help."""
    if isinstance(error, NoArgsIsHelpError):
        return ""
    if isinstance(error, NoSuchCommand):
        return f'ไม่มีคำสั่ง "{error.command_name}" ดูคำสั่งทั้งหมดด้วย --help'
    if isinstance(error, click.NoSuchOption):
        return f'ไม่มีตัวเลือก "{error.option_name}" ดูตัวเลือกด้วย --help ต่อท้ายคำสั่ง'
    if isinstance(error, click.BadParameter):
        return _parameter(error)
    if "unexpected extra argument" in error.message:
        return f"มีคำเกินมา {_quoted(error.message, '()')} {_SPACES}"
    return "ใช้คำสั่งไม่ถูก ดูวิธีใช้ด้วย --help ต่อท้ายคำสั่ง"


def _parameter(error: click.BadParameter) -> str:
    name = error.param.human_readable_name if error.param else str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        name = error.param.opts[0]
    if isinstance(error, click.MissingParameter):
        return f"ยังไม่ได้ระบุ {name}"
    wanted = _wanted(error.param.type) if error.param else ""
    typed = _quoted(error.message, "''")
    return " ".join(filter(None, (f"{name}:", "ใช้", typed, "ไม่ได้", wanted))).replace(
        "ใช้ ไม่", "ใช้ไม่"
    )


def _wanted(kind: ParamType[object]) -> str:
    if isinstance(kind, click.Choice):
        return "ใช้ได้: " + ", ".join(str(choice) for choice in kind.choices)
    if isinstance(kind, click.Path):
        return f"ตรวจชื่อและที่อยู่ของไฟล์ {_SPACES}"
    if isinstance(kind, click.IntRange):
        return f"ต้องเป็นจำนวนเต็ม {kind.min}–{kind.max}"
    return ""


def _quoted(message: str, marks: str) -> str:
    """What click put between marks; nothing where there are none."""
    found = re.search(rf"\{marks[0]}(.*?)\{marks[1]}", message)
    return f'"{found[1]}"' if found else ""


_SPACES = 'ชื่อที่มีช่องว่างให้ใส่ในเครื่องหมาย "…"'


def system(error: OSError) -> str:
    """What the computer would not do, with which file, and how to mend it; Thai first."""
    name = error.filename2 or error.filename or ""
    about = ON_WINDOWS.get(getattr(error, "winerror", None) or 0) or CAUSES.get(
        error.errno or 0, OTHERWISE
    )
    if error.errno == errno.ENOENT and os.name == "nt" and len(str(name)) >= LONGEST:
        about = _LONG
    shown = f"{name}: " if name else ""
    return f"{shown}{about.th}\n{shown}{about.en} ({error.strerror or error})"


LONGEST = 248
"""Characters of a path from which on Windows says that there is no such folder."""
_NO_RIGHT = Words(
    "เขียนหรือเปิดไม่ได้ ปิดโปรแกรมที่เปิดไฟล์หรือโฟลเดอร์นี้อยู่ (เช่น Excel) แล้วลองใหม่ หรือตรวจสิทธิ์ของโฟลเดอร์",
    "It cannot be written or opened. Close the programs that hold it (such as Excel) and try again, or check the rights to the folder",
)
_FULL = Words(
    "พื้นที่ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่",
    "The disk is full. Delete what is not needed and try again",
)
_LONG = Words(
    "ชื่อหรือที่อยู่ของไฟล์ยาวเกินไป ย้ายโครงการไปไว้ใกล้ราก เช่น C:\\disclosure",
    "The name or path is too long. Move the project nearer to the root, such as C:\\disclosure",
)
_PORT = Words("พอร์ตนี้มีโปรแกรมอื่นใช้อยู่ ใช้ --port 0", "Another program uses this port. Use --port 0")
OTHERWISE = Words("เครื่องคอมพิวเตอร์ทำไม่สำเร็จ", "The computer could not do it")
CAUSES = {
    errno.ENOENT: Words(
        "ไม่มีไฟล์หรือโฟลเดอร์นี้ ตรวจชื่อ หรือสร้างโฟลเดอร์ก่อน",
        "There is no such file or folder. Check the name, or make the folder first",
    ),
    errno.ENOTDIR: Words(
        "ที่อยู่นี้มีไฟล์อยู่แทนที่โฟลเดอร์ ใช้ที่อยู่อื่น",
        "A file stands where a folder is needed. Use another path",
    ),
    errno.EISDIR: Words(
        "เป็นโฟลเดอร์ ไม่ใช่ไฟล์ ใช้ชื่ออื่น", "It is a folder and no file. Use another name"
    ),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: _LONG,
    errno.EADDRINUSE: _PORT,
}
ON_WINDOWS = {
    32: _NO_RIGHT,
    33: _NO_RIGHT,
    206: _LONG,
    123: Words(
        'ชื่อมีตัวอักษรที่ Windows ไม่รับ (< > : " | ? *) ถ้าใส่ชื่อโฟลเดอร์ใน "…" อย่าลงท้ายด้วย \\',
        'The name holds a character that Windows does not take (< > : " | ? *). Within "…" a folder must not end with \\',
    ),
    10013: _PORT,
}
"""By Windows' own numbers, where its number for all systems says another thing or nothing: another
program holds the file, the path is too long, the port is kept for something else."""
CAUSES[errno.EEXIST] = CAUSES[errno.ENOTDIR]

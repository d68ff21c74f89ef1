"""Where a site may be written: a site takes the place of a site, and of nothing else.

What stands there is deleted when the new site is whole, so that a slip in the name of a folder must
not cost anybody's documents, nor the data that sites are made from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.left_behind import is_left_behind
from generator.refused import Refused
from generator.seal import INDEX

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Project

HISTORY = (".git", ".svn", ".hg")
"""What holds the history of a folder; nothing brings it back."""
PORTAL = ("index.html", "en", "assets")
"""What stands beside the sites of many agencies."""


def only_a_site(place: Path) -> None:
    """Raises `Refused` where something stands that no build wrote; an empty folder may be used."""
    fault = taken(place)
    if fault:
        raise Refused([fault])


def taken(place: Path) -> Diagnostic | None:
    """What is wrong with a place where something stands that no build wrote."""
    found = _stranger(place)
    if not found:
        return None
    return NOT_A_SITE.at(Place(place.as_posix()), folder=place.name, found=found)


def _stranger(place: Path) -> str:
    """The name of what a build did not write, or nothing."""
    if not place.exists():
        return ""
    if not place.is_dir():
        return place.name
    names = sorted(path.name for path in place.iterdir() if not is_left_behind(path.name))
    strange = [name for name in names if name in HISTORY]
    if not (place / INDEX).is_file():
        sites = {name for name in names if (place / name / INDEX).is_file()}
        around = {*sites, *PORTAL} if sites else set()
        strange += [name for name in names if name not in around]
    return next(iter(strange), "")


def among_sources(place: Path, project: Project) -> Diagnostic | None:
    """What is wrong with a folder for results that lies where the data or the theme is."""
    for folder in (project.content, project.theme):
        if place.resolve().is_relative_to(folder.resolve()):
            return AMONG_SOURCES.at(Place(place.as_posix()), folder=f"{folder.name}/")
    return None


NOT_A_SITE = Rule(
    code="not-a-site",
    what=Words(
        'ใน "{folder}" มี "{found}" ซึ่งคำสั่งนี้ไม่ได้สร้าง',
        'In "{folder}" stands "{found}", which no build wrote',
    ),
    why=Words(
        "เว็บไซต์ใหม่จะแทนที่ทุกอย่างในโฟลเดอร์นั้น สิ่งที่อยู่เดิมจะหายไป",
        "The new site takes the place of the whole folder, and what is in it would be lost",
    ),
    mend=Words(
        "ใช้โฟลเดอร์ที่ยังไม่มีหรือว่างเปล่า เช่น --site-dir site หรือย้ายของเดิมออกก่อน",
        "Name a folder that does not exist yet or is empty, such as --site-dir site, or move away what is there",
    ),
)
AMONG_SOURCES = Rule(
    code="among-sources",
    what=Words("โฟลเดอร์ผลลัพธ์อยู่ใน {folder}", "The folder for the result lies within {folder}"),
    why=Words(
        "ผลลัพธ์จะปนกับข้อมูลต้นทาง และถูกอ่านเป็นข้อมูลในครั้งต่อไป",
        "The result would mix with what it is made from, and be read as data the next time",
    ),
    mend=Words("ใช้โฟลเดอร์อื่น เช่น site", "Name another folder, such as site"),
)
RULES = (NOT_A_SITE, AMONG_SOURCES)

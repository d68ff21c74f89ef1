"""Links and pictures of hand-written pages lead where something is; HTML is not used."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator import prose
from generator.cache.once import once_each
from generator.checks.addresses import site_paths
from generator.diagnostics import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from generator.diagnostics import Diagnostic, Place
    from generator.model.article import Article, Prose
    from generator.model.disclosure import Disclosure

OUTSIDE = ("https", "mailto", "tel")
"""What a link out of the site can begin with."""
SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
CODE = re.compile(r"`[^`]*`")
PICTURES = (".jpg", ".png", ".webp")


def links_and_pictures(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Every link and picture of every page."""
    places = _Places(disclosure)
    for article in disclosure.articles:
        for text in (article.thai, article.english):
            if text:
                yield from _in_text(text, article, places)
                yield from _tags(text)


class _Places:
    """What a link can lead to."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.articles = {article.slug: article for article in disclosure.articles}
        self.files = {file.name for file in disclosure.attachments}
        self.site = site_paths(disclosure)

    def has(self, target: str, own: Article) -> bool:
        """Whether an address inside the site leads to something."""
        path, _, anchor = unquote(target).partition("#")
        if path.startswith("/"):
            return path.strip("/") in self.site
        if not path:
            return _has_section(own, anchor)
        where = normpath(f"pages/{path}")
        if where.startswith("files/"):
            return where.removeprefix("files/") in self.files and not anchor
        slug = where.removeprefix("pages/").removesuffix(".md")
        article = self.articles.get(slug) if where.endswith(".md") else None  # type: ignore[call-overload]
        return article is not None and (not anchor or _has_section(article, anchor))

    def has_picture(self, target: str) -> bool:
        """Whether an address is that of a picture below files/, and of none elsewhere."""
        if _scheme(target) or target.startswith("/"):
            return False
        name = normpath(f"pages/{unquote(target)}").removeprefix("files/")
        return name in self.files and name.endswith(PICTURES)


def _has_section(article: Article, anchor: str) -> bool:
    return any(section.key == anchor for section in article.thai.sections)


def _in_text(text: Prose, article: Article, places: _Places) -> Iterator[Diagnostic]:
    for part in _leading(text):
        if part.tag == "a":
            target = part.get("href", "")
            scheme = _scheme(target)
            if (scheme or target.startswith("//")) and scheme not in OUTSIDE:
                yield LINK_SCHEME.at(_place(text, target), link=target)
            elif not scheme and not places.has(target, article):
                yield BROKEN_LINK.at(_place(text, target), link=target)
        elif part.tag == "img":
            target = part.get("src", "")
            if not places.has_picture(target):
                yield FOREIGN_PICTURE.at(_place(text, target), link=target)
            if not part.get("alt", "").strip():
                yield NO_ALT.at(_place(text, target), link=target)


@once_each
def _leading(text: Prose) -> list[Element]:
    """Its links and pictures."""
    return [part for part in prose.tree(text.text).iter() if part.tag in {"a", "img"}]


def _scheme(target: str) -> str:
    found = SCHEME.match(target)
    return found[1].lower() if found else ""


def _place(text: Prose, target: str) -> Place:
    """Where an address stands in the text; the library may have written it in another way."""
    for number, line in enumerate(text.text.split("\n"), 1):
        for written in (target, unquote(target)):
            column = line.find(f"]({written}")
            if column >= 0:
                return text.place(number, column + 3)
    return text.place(1)


@once_each
def _tags(text: Prose) -> list[Diagnostic]:
    told: list[Diagnostic] = []
    for number, line in enumerate(text.text.split("\n"), 1):
        plain = CODE.sub(lambda code: " " * len(code[0]), line)
        told += [
            RAW_HTML.at(text.place(number, found.start() + 1), tag=found[0])
            for found in TAG.finditer(plain)
        ]
    return told


BROKEN_LINK = Rule(
    code="broken-link",
    what=Words('ลิงก์ "{link}" ไม่มีปลายทาง', 'The link "{link}" leads nowhere'),
    why=Words("ผู้อ่านกดแล้วไม่พบหน้า", "A reader who follows it finds no page"),
    mend=Words(
        "ใช้ ชื่อหน้า.md ชื่อหน้า.md#คีย์ ../files/ชื่อไฟล์ /plan หรือที่อยู่ https:",
        "Use NAME.md, NAME.md#key, ../files/NAME, a page of the site such as /plan, or an https: address",
    ),
)
LINK_SCHEME = Rule(
    code="link-scheme",
    what=Words('ลิงก์ "{link}" ใช้ไม่ได้', 'The link "{link}" is not allowed'),
    why=Words(
        "ที่อยู่ที่ไม่เข้ารหัสถูกดักแก้ได้ และบางแบบสั่งให้เบราว์เซอร์ทำงานเอง",
        "An address without encryption can be altered on the way, and some kinds run programs",
    ),
    mend=Words(
        "ใช้ https: mailto: tel: หรือที่อยู่ในเว็บนี้", "Use https:, mailto:, tel:, or an address inside"
    ),
)
FOREIGN_PICTURE = Rule(
    code="foreign-picture",
    what=Words('ภาพ "{link}" ไม่ใช่ภาพใต้ files/', 'The picture "{link}" is none below files/'),
    why=Words(
        "ภาพจากเว็บอื่นเปิดเผยว่าใครอ่านหน้านี้ และหายไปได้เมื่อเว็บนั้นเปลี่ยน",
        "A picture from elsewhere tells others who reads the page, and can vanish",
    ),
    mend=Words(
        "วางไฟล์ .jpg .png หรือ .webp ใน files/ แล้วเขียน ../files/ชื่อไฟล์",
        "Put a .jpg, .png or .webp into files/ and write ../files/NAME",
    ),
)
NO_ALT = Rule(
    code="picture-without-words",
    what=Words('ภาพ "{link}" ไม่มีคำอธิบาย', 'The picture "{link}" has no words'),
    why=Words(
        "ผู้ใช้โปรแกรมอ่านหน้าจอไม่รู้ว่าภาพบอกอะไร", "Users of screen readers cannot know what it shows"
    ),
    mend=Words("เขียน ![ภาพแสดงอะไร](…)", "Write ![what it shows](…)"),
)
RAW_HTML = Rule(
    code="raw-html",
    what=Words('"{tag}" เป็น HTML', '"{tag}" is HTML'),
    why=Words("จะปรากฏเป็นตัวอักษรตามที่พิมพ์ ไม่มีผลใด", "It would be shown as it is typed and do nothing"),
    mend=Words(
        "ใช้เครื่องหมายของ Markdown: **หนา** ตาราง | หรือลิสต์ -",
        "Use Markdown: **bold**, tables with |, lists with -",
    ),
)
CHECKS = (links_and_pictures,)
RULES = (BROKEN_LINK, LINK_SCHEME, FOREIGN_PICTURE, NO_ALT, RAW_HTML)

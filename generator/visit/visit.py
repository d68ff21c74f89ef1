"""`assess --url`: what a published site's index says, held against what its addresses answer."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.frozen import frozen
from generator.seal import INDEX, digest, named_pages, page_of
from generator.visit.fetch import Site
from generator.visit.sections import Sections, sections
from generator.visit.shape import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WHOLE = {"published", "nothing_to_report"}
"""Statuses of an item that lacks nothing; the index states them in words."""
FALLING = {*WHOLE, "incomplete"}
"""Statuses that fall when an element is not found."""


@frozen
class Seen:
    """An item of a form as it was found."""

    code: str
    stated: str
    """Its status by the index."""
    found: str
    """Its status by what the addresses answered."""


@dataclass(slots=True)
class Visit:
    """What was found at an address."""

    address: str
    forms: dict[int, list[Seen]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    """Addresses of other sites on which elements rest; nobody asked them."""
    unreadable: bool = False
    """Whether there is no index, so that nothing can be said."""

    def whole(self, year: int) -> int:
        """How many items of a form were found whole."""
        return sum(seen.found in WHOLE for seen in self.forms[year])


def visit(address: str, year: int | None = None) -> Visit:
    """Goes to a published site, as an assessor would, and tells what does not hold."""
    result = Visit(address)
    visitor = _Visitor(Site(address), result)
    index = visitor.index()
    if index is None:
        result.unreadable = True
        return result
    forms = [form for form in index["forms"] if year in (None, form["fiscal_year"])]
    visitor.pages({**index, "forms": forms})
    visitor.files(index)
    for form in forms:
        result.forms[form["fiscal_year"]] = [visitor.item(form, item) for item in form["items"]]
    result.outside = sorted(_outside(forms))
    result.problems.sort(key=lambda problem: (problem.rule.code, problem.place))
    return result


def _outside(forms: list[dict[str, Any]]) -> set[str]:
    elements = (e for form in forms for item in form["items"] for e in item["elements"])
    return {place for e in elements if e["shown"] and "://" in (place := e["page"] or "")}


class _Visitor:
    """One visit: what was asked for, and what stood there."""

    def __init__(self, site: Site, result: Visit) -> None:
        self.site = site
        self.result = result
        self.found: dict[str, Sections] = {}
        self.answered: set[str] = set()
        """Files that an element may stand in, and that came."""
        self.items: dict[str, list[str]] = defaultdict(list)
        """Items that are endangered where a page is not as it should be."""

    def say(self, rule: Rule, name: str, **slots: object) -> None:
        self.result.problems.append(rule.at(Place(self.site.url(name)), **slots))

    def index(self) -> dict[str, Any] | None:
        """The site's index, if it is one that can be worked with."""
        answer = self.site.get(INDEX)
        if answer.content is None:
            self.say(NO_INDEX, INDEX, reason=answer.reason)
            return None
        try:
            index = json.loads(answer.content)
        except (ValueError, RecursionError):
            index = None
        if not fits(index):
            self.say(INDEX_UNREADABLE, INDEX)
            return None
        return index  # type: ignore[no-any-return]

    def pages(self, index: dict[str, Any]) -> None:
        """Every page that an item needs answers, and is the one that was published."""
        for form in index["forms"]:
            for item in form["items"]:
                name = f"{item['code']} ({form['fiscal_year']})"
                places = [item["page"], *filter(None, map(page_of, item["elements"]))]
                for page in dict.fromkeys(places):
                    self.items[page].append(name)
                    self.items[f"en/{page}"].append(name)
        for page in named_pages(index):
            self._page(page, index["pages"].get(page))

    def _page(self, page: str, expected: str | None) -> None:
        answer = self.site.get(page)
        items = self._endangered(page)
        if answer.content is None:
            self.say(PAGE_GONE, page, reason=answer.reason, items=items)
            return
        if digest(answer.content, page) != expected:
            self.say(PAGE_CHANGED, page, items=items)
        self.found[page] = sections(answer.content.decode("utf-8", errors="replace"))

    def _endangered(self, page: str) -> Words | str:
        items = ", ".join(self.items[page][:6]) + (" …" if len(self.items[page]) > 6 else "")
        return items or Words("ดัชนี ITA", "the ITA index")

    def files(self, index: dict[str, Any]) -> None:
        """Every data file answers, and is the one that was published."""
        for name, said in index["files"].items():
            answer = self.site.get(name)
            if answer.content is None:
                self.say(FILE_GONE, name, reason=answer.reason)
                continue
            self.answered.add(name)
            if digest(answer.content, name) != said["sha256"]:
                self.say(FILE_CHANGED, name)

    def item(self, form: dict[str, Any], item: dict[str, Any]) -> Seen:
        """An item with its status by what was found."""
        name = f"{item['code']} ({form['fiscal_year']})"
        shown = [element for element in item["elements"] if element["shown"]]
        fallen = [one for one in shown if not all(self._stands(one, name))]
        stated = found = item["status"]
        if stated in WHOLE and len(shown) < len(item["elements"]):
            self.say(
                STATUS_DIFFERS,
                item["page"],
                item=name,
                shown=len(shown),
                number=len(item["elements"]),
            )
            found = "incomplete"
        if fallen and stated in FALLING:
            found = "incomplete" if len(fallen) < len(shown) else "not_published"
        if item["page"] not in self.found:
            found = "not_published"
        return Seen(item["code"], stated, found)

    def _stands(self, element: dict[str, Any], item: str) -> Iterable[bool]:
        """Whether an element stands where the index says, in both languages."""
        page, place = page_of(element), element["page"] or ""
        if page:
            return [self._stands_on(name, element, item) for name in _both(page)]
        return [place in self.answered or "://" in place]

    def _stands_on(self, page: str, element: dict[str, Any], item: str) -> bool:
        found, anchor = self.found.get(page), element["anchor"] or ""
        if found is None:
            return False
        if anchor and anchor not in found.anchors:
            self.say(ELEMENT_GONE, page, anchor=anchor, element=element["key"], item=item)
            return False
        if not found.holds(anchor):
            self.say(SECTION_EMPTY, page, anchor=anchor or "–", element=element["key"], item=item)
            return False
        return True


def _both(page: str) -> Iterator[str]:
    yield page
    yield f"en/{page}"


NO_INDEX = Rule(
    code="no-index",
    what=Words("ไม่พบดัชนีของเว็บไซต์: {reason}", "The site has no index: {reason}"),
    why=Words("ตรวจเว็บไซต์จากภายนอกไม่ได้", "The site cannot be checked from outside"),
    mend=Words(
        "ตรวจที่อยู่ และอัปโหลดทั้งโฟลเดอร์ site รวมทั้ง disclosure-index.json",
        "Check the address, and upload the whole folder site with disclosure-index.json",
    ),
)
INDEX_UNREADABLE = Rule(
    code="index-unreadable",
    what=Words("อ่านดัชนีของเว็บไซต์ไม่ได้", "The site's index cannot be read"),
    why=Words("ไม่รู้ว่าเว็บไซต์ควรมีหน้าใดบ้าง", "It is unclear which pages the site should have"),
    mend=Words(
        "สร้างเว็บไซต์ใหม่แล้วอัปโหลดทั้งโฟลเดอร์", "Build the site again and upload the whole folder"
    ),
)
PAGE_GONE = Rule(
    code="page-gone",
    what=Words(
        "หน้านี้ไม่ตอบ: {reason} (ข้อ {items})", "The page does not answer: {reason} (items: {items})"
    ),
    why=Words("ผู้ประเมินที่เปิดที่อยู่นี้จะไม่พบข้อมูล", "An assessor who opens the address finds nothing"),
    mend=Words("อัปโหลดหน้านี้อีกครั้งจากโฟลเดอร์ site", "Upload the page again from the folder site"),
)
PAGE_CHANGED = Rule(
    code="page-changed",
    what=Words(
        "หน้านี้ไม่ตรงกับที่สร้างไว้ (ข้อ {items})", "The page is not the one that was built (items: {items})"
    ),
    why=Words(
        "มีผู้แก้ไขบนเซิร์ฟเวอร์ หรืออัปโหลดไม่ครบ สถานะในดัชนีจึงเชื่อถือไม่ได้",
        "Somebody changed it on the server, or an upload was not finished; its status cannot be relied on",
    ),
    mend=Words(
        "แก้ที่ข้อมูลใน content/ สร้างใหม่ แล้วอัปโหลดทั้งโฟลเดอร์",
        "Change the data in content/, build again, and upload the whole folder",
    ),
)
FILE_GONE = Rule(
    code="file-gone",
    what=Words("ไฟล์ข้อมูลไม่ตอบ: {reason}", "The data file does not answer: {reason}"),
    why=Words("ข้อมูลเปิดไม่ครบ", "The open data is not whole"),
    mend=Words("อัปโหลดไฟล์นี้อีกครั้งจากโฟลเดอร์ site", "Upload the file again from the folder site"),
)
FILE_CHANGED = Rule(
    code="file-changed",
    what=Words("ไฟล์ข้อมูลไม่ตรงกับที่สร้างไว้", "The data file is not the one that was built"),
    why=Words("ข้อมูลเปิดกับหน้าเว็บอาจไม่ตรงกัน", "Data and pages may say different things"),
    mend=Words(
        "สร้างเว็บไซต์ใหม่แล้วอัปโหลดทั้งโฟลเดอร์", "Build the site again and upload the whole folder"
    ),
)
ELEMENT_GONE = Rule(
    code="element-gone",
    what=Words(
        'ไม่พบองค์ประกอบ "{element}" ของข้อ {item} ที่ #{anchor}',
        'The element "{element}" of {item} is not at #{anchor}',
    ),
    why=Words("ลิงก์จากหน้าของข้อนั้นจะไม่ถึงหลักฐาน", "The link from the item's page misses its proof"),
    mend=Words(
        "สร้างเว็บไซต์ใหม่แล้วอัปโหลดทั้งโฟลเดอร์", "Build the site again and upload the whole folder"
    ),
)
SECTION_EMPTY = Rule(
    code="section-empty",
    what=Words(
        'ส่วน #{anchor} ว่าง แต่เป็นหลักฐานขององค์ประกอบ "{element}" ข้อ {item}',
        'The section #{anchor} is empty, but should prove the element "{element}" of {item}',
    ),
    why=Words("ผู้ประเมินจะไม่พบข้อมูลใต้หัวข้อนั้น", "An assessor finds a heading and nothing below it"),
    mend=Words(
        "สร้างเว็บไซต์ใหม่แล้วอัปโหลดทั้งโฟลเดอร์", "Build the site again and upload the whole folder"
    ),
)
STATUS_DIFFERS = Rule(
    code="status-typed",
    what=Words(
        "ดัชนีระบุว่าข้อ {item} ครบ แต่แสดง {shown} จาก {number} องค์ประกอบ",
        "The index calls {item} whole, but shows {shown} of {number} elements",
    ),
    why=Words("มีผู้แก้ดัชนี สถานะต้องคำนวณจากข้อมูล", "Somebody changed the index; a status is computed"),
    mend=Words(
        "สร้างเว็บไซต์ใหม่แล้วอัปโหลดทั้งโฟลเดอร์", "Build the site again and upload the whole folder"
    ),
)
RULES = (
    NO_INDEX, INDEX_UNREADABLE, PAGE_GONE, PAGE_CHANGED, FILE_GONE, FILE_CHANGED, ELEMENT_GONE,
    SECTION_EMPTY, STATUS_DIFFERS,
)  # fmt: skip

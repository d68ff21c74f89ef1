"""What `evidence.yml` and `checks.yml` state about ITA items must name something that exists.

Every message names the item that loses its proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Words
from generator.model.demands import SAYS_NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.base import Record
    from generator.model.catalogue import OitCatalogue, OitItem
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.evidence import Attachment, OutsideAddress

ADDRESS = re.compile(r"https?://[^\s/@]+\.[^\s/@]+(:\d+)?(/\S*)?")
"""An address that a browser opens: no other scheme, no password in it."""


def unknown_items(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The year must be answered by the agency, and its form must have the code."""
    for record, year, code in _named(disclosure):
        if _item(disclosure, year, code) is None:
            known = ", ".join(str(int(form.fiscal_year)) for form in disclosure.answered) or "–"
            yield UNKNOWN_OIT.at(record.locate("item"), item=code, year=int(year), known=known)


def _named(disclosure: Disclosure) -> Iterator[tuple[Record, FiscalYear, str]]:
    evidence = disclosure.evidence
    yield from ((one, one.year, one.item) for one in evidence.addresses)
    yield from ((one, one.year, one.item) for one in evidence.files)
    yield from ((one, one.year, one.item) for one in evidence.waivers)
    yield from ((one, one.year, one.item) for one in evidence.nothing_to_report)
    yield from ((one, one.year, one.item) for one in evidence.due if one.item)
    yield from ((one, one.year, one.item) for one in disclosure.persons_checks)


def _item(
    disclosure: Disclosure, year: FiscalYear, code: str
) -> tuple[OitCatalogue, OitItem] | None:
    found = (
        (form, item)
        for form in disclosure.answered
        if form.fiscal_year == year
        for item in form.items
        if item.code == code
    )
    return next(found, None)


def _bound(
    disclosure: Disclosure,
) -> Iterator[tuple[OutsideAddress | Attachment, OitCatalogue, OitItem]]:
    """What is bound to an element of an item that there is."""
    entries: list[OutsideAddress | Attachment] = [*disclosure.evidence.addresses]
    entries += disclosure.evidence.files
    for entry in entries:
        found = _item(disclosure, entry.year, entry.item)
        if found:
            yield entry, *found


def unknown_elements(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """An element must be one that the item is measured by."""
    for entry, form, item in _bound(disclosure):
        demand = disclosure.demand(form, item)
        keys = [e.key for e in demand.elements]
        keys += [part.key for element in demand.elements for part in element.parts]
        if entry.element not in keys:
            yield UNKNOWN_EVIDENCE.at(
                entry.locate("element"),
                key=entry.element,
                known=", ".join(keys) or "–",
                **_of(item),
            )


def other_years(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Data must be of the fiscal year that the item covers."""
    for entry, form, item in _bound(disclosure):
        wanted = disclosure.demand(form, item).covers
        if entry.fiscal_year not in (None, wanted):
            place = entry.locate("fiscal_year")
            found = int(entry.fiscal_year)
            yield EVIDENCE_YEAR.at(place, found=found, wanted=int(wanted), **_of(item))


def missing_files(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A file must be there, and its words must be words."""
    there = {file.name: file for file in disclosure.attached}
    for entry in disclosure.evidence.files:
        found = _item(disclosure, entry.year, entry.item)
        if not found:
            continue
        file, slots = there.get(entry.file), {"file": entry.file, **_of(found[1])}
        if file is None:
            yield EVIDENCE_MISSING.at(entry.locate("file"), **slots)
        elif not file.readable:
            yield NO_TEXT_LAYER.at(entry.locate("file"), **slots)


def bad_addresses(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """An outside address must be one that a browser opens."""
    for entry in disclosure.evidence.addresses:
        found = _item(disclosure, entry.year, entry.item)
        if found and not ADDRESS.fullmatch(entry.address):
            place = entry.locate("address")
            yield EVIDENCE_ADDRESS.at(place, address=entry.address, **_of(found[1]))


def expired_waivers(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A waiver must reach to the day on which the form's answers are due."""
    for waiver in disclosure.evidence.waivers:
        found = _item(disclosure, waiver.year, waiver.item)
        if found and waiver.until < found[0].answered_by:
            yield WAIVER_EXPIRED.at(
                waiver.locate("until"),
                until=waiver.until.isoformat(),
                needed=found[0].answered_by.isoformat(),
                **_of(found[1]),
            )


def nothing_asked(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """That there is nothing to report answers only where a form asks to say so."""
    for said in disclosure.evidence.nothing_to_report:
        found = _item(disclosure, said.year, said.item)
        if found and found[1].topic not in SAYS_NOTHING:
            yield NOTHING_NOT_ASKED.at(said.locate("item"), **_of(found[1]))


def past_results(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Points lie between 0 and 100, indicators between 1 and 10, and a year has one result."""
    first: dict[FiscalYear, int] = {}
    for result in disclosure.past_results:
        place = result.locate("fiscal_year")
        if result.fiscal_year in first:
            year, line = int(result.fiscal_year), first[result.fiscal_year]
            yield RESULT_TWICE.at(place, year=year, line=line)
        first.setdefault(result.fiscal_year, place.line)
        named = {"total": result.total, "iit": result.iit, "eit": result.eit, "oit": result.oit}
        for name, points in named.items():
            if points is not None and not 0 <= points <= 100:
                yield RESULT_RANGE.at(result.locate(name), what=name, value=points)
        for number, points in (result.indicators or {}).items():
            if not (1 <= number <= 10 and 0 <= points <= 100):
                place = result.locate("indicators")
                yield RESULT_RANGE.at(place, what=f"indicators/{number}", value=points)


def _of(item: OitItem) -> dict[str, object]:
    """The endangered item, for a message."""
    return {"item": item.code, "title": Words(item.title.th, item.title.en or item.title.th)}


UNKNOWN_OIT = Rule(
    code="unknown-oit-item",
    what=Words(
        "ไม่มีข้อ {item} ในแบบ ITA ปี {year} ที่หน่วยงานตอบ",
        "The ITA form of B.E. {year} that the agency answers has no item {item}",
    ),
    why=Words("สิ่งที่ระบุไว้จะไม่มีผลกับข้อใดเลย", "What is stated would count for no item"),
    mend=Words(
        "แก้รหัสข้อหรือปี ปีที่หน่วยงานตอบ: {known}", "Mend code or year; the agency answers: {known}"
    ),
)
UNKNOWN_EVIDENCE = Rule(
    code="evidence-element",
    what=Words('{item} {title} ไม่มีองค์ประกอบ "{key}"', '{item} {title} has no element "{key}"'),
    why=Words("หลักฐานนี้จะไม่นับให้ข้อนั้น", "The evidence would not count for the item"),
    mend=Words("ใช้: {known}", "Use: {known}"),
)
EVIDENCE_YEAR = Rule(
    code="evidence-year",
    what=Words(
        "หลักฐานเป็นข้อมูลปี {found} แต่ {item} {title} ต้องเป็นปี {wanted}",
        "The evidence is of {found}, but {item} {title} must be of {wanted}",
    ),
    why=Words("ข้อมูลผิดปีไม่ตอบข้อนั้น", "Data of another year does not answer the item"),
    mend=Words("ใช้เอกสารของปี {wanted}", "Use the document of {wanted}"),
)
EVIDENCE_MISSING = Rule(
    code="evidence-missing",
    what=Words("ไม่มีไฟล์ files/{file}", "There is no file files/{file}"),
    why=Words("{item} {title} จะขาดหลักฐาน", "{item} {title} would lack its proof"),
    mend=Words("วางไฟล์ไว้ใต้ files/ หรือแก้ชื่อ", "Put the file below files/, or mend its name"),
)
NO_TEXT_LAYER = Rule(
    code="no-text-layer",
    what=Words(
        "ไฟล์ files/{file} ไม่มีข้อความที่เครื่องอ่านได้",
        "files/{file} holds no words that a machine can read",
    ),
    why=Words(
        "{item} {title} ขอข้อมูลที่เครื่องอ่านได้ ภาพสแกนค้นหาและอ่านออกเสียงไม่ได้",
        "{item} {title} asks for data that machines can read; a scan can be neither searched nor read aloud",
    ),
    mend=Words(
        "ส่งออกเป็น PDF จากโปรแกรมที่พิมพ์เอกสาร แทนการสแกน",
        "Export the PDF from the program that wrote the document, in place of scanning it",
    ),
)
EVIDENCE_ADDRESS = Rule(
    code="evidence-address",
    what=Words('"{address}" ไม่ใช่ที่อยู่เว็บ', '"{address}" is no address on the web'),
    why=Words(
        "{item} {title} จะมีลิงก์ที่เปิดไม่ได้", "{item} {title} would have a link that does not open"
    ),
    mend=Words("เขียนที่อยู่เต็มที่ขึ้นต้นด้วย https://", "Write the whole address, beginning with https://"),
)
WAIVER_EXPIRED = Rule(
    code="waiver-expired",
    what=Words(
        "ข้อยกเว้นของ {item} {title} ใช้ได้ถึง {until} เท่านั้น",
        "The waiver of {item} {title} holds only until {until}",
    ),
    why=Words(
        "แบบต้องตอบถึงวันที่ {needed} ข้อนั้นจึงกลับเป็นข้อที่ต้องเผยแพร่",
        "The form is answered until {needed}, so the item must be published again",
    ),
    mend=Words(
        "ทบทวนแล้วต่ออายุ หรือลบออกและเผยแพร่ข้อมูล",
        "Review it and prolong it, or delete it and publish the data",
    ),
)
NOTHING_NOT_ASKED = Rule(
    code="nothing-not-asked",
    what=Words(
        "ไม่มีแบบปีใดให้ {item} {title} แจ้งว่าไม่มีเรื่องต้องรายงาน",
        "No form lets {item} {title} be answered by saying that there is nothing to report",
    ),
    why=Words("คำชี้แจงนี้ไม่ตอบข้อนั้น", "The statement does not answer the item"),
    mend=Words(
        "เผยแพร่ข้อมูล หรือใช้ waivers หากไม่เกี่ยวข้องกับหน่วยงาน",
        "Publish the data, or use waivers if the item does not concern the agency",
    ),
)

RESULT_TWICE = Rule(
    code="ita-result-twice",
    what=Words(
        "ผล ITA ปี {year} มีแล้วที่บรรทัด {line}",
        "The ITA result of B.E. {year} already stands in line {line}",
    ),
    why=Words("ปีหนึ่งมีผลเดียว", "A year has one result"),
    mend=Words("เหลือไว้รายการเดียว", "Keep one of them"),
)
RESULT_RANGE = Rule(
    code="ita-result-range",
    what=Words("{what} เป็น {value} ซึ่งเป็นไปไม่ได้", "{what} is {value}, which cannot be"),
    why=Words(
        "คะแนน ITA อยู่ระหว่าง 0 ถึง 100 และมีตัวชี้วัด 1 ถึง 10",
        "ITA points lie between 0 and 100, and indicators are numbered 1 to 10",
    ),
    mend=Words(
        "แก้ให้ตรงกับเอกสารผลการประเมิน", "Correct it to what the document of the result states"
    ),
)

CHECKS = (
    unknown_items, unknown_elements, other_years, missing_files, bad_addresses, expired_waivers,
    nothing_asked, past_results,
)  # fmt: skip
RULES = (
    UNKNOWN_OIT, UNKNOWN_EVIDENCE, EVIDENCE_YEAR, EVIDENCE_MISSING, NO_TEXT_LAYER, EVIDENCE_ADDRESS,
    WAIVER_EXPIRED, NOTHING_NOT_ASKED, RESULT_TWICE, RESULT_RANGE,
)  # fmt: skip

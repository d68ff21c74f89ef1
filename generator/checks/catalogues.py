"""The ITA forms themselves: codes once, topics that stay, every text with a source that is listed."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.cache.once import once_of
from generator.checks.references import FILE_NAME
from generator.diagnostics import Rule, Words
from generator.model.catalogue import RECALL, Confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.diagnostics import Diagnostic, Place
    from generator.model.base import Id, Record
    from generator.model.catalogue import Element, ElementPart, OitCatalogue, OitItem
    from generator.model.disclosure import Disclosure
    from generator.model.laws import Law

SEEN = {Confidence.SEEN, Confidence.SEEN_QUALIFIED}
CODE = re.compile(r"O[1-9]\d?")
"""How the commission numbers its items (OIT 1, OIT 2 …)."""


def catalogue_faults(forms: Sequence[OitCatalogue]) -> Iterator[Diagnostic]:
    """What is wrong with the forms, each by itself and held against those of earlier years."""
    for form in forms:
        for check in _ALONE:
            yield from check(form)
    in_order = sorted(forms, key=lambda form: form.fiscal_year)
    for number, form in enumerate(in_order):
        if number:
            yield from _unknown_topics(form, in_order[:number])
            yield from _moved_topics(form, in_order[number - 1])


def catalogues(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The forms that an agency's pages are made of."""
    yield from _faults(*disclosure.catalogues)


@once_of
def _faults(*forms: OitCatalogue) -> list[Diagnostic]:
    return list(catalogue_faults(forms))


def topics_without_form(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A unit answers for topics that some form has."""
    site = disclosure.agency.site
    named = ((topic, site.locate(f"responsible/{topic}")) for topic in site.responsible or {})
    yield from _no_such_topics(disclosure.catalogues, named)


def laws_without_form(forms: Iterable[OitCatalogue], laws: Iterable[Law]) -> Iterator[Diagnostic]:
    """A law speaks of topics that some form has."""
    named = ((topic, law.locate("topics")) for law in laws for topic in law.topics)
    yield from _no_such_topics(forms, named)


def _no_such_topics(
    forms: Iterable[OitCatalogue], named: Iterable[tuple[str, Place]]
) -> Iterator[Diagnostic]:
    known = {item.topic for form in forms for item in form.items}
    for topic, place in named:
        if topic not in known:
            near = ", ".join(get_close_matches(topic, sorted(known), 3, 0.5)) or "–"
            yield NO_SUCH_TOPIC.at(place, topic=topic, near=near)


def _named_by_its_year(form: OitCatalogue) -> Iterator[Diagnostic]:
    """A form's file carries its fiscal year, so that no year has two."""
    place = form.locate("fiscal_year")
    stem = place.file.rpartition("/")[2].rpartition(".")[0]
    if stem != str(int(form.fiscal_year)):
        yield FILE_NAME.at(place, id=int(form.fiscal_year), name=stem)


def _twice(form: OitCatalogue) -> Iterator[Diagnostic]:
    """A form has each code and each topic once."""
    codes = Counter(item.code for item in form.items)
    topics = Counter(item.topic for item in form.items)
    for item in form.items:
        if codes[item.code] > 1 or topics[item.topic] > 1:
            yield CATALOGUE_TWICE.at(item.locate("code"), code=item.code, topic=item.topic)


def _codes(form: OitCatalogue) -> Iterator[Diagnostic]:
    for item in form.items:
        if not CODE.fullmatch(item.code):
            yield ITEM_CODE.at(item.locate("code"), code=item.code)


def _sub_indicators(form: OitCatalogue) -> Iterator[Diagnostic]:
    known = [sub.code for indicator in form.indicators for sub in indicator.sub_indicators]
    for item in form.items:
        if item.sub_indicator not in known:
            place = item.locate("sub_indicator")
            yield UNKNOWN_SUB_INDICATOR.at(
                place, code=item.sub_indicator, item=item.code, known=", ".join(known)
            )


def _elements_once(form: OitCatalogue) -> Iterator[Diagnostic]:
    """Elements and their parts share the names by which they are proven."""
    for item in form.items:
        seen: set[str] = set()
        for named in _keyed(item):
            if named.key in seen:
                yield ELEMENT_TWICE.at(named.locate("key"), key=named.key, item=item.code)
            seen.add(named.key)


def _keyed(item: OitItem) -> Iterator[Element | ElementPart]:
    for element in item.elements:
        yield element
        yield from element.parts


def _sources(form: OitCatalogue) -> Iterator[Diagnostic]:
    """Who saw a text says where; who recalls it says so."""
    listed = {source.id for source in form.sources}
    for record, field, sources, confidence in _sourced(form):
        place = record.locate(field) if sources else record.locate("confidence")
        for source in sources:
            if source not in listed and source != RECALL:
                yield UNKNOWN_SOURCE.at(place, source=source)
        if confidence in SEEN and not set(sources) - {RECALL}:
            yield SEEN_NOWHERE.at(place, confidence=confidence)


def _sourced(form: OitCatalogue) -> Iterator[tuple[Record, str, tuple[str, ...], Confidence]]:
    if form.answers:
        yield form.answers, "source", (form.answers.source,), form.answers.confidence
    for item in form.items:
        yield item, "sources", item.sources, item.confidence
        for element in item.elements:
            yield element, "source", (element.source,), element.confidence


def _unknown_topics(form: OitCatalogue, before: Iterable[OitCatalogue]) -> Iterator[Diagnostic]:
    """A topic is one of an earlier year, or is said to be new; a slip would tear its history."""
    known = {item.topic for earlier in before for item in earlier.items}
    for item in form.items:
        if item.topic not in known and item.topic not in form.new_topics:
            yield _unknown(item, "topic", item.topic, known)
        for topic in item.takes_over:
            if topic not in known:
                yield _unknown(item, "takes_over", topic, known)
    for topic in form.new_topics:
        if topic in known:
            yield OLD_TOPIC.at(form.locate("new_topics"), topic=topic)


def _unknown(item: OitItem, field: str, topic: str, known: set[Id]) -> Diagnostic:
    near = ", ".join(get_close_matches(topic, sorted(known), 3, 0.6)) or "–"
    return UNKNOWN_TOPIC.at(item.locate(field), topic=topic, item=item.code, near=near)


def _moved_topics(form: OitCatalogue, before: OitCatalogue) -> Iterator[Diagnostic]:
    """What kept its title kept its topic."""
    topics = {_plain(item): item for item in before.items}
    for item in form.items:
        earlier = topics.get(_plain(item))
        if earlier and earlier.topic != item.topic:
            yield TOPIC_MOVED.at(
                item.locate("topic"),
                topic=item.topic,
                item=item.code,
                year=int(before.fiscal_year),
                earlier=earlier.topic,
                code=earlier.code,
            )


def _plain(item: OitItem) -> str:
    """A title without the year that some forms print behind it."""
    return re.sub(r"\s*(ประจำ)?ปี(งบประมาณ)?\s*(พ\.ศ\.)?\s*[\d๐-๙]{4}|\s", "", item.title.th)


UNKNOWN_TOPIC = Rule(
    code="unknown-topic",
    what=Words(
        'หัวข้อ "{topic}" ของข้อ {item} ไม่มีในแบบของปีก่อน ๆ',
        'No form of an earlier year has the topic "{topic}" of {item}',
    ),
    why=Words(
        "หัวข้อเชื่อมข้อเดียวกันข้ามปี หากสะกดต่างไป หลักฐานและประวัติของข้อนั้นจะหาย",
        "A topic ties an item to its evidence and to its other years; a slip would lose both",
    ),
    mend=Words(
        "ใช้หัวข้อเดิม (ใกล้เคียง: {near}) หรือใส่ใน new_topics หากเป็นหัวข้อใหม่จริง",
        "Use the old topic (near: {near}), or list it in new_topics if it is really new",
    ),
)
OLD_TOPIC = Rule(
    code="old-topic",
    what=Words(
        'หัวข้อ "{topic}" ใน new_topics มีในแบบของปีก่อนแล้ว',
        'The topic "{topic}" in new_topics stands in a form of an earlier year',
    ),
    why=Words("ผู้อ่านแบบจะเข้าใจว่าข้อนั้นเพิ่งมี", "Readers of the form would take the item for new"),
    mend=Words(
        "ลบออกจาก new_topics หรือตั้งชื่อใหม่", "Take it out of new_topics, or give it another name"
    ),
)
TOPIC_MOVED = Rule(
    code="topic-moved",
    what=Words(
        'ข้อ {item} มีชื่อเดียวกับ {code} ปี {year} แต่หัวข้อเปลี่ยนจาก "{earlier}" เป็น "{topic}"',
        '{item} has the title of {code} in B.E. {year}, but the topic changed from "{earlier}" to "{topic}"',
    ),
    why=Words(
        "หัวข้อต้องคงเดิมแม้เลขข้อเปลี่ยน ไม่เช่นนั้นหลักฐานของข้อนั้นจะหาไม่พบ",
        "A topic stays while codes move; otherwise the item's evidence is not found",
    ),
    mend=Words('ใช้หัวข้อ "{earlier}"', 'Use the topic "{earlier}"'),
)
NO_SUCH_TOPIC = Rule(
    code="no-such-topic",
    what=Words('ไม่มีแบบประเมินปีใดมีหัวข้อ "{topic}"', 'No year\'s ITA form has the topic "{topic}"'),
    why=Words(
        "ข้อนั้นจะแสดงว่าไม่มีหน่วยงานรับผิดชอบ", "The item would be shown as nobody's responsibility"
    ),
    mend=Words("ใช้หัวข้อของแบบประเมิน (ใกล้เคียง: {near})", "Use a topic of the forms (near: {near})"),
)
UNKNOWN_SUB_INDICATOR = Rule(
    code="unknown-sub-indicator",
    what=Words(
        "ข้อ {item} อยู่ในตัวชี้วัดย่อย {code} ซึ่งแบบนี้ไม่มี",
        "{item} belongs to the sub-indicator {code}, which this form does not have",
    ),
    why=Words(
        "ข้อนั้นจะไม่แสดงในดัชนีและไม่ถูกนับคะแนน",
        "The item would stand in no index and count for no points",
    ),
    mend=Words("ใช้: {known}", "Use: {known}"),
)
UNKNOWN_SOURCE = Rule(
    code="unknown-source",
    what=Words('ไม่มีแหล่งที่มา "{source}" ในรายการ sources', 'sources lists no source "{source}"'),
    why=Words("ผู้อ่านตรวจสอบถ้อยคำไม่ได้", "Readers could not check the wording"),
    mend=Words(
        "เพิ่มใน sources หรือใช้ RECALL หากเขียนจากความจำ",
        "Add it to sources, or use RECALL where the text is recalled",
    ),
)
SEEN_NOWHERE = Rule(
    code="seen-nowhere",
    what=Words('ระบุว่า "{confidence}" แต่ไม่มีแหล่งที่พบ', 'It says "{confidence}", but names no source'),
    why=Words(
        "ถ้อยคำที่เขียนจากความจำต้องไม่ปรากฏเป็นถ้อยคำทางการ",
        "Recalled wording must never stand as official",
    ),
    mend=Words(
        "ระบุแหล่งที่มา หรือใช้ recalled หรือ inferred", "Name the source, or use recalled or inferred"
    ),
)
ELEMENT_TWICE = Rule(
    code="element-twice",
    what=Words(
        'องค์ประกอบ "{key}" ของข้อ {item} มีสองครั้ง', 'The element "{key}" of {item} stands twice'
    ),
    why=Words("หลักฐานเดียวจะทำให้ครบสององค์ประกอบ", "One proof would make both of them whole"),
    mend=Words("ตั้งชื่ออื่นให้องค์ประกอบหลัง", "Give the second one another key"),
)
ITEM_CODE = Rule(
    code="item-code",
    what=Words('"{code}" ไม่ใช่เลขข้อ', '"{code}" is no code of an item'),
    why=Words("เลขข้อเป็นส่วนหนึ่งของที่อยู่หน้าเว็บ", "The code becomes part of the page's address"),
    mend=Words("ใช้ O ตามด้วยตัวเลข เช่น O23", "Use O and a number, such as O23"),
)
CATALOGUE_TWICE = Rule(
    code="catalogue-twice",
    what=Words(
        "ข้อ {code} หรือหัวข้อ {topic} มีสองครั้ง", "The code {code} or the topic {topic} stands twice"
    ),
    why=Words("สถานะของข้อนั้นจะไม่แน่ชัด", "Its status would be unclear"),
    mend=Words("แก้รหัสในแบบประเมิน", "Correct it in the form"),
)

_ALONE: tuple[Callable[[OitCatalogue], Iterator[Diagnostic]], ...] = (
    _named_by_its_year, _twice, _codes, _sub_indicators, _elements_once, _sources,
)  # fmt: skip
CHECKS = (catalogues, topics_without_form)
RULES = (
    CATALOGUE_TWICE, ITEM_CODE, UNKNOWN_SUB_INDICATOR, UNKNOWN_SOURCE, SEEN_NOWHERE, ELEMENT_TWICE,
    UNKNOWN_TOPIC, OLD_TOPIC, TOPIC_MOVED, NO_SUCH_TOPIC,
)  # fmt: skip

"""Where an element stands: in the data, on a hand-written page, in a file, elsewhere, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.fingerprint import fingerprint
from generator.frozen import frozen
from generator.model.demands import SAYS_NOTHING
from generator.proofs.maps import NOTHING, PROOFS
from generator.proofs.proof import Means, Proof
from generator.proofs.records import behind

if TYPE_CHECKING:
    from generator.model.article import Article, Section
    from generator.model.base import Text
    from generator.model.catalogue import Element, OitCatalogue, OitItem
    from generator.model.demands import Demand
    from generator.model.disclosure import Disclosure
    from generator.model.eras import FiscalYear
    from generator.model.evidence import NothingToReport


LEAST_WORDS = 20
"""Letters below a heading that are the least content there can be."""


@frozen
class Subject:
    """An item of a form as one agency answers it."""

    disclosure: Disclosure
    form: OitCatalogue
    item: OitItem
    demand: Demand
    said: NothingToReport | None
    """The agency's own statement that there is nothing to report."""
    nothing: Text | None
    """The sentence that there is nothing to report, from the data or from that statement."""

    @classmethod
    def of(cls, disclosure: Disclosure, form: OitCatalogue, item: OitItem) -> Subject:
        """An item with what is asked under it."""
        demand = disclosure.demand(form, item)
        wanted = (form.fiscal_year, item.code)
        statements = disclosure.evidence.nothing_to_report
        said = next((one for one in statements if (one.year, one.item) == wanted), None)
        said = said if item.topic in SAYS_NOTHING else None
        computed = NOTHING.get(item.topic)
        nothing = computed(disclosure, demand.covers) if computed else None
        return cls(
            disclosure, form, item, demand, said, nothing or (said.sentence if said else None)
        )

    def names(self, year: FiscalYear, code: str) -> bool:
        """Whether a year and a code name this item."""
        return (year, code) == (self.form.fiscal_year, self.item.code)


def find(subject: Subject, element: Element, part: str | None) -> Proof | None:
    """The first proof of an element or of its part, the surest kind first."""
    key = part or element.key
    prove = PROOFS.get((subject.item.topic, key))
    proof = prove(subject.disclosure, subject.demand.covers) if prove else None
    if proof:
        return behind(subject.disclosure, proof)
    keys = (key, element.key)
    return (
        _section(subject, keys)
        or _file(subject, keys)
        or _address(subject, keys)
        or _statement(subject)
    )


def _section(subject: Subject, keys: tuple[str, ...]) -> Proof | None:
    """A section of a hand-written page of the topic and the year; a heading alone is no content."""
    year, topic = subject.demand.covers, subject.item.topic
    for article in subject.disclosure.articles:
        if article.head.topic != topic or not article.covers(year):
            continue
        sections = {section.key: section for section in article.thai.sections}
        for key in keys:
            section = sections.get(key)
            if section and len(section.words) >= LEAST_WORDS:
                return _of_section(article, section)
    return None


def _of_section(article: Article, section: Section) -> Proof:
    twins = article.english.sections if article.english else ()
    twin = next((other for other in twins if other.key == section.key), None)
    seen = Words(section.title, twin.title if twin else section.title)
    digest = fingerprint(section.title, section.words, twin.words if twin else "")
    as_of = article.head.as_of
    return Proof(article.path, section.key, seen, Means.SECTION, as_of, digest)


def _file(subject: Subject, keys: tuple[str, ...]) -> Proof | None:
    """An attached file of the right year in which a machine can read words."""
    attached = {file.name: file for file in subject.disclosure.attached if file.readable}
    for entry in subject.disclosure.evidence.files:
        file = attached.get(entry.file)
        right = entry.fiscal_year == subject.demand.covers and subject.names(entry.year, entry.item)
        if file and right and entry.element in keys:
            seen = _in_words(entry.label, Words("ไฟล์", "file"))
            path = f"files/{file.name}"
            return Proof(path, "", seen, Means.FILE, entry.as_of, file.digest)
    return None


def _address(subject: Subject, keys: tuple[str, ...]) -> Proof | None:
    for entry in subject.disclosure.evidence.addresses:
        right = entry.fiscal_year in (None, subject.demand.covers)
        if right and entry.element in keys and subject.names(entry.year, entry.item):
            seen = _in_words(entry.label, Words("เว็บไซต์ภายนอก", "outside address"))
            digest = fingerprint(entry.address)
            return Proof(entry.address, "", seen, Means.ADDRESS, entry.as_of, digest)
    return None


def _statement(subject: Subject) -> Proof | None:
    """That there is nothing to report answers for every element that has no proof of its own."""
    if subject.said is None:
        return None
    path = f"ita/{int(subject.form.fiscal_year)}/{subject.item.code.lower()}"
    seen = Words(subject.said.sentence.th, subject.said.sentence.en or subject.said.sentence.th)
    digest = fingerprint(subject.said.sentence)
    return Proof(path, "nothing", seen, Means.STATEMENT, subject.said.as_of, digest)


def _in_words(label: Text, kind: Words) -> Words:
    return Words(f"{label.th} ({kind.th})", f"{label.en or label.th} ({kind.en})")

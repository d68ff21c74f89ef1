"""Findings against the releases of `privacy.yml`: stopped, let through, expired, left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Words
from generator.privacy.finding import LABELS, Kind, masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.diagnostics import Diagnostic
    from generator.model.privacy import Release
    from generator.privacy.pieces import Found


def judged(
    found: Iterable[Found], releases: tuple[Release, ...], agency: str, day: date
) -> Iterator[Diagnostic]:
    """Every finding that no release covers on a day, and every release that covers nothing."""
    used: set[tuple[int, str]] = set()
    for one in found:
        print_ = one.finding.fingerprint(agency)
        covering = _covering(releases, one, print_)
        if covering is None:
            yield _stopped(one, print_)
        else:
            used.add((covering, one.file))
    yield from _left_behind(releases, used, day)


def _covering(releases: tuple[Release, ...], one: Found, print_: str) -> int | None:
    for number, release in enumerate(releases):
        meant = (release.kind, release.fingerprint) == (one.finding.kind, print_)
        if meant and one.file in release.files:
            return number
    return None


def _stopped(one: Found, print_: str) -> Diagnostic:
    kind = one.finding.kind
    rule = UNREADABLE if kind is Kind.UNREADABLE else PERSONAL_DATA
    return rule.at(
        one.place,
        what=LABELS[kind],
        shape=masked(one.typed),
        kind=kind,
        print=print_,
        file=one.file,
    )


def _left_behind(
    releases: tuple[Release, ...], used: set[tuple[int, str]], day: date
) -> Iterator[Diagnostic]:
    """An expired release still covers, so that one message says what is wrong."""
    for number, release in enumerate(releases):
        if release.kind not in set(Kind):
            known = ", ".join(Kind)
            yield UNKNOWN_KIND.at(release.locate("kind"), kind=release.kind, known=known)
            continue
        for file in release.files:
            if (number, file) not in used:
                yield STALE_RELEASE.at(release.locate("files"), file=file, kind=release.kind)
        if release.until < day:
            yield EXPIRED_RELEASE.at(release.locate("until"), until=release.until)


_RELEASE = Words(
    "ถ้าเผยแพร่ได้จริง ให้เพิ่มใน privacy.yml: - {{kind: {kind}, fingerprint: {print}, files: [{file}], who: {{th: ตำแหน่งผู้อนุญาต, en: position}}, why: {{th: เหตุผล, en: reason}}, until: ปปปป-ดด-วว}}",
    "If it may be published, add to privacy.yml: - {{kind: {kind}, fingerprint: {print}, files: [{file}], who: {{th: …, en: position}}, why: {{th: …, en: reason}}, until: YYYY-MM-DD}}",
)
PERSONAL_DATA = Rule(
    code="personal-data",
    what=Words("พบข้อมูลส่วนบุคคล: {what} {shape}", "Personal data: {what} {shape}"),
    why=Words(
        "เผยแพร่แล้วเรียกคืนไม่ได้ และผิด พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
        "What is published cannot be called back, and the Personal Data Protection Act B.E. 2562 forbids it",
    ),
    mend=Words(
        "ลบออก หรือเขียนเป็นจำนวนหรือตำแหน่งแทน " + _RELEASE.th,
        "Take it out, or write a count or a position instead. " + _RELEASE.en,
    ),
)
UNREADABLE = Rule(
    code="unreadable-attachment",
    what=Words(
        "ตรวจข้อมูลส่วนบุคคลในไฟล์ไม่ได้ เพราะไม่มีข้อความให้อ่าน",
        "The file cannot be searched for personal data: it has no text to read",
    ),
    why=Words(
        "ภาพสแกนอาจมีเลขบัตรประชาชน ลายมือชื่อ หรือที่อยู่",
        "A scan can show an ID number, a signature or an address",
    ),
    mend=Words(
        "บันทึกจาก Word เป็น PDF โดยตรง ไม่ใช่สแกน หรือทำ OCR ก่อน " + _RELEASE.th,
        "Save it as PDF from Word rather than scanning it, or run OCR first. " + _RELEASE.en,
    ),
)
EXPIRED_RELEASE = Rule(
    code="expired-release",
    what=Words("การอนุญาตหมดอายุเมื่อ {until}", "The release ended on {until}"),
    why=Words(
        "ข้อมูลส่วนบุคคลเผยแพร่ได้เท่าที่จำเป็น", "Personal data is published only as long as it is needed"
    ),
    mend=Words(
        "ลบข้อมูลออก หรือให้ผู้มีอำนาจต่ออายุ until",
        "Take the data out, or have who answers for it set a new date",
    ),
)
STALE_RELEASE = Rule(
    code="stale-release",
    what=Words(
        "ไม่พบข้อมูลชนิด {kind} ที่อนุญาตไว้ใน {file} แล้ว",
        "What was released as {kind} is not in {file} (any more)",
    ),
    why=Words(
        "การอนุญาตที่ค้างอยู่อาจปล่อยข้อมูลอื่นผ่านไป", "A release left behind could let other data through"
    ),
    mend=Words(
        "ลบการอนุญาต หรือแก้ fingerprint และ files",
        "Delete the release, or correct its fingerprint and files",
    ),
)
UNKNOWN_KIND = Rule(
    code="unknown-kind",
    what=Words('ไม่มีข้อมูลชนิด "{kind}"', 'There is no kind "{kind}"'),
    why=Words("การอนุญาตนี้จึงไม่มีผล", "So the release releases nothing"),
    mend=Words("ใช้ได้: {known}", "Use one of: {known}"),
)
RULES = (PERSONAL_DATA, UNREADABLE, EXPIRED_RELEASE, STALE_RELEASE, UNKNOWN_KIND)

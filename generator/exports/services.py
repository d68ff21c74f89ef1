"""The tables of who leads the agency and of how often its services were used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.exports.results import both
from generator.exports.table import (
    Book,
    Table,
    Type,
    Unit,
    column,
    fiscal_year,
    integer,
    two_languages,
)
from generator.model.people import Rank, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition

SIDE_WORDS = {
    Side.POLITICAL: Words("ฝ่ายการเมือง", "political side"),
    Side.PERMANENT: Words("ฝ่ายข้าราชการประจำ", "permanent side"),
}
RANK_WORDS = {
    Rank.CHIEF: Words("ผู้บริหารสูงสุด", "chief"),
    Rank.DEPUTY: Words("รองผู้บริหารสูงสุด", "deputy"),
    Rank.COUNCIL: Words("สภาท้องถิ่น", "council"),
    Rank.HEAD: Words("หัวหน้าส่วนราชการ", "head of a unit"),
    Rank.STAFF: Words("เลขานุการหรือที่ปรึกษา", "secretary or adviser"),
}


def books(edition: Edition) -> Iterator[Book]:
    """A workbook of posts and one of services, where they are told."""
    disclosure = edition.disclosure
    if disclosure.people:
        yield Book(
            name="people/people",
            about=Words("โครงสร้างและผู้บริหาร", "Structure and executives"),
            as_of=disclosure.people.as_of,
            tables=(POSTS,),
        )
    if disclosure.services:
        yield Book(
            name="services/services",
            about=Words("สถิติการให้บริการ", "Use of services"),
            as_of=max(year.as_of for year in disclosure.services),
            tables=(USES,),
        )


def _posts(edition: Edition) -> Iterator[tuple[str, ...]]:
    people = edition.disclosure.people
    for post in people.posts if people else ():
        yield (
            post.id,
            post.side,
            post.rank,
            *both(post.position),
            *both(post.name),
            post.unit or "",
            post.under or "",
            post.phone or "",
            post.email or "",
        )


def _uses(edition: Edition) -> Iterator[tuple[str, ...]]:
    for year in edition.disclosure.services:
        for service in year.services:
            for month, uses in sorted(service.months.items()):
                yield (
                    str(int(year.fiscal_year)),
                    service.id,
                    *both(service.title),
                    service.unit,
                    str(month),
                    str(uses.walk_in),
                    "" if uses.online is None else str(uses.online),
                )


POSTS = Table(
    name="people/posts",
    about=Words("ตำแหน่งและผู้ดำรงตำแหน่ง", "Posts and who holds them"),
    columns=(
        column("post_id", "รหัสตำแหน่ง", "Id of the post"),
        column("side", "ฝ่าย", "Side", values=SIDE_WORDS.items()),
        column("rank", "ระดับ", "Rank", values=RANK_WORDS.items()),
        *two_languages("position", "ตำแหน่ง", "Position"),
        *two_languages(
            "name", "ชื่อและนามสกุล ว่างเมื่อตำแหน่งว่าง", "Name; empty where the post is vacant"
        ),
        column("unit_id", "รหัสสำนักหรือกองที่ดูแล", "Id of the unit that it leads"),
        column("under", "รหัสตำแหน่งที่อยู่เหนือขึ้นไป", "Id of the post above it"),
        column("phone", "โทรศัพท์ของสำนักงาน", "Office telephone"),
        column("email", "อีเมลของตำแหน่ง", "E-mail of the office"),
    ),
    rows=_posts,
    key="post_id",
)
USES = Table(
    name="services/uses",
    about=Words("จำนวนครั้งที่ใช้บริการแต่ละเดือน", "How often services were used in each month"),
    columns=(
        fiscal_year(),
        column("service_id", "รหัสงานบริการ", "Id of the service"),
        *two_languages("title", "งานบริการ", "Service"),
        column("unit_id", "รหัสหน่วยงาน", "Id of the unit"),
        column("month", "เดือน (ปี ค.ศ.-เดือน)", "Month (C.E.)", Type.MONTH),
        integer("walk_in", "จำนวนครั้ง ณ จุดให้บริการ", "Times at the counter", Unit.TIMES),
        integer(
            "online",
            "จำนวนครั้งทาง E-Service ว่างเมื่อยื่นออนไลน์ไม่ได้",
            "Times online; empty where the service is not offered online",
            Unit.TIMES,
        ),
    ),
    rows=_uses,
)

"""People, results, operations and services: what they name exists, and they fit their year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.counts import NEGATIVE_COUNT
from generator.checks.links import FOREIGN_PICTURE, LINK_SCHEME, OUTSIDE, PICTURES
from generator.checks.procurement import MONTH_OUTSIDE_YEAR
from generator.checks.references import REPEATED_ID, UNKNOWN_ITEM, UNKNOWN_UNIT
from generator.diagnostics import Rule, Severity, Words
from generator.model.results import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Diagnostic, Place
    from generator.model.base import Id
    from generator.model.disclosure import Disclosure
    from generator.model.people import Post


def _units_named(disclosure: Disclosure) -> Iterator[tuple[str, Place]]:
    posts = disclosure.people.posts if disclosure.people else ()
    yield from ((post.unit, post.locate("unit")) for post in posts if post.unit)
    for year in disclosure.results:
        yield from ((measure.unit, measure.locate("unit")) for measure in year.measures)
    for plan in disclosure.operations:
        yield from ((programme.unit, programme.locate("unit")) for programme in plan.programmes)
    for told in disclosure.services:
        yield from ((service.unit, service.locate("unit")) for service in told.services)


def units_of_records(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Every unit that is named is one of the agency's."""
    units = {unit.id for unit in disclosure.agency.units}
    known = ", ".join(sorted(units))
    for name, place in _units_named(disclosure):
        if name not in units:
            yield UNKNOWN_UNIT.at(place, id=name, known=known)


def named_once(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """No post, result, project or service stands twice in its file."""
    groups: list[Iterable[tuple[str, Place]]] = []
    if disclosure.people:
        groups.append((post.id, post.locate("id")) for post in disclosure.people.posts)
    for year in disclosure.results:
        groups.append((result.item, result.locate("item")) for result in year.items)
        groups.append((result.risk, result.locate("risk")) for result in year.risks)
        groups.append((measure.id, measure.locate("id")) for measure in year.measures)
    groups.extend(((p.id, p.locate("id")) for p in o.programmes) for o in disclosure.operations)
    groups.extend(((s.id, s.locate("id")) for s in y.services) for y in disclosure.services)
    for group in groups:
        first: dict[str, Place] = {}
        for name, place in group:
            if name in first:
                yield REPEATED_ID.at(place, id=name, file=first[name].file, line=first[name].line)
            first.setdefault(name, place)


def posts(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A post stands under another of its side, and no chain of posts runs in a circle."""
    if disclosure.people is None:
        return
    everyone = {post.id: post for post in disclosure.people.posts}
    for post in disclosure.people.posts:
        above = everyone.get(post.under) if post.under else None
        if post.under and (above is None or above.side is not post.side):
            known = ", ".join(one.id for one in disclosure.people.of(post.side) if one != post)
            yield UNKNOWN_POST.at(post.locate("under"), id=post.under, known=known)
        elif _in_a_circle(post, everyone):
            yield POST_CIRCLE.at(post.locate("under"), id=post.id)


def _in_a_circle(post: Post, everyone: dict[Id, Post]) -> bool:
    seen, above = {post.id}, post.under
    while above in everyone and above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = everyone[above].under
    return False


def pictures(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A photograph is a picture below files/."""
    files = {file.name for file in disclosure.attachments}
    people = disclosure.people
    named = [(p.photo, p.locate("photo")) for p in (people.posts if people else ()) if p.photo]
    for name, place in named:
        if name not in files or not name.endswith(PICTURES):
            yield FOREIGN_PICTURE.at(place, link=name)


def channels(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A way to ask is reached through https:, mailto: or tel:; a complaint travels encrypted."""
    office = disclosure.agency.office
    for channel in office.channels if office else ():
        if channel.address and channel.address.partition(":")[0] not in OUTSIDE:
            yield LINK_SCHEME.at(channel.locate("address"), link=channel.address)
    guide = disclosure.complaint_guide
    for way in guide.channels if guide else ():
        if way.url and not way.url.startswith("https://"):
            yield LINK_SCHEME.at(way.locate("url"), link=way.url)


def results(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A result is of an item or a risk that there is; what was not done cost nothing."""
    items = {item.id for item in disclosure.items}
    risks = {risk.id for risk in disclosure.risk.risks} if disclosure.risk else set()
    for year in disclosure.results:
        for result in year.items:
            if result.item not in items:
                yield UNKNOWN_ITEM.at(result.locate("item"), id=result.item)
            if result.status is Progress.NOT_DONE and result.spent.baht:
                yield SPENT_ON_NOTHING.at(result.locate("spent"), id=result.item)
        for managed in year.risks:
            if managed.risk not in risks:
                known = ", ".join(sorted(risks)) or "-"
                yield UNKNOWN_RISK.at(managed.locate("risk"), id=managed.risk, known=known)
            if managed.incidents < 0:
                yield NEGATIVE_COUNT.at(managed.locate("incidents"), value=managed.incidents)


def programmes(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A project of the year runs within it, forward, and costs nothing where nothing was done."""
    for plan in disclosure.operations:
        year = plan.fiscal_year
        for programme in plan.programmes:
            for name in ("begins", "ends"):
                month = getattr(programme, name)
                if month not in year.months:
                    place = programme.locate(name)
                    yield MONTH_OUTSIDE_YEAR.at(place, month=month, year=int(year))
            if programme.begins > programme.ends:
                yield ENDS_FIRST.at(programme.locate("ends"), id=programme.id)
            if programme.status is Progress.NOT_DONE and programme.spent:
                yield SPENT_ON_NOTHING.at(programme.locate("spent"), id=programme.id)
            if programme.spent > programme.budget:
                yield OVERSPENT.at(programme.locate("spent"), id=programme.id)


def uses(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """Uses of services are counted in months of their year, and a count is not below zero."""
    for told in disclosure.services:
        for service in told.services:
            for month, count in service.months.items():
                if month not in told.fiscal_year.months:
                    year = int(told.fiscal_year)
                    yield MONTH_OUTSIDE_YEAR.at(count.locate(), month=month, year=year)
                for name in ("walk_in", "online"):
                    value = getattr(count, name)
                    if value is not None and value < 0:
                        yield NEGATIVE_COUNT.at(count.locate(name), value=value)


def manuals(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """A service's manual is a hand-written page."""
    pages = Counter(article.slug for article in disclosure.articles)
    for told in disclosure.services:
        for service in told.services:
            if service.manual and service.manual not in pages:
                known = ", ".join(sorted(pages)) or "-"
                place = service.locate("manual")
                yield UNKNOWN_PAGE.at(place, id=service.manual, known=known)


UNKNOWN_RISK = Rule(
    code="unknown-risk",
    what=Words('ไม่มีความเสี่ยงรหัส "{id}"', 'There is no risk "{id}"'),
    why=Words("ผลนี้จะไม่แสดงข้างความเสี่ยงใด", "The result would stand beside no risk"),
    mend=Words("ใช้รหัสใน risk.yml: {known}", "Use an id of risk.yml: {known}"),
)
UNKNOWN_POST = Rule(
    code="unknown-post",
    what=Words('ไม่มีตำแหน่งรหัส "{id}" ในฝ่ายเดียวกัน', 'There is no post "{id}" on the same side'),
    why=Words("ตำแหน่งนี้จะไม่อยู่ในแผนผังโครงสร้าง", "The post would stand nowhere in the chart"),
    mend=Words("ใช้: {known}", "Use: {known}"),
)
POST_CIRCLE = Rule(
    code="post-circle",
    what=Words('ตำแหน่ง "{id}" อยู่ใต้ตนเอง', 'The post "{id}" stands under itself'),
    why=Words("แผนผังโครงสร้างวาดไม่ได้", "The chart cannot be drawn"),
    mend=Words("แก้ under ให้ชี้ขึ้นไปถึงผู้บริหารสูงสุด", "Mend under, so that it leads up to the top"),
)
UNKNOWN_PAGE = Rule(
    code="unknown-page",
    what=Words('ไม่มีหน้า "{id}" ใน pages/', 'There is no page "{id}" in pages/'),
    why=Words("ลิงก์ไปคู่มือจะเสีย", "The link to the manual would be broken"),
    mend=Words("ใช้: {known}", "Use: {known}"),
)
SPENT_ON_NOTHING = Rule(
    code="spent-on-nothing",
    what=Words('"{id}" ไม่ได้ดำเนินการ แต่มีการใช้เงิน', '"{id}" was not done, but money was spent on it'),
    why=Words("อย่างใดอย่างหนึ่งผิด", "One of the two is wrong"),
    mend=Words("แก้ status หรือ spent", "Mend status or spent"),
)
OVERSPENT = Rule(
    code="overspent",
    severity=Severity.WARNING,
    what=Words('"{id}" เบิกจ่ายเกินงบประมาณที่ตั้งไว้', '"{id}" paid out more than its budget'),
    why=Words(
        "การเบิกจ่ายเกินต้องมีการโอนหรือแก้ไขงบประมาณ",
        "More can be paid only after the budget was changed",
    ),
    mend=Words(
        "ตรวจตัวเลข หรือแก้ budget เป็นยอดหลังโอน", "Check the figures, or give the changed budget"
    ),
)
ENDS_FIRST = Rule(
    code="ends-first",
    what=Words('"{id}" สิ้นสุดก่อนเริ่ม', '"{id}" ends before it begins'),
    why=Words("ระยะเวลาดำเนินการแสดงไม่ได้", "Its period cannot be shown"),
    mend=Words("สลับหรือแก้ begins กับ ends", "Exchange or mend begins and ends"),
)
CHECKS = (
    units_of_records, named_once, posts, pictures, channels, results, programmes, uses, manuals,
)  # fmt: skip
RULES = (
    UNKNOWN_RISK, UNKNOWN_POST, POST_CIRCLE, UNKNOWN_PAGE, SPENT_ON_NOTHING, OVERSPENT, ENDS_FIRST,
)  # fmt: skip

"""Due dates of ITA items as calendars, one in each language, for the officer's own calendar program.

The day of an entry's making (DTSTAMP) comes from the data: the last release, or else the first day of
the form's fiscal year. So the same data gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator import formats
from generator.cache import kept
from generator.coverage import due_days
from generator.frozen import frozen
from generator.model.base import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.coverage import DueDay
    from generator.edition import Edition

NOTICE = timedelta(days=14)
"""How long before a due date the calendar reminds."""


def file_name(lang: Lang) -> str:
    """Where the calendar of a language stands, below the site's root."""
    return "calendar/ita.ics" if lang is Lang.TH else "calendar/ita.en.ics"


def calendars(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The calendar in each language, where anything is due."""
    days = tuple(due_days(edition.disclosure, edition.coverage))
    agency, ledger = edition.disclosure.agency, edition.disclosure.ledger
    for lang in Lang if days else ():
        whose = Whose(
            agency=agency.id,
            name=str(agency.short_name.phrase(lang)),
            address=agency.site.address or "",
            released=ledger.on if ledger else None,
        )
        yield file_name(lang), _calendar(whose, days, lang)


@frozen(kw_only=True)
class Whose:
    """What a calendar says of its agency."""

    agency: str
    name: str
    address: str
    """Of its site; empty where it has none yet."""
    released: date | None
    """The day of the last release."""


@kept
def _calendar(whose: Whose, days: tuple[DueDay, ...], lang: Lang) -> bytes:
    library = import_module("icalendar")  # it takes long to load, and due dates seldom change
    name, calendar = whose.name, library.Calendar()
    calendar.add("prodid", "-//disclosure//ITA due dates//TH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _say(lang, f"กำหนด ITA · {name}", f"ITA due dates · {name}"))
    for day in days:
        calendar.add_component(_event(library, whose, day, lang))
    content: bytes = calendar.to_ical(sorted=True)
    return content


def _event(library: Any, whose: Whose, day: DueDay, lang: Lang) -> Any:
    made = whose.released or day.year.first_day
    summary = _summary(day, lang)
    event = library.Event()
    event.add("uid", f"ita-{int(day.year)}-{day.on}-{day.codes[0].lower()}@{whose.agency}")
    event.add("dtstamp", datetime.combine(made, time(), UTC))
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(day, lang))
    event.add("transp", "TRANSPARENT")
    if whose.address:
        below = "" if lang is Lang.TH else "en/"
        event.add("url", f"{whose.address}{below}ita/{int(day.year)}/index.html")
    alarm = library.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -NOTICE)
    event.add_component(alarm)
    return event


def _summary(day: DueDay, lang: Lang) -> str:
    codes = ", ".join(day.codes[:3]) + (" …" if len(day.codes) > 3 else "")
    year = formats.fiscal_year(day.year, lang)
    summary = _say(lang, f"กำหนด ITA {year}: {codes}", f"ITA {year} due: {codes}")
    doubt = _say(lang, " (วันที่อนุมานจากปีอื่น)", " (day inferred from other years)")
    return summary + (doubt if day.inferred else "")


def _description(day: DueDay, lang: Lang) -> str:
    codes = ", ".join(day.codes)
    return _say(
        lang,
        f"ข้อที่ต้องเผยแพร่ให้ครบและตรวจแล้ว: {codes}",
        f"Items to be published whole and checked: {codes}",
    )


def _say(lang: Lang, thai: str, english: str) -> str:
    return thai if lang is Lang.TH else english

"""ITA items beside the data: carry-over, evidence, waivers, checks, releases, due days, addresses."""

from __future__ import annotations

import os
import re
import shutil
import threading
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from generator.cli import main
from generator.coverage import Checked, Status, coverage
from generator.coverage.dates import dates
from generator.duties import duties
from generator.edition import Edition
from generator.exports import exports
from generator.fingerprint import fingerprint
from generator.kept_files import confirmed, released, write_checks, write_ledger
from generator.load import load
from generator.model.base import Lang, Text
from generator.model.eras import FiscalYear, Month
from generator.model.evidence import (
    AttachedFile,
    Attachment,
    Due,
    Evidence,
    NothingToReport,
    OutsideAddress,
    Waiver,
)
from generator.model.grades import grade
from generator.online import answer, silent_addresses
from generator.proofs import (
    MONTHS,
    NOTHING,
    PROOFS,
    complaints,
    contact,
    gifts,
    news,
    plan,
    procurement,
    risk,
    written,
)
from generator.site import site_pages
from tests.conftest import edition_of

WORDS = Text(th="คำ", en="Words")
CLERK = Text(th="ปลัดเทศบาล", en="Municipal clerk")
Y = FiscalYear(2569)


def answering(*years: int, agency: str = "luang-nuea", evidence: Evidence | None = None) -> Edition:
    """An agency that answers the forms of some years, with some evidence."""
    disclosure = edition_of(agency).disclosure
    site = replace(disclosure.agency.site, ita_years=tuple(FiscalYear(y) for y in years))
    changed = replace(disclosure, agency=replace(disclosure.agency, site=site))
    return Edition.of(replace(changed, evidence=evidence) if evidence else changed)


def item(edition: Edition, code: str):
    """An item of the newest form."""
    return next(c for c in edition.coverage[-1].items if c.item.code == code)


def page(edition: Edition, name: str) -> str:
    """An English page of the site, without the marks that keep its words together."""
    address = f"en/{name}/index.md"
    html = next(p.html for p in site_pages(edition, Lang.EN) if p.src_uri == address)
    return re.sub(r'<span class="nb">(.*?)</span>', r"\1", html)


def test_every_item_of_2569_has_a_demand() -> None:
    """Where the form of the year is silent the newest earlier one speaks, and says so."""
    form = answering(2569).coverage[0]
    carried = {c.item.topic: int(c.demand.of) for c in form.items if c.demand.carried}

    assert form.count(Status.UNKNOWN) == 0
    assert carried == {
        "e-service": 2568, "procurement-monthly": 2566, "procurement-report": 2568, "hr-plan": 2568,
        "ethics-code": 2568, "complaint-channel": 2568, "complaint-statistics": 2568,
        "participation": 2568, "no-gift-declaration": 2568, "risk-assessment": 2568,
        "risk-management": 2568, "integrity-measures": 2568,
    }  # fmt: skip


def test_a_carried_demand_is_marked_where_it_shows() -> None:
    """On the item's page, on the index and in the file of the index."""
    edition = answering(2569)

    for name in ("ita/2569/o11", "ita/2569"):
        assert "measured against the form of 2023 (B.E. 2566), which is inferred" in page(
            edition, name
        )
    assert b'"measured_against": 2566' in dict(exports(edition))["disclosure-index.json"]


def test_years_in_an_older_wording_are_read_anew() -> None:
    """The form's own year and the one before move on; years of laws and plans stay."""
    demand = item(answering(2569), "O11").demand

    assert demand.reading("ครอบคลุม 6 เดือนแรกของปี พ.ศ. 2566") == "2566 → 2569"
    assert demand.reading("ผลของปี 2565 ตาม พ.ร.บ. 2540") == "2565 → 2568"
    assert demand.reading("แผน พ.ศ. 2566-2570") == ""
    assert item(answering(2566), "O21").demand.reading("ปี 2566") == ""


def test_a_year_to_come_works_with_the_newest_form_and_says_so() -> None:
    """2570 is answered by the form of 2569 until its own file comes; every page of it says so."""
    edition = answering(2569, 2570)
    known, ahead = edition.coverage
    pages = {p.src_uri: getattr(p, "html", "") for p in site_pages(edition, Lang.EN)}

    assert [c.item.code for c in known.items] == [c.item.code for c in ahead.items]
    assert ahead.catalogue.taken_from == 2569
    assert ahead.catalogue.answers.last == date(2027, 4, 30)
    of_2570 = {name: html for name, html in pages.items() if name.startswith("en/ita/2570/")}
    assert len(of_2570) >= 27
    assert [
        n
        for n, html in of_2570.items()
        if 'The form of <span class="nb">B.E. 2570</span> is not known' not in html
    ] == []


def test_each_element_is_proven_by_one_subject_alone() -> None:
    """Where two subjects knew the same element, one of them would never be asked."""
    subjects = (complaints, contact, gifts, news, plan, procurement, risk, written)
    assert sum(len(subject.PROOFS) for subject in subjects) == len(PROOFS)


def test_no_note_speaks_of_elements_that_no_page_shows() -> None:
    """What one agency filed is no demand and is not shown, so a note about it would explain nothing."""
    forms = edition_of("luang-nuea").disclosure.catalogues
    notes = [item.note for form in forms for item in form.items if item.note]
    assert notes
    assert not [note.en for note in notes if '"filed' in (note.en or "") or '"filed' in note.th]


def test_a_report_of_the_year_is_itself_the_proof_of_its_item() -> None:
    """Din Daeng's document is what the form of 2569 asks of the year before, and not what 2568 does."""
    status = {
        int(form.year): one.status
        for form in edition_of("din-daeng").coverage
        for one in form.items
        if one.item.topic == "integrity-measures-report"
    }
    assert status == {2568: Status.NOT_PUBLISHED, 2569: Status.PUBLISHED}


def test_a_province_is_not_asked_for_its_political_side() -> None:
    """What a form asks of local bodies alone is no demand on a province."""
    keys = {
        agency: {e.key for e in item(answering(2569, agency=agency), "O1").elements}
        for agency in ("phetchaburi-province", "phetchaburi-pao")
    }

    assert {"political-and-permanent"} == keys["phetchaburi-pao"] - keys["phetchaburi-province"]


@pytest.mark.parametrize(
    ("changes", "readable", "status"),
    [
        ({}, True, Status.PUBLISHED),
        ({}, False, Status.NOT_PUBLISHED),
        ({"fiscal_year": FiscalYear(2568)}, True, Status.NOT_PUBLISHED),
        ({"file": "b.pdf"}, True, Status.NOT_PUBLISHED),
        ({"element": "other"}, True, Status.NOT_PUBLISHED),
        ({"item": "O9"}, True, Status.NOT_PUBLISHED),
    ],
)
def test_a_file_proves_its_element_alone(changes, readable, status) -> None:
    """There, readable, of the right year, under the right key: otherwise nothing is proven."""
    entry = Attachment(
        year=Y, item="O8", element="manual", file="a.pdf", label=WORDS, fiscal_year=Y
    )
    edition = answering(2569, evidence=Evidence(files=(replace(entry, **changes),)))
    attached = (AttachedFile("a.pdf", "d", readable=readable),)

    assert item(Edition.of(replace(edition.disclosure, attached=attached)), "O8").status is status


def test_an_address_proves_and_is_linked_but_never_opened() -> None:
    """The link leads out; how it was verified says that nothing was opened."""
    entry = OutsideAddress(
        year=Y, item="O10", element="online-service", address="https://s.example.org/", label=WORDS
    )
    edition = answering(2569, evidence=Evidence(addresses=(entry,)))

    assert item(edition, "O10").status is Status.PUBLISHED
    assert 'href="https://s.example.org/"' in page(edition, "ita/2569/o10")
    assert "not opened while building" in page(edition, "ita/2569/o10")


def waiver(until: date) -> Evidence:
    """That O10 does not apply, until a day."""
    return Evidence(waivers=(Waiver(year=Y, item="O10", why=WORDS, who=WORDS, until=until),))


def test_a_waiver_holds_until_the_answers_are_due() -> None:
    """Not applicable, with the reason on the page; one that ends before does not count."""
    whole = answering(2569, evidence=waiver(date(2026, 4, 30)))

    assert item(whole, "O10").status is Status.NOT_APPLICABLE
    assert "Not applicable to this agency" in page(whole, "ita/2569/o10")
    assert "O10" not in [c.item.code for c in whole.coverage[0].missing()]
    short = answering(2569, evidence=waiver(date(2026, 4, 29)))
    assert item(short, "O10").status is Status.NOT_PUBLISHED


def test_nothing_to_report_is_said_in_public() -> None:
    """The sentence answers for every element, stands on the page, and only where a form asks it."""
    said = NothingToReport(
        year=FiscalYear(2566), item="O29", as_of=date(2023, 3, 31),
        sentence=Text(th="ไม่มีเรื่องร้องเรียน", en="No complaints at all"),
    )  # fmt: skip
    edition = answering(2566, evidence=Evidence(nothing_to_report=(said, replace(said, item="O1"))))

    assert item(edition, "O29").status is Status.NOTHING_TO_REPORT
    assert "No complaints at all" in page(edition, "ita/2566/o29")
    assert date(2023, 3, 31) == item(edition, "O29").dates.as_of
    assert item(edition, "O1").status is Status.NOT_PUBLISHED


def test_nothing_to_report_can_come_from_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """A subject that counts nothing gives the sentence; the sentence alone proves no element."""
    monkeypatch.setitem(NOTHING, "action-plan", lambda _disclosure, _year: WORDS)
    monkeypatch.setitem(NOTHING, "hr-plan", lambda _disclosure, _year: WORDS)

    assert item(answering(2569), "O23").status is Status.NOTHING_TO_REPORT
    assert item(answering(2569), "O13").status is Status.NOT_PUBLISHED


def test_months_that_the_data_lacks_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An item is not whole while a month of its period says nothing; an empty subject lists none."""
    months = frozenset(Y.months[:3])
    monkeypatch.setitem(MONTHS, "action-plan", lambda _disclosure, _year: months)
    edition = answering(2569)

    assert item(edition, "O23").status is Status.INCOMPLETE
    assert item(edition, "O23").lacking[0] == Month(2026, 1)
    assert "Months without data: January 2026, February 2026" in page(edition, "ita/2569/o23")
    monkeypatch.setitem(MONTHS, "action-plan", lambda _disclosure, _year: frozenset())
    assert item(answering(2569), "O23").lacking == ()


def test_three_lights_and_a_check_that_turns() -> None:
    """A person's check holds for what was checked; a change of the data asks for another look."""
    edition = answering(2569)
    before = item(edition, "O23")
    checks = confirmed(edition, edition.coverage[0], before, CLERK, date(2026, 3, 20))
    checked = replace(edition.disclosure, persons_checks=checks)
    fewer = Edition.of(replace(checked, items=checked.items[:-1]))

    assert (before.is_shown, before.is_complete, before.checked) == (True, True, Checked.NO)
    assert item(Edition.of(checked), "O23").checked is Checked.YES
    assert item(fewer, "O23").checked is Checked.AGAIN
    assert "check again: changed since" in page(fewer, "ita/2569/o23")


def test_a_check_takes_the_place_of_the_older_one() -> None:
    """An item has one check, the latest that was written."""
    edition = answering(2569)
    form, covered = edition.coverage[0], item(edition, "O23")
    first = confirmed(edition, form, covered, CLERK, date(2026, 3, 1))
    again = Edition.of(replace(edition.disclosure, persons_checks=first))
    second = confirmed(
        again, again.coverage[0], covered, Text(th="นายก", en="Mayor"), date(2026, 3, 2)
    )

    assert [(check.item, check.by.th) for check in second] == [("O23", "นายก")]


def test_the_ledger_tells_first_and_last() -> None:
    """First published stays; last changed moves with the data alone; what was never shown has none."""
    edition, day = answering(2569), date(2026, 2, 1)
    first = released(edition, day)
    then = Edition.of(replace(edition.disclosure, ledger=first))
    same = released(then, date(2026, 3, 1))
    changed = replace(then.disclosure, items=then.disclosure.items[:-1])
    last = released(Edition.of(changed), date(2026, 4, 1))

    def of(ledger, code: str = "O23"):
        return next((e.first, e.changed) for e in ledger.items if e.item == code)

    assert (day, day) == of(first) == of(same)
    assert (day, date(2026, 4, 1)) == of(last)
    assert of(last, "O10") == (None, None)
    assert (day, day) == (item(then, "O23").dates.published, item(then, "O23").dates.changed)


def test_kept_files_are_read_back(project: Path) -> None:
    """What the commands write is what the loader reads, and twice gives the same bytes."""
    folder = project / "content/minimal"
    edition = Edition.of(load(folder)[0])
    form = edition.coverage[0]
    shown = next(c for c in form.items if c.is_shown)
    checks = confirmed(edition, form, shown, Text(th='ปลัด "อบจ."', en="Clerk"), date(2023, 4, 1))
    ledger = released(edition, date(2023, 4, 2))
    write_checks(folder, checks)
    write_ledger(folder, ledger)
    read, problems = load(folder)
    written = (folder / "released.yml").read_bytes()
    write_ledger(folder, read.ledger)

    assert ([], checks, ledger) == (problems, read.persons_checks, read.ledger)
    assert written == (folder / "released.yml").read_bytes()


def run(folder: Path, *words: str) -> int:
    """The exit code of the command in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(main, list(words)).exit_code
    finally:
        os.chdir(before)


def test_confirm_and_release_as_an_officer_uses_them(project: Path) -> None:
    """They write, from days in either era; they refuse what is not shown, what there is not, a day gone by."""
    options = ("--year", "2566", "--by", "ปลัด", "--on", "2023-04-01")

    assert run(project, "release", "--on", "2023-04-01") == 0
    assert run(project, "confirm", "--item", "o36", *options) == 0
    assert "O36" in (project / "content/minimal/checks.yml").read_text(encoding="utf-8")
    assert run(project, "confirm", "--item", "O1", *options) == 1
    assert run(project, "confirm", "--item", "O99", *options) == 2
    assert run(project, "release", "--on", "๑ เมษายน ๒๕๖๖") == 0
    assert "on: 2023-04-01" in (project / "content/minimal/released.yml").read_text(
        encoding="utf-8"
    )
    for position in ("", "นายสมมติ ตัวอย่าง"):
        named = ("--year", "2566", "--by", position, "--on", "2023-04-01")
        before = (project / "content/minimal/checks.yml").read_bytes()
        assert run(project, "confirm", "--item", "O36", *named) == 2
        assert before == (project / "content/minimal/checks.yml").read_bytes()
    for day in ("2036-04-01", "2023-03-31", "2566-03-31", "1/4/2566", "2566-02-30"):
        assert run(project, "release", "--on", day) == 2, day


def test_of_several_days_the_oldest_counts() -> None:
    """Data is as old as its oldest part, and next due on the first day after that, in whatever order."""
    due = [Due(year=Y, item="O9", on=date(2026, month, 10)) for month in (6, 3, 4)]
    due += [Due(year=FiscalYear(2568), on=date(2026, 3, 20))]
    edition = answering(2569, agency="example-sao", evidence=Evidence(due=tuple(due)))
    form, covered = edition.coverage[0], item(edition, "O9")
    first, second, *others = covered.elements
    elements = tuple(
        replace(element, proof=replace(element.proof, as_of=date(2026, month, 10)))
        for element, month in ((first, 4), (second, 3), *((other, 5) for other in others))
    )

    found = dates(edition.disclosure, form.catalogue, covered.item, elements)

    assert (found.as_of, found.due) == (date(2026, 3, 10), date(2026, 4, 10))


def own_due() -> Evidence:
    """That O10 is due on a day of the agency's own."""
    return Evidence(due=(Due(year=Y, item="O10", on=date(2026, 4, 10)),))


def test_due_days_warn_and_inferred_ones_only_note() -> None:
    """The agency's own day is a warning near and after it; one that was deduced is a note."""
    edition = answering(2569, evidence=own_due())

    def found(day: date) -> list[tuple[str, str]]:
        return [(d.rule.code, d.what.en) for d in duties(edition, day)]

    assert found(date(2026, 3, 10)) == []
    ((code, text),) = found(date(2026, 3, 11))
    assert (code, "in 30 days" in text) == ("item-due", True)
    assert "in 0 days" in found(date(2026, 4, 10))[0][1]
    (code, text), (inferred, others) = found(date(2026, 4, 12))
    assert (code, inferred) == ("item-due", "item-due-inferred")
    assert "2 days ago" in text
    assert text.endswith("whole: O10")
    assert "O10" not in others
    whole = {c.item.code for c in edition.coverage[-1].items if c.status.is_whole}
    assert whole
    assert not whole & set(re.findall(r"O\d+", others))
    assert len(found(date(2026, 9, 30))) == 2
    assert found(date(2026, 10, 1)) == []
    assert date(2026, 4, 10) == item(edition, "O10").dates.due
    assert item(edition, "O11").dates.due_inferred


def test_data_of_a_day_that_has_not_come_is_told() -> None:
    """The day of purchases, of complaint counts and of a page: nothing can be of tomorrow."""
    edition = edition_of("example-sao")
    days = {d.as_of for d in edition.disclosure.complaints} | {
        *(p.report.as_of for p in edition.disclosure.procurement),
        *(a.head.as_of for a in edition.disclosure.articles),
    }

    def found(day: date) -> set[str]:
        return {d.slots["day"] for d in duties(edition, day) if d.rule.code == "day-ahead"}

    assert found(date(2100, 1, 1)) == set()
    assert {day.isoformat() for day in days} <= found(date(2000, 1, 1))
    last = max(days)
    assert last.isoformat() not in found(last)
    assert last.isoformat() in found(last - timedelta(days=1))


def test_a_waiver_that_is_over_today_is_told() -> None:
    """A day after its last the check names the item; the build does not change by the clock."""
    edition = answering(2569, evidence=waiver(date(2026, 5, 31)))

    def found(day: date) -> list[str]:
        return [d.what.en for d in duties(edition, day) if d.rule.code == "waiver-expired"]

    assert found(date(2026, 5, 31)) == []
    (over,) = found(date(2026, 6, 1))
    assert "O10" in over


@pytest.mark.parametrize("lang", list(Lang))
def test_the_calendar_opens_and_is_the_same_twice(lang: Lang) -> None:
    """One entry for each due day, in each language, with no day of its making but the data's."""
    name = "calendar/ita.ics" if lang is Lang.TH else "calendar/ita.en.ics"
    content = dict(exports(answering(2569, evidence=own_due())))[name]
    events = Calendar.from_ical(content).walk("VEVENT")

    assert content == dict(exports(answering(2569, evidence=own_due())))[name]
    assert [date(2026, 4, 10), date(2026, 4, 30)] == [event.decoded("dtstart") for event in events]
    told = "กำหนด ITA 2569:" if lang is Lang.TH else "ITA 2026 (B.E. 2569) due:"
    assert str(events[0]["summary"]).startswith(told)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_addresses_are_asked_only_online() -> None:
    """A server of this computer answers one address and refuses another; each is asked once."""
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response({"/there": 200, "/away": 302}.get(self.path, 404))
            if self.path == "/away":
                self.send_header("Location", "file:///etc/hostname")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}"
    named = (("O10", "online-service", "there"), ("O17", "channel", "gone"), ("O4", "news", "gone"))
    entries = tuple(
        OutsideAddress(year=Y, item=code, element=key, address=f"{base}/{name}", label=WORDS)
        for code, key, name in named
    )
    try:
        found = list(silent_addresses(answering(2569, evidence=Evidence(addresses=entries))))
        once = [path for path in asked if path != "/away"]
        away = answer(f"{base}/away")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

    assert [d.slots["item"] for d in found] == ["O17", "O4"]
    assert all("HTTP 404" in d.what.en for d in found)
    assert sorted(once) == ["/gone", "/there"]
    assert away == "HTTP 302"
    assert answer(f"{base}/there")


def test_a_fingerprint_is_of_content_not_of_places() -> None:
    """The same data read from other lines has the same fingerprint; another value has another."""
    here = answering(2569).disclosure

    assert fingerprint(here.items[0]) == fingerprint(replace(here.items[0], written={}))
    assert fingerprint(here.items[0]) != fingerprint(here.items[1])


def test_a_scan_and_a_text_are_told_apart(tmp_path: Path) -> None:
    """The rule's own examples, through the loader."""
    here = Path(__file__).parent
    for kind, expected in (("bad", {False}), ("good", {True})):
        folder = tmp_path / kind / "minimal"
        shutil.copytree(here / "samples/minimal", folder)
        shutil.copytree(here / "rules/no-text-layer" / kind, folder, dirs_exist_ok=True)
        assert {found.readable for found in load(folder)[0].attached} == expected


def test_coverage_holds_no_state() -> None:
    """The same disclosure is covered alike twice."""
    disclosure = answering(2569).disclosure
    form = disclosure.answered[0]

    assert coverage(disclosure, form) == coverage(disclosure, form)


def test_results_are_drawn_with_a_break_and_told_as_numbers() -> None:
    """Letters up to 2565, bands since; the grade of the new kind needs every instrument."""
    edition = edition_of("example-sao")
    html = page(edition, "ita/results")

    assert html.count('class="break"') == 1
    assert html.count('class="dot"') == len(edition.disclosure.past_results)
    assert all(
        f">{result.total.normalize():f}<" in html for result in edition.disclosure.past_results
    )
    assert 'class="after-break"' in html


@pytest.mark.parametrize(
    ("year", "total", "instruments", "name"),
    [
        (2565, "95", (), "AA"),
        (2565, "84.99", (), "B"),
        (2566, "96", ("96", "95", "95"), "Pass, excellent"),
        (2566, "97.07", ("99", "98", "94.9"), "Pass, good"),
        (2566, "90", ("95", "92", "84.9"), "Pass"),
        (2566, "96", (), "Pass"),
        (2566, "84.99", ("90", "90", "90"), "Needs improvement"),
        (2569, "69.99", (), "Needs urgent improvement"),
    ],
)
def test_grades(year: int, total: str, instruments: tuple[str, ...], name: str) -> None:
    """By the rule of their year; of unknown instruments no high degree is concluded."""
    found = grade(FiscalYear(year), Decimal(total), [Decimal(i) for i in instruments])

    assert name == found.en


def test_a_result_of_a_real_agency_is_what_its_document_states() -> None:
    """Din Daeng's plan states one result with its grade; no other real agency states any."""
    stated = {
        agency: [(int(r.fiscal_year), str(r.total), r.grade.en, r.line) for r in found]
        for agency in ("chom-prathat", "din-daeng", "luang-nuea", "phetchaburi-pao")
        if (found := edition_of(agency).disclosure.results_of_ita)
    }

    assert stated == {"din-daeng": [(2568, "97.07", "Pass, good", 6)]}


PAGE = """---
title: {title}
summary: {title}
{facts}---

## {title} {{#manual}}

{words}
"""
LONG = "ชื่องาน ขั้นตอนการปฏิบัติงาน ระยะเวลา และกฎหมายที่เกี่ยวข้องของงานรับหนังสือ"


@pytest.mark.parametrize(
    ("facts", "words", "shown"),
    [
        ("topic: work-manual\n", LONG, True),
        ("topic: work-manual\nfiscal_year: 2566\n", LONG, True),
        ("topic: work-manual\nfiscal_year: 2567\n", LONG, False),
        ("topic: service-manual\n", LONG, False),
        ("", LONG, False),
        ("topic: work-manual\n", "สั้น", False),
    ],
)
def test_a_section_proves_the_element_of_its_key(
    project: Path, facts: str, words: str, shown: bool
) -> None:
    """Of the right topic and year, and with content below its heading; the link leads to it."""
    folder = project / "content/minimal"
    (folder / "pages").mkdir()
    head = f"{facts}unit: law\nas_of: 2023-03-01\n"
    thai = PAGE.format(title="คู่มือ", facts=head, words=words)
    english = PAGE.format(title="Manual", facts="", words="The work, its steps, days and laws")
    (folder / "pages/work.md").write_text(thai, encoding="utf-8")
    (folder / "pages/work.en.md").write_text(english, encoding="utf-8")
    disclosure, problems = load(folder)
    edition = Edition.of(disclosure)
    covered = item(edition, "O14")

    assert problems == []
    assert covered.is_shown is shown
    assert "<p>The work, its steps, days and laws</p>" in page(edition, "pages/work")
    if shown:
        assert covered.dates.as_of == date(2023, 3, 1)
        assert '<h2 id="manual">Manual</h2>' in page(edition, "pages/work")
        assert '/en/pages/work/index.html#manual"' in page(edition, "ita/2566/o14")
        assert "ITA 2023 (B.E. 2566): O14" in page(edition, "pages/work")

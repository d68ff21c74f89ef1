"""Personal data is found wherever it would be published, and what is public passes."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import shutil
import zipfile
from collections import Counter
from io import BytesIO, StringIO
from pathlib import Path, PurePosixPath
from random import Random

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from generator import report
from generator.attachments import Cleaned, cleaned
from generator.building.files import made, read
from generator.cli import main
from generator.inspection import inspected
from generator.load import load
from generator.privacy import detect, detect_each, masked
from generator.privacy.attached import attached_pieces
from generator.privacy.exposed import exposed, setting_of
from generator.privacy.finding import LABELS, Kind
from generator.privacy.pieces import Found, unwrapped
from generator.privacy.plain import Plain
from generator.privacy.setting import PLAIN
from generator.refused import Refused
from tests.conftest import AGENCIES, CONTENT
from tests.privacy.cases import (
    GIVEN,
    THAI,
    Case,
    cases,
    grouped,
    innocents,
    juristic_id,
    national_id,
)
from tests.privacy.makers import bytes_of, drawing, photograph
from tests.privacy.printing import PRINTED_CASES

HERE = Path(__file__).parent
CASES = cases()
LEAST = 98
"""Percent of the cases without a checking digit that have to be found."""


def is_caught(case: Case, found: list[tuple[str, str]]) -> bool:
    """Whether one of the right kinds was found, and a number with all its digits."""
    return any(
        kind in case.kinds and (not case.number or value == case.number) for kind, value in found
    )


def judged(carrier: str, caught: list[tuple[Case, bool]]) -> None:
    """Prints the rates, and holds them against what is asked for."""
    sure = [(case, ok) for case, ok in caught if case.number]
    rest = [(case, ok) for case, ok in caught if not case.number]
    rate = 100 * sum(ok for _, ok in rest) / len(rest)
    print(f"{carrier}: {sum(ok for _, ok in sure)}/{len(sure)} proven, {rate:.1f} % of {len(rest)}")

    assert [case.text for case, ok in sure if not ok] == []
    assert rate >= LEAST, [case.text for case, ok in rest if not ok]


def looked_through(name: str, content: bytes, tmp_path: Path) -> list[Found]:
    """Everything found in a file as it would be published."""
    path = tmp_path / name
    path.write_bytes(content)
    clean = cleaned(path, name)
    assert isinstance(clean, Cleaned), clean
    pieces = attached_pieces(PurePosixPath(f"files/{name}"), clean.content, name)
    return [one for piece in pieces for one in piece.found(PLAIN)]


def told(found: list[Found]) -> list[tuple[str, str]]:
    """Kind and data of findings."""
    return [(str(one.finding.kind), one.finding.value) for one in found]


def test_there_are_enough_cases() -> None:
    """At least 150 with personal data, of every kind, and 100 without."""
    kinds = {kind for case in CASES for kind in case.kinds}

    assert len(CASES) >= 150
    assert kinds == set(Kind) - {Kind.UNREADABLE}
    assert len(innocents()) >= 100
    assert set(LABELS) == set(Kind)


def test_every_case_is_caught_in_a_text() -> None:
    """The detectors alone, and the words around do not matter."""
    for before, after in (("", ""), ("ความเป็นมา: ", " ต่อไป"), ("a: ", "\nb: 1")):
        caught = [
            (case, is_caught(case, [(f.kind, f.value) for f in detect(before + case.text + after)]))
            for case in CASES
        ]
        judged(f"text {before!r}", caught)


DISGUISES = {
    "Thai digits": lambda text: text.translate(THAI),
    "full width": lambda text: text.translate({0x21 + n: chr(0xFF01 + n) for n in range(94)}),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "tabs": lambda text: text.replace(" ", "\t"),
    "zero width": "\u200b".join,
    "soft hyphen": lambda text: text[: len(text) // 2] + "\u00ad" + text[len(text) // 2 :],
    "two-piece am": lambda text: text.replace("ำ", "ํา"),
    "two-piece ae": lambda text: text.replace("แ", "เเ"),
    "emphasis": lambda text: text.replace(" ", " **", 1) + "**",
    "tags": lambda text: "<b>" + text.replace(" ", " </b>", 1),
    "line ends": lambda text: text.replace(" ", "\n", 1),
}  # fmt: skip


@pytest.mark.parametrize("disguise", sorted(DISGUISES))
def test_no_disguise_hides(disguise: str) -> None:
    """Every case in a second disguise over its own, read as prose; the innocent stay so."""
    kept = [case for case in CASES if "&#" not in case.text]
    disguised = DISGUISES[disguise]

    judged(disguise, [
        (case, is_caught(case, [(f.kind, f.value) for f in unwrapped(disguised(case.text), PLAIN)]))
        for case in kept
    ])  # fmt: skip
    assert [text for text in innocents() if unwrapped(disguised(text), PLAIN)] == []


@given(st.permutations([*(case.text for case in CASES), *innocents()]))
@settings(max_examples=8)
def test_texts_that_are_read_at_once_are_read_apart(texts: list[str]) -> None:
    """Whatever stands beside a text, what is found in it is what is found in it alone."""
    found = detect_each(texts)

    assert found == {text: list(detect(text)) for text in texts if detect(text)}


def test_cases_are_caught_in_records(tmp_path: Path) -> None:
    """In YAML and CSV of an agency's folder and in its pages, with file, line and column."""
    folder = tmp_path / "content" / "minimal"
    caught = []
    for number, case in enumerate(CASES):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(HERE / "samples" / "minimal", folder)
        file, line = written(folder, case.text, number)
        disclosure, _ = load(folder)
        assert disclosure is not None
        found = [d for d in exposed(disclosure, folder) if d.rule.code == "personal-data"]
        lines = [d.place.line for d in found if d.place.file.endswith(file)]
        caught.append((case, line in lines))
    judged("records", caught)


def written(folder: Path, text: str, number: int) -> tuple[str, int]:
    """A text in one of an agency's files; its file and line."""
    item = folder / "items" / "p-01.yml"
    if number % 2:
        whole = item.read_text(encoding="utf-8").replace("เหตุผล", json.dumps(text))
        item.write_text(whole, encoding="utf-8")
        return "items/p-01.yml", whole[: whole.index("rationale")].count("\n") + 1
    page = folder / "pages" / "history.md"
    page.parent.mkdir()
    head = "---\ntitle: ก\nsummary: ข\nunit: law\nas_of: 2025-01-31\n---\n## ค {#a}\n\n"
    page.write_text(f"{head}{text}\n", encoding="utf-8")
    return "pages/history.md", 9 + text[: len(text) - len(text.lstrip())].count("\n")


def test_cases_are_caught_in_a_workbook(tmp_path: Path) -> None:
    """Each in its cell; the finding names sheet and cell."""
    book = Workbook()
    book.active.title = "ข้อมูล"
    book.active.append(["ลำดับ", "รายการ"])
    kept = [case for case in CASES if "\ufeff" not in case.text]
    for number, case in enumerate(kept, 2):
        book.active.cell(number, 1, number)
        cell = book.active.cell(number, 2, case.text)
        cell.data_type = "s"

    found = looked_through("a.xlsx", bytes_of(book), tmp_path)

    by_cell: dict[str, list[tuple[str, str]]] = {}
    for one in found:
        by_cell.setdefault(one.place.file, []).append((one.finding.kind, one.finding.value))
    judged(
        "workbook",
        [
            (case, is_caught(case, by_cell.get(f"a.xlsx#ข้อมูล!B{n}", [])))
            for n, case in enumerate(kept, 2)
        ],
    )


def test_cases_are_caught_in_a_csv(tmp_path: Path) -> None:
    """The same as an attached CSV file, each in its row; the finding names the line where that begins."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["ลำดับ", "รายการ"])
    kept = [case for case in CASES if not case.text.startswith(("+", "-"))]
    begins = []
    for number, case in enumerate(kept):
        begins.append(text.getvalue().count("\n") + 1)
        writer.writerow([f"{number}", case.text])

    found = looked_through("a.csv", text.getvalue().encode(), tmp_path)

    by_line = {line: told([one for one in found if one.place.line == line]) for line in begins}
    judged("csv", [(c, is_caught(c, by_line[n])) for c, n in zip(kept, begins, strict=True)])


def test_cases_are_caught_in_print(tmp_path: Path) -> None:
    """In a PDF that a browser made of them: every third case, one on a page."""
    content = (HERE / "privacy" / "cases.pdf").read_bytes()

    found = looked_through("a.pdf", content, tmp_path)

    pages = {
        number: told([one for one in found if one.place.file == f"a.pdf#page={number}"])
        for number in range(1, len(PRINTED_CASES) + 1)
    }
    judged("pdf", [(case, is_caught(case, pages[n])) for n, case in enumerate(PRINTED_CASES, 1)])


def test_cases_are_caught_in_drawings_and_names(tmp_path: Path) -> None:
    """In the words of an SVG, and in names of files."""
    plain = [case for case in CASES if not set(case.text) & set("<&\n\\\x00")]
    drawn = [
        (case, is_caught(case, told(looked_through("a.svg", drawing(case.text), tmp_path))))
        for case in plain
    ]
    judged("svg", drawn)
    named = [case for case in plain if not set(case.text) & set('/:|*"?<>') and len(case.text) < 60]
    empty = BytesIO()
    judged(
        "file name",
        [
            (case, is_caught(case, told([
                one
                for piece in attached_pieces(PurePosixPath(f"files/{case.text}.png"), empty.getvalue(), "x")
                for one in piece.found(PLAIN)
            ])))
            for case in named
        ],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_cases_do_not_leave_in_pictures(kind: str, tmp_path: Path) -> None:
    """What a camera or a program wrote into a picture is not published at all."""
    for case in CASES[::7]:
        path = tmp_path / f"a.{kind.lower()}"
        path.write_bytes(photograph(kind, case.text))
        clean = cleaned(path, path.name)
        assert isinstance(clean, Cleaned)
        assert clean.removed
        assert case.text.encode() not in clean.content


def test_innocent_texts_pass(tmp_path: Path) -> None:
    """Amounts, laws, e-GP and contract numbers, dates, officials, juristic suppliers: no alarm."""
    assert {text: found for text in innocents() if (found := detect(text))} == {}
    book = Workbook()
    for text in innocents():
        book.active.append([1, text, 2])
    assert looked_through("a.xlsx", bytes_of(book), tmp_path) == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_agencies_raise_no_alarm(agency: str) -> None:
    """The content that lies here is free of personal data, or released with a reason."""
    disclosure, _ = load(CONTENT / agency)
    assert disclosure is not None

    assert [d for d in exposed(disclosure, CONTENT / agency) if d.rule.severity != "note"] == []


def test_nothing_is_repeated(project: Path) -> None:
    """No report in any format says the data that it warns of."""
    item = project / "content" / "minimal" / "items" / "p-01.yml"
    text = item.read_text(encoding="utf-8")
    for case in CASES:
        item.write_text(
            text.replace("เหตุผล", json.dumps(case.text, ensure_ascii=False)), encoding="utf-8"
        )
        _, problems = inspected(project / "content" / "minimal")
        found = [d for d in problems if d.rule.code == "personal-data"]
        assert found, case.text
        for style in report.FORMATS.values():
            said = style(found)
            for finding in detect(case.text):
                typed = case.text[finding.start : finding.end]
                assert typed not in said
                assert finding.value not in said
    assert masked("1-2345-67890-12-3") == "•-••••-•••••-••-•"
    assert masked("นายสมมุติ ไม่มีจริง").replace("•", "") == "นาย "


def test_heads_of_columns_tell(tmp_path: Path) -> None:
    """A bare number is what the head of its column says; a list of persons is seen as one."""
    book = Workbook()
    sheet = book.active
    sheet.title = "ก"
    sheet.append(["ชื่อ-สกุล", "โทรศัพท์", "เลขที่บัญชีธนาคาร", "วันเดือนปีเกิด", "จำนวนเงิน"])
    sheet.append(["สมมุติ ไม่มีจริง", "032412345", "1234567890", "05/01/2530", "1234567890"])
    sheet.append(["วิไล ทดสอบระบบ", 812345678, 1234567891, "06/01/2530", "600"])
    boxes = book.create_sheet("ข")
    number = national_id(Random(7))
    boxes.append(list(number))
    boxes.append([number[:1], number[1:5], number[5:10], number[10:12], number[12:]])

    found = looked_through("a.xlsx", bytes_of(book), tmp_path)

    kinds = Counter((str(one.finding.kind), one.place.file) for one in found)
    for kind, place in (
        ("roll", "ก!A2"), ("phone", "ก!B2"), ("phone", "ก!B3"), ("bank_account", "ก!C2"), ("bank_account", "ก!C3"), ("birth_date", "ก!D2"),
        ("national_id", "ข!A1"), ("national_id", "ข!A2"),
    ):  # fmt: skip
        assert kinds[kind, f"a.xlsx#{place}"], (kind, place, kinds)
    assert not any(place.endswith(("E2", "E3")) for _, place in kinds)


def test_lists_of_officials_pass(tmp_path: Path) -> None:
    """A row that tells a post is of an official; without a post it is of anybody."""
    book = Workbook()
    book.active.title = "ก"
    book.active.append(["ที่", "ชื่อ-สกุล", "วุฒิ", "ตำแหน่ง"])
    book.active.append([1, "นางสาววิไล ไม่มีจริง", "ปริญญาโท", "นักวิชาการเงินและบัญชี"])
    book.active.append([2, "นายสมมุติ ไม่มีจริง", "ปริญญาตรี", ""])

    found = looked_through("a.xlsx", bytes_of(book), tmp_path)

    assert [(one.finding.kind, one.place.file) for one in found] == [("name", "a.xlsx#ก!B3")]


def test_suppliers_pass_by_name_alone(tmp_path: Path) -> None:
    """The law publishes who was paid; it publishes no number of a person."""
    book = Workbook()
    number = national_id(Random(8))
    book.active.append(["งานที่จัดซื้อหรือจัดจ้าง", "ผู้ได้รับการคัดเลือก", "เลขประจำตัวผู้เสียภาษี"])
    book.active.append(["จ้างเหมาทำความสะอาด", "นางสาววิไล ไม่มีจริง", grouped(number)])
    book.active.append(["ซื้อวัสดุ", "บริษัท ตัวอย่าง จำกัด", "0105500000001"])

    found = looked_through("a.xlsx", bytes_of(book), tmp_path)

    assert told(found) == [("tax_id", number)]
    assert found[0].place.file.endswith("!C2")


def test_who_holds_a_post_is_public_everywhere(project: Path) -> None:
    """Named in people.yml or as signatory, an official may be named on any page, with any title."""
    folder = project / "content" / "minimal"
    (folder / "people.yml").write_text(
        "as_of: 2025-01-31\nposts:\n  - id: clerk\n    side: permanent\n    rank: chief\n"
        "    position: {th: ปลัดเทศบาล, en: Clerk}\n    name: {th: นางสาววิไล ไม่มีจริง, en: Ms. Wilai Maimijing}\n"
        "    phone: 0-3200-0000\n",
        encoding="utf-8",
    )
    with (folder / "plan.yml").open("a", encoding="utf-8") as plan:
        plan.write(
            "announcement:\n  title: {th: ประกาศ, en: Announcement}\n  date: 2022-09-29\n"
            "  statement: {th: ให้ใช้แผน, en: It is in force}\n  signatory:\n"
            "    name: {th: นายสมมุติ ไม่มีจริง, en: Mr. Sommut Maimijing}\n"
            "    position: {th: นายก, en: Mayor}\n"
        )
    item = folder / "items" / "p-01.yml"
    text = item.read_text(encoding="utf-8")
    for said, codes in (
        ("นายสมมุติ ไม่มีจริง กล่าวเปิดงาน", []),
        ("นายสมมุติ มีจริง กล่าวเปิดงาน", ["personal-data"]),
        ("นางวิไล ไม่มีจริง กล่าวเปิดงาน โทร 032000000", []),
        ("นางวิไล มีจริง กล่าวเปิดงาน", ["personal-data"]),
        ("นางวิไล ไม่มีจริง ป่วยเป็นไข้", ["personal-data"]),
        ("โทร 032000001", ["personal-data"]),
    ):
        item.write_text(text.replace("เหตุผล", f'"{said}"'), encoding="utf-8")
        _, problems = inspected(folder)
        assert [d.rule.code for d in problems if d.rule.severity == "error"] == codes, said


def test_ways_to_complain_are_public_everywhere(project: Path) -> None:
    """A telephone that the complaint channels name may stand on any page; no other number that they hold."""
    folder = project / "content" / "minimal"
    channels = (CONTENT / "example-sao" / "complaints" / "channels.yml").read_text(encoding="utf-8")
    channels = re.sub("unit: [a-z-]+", "unit: law", channels).replace("00-0000-0100", "032-000009")
    (folder / "complaints").mkdir()
    (folder / "complaints" / "channels.yml").write_text(channels, encoding="utf-8")
    item = folder / "items" / "p-01.yml"
    text = item.read_text(encoding="utf-8")
    number = grouped(national_id(Random(9)))
    (folder / "complaints" / "channels.yml").write_text(f"{channels}# {number}\n", encoding="utf-8")
    for said, places in (
        ("โทร 0 3200 0009", ["channels.yml"]),
        ("โทร 0 3200 0008", ["channels.yml", "p-01.yml"]),
        (f"เลข {number}", ["channels.yml", "p-01.yml"]),
    ):
        item.write_text(text.replace("เหตุผล", said), encoding="utf-8")
        found = [d for d in inspected(folder)[1] if d.rule.severity == "error"]
        assert {d.rule.code for d in found} == {"personal-data"}
        assert [Path(d.place.file).name for d in found] == places, said


def test_a_day_ends_a_release(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Released until a day: the day after, the build stops again."""
    folder = project / "content" / "minimal"
    rules = HERE / "rules" / "expired-release" / "good"
    shutil.copytree(rules, folder, dirs_exist_ok=True)
    (folder / "expected.txt").unlink(missing_ok=True)

    for day, codes in (("2099-12-31", []), ("2100-01-01", ["expired-release"] * 2)):
        monkeypatch.setitem(os.environ, "DISCLOSURE_TODAY", day)
        _, problems = inspected(folder)
        assert [d.rule.code for d in problems] == codes


def test_input_workbooks_are_not_published() -> None:
    """Nothing is published from an agency's folder but what passed the cleaning."""
    for agency in AGENCIES:
        for path in (CONTENT / agency).rglob("*"):
            if path.is_file() and path.suffix not in {".yml", ".md", ".csv"}:
                assert path.relative_to(CONTENT / agency).parts[0] == "files", path


HEAD = (
    "ปีงบประมาณ", "ประเภทหน่วยงาน", "กระทรวง", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "งานที่ซื้อหรือจ้าง", "วงเงินงบประมาณที่ได้รับจัดสรร",
    "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง", "ราคาที่ตกลงซื้อหรือจ้าง", "เลขประจำตัวผู้เสียภาษี",
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการ", "วันที่ลงนามในสัญญา", "วันที่สิ้นสุดสัญญา",
)  # fmt: skip
"""The list of eighteen columns that the ITA form of 2567 asked for: it asks for everybody's number."""


def bought(random: Random, day: int, supplier: str, number: str) -> list[object]:
    """A line of that list."""
    egp = f"6611{random.randrange(10**7):07}"
    price = 10_000 + random.randrange(90_000)
    return [
        2567, "องค์กรปกครองส่วนท้องถิ่น", "มหาดไทย", "ตัวอย่าง", "ตัวอย่าง", "ตัวอย่าง", f"จ้างเหมาบริการ {day}", price, "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย",
        "สิ้นสุดระยะสัญญา", "วิธีเฉพาะเจาะจง", price, price, number, supplier, egp, f"{day} พฤศจิกายน 2566", f"{day} ธันวาคม 2566",
    ]  # fmt: skip


def test_no_number_of_a_supplier_reaches_the_site(project: Path) -> None:
    """Planted in the officer's workbook, it is in no page, table, package or index; the name is."""
    random = Random(11)
    persons = {f"นาง{given} ค้าขายดี": national_id(random) for given in GIVEN}
    company = juristic_id(random)
    book = Workbook()
    book.active.append(HEAD)
    for day, (person, number) in enumerate(persons.items(), 1):
        typed = [number, grouped(number), grouped(number, " "), number.translate(THAI), int(number)]
        book.active.append(bought(random, day, person, typed[day % 5]))
    book.active.append(bought(random, 28, "บริษัท ตัวอย่างก่อสร้าง จำกัด", company))
    (project / "workbook.xlsx").write_bytes(bytes_of(book))
    with contextlib.chdir(project):
        said = CliRunner().invoke(
            main,
            [
                "import",
                "procurement",
                "workbook.xlsx",
                "--months-from-egp",
                "--as-of",
                "2024-10-05",
                "--report",
                "report",
            ],
        )
        assert said.exit_code == 0, said.output
        built = CliRunner().invoke(main, ["build"])
        assert built.exit_code == 0, built.output

    written_files = [
        path for path in project.rglob("*") if path.is_file() and path.name != "workbook.xlsx"
    ]
    whole = "\n".join(readable(path) for path in written_files) + said.output + built.output
    seen = re.sub(r"\D", "", Plain(whole).text)
    for person, number in persons.items():
        assert number not in seen
        assert grouped(number) not in whole
        assert person in whole
    assert company in seen


def readable(path: Path) -> str:
    """All that a file says, also where it is packed."""
    content = path.read_bytes()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return "\n".join(
                packed.read(name).decode(errors="replace") for name in packed.namelist()
            )
    return content.decode(errors="replace")


def test_the_gate_stops_what_came_another_way(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a number got past every reader, the site is not published; the old one stays."""
    number = national_id(Random(12))
    folder = project / "content" / "minimal"
    item = folder / "items" / "p-01.yml"
    item.write_text(
        item.read_text(encoding="utf-8").replace("ดำเนินการ,", f"'ดำเนินการ {grouped(number)}',"),
        encoding="utf-8",
    )
    monkeypatch.setattr("generator.inspection.exposed", lambda *_: [])

    with pytest.raises(Refused) as refused:
        list(made(folder))

    assert {d.rule.code for d in refused.value.diagnostics} == {"id-published"}
    assert number not in report.text(refused.value.diagnostics)


@pytest.mark.parametrize("agency", ["example-sao", "phetchaburi-pao"])
def test_finished_sites_hold_nothing_personal(agency: str) -> None:
    """All pages and data files as they are published, read by every detector once more."""
    disclosure, _ = load(CONTENT / agency)
    assert disclosure is not None
    public = setting_of(disclosure, CONTENT / agency).buying()
    found = [
        (file.src_uri, finding.kind)
        for file in made(CONTENT / agency)
        for finding in detect(re.sub(r"<[^>]*>", "\n", read(file)), public)
    ]

    assert found == []

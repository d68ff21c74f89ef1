"""Pictures, their tables and their files: the same numbers; told without colour; no id twice."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import fromstring
from PIL import ImageFont

from generator import formats
from generator.charts import typeface
from generator.charts.bars import Bar, Measured, measured_bars, stacked_bars
from generator.charts.drawing import LOOKS, PATTERNS, Spoken
from generator.charts.results import Point, Series, Step, results_chart
from generator.edition import Edition
from generator.exports import exports
from generator.model.base import Lang, Phrase
from generator.model.complaints import ByType, Flow
from generator.model.eras import FiscalYear, Month
from generator.model.procurement import Method
from generator.pages import pages
from generator.pages.picture import Picture
from generator.render import render
from generator.tokens import MARKS, Scheme, blocks, contrast, stylesheet, tokens
from tests.conftest import ROOT, edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = "example-sao"
CSS = stylesheet()
SPOKEN = Spoken("p", "Name", "Told")


def pictures_in(value: object) -> Iterator[Picture]:
    """Every picture that a page holds, however deep."""
    if isinstance(value, Picture):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from pictures_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from pictures_in(part)


def pictures_of(edition: Edition, lang: Lang) -> dict[str, Picture]:
    """The pictures of a site, by page and id."""
    return {
        f"{page.here.path}#{picture.id}": picture
        for page in pages(edition, lang)
        for picture in pictures_in(page)
    }


def rows_of(edition: Edition, name: str) -> list[dict[str, str]]:
    """A file of numbers as anyone reads it."""
    files = dict(exports(edition))
    return list(csv.DictReader(io.StringIO(files[f"data/pictures/{name}.csv"].decode("utf-8"))))


def bars_of(picture: Picture) -> list[list[float]]:
    """Of each row of bars the widths of its parts, in percent, left to right."""
    found: dict[str, list[tuple[float, float]]] = {}
    for rect in fromstring(str(picture.drawing)).iter("rect"):
        if "part" in rect.get("class", "").split():
            x, wide = (float(rect.get(name, "").rstrip("%")) for name in ("x", "width"))
            found.setdefault(rect.get("y", ""), []).append((x, wide))
    return [[wide for _x, wide in sorted(row)] for row in found.values()]


def scaled(rows: list[list[Decimal]], longest: int = 100) -> list[list[float]]:
    """Widths that bars of these numbers must have."""
    most = max(sum(row) for row in rows)
    kept = [[part for part in row if part] for row in rows]
    return [[float(part * longest / most) for part in row] for row in kept if row]


def same(drawn: list[list[float]], wanted: list[list[float]]) -> None:
    """As far as a thousandth of a percent."""
    assert [len(row) for row in drawn] == [len(row) for row in wanted]
    for row, other in zip(drawn, wanted, strict=True):
        assert row == pytest.approx(other, abs=0.002)


def later(edition: Edition, by: int) -> Edition:
    """The same agency with its second year of complaints some years later."""
    first, second = edition.disclosure.complaints
    moved = replace(
        second,
        fiscal_year=FiscalYear(second.fiscal_year + by),
        periods=tuple(
            replace(
                period,
                from_=Month(period.from_.year + by, period.from_.number),
                to=Month(period.to.year + by, period.to.number),
            )
            for period in second.periods
        ),
    )
    return Edition.of(replace(edition.disclosure, complaints=(first, moved)))


def few(edition: Edition) -> Edition:
    """The same agency with a second year of two complaints."""
    first, second = edition.disclosure.complaints
    flow = Flow(carried_over=0, received=2, completed=2, in_progress=0)
    period = replace(
        second.periods[0], by_type=ByType(general=flow), by_channel=None, answers=None,
        satisfaction=None,
    )  # fmt: skip
    small = replace(second, periods=(period,))
    told = tuple(
        e for e in edition.disclosure.published_counts if e.fiscal_year == first.fiscal_year
    )
    return Edition.of(replace(edition.disclosure, complaints=(first, small), published_counts=told))


def numbers(picture: Picture) -> list[list[str]]:
    """The cells of the picture's table."""
    assert picture.twin
    return [list(row.cells) for row in picture.twin.rows if row.cells]


@pytest.mark.parametrize("agency", [SAMPLE, "luang-nuea", "phetchaburi-province"])
def test_budget_is_the_same_three_times(agency: str) -> None:
    """File, table and bars, part by part and year by year."""
    edition = edition_of(agency)
    rows = rows_of(edition, "budget")
    picture = pictures_of(edition, Lang.TH)["plan#budget-picture"]
    years = [str(int(year)) for year in edition.disclosure.years]
    codes = [node.code for node in edition.disclosure.plan.nodes]
    money = {(row["fiscal_year"], row["code"]): Decimal(row["amount_thb"]) for row in rows}

    assert [[formats.baht(money[y, c]) for y in years] for c in codes] == [
        cells[:-1] for cells in numbers(picture)
    ]
    same(bars_of(picture), scaled([[money[y, c] for c in codes] for y in years]))


@pytest.mark.parametrize("year", ["2568", "2569"])
def test_months_and_methods_are_the_same_three_times(year: str) -> None:
    """What was contracted in each month by each method, and by each method in the year."""
    edition = edition_of(SAMPLE)
    found = pictures_of(edition, Lang.EN)
    rows = [row for row in rows_of(edition, "procurement_months") if row["fiscal_year"] == year]
    money = {(row["month"], row["method"]): Decimal(row["contract_price_thb"]) for row in rows}
    (ledger,) = (one for one in edition.ledgers if str(int(one.year)) == year)
    months = [str(month) for month in ledger.year.months]
    used = [m for m in Method if any(money.get((month, m)) for month in months)]
    table = [[money.get((month, m), Decimal(0)) for m in used] for month in months]
    picture = found[f"procurement/{year}#months-picture"]

    same(bars_of(picture), scaled(table))
    told = [[formats.baht(value) for value in (*row, sum(row))] for row in table if any(row)]
    assert told == [cells for cells in numbers(picture) if cells[-1] != "0"]

    methods = [row for row in rows_of(edition, "procurement_methods") if row["fiscal_year"] == year]
    sums = [[Decimal(row["contract_price_thb"])] for row in methods]
    same(bars_of(found[f"procurement/{year}#methods-picture"]), scaled(sums))
    assert sum(value for (value,) in sums) == sum(money.values())


def test_quarters_are_the_same_three_times() -> None:
    """What was planned for each quarter, and how far it is; nothing of results where none are told."""
    edition = edition_of(SAMPLE)
    rows = rows_of(edition, "quarters")
    told = [row for row in rows if row["fiscal_year"] == "2568"]
    counts = [
        [Decimal(row[name]) for name in ("done", "ongoing", "not_done", "untold")] for row in told
    ]
    picture = pictures_of(edition, Lang.EN)["results/2568#quarters-picture"]

    assert [[row["planned"], *map(str, part)] for row, part in zip(told, counts, strict=True)] == (
        numbers(picture)
    )
    same(bars_of(picture), scaled(counts))
    assert all(int(row["planned"]) == sum(part) for row, part in zip(told, counts, strict=True))
    assert {row["done"] for row in rows if row["fiscal_year"] != "2568"} == {""}


def test_marks_of_an_annual_plan_are_those_of_its_table() -> None:
    """The bars of a year count what the table below them counts."""
    edition = edition_of("luang-nuea")
    rows = rows_of(edition, "quarters")
    for page in pages(edition, Lang.TH):
        if re.fullmatch(r"plan/\d{4}", page.here.path):
            year = page.here.path[-4:]
            planned = [row["planned"] for row in rows if row["fiscal_year"] == year]
            assert planned == list(page.marks)
            (picture,) = pictures_in(page)
            same(bars_of(picture), scaled([[Decimal(n)] for n in planned]))


def test_no_quarter_is_made_up() -> None:
    """A report of results tells when something was done: no picture of what was planned."""
    for agency in ("din-daeng", "chom-prathat", "phetchaburi-pao"):
        names = pictures_of(edition_of(agency), Lang.TH)
        assert not [name for name in names if "quarters" in name]


def test_the_risk_map_is_the_matrix() -> None:
    """Each cell's level and risks, in file, map and table."""
    edition = edition_of(SAMPLE)
    rows = rows_of(edition, "risk_matrix")
    (page,) = (page for page in pages(edition, Lang.EN) if page.here.path == "risk")
    table = [
        (line.likelihood, cell.level, cell.risks) for line in page.matrix for cell in line.cells
    ]
    assert [(r["likelihood"], r["level_name_en"], tuple(r["numbers"].split())) for r in rows] == [
        (likelihood, str(level), risks) for likelihood, level, risks in table
    ]
    drawing = fromstring(str(page.picture.drawing))
    words = [e.text for e in drawing.iter("text") if e.get("class") == "cell"]
    assert Counter(" ".join(words).split()) == Counter(
        " ".join(row["level_name_en"] for row in rows).split()
    )
    pins = [e.text for e in drawing.iter("text") if e.get("class") == "pin-words"]
    named = sorted(number for pin in pins for number in pin.split(" · "))
    assert named == sorted(n for row in rows for n in row["numbers"].split())
    assert len(named) == len(edition.disclosure.risk.risks)


def test_ita_results_are_the_same_three_times() -> None:
    """Every year's total stands in the file, in the table and at its point."""
    edition = edition_of(SAMPLE)
    rows = rows_of(edition, "ita_results")
    (page,) = (page for page in pages(edition, Lang.TH) if page.here.path == "ita/results")
    drawing = fromstring(str(page.picture.drawing))
    printed = [e.text for e in drawing.iter("text") if e.get("class") == "point"]

    totals = [formats.number(Decimal(row["total"])) for row in rows]
    assert totals == printed == [row.total for row in page.rows]
    assert [row["grade_th"] for row in rows] == [str(row.grade) for row in page.rows]
    heights = [float(dot.get("cy", "")) for dot in drawing.iter("circle")]
    for (one, y1), (two, y2) in pairwise(zip(totals, heights, strict=True)):
        assert (Decimal(one) < Decimal(two)) == (y1 > y2)


def test_complaints_are_the_same_three_times() -> None:
    """Shown counts as bars of their length; a hidden one has no bar and no number anywhere."""
    edition = edition_of(SAMPLE)
    rows = [row for row in rows_of(edition, "complaints") if row["fiscal_year"] == "2568"]
    picture = pictures_of(edition, Lang.EN)["complaints/2568#periods-picture"]
    counts = [Decimal(row["count"]) for row in rows if row["count"] and row["count"] != "0"]
    most = max(counts)

    same(bars_of(picture), [[float(count * 78 / most)] for count in counts])
    assert {row["flag"] for row in rows} == {"shown", "withheld"}
    assert all((row["count"] == "") is (row["flag"] != "shown") for row in rows)
    values = [
        e.text for e in fromstring(str(picture.drawing)).iter("text") if e.get("class") == "value"
    ]
    assert len(values) == len(rows)
    for row, value in zip(rows, values, strict=True):
        assert row["count"] in {"", value.rpartition(" ")[2]}
        assert ("withheld" in value) is (row["flag"] == "withheld")


def test_complaints_over_the_years_are_the_same_three_times() -> None:
    """What is published of each year as bars of their length, in the table and in the file."""
    edition = edition_of(SAMPLE)
    rows = rows_of(edition, "complaint_years")
    picture = pictures_of(edition, Lang.EN)["complaints#years-picture"]
    counts = [Decimal(row["count"]) for row in rows]
    same(bars_of(picture), [[float(count * 78 / max(counts))] for count in counts])
    assert [(row["fiscal_year"], row["months"]) for row in rows[::2]] == [
        ("2568", "12"),
        ("2569", "6"),
    ]
    told = [[rows[n]["months"], rows[n]["count"], rows[n + 1]["count"]] for n in (0, 2)]
    assert numbers(picture) == told
    assert "6 of 12 months" in picture.drawing
    assert "than in" not in picture.finding, "half a year is compared with no whole one"


def test_a_year_without_statistics_keeps_its_place() -> None:
    """It has no bar and no number: the words say that nothing is counted, which is not zero."""
    edition = later(edition_of(SAMPLE), by=2)
    picture = pictures_of(edition, Lang.EN)["complaints#years-picture"]
    assert picture.twin
    assert [row.cells for row in picture.twin.rows[1:3]] == [(), ()]
    assert len(bars_of(picture)) == 4
    assert str(picture.drawing).count(">no statistics of this year; that is not 0<") == 2
    assert {row["fiscal_year"] for row in rows_of(edition, "complaint_years")} == {"2568", "2571"}


def test_a_lone_year_is_no_picture_of_years() -> None:
    """Nothing is compared with nothing."""
    edition = edition_of(SAMPLE)
    lone = replace(edition.disclosure, complaints=edition.disclosure.complaints[:1])
    alone = Edition.of(lone)
    assert "complaints#years-picture" not in pictures_of(alone, Lang.TH)
    assert "data/pictures/complaint_years.csv" not in dict(exports(alone))


def test_hidden_totals_stay_hidden_in_the_picture_of_years() -> None:
    """A year of two complaints is shown as fewer than three: no bar, no number, no comparison."""
    edition = few(edition_of(SAMPLE))
    rows = rows_of(edition, "complaint_years")
    picture = pictures_of(edition, Lang.EN)["complaints#years-picture"]
    hidden = [row for row in rows if row["flag"] != "shown"]
    assert hidden
    assert all(row["count"] == "" for row in hidden)
    assert picture.twin
    said = " ".join(cell for row in picture.twin.rows for cell in row.cells)
    assert "fewer than 3" in said or "withheld" in said
    assert len(bars_of(picture)) == sum(row["count"] not in {"", "0"} for row in rows)
    assert "than in" not in picture.finding


class Frames(HTMLParser):
    """The frames of pictures on a page: tags inside each, ids and links to patterns of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[list[tuple[str, dict[str, str | None]]]] = []
        self.ids: list[str] = []
        self.fills: set[str] = set()
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Noted with what it says."""
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []
        self.fills |= set(re.findall(r"url\(#([^)]+)\)", told.get("fill") or ""))
        if tag == "figure" and told.get("class") == "picture":
            self.frames.append([])
            self.inside = True
        elif self.inside:
            self.frames[-1].append((tag, told))

    def handle_endtag(self, tag: str) -> None:
        """The frame ends."""
        self.inside = self.inside and tag != "figure"


@pytest.mark.parametrize("lang", Lang)
def test_every_picture_is_framed_alike(edition: Edition, lang: Lang) -> None:
    """A finding, words for who does not see it, a table, a file that exists; no id stands twice."""
    files = {name for name, _content in exports(edition)}
    seen = 0
    for page in pages(edition, lang):
        held = list(pictures_in(page))
        if not held:
            continue
        html = render(page)
        parser = Frames()
        parser.feed(html)
        assert [n for n, count in Counter(parser.ids).items() if count > 1] == [], page.here.path
        assert parser.fills <= set(parser.ids), page.here.path
        assert html.count("<svg") >= html.count('class="chart"') == len(held)
        for picture, tags in zip(held, parser.frames, strict=True):
            seen += 1
            kinds = [tag for tag, _told in tags]
            assert {"figcaption", "svg", "title", "desc", "table", "caption"} <= set(kinds)
            assert picture.finding
            assert picture.about
            assert not re.search(r"[{}]|None", picture.finding + picture.about)
            for link in picture.files[:1]:
                assert link.href.removeprefix(page.here.root) in files
    assert seen or edition.disclosure.agency.id == "chom-prathat"


def test_words_of_another_language_are_marked() -> None:
    """Thai in an English picture says that it is Thai, and each of its lines does."""
    label = Phrase("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", Lang.TH, Lang.EN)
    drawing = stacked_bars((Bar(label, (Decimal(1),), "1,000,000 of 2,000,000"),), SPOKEN)
    labels = [e for e in fromstring(str(drawing)).iter("text") if e.get("class") == "label"]

    assert len(labels) > 1
    assert {e.get("lang") for e in labels} == {"th"}
    assert "".join(e.text for e in labels) == label.text


def test_parts_differ_without_colour() -> None:
    """No two looks are the same shape, and each pattern is its picture's own."""
    assert len(set(LOOKS)) == len(LOOKS)
    shapes = [re.sub(r"mark-\{\}|id=\"\{\}\"", "", PATTERNS[look]) for look in PATTERNS]
    assert len(set(shapes)) == len(shapes)
    bar = Bar("a", tuple(Decimal(1) for _look in LOOKS), "6")
    drawing = str(stacked_bars((bar,), SPOKEN))
    made = re.findall(r'<pattern id="([^"]+)"', drawing)
    assert made == [f"p-{look}" for look in LOOKS if look in PATTERNS]
    assert len(re.findall(r'class="seam"', drawing)) == len(LOOKS) - 1


def test_a_row_of_nothing_says_so() -> None:
    """No bar, and its words stand where the bar would be."""
    drawing = stacked_bars(
        (Bar("May", (Decimal(0),), "nothing bought"), Bar("June", (Decimal(2),), "2")), SPOKEN
    )
    assert "nothing bought</text>" in drawing
    assert drawing.count('class="part') == 1
    empty = measured_bars((Measured("May", ((None, "withheld"), (Decimal(0), "0"))),), SPOKEN)
    assert 'class="part' not in empty
    assert "withheld</text>" in empty


def test_a_line_breaks_where_grades_change() -> None:
    """Points of two kinds of grades are not joined."""
    steps = (Step(Decimal(50), "good"), Step(Decimal(0), "none"))
    old = Series((Point("1", Decimal(70), "70"), Point("2", Decimal(75), "75")), steps)
    new = Series((Point("3", Decimal(80), "80"),), steps)
    drawing = results_chart((old, new), SPOKEN)

    assert drawing.count('class="trend"') == 1
    assert drawing.count('class="break"') == 1
    assert drawing.count('class="dot"') == 3


def used_tokens(selector: str) -> dict[str, str]:
    """The tokens by which the stylesheet paints a mark."""
    found = {}
    for block in blocks(CSS):
        if not block.at and selector in [one.strip() for one in block.selector.split(",")]:
            for name in ("fill", "stroke"):
                token = re.fullmatch(r"var\(--([a-z0-9-]+)\)", block.declarations.get(name, ""))
                if token:
                    found[name] = token[1]
    return found


@pytest.mark.parametrize("scheme", Scheme)
def test_marks_stand_out(scheme: Scheme) -> None:
    """3:1 of each part, dot and line against what it stands on, and against the seam beside it."""
    known = tokens(CSS, scheme)

    def ratio(one: str, other: str) -> float:
        return contrast(known[one], known[other])

    fronts = {used_tokens(f".mark-{n}")["fill"] for n in range(1, 5)}
    fronts |= {used_tokens(".part-0")["fill"], used_tokens(".part-5")["stroke"]}
    fronts |= {used_tokens(f".part-{n}")["stroke"] for n in range(1, 5)}
    seam, hole = used_tokens(".chart .seam")["stroke"], used_tokens(".hole")["fill"]
    for front in fronts:
        for ground in {"ground", "sheet", seam, hole}:
            assert ratio(front, ground) >= MARKS, (front, ground)
    edge = used_tokens(".heat")["stroke"]
    for level in range(4):
        fill = used_tokens(f".heat-{level}")["fill"]
        assert ratio(edge, fill) >= MARKS
        assert ratio(used_tokens(".chart .cell")["fill"], fill) >= 4.5
    assert ratio(edge, "ground") >= MARKS
    assert (
        ratio(used_tokens(".chart .pin-words")["fill"], used_tokens(".chart .pin")["fill"]) >= 4.5
    )
    bands = [used_tokens(f".band-{mood}")["fill"] for mood in ("best", "good", "part", "none")]
    for band in bands:
        for front in (".trend", ".band-edge", ".break"):
            assert ratio(used_tokens(front)["stroke"], band) >= MARKS, (front, band)
        assert ratio(used_tokens(".dot")["fill"], band) >= MARKS


def test_forced_colours_leave_two() -> None:
    """Marks take the reader's colour of words, grounds that of the page: patterns alone tell apart."""
    (forced,) = (
        block.declarations
        for block in blocks(CSS)
        if block.at == "@media (forced-colors: active)" and "--ground" in block.declarations
    )
    assert {forced[f"--part-{n}"] for n in range(4)} == {"CanvasText"}
    assert {forced[f"--{name}"] for name in ("line-strong", "ink", "soft")} == {"CanvasText"}
    grounds = ("ground", "sheet", "good-tint", "part-tint", "none-tint", "level-0", "level-3")
    assert {forced[f"--{name}"] for name in grounds} == {"Canvas"}


def test_noted_widths_are_those_of_the_typeface() -> None:
    """Within a twentieth, of Thai and of Latin words, as the font file itself has them."""
    folder = ROOT / "theme" / "assets" / "fonts"
    for weight, bold in ((400, False), (700, True)):
        for script, text in (
            ("thai", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
            ("thai", "กันยายน"),
            ("latin", "Passed on by another body, 1,820,440"),
        ):
            content = (folder / f"sarabun-{script}-{weight}-normal.woff2").read_bytes()
            font = ImageFont.truetype(io.BytesIO(content), 100)
            wide = typeface.width(text, 100, bold=bold)
            assert wide == pytest.approx(font.getlength(text), rel=0.05), (text, weight)


def test_lines_fit_their_room() -> None:
    """Nothing is lost when words are broken, and no line is wider than its room."""
    text = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    broken = typeface.lines(text, 15, 120)
    assert "".join(broken) == text
    assert len(broken) > 2
    assert all(typeface.width(line, 15) <= 120 for line in broken)
    assert typeface.lines("สั้น", 15, 120) == ["สั้น"]

"""Reading and printing of values: digits, eras, money; and what holds for all of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator import formats, source
from generator.checks.timing import quarters_of
from generator.diagnostics import Place
from generator.load import scalars
from generator.model.base import Lang, Phrase
from generator.model.eras import FiscalYear, Month
from generator.render import environment
from generator.report import text as report_text
from generator.source import Scalar

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def typed(text: str) -> Scalar:
    """A scalar as it comes from a file."""
    return Scalar(text, Place("x.yml"), quoted=False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-09-29", date(2022, 9, 29)),
        ("2565-09-29", date(2022, 9, 29)),
        ("๒๕๖๕-๐๙-๒๙", date(2022, 9, 29)),
        ("๒๙ กันยายน ๒๕๖๕", date(2022, 9, 29)),
        ("วันที่ ๒๙ กันยายน พ.ศ. ๒๕๖๕", date(2022, 9, 29)),
        ("2567-02-29", date(2024, 2, 29)),
    ],
)
def test_days_are_understood_where_they_are_certain(text: str, day: date) -> None:
    """Common era, or Buddhist era where the year leaves no doubt; leap days by the common era."""
    assert day == scalars.day(typed(text))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_days_survive_either_era(day: date) -> None:
    """Written in either era and either digits, a day comes back as itself, 29 February too."""
    buddhist = f"{day.year + 543}-{day.month:02}-{day.day:02}"
    for text in (day.isoformat(), buddhist, buddhist.translate(THAI)):
        assert day == scalars.day(typed(text))


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_fiscal_year_holds_its_days(day: date) -> None:
    """Every day lies in its fiscal year; the next begins the day after the last."""
    year = FiscalYear.of(day)

    assert year.first_day <= day <= year.last_day
    assert FiscalYear(year + 1).first_day == year.last_day + timedelta(days=1)
    assert (year.first_day.month, year.first_day.day) == (10, 1)
    assert [month.next for month in year.months[:-1]] == list(year.months[1:])
    assert (year.months[0].first_day, year.months[-1].last_day) == (year.first_day, year.last_day)
    assert Month.of(day) in year.months


@pytest.mark.parametrize(
    ("months", "quarters"),
    [((), ()), ((5,), (3,)), ((12, 1), (1, 2)), ((10, 12), (1,)), ((10, 9), (1, 2, 3, 4)), ((1, 12), (1, 2, 3, 4))],
)  # fmt: skip
def test_months_lie_in_quarters(months: tuple[int, ...], quarters: tuple[int, ...]) -> None:
    """Of the fiscal year, from October; one month in one, and January to December in all."""
    assert quarters_of(months) == quarters


@given(st.decimals(0, 10**12, places=2))
def test_money_comes_back_as_it_was_printed(amount: Decimal) -> None:
    """Printed with commas, in Thai digits or Arabic, an amount is read as the same amount."""
    for text in (formats.baht(amount), formats.baht(amount).translate(THAI)):
        assert amount == scalars.baht(typed(text))


@given(st.lists(st.decimals(0, 10**9, places=2), max_size=30))
def test_the_sum_of_printed_rows_is_the_printed_sum(amounts: list[Decimal]) -> None:
    """Nothing is rounded on the way to a page."""
    printed = sum((scalars.baht(typed(formats.baht(a))) for a in amounts), Decimal(0))

    assert formats.baht(sum(amounts, Decimal(0))) == formats.baht(printed)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_data_reaches_the_page_as_itself(text: str) -> None:
    """Data → HTML → text is the identity, whatever it holds."""
    template = environment().from_string("{{ phrase }}")
    for page in Lang:
        html = template.render(phrase=Phrase(text, Lang.TH, page))
        assert " ".join(text.split()) == Markup(html).striptags() or "<" in text or "&" in text
        assert "<script" not in html


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_damage_to_a_file_raises(data: st.DataObject) -> None:
    """Any single character put anywhere in a file ends in a tree or in diagnostics that print."""
    sample = (
        "id: p-01\nnumber: 1\ntitle: {th: โครงการ, en: Project}\nsteps:\n  - th: ก\n    en: a\n"
    )
    at = data.draw(st.integers(0, len(sample)))
    character = data.draw(st.characters(exclude_categories=["Cs"]))

    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.yml"
        path.write_bytes((sample[:at] + character + sample[at:]).encode())

        tree, problems = source.read(path, str(path))

        assert tree is not None or problems
        assert len(report_text(problems).splitlines()) >= 3 * len(problems)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\tb: 1", "tab", 2, 1), ("- \tx: 1", "tab", 1, 3),
        ("a: b\tc: d", "syntax", 1, 7), ("a: @\tb", "syntax", 1, 4),
        ("id:x\nkind: y", "no-space-after-colon", 1, 3), ("a: {b: 1, th:x}", "no-space-after-colon", 1, 13),
        ("a: 1\nb\nc: 2", "syntax", 2, 1), ('a: "x\nb: 1\n', "syntax", 1, 4),
        ("a: {b: 1\nc: 2", "syntax", 1, 4), ("a: [b, @]", "syntax", 1, 8), ("a: 1\n b: 2", "syntax", 2, 3),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    """Not where the parser gave up: on the first line too, where a text began, and with the line itself."""
    _, problems = source.parse(text, "x.yml")

    assert [(p.rule.code, p.place.line, p.place.column) for p in problems] == [(code, line, column)]
    assert problems[0].place.is_quotable


@given(
    st.recursive(
        st.text("กขabc 1", min_size=1, max_size=5).map(str.strip).filter(bool),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, min_size=1, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_our_tree_is_the_trees_of_yaml(value: object) -> None:
    """What PyYAML writes, we read back the same."""
    import yaml

    tree, problems = source.parse(
        yaml.safe_dump(value, allow_unicode=True, default_style='"'), "x.yml"
    )

    assert problems == []
    assert value == plain(tree)


def plain(node: object) -> object:
    """A tree as plain values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, source.Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


@pytest.mark.parametrize(
    ("value", "lang", "shown"),
    [
        (date(2022, 9, 29), Lang.TH, "29 กันยายน 2565"),
        (date(2022, 9, 29), Lang.EN, "29 September 2022 (B.E. 2565)"),
    ],
)
def test_days_are_printed_in_their_era(value: date, lang: Lang, shown: str) -> None:
    """Buddhist era in Thai; common era with the Buddhist in English."""
    assert shown == formats.day(value, lang)


def test_fiscal_years_are_printed_in_their_era() -> None:
    """2566 · 2023 (B.E. 2566); a span of years likewise."""
    first, last = FiscalYear(2566), FiscalYear(2570)

    assert [formats.fiscal_year(first, lang) for lang in Lang] == ["2566", "2023 (B.E. 2566)"]
    assert [formats.fiscal_years(first, last, lang) for lang in Lang] == [
        "2566–2570",
        "2023–2027 (B.E. 2566–2570)",
    ]


def test_the_caret_stands_below_the_fault_under_thai(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Vowels above and below take no column of a terminal."""
    monkeypatch.chdir(tmp_path)
    Path("x.yml").write_text('ที่: 1\n"ปี่": &a 2\nที่: 3\n', encoding="utf-8")
    _, problems = source.read(Path("x.yml"), "x.yml")

    lines = report_text(problems).splitlines()

    assert lines[3:5] == ['  2 │ "ปี่": &a 2', "    │      ^"]
    assert lines[6] == "x.yml:3:1: error[duplicate-key]"

"""Procurement: sums that were worked out by hand, pages that say them, proofs and indicators.

The sample has eight purchases. Counted contracts come to 3,464,000 baht: 1,800,000 by open
invitation, 590,000 by selection in two contracts, 1,074,000 direct; one purchase was cancelled after
its contract, one is not signed yet.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.edition import Edition
from generator.exports import exports
from generator.indicators import INDICATORS, findings
from generator.inspection import inspected
from generator.model.base import Id, Lang, Text
from generator.model.eras import FiscalYear, Month
from generator.model.ledger import Ledger, MonthState, spent
from generator.model.procurement import (
    Contract,
    Method,
    Process,
    Procurement,
    ProcurementReport,
    SupplierKind,
)
from generator.model.spending import (
    by_method,
    by_source,
    by_status,
    by_supplier,
    compared,
    reconciled,
)
from generator.pages import all_ways, purchases
from generator.proofs import MONTHS, NOTHING, PROOFS, Means
from generator.site import SitePage, site_pages

SAMPLES = Path(__file__).parent / "samples"
GOLDEN = Path(__file__).parent / "golden" / "procurement"
YEAR = FiscalYear(2566)


def laid(tmp_path: Path, **changes: str) -> Path:
    """The small agency with the sample year, some of its files written anew."""
    folder = tmp_path / "content" / "minimal"
    shutil.copytree(SAMPLES / "minimal", folder)
    shutil.copytree(SAMPLES / "procurement", folder / "procurement")
    for name, text in changes.items():
        suffix = "yml" if name == "report" else "csv"
        path = folder / "procurement" / "2566" / f"{name}.{suffix}"
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def edition_of(folder: Path) -> Edition:
    """The edition of a folder whose data has nothing to mend."""
    before = Path.cwd()
    os.chdir(folder.parent.parent)
    try:
        disclosure, problems = inspected(folder)
    finally:
        os.chdir(before)
    assert [problem.rule.code for problem in problems if problem.rule.severity == "error"] == []
    assert disclosure is not None
    return Edition.of(disclosure)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """The sample year."""
    return edition_of(laid(tmp_path))


@pytest.fixture
def ledger(edition: Edition) -> Ledger:
    """Its ledger."""
    return edition.ledgers[0]


def htmls(edition: Edition, lang: Lang) -> dict[str, str]:
    """The content of every page by its address."""
    made = site_pages(edition, lang)
    return {one.src_uri: one.html for one in made if isinstance(one, SitePage)}


def page(edition: Edition, name: str, lang: Lang = Lang.TH) -> str:
    """The words of a page, its tags taken off and its blanks drawn together."""
    pages = htmls(edition, lang)
    prefix = "en/" if lang is Lang.EN else ""
    html = re.sub(r"</?(span|b|small)[^>]*>", "", pages[f"{prefix}{name}/index.md"])
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_sample_has_nothing_to_mend(tmp_path: Path) -> None:
    """What the tests below add up is data that the rules accept."""
    _, problems = inspected(laid(tmp_path))

    assert [problem.rule.code for problem in problems] == []


def test_each_purchase_is_counted_once(ledger: Ledger) -> None:
    """Two contracts of one purchase share its budget; a cancelled purchase costs nothing."""
    assert Decimal(3_464_000) == spent(ledger.purchases)
    assert {p.process.id: p.price for p in ledger.purchases} == {
        "a-01": 1_800_000, "a-02": 590_000, "a-03": 4000, "a-04": 285_000,
        "a-05": 390_000, "a-06": 395_000, "a-07": None, "a-08": None,
    }  # fmt: skip


def test_groups_hold_every_purchase(ledger: Ledger) -> None:
    """By method, status and source the same purchases and the same money, parted otherwise."""
    assert {g.key: (len(g.purchases), g.baht) for g in by_method(ledger.purchases)} == {
        Method.OPEN: (2, 1_800_000),
        Method.SELECTIVE: (1, 590_000),
        Method.DIRECT: (5, 1_074_000),
    }
    for groups in (by_status(ledger.purchases), by_source(ledger.purchases)):
        assert sum(len(group.purchases) for group in groups) == 8
        assert sum(group.baht for group in groups) == 3_464_000


def test_like_is_held_against_like(ledger: Ledger) -> None:
    """Budget, reference price and price are those of the six purchases that state all three."""
    prices = compared(ledger.purchases)

    assert (
        prices.number,
        prices.budget,
        prices.reference,
        prices.price,
    ) == (6, 3_704_000, 3_634_000, 3_464_000)
    assert (prices.below_budget, prices.below_reference) == (240_000, 170_000)


def test_suppliers_come_by_what_they_were_paid(ledger: Ledger) -> None:
    """The contract of the cancelled purchase does not count; two contracts of one purchase do."""
    paid = [(s.name, s.kind, s.contracts, s.baht) for s in by_supplier(ledger.purchases)]

    assert paid[0] == ("บริษัท ตัวอย่างก่อสร้าง จำกัด", SupplierKind.JURISTIC, 1, 1_800_000)
    assert paid[1] == ("ร้านตัวอย่างการช่าง", SupplierKind.NATURAL, 2, 785_000)
    assert paid[2] == ("บริษัท สมมติคอมพิวเตอร์ จำกัด", SupplierKind.JURISTIC, 2, 590_000)
    assert sum(baht for *_, baht in paid) == 3_464_000


def test_months_are_reported_empty_silent_or_to_come(tmp_path: Path) -> None:
    """What a month says depends on its lines, on the report and on the day of the data."""
    report = "fiscal_year: 2566\nas_of: 2023-08-15\nmonths_without: [2022-12]\n"
    lines = "id,month,title.th,method,status\na-01,2022-10,ซื้อกระดาษ,direct,pending\n"
    lines += "a-02,2023-08,ซื้อหมึก,direct,pending\n"
    folder = laid(tmp_path, report=report, processes=lines, bids="process,bidder,kind\n")
    (folder / "procurement/2566/contracts.csv").unlink()
    edition = edition_of(folder)
    ledger = edition.ledgers[0]

    states = [ledger.state(month) for month in YEAR.months]

    assert states[:3] == [MonthState.REPORTED, MonthState.UNSTATED, MonthState.NOTHING]
    assert states[9:] == [MonthState.UNSTATED, MonthState.SO_FAR, MonthState.TO_COME]
    assert set(YEAR.months) - set(ledger.months_lacking) == {Month(2022, 10), Month(2022, 12)}
    assert "the month was not over" in page(edition, "procurement/2566/2023-08", Lang.EN)


def test_reconciliation_names_what_does_not_fit(ledger: Ledger) -> None:
    """The fuel cost more than its reference price and stands with its explanation."""
    found = reconciled(ledger)

    assert found.months == (12, 12)
    assert found.within_budget == (6, 6)
    assert found.within_reference == (5, 6)
    assert found.signed_in_year == (8, 8)
    assert [purchase.process.id for purchase in found.exceptions] == ["a-04"]


def test_the_month_speaks_in_the_nine_columns(edition: Edition) -> None:
    """October in the form of สขร.1: every column of a line, the total without what was cancelled."""
    text = page(edition, "procurement/2566/2022-10")

    for words in (
        "แบบ สขร. 1", "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2565", "2,000,000", "1,950,000",
        "วิธีประกาศเชิญชวนทั่วไป", "ห้างหุ้นส่วนจำกัด สมมติการโยธา 1,800,000", "ราคาต่ำสุด", "20 ตุลาคม 2565",
        "2,600,000", "2,550,000", "2,390,000",
    ):  # fmt: skip
        assert words in text, words


def test_a_month_without_procurement_says_so(edition: Edition) -> None:
    """In words, on a page of its own, in both languages."""
    assert "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้" in page(edition, "procurement/2566/2022-12")
    assert "No procurement this month" in page(edition, "procurement/2566/2022-12", Lang.EN)


def test_the_year_adds_up(edition: Edition) -> None:
    """Key figures, shares and the analysis are those worked out by hand."""
    text = page(edition, "procurement/2566", Lang.EN)

    for words in (
        "3,464,000", "31.0% direct award", "170,000 baht less than the reference prices",
        "Against the budgets, 240,000 baht were saved (6.5%).", "Fuel rose after the reference price was set",
        "Direct award was used for 62.5% of the purchases and 31.0% of the contract value.",
        "Few suppliers offer", "Buy for all divisions together",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(
    "name",
    ["procurement", "procurement/2566", "procurement/2566/2022-11", "procurement/2566/2022-12"],
)
def test_pages_are_as_they_were(
    name: str, lang: Lang, edition: Edition, request: pytest.FixtureRequest
) -> None:
    """Word for word, in both languages; `--update-golden` writes them anew, the diff is to be read."""
    prefix = "en/" if lang is Lang.EN else ""
    path = GOLDEN / f"{prefix}{name.replace('/', '-')}.html"
    now = htmls(edition, lang)[f"{prefix}{name}/index.md"] + "\n"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == now


def test_what_cost_more_is_not_called_saved(tmp_path: Path) -> None:
    """Contracts above budgets and reference prices are said to be above."""
    text = (SAMPLES / "procurement/2566/contracts.csv").read_text(encoding="utf-8")
    dear = text.replace("1800000,2022", "2800000,2022")
    words = page(edition_of(laid(tmp_path, contracts=dear)), "procurement/2566", Lang.EN)

    assert "22.8% above reference" in words
    assert "Against the budgets, 760,000 baht too much were spent (20.5%)." in words
    assert "Against the reference prices, 830,000 baht more were spent (22.8%)." in words
    assert "saved" not in words
    assert "Not explained" in words


def test_every_file_that_a_page_names_is_there(edition: Edition) -> None:
    """Workbooks, tables and OCDS: no link to data leads nowhere."""
    files = set(dict(exports(edition)))
    for lang in Lang:
        for name, html in htmls(edition, lang).items():
            if "procurement/" in name:
                named = re.findall(r'href="(?:\.\./)+(data/[^"]+\.(?:csv|xlsx|json))"', html)
                assert set(named) <= files, name
                assert named or name.endswith("procurement/index.md"), name


def test_titles_stay_thai_in_english_pages_and_text_stays_text(edition: Edition) -> None:
    """A title without English is marked as Thai; a tag in a title is no tag."""
    pages = htmls(edition, Lang.EN)
    november = pages["en/procurement/2566/2022-11/index.md"]

    assert '<span lang="th">ซื้อกระดาษ &lt;A4&gt;</span>' in november
    assert '<span lang="th">ร้าน<span class="nb">ตัวอย่าง</span>เครื่องเขียน</span>' in november
    october = pages["en/procurement/2566/2022-10/index.md"]
    assert "Building Example Road" in october
    assert '<span lang="th">จ้างก่อสร้างถนน สาย<span class="nb">ตัวอย่าง</span></span>' in october


def test_an_amount_beside_a_day_is_no_telephone_number(tmp_path: Path) -> None:
    """66975 in one cell and a day in the next are not read as +66 97 …."""
    text = (SAMPLES / "procurement/2566/contracts.csv").read_text(encoding="utf-8")
    folder = laid(tmp_path, contracts=text.replace("4000,2022-11-03", "66975,2022-11-03"))

    codes = {problem.rule.code for problem in inspected(folder)[1]}

    assert "over-budget" in codes
    assert "personal-data" not in codes


def test_no_number_of_a_person_stands_anywhere(edition: Edition) -> None:
    """No page has thirteen digits together, a juristic supplier's tax number included."""
    for lang in Lang:
        for name, html in htmls(edition, lang).items():
            assert not re.search(r"(?<!\d)\d{13}(?!\d)", html), name


def test_a_long_month_comes_in_parts(tmp_path: Path) -> None:
    """250 purchases of a month: three pages, each purchase on one of them, the total on the last."""
    lines = "id,month,title.th,method,budget,reference_price,status\n" + "".join(
        f"a-{n:03},2022-10,ซื้อวัสดุ {n},direct,1000,1000,pending\n" for n in range(250)
    )
    report = "fiscal_year: 2566\nas_of: 2022-10-31\n"
    folder = laid(tmp_path, report=report, processes=lines, bids="process,bidder,kind\n")
    (folder / "procurement/2566/contracts.csv").unlink()
    edition = edition_of(folder)
    parts = ["procurement/2566/2022-10", *(f"procurement/2566/2022-10/{n}" for n in (2, 3))]
    pages = htmls(edition, Lang.TH)

    found = [re.findall(r'<tr id="(a-\d+)"', pages[f"{name}/index.md"]) for name in parts]

    assert [len(ids) for ids in found] == [100, 100, 50]
    assert len({one for ids in found for one in ids}) == 250
    assert ["250,000" in page(edition, name) for name in parts] == [False, False, True]
    last = edition.ledgers[0].purchases[249]
    assert purchases.path_of(edition.ledgers[0], last) == parts[2]


def test_indicators_find_what_they_define(ledger: Ledger) -> None:
    """One supplier over 30 % needs three contracts; the others are each in the sample, or not."""
    found = {f.indicator.code: f for f in findings(ledger)}

    assert set(found) == {"splitting", "single-bid", "identical-bids", "price-at-ceiling"}
    ids = {code: [p.process.id for p in f.purchases] for code, f in found.items()}
    assert ids == {
        "splitting": ["a-05", "a-06"],
        "single-bid": ["a-02"],
        "identical-bids": ["a-01"],
        "price-at-ceiling": ["a-03"],
    }
    assert found["splitting"].subject == "ร้านตัวอย่างการช่าง"
    assert "785,000" in found["splitting"].value.en
    assert found["single-bid"].value.en.startswith("1 of 2")


def test_splitting_minds_the_time_and_the_ceiling(tmp_path: Path) -> None:
    """The same two contracts 31 days apart, or at most 500,000 together, are no finding."""
    text = (SAMPLES / "procurement/2566/contracts.csv").read_text(encoding="utf-8")
    for number, changed in enumerate(
        (text.replace("2023-01-20,2023-02-20", "2023-02-06,2023-02-20"),
         text.replace("390000,2023-01-05", "105000,2023-01-05")),
    ):  # fmt: skip
        edition = edition_of(laid(tmp_path / str(number), contracts=changed))
        codes = {f.indicator.code for f in findings(edition.ledgers[0])}
        assert "splitting" not in codes


def test_shares_pass_their_thresholds(tmp_path: Path) -> None:
    """Above 80 % by one method, above 30 % by one supplier with three contracts."""
    lines = "id,month,title.th,method,status\n" + "".join(
        f"a-{n},2022-10,งาน {n},direct,terminated\n" for n in range(4)
    )
    contracts = "process,number,supplier,kind,price,signed\n" + "".join(
        f"a-{n},{n}/2566,ร้านตัวอย่าง,natural,1000,2022-10-{n + 1:02}\n" for n in range(4)
    )
    report = "fiscal_year: 2566\nas_of: 2022-10-31\n"
    blank = "process,bidder,kind\n"
    folder = laid(tmp_path, report=report, processes=lines, bids=blank, contracts=contracts)
    found = {f.indicator.code: f.value.en for f in findings(edition_of(folder).ledgers[0])}

    assert found["method-share"].endswith("100.0% of the contract value")
    assert found["supplier-share"] == "100.0% of the contract value (4 contracts)"


def indicated(*lines: tuple[Method, str, str, int]) -> set[str]:
    """The indicators of purchases of so much money, each by a method, of a supplier, signed on a day."""
    processes, contracts = [], []
    for number, (method, supplier, price, day) in enumerate(lines):
        name = Id(f"a-{number}")
        title = Text(th="กขคงจฉชซฌญ"[number])
        processes.append(Process(id=name, month=Month(2022, 10), title=title, method=method))
        signed = date(2022, 10, 1) + timedelta(days=day)
        kind, money = SupplierKind.NATURAL, Decimal(price)
        contracts.append(
            Contract(process=name, supplier=supplier, kind=kind, price=money, signed=signed)
        )
    report = ProcurementReport(fiscal_year=YEAR, as_of=date(2023, 9, 30))
    year = Procurement(report=report, processes=tuple(processes), contracts=tuple(contracts))
    return {found.indicator.code for found in findings(Ledger.of(year))}


def test_indicators_begin_behind_their_thresholds() -> None:
    """80 %, 30 % of three contracts, 500,000 baht within 30 days: not at the line, but beyond it."""
    shared = [(Method.OPEN, "ข", "35", 0), (Method.SELECTIVE, "ค", "35", 0)]

    def by_one_method(price: str) -> set[str]:
        return indicated((Method.OPEN, "ก", price, 0), (Method.SELECTIVE, "ข", "20", 0))

    def by_one_supplier(*prices: str) -> set[str]:
        return indicated(*((Method.OPEN, "ก", price, 0) for price in prices), *shared)

    def of_one_supplier(first: str, second: str, days: int) -> set[str]:
        return indicated((Method.DIRECT, "ก", first, 0), (Method.DIRECT, "ก", second, days))

    assert "method-share" not in by_one_method("80")
    assert "method-share" in by_one_method("81")
    assert "supplier-share" not in by_one_supplier("10", "10", "10")
    assert "supplier-share" in by_one_supplier("10", "10", "11")
    assert "supplier-share" not in by_one_supplier("50", "50")
    assert "splitting" not in of_one_supplier("250000", "250000", 30)
    assert "splitting" in of_one_supplier("500000", "0.01", 30)
    assert "splitting" not in of_one_supplier("500000", "0.01", 31)
    assert "splitting" not in of_one_supplier("500000.01", "1", 0)


def test_indicators_are_off_unless_the_agency_turns_them_on(tmp_path: Path) -> None:
    """The public page names none; with show_indicators it names all, with the words of caution."""
    off = edition_of(laid(tmp_path / "off"))
    report = (SAMPLES / "procurement/2566/report.yml").read_text(encoding="utf-8")
    on = edition_of(laid(tmp_path / "on", report=report + "show_indicators: true\n"))

    assert "Indicators of risk" not in page(off, "procurement/2566", Lang.EN)
    text = page(on, "procurement/2566", Lang.EN)
    assert "It is not proof of wrongdoing." in text
    assert all(indicator.title.en in text for indicator in INDICATORS)
    assert "ไม่ใช่หลักฐานว่ามีการกระทำผิด" in page(on, "procurement/2566")


def test_the_officer_sees_them_anyway(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`disclosure indicators` prints them as text and as JSON, whatever the page shows."""
    shutil.copytree(SAMPLES / "procurement", project / "content/minimal/procurement")
    monkeypatch.chdir(project)

    text = CliRunner().invoke(main, ["indicators", "minimal"])
    data = CliRunner().invoke(main, ["indicators", "minimal", "--year", "2566", "--format", "json"])
    none = CliRunner().invoke(main, ["indicators", "minimal", "--year", "2569"])

    assert text.exit_code == data.exit_code == 0
    assert "not proof of wrongdoing" in text.output
    assert "content/minimal/procurement/2566/processes.csv:6" in text.output
    assert {"splitting", "single-bid"} < {found["indicator"] for found in json.loads(data.output)}
    assert none.exit_code == 1
    assert "2566" in none.output


PROVEN = {
    ("procurement-monthly", "report"), ("procurement-monthly", "first-six-months"),
    ("procurement-list", "item-columns"), ("procurement-list", "list-details"),
    ("procurement-list", "leading-columns"),
    ("procurement-progress", "progress"), ("procurement-report", "summary"),
}  # fmt: skip


LISTED = ("procurement-list", "leading-columns")
"""A year in which nothing was bought has no list."""


def test_the_way_to_a_month_is_told_in_words(edition: Edition) -> None:
    """As the assessor presses it, in both languages."""
    told = [all_ways(edition, lang).to("procurement/2566/2022-10") for lang in Lang]

    assert told == [
        "หน้าแรก → จัดซื้อจัดจ้าง → ปีงบประมาณ 2566 → ตุลาคม 2565",
        "Home → Procurement → Fiscal year 2023 (B.E. 2566) → October 2022",
    ]


def test_proofs_stand_on_pages_that_there_are(edition: Edition) -> None:
    """Each proof leads to a page and an anchor of the site; what the data lacks is not proven."""
    keys = {key for key in PROOFS if key[0].startswith("procurement")}
    pages = htmls(edition, Lang.TH)

    proofs = {key: PROOFS[key](edition.disclosure, YEAR) for key in keys}

    proven = {key for key, proof in proofs.items() if proof}
    assert proven == PROVEN - {("procurement-list", "item-columns")} | {
        ("procurement-monthly", "procurement-details")
    }  # the form of 2567 asked for eighteen columns of 2566, and a company lacks its tax number
    files = dict(exports(edition))
    for proof in (proofs[key] for key in proven):
        assert proof is not None
        assert proof.as_of is not None
        assert proof.as_of.isoformat() == "2023-10-15"
        if proof.means is Means.FILE:
            assert proof.path in files
            continue
        assert f'id="{proof.anchor}"' in pages[f"{proof.path}/index.md"]
    assert not any(PROOFS[key](edition.disclosure, FiscalYear(2567)) for key in keys)


def test_months_lacking_are_known_to_the_ita(tmp_path: Path) -> None:
    """Without December the first six months are not all told, and which one lacks is known."""
    report = (SAMPLES / "procurement/2566/report.yml").read_text(encoding="utf-8")
    edition = edition_of(laid(tmp_path, report=report.replace("2022-12, ", "")))

    told = MONTHS["procurement-monthly"](edition.disclosure, YEAR)

    assert set(YEAR.months) - told == {Month(2022, 12)}
    assert PROOFS["procurement-monthly", "first-six-months"](edition.disclosure, YEAR) is None
    assert PROOFS["procurement-report", "summary"](edition.disclosure, YEAR) is None


def test_a_year_of_nothing_is_said_and_proven(tmp_path: Path) -> None:
    """Twelve months without procurement: the sentence is public, and answers every element."""
    months = ", ".join(str(month) for month in YEAR.months)
    report = f"fiscal_year: 2566\nas_of: 2023-10-01\nmonths_without: [{months}]\n"
    folder = laid(tmp_path, report=report)
    for name in ("processes", "bids", "contracts"):
        (folder / f"procurement/2566/{name}.csv").unlink()
    edition = edition_of(folder)
    disclosure = edition.disclosure

    assert all(
        "<tbody></tbody>" not in re.sub(r"\s", "", html)
        for html in htmls(edition, Lang.TH).values()
    )
    assert "No procurement this month" in page(edition, "procurement/2566/2023-09", Lang.EN)
    assert NOTHING["procurement-report"](disclosure, YEAR) is not None
    assert all(prove(disclosure, YEAR) for key, prove in PROOFS.items() if key in PROVEN - {LISTED})


def test_amounts_are_amounts(tmp_path: Path) -> None:
    """A negative price and a fraction of a satang are refused, each at its cell."""
    text = (SAMPLES / "procurement/2566/contracts.csv").read_text(encoding="utf-8")
    wrong = text.replace("4000,2022-11-03", "-4000,2022-11-03").replace("285000,", "285000.005,")
    folder = laid(tmp_path, contracts=wrong)

    found = [p.place.line for p in inspected(folder)[1] if p.rule.code == "money-range"]

    assert found == [5, 6]

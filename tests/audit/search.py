"""Search: what readers type, in both languages, whether it is found, how fast, and what that weighs.

The queries are those that readers of each agency may type, with the pages of which one must be
among the first three; the agency's own index answers in Chromium.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from playwright.sync_api import sync_playwright

import manage
from generator.model.base import Lang
from tests.audit.findings import Findings, Violation
from tests.audit.serving import serving
from tests.audit.walk import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.audit.parts import Audit

NAME = "search"
QUERIES: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "search" / "queries.yml").read_text(encoding="utf-8")
)
"""Agency → language → query → pages; `*` in an address stands for anything."""
LOST = 0.05
"""Share of the queries that may miss the first three."""
ONE_AGENCY, FIVE_AGENCIES = 150 * 1000, 600 * 1000
"""Bytes, compressed, that both languages of one agency, and the five with public plans, may weigh."""
SLOW_PHONE = 4
"""Times slower than this computer."""
AN_INSTANT = 100
"""Milliseconds in which nineteen of twenty answers are there, on a slow phone."""
NO_SEGMENTER = "delete Intl.Segmenter;"
"""As in browsers that cannot cut Thai."""

ASK = """async queries => {
  const answers = {};
  for (const query of queries) {
    const found = await disclosureSearch(query);
    answers[query] = found.pages.slice(0, 3).map(({page}) => page.address);
  }
  return answers;
}"""
TIME = """async queries => {
  await disclosureSearch("…");
  const took = [];
  for (const query of queries) {
    const times = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const before = performance.now();
      await disclosureSearch(query);
      times.push(performance.now() - before);
    }
    took.push(Math.min(...times));
  }
  return took;
}"""
"""The quickest of three times: in the others another program may have been in the way."""
TIMED = 5
"""One query of so many is timed."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The first three pages for each query of a language, by agency."""

    lang: str
    first: dict[tuple[str, str], list[str]]

    @property
    def missed(self) -> dict[tuple[str, str], list[str]]:
        """Queries of which no expected page is among the first three, and what is."""
        return {
            (agency, query): pages
            for (agency, query), pages in self.first.items()
            if not any(_is_meant(page, QUERIES[agency][self.lang][query]) for page in pages)
        }

    @property
    def too_many(self) -> bool:
        """More than may be missed."""
        return len(self.missed) > len(self.first) * LOST

    @property
    def empty(self) -> list[tuple[str, str]]:
        """Queries that are answered with nothing."""
        return [asked for asked, pages in self.first.items() if not pages]

    @property
    def found(self) -> str:
        """As people say it: 47 of 48."""
        return f"{len(self.first) - len(self.missed)} of {len(self.first)}"


def _is_meant(page: str, meant: list[str]) -> bool:
    """Whether a page is one of those meant; `procurement/*` means each page below."""
    return any(fnmatchcase(page, pattern) for pattern in meant)


def asked(page: Page, address: str, lang: str) -> Answers:
    """Type every query of a language on the pages of search of the agencies below an address."""
    first: dict[tuple[str, str], list[str]] = {}
    for agency, queries in QUERIES.items():
        _go(page, address, agency, lang)
        answers = page.evaluate(ASK, list(queries[lang]))
        first |= {(agency, query): pages for query, pages in answers.items()}
    return Answers(lang, first)


def _go(page: Page, address: str, agency: str, lang: str) -> None:
    page.goto(f"{address}{agency}/{'' if lang == 'th' else 'en/'}search/")
    page.wait_for_function("typeof window.disclosureSearch === 'function'")


def slowed(page: Page) -> Page:
    """The page on a slow phone."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PHONE})
    return page


def slowest(page: Page, address: str, lang: str) -> float:
    """Milliseconds that nineteen of twenty answers need at most, of the agency that needs most."""
    slow = []
    for agency, queries in QUERIES.items():
        _go(page, address, agency, lang)
        took = sorted(page.evaluate(TIME, list(queries[lang])[::TIMED]))
        slow.append(took[int(len(took) * 0.95)])
    return max(slow)


def weight(site: Path) -> int:
    """Bytes, compressed, of an agency's index in both languages."""
    files = [site / "search" / f"{lang}.js" for lang in Lang]
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def run(audit: Audit) -> list[Findings]:
    """Recall with and without the browser's segmenter, times, sizes."""
    number = sum(len(queries) for of in QUERIES.values() for queries in of.values())
    findings = Findings(NAME, f"{number} queries")
    folder = audit.sites.folder
    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=manage.chromium(), args=list(FLAGS))
        _recall(browser, address, findings)
        browser.close()
    _sizes(folder, audit.agencies, findings)
    return [findings]


def _recall(browser: Browser, address: str, findings: Findings) -> None:
    for lang in Lang:
        answers = asked(browser.new_page(), address, lang)
        findings.figures[f"{lang}: among the first three"] = answers.found
        _judge(answers, "", findings)
        slow = slowest(slowed(browser.new_page()), address, lang)
        findings.figures[f"{lang}: ms at most, 19 of 20, 4 times slower"] = round(slow, 1)
        if slow >= AN_INSTANT:
            findings.violations.append(Violation("too-slow", f"search/{lang}.js", f"{slow:.0f} ms"))
    context = browser.new_context()
    context.add_init_script(NO_SEGMENTER)
    answers = asked(context.new_page(), address, Lang.TH)
    findings.figures["th, browser without segmenter: among the first three"] = answers.found
    _judge(answers, "no segmenter", findings)
    context.close()


def _judge(answers: Answers, mode: str, findings: Findings) -> None:
    wrong = [("missed", asked) for asked in answers.missed if answers.too_many]
    wrong += [("empty", asked) for asked in answers.empty]
    below = "en/" if answers.lang == Lang.EN else ""
    findings.violations += [
        Violation(rule, f"{agency}/{below}search/", query, mode) for rule, (agency, query) in wrong
    ]


def _sizes(folder: Path, agencies: tuple[str, ...], findings: Findings) -> None:
    weights = {agency: weight(folder / agency) for agency in agencies}
    for agency, bytes_ in weights.items():
        findings.figures[f"{agency}: KB of index, both languages"] = round(bytes_ / 1000, 1)
        if bytes_ > ONE_AGENCY:
            findings.violations.append(_too_heavy(f"{agency}/", bytes_))
    five = sum(sorted(weights.values())[-5:])
    findings.figures["KB of index, the five heaviest agencies"] = round(five / 1000, 1)
    if five > FIVE_AGENCIES:
        findings.violations.append(_too_heavy("", five))


def _too_heavy(below: str, bytes_: int) -> Violation:
    return Violation("index-too-heavy", f"{below}search/", f"{bytes_} bytes")

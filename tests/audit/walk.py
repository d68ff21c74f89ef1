"""Every page in Chromium, opened once and looked at by every look, in several processes."""

from __future__ import annotations

import multiprocessing
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

import manage
from tests.audit import judged
from tests.audit.findings import Findings, Violation
from tests.audit.looks import LOOKS, traffic
from tests.audit.modes import HEIGHT, LIGHT_DESK, Mode, modes_of
from tests.audit.serving import serving
from tests.audit.visit import Visit, in_each_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.audit.parts import Audit
    from tests.audit.sites import BuiltPage

NAME = "pages"
CHUNK = 48
"""Pages that one browser looks at before the next is begun, so that its memory stays small."""
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    "--disable-threaded-compositing", "--disable-threaded-animation", "--disable-checker-imaging",
    "--js-flags=--no-turbofan --always-sparkplug --no-concurrent-recompilation",
)  # fmt: skip
"""The last: axe runs for a quarter of a second in each page, and making it quick anew took as long again."""


@dataclass(frozen=True, slots=True)
class Task:
    """A page, and how it is to be looked at."""

    page: BuiltPage
    modes: tuple[Mode, ...]
    thorough: bool
    """Whether it stands for its kind: then looks that need only a page of each look at it too."""


@dataclass(slots=True)
class Seen:
    """What the looks at some pages found."""

    violations: dict[str, list[Violation]] = field(default_factory=lambda: defaultdict(list))
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    judged: set[int] = field(default_factory=set)


def tasks(audit: Audit) -> list[list[Task]]:
    """The work in pieces, each with its share of long pages."""
    one = [Task(page, modes_of(page, audit), page in audit.thorough) for page in audit.sites.pages]
    one.sort(key=lambda task: -audit.sites.size(task.page) * len(task.modes))
    pieces = -(-len(one) // CHUNK)
    return [one[number::pieces] for number in range(pieces)]


def look_at(address: str, piece: list[Task]) -> Seen:
    """In a process of its own: a browser, and each page of the piece."""
    seen = Seen()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=manage.windowless(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": LIGHT_DESK.width, "height": HEIGHT})
        page.emulate_media(**LIGHT_DESK.media_features())
        page.add_init_script(in_each_page())
        for task in piece:
            _visited(page, address, task, seen)
        browser.close()
    return seen


def _visited(page: Page, address: str, task: Task, seen: Seen) -> None:
    """In the same tab as the pages before: the browser compiles axe only once for a tab."""
    visit = Visit(task.page, page, task.modes, task.thorough)
    with traffic.listening(page, visit.wrong):
        if _timed("open", visit, seen, lambda: visit.open(address + task.page.address)):
            for look in LOOKS:
                if task.thorough or not look.THOROUGH:
                    _timed(look.NAME, visit, seen, lambda look=look: look.look(visit))
        visit.close()
    seen.judged |= visit.judged


def _timed(name: str, visit: Visit, seen: Seen, does: Callable[[], list[Violation] | None]) -> bool:
    """Whether it could be done; what breaks off is told, and the other pages are still looked at."""
    began = time.monotonic()
    try:
        seen.violations[name] += does() or []
    except Error as error:
        broken = ("look-failed", f"{name}: {error.message.splitlines()[0]}")
        seen.violations[traffic.NAME] += visit.violations([broken])
        return False
    finally:
        seen.seconds[name] += time.monotonic() - began
    return True


def run(audit: Audit) -> list[Findings]:
    """One `Findings` for each look."""
    whole = Seen()
    work = tasks(audit)
    with serving(audit.sites.folder) as address:
        done = 0
        for piece, seen in zip(work, _in_processes(audit, address, work), strict=True):
            done += len(piece)
            for name, found in seen.violations.items():
                whole.violations[name] += found
            for name, seconds in seen.seconds.items():
                whole.seconds[name] += seconds
            whole.judged |= seen.judged
            wrong = sum(len(set(found)) for found in whole.violations.values())
            audit.say(f"  {done}/{len(audit.sites.pages)} pages, {wrong} violations")
    return list(_findings(audit, whole))


def _in_processes(audit: Audit, address: str, work: list[list[Task]]) -> Iterator[Seen]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(audit.processes, mp_context=context) as pool:
        yield from pool.map(look_at, [address] * len(work), work)


def _findings(audit: Audit, whole: Seen) -> Iterator[Findings]:
    for look in LOOKS:
        pages = len(audit.thorough if look.THOROUGH else audit.sites.pages)
        findings = Findings(look.NAME, f"{pages} pages: {look.WHAT}")
        findings.violations = sorted(set(whole.violations[look.NAME]), key=str)
        findings.seconds = whole.seconds[look.NAME]
        if look.NAME == "axe":
            _told_of_judgements(audit, whole, findings)
        yield findings


def _told_of_judgements(audit: Audit, whole: Seen, findings: Findings) -> None:
    """A judgement that no page needs any more is taken out, unless it is known to come and go."""
    runs = sum(len(modes_of(page, audit)) for page in audit.sites.pages)
    findings.figures = {"runs of axe": runs, "judgements needed": len(whole.judged)}
    every = audit.whole and len(audit.sites.agencies) == len(audit.agencies)
    for number, one in enumerate(judged.judgements()):
        if every and number not in whole.judged and not one.sometimes:
            what = f"{one.rule} {one.selector}: no page needs it"
            findings.violations.append(Violation("judged-in-vain", "tests/audit/judged.yml", what))

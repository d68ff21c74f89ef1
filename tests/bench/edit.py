"""`bench --edit`: how long from saving a record to its new words on the screen, in a real browser.

`disclosure serve` runs as its own process, and Chromium shows an item's page. A test writes the item's
file in one stroke; the browser notes when the words stand in a page that it is about to paint, by the
same clock. So the reading of the change, the build, the way into the page and the drawing are all in it.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

import manage
from tests.bench import generated
from tests.bench.measured import COMMAND, OURS
from tests.bench.projects import SIZES, Projects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

ITEM = "x-0003"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PATIENCE = 60_000
"""Milliseconds after which words do not come any more."""
FIRST = 300_000
"""Milliseconds that the first page may take, behind which a whole site is built."""
SETTLED = 1.0
"""Seconds between edits: a person saves, looks, and saves again."""
SEEN = """needle => {
  const shown = document.body ? document.body.innerText.replaceAll("\\u00ad", "") : "";
  const there = shown.includes(needle.words);
  return there === needle.there ? Date.now() : false;
}"""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of an item, and words that then come, or go."""

    name: str
    words: str
    change: Callable[[dict[str, Any]], None]
    comes: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """The edits of an agency of a size, in milliseconds from saving to screen."""

    pages: int
    edit: str
    ms: float


def edits(place: Path) -> list[Seen]:
    """Ten edits at each size."""
    projects = Projects(place, many=1)
    found: list[Seen] = []
    for pages in SIZES:
        found += _measured(projects.of(f"{pages} pages"), pages)
    return found


def kinds() -> list[Edit]:
    """Edits of different kinds; each leaves the item in a state that the next can change."""
    return [
        Edit("title", "ชื่อใหม่ของโครงการ", lambda item: _say(item["title"], "ชื่อใหม่ของโครงการ")),
        Edit("title again", "ชื่อที่สอง", lambda item: _say(item["title"], "ชื่อที่สอง")),
        Edit("rationale", "เหตุผลที่แก้ไข", lambda item: _say(item["rationale"], "เหตุผลที่แก้ไข")),
        Edit("amount", "7,654,321", lambda item: item["budget"].update({2566: 7_654_321})),
        Edit("no budget", "7,654,321", lambda item: item["budget"].update({2566: "no_budget"}), comes=False),
        Edit("new objective", "วัตถุประสงค์เพิ่ม", lambda item: item["objectives"].append(_words("วัตถุประสงค์เพิ่ม"))),
        Edit("objective gone", "วัตถุประสงค์เพิ่ม", lambda item: item["objectives"].pop(), comes=False),
        Edit("new step", "ขั้นตอนเพิ่ม", lambda item: item["steps"].append(_words("ขั้นตอนเพิ่ม"))),
        Edit("another unit", "หน่วยตรวจสอบภายใน", lambda item: item.update(responsible=["internal-audit"])),
        Edit("number", "ลำดับที่ 9876", lambda item: item.update(number=9876)),
    ]  # fmt: skip


def _words(thai: str) -> dict[str, str]:
    return {"th": thai, "en": "Words"}


def _say(text: dict[str, str], thai: str) -> None:
    text["th"] = thai


def _measured(project: Path, pages: int) -> list[Seen]:
    path = project / "content" / "generated" / "items" / f"{ITEM}.yml"
    with serving(project) as address, browsing() as page:
        page.goto(f"{address}items/{ITEM}/index.html", timeout=FIRST)
        found = [Seen(pages, edit.name, _until_seen(page, path, edit)) for edit in kinds()]
    times = [one.ms for one in found]
    told = ", ".join(f"{one.edit} {one.ms:.0f}" for one in found)
    print(
        f"{pages} pages: from saving to the screen, median {statistics.median(times):.0f} ms,"
        f" worst {max(times):.0f} ms ({told})",
        flush=True,
    )
    return found


def _until_seen(page: Page, path: Path, edit: Edit) -> float:
    """Milliseconds from the moment before the file is written."""
    time.sleep(SETTLED)
    record = generated.record(path)
    edit.change(record)
    text = generated.told(record)
    saved = time.time()
    path.write_text(text, encoding="utf-8", newline="\n")
    needle = {"words": edit.words, "there": edit.comes}
    seen = page.wait_for_function(SEEN, arg=needle, polling="raf", timeout=PATIENCE)
    return round(seen.json_value() - saved * 1000, 1)


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address of `disclosure serve`."""
    with subprocess.Popen(
        [*COMMAND, "serve", "generated", "--port", "0"],
        cwd=project,
        env={**OURS, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        try:
            lines = iter(running.stdout or ())
            yield next(found[0] for line in lines if (found := re.search(r"http://\S+/", line)))
        finally:
            running.terminate()


@contextmanager
def browsing() -> Iterator[Page]:
    """A window of the Chromium of this computer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=manage.chromium(), args=FLAGS)
        yield browser.new_page()
        browser.close()

"""`bench --narrow`: what a browser works for a word that a reader types over a list of 5,000 rows.

The page is one of this repository's; its rows are repeated until they are so many. What the browser does
before it paints is counted by its own clock of CPU time: scripts, styles, layout. What follows frame by
frame is not waited for by anybody, and is not in it.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.audit.serving import serving
from tests.bench.edit import browsing
from tests.bench.measured import COMMAND, run
from tests.bench.projects import Projects

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import CDPSession, Page

AGENCY, LIST = "phetchaburi-pao", "dimensions/1/index.html"
WORDS = ("โครงการ", "โครงการอบรม", "จริยธรรม", "มาตรการ", "")
"""Common, longer, rare, rarer; and none, which shows all again."""
ROWS = 5_000
SLOWER = 4
"""A cheap phone's processor beside the one of a desk, as Lighthouse reckons."""
LONGER = f"""
document.addEventListener("DOMContentLoaded", () => {{
  const list = document.querySelector("[data-list] .items");
  const rows = [...list.children];
  for (const group of document.querySelectorAll("[data-group]")) group.removeAttribute("data-group");
  for (let number = rows.length; number < {ROWS}; number += 1) list.append(rows[number % rows.length].cloneNode(true));
}});
"""
TYPED = """
words => {
  const field = document.querySelector("[data-words]");
  window.following = [];
  window.requestAnimationFrame = (follow) => window.following.push(follow);
  field.value = words;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  document.body.offsetHeight;
}
"""
FOLLOW = "() => { while (window.following.length) window.following.shift()(); document.body.offsetHeight; }"
WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


@dataclass(frozen=True, slots=True)
class Answered:
    """The work for a word, in milliseconds of CPU time."""

    words: str
    ms: float
    """Median of the runs, on this machine."""
    phone_ms: float
    """The same, so many times slower."""


def narrowed(place: Path, runs: int) -> list[Answered]:
    """Each word typed as often as there are runs, after one that is not counted."""
    project = Projects(place, many=1).of("repository")
    run([*COMMAND, "build", AGENCY], project)
    with serving(project / "site") as address, browsing() as page:
        page.add_init_script(LONGER)
        page.goto(address + LIST)
        page.locator("[data-words]").focus()
        clock = page.context.new_cdp_session(page)
        clock.send("Performance.enable", {"timeDomain": "threadTicks"})
        rounds = [[typed(page, clock, words) for words in WORDS] for _ in range(runs + 1)][1:]
    found = []
    for words, took in zip(WORDS, zip(*rounds, strict=True), strict=True):
        ms = statistics.median(took)
        found.append(Answered(words, round(ms, 1), round(ms * SLOWER, 1)))
        print(
            f"{words or '(all again)':20} {ms:6.1f} ms, on a cheap phone {ms * SLOWER:6.1f} ms"
            f" ({min(took):.1f} to {max(took):.1f}, {runs} runs, {ROWS:,} rows)",
            flush=True,
        )
    return found


def typed(page: Page, clock: CDPSession, words: str) -> float:
    """Milliseconds of CPU time until the page can be painted with the first rows that fit."""
    begun = worked(clock)
    page.evaluate(TYPED, words)
    took = worked(clock) - begun
    page.evaluate(FOLLOW)
    return took


def worked(clock: CDPSession) -> float:
    """Milliseconds that the page has worked so far."""
    told = clock.send("Performance.getMetrics")["metrics"]
    return float(sum(one["value"] for one in told if one["name"] in WORK) * 1000)

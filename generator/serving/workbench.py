"""The site that is being worked on: what was built last, and the pages that are ahead of it.

The page that somebody looks at is made first and shown at once; the site follows, and what else is
asked for meanwhile waits for it. If the data has errors the last good site stays on show.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.serving.preview import preview
from generator.site.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.project import Project
    from generator.serving.watch import Watch

    States = list[tuple[str, int, int]]
    """Names of files, their sizes, and when they were changed."""

QUIET_BEFORE_BLAME = 0.15
"""Seconds without a further change before a fault is told: half a file is often one."""
LOOK = 0.25
"""Seconds in which a browser draws the page that was made alone, before the site is built."""
HELD = 20
"""Seconds for which a browser's question "is there something new?" is held open."""
PATIENT = 10
"""How far the building of the site stands back for other programs, from 0 to 19."""


@frozen
class News:
    """What a browser is told: how often the site has changed, and the page that it shows."""

    version: int
    page: str | None
    """The page as it is now, where it was made alone; None where it is to be loaded anew."""


class Workbench:
    """The site as it was built last, the pages that are ahead of it, and how often they changed.

    The site is built by a process of its own, which is stopped when the data changes meanwhile: a
    build that is killed harms nothing.
    """

    def __init__(
        self, project: Project, agency: str, site: Path, say: Callable[[str], object]
    ) -> None:
        self.project, self.agency, self.site, self.say = project, agency, site, say
        self.version = 0
        self.problems = ""
        self.ahead: dict[str, bytes] = {}
        """Pages by their files, made from data of which the site was not built yet."""
        self.looked_at: dict[str, float] = {}
        """Pages by their files, and when a browser last said that it shows them."""
        self.changed = threading.Condition()
        self.whole = threading.Event()
        self.building: subprocess.Popen[str] | None = None
        self.stopped: subprocess.Popen[str] | None = None
        """A build that is of no use, and may not have ended yet."""
        self.styles = _states(project.theme)
        """The theme of the site as it was built last."""
        self.theme = Theme(project.theme)

    def change(self, watch: Watch) -> None:
        """Make what is looked at, then the site, unless something changes while it is drawn."""
        self.stop()
        pages = {}
        if _states(self.project.theme) == self.styles:
            pages = self.preview(self._shown())
        else:  # a page would come before its new style
            self.theme = Theme(self.project.theme)
        if pages:
            self._tell(pages, "")
        if not watch.happened.wait(LOOK if pages else QUIET_BEFORE_BLAME):
            self.start()

    def preview(self, addresses: list[str]) -> dict[str, bytes]:
        """Pages made alone, from the data as it is now."""
        return preview(self.project.content / self.agency, self.theme, addresses)

    def start(self) -> None:
        """Begin to build the site; on success the pages are loaded anew, on failure they show what is wrong.

        The browser goes before: it is about to draw the page that was made alone.
        """
        if self.stopped:
            self.stopped.wait()
        command = [sys.executable, "-m", "generator", "build", self.agency, "--draft"]
        command += ["--site-dir", str(self.site)]
        self.building = subprocess.Popen(
            command,
            cwd=self.project.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
        if hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.building.pid, PATIENT)
        styles = _states(self.project.theme)
        args = (self.building, styles, time.perf_counter())
        threading.Thread(target=self._await, args=args).start()

    def stop(self) -> None:
        """The site is out of date; what is being built of it is of no use."""
        self.whole.clear()
        if self.building:
            self.stopped, self.building = self.building, None
            self.stopped.kill()

    def _await(self, building: subprocess.Popen[str], styles: States, began: float) -> None:
        said = building.communicate()[1]
        if building is not self.building:
            return
        problems = said if building.returncode else ""
        if not problems:
            self.styles = styles
        self.say(problems or f"✓ {time.perf_counter() - began:.2f} s")
        if problems != self.problems or not self._holds(self.ahead):
            self._tell({}, problems)
        self.ahead = {}
        self.whole.set()

    def _shown(self) -> list[str]:
        """The pages that browsers have shown lately."""
        since = time.monotonic() - 2 * HELD
        return [address for address, when in list(self.looked_at.items()) if when > since]

    def _holds(self, pages: dict[str, bytes]) -> bool:
        """Whether browsers have seen already what the site now says, on all pages they show."""
        shown = self._shown()
        return bool(shown) and all(
            address in pages and pages[address] == _content(self.site / address)
            for address in shown
        )

    def _tell(self, ahead: dict[str, bytes], problems: str) -> None:
        with self.changed:
            self.ahead = ahead
            self.problems = problems
            self.version += 1
            self.changed.notify_all()

    def wait_for_news(self, known: int, address: str) -> News:
        """What is new once the version is newer than the known one, or after a while in any case."""
        self.looked_at[address] = time.monotonic()
        with self.changed:
            self.changed.wait_for(lambda: self.version != known, timeout=HELD)
            page = self.ahead.get(address)
            return News(version=self.version, page=page.decode("utf-8") if page else None)


def _states(folder: Path) -> States:
    """Files of a folder with their size and when they were changed."""
    found: States = []
    for path in sorted(folder.rglob("*")):
        with suppress(OSError):  # gone meanwhile, as what editors write for a moment
            state = path.stat()
            found.append((str(path), state.st_size, state.st_mtime_ns))
    return found


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None

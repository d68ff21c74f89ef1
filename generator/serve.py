"""A small server for the officer's own computer: it builds at every change and reloads the page.

The page that somebody looks at is made first and shown at once; the site follows, and what else is
asked for meanwhile waits for it. If the data has errors the last good site stays on show, with the
problems laid over it. The lines that make a page reload are added on the way to the browser; they
are in no built file.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.cache import serving, shelf
from generator.preview import preview
from generator.render import TEMPLATES, environment
from generator.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.project import Project

    States = list[tuple[str, int, int]]
    """Names of files, their sizes, and when they were changed."""

SETTLED = 0.01
"""Seconds without a further change after which a page is made; editors write in several steps."""
QUIET_BEFORE_BLAME = 0.15
"""Seconds without a further change before a fault is told: half a file is often one."""
LOOK = 0.25
"""Seconds in which a browser draws the page that was made alone, before the site is built."""
HELD = 20
"""Seconds for which a browser's question "is there something new?" is held open."""
PATIENCE = 120
"""Seconds for which a request waits for the site to be whole."""
PATIENT = 10
"""How far the building of the site stands back for other programs, from 0 to 19."""
EVENTS = "/-/changed"
OWN = {
    "/-/workbench.js": "text/javascript; charset=utf-8",
    "/-/workbench.css": "text/css; charset=utf-8",
}
"""The workbench's own files; the pages' policy allows no script or style within a page."""
AT_ONCE = "assets/"
"""Files that no data changes."""
NOTHING = b"<!doctype html><meta charset=utf-8><title>disclosure</title><body></body>"
"""Where a page will be once the data has no errors any more."""
QUIET = {"opened", "closed_no_write"}
"""What a mere reader of a file causes."""


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
        """Begin to build the site; on success the pages reload, on failure they show what is wrong.

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
        news = problems != self.problems or not self._holds(self.ahead)
        self.whole.set()
        if news:
            self._tell({}, problems)
        self.ahead = {}

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

    def wait_for_news(self, known: int, address: str) -> int:
        """The version once it is newer than the known one, or after a while in any case."""
        self.looked_at[address] = time.monotonic()
        with self.changed:
            self.changed.wait_for(lambda: self.version != known, timeout=HELD)
            return self.version


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


class Watch(FileSystemEventHandler):
    """Notes changes, so that a build can wait until they have settled."""

    def __init__(self) -> None:
        self.last = 0.0
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something was written, moved or deleted."""
        if not event.is_directory and event.event_type not in QUIET:
            self.last = time.monotonic()
            self.happened.set()

    def wait(self) -> None:
        """Until something changed and nothing changes any more."""
        self.happened.wait()
        self.settle(SETTLED)

    def settle(self, seconds: float) -> None:
        """Until nothing has changed for so long."""
        while time.monotonic() - self.last < seconds:
            time.sleep(SETTLED / 4)
        self.happened.clear()


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, with the reloading lines added to pages."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, bench: Workbench, **options: object) -> None:
        self.bench = bench
        super().__init__(*args, directory=str(bench.site), **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, a file, or the answer to "is there something new?"."""
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            version, _, shown = query.partition("&")
            known = int(version) if version.isdigit() else -1
            news = self.bench.wait_for_news(known, self.address(unquote(shown)))
            self.reply(str(news).encode(), "text/plain")
            return
        if path in OWN:
            self.reply((TEMPLATES / path.rpartition("/")[2]).read_bytes(), OWN[path])
            return
        address = self.address(path)
        found = self.bench.ahead.get(address)
        if found is None and not address.startswith(AT_ONCE):
            self.bench.whole.wait(PATIENCE)
            found = self.page(path)
        if found is None:
            super().do_GET()
        else:
            content = found.replace(b"</body>", self.lines() + b"</body>", 1)
            self.reply(content, "text/html; charset=utf-8")

    def address(self, path: str) -> str:
        """The file below the site's root that a path means."""
        return path.strip("/") + "/index.html" if path.endswith("/") else path.strip("/")

    def page(self, path: str) -> bytes | None:
        """The HTML of a page of the site; None if the address is not one."""
        file = self.translate_path(path)
        if path.endswith("/"):
            file = file.rstrip("/\\") + "/index.html"
        if not file.endswith(".html"):
            return None
        try:
            with open(file, "rb") as opened:
                return opened.read()
        except OSError:
            return NOTHING if self.bench.problems else None

    def lines(self) -> bytes:
        """The script that reloads, and the problems if there are some."""
        template = environment().get_template("workbench.html")
        return template.render(
            version=self.bench.version, problems=self.bench.problems, address=EVENTS
        ).encode("utf-8")

    def reply(self, content: bytes, kind: str) -> None:
        """An answer that no browser keeps."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal belongs to the problems."""


class Server(ThreadingHTTPServer):
    """One for each port: Windows would let two take the same, and a browser reach either."""

    allow_reuse_address = os.name != "nt"


def serve_site(
    project: Project, agency: str, site: Path, port: int, say: Callable[[str], object]
) -> None:
    """Build, serve, and build again at each change below content/ and theme/, until Ctrl+C."""
    bench, watch = Workbench(project, agency, site, say), Watch()
    server = Server(("127.0.0.1", port), partial(Handler, bench=bench))
    server.daemon_threads = True
    observer = Observer()
    for folder in (project.content / agency, project.theme):
        if folder.is_dir():
            observer.schedule(watch, str(folder), recursive=True)
    observer.start()
    try:
        with shelf(project.cache, agency), serving():
            bench.start()
            threading.Thread(target=server.serve_forever, daemon=True).start()
            say(f"http://127.0.0.1:{server.server_port}/  (Ctrl+C: หยุด · stop)")
            bench.preview(["index.html"])
            gc.collect()
            gc.freeze()
            gc.enable()
            while True:
                watch.wait()
                bench.change(watch)
    except KeyboardInterrupt:
        say("")
    finally:
        bench.stop()
        if bench.stopped:
            bench.stopped.wait()
        observer.stop()
        observer.join()
        server.shutdown()

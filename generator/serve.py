"""A small server for the officer's own computer: it builds at every change and reloads the page.

If the data has errors the last good site stays on show, with the problems laid over it. The lines
that make a page reload are added on the way to the browser; they are in no built file.
"""

from __future__ import annotations

import threading
import time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator import report
from generator.build import build
from generator.render import TEMPLATES, environment
from generator.workshop import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.project import Project

SETTLED = 0.1
"""Seconds without a further change after which a build begins; editors write in several steps."""
HELD = 20
"""Seconds for which a browser's question "is there something new?" is held open."""
EVENTS = "/-/changed"
OWN = {
    "/-/workbench.js": "text/javascript; charset=utf-8",
    "/-/workbench.css": "text/css; charset=utf-8",
}
"""The workbench's own files; the pages' policy allows no script or style within a page."""
QUIET = {"opened", "closed_no_write"}
"""What a mere reader of a file causes."""


class Workbench:
    """The site as it was built last, and how often."""

    def __init__(
        self, project: Project, agency: str, site: Path, say: Callable[[str], object]
    ) -> None:
        self.project, self.agency, self.site, self.say = project, agency, site, say
        self.version = 0
        self.problems = ""
        self.changed = threading.Condition()

    def rebuild(self) -> None:
        """Build; on success the pages reload, on failure they show what is wrong."""
        began = time.perf_counter()
        try:
            build(self.project, self.agency, self.site, draft=True)
            problems = ""
            self.say(f"✓ {time.perf_counter() - began:.2f} s")
        except Refused as refused:
            problems = report.text(refused.diagnostics)
            self.say(problems)
        with self.changed:
            self.version += 1
            self.problems = problems
            self.changed.notify_all()

    def wait_for_news(self, known: int) -> int:
        """The version once it is newer than the known one, or after a while in any case."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != known, timeout=HELD)
            return self.version


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
        while time.monotonic() - self.last < SETTLED:
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
            known = int(query) if query.isdigit() else -1
            self.reply(str(self.bench.wait_for_news(known)).encode(), "text/plain")
            return
        if path in OWN:
            self.reply((TEMPLATES / path.rpartition("/")[2]).read_bytes(), OWN[path])
            return
        found = self.page(path)
        if found is None:
            super().do_GET()
        else:
            self.reply(found, "text/html; charset=utf-8")

    def page(self, path: str) -> bytes | None:
        """The HTML of a page with the reloading lines; None if the address is not one."""
        file = self.translate_path(path)
        if path.endswith("/"):
            file = file.rstrip("/\\") + "/index.html"
        if not file.endswith(".html"):
            return None
        try:
            with open(file, "rb") as opened:
                content = opened.read()
        except OSError:
            if not self.bench.problems:
                return None
            content = b"<!doctype html><meta charset=utf-8><title>disclosure</title><body></body>"
        return content.replace(b"</body>", self.lines() + b"</body>", 1)

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


def serve_site(
    project: Project, agency: str, site: Path, port: int, say: Callable[[str], object]
) -> None:
    """Build, serve, and build again at each change below content/ and theme/, until Ctrl+C."""
    bench = Workbench(project, agency, site, say)
    bench.rebuild()
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, bench=bench))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://127.0.0.1:{server.server_port}/  (Ctrl+C: หยุด · stop)")
    watch = Watch()
    observer = Observer()
    for folder in (project.content / agency, project.root / "theme"):
        if folder.is_dir():
            observer.schedule(watch, str(folder), recursive=True)
    observer.start()
    try:
        while True:
            watch.wait()
            bench.rebuild()
    except KeyboardInterrupt:
        say("")
    finally:
        observer.stop()
        observer.join()
        server.shutdown()

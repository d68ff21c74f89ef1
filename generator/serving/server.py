"""A small server for the officer's own computer: it builds at every change and renews the page.

If the data has errors, the problems are laid over the last good site. The lines that make a page
ask for news are added on the way to the browser; they are in no built file.
"""

from __future__ import annotations

import gc
import json
import os
import threading
from dataclasses import asdict
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote

from watchdog.observers import Observer

from generator.cache import shelf
from generator.cache.served import serving
from generator.render import TEMPLATES, environment
from generator.serving.watch import CHANGES, Watch
from generator.serving.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.project import Project

PATIENCE = 120
"""Seconds for which a request waits for the site to be whole."""
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


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, with the lines that ask for news added to pages."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """What stands behind an answer's head is not held back until the browser has received the head."""

    def __init__(self, *args: object, bench: Workbench, **options: object) -> None:
        self.bench = bench
        super().__init__(*args, directory=str(bench.site), **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, a file, or the answer to "is there something new?"."""
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            known, _, shown = query.partition("&")
            number = int(known) if known.isdigit() else -1
            news = self.bench.wait_for_news(number, self.address(unquote(shown)))
            self.reply(json.dumps(asdict(news)).encode(), "application/json")
            return
        if path in OWN:
            self.reply((TEMPLATES / path.rpartition("/")[2]).read_bytes(), OWN[path])
            return
        address = self.address(path)
        version, found = self.bench.version, self.bench.ahead.get(address)
        if found is None and not address.startswith(AT_ONCE):
            self.bench.whole.wait(PATIENCE)
            version, found = self.bench.version, self.page(path)
        if found is None:
            super().do_GET()
        else:
            content = found.replace(b"</body>", self.lines(version) + b"</body>", 1)
            self.reply(content, "text/html; charset=utf-8")

    def address(self, path: str) -> str:
        """The file below the site's root that a path means."""
        folder = path.strip("/")
        return f"{folder}/index.html".lstrip("/") if path.endswith("/") else folder

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

    def lines(self, version: int) -> bytes:
        """The script that asks for what is newer than a version, and the problems if there are some."""
        template = environment().get_template("workbench.html")
        return template.render(
            version=version, problems=self.bench.problems, address=EVENTS
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
            observer.schedule(watch, str(folder), recursive=True, event_filter=CHANGES)
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

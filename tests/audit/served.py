"""The sites over HTTP below a sub-path, with the headers that their own `_headers` files ask for."""

from __future__ import annotations

import fnmatch
import functools
import http.server
import threading
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def rules(file: Path) -> tuple[tuple[str, str, str], ...]:
    """Pattern, name and value of each header of a `_headers` file."""
    found, pattern = [], ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith(" "):
            name, _, value = line.strip().partition(":")
            found.append((pattern, name, value.strip()))
        else:
            pattern = line.strip()
    return tuple(found)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, site: str, directory: str) -> None:
        self.site = site
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        """Add what the agency's site asks its server to send."""
        path = self._below_root() + self.path.partition("?")[0]
        _, _, agency, *below = [*path.split("/"), ""]
        file = Path(str(self.directory)) / self.site / agency / "_headers"
        for pattern, name, value in rules(file):
            if fnmatch.fnmatchcase("/" + "/".join(below), pattern):
                self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """`http://AGENCY.localhost/` is the agency's site at the root of a server of its own."""
        return super().translate_path(self._below_root() + path)

    def _below_root(self) -> str:
        agency, _, rest = self.headers.get("Host", "").partition(".localhost")
        return f"/{self.site}/{agency}" if rest else ""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of the folder of all sites."""
    handler = functools.partial(_Handler, site=folder.name, directory=str(folder.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    server.server_close()

"""A folder on this computer's own address, as a careful server sends it: compressed, with our headers."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.exports.server import CACHED, HEADERS, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL = 6
"""How hard servers press; harder takes three times as long for a hundredth less."""
PACKED = ("text/", "application/json", "image/svg", "application/xml", "text/javascript")


@cache
def packed(path: Path) -> bytes:
    """A file's bytes as they are sent."""
    return gzip.compress(path.read_bytes(), USUAL, mtime=0)


def kind(path: Path) -> str:
    """The type that the header files of the site tell, or that everyone knows."""
    known = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return TYPES.get(path.suffix, f"{known}; charset=utf-8" if known.startswith("text/") else known)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which the folder is served until the end."""

    class Careful(BaseHTTPRequestHandler):
        """Sends a file packed and with the headers of `generator/exports/server.py`."""

        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Nothing."""

        def do_GET(self) -> None:
            """A file, or 404."""
            address = unquote(urlsplit(self.path).path)
            path = self._root() / address.lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            found = path.is_file() and folder in path.parents
            self._send(path if found else folder / "404.html", 200 if found else 404, address)

        def _root(self) -> Path:
            """Of `http://AGENCY.localhost/` the site of that agency alone, as on a server of its own."""
            agency, _, own = self.headers.get("Host", "").partition(".localhost")
            return folder / agency if own else folder

        def _send(self, path: Path, status: int, address: str) -> None:
            body = path.read_bytes() if path.exists() else b""
            type_ = kind(path)
            if packs := type_.startswith(PACKED) and bool(body):
                body = packed(path)
            self.send_response(status)
            for name, value in HEADERS.items():
                self.send_header(name, value)
            kept = next((s for place, s in CACHED.items() if f"/{place}" in address), 0)
            self.send_header("Cache-Control", f"public, max-age={kept}" if kept else "no-cache")
            self.send_header("Content-Type", type_)
            self.send_header("Content-Length", str(len(body)))
            if packs:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Careful)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()

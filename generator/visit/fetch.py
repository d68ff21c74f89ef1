"""Getting files from a published site: slowly, one by one, never from another host, never too much."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from generator.frozen import frozen

TIMEOUT = 15
"""Seconds to wait for an answer."""
LONGEST = 120
"""Seconds that one file may take, however slowly it comes."""
PAUSE = 0.1
"""Seconds between two questions, so that no small server is hurt; none to this computer itself."""
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of one file; what is larger is not read to its end."""
HERE = {"127.0.0.1", "localhost", "::1"}


@frozen
class Answer:
    """What came back for an address."""

    content: bytes | None
    reason: str = ""
    """Why nothing came: a status of HTTP, or words of the system."""


class _SameHost(HTTPRedirectHandler):
    """Follows a redirect only within the host that was asked, and never back to plain HTTP."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        secure = new.scheme == old.scheme or (old.scheme, new.scheme) == ("http", "https")
        if new.hostname != old.hostname or not secure:
            raise HTTPError(req.full_url, code, f"→ {new.scheme}://{new.hostname}", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass(slots=True)
class Site:
    """A published site, by its address."""

    address: str
    opener: OpenerDirector = field(init=False)
    asked: int = 0

    def __post_init__(self) -> None:
        local = urlsplit(self.address).hostname in HERE
        self.opener = build_opener(_SameHost(), *([ProxyHandler({})] if local else []))

    @property
    def base(self) -> str:
        """Its root, with a slash."""
        return self.address.split("?")[0].split("#")[0].removesuffix("index.html").rstrip("/") + "/"

    def url(self, name: str) -> str:
        """The address of a file below the root."""
        return urljoin(self.base, quote(name))

    def get(self, name: str) -> Answer:
        """A file below the root."""
        if self.asked and urlsplit(self.address).hostname not in HERE:
            time.sleep(PAUSE)
        self.asked += 1
        request = Request(  # noqa: S310 — the address is http or https, the command makes sure
            self.url(name),
            headers={"User-Agent": "disclosure-assess/1", "Accept-Encoding": "identity"},
        )
        try:
            with self.opener.open(request, timeout=TIMEOUT) as response:
                content = _read(response)
        except HTTPError as error:
            return Answer(None, f"HTTP {error.code} {error.reason}".strip())
        except URLError as error:
            return Answer(None, str(error.reason))
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            return Answer(None, str(error) or type(error).__name__)
        if len(content) > SIZE_LIMIT:
            return Answer(None, f"> {SIZE_LIMIT // 1024 // 1024} MB")
        return Answer(content)


def _read(response: HTTPResponse) -> bytes:
    """What a server sends, up to the limits of size and time; unpacked if it was sent packed."""
    parts, size, last = [], 0, time.monotonic() + LONGEST
    while size <= SIZE_LIMIT and (part := response.read1(1 << 16)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > last:
            raise TimeoutError(f"> {LONGEST} s")
    content = b"".join(parts)
    if response.headers.get("Content-Encoding", "").lower() == "gzip":
        unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return unpacking.decompress(content, SIZE_LIMIT + 1)
    return content


def is_web_address(address: str) -> bool:
    """Whether an address can be asked: http or https, with a host."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_below(name: str) -> bool:
    """Whether a name from an index is a file below the site's root and nothing else."""
    parts = name.split("/")
    return "://" not in name and ".." not in parts and not name.startswith("/") and "\\" not in name

"""Files by which web servers send a site safely: Apache, nginx, IIS and hosts that read `_headers`.

The content policy also stands in every page, so a site is safe where none of these is read; as a
header it covers pictures and data files too, and can forbid other sites to frame a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""Nothing but the site's own files; what the pages say of themselves, without the disk."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CACHED = {"assets/fonts/": 31_536_000, "assets/": 86_400}
"""Seconds that a browser may keep files of a folder; pages are asked for anew each time."""
TYPES = {
    ".woff2": "font/woff2",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
}
"""Kinds of files that older servers do not know, or send without their encoding."""
LOST = ("403", "404")
"""What servers answer where no page stands: a folder without one, such as `items/`, is forbidden."""
PACKED = (
    "text/html",
    "text/css",
    "text/csv",
    "text/plain",
    "text/javascript",
    "application/javascript",
    "application/json",
    "image/svg+xml",
    "application/xml",
)
"""Kinds that are sent compressed, so that a page is light on a slow line; the others are already."""


def server_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Address and content of each; a server takes the one it knows and leaves the others alone."""
    base = urlsplit(edition.disclosure.agency.site.address or "").path
    for address, text in (
        (".htaccess", _apache(base)),
        ("nginx.conf.txt", _nginx(base)),
        ("web.config", _iis()),
        ("_headers", _hosts(base)),
    ):
        yield address, text.encode("utf-8")


def _apache(base: str) -> str:
    headers = "\n".join(f'  Header always set {name} "{value}"' for name, value in HEADERS.items())
    kept = "\n".join(
        f'  <If "%{{REQUEST_URI}} =~ m#/{folder}#">\n'
        f'    Header set Cache-Control "public, max-age={seconds}"\n  </If>'
        for folder, seconds in reversed(CACHED.items())
    )
    types = "\n".join(f'AddType "{kind}" {ending}' for ending, kind in TYPES.items())
    lost = "".join(f"ErrorDocument {status} {base}404.html\n" for status in LOST) if base else ""
    return (
        f"# Apache\nOptions -Indexes\nDirectoryIndex index.html\n{lost}{types}\n"
        f"<IfModule mod_headers.c>\n{headers}\n"
        f'  Header set Cache-Control "no-cache"\n{kept}\n</IfModule>\n'
        f"<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n"
        f"    AddOutputFilterByType DEFLATE {' '.join(PACKED)}\n  </IfModule>\n</IfModule>\n"
    )


def _nginx(base: str) -> str:
    lines = [f'  add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    packed = " ".join(kind for kind in PACKED if kind != "text/html")  # which it packs anyway
    headers = "\n".join([*lines, "  gzip on;", f"  gzip_types {packed};"])
    root = base or "/"
    folders = "\n".join(
        f"location ^~ {root}{folder} {{\n{headers}\n"
        f'  add_header Cache-Control "public, max-age={seconds}";\n}}'
        for folder, seconds in CACHED.items()
    )
    return (
        "# nginx: include this file in the server block of the site\n"
        f"index index.html;\nerror_page {' '.join(LOST)} {root}404.html;\ncharset utf-8;\n"
        f"location {root} {{\n{headers}\n"
        f'  add_header Cache-Control "no-cache";\n}}\n{folders}\n'
    )


def _iis() -> str:
    headers = "\n".join(
        f'        <add name="{name}" value="{escape(value)}" />' for name, value in HEADERS.items()
    )
    types = "\n".join(
        f'      <remove fileExtension="{ending}" />\n'
        f'      <mimeMap fileExtension="{ending}" mimeType="{kind}" />'
        for ending, kind in TYPES.items()
    )
    folders = "\n".join(
        f'  <location path="{folder.rstrip("/")}">\n    <system.webServer>\n      <staticContent>\n'
        f'        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{seconds // 86_400}.00:00:00" />\n'
        "      </staticContent>\n    </system.webServer>\n  </location>"
        for folder, seconds in CACHED.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <system.webServer>\n'
        "    <httpProtocol>\n      <customHeaders>\n"
        f"{headers}\n      </customHeaders>\n    </httpProtocol>\n"
        "    <staticContent>\n"
        '      <clientCache cacheControlMode="DisableCache" />\n'
        f"{types}\n    </staticContent>\n"
        '    <defaultDocument>\n      <files>\n        <clear />\n        <add value="index.html" />\n'
        "      </files>\n    </defaultDocument>\n  </system.webServer>\n"
        f"{folders}\n</configuration>\n"
    )


def _hosts(base: str) -> str:
    root = base or "/"
    headers = "\n".join(f"  {name}: {value}" for name, value in HEADERS.items())
    folders = "\n".join(
        f"{root}{folder}*\n  Cache-Control: public, max-age={seconds}"
        for folder, seconds in CACHED.items()
    )
    return f"{root}*\n{headers}\n{folders}\n"

"""The header files as each server reads them: the same policy, the same types, nothing left open."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from generator.exports.server import CACHED, HEADERS, PACKED, TYPES, server_files
from tests.conftest import edition_of


@pytest.fixture(scope="module", params=["", "https://www.example.com/ita/"])
def written(request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    """Where the site begins on its server, and the files, with and without an address."""
    edition = edition_of("chom-prathat")
    agency = edition.disclosure.agency
    settled = replace(agency, site=replace(agency.site, address=request.param or None))
    placed = replace(edition, disclosure=replace(edition.disclosure, agency=settled))
    root = "/ita/" if request.param else "/"
    return root, {name: content.decode() for name, content in server_files(placed)}


def test_apache(written: tuple[str, dict[str, str]]) -> None:
    """Every section is closed, every line is a directive that Apache knows."""
    root, files = written
    text = files[".htaccess"]
    opened = re.findall(r"^\s*<(\w+)", text, re.MULTILINE)
    closed = re.findall(r"^\s*</(\w+)>$", text, re.MULTILINE)
    assert sorted(opened) == sorted(closed)
    known = "Options|DirectoryIndex|ErrorDocument|AddType|Header|AddOutputFilterByType|</?If|#"
    assert [line for line in text.splitlines() if not re.match(rf"\s*({known})", line)] == []
    told = dict(re.findall(r'^  Header always set (\S+) "([^"]*)"$', text, re.MULTILINE))
    assert told == HEADERS
    assert dict(re.findall(r'^AddType "([^"]+)" (\S+)$', text, re.MULTILINE)) == {
        kind: ending for ending, kind in TYPES.items()
    }
    kept = re.findall(r"m#/([^#]+)#\">\s+Header set Cache-Control \"[^\"]*=(\d+)\"", text)
    assert {folder: int(seconds) for folder, seconds in kept} == CACHED
    assert set(PACKED) <= set(text.partition("DEFLATE ")[2].split())
    for status in ("403", "404"):
        lost = f"ErrorDocument {status} {root}404.html"
        assert (lost in text) is (root != "/" or "ErrorDocument" in text)


def test_nginx(written: tuple[str, dict[str, str]]) -> None:
    """Braces pair, each directive ends, and each place repeats all headers, which it would else lose."""
    root, files = written
    text = files["nginx.conf.txt"]
    lines = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if not line.endswith((";", "{", "}"))] == []
    assert f"error_page 403 404 {root}404.html;" in text
    assert text.count("{") == text.count("}") == len(CACHED) + 1
    places = re.findall(r"location (?:\^~ )?(\S+) \{([^}]*)\}", text)
    assert {place for place, _body in places} == {root, *(root + folder for folder in CACHED)}
    for _place, body in places:
        assert dict(re.findall(r'add_header (\S+) "([^"]*)" always;', body)) == HEADERS
        assert "gzip_types" in body
        assert "Cache-Control" in body


def test_iis(written: tuple[str, dict[str, str]]) -> None:
    """Well-formed, for IIS shows an error for the whole site if it is not; no entry stands twice."""
    root = ET.fromstring(written[1]["web.config"])  # noqa: S314 - our own bytes
    rows = [row.attrib for row in root.findall("./system.webServer/httpProtocol/customHeaders/add")]
    assert {row["name"]: row["value"] for row in rows} == HEADERS
    assert len(rows) == len(HEADERS)
    types = root.findall("./system.webServer/staticContent/mimeMap")
    assert {row.attrib["fileExtension"]: row.attrib["mimeType"] for row in types} == TYPES
    removed = root.findall("./system.webServer/staticContent/remove")
    assert {row.attrib["fileExtension"] for row in removed} == set(TYPES)
    folders = {place.attrib["path"] + "/" for place in root.findall("location")}
    assert folders == set(CACHED)


def test_hosts_that_read_headers(written: tuple[str, dict[str, str]]) -> None:
    """An address on each unindented line, and what is sent with it below."""
    root, files = written
    blocks: dict[str, dict[str, str]] = {}
    for line in files["_headers"].splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            blocks[list(blocks)[-1]][name] = value
        else:
            blocks[line] = {}
    assert blocks[f"{root}*"] == HEADERS
    assert set(blocks) == {f"{root}*", *(f"{root}{folder}*" for folder in CACHED)}
    assert all("Cache-Control" in blocks[f"{root}{folder}*"] for folder in CACHED)


def test_the_policy_is_strict() -> None:
    """No inline code, no foreign host, no wildcard, no frame elsewhere."""
    policy = HEADERS["Content-Security-Policy"]
    said = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert said["default-src"] == said["frame-ancestors"] == said["form-action"] == "'self'"
    assert said["object-src"] == said["base-uri"] == "'none'"
    assert not re.search(r"unsafe|\*|https?:|blob:|script-src|style-src", policy)

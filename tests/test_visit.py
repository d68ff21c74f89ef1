"""`assess --url`: a published site is checked as an assessor would, from its index and its addresses."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.seal import INDEX
from generator.visit import RULES, visit
from generator.visit.sections import sections
from tests.conftest import DEMONSTRATED, ROOT, built, edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path, handler: Any = None) -> Iterator[str]:
    """A folder at an address of this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler or partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """The built site below another folder, as on a host with several sites."""
    return shutil.copytree(site, tmp_path / "www" / "below" / "site")


def problems(copy: Path) -> list[tuple[str, str]]:
    """What a visit finds wrong: rule and page."""
    with served(copy.parent.parent) as address:
        found = visit(f"{address}/below/site/")
    return [(p.rule.code, p.place.file.partition("/below/site/")[2]) for p in found.problems]


def edit(path: Path, old: str, new: str) -> None:
    """Change a page by hand."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_a_served_copy_agrees_with_assess(copy: Path) -> None:
    """The same statuses from outside as from the data, under a path of a shared host."""
    with served(copy.parent.parent) as address:
        done = CliRunner().invoke(
            main, ["assess", "--url", f"{address}/below/site", "--format", "json"]
        )

    told = json.loads(done.stdout)
    assert (done.exit_code, told["problems"]) == (0, [])
    for form, seen in zip(edition_of(DEMONSTRATED).coverage, told["forms"], strict=True):
        assert {c.item.code: c.status for c in form.items} == {
            one["code"]: one["found"] for one in seen["items"]
        }


def test_the_invented_agency_holds_what_it_says(tmp_path: Path) -> None:
    """The sample with most elements: every page, anchor, file and data file is found."""
    site = tmp_path / "site"
    built(ROOT, "example-sao", site)
    with served(site) as address:
        found = visit(address)

    assert [p.what.en for p in found.problems] == []
    for form in edition_of("example-sao").coverage:
        assert {c.item.code: c.status for c in form.items} == {
            seen.code: seen.found for seen in found.forms[int(form.year)]
        }


def test_a_changed_and_a_deleted_page_are_named(copy: Path) -> None:
    """Each with its items, in both languages; the exit code says that something does not hold."""
    edit(copy / "plan/index.html", "</h1>", " แก้ไข</h1>")
    (copy / "en/contact/index.html").unlink()

    with served(copy.parent.parent) as address:
        done = CliRunner().invoke(main, ["assess", "--url", f"{address}/below/site/index.html"])

    assert done.exit_code == 1
    assert re.findall(r"/below/site/(\S+?):1:1: error\[(.*?)\]", done.stdout) == [
        ("plan/index.html", "page-changed"),
        ("en/contact/index.html", "page-gone"),
    ]
    assert "(ข้อ O36 (2566))" in done.stdout
    assert "(items: O5 (2566))" in done.stdout
    assert "O5   incomplete → not_published" in done.stdout


def test_an_emptied_section_and_a_lost_anchor_make_their_items_fall(copy: Path) -> None:
    """An address that answers is not enough: something must stand there."""
    path = copy / "risk/index.html"
    html = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'id="risks"', 'id="other"', html), encoding="utf-8", newline="\n")
    page = copy / "en/plan/index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(
        re.sub(r'(<h2 id="budget".*?</h2>).*?(?=<h2|</article>)', r"\1", html, flags=re.DOTALL),
        encoding="utf-8",
        newline="\n",
    )

    with served(copy.parent.parent) as address:
        found = visit(f"{address}/below/site/")

    fallen = {seen.code: seen.found for seen in found.forms[2566] if seen.found != seen.stated}
    assert fallen == {"O34": "not_published", "O36": "incomplete"}
    codes = {p.rule.code for p in found.problems}
    assert codes == {"page-changed", "element-gone", "section-empty"}


def test_data_files_are_asked_for(copy: Path) -> None:
    """One is gone and one is another."""
    (copy / "data/items.csv").unlink()
    (copy / "data/disclosure.json").write_text("{}", encoding="utf-8")

    assert problems(copy) == [
        ("file-changed", "data/disclosure.json"),
        ("file-gone", "data/items.csv"),
    ]


def test_line_ends_of_an_upload_are_no_change(copy: Path) -> None:
    """A copy in text mode turns LF to CR LF, which no reader sees."""
    path = copy / "plan/index.html"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert problems(copy) == []


def test_a_status_typed_into_the_index_is_seen(copy: Path) -> None:
    """Two items are called whole that lack elements."""
    path = copy / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    for item in index["forms"][0]["items"][:2]:
        item["status"] = "published"
    path.write_text(json.dumps(index), encoding="utf-8")

    assert [code for code, _ in problems(copy)] == ["status-typed"] * 2


@pytest.mark.parametrize(
    "damage",
    [
        None,
        "not json",
        '{"forms": 1}',
        '{"forms": [], "pages": {"../../etc/passwd": ""}, "files": {}}',
        '{"forms": [], "pages": {"http://127.0.0.1:1/": ""}, "files": {}}',
        "[" * 100_000,
    ],
)
def test_without_a_usable_index_nothing_is_said(damage: str | None, copy: Path) -> None:
    """No index, or one that leads elsewhere: exit code 2, and the reason."""
    (copy / INDEX).unlink()
    if damage:
        (copy / INDEX).write_text(damage, encoding="utf-8")

    with served(copy) as address:
        done = CliRunner().invoke(main, ["assess", "--url", address])

    assert done.exit_code == 2
    assert ("no-index" if damage is None else "index-unreadable") in done.stderr


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://127.0.0.1/", "nowhere", "http://"]
)
def test_only_web_addresses_are_asked(address: str) -> None:
    """Anything else is wrong use."""
    assert CliRunner().invoke(main, ["assess", "--url", address]).exit_code == 2


def test_a_redirect_to_another_host_is_not_followed() -> None:
    """Also not where the other host would answer."""

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_port}/{INDEX}")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with served(None, Elsewhere) as address:
        found = visit(address)

    assert [p.rule.code for p in found.problems] == ["no-index"]
    assert "localhost" in found.problems[0].what.en


def test_a_server_that_packs_what_nobody_asked_it_to_is_understood(copy: Path) -> None:
    """Some hosts send gzip to everybody."""

    class Packed(Quiet):
        def end_headers(self) -> None:
            self.send_header("Content-Encoding", "gzip")
            super().end_headers()

        def send_head(self) -> Any:
            path = Path(self.translate_path(self.path))
            if not path.is_file():
                self.send_error(404)
                return None
            self.send_response(200)
            self.end_headers()
            return io.BytesIO(gzip.compress(path.read_bytes()))

    with served(copy, partial(Packed, directory=str(copy))) as address:
        assert visit(address).problems == []


def test_sections_hold_what_follows_their_heading() -> None:
    """A heading's section ends at the next of its level; an empty one is empty."""
    found = sections(
        '<main><h1>x</h1><h2 id="a">A</h2><p>text</p><h3 id="b">B</h3><h2 id="c">C</h2><script>1</script>'
        '<div id="d"><img src="x"></div></main><h2 id="e">E</h2><p>outside</p>'
    )

    assert [found.holds(anchor) for anchor in ("a", "b", "c", "d", "e", "")] == [
        True, False, True, True, False, True,
    ]  # fmt: skip


def test_every_rule_of_a_visit_is_seen_here() -> None:
    """No rule about published sites without a test that breaks it."""
    text = Path(__file__).read_text(encoding="utf-8")

    assert [rule.code for rule in RULES if f'"{rule.code}"' not in text] == []

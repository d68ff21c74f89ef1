"""What several tests need: the real agencies loaded once, one built site, damaged copies."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

import manage
from generator.building.build import build
from generator.edition import Edition
from generator.load import load
from generator.project import Project, find
from tests.audit import visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Response

settings.register_profile("searching", deadline=None)  # other programs may need the processor
settings.register_profile("same", settings.get_profile("searching"), derandomize=True)
settings.load_profile("same")  # what passes once passes again; who searches for more says so
ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
AGENCIES = sorted(p.name for p in CONTENT.iterdir() if p.is_dir() and not p.name.startswith("."))
DEMONSTRATED = "phetchaburi-pao"
CHROMIUM = manage.windowless()
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden pages anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew")


LONG = (
    "test_rebuild", "test_every_site", "test_browser", "test_two_processes", "test_search",
    "test_complaints", "test_narrowing", "test_commands", "test_long_list", "test_serving",
)  # fmt: skip
"""Begun first, so that no core is left with one of them alone when the others have no work any more."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files of `LONG` in their order, then the others in theirs."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.stem, len(LONG)))


@pytest.fixture(scope="session", params=AGENCIES)
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each real agency."""
    return edition_of(request.param)


def edition_of(agency: str) -> Edition:
    """An agency's edition; its data must be readable."""
    disclosure, problems = load(CONTENT / agency)
    assert disclosure is not None, problems
    return Edition.of(disclosure)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that mkdocs.yml names, built once."""
    folder = tmp_path_factory.mktemp("built") / "site"
    return built(ROOT, DEMONSTRATED, folder)


def built(root: Path, agency: str, site: Path) -> Path:
    """An agency's site, built from a project's folder."""
    project = find(root)
    assert isinstance(project, Project)
    build(project, agency, site)
    return site


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites of all agencies and the page before them, built once by the command."""
    folder = tmp_path_factory.mktemp("every") / "sites"
    command = [sys.executable, "-m", "generator", "build", "--all", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with the small sample as its agency."""
    return small(tmp_path / "project")


def small(folder: Path) -> Path:
    """A new project with the small sample as its agency."""
    shutil.copytree(ROOT / "tests" / "samples" / "minimal", folder / "content" / "minimal")
    shutil.copytree(ROOT / "theme", folder / "theme")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace(DEMONSTRATED, "minimal"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for each module: its event loop must not run on below other tests."""
    assert CHROMIUM, "Chromium is needed: apt install chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a built site below a sub-path, as on a shared host."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder.parent))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site that mkdocs.yml names."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core itself, as the audit runs it."""
    return visit.axe()


@pytest.fixture
def page(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A fresh window that fails the test at errors of the page and at foreign requests.

    A page it goes to has its typefaces: until they come, words are wider or narrower, and move when they do.
    """
    context = browser.new_context()
    opened = context.new_page()
    go = opened.goto

    def go_and_wait(address: str, **how: Any) -> Response | None:
        answer = go(address, **how)
        opened.evaluate("async () => { await document.fonts.ready; }")
        return answer

    monkeypatch.setattr(opened, "goto", go_and_wait)
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    opened.on(
        "request",
        lambda r: (
            wrong.append(r.url)
            if "127.0.0.1" not in r.url and not r.url.startswith(("file:", "data:"))
            else None
        ),
    )
    yield opened
    context.close()
    assert wrong == []

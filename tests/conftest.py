"""What several tests need: the real agencies loaded once, one built site, damaged copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import mkdocs_plugin
from generator.edition import Edition
from generator.load import load

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
AGENCIES = sorted(p.name for p in CONTENT.iterdir() if p.is_dir() and not p.name.startswith("."))
DEMONSTRATED = "phetchaburi-pao"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden pages anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew")


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
    mkdocs_plugin.build(ROOT / "mkdocs.yml", agency=DEMONSTRATED, site_dir=folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with the small sample as its agency."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "tests" / "samples" / "minimal", folder / "content" / "minimal")
    shutil.copytree(ROOT / "theme", folder / "theme")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace(DEMONSTRATED, "minimal"), encoding="utf-8")
    return folder

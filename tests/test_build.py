"""A build is whole or it is nothing, and the same content gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish import Staging
from generator.refused import Refused
from tests.conftest import built

ROOT = Path(__file__).parent.parent


def fingerprint(folder: Path) -> dict[str, str]:
    """Hash of every file of a tree."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(project: Path) -> Path:
    """Build the sample project; its site."""
    return built(project, "minimal", project / "site")


def test_two_builds_are_byte_identical(project: Path) -> None:
    """Nothing of the clock, of the machine or of chance is in the site."""
    first = fingerprint(build(project))

    assert first == fingerprint(build(project))
    assert len(first) > 60


def test_mkdocs_itself_builds_the_whole_bilingual_site(project: Path) -> None:
    """Plain `mkdocs build` gives the same as our own command."""
    ours = fingerprint(build(project))

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (0, ours) == (done.returncode, fingerprint(project / "site")), done.stderr


@pytest.mark.parametrize("damage", ["budget: {2566: 1.200}\n", "\tid: x\n", "", "unknown: key\n"])
def test_a_failed_build_leaves_the_site_alone(damage: str, project: Path) -> None:
    """Errors in the data end before anything is written, and leave nothing beside the site."""
    before = fingerprint(build(project))
    path = project / "content" / "minimal" / "items" / "p-01.yml"
    path.write_text(damage, encoding="utf-8")

    with pytest.raises(Refused) as refused:
        build(project)

    assert refused.value.diagnostics
    assert before == fingerprint(project / "site")
    assert [p.name for p in project.iterdir() if p.name.startswith("site")] == ["site"]


def test_a_build_that_breaks_half_way_leaves_the_site_alone(project: Path) -> None:
    """A fault of the theme shows only while pages are written; still nothing is harmed."""
    before = fingerprint(build(project))
    main = project / "theme" / "main.html"
    main.write_text(
        main.read_text(encoding="utf-8") + "{{ nothing.of.the.kind }}", encoding="utf-8"
    )
    main.write_text("{% extends 'no-such-base.html' %}", encoding="utf-8")

    with pytest.raises(Exception, match="no-such-base"):
        build(project)

    assert before == fingerprint(project / "site")
    assert [p.name for p in project.iterdir() if p.name.startswith("site")] == ["site"]


def test_an_old_site_is_replaced_whole(project: Path) -> None:
    """A file that the new site does not have is gone."""
    stray = build(project) / "stray.html"
    stray.write_text("old", encoding="utf-8")

    build(project)

    assert not stray.exists()


def test_a_site_left_aside_by_a_killed_build_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that was killed between its two renames loses nothing."""
    aside = tmp_path / "site.old-4711"
    aside.mkdir()
    (aside / "index.html").write_text("precious", encoding="utf-8")
    monkeypatch.setattr("generator.publish.LEFT_FOR_DEAD", -1)

    staging = Staging(tmp_path / "site")
    staging.begin()
    staging.abandon()

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "precious"


def test_no_source_file_is_published(site: Path) -> None:
    """YAML, Markdown and templates stay at home."""
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}

    pages = {".html", ".css", ".js", ".svg", ".woff2", ".txt", ".xml", ".png"}
    data = {".csv", ".json", ".xlsx", ".ics"}
    server = {"", ".config"}  # .htaccess, web.config
    assert kinds <= pages | data | server
    assert {".html", ".css", ".csv", ".json", ".xlsx"} <= kinds

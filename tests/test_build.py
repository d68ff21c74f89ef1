"""A build is whole or it is nothing, and the same content gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator.building.staging import Staging
from generator.destination import taken
from generator.refused import Refused
from generator.seal import INDEX
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
    fault = "{% if frame.around.lang == 'en' %}{{ nothing.of.the.kind }}{% endif %}"
    main.write_text(main.read_text(encoding="utf-8") + fault, encoding="utf-8")

    with pytest.raises(UndefinedError, match="nothing"):
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
    monkeypatch.setattr("generator.disk.LEFT_FOR_DEAD", -1)

    staging = Staging(tmp_path / "site")
    staging.begin()
    staging.abandon()

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "precious"


def as_command(project: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and messages of `disclosure build`, run in a project."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("documents", "not-a-site"),
        ("documents/letter.docx", "not-a-site"),
        (".", "not-a-site"),
        ("../project", "not-a-site"),
        ("history", "not-a-site"),
        ("website", "not-a-site"),
        ("content", "among-sources"),
        ("content/minimal", "among-sources"),
        ("content/second", "among-sources"),
        ("theme/site", "among-sources"),
    ],
)
@pytest.mark.parametrize("every", [(), ("--all",)])
def test_nothing_but_a_site_is_replaced(
    place: str, code: str, every: tuple[str, ...], project: Path
) -> None:
    """A slip in the name of the folder costs nobody's documents, and not the data."""
    (project / "documents").mkdir()
    (project / "documents" / "letter.docx").write_bytes(b"precious")
    (project / "history" / ".git").mkdir(parents=True)
    (project / "history" / "disclosure-index.json").write_text("{}", encoding="utf-8")
    (project / "website").mkdir()
    (project / "website" / "index.html").write_text("another's", encoding="utf-8")
    before = fingerprint(project)

    ended, said = as_command(project, *every, "--site-dir", place)

    assert (ended, f"error[{code}]" in said) == (2, True), said
    assert before == fingerprint(project)


def test_a_document_among_sites_or_a_history_in_one_is_not_replaced(tmp_path: Path) -> None:
    """The folder of many sites holds them and the page before them, and nothing of anybody's."""
    (tmp_path / "sites" / "a").mkdir(parents=True)
    (tmp_path / "sites" / "a" / INDEX).write_text("{}", encoding="utf-8")
    (tmp_path / "sites" / "index.html").write_text("portal", encoding="utf-8")

    def found(name: str) -> str:
        fault = taken(tmp_path / name)
        return fault.slots["found"] if fault else ""

    assert (found("sites"), found("sites/a"), found("nowhere")) == ("", "", "")
    (tmp_path / "sites" / "a" / ".git").mkdir()
    (tmp_path / "sites" / "letter.docx").write_bytes(b"precious")
    (tmp_path / "sites" / "empty").mkdir()
    assert (found("sites"), found("sites/a"), found("sites/empty")) == ("empty", ".git", "")
    assert found("sites/letter.docx") == "letter.docx"


def test_mkdocs_replaces_nothing_but_a_site(project: Path) -> None:
    """The other way to build keeps to it as well."""
    (project / "site").mkdir()
    (project / "site" / "letter.docx").write_bytes(b"precious")

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, "error[not-a-site]" in done.stderr) == (1, True), done.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["letter.docx"]


def test_an_empty_folder_and_every_kind_of_site_may_be_replaced(project: Path) -> None:
    """One agency's site by that of all and back; a folder that was made for it beforehand."""
    (project / "site").mkdir()
    (project / "site" / "Thumbs.db").write_bytes(b"somebody looked into it")
    for arguments in ((), ("--all",), ("--all",), ()):
        assert as_command(project, *arguments)[0] == 0


def test_a_portal_of_no_agency_is_not_written(project: Path) -> None:
    """Where not one can be built, nothing is put in place."""
    (project / "content" / "minimal" / "plan.yml").write_text("", encoding="utf-8")

    assert as_command(project, "--all")[0] == 1
    assert [p.name for p in project.iterdir() if p.name.startswith("site")] == []


def test_only_what_builds_left_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that a person named is nobody's to delete, however like ours it is called."""
    theirs = ("site.2568-backup", "site.old-2568-copy", "site.new-design", "my.site.old-1")
    for name in (*theirs, "site.old-4711", "site.new-4711"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr("generator.disk.LEFT_FOR_DEAD", -1)

    staging = Staging(tmp_path / "site")
    staging.begin()
    staging.abandon()

    assert {path.name for path in tmp_path.iterdir()} == {*theirs, "site"}


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_a_site_that_is_a_link_is_replaced_where_it_leads(project: Path, tmp_path: Path) -> None:
    """A web server's folder can be linked to; the link stays, and nothing is left beside it."""
    (tmp_path / "www").mkdir()
    (project / "site").symlink_to(tmp_path / "www")

    for _ in range(2):
        build(project)
        (project / "content" / "minimal" / "risk.yml").unlink(missing_ok=True)

    assert (project / "site").is_symlink()
    assert (tmp_path / "www" / "index.html").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "www"]


def test_no_source_file_is_published(site: Path) -> None:
    """YAML, Markdown and templates stay at home."""
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}

    pages = {".html", ".css", ".js", ".svg", ".woff2", ".txt", ".xml", ".png"}
    data = {".csv", ".json", ".xlsx", ".ics"}
    server = {"", ".config"}  # .htaccess, web.config
    assert kinds <= pages | data | server
    assert {".html", ".css", ".csv", ".json", ".xlsx"} <= kinds

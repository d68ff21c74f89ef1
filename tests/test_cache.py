"""What is kept from one build to the next is right, or it is not there."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import cache
from generator.cache import kept, shelf, shelves
from generator.cache.keys import key_of
from generator.model.base import Lang
from tests.conftest import built
from tests.test_build import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts."""

    one: object
    other: object


@dataclass(frozen=True, slots=True)
class Single:
    """One part."""

    one: object


CALLS: list[object] = []


@kept
def doubled(value: object) -> object:
    """Notes that it was asked."""
    CALLS.append(value)
    return (value, value)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    CALLS.clear()
    yield
    CALLS.clear()


def test_equal_values_have_one_key_wherever_their_parts_are() -> None:
    """A text that stands twice is the same as two texts that are equal."""
    text = "ข้อความ" * 3
    assert key_of(Pair(text, text)) == key_of(Pair(text, "".join(list(text))))
    assert key_of(Pair(1, 2)) != key_of(Pair(2, 1))
    assert key_of(Pair("1", 2)) != key_of(Pair(1, 2))
    assert key_of(Single(1)) != key_of(Pair(1, 1))
    assert key_of(Lang.TH) != key_of("th")


def test_a_key_is_the_same_in_another_process() -> None:
    """Nothing of memory or of a process's own hashing is in it."""
    code = "from generator.cache.keys import key_of; from tests.test_cache import Pair; print(key_of(Pair('ก', (1, 'x'))).hex())"
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        assert told.strip() == key_of(Pair("ก", (1, "x"))).hex()


def test_a_result_is_made_once(tmp_path: Path) -> None:
    """Within a block, and in the next one."""
    with shelf(tmp_path, "a") as opened:
        assert doubled("x") == doubled("x") == ("x", "x")
        opened.save()
    with shelf(tmp_path, "a"):
        assert doubled("x") == ("x", "x")
    assert CALLS == ["x"]


def test_nothing_is_kept_where_no_shelf_is_open() -> None:
    """Outside a build a kept function is an ordinary one."""
    doubled("x")
    doubled("x")
    assert CALLS == ["x", "x"]


def test_what_was_not_saved_is_made_again(tmp_path: Path) -> None:
    """As after a kill: a shelf holds what its last save wrote."""
    with shelf(tmp_path, "a"):
        doubled("x")
    with shelf(tmp_path, "a"):
        doubled("x")
    assert CALLS == ["x", "x"]


def test_another_version_of_the_program_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And clears away what the other one kept."""
    with shelf(tmp_path, "a") as opened:
        doubled("x")
        opened.save()
    monkeypatch.setattr(cache, "program", lambda: "other")
    with shelf(tmp_path, "a") as opened:
        doubled("x")
        opened.save()
    assert CALLS == ["x", "x"]
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


@pytest.mark.parametrize("damage", [b"", b"no database at all", None])
def test_a_damaged_shelf_is_begun_anew(damage: bytes | None, tmp_path: Path) -> None:
    """Whether the whole file is lost or one result in it."""
    with shelf(tmp_path, "a") as opened:
        doubled("x")
        opened.save()
    (path,) = tmp_path.rglob("*.sqlite")
    if damage is None:
        with sqlite3.connect(path) as stored:
            broken = b"\0\0\0\0" + pickle.dumps("wrong")
            stored.execute("UPDATE kept SET result = ?", (broken,))
        stored.close()
    else:
        path.write_bytes(damage)
    with shelf(tmp_path, "a") as opened:
        assert doubled("x") == ("x", "x")
        opened.save()
    with shelf(tmp_path, "a"):
        assert doubled("x") == ("x", "x")
    assert CALLS == ["x", "x"]


def test_damage_within_a_shelf_is_begun_anew_too(tmp_path: Path) -> None:
    """Its first page is whole, so that it opens; what stands behind it is lost."""
    with shelf(tmp_path, "a") as opened:
        for number in range(200):
            doubled(f"{number}" * 200)
        opened.save()
    (path,) = tmp_path.rglob("*.sqlite")
    content = path.read_bytes()
    path.write_bytes(content[: shelves.PAGE] + b"\x55" * (len(content) - shelves.PAGE))
    CALLS.clear()
    for _ in range(2):
        with shelf(tmp_path, "a") as opened:
            doubled("1" * 200)
            opened.save()
    assert CALLS == ["1" * 200]


def test_what_nobody_asks_for_is_let_go(tmp_path: Path) -> None:
    """A shelf does not grow with every edit."""
    for number in range(40):
        with shelf(tmp_path, "a") as opened:
            doubled(number)
            opened.save()
    (path,) = tmp_path.rglob("*.sqlite")
    stored = sqlite3.connect(path)
    (number,) = stored.execute("SELECT count(*) FROM kept").fetchone()
    stored.close()
    assert number <= shelves.SLACK + 1


def test_a_file_that_was_changed_in_the_site_is_not_believed(project: Path) -> None:
    """Who changes a page of the site by hand finds it mended by the next build."""
    site = built(project, "minimal", project / "site")
    before = fingerprint(site)
    page = site / "plan" / "index.html"
    state = page.stat()
    page.write_bytes(page.read_bytes()[:-9] + b"<!--x-->\n")
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    (site / "about" / "index.html").unlink()

    assert before == fingerprint(built(project, "minimal", site))


def test_unchanged_files_are_not_written_again(project: Path) -> None:
    """After an edit only what depends on it is new on the disk."""
    site = built(project, "minimal", project / "site")
    numbers = {path: path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    item = project / "content" / "minimal" / "items" / "p-01.yml"
    text = item.read_text(encoding="utf-8")
    item.write_text(text.replace("en: ", "en: Changed ", 1), encoding="utf-8")
    built(project, "minimal", site)

    changed = {
        path.relative_to(site).as_posix()
        for path, number in numbers.items()
        if path.exists() and path.stat().st_ino != number
    }
    assert {"en/items/p-01/index.html", "en/plan/index.html", "search/en.js"} <= changed
    assert not {"risk/index.html", "en/risk/index.html", "about/index.html"} & changed


def test_nothing_is_done_where_nothing_changed(project: Path) -> None:
    """The site stays where it is; a day later, when a release may have expired, it is looked at."""
    site = built(project, "minimal", project / "site")
    number = site.stat().st_ino
    assert built(project, "minimal", site).stat().st_ino == number

    (site / "stray.html").write_text("x", encoding="utf-8")
    assert built(project, "minimal", site).stat().st_ino != number
    assert not (site / "stray.html").exists()


def test_another_day_is_another_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may have expired is asked again."""
    monkeypatch.setenv("DISCLOSURE_TODAY", "2026-11-21")
    site = built(project, "minimal", project / "site")
    number, before = site.stat().st_ino, fingerprint(site)
    monkeypatch.setenv("DISCLOSURE_TODAY", "2026-11-22")
    assert built(project, "minimal", site).stat().st_ino != number
    assert fingerprint(site) == before


def test_of_many_agencies_the_one_that_changed_is_built(project: Path) -> None:
    """The others' files stay the same on the disk."""
    second = project / "content" / "second"
    shutil.copytree(project / "content" / "minimal", second)
    agency = second / "agency.yml"
    text = agency.read_text(encoding="utf-8")
    agency.write_text(text.replace("id: minimal", "id: second"), encoding="utf-8")

    def all_built() -> dict[str, int]:
        command = [sys.executable, "-m", "generator", "build", "--all"]
        subprocess.run(
            command, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
        )
        files = (project / "site").rglob("*.html")
        return {p.relative_to(project / "site").as_posix(): p.stat().st_ino for p in files}

    before = all_built()
    item = second / "items" / "p-01.yml"
    item.write_text(
        item.read_text(encoding="utf-8").replace("en: ", "en: Changed ", 1), encoding="utf-8"
    )
    after = all_built()

    changed = {name for name in before if before[name] != after[name] and "/" in name}
    assert "second/en/items/p-01/index.html" in changed
    assert not [name for name in changed if name.startswith("minimal/")]

"""Two processes make the same site as one, with the same problems, and neither outlives the other."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from generator.building import build as building
from generator.building import second_process
from generator.building.staging import Order, Published, Staging
from generator.cache import shelf
from generator.exports import HALVES
from generator.model.base import Lang
from generator.refused import Lost, Refused
from generator.seal import Print
from tests.conftest import CONTENT, built
from tests.sources import ROOT, fingerprint
from tests.test_cache import doubled
from tests.test_killed import begun, duration
from tests.test_privacy import grouped, national_id

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 10
"""Seconds in which a process that is of no use any more must be gone."""


@pytest.fixture(autouse=True)
def _by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(building.PROCESSES, "2")


@pytest.mark.parametrize("agency", ["minimal", "example-sao", "phetchaburi-pao"])
def test_two_processes_make_the_same_site_as_one(
    agency: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte: from nothing, and after an edit on what both have kept."""
    if agency != "minimal":
        shutil.copytree(CONTENT / agency, project / "content" / agency)
    plan = project / "content" / agency / "plan.yml"
    by_two = [fingerprint(built(project, agency, project / "site"))]
    plan.write_text(plan.read_text(encoding="utf-8").replace("en: ", "en: New ", 1), "utf-8")
    by_two.append(fingerprint(built(project, agency, project / "site")))
    monkeypatch.setenv(building.PROCESSES, "1")
    shutil.rmtree(project / ".cache")
    by_one = fingerprint(built(project, agency, project / "alone"))

    assert by_two[1] == by_one
    assert by_two[0] != by_one


def test_each_data_file_is_made_by_one_of_the_two() -> None:
    """Both languages have a half."""
    assert set(HALVES) == set(Lang)


def test_both_tell_their_problems(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that is on a Thai page, on an English page, and in data files: all at once, as by one."""
    item = project / "content" / "minimal" / "items" / "p-01.yml"
    text = item.read_text(encoding="utf-8")
    thai, english = (grouped(national_id(Random(seed))) for seed in (12, 13))
    text = text.replace("ดำเนินการ,", f"'ดำเนินการ {thai}',").replace("en: ", f"en: {english} ", 1)
    item.write_text(text, encoding="utf-8")
    monkeypatch.setattr("generator.inspection.exposed", lambda *_: [])
    told = []
    for processes in ("2", "1"):
        monkeypatch.setenv(building.PROCESSES, processes)
        with pytest.raises(Refused) as refused:
            built(project, "minimal", project / "site")
        told.append(refused.value.diagnostics)

    assert told[0] == told[1]
    places = {found.place.file for found in told[0]}
    assert {"items/p-01/index.md", "en/items/p-01/index.md", "data/disclosure.json"} <= places
    assert [path.name for path in project.iterdir() if path.name.startswith("site")] == []


def test_what_breaks_in_the_second_is_told_by_the_first(project: Path) -> None:
    """A fault that only an English page has: the old site stays, nothing is left beside it."""
    before = fingerprint(built(project, "minimal", project / "site"))
    main = project / "theme" / "main.html"
    fault = "{% if frame.around.lang == 'en' %}{{ nothing.of.the.kind }}{% endif %}"
    main.write_text(main.read_text(encoding="utf-8") + fault, encoding="utf-8")

    with pytest.raises(second_process.Broken, match="nothing"):
        built(project, "minimal", project / "site")

    assert before == fingerprint(project / "site")
    assert [path.name for path in project.iterdir() if path.name.startswith("site")] == ["site"]


def test_what_the_system_refuses_the_second_is_told_as_it_is() -> None:
    """A full disk is a full disk, whichever of the two meets it first; no fault of the program."""
    full = OSError(errno.ENOSPC, "No space left on device", "site/en/index.html")

    told = second_process._told(full)

    assert isinstance(told, OSError)
    assert (told.errno, told.filename) == (errno.ENOSPC, "site/en/index.html")
    assert isinstance(second_process._told(KeyError("x")), second_process.Broken)


@pytest.mark.parametrize("heard", [0, 1, 2])
def test_a_second_process_that_is_ended_is_noticed(
    heard: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it has looked through the folder, before it tells sizes, before it has made its half."""
    before = fingerprint(built(project, "minimal", project / "site"))
    plan = project / "content" / "minimal" / "plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("en: ", "en: New ", 1), "utf-8")
    left, usual = [heard], second_process._Second.hear

    def hear(second: second_process._Second) -> object:
        if not left[0]:
            second._process.kill()
            second._process.wait()
            second._from.read()
        left[0] -= 1
        return usual(second)

    monkeypatch.setattr(second_process._Second, "hear", hear)
    with pytest.raises(Lost):
        built(project, "minimal", project / "site")

    assert before == fingerprint(project / "site")
    assert [path.name for path in project.iterdir() if path.name.startswith("site")] == ["site"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of processes")
def test_the_second_process_ends_with_the_first(project: Path) -> None:
    """Whatever it is doing when the first one is killed."""
    shutil.copytree(CONTENT / "example-sao", project / "content" / "example-sao")
    as_it_lasts = duration(lambda: begun(project, "example-sao").communicate())
    died = 0
    for share in (0.2, 0.35, 0.5, 0.65, 0.8):
        shutil.rmtree(project / ".cache")
        shutil.rmtree(project / "site", ignore_errors=True)
        running = begun(project, "example-sao")
        time.sleep(share * as_it_lasts)
        running.kill()
        running.communicate()
        died += running.returncode == -signal.SIGKILL
        assert_gone(running.pid)
    assert died, "no build was killed before its end"


def assert_gone(group: int) -> None:
    """No process of a group is there any more, or soon none will be."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the second process goes on")


def test_a_lost_process_is_told_in_words(project: Path) -> None:
    """Not as a fault of the program."""
    code = "from generator.building import second_process; second_process.BEGIN = ''; from generator.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "minimal"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 3
    assert "DISCLOSURE_PROCESSES=1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_what_the_second_one_asked_for_is_kept(tmp_path: Path) -> None:
    """The first one alone would let it go, since it asked for less than a third of it."""
    with shelf(tmp_path, "a") as opened:
        for number in range(9):
            doubled(number)
        opened.save()
        asked = {*opened.asked}
        for number in range(9):
            doubled(number)
        asked |= opened.asked
    with shelf(tmp_path, "a") as opened:
        doubled(0)
        building.import_module("generator.cache").note_asked(asked)
        opened.save()
        (number,) = opened._stored.execute("SELECT count(*) FROM kept").fetchone()
    assert number == 9


def test_nothing_changed_starts_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that stands as it would be built costs no process."""
    site = built(project, "minimal", project / "site")
    monkeypatch.setattr(
        "generator.building.second_process.Popen", lambda *_a, **_n: pytest.fail("started")
    )
    built(project, "minimal", site)


def test_small_agencies_and_single_cores_take_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless the environment says otherwise."""
    folder = project / "content" / "minimal"
    order = Order(folder=folder, theme=folder, staging=Staging(folder), former={})
    assert building._processes(order) == 2
    monkeypatch.delenv(building.PROCESSES)
    monkeypatch.setattr(building, "cores", lambda: 2)
    assert building._processes(order) == 1
    (folder / "large.csv").write_bytes(bytes(building.LARGE + 1))
    assert building._processes(order) == 2
    order.former["index.html"] = Published(b"", Print.of(b"", "index.html"), (0, 0, 0))
    assert building._processes(order) == 1
    order.former.clear()
    monkeypatch.setattr(building, "cores", lambda: 1)
    assert building._processes(order) == 1

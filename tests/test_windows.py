"""What Windows refuses or does otherwise, played to the program on any system."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

import manage
from generator import cache
from generator.building import second_process
from generator.cli import main, serve, spoken
from generator.serving.watch import Watch
from generator.serving.workbench import Workbench

ROOT = Path(__file__).parent.parent


class WindowsError32(PermissionError):
    """What Windows raises for a file that another program has open."""

    winerror = 32


def numbered(winerror: int, number: int, name: str = "") -> OSError:
    """An error as Windows numbers it."""
    error = OSError(number, "The system said so", name)
    error.winerror = winerror
    return error


def test_waiting_for_a_change_hears_ctrl_c() -> None:
    """On Windows a wait without end in the main thread is not ended by Ctrl+C."""
    watch, waits = Watch(), []

    class Event(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout)
            return len(waits) > 2

    watch.happened = Event()
    watch.wait()

    assert len(waits) == 3
    assert all(timeout is not None and timeout <= 1 for timeout in waits)


def test_a_shelf_that_cannot_be_deleted_is_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged file of another build that is open: the build goes on without it."""
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"no database" * 1000)

    def held(*_: object, **__: object) -> None:
        raise WindowsError32(errno.EACCES, "held", str(path))

    monkeypatch.setattr(Path, "unlink", held)
    with cache.shelf_at(path) as shelf:
        shelf.keep(b"key", "result")
        assert shelf.find(b"key") == ("result",)
    assert path.read_bytes().startswith(b"no database")


def test_a_folder_in_which_nothing_can_be_written_needs_no_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A project on a stick that is locked, or below the folder of programs."""

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "locked")

    monkeypatch.setattr(Path, "mkdir", locked)
    with cache.shelf_at(tmp_path / "no" / "a.sqlite") as shelf:
        shelf.keep(b"key", "result")
        assert shelf.find(b"key") == ("result",)


def test_the_folder_of_a_served_site_may_be_in_use_at_the_end(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that still reads a file keeps Windows from deleting it; that is no fault."""
    monkeypatch.chdir(project)
    sites: list[Path] = []

    def served(_project: object, _name: str, site: Path, _port: int, **_: object) -> None:
        site.mkdir()
        (site / "index.html").write_bytes(b"x")
        sites.append(site)

    def held(*_: object, **__: object) -> None:
        raise WindowsError32(errno.EACCES, "held")

    monkeypatch.setattr(serve, "serve_site", served)
    with monkeypatch.context() as windows:
        windows.setattr(os, "unlink", held)
        windows.setattr(os, "rmdir", held)
        result = CliRunner().invoke(main, ["serve", "minimal"])

    assert (result.exit_code, result.output) == (0, "")
    shutil.rmtree(sites[0].parent)


def test_words_of_a_build_in_another_code_page_are_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Python says before our program begins is in the code page of the console."""
    from generator.project import find

    said: list[str] = []
    found = find(project)
    bench = Workbench(found, "minimal", project / "site", said.append)
    script = "import sys; sys.stderr.buffer.write(bytes([0xa1, 0xd2])); sys.exit(1)"
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda _, **options: popen([sys.executable, "-c", script], **options)
    )

    bench.start()

    assert bench.whole.wait(30)
    assert said == ["\ufffd\ufffd"]


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (numbered(206, errno.ENOENT, "C:/x"), "too long"),
        (numbered(3, errno.ENOENT, "C:/" + "x" * 250), "too long"),
        (numbered(3, errno.ENOENT, "C:/x"), "no such file"),
        (numbered(123, errno.EINVAL, 'C:/x"'), "does not take"),
        (numbered(10013, errno.EACCES), "port"),
        (numbered(32, errno.EACCES, "C:/x.xlsx"), "such as Excel"),
        (numbered(112, errno.ENOSPC, "C:/x"), "disk is full"),
    ],
)
def test_what_windows_says_is_told_as_what_it_means(
    error: OSError, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that is too long is "no such file" there, and a port that is kept "no right"."""
    monkeypatch.setattr(spoken.os, "name", "nt")

    assert word in spoken.system(error)


def test_what_the_system_refused_reaches_the_first_process() -> None:
    """The second process of a build sends it with the name of the file."""
    told = second_process._told(numbered(206, errno.ENOENT, "C:/x"))

    assert isinstance(told, OSError)
    assert (told.errno, told.filename) == (errno.ENOENT, "C:/x")


@pytest.mark.parametrize("page", ["cp874", "cp1252", "cp437"])
@pytest.mark.parametrize("typed", [["--help"], ["--nothing"], ["check", "--nothing"], []])
def test_help_goes_into_a_file_in_any_code_page(page: str, typed: list[str]) -> None:
    """`disclosure --help > help.txt`: a file gets the console's code page, which has no Thai."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *typed],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": page, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )

    told = (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in told
    assert any("ก" <= letter <= "ฮ" for letter in told)


def test_an_environment_in_a_folder_with_a_thai_name_starts(tmp_path: Path) -> None:
    """Its way to the project is read in the code page of Windows; it is written without names."""
    project = tmp_path / "สมชาย ใจดี"
    (project / "generator_of_test").mkdir(parents=True)
    (project / "generator_of_test" / "__init__.py").touch()
    venv = project / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    packages = next(iter(venv.rglob("site-packages")))
    (packages / "generator.pth").write_text(str(project), encoding="utf-8")

    manage.point_here(venv)

    python = venv / manage.PYTHON.relative_to(manage.VENV)
    started = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [python, "-X", "utf8=0", "-c", "import generator_of_test; print('started')"],
        cwd=tmp_path,
        env=started,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("started", "")

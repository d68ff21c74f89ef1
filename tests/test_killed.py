"""A build that is killed, or meets another, harms neither the site nor what the next build believes.

The CI kills a few builds; `manage.py bench --kill 100` kills as many as one likes, each at another
moment.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sources import EDITS, NAME, ROOT, Sources, fingerprint
from tests.test_rebuild import assert_same, by_command, in_process

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED = int(os.environ.get("REBUILD_KILLS", "0"))
ROUNDS = ASKED or 5
TOGETHER = max(3, ASKED // 5)
"""How many times two builds run at once."""
HARMLESS = (
    "say_it_otherwise_in_english",
    "add_news",
    "attach_a_table",
    "change_the_frame",
    "change_the_styles",
    "write_more_on_a_page",
    "restore_from_a_backup",
)
"""Edits after which the data is mostly still good."""


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """The small agency, with a site."""
    made = Sources.laid(tmp_path / "project")
    assert by_command(made.root) == ("built", "")
    return made


def begun(root: Path, agency: str = NAME) -> subprocess.Popen[bytes]:
    """A build that runs, in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", agency],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def edited(sources: Sources, chance: random.Random) -> dict[str, bytes]:
    """The site that the sources mean after another edit; an edit that breaks them is taken back."""
    for _ in range(9):
        EDITS[chance.choice(HARMLESS)](sources, chance)
        cold = sources.copied(sources.root.parent / "cold")
        if in_process(cold)[0] == "built":
            return fingerprint(cold / "site")
        EDITS["undo_everything"](sources, chance)
    raise AssertionError


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_build_leaves_a_whole_site(sources: Sources) -> None:
    """The old one or the new one, to the byte; and the next build is as one from nothing."""
    chance = random.Random(ASKED)
    as_it_lasts = duration(lambda: by_command(sources.root))
    died = 0
    for _ in range(ROUNDS):
        old, new = fingerprint(sources.site), edited(sources, chance)
        running = begun(sources.root)
        time.sleep(chance.uniform(0.1, 1.1) * as_it_lasts)
        os.killpg(running.pid, signal.SIGKILL)
        died += running.wait() == -signal.SIGKILL
        assert running.stderr
        running.stderr.close()
        left = fingerprint(sources.site)
        assert left in (old, new), sorted(set(left.items()) ^ set(new.items()))[:3]
        assert by_command(sources.root) == ("built", "")
        assert_same(fingerprint(sources.site), new)
    assert died, "no build was killed before its end"


def test_two_builds_at_once_end_well(sources: Sources) -> None:
    """Both say that they built, and the site is whole."""
    chance = random.Random(ASKED)
    for _ in range(TOGETHER):
        new = edited(sources, chance)
        both = [begun(sources.root), begun(sources.root)]
        said = [one.communicate()[1].decode("utf-8", "replace") for one in both]
        assert [one.returncode for one in both] == [0, 0], said
        assert_same(fingerprint(sources.site), new)


def duration(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    began = time.monotonic()
    work()
    return time.monotonic() - began

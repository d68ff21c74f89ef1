"""Whatever is edited, in whatever order: what is built on the last build is what is built from nothing.

The CI tries some sequences of random edits, always the same; `manage.py bench --identity 500` tries as
many others as one likes. A sequence that fails is printed.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from generator import report
from generator.building.build import build
from generator.project import Project, find
from generator.refused import Refused
from tests.sources import EDITS, NAME, PROGRAM_EDITS, ROOT, Sources, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED = int(os.environ.get("REBUILD_SEQUENCES", "0"))
"""How many sequences are tried; 0 in the CI, which tries a few that are always the same."""
FEW, FEW_OF_PROGRAM = 25, 3
BUILD = "build"
Outcome = tuple[str, str]
"""Whether it was built, and else why not."""


def sequences(edits: dict[str, object], longest: int) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Edits with the chance that each meets, and builds between them."""
    one = st.tuples(st.sampled_from([*edits, *[BUILD] * (len(edits) // 3)]), st.integers(0, 9999))
    return st.lists(one, min_size=1, max_size=longest)


def tried(examples: int, part: int) -> settings:
    """How many examples are tried; another number brings others."""
    return settings(
        max_examples=max(1, ASKED // part) if ASKED else examples,
        derandomize=not ASKED,
        database=None,
        deadline=None,
        phases=[
            Phase.explicit,
            Phase.generate,
        ],  # to shorten a sequence takes longer than to read it
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )


def in_process(root: Path) -> Outcome:
    """Build in this process, as `serve` does again and again."""
    project = find(root)
    assert isinstance(project, Project), project
    try:
        build(project, NAME, root / "site")
    except Refused as refused:
        return "refused", report.text(refused.diagnostics).replace(str(root), "")
    return "built", ""


def by_command(root: Path, agency: str = NAME) -> Outcome:
    """Build with the program that lies in the project, or else with the one that is tested."""
    program = root / "program"
    environment = {
        **os.environ,
        "PYTHONPATH": str(program if program.exists() else ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",  # Python itself trusts the time and size of a file
    }
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", agency],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    return ("refused", done.stderr.replace(str(root), "")) if done.returncode else ("built", "")


def check(
    sources: Sources, made: Callable[[Path], Outcome], edits: dict, steps: list[tuple[str, int]]
) -> None:
    """Build after some of the edits, and compare the last build with one from nothing."""
    for name, seed in steps:
        if name == BUILD:
            made(sources.root)
        else:
            edits[name](sources, random.Random(seed))
    before = fingerprint(sources.site)
    outcome = made(sources.root)
    event(outcome[0])
    cold = sources.copied(sources.root.parent / "cold")
    assert outcome == made(cold)
    expected = fingerprint(cold / "site") if outcome[0] == "built" else before
    assert_same(fingerprint(sources.site), expected)


def assert_same(got: dict[str, bytes], expected: dict[str, bytes]) -> None:
    """The same files with the same bytes; names those that differ."""
    assert sorted(got) == sorted(expected)
    assert [path for path in got if got[path] != expected[path]] == []


@tried(FEW, part=1)
@given(steps=sequences(EDITS, longest=12))
def test_a_rebuild_is_a_build_from_nothing(steps: list[tuple[str, int]]) -> None:
    """Records of every kind, theme, clocks, meddling with site and cache."""
    with tempfile.TemporaryDirectory(prefix="rebuild-") as folder:
        check(Sources.laid(Path(folder) / "project"), in_process, EDITS, [(BUILD, 0), *steps])


@tried(FEW_OF_PROGRAM, part=10)
@given(steps=sequences(PROGRAM_EDITS | EDITS, longest=5), last=st.sampled_from([*PROGRAM_EDITS]))
def test_nothing_is_kept_from_another_program(steps: list[tuple[str, int]], last: str) -> None:
    """Templates, interface words, synonyms, forms and code: a build believes no other version."""
    every = PROGRAM_EDITS | EDITS
    with tempfile.TemporaryDirectory(prefix="rebuild-") as folder:
        sources = Sources.laid(Path(folder) / "project").with_program()
        check(sources, by_command, every, [(BUILD, 0), *steps, (BUILD, 0), (last, 1)])


def test_every_edit_changes_something(tmp_path: Path) -> None:
    """No edit is an empty gesture: each one, alone, changes a file of the project or its time."""
    whole = Sources.laid(tmp_path / "whole")
    in_process(whole.root)
    for name, made in EDITS.items():
        sources = Sources(Path(shutil.copytree(whole.root, tmp_path / name)))
        add_what_it_needs(sources, name)
        before = state(sources.root)
        made(sources, random.Random(1))
        assert state(sources.root) != before, name


def add_what_it_needs(sources: Sources, name: str) -> None:
    """What an edit takes back must have been done."""
    needed = {
        "delete_an_added_item": "add_an_item",
        "undo": "say_it_otherwise_in_thai",
        "undo_everything": "say_it_otherwise_in_thai",
        "restore_from_a_backup": "say_it_otherwise_in_thai",
    }
    if name in needed:
        EDITS[needed[name]](sources, random.Random(2))
    if name == "delete_a_file_of_the_theme":
        for seed in range(20):
            EDITS["add_a_file_to_the_theme"](sources, random.Random(seed))


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of every file."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""Many agencies side by side: each in a folder of its own, before them a page that lists them.

Each agency is built by a process of its own, so that one that fails harms no other. Its former
site, if there is one, stays.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from generator.building.build import PROCESSES, build, cores, is_unchanged
from generator.building.staging import Staging
from generator.cache import shelf, spare
from generator.edition import Edition
from generator.frozen import frozen
from generator.load import load
from generator.model.base import Lang
from generator.portal import entry, portal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.portal import Entry
    from generator.project import Project

    Say = Callable[[str], object]


@frozen
class Built:
    """How the build of one agency ended."""

    agency: str
    problems: str
    """What the build said; empty if it went well."""


def build_all(
    project: Project, agencies: tuple[str, ...], target: Path, *, strict: bool, say: Say
) -> list[str]:
    """Build every agency in parallel; the names of those that failed."""
    staging = Staging(target, spares={name: spare(project.cache, name) for name in agencies})
    folder = staging.begin()
    built = []
    with ThreadPoolExecutor(cores()) as pool:
        one_built = partial(_built, project, folder=folder, target=target, strict=strict)
        for number, one in enumerate(pool.map(one_built, agencies), 1):
            say(f"[{number}/{len(agencies)}] {one.agency} {'✗' if one.problems else '✓'}")
            built.append(one)
    failed = [one for one in built if one.problems]
    for one in failed:
        _keep_former(target / one.agency, folder / one.agency)
    there = [name for name in agencies if (folder / name).exists()]
    if there:
        _write_portal(project, there, folder)
        staging.swap()
    else:
        staging.abandon()
    _tell(failed, say)
    return [one.agency for one in failed]


def _tell(failed: list[Built], say: Say) -> None:
    for one in failed:
        say(f"\n{one.agency}:\n{one.problems}")
    if failed:
        names = ", ".join(one.agency for one in failed)
        say(
            f"สร้างไม่สำเร็จ: {names} (เว็บไซต์เดิมของหน่วยงานเหล่านี้ยังอยู่)\nNot built: {names} (their former sites stay)"
        )


def _built(project: Project, agency: str, *, folder: Path, target: Path, strict: bool) -> Built:
    """By a process of its own, unless there is nothing to do."""
    if is_unchanged(project, agency, target / agency, strict=strict):
        build(project, agency, folder / agency, place=target / agency, strict=strict)
        return Built(agency, "")
    command = [sys.executable, "-m", "generator", "build", agency, "--place", str(target / agency)]
    command += ["--site-dir", str(folder / agency), *(["--strict"] if strict else [])]
    done = subprocess.run(
        command,
        cwd=project.root,
        env={PROCESSES: "1", **os.environ},  # the cores are taken by one agency each
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Built(agency, (done.stderr or done.stdout or "?") if done.returncode else "")


def _keep_former(former: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    if former.is_dir():
        shutil.copytree(former, place)


def _write_portal(project: Project, agencies: list[str], folder: Path) -> None:
    """The page that lists the agencies, in both languages; one agency is in memory at a time."""
    entries: dict[Lang, list[Entry]] = {lang: [] for lang in Lang}
    for name in agencies:
        with shelf(project.cache, name):
            disclosure, _problems = load(project.content / name)
            edition = Edition.of(disclosure) if disclosure else None
            for lang in Lang:
                entries[lang].append(entry(lang, name, edition))
    for lang in Lang:
        path = folder / ("en" if lang is Lang.EN else "") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(portal(lang, entries[lang]), encoding="utf-8", newline="\n")
    assets = next((folder / name / "assets" for name in agencies), None)
    if assets and assets.is_dir():
        shutil.copytree(assets, folder / "assets", dirs_exist_ok=True)

"""Many agencies side by side: each in a folder of its own, before them a page that lists them.

Each agency is built by a process of its own, so that one that fails harms no other. Its former
site, if there is one, stays. The page ranks nobody.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from generator import formats
from generator.build import PROCESSES, build, cores, is_unchanged
from generator.cache import shelf
from generator.edition import Edition
from generator.frozen import frozen
from generator.load import load
from generator.model.base import Lang, Phrase
from generator.pages.base import Here
from generator.pages.narrowing import Way, marks, narrowing
from generator.publish import Staging
from generator.render import environment
from generator.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.pages.narrowing import Marks, Narrowing
    from generator.project import Project


@frozen
class Built:
    """How the build of one agency ended."""

    agency: str
    problems: str
    """What the build said; empty if it went well."""


@frozen(kw_only=True)
class Entry:
    """An agency on the portal page."""

    href: str
    name: Phrase | str
    province: Phrase | str
    plan: Phrase | str
    years: str
    items: str
    published: str
    date: str
    marks: Marks


def build_all(
    project: Project,
    agencies: tuple[str, ...],
    target: Path,
    *,
    strict: bool,
    say: Callable[[str], object],
) -> list[str]:
    """Build every agency in parallel; the names of those that failed."""
    staging = Staging(target)
    folder = staging.begin()
    with ThreadPoolExecutor(cores()) as pool:
        built = []
        for number, one in enumerate(
            pool.map(lambda name: _build(project, name, folder, target, strict=strict), agencies), 1
        ):
            say(f"[{number}/{len(agencies)}] {one.agency} {'✗' if one.problems else '✓'}")
            built.append(one)
    failed = [one for one in built if one.problems]
    for one in failed:
        _keep_former(target / one.agency, folder / one.agency)
    there = [name for name in agencies if (folder / name).exists()]
    if there:
        write_portal(project, there, folder)
        staging.swap()
    else:
        staging.abandon()
    for one in failed:
        say(f"\n{one.agency}:\n{one.problems}")
    if failed:
        names = ", ".join(one.agency for one in failed)
        say(
            f"สร้างไม่สำเร็จ: {names} (เว็บไซต์เดิมของหน่วยงานเหล่านี้ยังอยู่)\nNot built: {names} (their former sites stay)"
        )
    return [one.agency for one in failed]


def _build(project: Project, agency: str, folder: Path, target: Path, *, strict: bool) -> Built:
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
        check=False,
    )
    return Built(agency, (done.stderr or done.stdout or "?") if done.returncode else "")


def _keep_former(former: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    if former.is_dir():
        shutil.copytree(former, place)


def write_portal(project: Project, agencies: list[str], folder: Path) -> None:
    """The page that lists the agencies, in both languages; one agency is in memory at a time."""
    entries: dict[Lang, list[Entry]] = {lang: [] for lang in Lang}
    for name in agencies:
        with shelf(project.cache, name):
            disclosure, _problems = load(project.content / name)
            edition = Edition.of(disclosure) if disclosure else None
            for lang in Lang:
                entries[lang].append(_entry(lang, name, edition))
    for lang in Lang:
        path = folder / ("en" if lang is Lang.EN else "") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(portal(lang, entries[lang]), encoding="utf-8", newline="\n")
    assets = next((folder / name / "assets" for name in agencies), None)
    if assets and assets.is_dir():
        shutil.copytree(assets, folder / "assets", dirs_exist_ok=True)


def portal(lang: Lang, entries: list[Entry]) -> str:
    """The portal page."""
    template = environment().get_template("portal.html")
    return template.render(
        lang=str(lang),
        root=_root(lang),
        other=lang.other,
        other_href=("../" if lang is Lang.EN else "en/") + "index.html",
        _=wording(lang),
        entries=entries,
        narrowing=_narrowing(lang, entries),
    )


def _narrowing(lang: Lang, entries: list[Entry]) -> Narrowing | None:
    """By province; each agency's words are found as well."""
    here = Here(lang, "")
    provinces = {value: entry.province for entry in entries for _name, value in entry.marks.facets}
    way = Way(name="province", label=here.words("Province"), values=provinces)
    return narrowing(here, [entry.marks for entry in entries], [way])


def _root(lang: Lang) -> str:
    return "../" if lang is Lang.EN else ""


def _entry(lang: Lang, name: str, edition: Edition | None) -> Entry:
    _ = wording(lang)
    href = f"{_root(lang)}{name}/{'en/' if lang is Lang.EN else ''}index.html"
    if edition is None:
        former = _("Its data has errors; the former site is shown")
        return Entry(
            href=href, name=name, province="", plan=former, years="", items="", published="",
            date="", marks=marks(),
        )  # fmt: skip
    disclosure = edition.disclosure
    plan = disclosure.plan
    form = edition.coverage[-1] if edition.coverage else None
    province = disclosure.agency.province
    announced = plan.announcement.date if plan.announcement else None
    return Entry(
        href=href,
        name=disclosure.agency.name.phrase(lang),
        province=province.phrase(lang) if province else "",
        plan=plan.short_title.phrase(lang),
        years=formats.fiscal_years(plan.fiscal_years.from_, plan.fiscal_years.to, lang),
        items=_.count("{n} item", "{n} items", len(disclosure.items), n=len(disclosure.items)),
        published=_(
            "{published} of {number} ITA items of fiscal year {year}",
            published=form.whole,
            number=len(form.items),
            year=formats.fiscal_year(form.year, lang),
        )
        if form
        else _("No ITA form of its year is known here"),
        date=formats.day(announced, lang) if announced else _("Not stated"),
        marks=marks(province="-".join(province.th.split()) if province else ""),
    )

"""The cases, as values: which project, which command, what happens to the project before each run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.projects import AGENCIES, FORMS, REAL, SIZES, cold, edited, few

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE_ITEM = "content/generated/items/x-0003.yml"
ONE_OF_MANY = "content/agency-002/items/p-03.yml"


def nothing(_folder: Path) -> None:
    """The project stays as the run before left it."""


def edit(path: str) -> Callable[[Path], None]:
    """One record gets another title."""
    return lambda folder: edited(folder / path)


@dataclass(frozen=True, slots=True)
class Case:
    """A command in a project."""

    name: str
    project: str
    command: tuple[str, ...]
    before: Callable[[Path], None] = nothing
    """What is done before each run, unmeasured."""
    most_runs: int = 1000
    """Of a case that takes long."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The CPU seconds of one case against another's."""

    says: str
    over: str
    under: str
    per_page: bool = False


def cases(many: int) -> list[Case]:
    """All of them, in the order of the table."""
    return [
        *_checks(),
        *_builds(),
        *_sizes(),
        *_together(many),
        *_forms(),
        *_heavy(),
    ]


def ratios(many: int) -> list[Ratio]:
    """What is read from the table."""
    small, large = SIZES
    return [
        Ratio(
            f"growth of a cold build, {small} → {large} pages",
            cold_name(large),
            cold_name(small),
        ),
        *(
            Ratio(
                f"{what} against a cold build, {pages} pages",
                f"build {pages} pages, {what}",
                cold_name(pages),
            )
            for pages in SIZES
            for what in ("nothing changed", "one record edited")
        ),
        Ratio(
            f"each page, {many} agencies against {few(many)} (1 = linear)",
            f"build --all, {many} agencies, cold",
            f"build --all, {few(many)} agencies, cold",
            per_page=True,
        ),
        Ratio(
            f"{many} agencies after one edit, against cold",
            f"build --all, {many} agencies, one edited",
            f"build --all, {many} agencies, cold",
        ),
        Ratio(
            "ITA forms of 8 years against none", "build, ITA of 8 years", "build, ITA of no year"
        ),
    ]


def cold_name(pages: int) -> str:
    """The case that builds a generated agency from nothing."""
    return f"build {pages} pages, cold"


def _checks() -> list[Case]:
    each = [Case(f"check {name}", "repository", ("check", name)) for name in AGENCIES]
    return [
        *each,
        Case(f"check --all, the {len(REAL)} real agencies", "real", ("check", "--all")),
        Case(f"check --all, {len(AGENCIES)} agencies", "repository", ("check", "--all")),
    ]


def _builds() -> list[Case]:
    each = [Case(f"build {name}, cold", "repository", ("build", name), cold) for name in AGENCIES]
    together = f"build --all, {len(AGENCIES)} agencies"
    return [
        *each,
        Case(f"{together}, cold", "repository", ("build", "--all"), cold),
        Case(f"{together}, nothing changed", "repository", ("build", "--all")),
    ]


def _sizes() -> list[Case]:
    return [
        case
        for pages in SIZES
        for case in (
            Case(f"check {pages} pages", f"{pages} pages", ("check", "generated")),
            Case(cold_name(pages), f"{pages} pages", ("build", "generated"), cold),
            Case(f"build {pages} pages, nothing changed", f"{pages} pages", ("build", "generated")),
            Case(
                f"build {pages} pages, one record edited",
                f"{pages} pages",
                ("build", "generated"),
                edit(ONE_ITEM),
            ),
        )
    ]


def _together(many: int) -> list[Case]:
    every = ("build", "--all")
    named = f"build --all, {many} agencies"
    return [
        Case(f"build --all, {few(many)} agencies, cold", "few", every, cold, 3),
        Case(f"{named}, cold", "many", every, cold, 1),
        Case(f"{named}, nothing changed", "many", every, most_runs=2),
        Case(f"{named}, one edited", "many", every, edit(ONE_OF_MANY), 2),
    ]


def _forms() -> list[Case]:
    return [
        Case(f"build, ITA of {name}", f"ITA of {name}", ("build", "luang-nuea"), cold)
        for name in FORMS
    ]


def _heavy() -> list[Case]:
    importing = ("import", "procurement", "list.xlsx", "--agency", "agency-001", "--dry-run")
    return [
        Case("check of a 5 MB plan", "large plan", ("check", "luang-nuea")),
        Case("build of 5,000 purchases, cold", "5,000 purchases", ("build", "minimal"), cold, 1),
        Case("check of 50,000 purchases", "50,000 purchases", ("check", "minimal"), most_runs=1),
        Case("import of 50,000 lines", "large list", importing, most_runs=1),
    ]

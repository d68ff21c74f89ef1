"""Every year's ITA form that is known: one file each, read once in a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.load.records import read_file
from generator.load.shown import shown
from generator.model.accessibility import Review
from generator.model.catalogue import OitCatalogue
from generator.model.laws import Law, Laws

CATALOGUES = Path(__file__).parent.parent / "catalogue" / "oit"

LAWS = CATALOGUES.parent / "laws.yml"
REVIEW = CATALOGUES.parent / "accessibility.yml"

Loaded = tuple[OitCatalogue | None, tuple[Diagnostic, ...]]


def load_catalogue(path: Path) -> tuple[OitCatalogue | None, list[Diagnostic]]:
    """One year's form, or None and every reason why not."""
    state = path.stat()
    form, problems = _read(path, shown(path), state.st_mtime_ns, state.st_size)
    return form, list(problems)


def catalogues(problems: list[Diagnostic], folder: Path) -> list[OitCatalogue | None]:
    """Every form of a folder, oldest first; a new year is a new file and nothing else."""
    forms = []
    for path in sorted(folder.glob("*.yml")):
        form, found = load_catalogue(path)
        problems.extend(found)
        forms.append(form)
    return forms


def laws(problems: list[Diagnostic], path: Path = LAWS) -> tuple[Law, ...]:
    """The laws under which something must be published."""
    state = path.stat()
    found, said = _read_laws(path, shown(path), state.st_mtime_ns, state.st_size)
    problems.extend(said)
    return found


def review(problems: list[Diagnostic], path: Path = REVIEW) -> Review | None:
    """What is known of how everyone can use the pages; None if it cannot be read."""
    found, said = read_file(path, shown(path), Review)
    problems.extend(said)
    return found


@cache
def _read_laws(
    path: Path, name: str, _changed: int, _size: int
) -> tuple[tuple[Law, ...], tuple[Diagnostic, ...]]:
    found, problems = read_file(path, name, Laws)
    return (found.laws if found else ()), problems


@cache
def _read(path: Path, name: str, _changed: int, _size: int) -> Loaded:
    """Kept until the file changes: `check --all` asks for the forms once for each agency."""
    return read_file(path, name, OitCatalogue)

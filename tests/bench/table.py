"""The table of cases: whole processes, the median of several runs, and what is read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.cases import Case, Ratio, cases, ratios
from tests.bench.measured import COMMAND, HEAD, Figure, count_pages, figure, run
from tests.bench.projects import Projects, cold

if TYPE_CHECKING:
    from pathlib import Path


def table(place: Path, runs: int, pattern: str, many: int) -> list[Figure]:
    """Measure the cases whose name has the pattern in it."""
    projects = Projects(place, many)
    wanted = [case for case in cases(many) if pattern in case.name]
    print(HEAD)
    figures = []
    for case in wanted:
        figures.append(measured(case, projects.of(case.project), min(runs, case.most_runs)))
        print(figures[-1], flush=True)
    for ratio in ratios(many):
        _tell(ratio, {one.case: one for one in figures})
    return figures


def measured(case: Case, folder: Path, runs: int) -> Figure:
    """A case, run once unmeasured and then measured; a single cold run is measured at once."""
    command = [*COMMAND, *case.command]
    if runs > 1 or case.before is not cold:
        run(command, folder)
    taken = []
    for _ in range(runs):
        case.before(folder)
        taken.append(run(command, folder))
    pages = count_pages(folder / "site") if case.command[0] == "build" else 0
    return figure(case.name, taken, pages)


def _tell(ratio: Ratio, figures: dict[str, Figure]) -> None:
    if ratio.over not in figures or ratio.under not in figures:
        return
    over, under = figures[ratio.over], figures[ratio.under]
    value = over.cpu_s / under.cpu_s
    if ratio.per_page:
        value *= under.pages / over.pages
    print(f"{ratio.says}: {value:.2f} × CPU")

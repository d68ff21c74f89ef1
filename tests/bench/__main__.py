"""Reads the options and runs what they ask for."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench import against, country, edit, narrowed, profiled, proofs, table


def options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="manage.py bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="of each case; the median is told")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--case", default="", help="only cases whose name has this in it")
    parser.add_argument("--many", type=int, default=50, help="how many generated agencies")
    parser.add_argument("--against", choices=["hugo"], help="the same pages through another engine")
    parser.add_argument("--profile", action="store_true", help="where a cold build's time goes")
    parser.add_argument("--edit", action="store_true", help="from saving a file to the screen")
    parser.add_argument(
        "--narrow", action="store_true", help="a word typed over a list of 5,000 rows"
    )
    parser.add_argument("--country", action="store_true", help="what all agencies would cost")
    parser.add_argument(
        "--identity", type=int, metavar="N", help="N random sequences of edits, each against cold"
    )
    parser.add_argument("--kill", type=int, metavar="N", help="kill N builds at random moments")
    return parser.parse_args()


def chosen(asked: argparse.Namespace, place: Path) -> list[Any]:
    """The figures of what was asked for; of the table of cases if nothing else was."""
    if asked.against:
        return against.hugo(place, asked.runs)
    if asked.profile:
        return profiled.profiled(place)
    if asked.edit:
        return edit.edits(place)
    if asked.narrow:
        return narrowed.narrowed(place, asked.runs)
    if asked.country:
        return country.country(place, asked.many)
    return table.table(place, asked.runs, asked.case, asked.many)


def main() -> None:
    """Measure, print, write."""
    asked = options()
    if asked.identity or asked.kill:
        raise SystemExit(proofs.proved(asked.identity, asked.kill))
    machine = (
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}"
    )
    print(machine, flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        figures = chosen(asked, Path(folder))
    if asked.json:
        told = {"machine": machine, "figures": [asdict(figure) for figure in figures]}
        text = json.dumps(told, indent=1, ensure_ascii=False)
        asked.json.write_text(text + "\n", encoding="utf-8", newline="\n")


main()

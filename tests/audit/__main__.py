"""`python3 manage.py audit`: build every agency, look at every page, say what is wrong."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.audit import sites, told
from tests.audit.parts import PARTS, Audit, run, together


def options() -> argparse.Namespace:
    """What stands on the command line."""
    parser = argparse.ArgumentParser(prog="manage.py audit", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything found as JSON")
    parser.add_argument(
        "--part",
        action="append",
        choices=[p.NAME for p in PARTS],
        help="only this part; repeatable",
    )
    parser.add_argument(
        "--agency", action="append", choices=sites.AGENCIES, help="only its pages; repeatable"
    )
    parser.add_argument("--once", action="store_true", help="what each test run looks at")
    parser.add_argument("--built", type=Path, metavar="DIR", help="sites that `build --all` wrote")
    parser.add_argument("--processes", type=int, default=together())
    return parser.parse_args()


def main() -> int:
    """Exit code 0: nothing is wrong, 1: something is."""
    chosen = options()
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    with tempfile.TemporaryDirectory(prefix="audit-") as place:
        folder = chosen.built or Path(place) / "site"
        if not chosen.built:
            print("building every agency …")
            sites.build(folder)
        audit = Audit(
            sites.found(folder, tuple(chosen.agency or sites.AGENCIES)),
            whole=not chosen.once,
            processes=chosen.processes,
        )
        every = []
        for findings in run(audit, tuple(chosen.part or ())):
            every.append(findings)
            print(*told.lines(findings), sep="\n")
    print(*told.table(every), sep="\n")
    if chosen.json:
        chosen.json.write_text(told.written(every), encoding="utf-8", newline="\n")
    return 1 if any(one.violations for one in every) else 0


if __name__ == "__main__":
    sys.exit(main())

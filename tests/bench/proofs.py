"""`bench --identity N`, `bench --kill N`: the tests of rebuilding, with as many tries as one likes."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.bench.measured import ROOT


def proved(sequences: int | None, kills: int | None) -> int:
    """Try so many sequences of edits and so many kills; the exit code of the tests."""
    files = [
        *(["tests/test_rebuild.py"] if sequences else []),
        *(["tests/test_killed.py"] if kills else []),
    ]
    environment = {
        **os.environ,
        "REBUILD_SEQUENCES": str(sequences or 0),
        "REBUILD_KILLS": str(kills or 0),
    }
    command = [sys.executable, "-m", "pytest", "--hypothesis-show-statistics", "--durations=0"]
    return subprocess.run([*command, *files], cwd=ROOT, env=environment, check=False).returncode

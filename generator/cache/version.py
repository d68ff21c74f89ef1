"""The version of the program, which no result outlives."""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from hashlib import blake2b
from pathlib import Path

PROGRAM = Path(__file__).parents[1]
COMPILED = "__pycache__"
"""Folder of what is made of the program by itself."""


@cache
def program() -> str:
    """The version of all that takes part in a build except an agency's data and theme."""
    parts = blake2b(sys.version.encode(), digest_size=8)
    for path in sorted(PROGRAM.rglob("*")):
        if COMPILED not in path.parts and path.is_file():
            parts.update(path.relative_to(PROGRAM).as_posix().encode())
            parts.update(path.read_bytes())
    libraries = Path(sysconfig.get_path("purelib"))
    parts.update("".join(sorted(p.name for p in libraries.glob("*.dist-info"))).encode())
    return parts.hexdigest()

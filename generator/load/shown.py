"""How diagnostics call a file."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """From where the command was started, if the file lies below; the whole path otherwise."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()

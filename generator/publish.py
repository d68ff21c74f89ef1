"""A new site beside the old one, which it replaces only when it is whole."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Staging:
    """A folder beside the site's, with the process's number in its name."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new = site.with_name(f"{site.name}.new-{os.getpid()}")
        self.old = site.with_name(f"{site.name}.old-{os.getpid()}")

    def begin(self) -> Path:
        """An empty folder to build into; what killed builds left behind is cleared away."""
        self._sweep()
        self.new.mkdir(parents=True)
        return self.new

    def swap(self) -> None:
        """The new site takes the place of the old, which is then deleted.

        If another build was quicker, its site is replaced in turn. If the new site cannot be put in
        place, the old one is put back.
        """
        if self.site.exists():
            _rename(self.site, self.old)
        try:
            _rename(self.new, self.site)
        except OSError:
            if self.old.exists() and not self.site.exists():
                _rename(self.old, self.site)
            raise
        shutil.rmtree(self.old, ignore_errors=True)

    def abandon(self) -> None:
        """Throw away what was begun."""
        shutil.rmtree(self.new, ignore_errors=True)

    def _sweep(self) -> None:
        """Clear away what builds left that were killed long ago; put back a site left aside."""
        for left in self.site.parent.glob(f"{self.site.name}.*-*"):
            if time.time() - left.stat().st_mtime < LEFT_FOR_DEAD:
                continue
            if ".old-" in left.name and not self.site.exists():
                _rename(left, self.site)
            else:
                shutil.rmtree(left, ignore_errors=True)


LEFT_FOR_DEAD = 15 * 60
"""Seconds after which a folder of another build cannot be in use any more."""
PATIENCE = 2
"""Seconds: Windows refuses to rename a folder while a program, often a virus scanner, reads in it."""


def _rename(source: Path, target: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            source.rename(target)
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return

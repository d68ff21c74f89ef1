"""How a command uses memory: nearly all that it makes, it holds until its end."""

from __future__ import annotations

import ctypes
import gc

SELDOM = 400_000, 20, 100
"""How many new objects make Python look for those that nobody holds; looking took a tenth of a build,
and at each 100,000 still a sixteenth of the check of a large plan, for 2 MiB less at 1,600 pages."""
MMAP_THRESHOLD, LARGE = -3, 128 * 1024
"""M_MMAP_THRESHOLD of mallopt(3), and from how many bytes on a block is given back once it is free.

Left to itself the GNU library learns from the first large block to hold on to all that follow: the
pages, tables and workbooks of a large agency left holes of 10 MiB.
"""


def look_seldom() -> None:
    """Arranges the search for what nobody holds; what a command loads is held until its end too."""
    gc.set_threshold(*SELDOM)


def give_back() -> None:
    """Arranges for large blocks, of which a build makes many."""
    try:
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE)
    except (AttributeError, OSError, TypeError):  # another library, which has ways of its own
        return

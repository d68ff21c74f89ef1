"""Changes in the folders that a site is made from."""

from __future__ import annotations

import threading
import time

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)

SETTLED = 0.01
"""Seconds without a further change after which a page is made; editors write in several steps."""
HEARTBEAT = 0.5
"""Seconds after which whoever waits listens for Ctrl+C: on Windows a wait without end is deaf to it."""
CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]
"""What is asked of the system. A build that only reads would cause two events for each file."""


class Watch(FileSystemEventHandler):
    """Notes changes, so that a build can wait until they have settled."""

    def __init__(self) -> None:
        self.last = 0.0
        self.happened = threading.Event()

    def on_any_event(self, _: FileSystemEvent) -> None:
        """Something was written, moved or deleted."""
        self.last = time.monotonic()
        self.happened.set()

    def wait(self) -> None:
        """Until something changed and nothing changes any more."""
        while not self.happened.wait(HEARTBEAT):
            pass
        self.settle(SETTLED)

    def settle(self, seconds: float) -> None:
        """Until nothing has changed for so long."""
        while time.monotonic() - self.last < seconds:
            time.sleep(SETTLED / 4)
        self.happened.clear()

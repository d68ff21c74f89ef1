"""A second process of a build: this program once more, with a pipe to each side.

Whole values go through the pipes. The second process ends with the first, however that ends, since its
pipe is then closed; a second one that was ended from outside is noticed when it is next asked.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from subprocess import PIPE, Popen, TimeoutExpired
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

from generator.memory import give_back, look_seldom
from generator.refused import Lost

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = "from generator.building.second_process import work_for_the_first; work_for_the_first()"
PROGRAM = Path(__file__).parents[2]
PATIENCE = 2
"""Seconds for which a second process that is of no use may go on with what it is doing."""
GONE = 1
"""Exit code of a second process whose first is gone."""


class Other(Protocol):
    """The other process, as each of the two sees it."""

    def tell(self, value: object) -> None:
        """Sends a value."""

    def hear(self) -> Any:
        """Waits for the next value that the other sends."""


class Broken(Exception):
    """What went wrong in the second process, in its own words."""


@contextmanager
def second_process(work: str, *given: object) -> Iterator[Other]:
    """A second process that does some work, a function `module:name`, as long as the block lasts.

    The function gets the first process and what is given; what it returns is sent back.
    """
    second = _Second()
    try:
        second.tell((work, given))
        yield second
    finally:
        second.end()


class _Second:
    """The second process, as the first sees it."""

    def __init__(self) -> None:
        paths = (str(PROGRAM), os.environ.get("PYTHONPATH"))
        self._process = Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", BEGIN],
            stdin=PIPE,
            stdout=PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        self._to = cast("BinaryIO", self._process.stdin)
        self._from = cast("BinaryIO", self._process.stdout)

    def tell(self, value: object) -> None:
        try:
            _send(value, self._to)
        except OSError as lost:
            raise Lost from lost

    def hear(self) -> Any:
        try:
            told = pickle.load(self._from)  # noqa: S301 - this program wrote it
        except (EOFError, pickle.UnpicklingError) as lost:
            raise Lost from lost
        if isinstance(told, (Broken, OSError)):
            raise told
        return told

    def end(self) -> None:
        """Waits until it is gone, so that it writes nothing any more; it ends when its pipe is closed."""
        for pipe in (self._to, self._from):
            with suppress(OSError):
                pipe.close()
        try:
            self._process.wait(PATIENCE)
        except TimeoutExpired:
            self._process.kill()
            self._process.wait()


class _First:
    """The first process, as the second sees it; its end is noticed at any time."""

    def __init__(self) -> None:
        self._from, self._to = sys.stdin.buffer, sys.stdout.buffer
        sys.stdout = sys.stderr
        self._heard: SimpleQueue[Any] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            while True:
                self._heard.put(pickle.load(self._from))  # noqa: S301 - this program wrote it
        except EOFError:
            pass
        except BaseException:  # noqa: BLE001 - whatever it is, nobody else would notice
            traceback.print_exc()
        os._exit(GONE)

    def tell(self, value: object) -> None:
        _send(value, self._to)

    def hear(self) -> Any:
        return self._heard.get()


def _send(value: object, pipe: BinaryIO) -> None:
    pickle.dump(value, pipe, protocol=5)
    pipe.flush()


def _told(error: Exception) -> Exception:
    """What the system refused as it is, such as a full disk; a fault of the program with its place."""
    if isinstance(error, OSError) and error.errno:
        windows = getattr(error, "winerror", None)
        return OSError(error.errno, error.strerror, error.filename, windows)
    return Broken(traceback.format_exc())


def work_for_the_first() -> None:
    """What the second process does from its begin to its end; Ctrl+C is the first one's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first = _First()
    look_seldom()
    give_back()
    work, given = first.hear()
    module, _, name = work.partition(":")
    try:
        first.tell(getattr(import_module(module), name)(first, *given))
    except Exception as error:  # noqa: BLE001 - the first one tells it
        first.tell(_told(error))
    os._exit(0)  # at once: nobody needs what is in memory

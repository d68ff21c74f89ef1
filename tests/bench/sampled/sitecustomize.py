"""Python imports this at its start: every process of a profiled command notes where its CPU time goes.

The system's clock of CPU time interrupts the program every two milliseconds; the time since the last
interruption is booked on the calls that are open. So a long call into C counts with its whole length.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import time
from collections import Counter
from pathlib import Path

EVERY = 0.002
FOLDER = os.environ.get("BENCH_SAMPLES", "")
booked: Counter = Counter()
last = 0.0


def note(_number: int, frame: object) -> None:
    """Book the time since the last note on the open calls, the innermost first."""
    global last  # noqa: PLW0603 - one process, one clock
    stack = []
    while frame is not None:
        stack.append(frame.f_code)
        frame = frame.f_back
    now = time.process_time()
    booked[tuple(stack)] += now - last
    last = now


def begin() -> None:
    """Start in this process; a forked child has no timer of its own yet."""
    global last  # noqa: PLW0603
    booked.clear()
    last = time.process_time()
    signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)


def end() -> None:
    """Write what was booked."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    told = [
        [[f"{code.co_filename}:{code.co_qualname}" for code in stack], seconds]
        for stack, seconds in booked.items()
    ]
    path = Path(FOLDER) / f"{os.getpid()}-{time.time_ns()}.json"
    path.write_text(json.dumps(told), encoding="utf-8")


def leave(code: int) -> None:
    """The end of a forked child, which runs no other."""
    end()
    at_once(code)


if FOLDER:
    at_once = os._exit
    os._exit = leave
    os.register_at_fork(after_in_child=begin)
    atexit.register(end)
    begin()

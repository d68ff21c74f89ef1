"""Runs one command and prints what it took: CPU s with all its processes, wall s, peak MiB of the largest.

A process of its own, and a small one: the peak of a command counts the memory of who started it.
"""

import resource
import subprocess
import sys
import time

FAILED = 1
"""Exit codes above this are a broken command; 1 is a command that found something."""

began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
wall = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
if done.returncode > FAILED or done.returncode < 0:
    sys.stderr.write(done.stderr.decode("utf-8", "replace"))
    sys.exit(2)

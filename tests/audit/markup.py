"""Every page of a folder before the Nu HTML checker, the one that the W3C runs: valid HTML, SVG and CSS.

It comes from npm (`tests/audit/node`, installed by `manage.py`) and needs Java 17. Where one of the
two is missing, `missing` says which.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.audit.findings import Findings, Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.audit.parts import Audit

NAME = "markup"

CHECKER = Path(__file__).parent / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OLDEST_JAVA = 17
NOT_OURS = re.compile(
    r"Resource violates Content Security Policy [^“]*“(?![a-z]+:|//)"
    r"|CSS: “paint-order”: Property “paint-order” doesn't exist"
)
"""Read from a disk, the checker takes no neighbouring file for the page's own site: what the policy
does to our own files is tried in Chromium instead. Foreign addresses are still told. Its list of CSS
properties lacks one of SVG 2."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What the checker says of a place in a file."""

    file: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        """One line for people."""
        return f"{self.file}:{self.line}: {self.message} {self.extract}"


def missing() -> str:
    """What the checker lacks on this computer, in both languages; empty if it can run."""
    if not CHECKER.exists():
        return (
            "ไม่ได้ตรวจ HTML: ต้องมี npm แล้วสั่ง python3 manage.py test · "
            "HTML was not checked: npm is needed, then run python3 manage.py test"
        )
    if _java() < OLDEST_JAVA:
        return (
            f"ไม่ได้ตรวจ HTML: ต้องมี Java {OLDEST_JAVA} ขึ้นไป · "
            f"HTML was not checked: Java {OLDEST_JAVA} or newer is needed (Debian: apt install default-jre-headless)"
        )
    return ""


def _java() -> int:
    """The version of Java at hand; 0 where there is none."""
    if not shutil.which("java"):
        return 0
    done = subprocess.run(["java", "-version"], capture_output=True, encoding="utf-8", check=False)
    found = re.search(r'version "(\d+)', done.stderr)
    return int(found[1]) if found else 0


def faults(folder: Path) -> list[Fault]:
    """Everything that is wrong with the pages, pictures and style sheets of a folder, warnings too."""
    found = [
        fault
        for kind in ("--skip-non-html", "--skip-non-css", "--skip-non-svg")
        for fault in _faults(_answer(kind, folder), folder)
    ]
    return sorted(found)


def _answer(kind: str, folder: Path) -> str:
    command = [
        "java",
        "-XX:+UseSerialGC",
        "-Dfile.encoding=UTF-8",
        "-jar",
        str(CHECKER),
        kind,
        "--format",
        "json",
    ]
    done = subprocess.run(
        [*command, "--stdout", "--exit-zero-always", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"the Nu HTML checker failed: {done.stderr[-500:]}")
    return done.stdout


def _faults(answer: str, folder: Path) -> Iterator[Fault]:
    root = folder.resolve().as_posix()
    for message in json.loads(answer)["messages"]:
        if not NOT_OURS.match(message["message"]):
            yield Fault(
                file=unquote(message.get("url", "")).partition(root)[2].lstrip("/"),
                line=message.get("lastLine", 0),
                message=message["message"],
                extract=" ".join(message.get("extract", "").split()),
            )


def run(audit: Audit) -> list[Findings]:
    """Every page of every agency, each time: it is quick."""
    findings = Findings(NAME, skipped=missing())
    if not findings.skipped:
        findings.looked_at = f"{len(audit.sites.pages)} pages, SVG, CSS"
        findings.violations = [
            Violation("invalid", f"{one.file}:{one.line}", f"{one.message} {one.extract}")
            for one in faults(audit.sites.folder)
        ]
    return [findings]

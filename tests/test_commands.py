"""The commands as a person runs them: what they print, and how they end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.schema import schemas

ROOT = Path(__file__).parent.parent


def disclosure(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def spoil(project: Path) -> None:
    """Two faults in two files."""
    for number, budget in ((1, "1.200"), (2, "ไม่มี")):
        path = project / "content" / "minimal" / "items" / f"p-0{number}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("2567: no_budget", f"2567: {budget}"), encoding="utf-8")


def test_check_ends_with_0_when_clean(project: Path) -> None:
    """Nothing to mend, nothing printed but a word."""
    done = disclosure(project, "check")

    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing to mend" in done.stderr


def test_check_tells_all_at_once(project: Path) -> None:
    """Both faults, in order, Thai before English, the line with a caret; exit code 1."""
    spoil(project)

    done = disclosure(project, "check")

    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[0] == "content/minimal/items/p-01.yml:11:9: error[number-ambiguous]"
    assert lines[1].startswith("  จำนวน")
    assert lines[2].startswith("  The number")
    assert lines[3:5] == ["  11 │   2567: 1.200", "     │         ^"]
    assert lines[6] == "content/minimal/items/p-02.yml:11:9: error[money-word]"


def test_check_speaks_json_and_github(project: Path) -> None:
    """The same faults for programs and for annotations."""
    spoil(project)

    records = json.loads(disclosure(project, "check", "--format", "json").stdout)
    notes = disclosure(project, "check", "--format", "github").stdout.splitlines()

    assert [(r["code"], r["line"], r["column"]) for r in records] == [
        ("number-ambiguous", 11, 9),
        ("money-word", 11, 9),
    ]
    assert notes[0].startswith(
        "::error file=content/minimal/items/p-01.yml,line=11,col=9,title=number-ambiguous::"
    )
    assert len(notes) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nowhere"),
        ("build", "nowhere"),
        ("check", "--format", "xml"),
        ("explain", "number-ambigous"),
        ("dance",),
    ],
)
def test_wrong_use_ends_with_2(arguments: tuple[str, ...], project: Path) -> None:
    """What does not exist is said, with what there is; never a traceback."""
    done = disclosure(project, *arguments)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_explain_tells_both_languages(project: Path) -> None:
    """A rule with what, why and how to mend; a misspelt code gets the nearest."""
    done = disclosure(project, "explain", "number-ambiguous")

    assert "จำนวน" in done.stdout
    assert "can be read in two ways" in done.stdout
    assert "number-ambiguous?" in disclosure(project, "explain", "number-ambigous").stderr


def test_explain_takes_a_code_as_messages_print_it(project: Path) -> None:
    """With its brackets, in capitals; no slot of a sentence is shown as it stands in the program."""
    plain = disclosure(project, "explain", "unknown-key").stdout

    assert plain == disclosure(project, "explain", "error[unknown-key]").stdout
    assert plain == disclosure(project, "explain", "[Unknown-Key]").stdout
    for said in (plain, disclosure(project, "explain").stdout):
        assert re.search(r"\{[a-z_]+\}|\{\{|\}\}", said) is None
        assert "…" in said


def test_build_refuses_and_says_that_nothing_was_harmed(project: Path) -> None:
    """Exit code 1, the faults, and the reassurance."""
    spoil(project)

    done = disclosure(project, "build")

    assert done.returncode == 1
    assert "error[number-ambiguous]" in done.stderr
    assert "was not touched" in done.stderr
    assert not (project / "site").exists()


def test_strict_stops_at_warnings(project: Path) -> None:
    """English that is missing stops a strict build only."""
    for number in (1, 2):
        path = project / "content" / "minimal" / "items" / f"p-0{number}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("{th: เหตุผล, en: Reason}", "{th: เหตุผล}"), encoding="utf-8")

    strict, lax = disclosure(project, "build", "--strict"), disclosure(project, "build")

    assert (strict.returncode, lax.returncode) == (1, 0)
    assert strict.stderr.count("warning[missing-english]") == 2
    assert '<span lang="th">เหตุผล</span>' in (project / "site/en/items/p-01/index.html").read_text(
        encoding="utf-8"
    )


def test_write_gives_the_tree_to_another_engine(project: Path) -> None:
    """Pages with front matter and HTML, data files beside them; never over something else."""
    done = disclosure(project, "write", "out")

    page = (project / "out/en/items/p-01/index.md").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert page.startswith('---\ntitle: "Example project 1 · Example PAO"\nlang: "en"\n')
    assert "<h1>Example project 1</h1>" in page
    assert (project / "out/data/items.csv").exists()
    assert disclosure(project, "write", "out").returncode == 1
    assert disclosure(project, "write", "content/minimal/out").returncode == 2


def test_schema_is_written_where_content_names_it(project: Path) -> None:
    """One file for each kind, below content/.schema."""
    disclosure(project, "schema")

    written = {path.name: path.read_bytes() for path in (project / "content/.schema").iterdir()}

    assert dict(schemas()) == written


OWN = r'"(/-/workbench[^"]+)"'
"""What the server itself adds to a page; its style only where problems are laid over it."""


def test_serve_shows_a_change_and_survives_a_fault(project: Path) -> None:
    """A saved change is on the page soon; a fault is shown over the last good page."""
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=project,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**__import__("os").environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        address = next(
            line.split()[0] for line in iter(server.stdout.readline, "") if line.startswith("http")
        )

        def page() -> str:
            with urllib.request.urlopen(address + "items/p-01/") as answer:
                return answer.read().decode("utf-8")

        path = project / "content/minimal/items/p-01.yml"
        good = path.read_text(encoding="utf-8")
        assert "โครงการตัวอย่าง 1" in page()
        assert re.findall(OWN, page()) == ["/-/workbench.js"]
        path.write_text(good.replace("โครงการตัวอย่าง 1", "โครงการใหม่"), encoding="utf-8")
        assert wait_until(lambda: "โครงการใหม่" in page())
        path.write_text(good.replace("2567: no_budget", "2567: 1.200"), encoding="utf-8")
        assert wait_until(lambda: "number-ambiguous" in page())
        assert "โครงการใหม่" in page()
        owned = re.findall(OWN, page())
        assert {Path(own).suffix for own in owned} == {".css", ".js"}
        for own in owned:
            with urllib.request.urlopen(address.rstrip("/") + own) as answer:
                assert answer.read()
        path.write_text(good, encoding="utf-8")
        assert wait_until(lambda: "โครงการตัวอย่าง 1" in page() and "number-ambiguous" not in page())
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


def wait_until(holds: object, seconds: float = 20) -> bool:
    """Whether something comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_all_agencies_side_by_side(project: Path) -> None:
    """One that fails is named and keeps its former site; the other and the portal are built."""
    import shutil

    second = project / "content" / "second"
    shutil.copytree(project / "content" / "minimal", second)
    agency = second / "agency.yml"
    agency.write_text(
        agency.read_text(encoding="utf-8").replace("id: minimal", "id: second"), encoding="utf-8"
    )
    assert disclosure(project, "build", "--all").returncode == 0
    before = (project / "site/minimal/index.html").read_bytes()
    spoil(project)

    done = disclosure(project, "build", "--all")

    assert done.returncode == 1
    assert "Not built: minimal" in done.stdout
    assert before == (project / "site/minimal/index.html").read_bytes()
    assert (project / "site/second/en/items/p-02/index.html").exists()
    for portal in ("index.html", "en/index.html"):
        text = (project / "site" / portal).read_text(encoding="utf-8")
        assert "second/" in text
        assert "minimal/" in text


def test_serve_shows_open_contradictions_on_their_page(project: Path) -> None:
    """What stops a build does not stop the officer's own preview: the page says it is open."""
    from generator.building.files import made
    from generator.refused import Refused

    path = project / "content/minimal/items/p-01.yml"
    text = path.read_text(encoding="utf-8")
    stated = "kind:\n  table: {line: 11, value: project}\n  detail: {line: 41, value: measure}\n"
    path.write_text(text.replace("kind: project\n", stated), encoding="utf-8")
    folder = project / "content" / "minimal"

    with pytest.raises(Refused) as refused:
        made(folder)
    pages = {page.src_uri: page for page in made(folder, draft=True)}

    assert [d.rule.code for d in refused.value.diagnostics] == ["kind-differs"]
    assert "Not decided yet: both are shown" in pages["en/items/p-01/index.md"].html
    assert "measure" in pages["en/items/p-01/index.md"].html


def test_contradictions_are_told_to_programs() -> None:
    """Code, agency, item, places, lines and both values of each, open or decided."""
    records = json.loads(disclosure(ROOT, "check", "--all", "--format", "json").stdout)
    told = [(r["code"], r["contradiction"]) for r in records if "contradiction" in r]

    assert {
        "phetchaburi-pao",
        "luang-nuea",
        "chom-prathat",
        "din-daeng",
        "phetchaburi-province",
    } == {found["agency"] for _, found in told}
    kind = next(f for c, f in told if c == "kind-differs" and f["item"] == "p-16")
    assert [(s["line"], s["value"]["en"]) for s in kind["statements"]] == [
        (251, "measure"),
        (1257, "project"),
    ]
    whole = next(f for c, f in told if c == "parts-differ" and f["agency"] == "luang-nuea")
    assert [
        *(s["value"]["en"] for s in whole["statements"]),
        whole["difference"],
    ] == ["86", "76", "-10"]
    lost = next(
        f
        for c, f in told
        if f["agency"] == "phetchaburi-province"
        and c == "figure-differs"
        and f["statements"][0]["value"]["en"] == "39"
    )
    assert lost["statements"][1]["value"]["en"] == "20"
    assert all(found["decided"] for _, found in told)


def test_a_build_without_a_change_does_not_even_load_what_makes_pages(project: Path) -> None:
    """It says so, and is over in a blink."""
    assert "ไม่มีอะไรเปลี่ยน" not in disclosure(project, "build").stdout
    code = (
        "import sys\n"
        "from generator.cli import main\n"
        "main(['build'], standalone_mode=False)\n"
        "print(sorted(name for name in sys.modules if name.startswith('generator.')))"
    )
    again = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "nothing has changed" in again.stdout
    assert "generator.building.staging" in again.stdout
    assert "generator.pages" not in again.stdout
    assert "generator.load" not in again.stdout

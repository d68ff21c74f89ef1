"""Outside validators on the files of the site, as programs of their own environment.

libcoveocds (AGPL) and frictionless (MIT) stand in `.venv-validators`, which `manage.py test` makes.
They are run, never imported. libcoveocds would fetch the standard and the extension; it gets both
from `tests/data`, and every other address is a dead end, so that a fetch would be seen.
"""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import manage
from generator.edition import Edition
from generator.exports import exports
from generator.exports.ocds.packages import BIDS_EXTENSION
from manage import BIN, VALIDATORS, VENV
from tests.ocds_standard import DATA, STANDARD
from tests.purchases import SMALL, edition_with

ROOT = Path(__file__).parent.parent
TOOLS = VALIDATORS / BIN.relative_to(VENV)
PUBLISHED = "https://standard.open-contracting.org/schema/1__1__5/"
DEAD_END = "http://127.0.0.1:9"
installed = pytest.mark.skipif(
    not (VALIDATORS / ".installed").exists(),
    reason="the outside validators are not installed here: run python3 manage.py test",
)


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing for each file that it hands out."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """An address on this computer at which tests/data can be read."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(DATA)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def standard(home: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The official schemas and codelists, packed as libcoveocds wants them.

    One schema names another by its public address, which is turned to this computer.
    """
    path = tmp_path_factory.mktemp("standard") / "standard.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("standard/", "")
        for file in sorted(p for p in STANDARD.rglob("*") if p.is_file()):
            text = file.read_text(encoding="utf-8")
            if file.name == "record-package-schema.json":
                text = text.replace(f"{PUBLISHED}versioned", f"{home}/{STANDARD.name}/versioned")
            packed.writestr(f"standard/schema/{file.relative_to(STANDARD).as_posix()}", text)
    return path


def ran(tool: str, *arguments: object) -> dict[str, Any]:
    """What a validator says, as JSON."""
    cut_off = {"HTTP_PROXY": DEAD_END, "HTTPS_PROXY": DEAD_END, "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(
        [str(TOOLS / tool), *map(str, arguments)],
        env={**os.environ, **cut_off, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.startswith("{"), done.stderr[-2000:]
    return json.loads(done.stdout)


def cove(package: bytes, folder: Path, home: str, standard: Path) -> dict[str, Any]:
    """What libcoveocds says of a package."""
    text = package.decode("utf-8").replace(BIDS_EXTENSION, f"{home}/ocds-bids/extension.json")
    file = folder / "package.json"
    file.write_text(text, encoding="utf-8")
    return ran("libcoveocds", "--standard-zip", standard, file)


def packages(edition: Edition) -> dict[str, bytes]:
    """The open contracting files of an edition."""
    return {name: content for name, content in exports(edition) if "/ocds/" in name}


def examine(edition: Edition, folder: Path, home: str, standard: Path) -> int:
    """No structural error, no unknown code, nothing bad by the additional checks; how many files."""
    found = packages(edition)
    for name, content in found.items():
        said = cove(content, folder, home, standard)
        assert said["validation_errors"] == [], name
        assert said["additional_closed_codelist_values"] == {}, name
        assert said["additional_open_codelist_values"] == {}, name
        assert said["additional_checks"] == {}, name
        assert said["extensions"]["invalid_extension"] == {}, name
        assert "conformance_errors" not in said, name
        fields = {field["field"] for field in said["additional_fields"]}
        assert fields <= {"notices", "standing"}, name
    return len(found)


@installed
def test_libcoveocds_finds_nothing_in_the_small_year(
    home: str, standard: Path, tmp_path: Path
) -> None:
    """Releases and records, with a provisional prefix and with a registered one at an address."""
    registered = {"ocds_prefix": "ocds-a1b2c3", "address": "https://www.example.go.th/"}
    for site in ({}, registered):
        assert examine(edition_with(SMALL, **site), tmp_path, home, standard) == 2


@installed
def test_libcoveocds_finds_nothing_in_the_content(
    edition: Edition, home: str, standard: Path, tmp_path: Path
) -> None:
    """The files of every agency that tells its procurement."""
    years = [year for year in edition.disclosure.procurement if year.processes]
    assert examine(edition, tmp_path, home, standard) == 2 * len(years)


@installed
def test_libcoveocds_would_find_something(home: str, standard: Path, tmp_path: Path) -> None:
    """The tool does look: a missing id, an unknown code and a bad prefix are told."""
    package = packages(edition_with(SMALL))["data/ocds/releases-2569.json"].decode("utf-8")
    bad = package.replace('"procurementMethod": "open"', '"procurementMethod": "free"')
    bad = bad.replace('"awardID"', '"award"').replace('"ocds-xxxxxx-', '"oc-')
    said = cove(bad.encode("utf-8"), tmp_path, home, standard)

    assert said["validation_errors"]
    assert said["additional_closed_codelist_values"]
    assert said["conformance_errors"]


def laid_out(edition: Edition, folder: Path) -> Path:
    """The data files of an edition on the disk; the package's description."""
    for name, content in exports(edition):
        if name.endswith((".csv", "datapackage.json")) and "/excel/" not in name:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return folder / "data" / "datapackage.json"


@installed
def test_frictionless_finds_nothing(edition: Edition, tmp_path: Path) -> None:
    """Description, bytes, hashes, heads, types, allowed values, keys: every CSV of every agency."""
    examine_tables(laid_out(edition, tmp_path))


@installed
def test_frictionless_finds_nothing_in_the_small_year(tmp_path: Path) -> None:
    """Nor in the tables of procurement."""
    examine_tables(laid_out(edition_with(SMALL), tmp_path))


def examine_tables(package: Path) -> None:
    """What frictionless says of a package and of the data in each of its files."""
    said = ran("frictionless", "validate", package, "--json")
    wrong = [(task["name"], task["errors"]) for task in said["tasks"] if task["errors"]]
    assert wrong == []
    assert said["errors"] == []
    assert said["valid"]
    described = json.loads(package.read_text(encoding="utf-8"))["resources"]
    files = {p.relative_to(package.parent).as_posix() for p in package.parent.rglob("*.csv")}
    assert {one["path"] for one in described} == files
    assert len(said["tasks"]) == len(described)


@installed
def test_frictionless_would_find_something(tmp_path: Path) -> None:
    """The tool does look: a changed figure breaks the hash, a strange word the allowed values."""
    package = laid_out(edition_with(SMALL), tmp_path)
    table = package.parent / "procurement" / "2569" / "contracts.csv"
    table.write_bytes(table.read_bytes().replace(b"juristic", b"judicial"))

    said = ran("frictionless", "validate", package, "--json")

    types = {error["type"] for task in said["tasks"] for error in task["errors"]}
    assert {"hash-count", "constraint-error"} <= types


def test_no_module_imports_a_validator() -> None:
    """The AGPL's tool is a program that is run; nothing of ours is built on it."""
    ours = [*ROOT.glob("generator/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "manage.py"]
    for path in ours:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [n for n in names if n.startswith(("libcove", "frictionless"))], path


def test_the_test_command_makes_the_validators() -> None:
    """So that the CI never passes without them: what cannot be installed ends the command."""
    assert "validators()" in inspect.getsource(manage.test)
    assert "stop(" in inspect.getsource(manage.watch)


@pytest.mark.parametrize("name", manage.VALIDATOR_LOCKS)
def test_every_package_of_the_validators_is_hashed(name: str) -> None:
    """Pinned, hashed, and from no named registry."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = [block for block in re.split(r"\n(?=\S)", text) if not block.startswith("#")]

    assert pinned
    assert all(re.match(r"[\w.-]+==\S+", block) and "--hash=sha256:" in block for block in pinned)
    assert "://" not in text

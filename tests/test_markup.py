"""Every page of every agency before the Nu HTML checker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit import markup

checker = pytest.mark.skipif(bool(markup.missing()), reason=markup.missing())


@checker
def test_every_page_is_valid(sites: Path) -> None:
    """HTML, the pictures in it and the style sheets: no error and no warning."""
    assert sum(1 for _ in sites.rglob("*.html")) > 1000
    assert [str(fault) for fault in markup.faults(sites)] == []


@checker
def test_faults_are_told_with_their_places(tmp_path: Path) -> None:
    """Of two faults both are found; what the disk makes of our own files is no fault, a foreign file is."""
    head = '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>ก</title>'
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    faulty = (
        f'{head}{policy}<link rel="stylesheet" href="own.css">'
        '<script src="https://www.example.com/a.js"></script></head>\n'
        '<body><h1>ก</h1><p id="a">ข</p>\n<p id="a">ค</p></body></html>\n'
    )
    (tmp_path / "ก ข").mkdir()
    (tmp_path / "ก ข" / "page.html").write_text(faulty, encoding="utf-8")
    (tmp_path / "own.css").write_text("p { colour: red }", encoding="utf-8")

    found = markup.faults(tmp_path)

    assert ("ก ข/page.html", 3) in {(fault.file, fault.line) for fault in found}
    assert "own.css" in {fault.file for fault in found}
    foreign = [fault.message for fault in found if "Content Security" in fault.message]
    assert len(foreign) == 1
    assert "www.example.com" in foreign[0]

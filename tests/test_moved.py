"""Addresses never vanish: what moved leads on, what was withdrawn says why, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.refused import Refused
from tests.conftest import built as built_site

if TYPE_CHECKING:
    from pathlib import Path

MOVED = """\
redirects:
  - {from: old/plan, to: plan#items, on: 2026-03-01}
withdrawn:
  - address: items/p-09
    title: {th: รายการที่ 9, en: Item 9}
    on: 2026-04-01
    why: {th: รวมกับรายการที่ 1, en: Merged with item 1}
"""


def built(project: Path, moved: str) -> Path:
    """The small sample's site with these addresses moved."""
    (project / "content" / "minimal" / "moved.yml").write_text(moved, encoding="utf-8")
    site = project / "site"
    built_site(project, "minimal", site)
    return site


def test_a_moved_page_leads_on(project: Path) -> None:
    """At once, by a canonical link for search engines, and by a link that needs neither."""
    site = built(project, MOVED)
    for lang in ("", "en/"):
        page = site / f"{lang}old/plan/index.html"
        html = re.sub(r'<span class="nb">(.*?)</span>', r"\1", page.read_text(encoding="utf-8"))
        targets = [
            *re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html),
            *re.findall(r'rel="canonical" href="([^"]+)"', html),
            *re.findall(r'<a href="([^"]+)">(?:ไปที่อยู่ใหม่|Go to the new address)<', html),
        ]
        assert [target.partition("#")[2] for target in targets] == ["items", "", "items"]
        for target in targets:
            found = (page.parent / target.partition("#")[0]).resolve()
            assert found == (site / f"{lang}plan/index.html").resolve()
            assert 'id="items"' in found.read_text(encoding="utf-8")


def test_a_withdrawn_page_says_why(project: Path) -> None:
    """What stood there, when it was withdrawn and the reason."""
    site = built(project, MOVED)

    thai = (site / "items/p-09/index.html").read_text(encoding="utf-8")
    english = (site / "en/items/p-09/index.html").read_text(encoding="utf-8")

    assert "รวมกับรายการที่ 1" in thai
    assert "1 เมษายน 2569" in thai
    assert "Merged with item 1" in english
    assert 'http-equiv="refresh"' not in thai + english


def test_an_address_out_of_the_site_is_refused(project: Path) -> None:
    """No page is written beside the site's folder."""
    with pytest.raises(Refused):
        built(project, MOVED.replace("old/plan", "../../outside"))

    assert not list(project.parent.glob("outside*"))


def test_a_release_remembers_every_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that vanishes after a release is an error that names its items, until moved.yml tells."""
    monkeypatch.chdir(project)
    folder = project / "content" / "minimal"

    def told() -> list[str]:
        done = CliRunner().invoke(main, ["check"])
        return re.findall(
            r"\[(address-vanished)\]|The page \"(.*?)\" was .*?items: (.*)\)\.", done.stdout
        )

    assert CliRunner().invoke(main, ["release", "--on", "2026-03-01"]).exit_code == 0
    assert told() == []
    path = folder / "agency.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("ita_years: [2566]", "ita_years: [2567]"),
        encoding="utf-8",
    )

    gone = [(page, items) for _, page, items in told() if page]
    assert len(gone) == 46
    assert ("ita/2566/o5", "O5 (B.E. 2566)") in gone
    assert ("ita/2566/units", "all of B.E. 2566") in gone
    (folder / "moved.yml").write_text(
        "withdrawn:\n  - {address: ita/2566, below: true, on: 2026-04-01,"
        " title: {th: แบบปี 2566, en: The form of 2566}, why: {th: เลิกใช้, en: No longer used}}\n",
        encoding="utf-8",
    )
    assert told() == []
    site = project / "site"
    built_site(project, "minimal", site)
    for address in ("ita/2566", "ita/2566/o5", "en/ita/2566/units"):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        assert ("No longer used" if address.startswith("en/") else "เลิกใช้") in html


def test_an_address_is_never_forgotten(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later release keeps the addresses of the earlier ones, also of pages that are gone."""
    monkeypatch.chdir(project)
    folder = project / "content" / "minimal"
    (folder / "released.yml").write_text(
        "on: 2026-01-01\nitems: []\naddresses: [old-page, older/page]\n", encoding="utf-8"
    )
    (folder / "moved.yml").write_text(
        "redirects:\n  - {from: old-page, to: plan, on: 2026-02-01}\n"
        "  - {from: older, below: true, to: plan, on: 2026-02-01}\n",
        encoding="utf-8",
    )

    assert CliRunner().invoke(main, ["release", "--on", "2026-03-01"]).exit_code == 0

    ledger = (folder / "released.yml").read_text(encoding="utf-8")
    assert '  - "old-page"\n  - "older/page"\n  - "plan"\n' in ledger

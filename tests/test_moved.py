"""Addresses never vanish: what moved leads on, what was withdrawn says why, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator import mkdocs_plugin
from generator.workshop import Refused

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
    mkdocs_plugin.build(project / "mkdocs.yml", agency="minimal", site_dir=site)
    return site


def test_a_moved_page_leads_on(project: Path) -> None:
    """At once, by a canonical link for search engines, and by a link that needs neither."""
    site = built(project, MOVED)
    for lang in ("", "en/"):
        page = site / f"{lang}old/plan/index.html"
        html = page.read_text(encoding="utf-8")
        targets = [
            *re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html),
            *re.findall(r'rel="canonical" href="([^"]+)"', html),
            *re.findall(r'<a href="([^"]+)">(?:ไปที่อยู่ใหม่|Go to the new address)<', html),
        ]
        assert len(targets) == 3
        for target in targets:
            file, _, anchor = target.partition("#")
            found = (page.parent / file).resolve()
            assert found == (site / f"{lang}plan/index.html").resolve()
            assert f'id="{anchor}"' in found.read_text(encoding="utf-8")


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

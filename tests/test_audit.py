"""What people see, on every page of every agency: the part of the audit that every test run does.

A Thai page of each kind is looked at in all modes, every other page in the mode whose turn it is;
`python3 manage.py audit` looks at every page in all of them.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.audit import judged, modes, walk, weights
from tests.audit.looks import LOOKS
from tests.audit.parts import PARTS, Audit
from tests.audit.serving import serving
from tests.audit.sites import AGENCIES, BuiltPage, Sites, found

if TYPE_CHECKING:
    from tests.audit.findings import Findings
    from tests.audit.looks import Look

BROKEN = Path(__file__).parent / "audit" / "broken"


@pytest.fixture(scope="module")
def audit(sites: Path) -> Audit:
    """What the tests look at."""
    return Audit(found(sites), whole=False)


@pytest.fixture(scope="module")
def walked(audit: Audit) -> dict[str, Findings]:
    """What each look found on the pages."""
    return {findings.part: findings for findings in walk.run(audit)}


def test_every_page_has_its_kind(audit: Audit) -> None:
    """Each page is known to the generator, and each kind has a page that stands for it."""
    kinds = {page.kind for page in audit.sites.pages}

    assert all(kind.endswith(".html") for kind in kinds), kinds
    assert len(audit.sites.pages) > 1400
    assert {(page.kind, page.lang) for page in audit.examples} == {
        (page.kind, page.lang) for page in audit.sites.pages
    }
    assert {page.kind for page in audit.thorough} == kinds


def test_every_mode_has_its_turn(audit: Audit) -> None:
    """Pages that are looked at once are spread over the modes, the same way each time."""
    turns = [
        modes.modes_of(page, audit) for page in audit.sites.pages if page not in audit.thorough
    ]

    assert {len(turn) for turn in turns} == {1}
    for mode in modes.MODES:
        share = sum(turn[0].name == mode.name for turn in turns) / len(turns)
        assert 0.5 / len(modes.MODES) < share < 2 / len(modes.MODES), mode


def test_every_first_view_is_light(audit: Audit) -> None:
    """80 KB without typefaces, 130 KB with those that its letters need."""
    (findings,) = weights.run(audit)
    assert [str(one) for one in findings.violations] == []


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.NAME)
def test_nobody_is_shut_out(look: Look, walked: dict[str, Findings]) -> None:
    """Nothing that the look looks for is wrong on any page."""
    assert [str(one) for one in walked[look.NAME].violations[:20]] == []


def test_judgements_say_why_and_how() -> None:
    """What axe leaves open is judged by somebody, somehow, on a day."""
    for one in judged.judgements():
        assert len(one.reason) > 20, one
        assert len(one.by) > 10, one
        assert one.judged.year >= 2026, one
        assert one.because, one
        assert one.measured or not one.sometimes, one


def test_every_part_is_in_the_readme() -> None:
    """A stranger finds what the audit judges."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for name in [part.NAME for part in PARTS if part is not walk] + [look.NAME for look in LOOKS]:
        assert f"`{name}`" in readme, name


WRONG = {
    "axe": {"color-contrast"},
    "policy": {"inline-handler", "inline-script", "refused-element", "foreign-host", "no-policy"},
    "languages": {"thai-not-marked", "english-not-marked", "marked-wrongly"},
    "reflow": {"wider-than-screen", "cut-off"},
    "marks": {"mark-too-faint", "words-in-chart-too-faint"},
    "forced": {"words-vanish", "choice-vanishes"},
    "motion": {"transition-runs"},
    "focus": {"focus-not-visible", "focus-too-faint", "not-reached", "order-forced"},
    "spacing": {"cut-off"},
    "tabbing": {"skip-not-shown", "trap", "not-reached"},
    "traffic": {"foreign-request", "not-there", "console", "script-error", "policy-refuses"},
}  # fmt: skip


@pytest.mark.browser
def test_looks_see_what_is_wrong(tmp_path: Path) -> None:
    """On a page where everything is wrong, each look finds its faults: none is blind."""
    shutil.copytree(BROKEN, tmp_path / "broken")
    page = BuiltPage("broken/index.html", "broken.html", "en")
    assert Sites(tmp_path, ("broken",), (page,)).size(page) > 1000
    with serving(tmp_path) as address:
        seen = walk.look_at(address, [walk.Task(page, modes.MODES[:2], True)])

    for name, rules in WRONG.items():
        assert rules <= {one.rule for one in seen.violations[name]}, name
    assert set(WRONG) == {look.NAME for look in LOOKS}


def test_the_page_with_two_sizes_is_weighed(tmp_path: Path) -> None:
    """Page, style and script count, the face of the letters that are there, and no other face."""
    (tmp_path / "a" / "x").mkdir(parents=True)
    style = '@font-face { font-family: A; src: url(t.woff2); unicode-range: U+0E01-0E5B; } @font-face { font-family: B; src: url("l.woff2"); unicode-range: U+41; }'
    files = {"s.css": style, "s.js": "1;" * 50, "t.woff2": "t" * 1000, "l.woff2": "l" * 500}
    for name, text in files.items():
        (tmp_path / "a" / name).write_text(text, encoding="utf-8")
    html = '<link rel="stylesheet" href="../s.css"><script src="../s.js"></script><p>ก'
    (tmp_path / "a" / "x" / "index.html").write_text(html, encoding="utf-8")
    page = BuiltPage("a/x/index.html", "x.html", "th")

    plain, whole = weights.weight(Sites(tmp_path, AGENCIES, (page,)), page)

    parts = [tmp_path / "a" / name for name in ("s.css", "s.js", "x/index.html")]
    assert plain == sum(weights.compressed(part) for part in parts)
    assert whole == plain + 1000

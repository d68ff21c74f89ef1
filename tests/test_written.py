"""Hand-written pages and files: what is let in, what is refused, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import prose
from generator.inspection import inspected


def codes(folder: Path) -> list[str]:
    """The rules that a folder breaks."""
    return [problem.rule.code for problem in inspected(folder)[1]]


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<!-- hidden -->",
        "[a]: https://example.com/\n\n[b][a]",
        "<https://example.com/>",
        "    indented code",
        "Heading\n=======",
    ],
)
def test_only_the_closed_set_becomes_elements(typed: str) -> None:
    """HTML, references, code blocks and underlined headings stay the letters that were typed."""
    html = str(prose.html(typed, lambda target: target))

    assert {part.tag for part in prose.tree(typed).iter()} <= {"div", "p"}
    assert "<script" not in html
    assert "<img" not in html


def test_tables_fold_and_links_are_rewritten() -> None:
    """Cells know their column, the first is the row's head, and each link goes through one place."""
    text = (
        "## Fees {#fees}\n\n|Service|Baht|\n|---|---:|\n|Permit|20|\n\n[a](b.md) [c](https://d.e/)"
    )

    html = str(prose.html(text, lambda target: f"<{target}>"))

    assert '<h2 id="fees">Fees</h2>' in html
    assert (
        '<th scope="row">Permit</th><td class="num" data-label="Baht"><span>20</span></td>' in html
    )
    assert 'href="&lt;b.md&gt;"' in html
    assert 'rel="external nofollow"' in html
    assert "style=" not in html

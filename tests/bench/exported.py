"""The pages of `disclosure write` as the content of a Hugo site: as HTML, and as Markdown of the same text."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.bench.plain_markdown import markdown

TEMPLATE = Path(__file__).parent / "hugo_template"


@dataclass(frozen=True, slots=True)
class Written:
    """A page as `disclosure write` wrote it."""

    lang: str
    path: str
    """Its folder below the language, "" for the home page."""
    title: str
    description: str
    html: str


def written(folder: Path) -> list[Written]:
    """Every page of the tree that `disclosure write` made."""
    return [_page(path, folder) for path in sorted(folder.rglob("index.md"))]


def _page(path: Path, folder: Path) -> Written:
    _, front, html = path.read_text(encoding="utf-8").split("---\n", 2)
    facts = {
        key: json.loads(value)
        for key, _, value in (line.partition(": ") for line in front.splitlines())
    }
    place = path.parent.relative_to(folder).as_posix()
    parts = [part for part in place.split("/") if part != "."]
    inner = parts[1:] if facts["lang"] == "en" else parts
    return Written(facts["lang"], "/".join(inner), facts["title"], facts["description"], html)


def hugo_site(folder: Path, pages: list[Written], kind: str) -> Path:
    """A Hugo site with these pages at the same addresses; `kind` is html or md."""
    shutil.copytree(TEMPLATE, folder)
    for lang in ("th", "en"):
        own = [page for page in pages if page.lang == lang]
        parents = {parent for page in own for parent in _parents(page.path)}
        for page in own:
            branch = page.path in parents or not page.path
            name = f"{page.path}/_index".lstrip("/") if branch else page.path
            _write(folder / "content" / lang / f"{name}.{kind}", page, kind)
        for missing in parents - {page.path for page in own}:
            _unseen(folder / "content" / lang / missing / f"_index.{kind}")
    return folder


def _parents(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _write(path: Path, page: Written, kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    front = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    content = page.html if kind == "html" else markdown(page.html)
    text = "\n".join(["---", *lines, "---", "", content, ""])
    path.write_text(text, encoding="utf-8", newline="\n")


def _unseen(path: Path) -> None:
    """A folder between pages that is no page itself; Hugo would make one of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "---\nbuild: {render: never, list: never}\n---\n"
    path.write_text(text, encoding="utf-8", newline="\n")

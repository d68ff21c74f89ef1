"""A project folder: where mkdocs.yml stands, which agency it names, where content and site are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.frozen import frozen
from generator.source import Mapping, Node, Scalar, Sequence, read

if TYPE_CHECKING:
    from pathlib import Path


@frozen
class Project:
    """What `mkdocs.yml` says, as far as it matters outside MkDocs."""

    root: Path
    agency: str
    content: Path
    site: Path
    theme: Path

    @property
    def cache(self) -> Path:
        """Where results are kept from one build to the next; it can be deleted at any time."""
        return self.root / ".cache" / "disclosure"

    @property
    def config_file(self) -> Path:
        """The file itself."""
        return self.root / "mkdocs.yml"

    def agencies(self) -> tuple[str, ...]:
        """Every agency with a folder in content/."""
        folders = (path for path in self.content.iterdir() if path.is_dir())
        return tuple(sorted(path.name for path in folders if not path.name.startswith(".")))


def find(root: Path) -> Project | Diagnostic:
    """The project of a folder, or why it is none."""
    path = root / "mkdocs.yml"
    if not path.exists():
        return NO_PROJECT.at(Place("mkdocs.yml"))
    node, problems = read(path, "mkdocs.yml")
    if node is None:
        return problems[0]
    agency = _agency(node)
    if agency is None:
        return NO_AGENCY.at(Place("mkdocs.yml"))
    return Project(
        root=root,
        agency=agency,
        content=root / (_text(node, "docs_dir") or "content"),
        site=root / (_text(node, "site_dir") or "site"),
        theme=root / _theme(node),
    )


def _text(node: Node, key: str) -> str | None:
    value = node.entries.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else None


def _theme(node: Node) -> str:
    theme = node.entries.get("theme") if isinstance(node, Mapping) else None
    return (_text(theme, "custom_dir") if theme else None) or "theme"


def _agency(node: Node) -> str | None:
    plugins = node.entries.get("plugins") if isinstance(node, Mapping) else None
    for plugin in plugins.items if isinstance(plugins, Sequence) else []:
        options = plugin.entries.get("disclosure") if isinstance(plugin, Mapping) else None
        if options is not None:
            return _text(options, "agency")
    return None


NO_PROJECT = Rule(
    code="no-project",
    what=Words("ไม่มีไฟล์ mkdocs.yml ในโฟลเดอร์นี้", "There is no mkdocs.yml in this folder"),
    why=Words("คำสั่งต้องรู้ว่าข้อมูลและเว็บไซต์อยู่ที่ใด", "The command must know where data and site are"),
    mend=Words("เปิดคำสั่งในโฟลเดอร์ของโครงการ", "Run the command in the project's folder"),
)
NO_AGENCY = Rule(
    code="no-agency",
    what=Words("mkdocs.yml ไม่ได้ระบุหน่วยงาน", "mkdocs.yml names no agency"),
    why=Words("ไม่รู้ว่าจะสร้างเว็บไซต์ของหน่วยงานใด", "It is unclear whose site is to be built"),
    mend=Words(
        "ใต้ plugins เพิ่ม - disclosure: agency: ชื่อโฟลเดอร์",
        "Below plugins, add - disclosure: agency: FOLDER",
    ),
)
RULES = (NO_PROJECT, NO_AGENCY)

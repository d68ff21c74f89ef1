"""Bad input that cannot lie in a repository: one located message each, never a traceback."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import project as projects
from generator import report, source
from generator.building import build as building
from generator.diagnostics import Diagnostic, Severity
from generator.inspection import inspected
from generator.project import Project
from tests.conftest import built

if TYPE_CHECKING:
    from collections.abc import Callable


EVERY = Path(__file__).parent / "samples" / "every"


def found(folder: Path) -> list[tuple[str, str, int, int]]:
    """Code, file name, line and column of what is wrong with an agency's folder."""
    _, problems = inspected(folder)
    return [(p.rule.code, Path(p.place.file).name, p.place.line, p.place.column) for p in problems]


def test_cp874_names_the_first_bad_byte_of_each_file(project: Path) -> None:
    """Files saved as TIS-620 are recognized, with the Thai line made legible."""
    folder = project / "content" / "minimal"
    for name in ("p-01.yml", "p-02.yml"):
        path = folder / "items" / name
        path.write_bytes(path.read_text(encoding="utf-8").encode("cp874"))

    assert found(folder) == [("not-utf8", "p-01.yml", 4, 13), ("not-utf8", "p-02.yml", 4, 13)]
    _, problems = inspected(folder)
    assert "โครงการตัวอย่าง 1" in report.text(problems)
    assert "CP874" in problems[0].what.en


def test_utf16_is_told_apart(project: Path) -> None:
    """Notepad's "Unicode" is refused with the same advice."""
    folder = project / "content" / "minimal"
    for name in ("agency.yml", "plan.yml"):
        (folder / name).write_bytes((folder / name).read_text(encoding="utf-8").encode("utf-16"))

    assert found(folder) == [("not-utf8", "agency.yml", 1, 1), ("not-utf8", "plan.yml", 1, 1)]


def test_control_characters_are_named(project: Path) -> None:
    """An invisible character ends in a message that names it."""
    folder = project / "content" / "minimal"
    for name in ("p-01.yml", "p-02.yml"):
        path = folder / "items" / name
        path.write_text(
            path.read_text(encoding="utf-8").replace("เหตุผล", "เหตุ\x01ผล"), encoding="utf-8"
        )

    assert [code for code, *_ in found(folder)] == ["control-character"] * 2


def test_a_huge_file_is_not_read(project: Path) -> None:
    """50 MB is refused by its size, quickly and in little memory."""
    folder = project / "content" / "minimal"
    for name in ("p-01.yml", "p-02.yml"):
        with (folder / "items" / name).open("wb") as file:
            file.truncate(50 * 1024 * 1024)

    assert found(folder) == [
        ("file-too-large", "p-01.yml", 1, 1),
        ("file-too-large", "p-02.yml", 1, 1),
    ]


def test_an_alias_bomb_goes_off_nowhere() -> None:
    """Aliases are refused where the first stands, however much they would grow to."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{n}: &{n} [{', '.join(['*' + p] * 9)}]"
        for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    ]

    _, problems = source.parse("\n".join(lines), "bomb.yml")

    assert [(p.rule.code, p.place.line, p.place.column) for p in problems] == [
        ("alias", 1, 4),
        ("alias", 2, 4),
        ("alias", 2, 8),
    ]


def test_a_cell_without_end_is_told_of_each_table(project: Path) -> None:
    """Python's reader of CSV gives up at some length; that is a problem like any other."""
    folder = project / "content" / "minimal"
    year = folder / "procurement" / "2567"
    year.mkdir(parents=True)
    for name in ("processes.csv", "bids.csv"):
        (year / name).write_text(f"id,title\n1,{'ก' * 200_000}\n", encoding="utf-8")

    codes = [(code, name) for code, name, *_ in found(folder)]

    for name in ("bids.csv", "processes.csv"):
        assert ("broken-row", name) in codes


def test_lists_within_lists_without_end_are_refused(project: Path) -> None:
    """The reader of Markdown calls itself for each level, and Python lets it do so only so often."""
    folder = project / "content" / "minimal"
    (folder / "pages").mkdir()
    facts = "---\ntitle: หน้า\nsummary: สรุป\ntopic: news\nas_of: 2026-01-05\nunit: law\n---\n\n"
    lines = ["- " * 500 + "ลึก", "", "-" * 300, "", "> " * 500 + "ลึก", "", "* " * 500]
    (folder / "pages" / "deep.md").write_text(facts + "\n".join(lines), encoding="utf-8")

    deep = [place for place in found(folder) if place[0] == "too-deep"]

    assert deep == [("too-deep", "deep.md", line, 1) for line in (9, 13, 15)]


FACTS = "---\ntitle: หน้า\nsummary: สรุป\ntopic: news\nas_of: 2026-01-05\nunit: law\n---\n\n"


@pytest.mark.parametrize(
    ("piece", "code", "column"),
    [
        ("[", "open-brackets", 41),
        ("![", "open-brackets", 82),
        ("(", "open-brackets", 41),
        ("[a](", "open-brackets", 164),
        ("[a](<", "open-brackets", 204),
        ("[a](b 'c'", "open-brackets", 40 * 9 + 4),
        ("[[]", "open-brackets", 119),
        ("*a_b", "many-marks", 1),
        ("**a* ", "many-marks", 1),
        ("*a**b ", "many-marks", 1),
        ("\\*", "many-marks", 1),
        ("`a", "many-marks", 1),
        ("[a](b) ", "many-marks", 1),
        ("a  \n", "many-marks", 1),
        ("|`", "many-marks", 1),
        ("# a\n", "page-too-long", 1),
        ("ก\n\n", "page-too-long", 1),
    ],
)
def test_a_page_on_which_the_reader_would_not_end_is_refused(
    piece: str, code: str, column: int, project: Path
) -> None:
    """Its time grows with the square of such texts: 100 KB took minutes, and said nothing."""
    folder = project / "content" / "minimal"
    (folder / "pages").mkdir()
    long = 420_000 if piece.startswith("ก") else 100_000
    text = FACTS + piece * (long // len(piece))
    (folder / "pages" / "long.md").write_text(text, encoding="utf-8")

    places = [place for place in found(folder) if place[1] == "long.md"]

    assert (code, "long.md", 9, column) in places
    assert {place[0] for place in places} <= {code, "many-marks"}


@pytest.mark.parametrize(
    "text",
    [
        "## ก {#a}" + " " * 100_000 + "ข",
        "ก" + " " * 100_000 + "ข",
        "- [ลิงก์](https://example.go.th/) **ตัวหนา**\n" * 2000,
        "|ก|ข|\n|-|-|\n" + "|`a`|[ข](https://example.go.th/) (ค)|\n" * 2000,
        "_" * 50_000,
        "ก) ข) ค) " * 5000,
        "ย่อหน้า [1] และ (ก)\n\n" * 5000,
    ],
)
def test_a_long_page_is_read(text: str, project: Path) -> None:
    """Long lists and tables, forms to fill in and points of a regulation are what officers write."""
    folder = project / "content" / "minimal"
    (folder / "pages").mkdir()
    (folder / "pages" / "long.md").write_text(FACTS + text, encoding="utf-8")

    refused = {"open-brackets", "many-marks", "page-too-long", "too-deep"}
    assert not refused & {place[0] for place in found(folder)}


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_links_out_of_the_folder_are_not_followed(project: Path, tmp_path: Path) -> None:
    """A private file of the computer cannot come in through a link."""
    folder = project / "content" / "minimal"
    secret = tmp_path / "secret.yml"
    secret.write_text("id: secret\n", encoding="utf-8")
    for name in ("p-01.yml", "p-02.yml"):
        (folder / "items" / name).unlink()
        (folder / "items" / name).symlink_to(secret)

    assert found(folder) == [
        ("outside-content", "p-01.yml", 1, 1),
        ("outside-content", "p-02.yml", 1, 1),
    ]


def test_an_agency_that_is_a_link_is_not_followed(project: Path, tmp_path: Path) -> None:
    """Nor does a whole folder come in from elsewhere; Windows' junctions need no administrator."""
    outside = tmp_path / "outside"
    shutil.move(project / "content" / "minimal", outside)
    linked = [project / "content" / name for name in ("minimal", "second")]
    for path in linked:
        link_folder(path, outside)

    assert [found(path) for path in linked] == [
        [("outside-content", "minimal", 1, 1)],
        [("outside-content", "second", 1, 1)],
    ]


def link_folder(path: Path, target: Path) -> None:
    """A folder that lies elsewhere, as each system makes one for ordinary people."""
    if sys.platform == "win32":
        import _winapi

        _winapi.CreateJunction(str(target), str(path))
    else:
        path.symlink_to(target, target_is_directory=True)


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1"])
def test_no_address_is_a_device_of_windows(name: str, project: Path) -> None:
    """A site that is built on one computer must be unpacked on any."""
    folder = project / "content" / "minimal"
    (folder / "items" / "p-02.yml").rename(folder / "items" / f"{name}.yml")
    item = folder / "items" / f"{name}.yml"
    item.write_text(item.read_text(encoding="utf-8").replace("p-02", name), encoding="utf-8")
    for part in ("files", "pages"):
        (folder / part).mkdir()
    (folder / "files" / f"{name}.csv").write_text("a,b\n", encoding="utf-8")
    (folder / "files" / f"{name}e.csv").write_text("a,b\n", encoding="utf-8")
    (folder / "pages" / f"{name}.md").write_text("---\n---\n", encoding="utf-8")

    codes = [p.rule.code for p in inspected(folder)[1] if p.rule.severity is Severity.ERROR]

    assert sorted(codes) == ["attachment-name", "id-format", "strange-file"]


LEFT_BEHIND = (
    "Thumbs.db", "desktop.ini", "ehthumbs.db", ".DS_Store", "._plan.pdf", "~$plan.xlsx", "~$report.docx",
    ".~lock.plan.ods#", ".released.yml.new-4711",
)  # fmt: skip


@pytest.mark.parametrize("place", [".", "items", "pages", "files", "procurement/2566"])
def test_what_programs_leave_behind_is_nobodys_data(place: str, project: Path) -> None:
    """To look into a folder, or to have a file open in Excel, neither stops a build nor is published."""
    folder = project / "content" / "minimal"
    if place.startswith("procurement"):
        shutil.copytree(EVERY / "procurement", folder / "procurement")
    (folder / place).mkdir(parents=True, exist_ok=True)
    before = found(folder)
    sources = sources_of(project)
    for name in (*LEFT_BEHIND, "~$processes.csv"):
        (folder / place / name).write_bytes(b"\x00left behind")

    assert before == found(folder)
    assert sources == sources_of(project)
    site = built(project, "minimal", project / "site")
    published = {path.name for path in site.rglob("*")}
    assert not published & {*LEFT_BEHIND, "~$processes.csv"}


def sources_of(project: Path) -> bytes:
    """What decides whether a site is built anew."""
    here = projects.find(project)
    assert isinstance(here, Project)
    return building.sources_of(here, "minimal")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("risk.yml.txt", "There is risk.yml already"),
        ("evidence.yml.txt", "Rename it to evidence.yml"),
        ("Moved.YML", "Rename it to moved.yml"),
        ("items/P-07.yaml", "Rename it to items/p-07.yml"),
        ("gifts/๒๕๖๖.yml", "Rename it to gifts/2566.yml"),
        ("Procurement/2566/Processes.CSV", "Rename it to procurement/2566/processes.csv"),
        ("สำรอง.yml", "The README lists the files"),
        ("pages/News-1.md", "Rename it to pages/news-1.md"),
        ("pages/news-1.md.txt", "Rename it to pages/news-1.md"),
        ("pages/news-1.en.md", "Its Thai, pages/news-1.md, must stand beside it"),
        ("pages/ข่าว 1.md", "A page's name has a–z, digits and hyphens"),
        ("items/2566/p-07.yml", "The README lists the files"),
    ],
)
def test_a_name_that_is_spelt_otherwise_is_told_as_it_should_be(
    name: str, hint: str, project: Path
) -> None:
    """Windows hides the .txt that Notepad adds, so that the officer sees the right name."""
    path = project / "content" / "minimal" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("id: x\n", encoding="utf-8")

    strange = [
        p for p in inspected(path.parents[name.count("/")])[1] if p.rule.code == "strange-file"
    ]

    assert [p.mend.en.startswith(hint) for p in strange] == [True]


def test_files_that_cannot_be_opened(project: Path) -> None:
    """A folder where a file should be ends in a message, for each of two."""
    folder = project / "content" / "minimal"
    for name in ("p-01.yml", "p-02.yml"):
        (folder / "items" / name).unlink()
        (folder / "items" / name).mkdir()

    assert [code for code, *_ in found(folder)] == ["unreadable-file"] * 2


def test_an_agency_that_is_not_there(tmp_path: Path) -> None:
    """A folder that does not exist is said so."""
    assert found(tmp_path / "nowhere") == [("no-such-agency", "nowhere", 1, 1)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "no-project"),
        ("site_name: x\n", "no-agency"),
        ("plugins: [disclosure]\n", "no-agency"),
    ],
)
def test_a_folder_that_is_no_project(text: str | None, code: str, tmp_path: Path) -> None:
    """Without mkdocs.yml, or without an agency in it, there is nothing to work on."""
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    result = projects.find(tmp_path)

    assert isinstance(result, Diagnostic)
    assert code == result.rule.code


def test_a_catalogue_with_a_repeated_code(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that has a code twice, or a topic twice, is refused at each of them."""
    from generator.load import folder as loading

    catalogues = project / "oit"
    catalogues.mkdir()
    text = (loading.CATALOGUES / "2566.yml").read_text(encoding="utf-8")
    (catalogues / "2566.yml").write_text(text.replace("code: O2\n", "code: O1\n"), encoding="utf-8")
    monkeypatch.setattr(loading, "CATALOGUES", catalogues)

    assert [code for code, *_ in found(project / "content" / "minimal")] == ["catalogue-twice"] * 2


LEGAL = [
    "<b>ตัวหนา</b>",
    "**ตัวหนา** [ลิงก์](http://x)",
    "=CMD()",
    "no",
    "1.10",
    "{{ 7*7 }}",
    "<script>alert(1)</script>",
    "a | b & c",
]


@pytest.mark.parametrize("text", LEGAL)
def test_legal_text_reaches_the_page_as_plain_text(
    text: str, project: Path, escaped: Callable[[str], str]
) -> None:
    """HTML, Markdown, formulas, `no` and `1.10` in text fields are shown as typed."""
    from generator.building.files import made
    from generator.site import SitePage

    path = project / "content" / "minimal" / "items" / "p-01.yml"
    quoted = "'" + text + "'" if text[0] in "*{=|<" else text
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "{th: เหตุผล, en: Reason}", f"\n  th: {quoted}\n  en: {quoted}"
        ),
        encoding="utf-8",
    )

    pages = {p.src_uri: p for p in made(project / "content" / "minimal") if isinstance(p, SitePage)}

    for name in ("items/p-01/index.md", "en/items/p-01/index.md"):
        assert f"<p>{escaped(text)}</p>" in pages[name].html


@pytest.fixture
def escaped() -> Callable[[str], str]:
    """How text looks in HTML."""
    from markupsafe import escape

    return lambda text: str(escape(text))

"""The sources of a small agency with a record of every kind, and every way in which they may change.

`EDITS` holds what officers, editors, programs and disks do to files: adding, changing, renaming and
deleting records; wording, templates, styles; clocks that stand still; sites and caches that somebody
meddled with. Each takes the sources and a source of chance, and may leave data with errors: a build
must refuse these as a build from nothing does.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.seal import INDEX

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "samples"
NAME = "minimal"
BYTES = "surrogateescape"
"""How a picture that was swapped with a record is edited like one: its bytes stay what they are."""
THAI = re.compile(r"(?<=th: )(\"?)([^\",}\n]{2,}?)(?=\"?[,}\n])")
ENGLISH = re.compile(r"(?<=en: )(\"?)([^\",}\n]{2,}?)(?=\"?[,}\n])")
AMOUNT = re.compile(r"(?<=: )\d{2,6}(?=[,}\n])")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PRICE = re.compile(r"(?<=,)\d{3,6}(?=[,\n])")
IDS = ("p-01", "p-02", "law", "finance", "r-01", "president", "road-3", "permit", "a-2")
"""Names by which records find one another."""
RED, GREEN, BLUE = (200, 30, 30), (30, 200, 30), (30, 30, 200)


def text_of(path: Path) -> str:
    """What stands in a file, whatever it is."""
    return path.read_bytes().decode("utf-8", BYTES)


class Sources:
    """A project folder with its sources, and what they once were."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.agency = root / "content" / NAME
        self.site = root / "site"
        self.cache = root / ".cache"
        self.program = root / "program" / "generator"
        """A copy of the program, where a test changes the program too."""
        self.past: list[tuple[Path, bytes, int]] = []
        self.serial = 0

    @classmethod
    def laid(cls, root: Path) -> Sources:
        """A new project with the small agency."""
        sources = cls(root)
        sources.agency.parent.mkdir(parents=True)
        shutil.copytree(SAMPLES / "minimal", sources.agency)
        shutil.copytree(SAMPLES / "every", sources.agency, dirs_exist_ok=True)
        shutil.copytree(ROOT / "theme", root / "theme")
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        config = re.sub(r"agency: .*", f"agency: {NAME}", config)
        (root / "mkdocs.yml").write_text(config, encoding="utf-8", newline="\n")
        return sources

    def with_program(self) -> Sources:
        """The program itself becomes one of the sources."""
        unread = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "generator", self.program, ignore=unread)
        shutil.copytree(ROOT / "theme", self.program.parent / "theme")
        return self

    def copied(self, target: Path) -> Path:
        """A project with the same sources in another place, where nothing was ever built."""
        shutil.rmtree(target, ignore_errors=True)
        for part in ("content", "theme", "program", "mkdocs.yml"):
            source = self.root / part
            if source.is_dir():
                shutil.copytree(source, target / part)
            elif source.exists():
                shutil.copy(source, target / part)
        return target

    def files(self, *patterns: str, below: Path | None = None) -> list[Path]:
        """Files of the agency whose path matches, in a fixed order."""
        folder = below or self.agency
        found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
        return sorted(found)

    def write(self, path: Path, content: bytes) -> None:
        """Write a file, and remember what it was."""
        if path.is_file():
            self.past.append((path, path.read_bytes(), path.stat().st_mtime_ns))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def words(self, path: Path, change: Callable[[str], str]) -> None:
        """Change the text of a file."""
        self.write(path, change(text_of(path)).encode("utf-8", BYTES))

    def remove(self, path: Path) -> None:
        """Delete a file, and remember what it was."""
        self.past.append((path, path.read_bytes(), path.stat().st_mtime_ns))
        path.unlink()

    def new(self) -> int:
        """A number that was not used yet."""
        self.serial += 1
        return self.serial


def fingerprint(folder: Path) -> dict[str, bytes]:
    """Every file of a tree."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


Edit = "Callable[[Sources, random.Random], None]"
EDITS: dict[str, Callable[[Sources, random.Random], None]] = {}
PROGRAM_EDITS: dict[str, Callable[[Sources, random.Random], None]] = {}
"""Edits of the program, which only a program of its own can show."""


def edit(function: Callable[[Sources, random.Random], None]) -> Callable[..., None]:
    """Lists an edit under its name."""
    EDITS[function.__name__] = function
    return function


def program_edit(function: Callable[[Sources, random.Random], None]) -> Callable[..., None]:
    """Lists an edit of the program under its name."""
    PROGRAM_EDITS[function.__name__] = function
    return function


def one_of(sources: Sources, chance: random.Random, *patterns: str) -> Path | None:
    """One of the agency's files; None if there is none left."""
    found = sources.files(*patterns)
    return chance.choice(found) if found else None


def put(
    pattern: re.Pattern[str], new: Callable[[str], str], chance: random.Random, text: str
) -> str:
    """The text with another value at one of the places that match."""
    places = list(pattern.finditer(text))
    if not places:
        return text
    found = chance.choice(places)
    return text[: found.start()] + new(found[0]) + text[found.end() :]


# What officers do


@edit
def say_it_otherwise_in_thai(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*.yml")
    if path:
        mark = chance.choice(("ใหม่", " และประชาชน", "ๆ", " (แก้ไข)"))
        sources.words(path, partial(put, THAI, lambda said: said + mark, chance))


@edit
def say_it_otherwise_in_english(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*.yml")
    if path:
        mark = chance.choice((" again", " & more", " <b>", " of all"))
        sources.words(path, partial(put, ENGLISH, lambda said: said + mark, chance))


@edit
def change_a_figure(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*.yml")
    if path:
        figure = str(chance.randrange(10, 99_999))
        sources.words(path, partial(put, AMOUNT, lambda _: figure, chance))


@edit
def change_a_day(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*.yml", "**/*.csv", "**/*.md")
    if path:
        day = (
            f"202{chance.randrange(2, 4)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        )
        sources.words(path, partial(put, DAY, lambda _: day, chance))


@edit
def change_a_price(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "procurement/*/*.csv")
    if path:
        price = str(chance.randrange(100, 99_999))
        sources.words(path, partial(put, PRICE, lambda _: price, chance))


@edit
def add_a_purchase(sources: Sources, _chance: random.Random) -> None:
    number = sources.new()
    rows = {
        "processes": f"b-{number},2022-1{number % 2},ซื้อวัสดุ ครั้งที่ {number},,direct,7000,ordinance,7000,terminated,ราคาเหมาะสม\n",
        "bids": f"b-{number},ร้านตัวอย่าง {number},natural,6900\n",
        "contracts": f"b-{number},{number}/2566,ร้านตัวอย่าง {number},natural,6900,2022-11-15\n",
    }
    for name, row in rows.items():
        path = sources.agency / "procurement" / "2566" / f"{name}.csv"
        if path.is_file():
            sources.words(path, lambda text, row=row: text + row)


@edit
def drop_a_purchase(sources: Sources, chance: random.Random) -> None:
    name = chance.choice(("a-1", "a-2", "a-3"))
    for path in sources.files("procurement/2566/*.csv"):
        sources.words(path, lambda text: re.sub(rf"(?m)^{name},.*\n", "", text))


@edit
def add_an_item(sources: Sources, chance: random.Random) -> None:
    source = one_of(sources, chance, "items/*.yml")
    if source:
        number = 100 + sources.new()
        text = re.sub(r"(?m)^id: .*", f"id: n-{number}", text_of(source))
        text = re.sub(r"(?m)^number: .*", f"number: {number}", text)
        sources.write(source.with_name(f"n-{number}.yml"), text.encode("utf-8", BYTES))


@edit
def delete_an_added_item(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "items/n-*.yml")
    if path:
        sources.remove(path)


@edit
def move_an_item_to_another_node(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "items/*.yml")
    if path:
        node = chance.choice(("1.1", "2.1"))
        sources.words(path, lambda text: re.sub(r"(?m)^node: .*", f"node: {node}", text))


@edit
def give_an_item_to_another_unit(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "items/*.yml")
    if path:
        unit = chance.choice(("law", "finance"))
        sources.words(
            path, lambda text: re.sub(r"(?m)^responsible: .*", f"responsible: [{unit}]", text)
        )


@edit
def rename_a_record(sources: Sources, chance: random.Random) -> None:
    """Wherever its name stands, as a careful person would."""
    old, new = chance.choice(IDS), f"m-{sources.new()}"
    named = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    for path in sources.files("**/*.yml", "**/*.csv", "**/*.md"):
        text = text_of(path)
        if named.search(text):
            sources.words(path, lambda text: named.sub(new, text))
        if path.stem == old:
            path.rename(path.with_stem(new))


@edit
def write_more_on_a_page(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "pages/*.md")
    if path:
        more = chance.choice(
            ("ย่อหน้าใหม่", "A new paragraph", "[แผน](/plan)", "- หนึ่ง\n- สอง", "### หัวข้อย่อย")
        )
        sources.words(path, lambda text: f"{text}\n{more}\n")


@edit
def add_news(sources: Sources, chance: random.Random) -> None:
    number = sources.new()
    facts = f"topic: news\nunit: law\nas_of: 2022-12-{1 + number % 28:02}\n"
    for suffix, title, more in (("", f"ข่าวที่ {number}", facts), (".en", f"News {number}", "")):
        head = f'---\ntitle: "{title}"\nsummary: "{title} {chance.randrange(9)}"\n{more}---\n'
        path = sources.agency / "pages" / f"story-{number}{suffix}.md"
        sources.write(path, f"{head}\n## {title} {{#news}}\n\n{title}\n".encode())


@edit
def rename_a_page(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "pages/*.md")
    if path:
        name, new = path.name.split(".")[0], f"page-{sources.new()}"
        for one in sources.files(f"pages/{name}.*"):
            one.rename(one.with_name(one.name.replace(name, new, 1)))


@edit
def take_the_english_away(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "pages/*.en.md")
    if path:
        sources.remove(path)


@edit
def attach_another_picture(sources: Sources, chance: random.Random) -> None:
    from PIL import Image

    path = sources.agency / "files" / "president.png"
    if path.is_file():
        picture = Image.new("RGB", (chance.randrange(8, 40), 20), chance.choice((RED, GREEN, BLUE)))
        made = sources.root / "made.png"
        picture.save(made)
        sources.write(path, made.read_bytes())
        made.unlink()


@edit
def attach_a_table(sources: Sources, chance: random.Random) -> None:
    rows = "".join(f"{one},{chance.randrange(99)}\n" for one in range(chance.randrange(1, 5)))
    name = chance.choice(("list.csv", f"table-{sources.new()}.csv"))
    sources.write(sources.agency / "files" / name, f"no,name\n{rows}".encode())


@edit
def answer_other_years(sources: Sources, chance: random.Random) -> None:
    path = sources.agency / "agency.yml"
    years = chance.choice(("[2566]", "[2566, 2567]", "[]", "[2569]"))
    sources.words(path, lambda text: re.sub(r"ita_years: .*", f"ita_years: {years}", text))


@edit
def move_to_another_address(sources: Sources, chance: random.Random) -> None:
    path = sources.agency / "agency.yml"
    new = chance.choice(
        ("", "  address: https://example.org/\n", "  address: https://example.org/ita/\n")
    )
    sources.words(
        path,
        lambda text: re.sub(
            r"  standing: ", f"{new}  standing: ", re.sub(r"  address: http.*\n", "", text)
        ),
    )


@edit
def be_of_another_standing(sources: Sources, chance: random.Random) -> None:
    path = sources.agency / "agency.yml"
    standing = chance.choice(("fictional", "demonstration", "official"))
    sources.words(path, lambda text: re.sub(r"standing: .*", f"standing: {standing}", text))


@edit
def delete_any_record(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*")
    if path:
        sources.remove(path)


@edit
def make_a_slip(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*.yml")
    if path:
        slip = chance.choice(("\tx: 1\n", "unknown: 1\n", "id: [\n"))
        sources.words(path, lambda text: text + slip)


@edit
def undo(sources: Sources, chance: random.Random) -> None:
    """A file is what it once was, by an editor: the content is old, its time is new."""
    if sources.past:
        path, content, _ = chance.choice(sources.past)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@edit
def undo_everything(sources: Sources, _chance: random.Random) -> None:
    """As a version control does that takes the whole tree back."""
    for path, content, _ in reversed(sources.past):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    sources.past.clear()


# What clocks, editors and backups do


@edit
def restore_from_a_backup(sources: Sources, chance: random.Random) -> None:
    """A file is what it once was, and says that it is as old as it then was."""
    if sources.past:
        path, content, written = chance.choice(sources.past)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, ns=(written, written))


@edit
def change_in_the_same_moment(sources: Sources, chance: random.Random) -> None:
    """Another content of the same length at the same time: no clock and no size tells."""
    path = one_of(sources, chance, "**/*.yml", "**/*.md", "**/*.csv")
    if path:
        before = path.stat().st_mtime_ns
        pairs = (("ก", "ข"), ("น", "ม"), ("a", "e"), ("0", "5"), ("1", "2"))
        old, new = chance.choice(pairs)
        sources.words(path, lambda text: put(re.compile(old), lambda _: new, chance, text))
        os.utime(path, ns=(before, before))


@edit
def touch(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*")
    if path:
        moment = chance.choice((0, 946_684_800, 4_102_444_800)) * 10**9
        os.utime(path, ns=(moment, moment))


@edit
def save_by_renaming(sources: Sources, chance: random.Random) -> None:
    """As careful editors save: a new file takes the old one's name."""
    path = one_of(sources, chance, "items/*.yml")
    if path:
        text = text_of(path)
        sources.past.append((path, path.read_bytes(), path.stat().st_mtime_ns))
        beside = path.with_name(".saving~")
        beside.write_bytes(put(THAI, lambda said: said + "ฯ", chance, text).encode("utf-8", BYTES))
        beside.replace(path)


@edit
def swap_two_files(sources: Sources, chance: random.Random) -> None:
    found = sources.files("files/*", "pages/*.md", "items/*.yml")
    if len(found) > 1:
        one, other = chance.sample(found, 2)
        first, second = one.read_bytes(), other.read_bytes()
        sources.write(one, second)
        sources.write(other, first)


@edit
def save_with_other_line_ends(sources: Sources, chance: random.Random) -> None:
    path = one_of(sources, chance, "**/*.yml", "**/*.md", "**/*.csv")
    if path:
        sources.write(path, path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


@edit
def leave_an_editors_file(sources: Sources, _chance: random.Random) -> None:
    sources.write(sources.agency / "items" / ".p-01.yml.swp", b"\x00\x01")


# What designers do


@edit
def change_the_styles(sources: Sources, chance: random.Random) -> None:
    path = sources.root / "theme" / "assets" / "css" / "site.css"
    if path.is_file():
        sources.words(path, lambda text: f"{text}\n/* {chance.randrange(99)} */\n")


@edit
def change_the_frame(sources: Sources, chance: random.Random) -> None:
    path = sources.root / "theme" / "main.html"
    mark = f"<!-- {chance.randrange(99)} --></body>"
    sources.words(path, lambda text: re.sub(r"(<!-- \d+ -->)?</body>", mark, text))


@edit
def change_the_page_for_lost_addresses(sources: Sources, chance: random.Random) -> None:
    path = sources.root / "theme" / "404.html"
    sources.words(path, lambda text: f"{text}<!-- {chance.randrange(99)} -->\n")


@edit
def add_a_file_to_the_theme(sources: Sources, chance: random.Random) -> None:
    name = f"extra-{chance.randrange(3)}.css"
    sources.write(sources.root / "theme" / "assets" / "css" / name, b"p { color: inherit }\n")


@edit
def delete_a_file_of_the_theme(sources: Sources, chance: random.Random) -> None:
    path = sources.root / "theme" / "assets" / "css" / f"extra-{chance.randrange(3)}.css"
    if path.is_file():
        sources.remove(path)


# What happens to what was built, and to what is kept


@edit
def delete_a_page_of_the_site(sources: Sources, chance: random.Random) -> None:
    """Any file but the one by which a folder is known for a site: without it a build refuses to replace it."""
    found = sources.files("**/*", below=sources.site) if sources.site.is_dir() else []
    found = [path for path in found if path != sources.site / INDEX]
    if found:
        chance.choice(found).unlink()


@edit
def leave_a_stray_file_in_the_site(sources: Sources, chance: random.Random) -> None:
    path = sources.site / f"stray-{chance.randrange(9)}.html"
    if sources.site.is_dir() and not path.is_dir():
        path.write_text("stray", encoding="utf-8")


@edit
def leave_a_stray_folder_in_the_site(sources: Sources, chance: random.Random) -> None:
    """Also where a file stands, and the other way round."""
    if not sources.site.is_dir():
        return
    stray = sources.site / f"stray-{chance.randrange(9)}.html"
    if stray.is_file():
        stray.unlink()
    (stray / "deep").mkdir(parents=True, exist_ok=True)
    found = sources.files("**/index.html", below=sources.site)
    if found:
        page = chance.choice(found)
        page.unlink()
        page.mkdir()
        (page / "within.html").write_text("stray", encoding="utf-8")


@edit
def write_into_a_page_of_the_site(sources: Sources, chance: random.Random) -> None:
    found = sources.files("**/*.html", below=sources.site) if sources.site.is_dir() else []
    if found:
        path = chance.choice(found)
        path.write_bytes(path.read_bytes() + b"<!-- by hand -->")


@edit
def delete_the_site(sources: Sources, _chance: random.Random) -> None:
    shutil.rmtree(sources.site, ignore_errors=True)


@edit
def delete_the_cache(sources: Sources, _chance: random.Random) -> None:
    shutil.rmtree(sources.cache, ignore_errors=True)


def kept_files(sources: Sources, chance: random.Random) -> list[Path]:
    """The files of kept results, or all files of the cache, most of which are the spare site's."""
    pattern = chance.choice(("**/*.sqlite*", "**/*"))
    return sources.files(pattern, below=sources.cache) if sources.cache.is_dir() else []


@edit
def cut_a_file_of_the_cache_short(sources: Sources, chance: random.Random) -> None:
    found = kept_files(sources, chance)
    if found:
        path = chance.choice(found)
        path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size + 1)])


@edit
def spoil_a_file_of_the_cache(sources: Sources, chance: random.Random) -> None:
    found = kept_files(sources, chance)
    if found:
        path = chance.choice(found)
        content = bytearray(path.read_bytes())
        for _ in range(min(64, len(content))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)


# What programmers do


@program_edit
def change_a_template(sources: Sources, chance: random.Random) -> None:
    path = chance.choice(sources.files("*.html", below=sources.program / "templates"))
    mark = f"<i>{chance.randrange(99)}</i>\n"
    sources.words(
        path, lambda text: re.sub(r"(?m)^(<h1|<p)", lambda found: mark + found[0], text, count=1)
    )


@program_edit
def change_a_word_of_the_interface(sources: Sources, chance: random.Random) -> None:
    path = sources.program / "locales" / "th" / "LC_MESSAGES" / "messages.po"
    word = re.compile(r'(?<=^msgstr ")[^"{}%\\]{3,}(?="$)', re.MULTILINE)
    sources.words(path, partial(put, word, lambda said: said + "ๆ", chance))


@program_edit
def change_a_synonym(sources: Sources, chance: random.Random) -> None:
    path = sources.program / "search" / "synonyms.yml"
    sources.words(path, lambda text: f"{text}# {chance.randrange(99)}\n")


@program_edit
def change_a_form(sources: Sources, chance: random.Random) -> None:
    path = sources.program / "catalogue" / "oit" / "2566.yml"
    sources.words(path, partial(put, THAI, lambda said: said + "ด้วย", chance))


@program_edit
def change_a_law(sources: Sources, chance: random.Random) -> None:
    path = sources.program / "catalogue" / "laws.yml"
    sources.words(path, partial(put, THAI, lambda said: said + "ด้วย", chance))


@program_edit
def change_a_word_in_the_code(sources: Sources, chance: random.Random) -> None:
    path = sources.program / "notice.py"
    sources.words(path, partial(put, re.compile("[ก-ฮ]{3,}"), lambda said: said + "นะ", chance))


@program_edit
def change_a_rule(sources: Sources, chance: random.Random) -> None:
    path = chance.choice(sources.files("*.py", below=sources.program / "checks"))
    said = re.compile(r'(?<=what=Words\(")[ก-๙]{3,}')
    sources.words(path, partial(put, said, lambda words: words + "นะ", chance))

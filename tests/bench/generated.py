"""Agencies of any size, made of the invented agency and the words of a real plan.

The invented agency `example-sao` is the frame: it has a record of every kind. It grows by items and by
news, three to one. The items have the length of a real plan's (อบจ.เพชรบุรี), in other words: names are
the invented agency's, and each item and piece of news is about a village of its own, so that no two
pages are alike and no search index has it easy. The same number always gives the same bytes.
"""

from __future__ import annotations

import random
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.addresses import addresses
from generator.load import load

ROOT = Path(__file__).resolve().parent.parent.parent
FRAME = ROOT / "content" / "example-sao"
WORDS = ROOT / "content" / "phetchaburi-pao"
AREAS = ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2")
UNITS = ("chief-administrator", "finance", "engineering", "education", "health", "welfare")
INVENTED = (
    ("องค์การบริหารส่วนจังหวัดเพชรบุรี", "องค์การบริหารส่วนตำบลตัวอย่าง"),
    ("องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนตำบล"),
    ("เขตเทศบาล", "เขตตำบล"),
    ("อบจ.เพชรบุรี", "อบต.ตัวอย่าง"),
    ("อบจ. เพชรบุรี", "อบต.ตัวอย่าง"),
    ("จังหวัดเพชรบุรี", "ตำบลตัวอย่าง"),
    ("เพชรบุรี", "ตัวอย่าง"),
    ("Phetchaburi Provincial Administrative Organization", "Example Subdistrict Administrative Organization"),
    ("Phetchaburi PAO", "Example SAO"),
    ("Phetchaburi", "Example"),
)  # fmt: skip
"""Nothing of a real agency is told of an invented one: its names become the invented ones."""
HEADS = (("หนอง", "Nong"), ("บึง", "Bueng"), ("ทุ่ง", "Thung"), ("โคก", "Khok"), ("ดอน", "Don"), ("คลอง", "Khlong"), ("สระ", "Sa"), ("วัง", "Wang"))  # fmt: skip
TAILS = (
    ("แก้ว", "Kaeo"), ("บัว", "Bua"), ("ไผ่", "Phai"), ("ทราย", "Sai"), ("หวาย", "Wai"), ("มะขาม", "Makham"), ("ตาล", "Tan"),
    ("ไทร", "Sai-yai"), ("ขี้เหล็ก", "Khilek"), ("สะเดา", "Sadao"), ("กระทุ่ม", "Krathum"), ("ยาง", "Yang"),
)  # fmt: skip
KEPT = ("kind", "rationale", "objectives", "target_groups", "steps", "outputs", "outcomes")


@cache
def frame_pages() -> int:
    """HTML pages of the invented agency: in two languages, with its redirects, and the lost page."""
    disclosure, problems = load(FRAME)
    assert disclosure, problems
    moved = disclosure.moved.redirects if disclosure.moved else ()
    return 2 * (len(addresses(disclosure)) + len(moved)) + 1


def agency(folder: Path, name: str, *, pages: int) -> Path:
    """The folder of an agency with so many HTML pages or two more, below a project's content/.

    It has at least the pages of the invented agency, whose items it tells with other words.
    """
    target = folder / "content" / name
    shutil.copytree(FRAME, target)
    _named(target / "agency.yml", name)
    for path in sorted((target / "items").glob("*.yml")):
        _retold(path, name)
    more = -(-max(0, pages - frame_pages()) // 2)
    news = more // 4
    for number in range(more - news):
        _item(target, name, number)
    for number in range(news):
        _news(target, name, number)
    return target


def project(folder: Path) -> Path:
    """A project without an agency."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "content").mkdir()
    return folder


def _named(path: Path, name: str) -> None:
    """The agency's id, and names that tell it from the others."""
    text = path.read_text(encoding="utf-8")
    number = "".join(re.findall(r"\d+", name))
    text = text.replace("id: example-sao", f"id: {name}")
    text = text.replace(
        "ตำบลตัวอย่าง, en: Example Subdistrict",
        f"ตำบลตัวอย่าง {number}, en: Example {number} Subdistrict",
        1,
    )
    path.write_text(text, encoding="utf-8", newline="\n")


def _chance(*names: object) -> random.Random:
    return random.Random(" ".join(str(part) for part in names))


def _village(chance: random.Random, number: int) -> tuple[str, str]:
    head, tail = chance.choice(HEADS), chance.choice(TAILS)
    return f"{head[0]}{tail[0]} {number}", f"{head[1]} {tail[1]} {number}"


def _retold(path: Path, agency: str) -> None:
    """An item of the invented agency, about a village of its own."""
    item = record(path)
    thai, english = _village(_chance(agency, path.stem), item["number"])
    for key in ("title", "rationale"):
        item[key] = _about(item[key], thai, english)
    write_record(path, item)


def _item(folder: Path, agency: str, number: int) -> None:
    """A project, measure or activity of the plan, about a village of its own."""
    chance = _chance(agency, "item", number)
    source = _sources()[number % len(_sources())]
    thai, english = _village(chance, number + 19)
    title = source["title"]
    amount = chance.randrange(2, 400) * 500
    item: dict[str, Any] = {
        "id": f"x-{number + 1:04}",
        "number": number + 19,
        "kind": source["kind"],
        "title": {"th": f"{title['th']} บ้าน{thai}", "en": f"{title['en']}, Ban {english}"},
        "node": chance.choice(AREAS),
        "responsible": [chance.choice(UNITS)],
        "source": {},
        "period": {"from": 2566, "to": 2570},
        "budget": {
            year: chance.choice((amount, amount, "no_budget")) for year in range(2566, 2571)
        },
    }
    for key in KEPT[1:]:
        if key in source:
            item[key] = _about(source[key], thai, english)
    write_record(folder / "items" / f"{item['id']}.yml", item)


def _about(value: Any, thai: str, english: str) -> Any:
    """The same words about a village."""
    if isinstance(value, list):
        return [_about(part, thai, english) for part in value]
    told = dict(value)
    told["th"] = f"{value['th']} (บ้าน{thai})"
    told["en"] = f"{value['en']} (Ban {english})"
    return told


@cache
def _sources() -> tuple[dict[str, Any], ...]:
    """The items of the real plan: one statement of each fact, no line numbers, invented names."""
    paths = sorted((WORDS / "items").glob("*.yml"))
    return tuple(
        _plain(yaml.safe_load(_renamed(path.read_text(encoding="utf-8")))) for path in paths
    )


def _renamed(text: str) -> str:
    for real, invented in INVENTED:
        text = text.replace(real, invented)
    return text


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"table", "detail"} and isinstance(value["table"], dict):
            return _plain(value["detail"]["value"])
        return {key: _plain(part) for key, part in value.items() if key not in {"line", "thing"}}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def record(path: Path) -> Any:
    """A record as it was written."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def told(value: Any) -> str:
    """A record as YAML, its keys in the order given."""
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000))


def write_record(path: Path, value: Any) -> None:
    """Write a record, its keys in the order given."""
    path.write_text(told(value), encoding="utf-8", newline="\n")


def _news(folder: Path, agency: str, number: int) -> None:
    """A piece of news in both languages, with the words of a project."""
    chance = _chance(agency, "news", number)
    thai, english = _village(chance, number + 1)
    source = chance.choice(_sources())
    day = f"{2024 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02}"
    facts = f"topic: news\nunit: {chance.choice(UNITS)}\nas_of: {day}\n"
    for suffix, lang, place, extra in (
        ("", "th", f"บ้าน{thai}", facts),
        (".en", "en", f"Ban {english}", ""),
    ):
        title = f"{place}: {source['title'][lang]}"
        steps = "\n".join(f"- {step[lang]} ({place})" for step in source.get("steps", ()))
        body = f"## {place} {{#news}}\n\n{source['rationale'][lang]} ({place})\n\n{steps}\n"
        head = f'title: "{title}"\nsummary: "{source["objectives"][0][lang]}"\n{extra}'
        path = folder / "pages" / f"report-{number + 1:04}{suffix}.md"
        path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8", newline="\n")

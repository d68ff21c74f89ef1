"""What must stay in step: words, templates, pages, help, schema, README."""

from __future__ import annotations

import json
import re
import string
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click
import jsonschema
import pytest
import yaml
from babel.messages.extract import extract_from_dir
from jinja2 import nodes

from generator.addresses import addresses
from generator.cli import main
from generator.diagnostics import Words
from generator.load.records import fields_of
from generator.model.base import Lang, Record
from generator.pages import KINDS, book, moved, oit, pages
from generator.pages.base import Page
from generator.render import environment
from generator.rules import RULES
from generator.schema import KINDS as CONTENT_KINDS
from generator.schema import schemas
from generator.wording import wording

if TYPE_CHECKING:
    from generator.edition import Edition

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
PAGES = sorted(
    {
        value
        for kind in (*KINDS, oit, moved)
        for value in vars(kind).values()
        if isinstance(value, type) and issubclass(value, Page) and "template" in vars(value)
    },
    key=lambda page: page.__name__,
)


def slots(text: str) -> set[str]:
    """Names of the slots of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def messages() -> set[str]:
    """Every interface word in code and templates."""
    keywords = {"_": None, "words": None, "wording": None, "count": (1, 2)}
    found: set[str] = set()
    options = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    methods = [
        ("pages/**.py", "python"),
        ("portal.py", "python"),
        ("notice.py", "python"),
        ("target_words.py", "python"),
        ("search/**.py", "python"),
        ("templates/**.html", "jinja2"),
    ]
    for _, _, message, _, _ in extract_from_dir(
        ROOT / "generator", methods, options, keywords=keywords
    ):
        found |= {message} if isinstance(message, str) else set(message)
    return found


def test_every_interface_word_is_translated() -> None:
    """The Thai catalogue has each message, with the same slots, and no message too many."""
    thai = wording(Lang.TH).messages

    assert messages() == set(thai)
    for english, words in thai.items():
        assert words.strip(), english
        assert slots(english) == slots(words), english
        has_words = re.search("[A-Za-z]", re.sub(r"{.*?}", "", english))
        assert re.search("[ก-ฮ]", words) or english == words or not has_words, english


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_year_in_english_says_its_era(rule: object) -> None:
    """2569 alone could be meant in either era; only what is to be typed stands as it is typed."""
    typed = r"(?<!B\.E\. )(?<!--year )(?<!fiscal_year: )(?<!Add )"
    for words in (rule.what, rule.why, rule.mend):
        assert not re.search(typed + r"\{(?:year|form_year)\}", words.en), words.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_speaks_both_languages(rule: object) -> None:
    """What, why and how to mend, in Thai and English, with the same slots."""
    for words in (rule.what, rule.why, rule.mend):
        assert isinstance(words, Words)
        assert re.search("[ก-ฮ]", words.th) or words.th == "{hint}"
        assert not re.search("[ก-ฮ]", words.en)
        assert slots(words.th) == slots(words.en)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_template_uses_exactly_the_fields_of_its_page(page: type[Page]) -> None:
    """No field that is not shown, no name that is no field."""
    source, _, _ = environment().loader.get_source(environment(), page.template)
    tree = environment().parse(source)
    used = {
        n.attr
        for n in tree.find_all(nodes.Getattr)
        if isinstance(n.node, nodes.Name) and n.node.name == "page"
    }
    used |= {
        n.arg.value
        for n in tree.find_all(nodes.Getitem)
        if isinstance(n.node, nodes.Name)
        and n.node.name == "page"
        and isinstance(n.arg, nodes.Const)
    }
    framed = {"here", "title", "description", "trail", "called", "moved_to"}

    assert used - framed == {field.name for field in fields(page)} - framed


def test_every_field_has_help_in_both_languages() -> None:
    """An officer's editor explains each key."""

    def below(kind: type[Record]) -> set[type[Record]]:
        return {kind}.union(*(below(sub) for sub in kind.__subclasses__()))

    for kind in below(Record) - {Record}:
        for field in fields_of(kind).values():
            assert re.search("[ก-ฮ]", field.help.th), (kind, field.key)
            assert re.search("[A-Za-z]", field.help.en), (kind, field.key)


def test_written_schema_is_in_step() -> None:
    """content/.schema is what `disclosure schema` writes."""
    written = {path.name: path.read_bytes() for path in (CONTENT / ".schema").iterdir()}

    assert dict(schemas()) == written


KIND_OF_FILE = {
    "agency.yml": "agency",
    "plan.yml": "plan",
    "risk.yml": "risk",
    "decisions.yml": "decisions",
    "channels.yml": "channels",
    "published.yml": "published",
    "privacy.yml": "privacy",
    "moved.yml": "moved",
    "laws.yml": "laws",
    "accessibility.yml": "accessibility",
    "evidence.yml": "evidence",
    "checks.yml": "checks",
    "released.yml": "released",
    "ita-results.yml": "ita-results",
    "people.yml": "people",
}


KIND_OF_FOLDER = {
    "items": "item",
    "complaints": "complaints",
    "gifts": "gifts",
    "results": "results",
    "operations": "operations",
    "services": "services",
}


@pytest.mark.parametrize(
    "path",
    [
        *sorted(CONTENT.glob("*/*.yml")),
        *sorted(CONTENT.glob("*/items/*01.yml")),
        *sorted(CONTENT.glob("*/complaints/*.yml")),
        *sorted(CONTENT.glob("*/gifts/*.yml")),
        *sorted(CONTENT.glob("*/results/*.yml")),
        *sorted(CONTENT.glob("*/operations/*.yml")),
        *sorted(CONTENT.glob("*/services/*.yml")),
        *sorted((ROOT / "generator/catalogue/oit").glob("*.yml")),
        ROOT / "generator/catalogue/laws.yml",
        ROOT / "generator/catalogue/accessibility.yml",
    ],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_content_fits_its_schema(path: Path) -> None:
    """An editor that follows the schema finds no fault in our content, which names its schema."""
    text = path.read_text(encoding="utf-8")
    kind = KIND_OF_FILE.get(path.name) or KIND_OF_FOLDER.get(path.parent.name, "catalogue")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    assert (path.parent / named[1]).resolve() == (CONTENT / ".schema" / f"{kind}.json").resolve()

    schema = json.loads((CONTENT / ".schema" / f"{kind}.json").read_text(encoding="utf-8"))
    typed = yaml.load(text, Loader=_Strings)

    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(typed)] == []


class _Strings(yaml.SafeLoader):
    """As an editor reads YAML, but with dates left as text and keys as strings."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = True) -> dict:
        return {k.value: self.construct_object(v, deep=True) for k, v in node.value}


_Strings.add_constructor("tag:yaml.org,2002:timestamp", yaml.SafeLoader.construct_yaml_str)
_Strings.add_constructor(
    "tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node)
)


def test_every_schema_belongs_to_a_kind_of_file() -> None:
    """No kind of content file without a schema."""
    assert {f"{name}.json" for name in CONTENT_KINDS} == {name for name, _ in schemas()}


@pytest.mark.parametrize("verb", main.list_commands(click.Context(main)))
def test_every_command_is_in_the_readme(verb: str) -> None:
    """A stranger finds each verb, and each verb says in both languages what it does."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = main.get_command(click.Context(main), verb)
    assert f"disclosure {verb}" in readme
    assert isinstance(command, click.Command)
    assert re.search("[ก-ฮ]", command.help or "")
    assert re.search("[A-Za-z]{4}", command.help or "")


def test_one_policy_everywhere() -> None:
    """The three templates that make a head of their own state the same content policy."""
    heads = ("theme/main.html", "theme/404.html", "generator/templates/portal.html")
    stated = {
        line.strip()
        for head in heads
        for line in (ROOT / head).read_text(encoding="utf-8").splitlines()
        if "Content-Security-Policy" in line
    }

    assert len(stated) == 1


def test_addresses_are_those_of_the_pages(edition: Edition) -> None:
    """What a check takes for a page's address is where the site has a page."""
    left = (moved.RedirectPage, moved.WithdrawnPage)
    made = {page.here.path for page in pages(edition, Lang.TH) if not isinstance(page, left)}
    assert addresses(edition.disclosure) == made | {book.PATH}

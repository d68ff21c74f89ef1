"""The site that stood before is made into the next, and nothing in it is believed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.building.spare import Stock, taken
from generator.building.staging import Document, Staging
from generator.seal import INDEX
from tests.sources import NAME, Sources, fingerprint
from tests.test_rebuild import assert_same, by_command, in_process

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "items/p-01/index.html"


@pytest.fixture(scope="module")
def built_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small agency, with a site, and a former one put away."""
    made = Sources.laid(tmp_path_factory.mktemp("twice") / "project")
    for words in ("first", "second"):
        renamed(made, words)
        assert by_command(made.root) == ("built", "")
    return made.root


@pytest.fixture
def sources(built_twice: Path, tmp_path: Path) -> Sources:
    """A copy of it for each test."""
    shutil.copytree(built_twice, tmp_path / "project")
    return Sources(tmp_path / "project")


def renamed(sources: Sources, words: str) -> None:
    """An item gets another name."""
    path = sources.agency / "items" / "p-01.yml"
    sources.words(path, lambda text: text.replace("title: {th: ", f"title: {{th: {words} ", 1))


def spare(sources: Sources) -> Path:
    """The former site that is kept."""
    (found,) = sources.cache.glob(f"disclosure/*/{NAME}.spare")
    return found


def rebuilt_as_new(sources: Sources) -> None:
    """A build after another edit gives what a build from nothing gives."""
    renamed(sources, "third")
    cold = sources.copied(sources.root.parent / "cold")
    assert in_process(cold)[0] == "built"
    assert by_command(sources.root) == ("built", "")
    assert_same(fingerprint(sources.site), fingerprint(cold / "site"))
    folders = {path.relative_to(sources.site) for path in sources.site.rglob("*") if path.is_dir()}
    assert folders == {
        p.relative_to(cold / "site") for p in (cold / "site").rglob("*") if p.is_dir()
    }


def test_two_sites_take_turns(sources: Sources) -> None:
    """The folders of the site that stands become those of the next but one; no third is kept."""
    standing, other = (place.stat().st_ino for place in (sources.site, spare(sources)))

    rebuilt_as_new(sources)

    assert sources.site.stat().st_ino == other
    assert spare(sources).stat().st_ino == standing
    assert {path.name for path in sources.root.iterdir() if path.name.startswith("site")} == {
        "site"
    }


def test_the_site_that_stands_is_not_written_into(sources: Sources) -> None:
    """Most files stand in both trees; a new page is a new file, and the old one is as it was."""
    old = (sources.site / PAGE).read_bytes()
    staging = Staging(sources.site, spares={"": spare(sources)})
    staging.begin()

    staging.write([Document(PAGE, b"new")], {})

    assert (sources.site / PAGE).read_bytes() == old
    assert (staging.new / PAGE).read_bytes() == b"new"
    staging.abandon()


@pytest.mark.parametrize("tree", ["site", "spare"])
def test_what_a_person_did_to_either_tree_is_undone(sources: Sources, tree: str) -> None:
    """Pages written over, deleted, made folders; strangers, empty folders; all are as a build makes them."""
    place = sources.site if tree == "site" else spare(sources)
    (place / PAGE).write_bytes(b"by hand")
    (place / "index.html").unlink()
    shutil.rmtree(place / "units")
    (place / "units").write_text("a file where a folder was", encoding="utf-8")
    (place / "plan" / "index.html").unlink()
    (place / "plan" / "index.html").mkdir()
    (place / "plan" / "index.html" / "within.txt").write_text("stray", encoding="utf-8")
    (place / "stray" / "deep").mkdir(parents=True)
    (place / "stray.html").write_text("stray", encoding="utf-8")

    rebuilt_as_new(sources)
    renamed(sources, "fourth")
    rebuilt_as_new(sources)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("tree", ["site", "spare"])
def test_what_a_link_leads_to_is_nobodys_to_change(
    sources: Sources, tree: str, tmp_path: Path
) -> None:
    """A folder or a page that a person replaced with a link: the link goes, what it leads to stays."""
    place = sources.site if tree == "site" else spare(sources)
    documents = tmp_path / "documents"
    (documents / "p-01").mkdir(parents=True)
    (documents / "p-01" / "index.html").write_text("precious", encoding="utf-8")
    shutil.rmtree(place / "items")
    (place / "items").symlink_to(documents)
    (place / "index.html").unlink()
    (place / "index.html").symlink_to(documents / "p-01" / "index.html")
    (place / "nowhere.html").symlink_to(documents / "nothing")

    rebuilt_as_new(sources)
    renamed(sources, "fourth")
    rebuilt_as_new(sources)

    assert fingerprint(documents) == {"p-01/index.html": b"precious"}


def test_a_refused_build_leaves_the_spare_for_the_next(sources: Sources) -> None:
    """Faults in the data are told before a folder is begun."""
    kept = spare(sources).stat().st_ino
    path = sources.agency / "items" / "p-01.yml"
    good = path.read_bytes()
    path.write_bytes(good + b"unknown: key\n")
    assert by_command(sources.root)[0] == "refused"
    path.write_bytes(good)

    assert spare(sources).stat().st_ino == kept
    rebuilt_as_new(sources)


def test_each_agency_of_many_has_its_own(sources: Sources) -> None:
    """The sites of a portal go back and forth like one; an agency that did not change is linked into it."""
    other = sources.agency.with_name("other")
    shutil.copytree(sources.agency, other)
    sources.words(other / "agency.yml", lambda text: text.replace(f"id: {NAME}", "id: other", 1))
    inodes = []
    for words in ("third", "fourth", "fifth"):
        renamed(sources, words)
        assert by_command(sources.root, "--all") == ("built", "")
        inodes.append({name: (sources.site / name).stat().st_ino for name in (NAME, "other")})

    first, _second, third = inodes
    assert first == third
    assert b"fifth fourth third" in (sources.site / NAME / PAGE).read_bytes()
    assert (sources.site / "other" / INDEX).is_file()


def test_a_spare_that_is_gone_is_none(tmp_path: Path) -> None:
    """Two builds at once: the one that comes second begins with nothing."""
    (tmp_path / "spare" / "a").mkdir(parents=True)

    assert taken(tmp_path / "spare", tmp_path / "first") == Stock(set(), {"a"})
    assert taken(tmp_path / "spare", tmp_path / "second") is None
    assert not (tmp_path / "second").exists()

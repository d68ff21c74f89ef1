"""What the second process of a build does.

It looks through the folder while the first one loads it, and then makes the English half of the site
while the first one makes the Thai half.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.cache import shelf_at
from generator.model.base import Lang
from generator.privacy.exposed import look_through

if TYPE_CHECKING:
    from pathlib import Path

    from generator.building.second_process import Other


def half(first: Other, shelf: Path, folder: Path) -> tuple[Any, set[bytes]]:
    """The half of the site, and which of the kept results it asked for."""
    with shelf_at(shelf) as opened:
        look_through(folder)
        opened.save(whole=False)
        first.tell("looked through")
        made = import_module("generator.building.assembly").half  # heavy, and of no use before
        done = made(*first.hear(), Lang.EN, first)
        opened.save(whole=False)
        return done, opened.asked
